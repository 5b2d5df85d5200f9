/** Chooses another of the person's groups, found while one types. */
import { Combobox, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import type { GroupSummary } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { fold, matches, wordsOf } from "@/lib/folding";
import { useOpenGroup } from "../openGroup";

const MOST = 40;

const useStyles = makeStyles({
  box: { minWidth: 0, width: "100%" },
  list: { maxHeight: "20rem" },
  option: { display: "flex", alignItems: "center", gap: "10px", minWidth: 0 },
  words: { minWidth: 0 },
  name: { overflowX: "clip", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  alias: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface Props {
  chosen: GroupSummary | null;
  onChosen: (group: GroupSummary | null) => void;
}

export function GroupPicker({ chosen, onChosen }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const { found, more } = useMyGroups(chosen ? "" : text);
  return (
    <Field
      label={t("group.compare.other")}
      hint={more ? t("group.compare.many", { count: MOST }) : undefined}
    >
      <Combobox
        className={styles.box}
        listbox={{ className: styles.list }}
        placeholder={t("group.compare.otherHint")}
        value={chosen?.displayName ?? text}
        selectedOptions={chosen ? [chosen.id] : []}
        onChange={(event) => {
          setText(event.target.value);
          if (chosen) onChosen(null);
        }}
        onOptionSelect={(_event, data) => {
          const group = found.find(({ id }) => id === data.optionValue);
          if (!group) return;
          setText("");
          onChosen(group);
        }}
      >
        {found.map((group) => (
          <Option key={group.id} value={group.id} text={group.displayName}>
            <span className={styles.option}>
              <GroupAvatar group={group} size={24} />
              <span className={styles.words}>
                <div className={styles.name}>
                  <bdi>{group.displayName}</bdi>
                </div>
                <div className={styles.alias}>{group.mailNickname}</div>
              </span>
            </span>
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled value="" text="">
            {t("groups.empty.matchTitle")}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

/** Groups that the person owns or is in, without the one that is open. */
function useMyGroups(text: string) {
  const { groupId } = useOpenGroup();
  const { data } = useQuery(groupsQuery());
  const all = useMemo(
    () =>
      (data?.groups ?? [])
        .filter(({ id }) => id !== groupId)
        .map((group) => ({ group, folded: fold(`${group.displayName} ${group.mailNickname}`) }))
        .sort((a, b) => a.folded.localeCompare(b.folded)),
    [data?.groups, groupId],
  );
  return useMemo(() => {
    const words = wordsOf(text);
    const found = all.filter(({ folded }) => matches(folded, words)).map(({ group }) => group);
    return { found: found.slice(0, MOST), more: found.length > MOST };
  }, [all, text]);
}
