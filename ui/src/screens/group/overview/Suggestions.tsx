/** Members who would be good second owners, and why; each can be made one at once. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { PersonRow } from "@/components/people/PersonRow";
import type { OwnerSuggestion } from "@/ipc/bindings";
import { suggestionsQuery } from "@/ipc/queries";
import { usePeopleChange } from "../members/usePeopleChange";
import { useOpenGroup } from "../openGroup";

/** How many posts are looked at. */
const POSTS = 50;

const useStyles = makeStyles({
  root: { marginTop: "16px" },
  title: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { padding: "6px 0" },
});

export function Suggestions() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { data } = useQuery(suggestionsQuery(groupId));
  if (!data || data.people.length === 0) return null;
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>{t("group.suggestions.title")}</h3>
      <ul className={styles.list}>
        {data.people.map((suggestion) => (
          <li key={suggestion.person.id} className={styles.item}>
            <SuggestionRow suggestion={suggestion} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SuggestionRow({ suggestion: { person, posts } }: { suggestion: OwnerSuggestion }) {
  const { t } = useTranslation();
  const { add, isChanging } = usePeopleChange();
  const why =
    posts > 0
      ? t("group.suggestions.wrote", { count: posts, of: POSTS })
      : t("group.suggestions.member");
  return (
    <PersonRow person={person} second={why}>
      <Button
        size="small"
        disabledFocusable={isChanging(person.id)}
        onClick={() => void add([person], "owner")}
      >
        {t("group.act.makeOwner")}
      </Button>
    </PersonRow>
  );
}
