/** What is known of an item beside its outcome: values before and after, and why not. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { ActivityItem } from "@/ipc/bindings";
import { changeWords } from "./values";

const useStyles = makeStyles({
  facts: {
    display: "flex",
    flexDirection: "column",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

export function ItemFacts({ item }: { item: ActivityItem }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { changes, reason } = item;
  if (changes.length === 0 && reason === null) return null;
  return (
    <div className={styles.facts}>
      {changes.map((change) => (
        <span key={change.property} dir="auto">
          {changeWords(t, change)}
        </span>
      ))}
      {reason && <span>{t(`jobs.why.${reason}`)}</span>}
    </div>
  );
}
