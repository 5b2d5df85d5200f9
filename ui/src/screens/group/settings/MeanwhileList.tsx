/** What somebody else changed while one was writing: both values, and whose shall be. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import type { Meanwhile } from "./draft";
import type { DraftOf } from "./useDraft";
import { valueWords } from "./words";

const useStyles = makeStyles({
  root: {
    padding: "12px 16px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tenure.tenureAmberBar}`,
    borderRadius: "8px",
  },
  title: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { padding: "8px 0" },
  values: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gap: "2px 12px",
    margin: "4px 0 8px",
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, overflowWrap: "anywhere" },
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

export function MeanwhileList({ draft }: { draft: DraftOf }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (draft.meanwhile.length === 0) return null;
  return (
    <div role="alert" className={styles.root}>
      <h2 className={styles.title}>
        {t("group.meanwhile.title", {
          properties: draft.meanwhile
            .map(({ property }) => t(`jobs.property.${property}`))
            .join(", "),
        })}
      </h2>
      <ul className={styles.list}>
        {draft.meanwhile.map((each) => (
          <Item key={each.property} each={each} draft={draft} />
        ))}
      </ul>
    </div>
  );
}

function Item({ each, draft }: { each: Meanwhile; draft: DraftOf }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { property, before, now } = each;
  const name = t(`jobs.property.${property}`);
  const mine = "mine" in each ? each.mine : undefined;
  const rows = [
    [t("group.meanwhile.before"), before],
    [t("group.meanwhile.now"), now],
    ...(mine === undefined ? [] : [[t("group.meanwhile.mine"), mine] as const]),
  ] as const;
  return (
    <li className={styles.item}>
      <div>{name}</div>
      <dl className={styles.values}>
        {rows.map(([label, value]) => [
          <dt key={label}>{label}</dt>,
          <dd key={`${label}:`}>
            <bdi>{valueWords(t, property, value)}</bdi>
          </dd>,
        ])}
      </dl>
      <div className={styles.buttons}>
        {mine !== undefined && (
          <Button size="small" onClick={() => draft.settle(property, "mine")}>
            {t("group.meanwhile.keepMine")}
          </Button>
        )}
        <Button size="small" onClick={() => draft.settle(property, "theirs")}>
          {t(mine === undefined ? "group.meanwhile.noted" : "group.meanwhile.takeTheirs")}
        </Button>
      </div>
    </li>
  );
}
