/** One entry of the history: who did what when, and the evidence that stood beside it. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { HistoryEntry } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { factLines } from "../evidence/facts";
import { summaryOf } from "../evidence/summary";
import { historyWords } from "./historyWords";

const useStyles = makeStyles({
  entry: {
    position: "relative",
    padding: "0 0 16px 20px",
    marginLeft: "6px",
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { paddingBottom: 0 },
    "::before": {
      content: "''",
      position: "absolute",
      left: "-5px",
      top: "6px",
      width: "9px",
      height: "9px",
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandBackground,
      outline: `3px solid ${tokens.colorNeutralBackground1}`,
    },
  },
  broken: { "::before": { backgroundColor: tenure.tenureRedBar } },
  group: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  what: { overflowWrap: "anywhere" },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  summary: { cursor: "pointer", width: "fit-content", padding: "3px 0" },
  facts: { margin: "2px 0 4px", paddingLeft: "18px" },
  hash: { fontFamily: tokens.fontFamilyMonospace, userSelect: "text" },
});

interface Props {
  entry: HistoryEntry;
  named: boolean;
  /** Whether it does not fit the one before any more. */
  broken: boolean;
}

export function Entry({ entry, named, broken }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { number, at, by, groupName, evidence, hash } = entry;
  return (
    <li className={mergeClasses(styles.entry, broken && styles.broken)}>
      {named && (
        <div dir="auto" className={styles.group}>
          {groupName}
        </div>
      )}
      <div dir="auto" className={styles.what}>
        {historyWords(t, entry)}
      </div>
      <div className={styles.small}>
        {t("decisions.history.by", { by, when: formatDate(at, "moment") })}
      </div>
      <details className={styles.small}>
        <summary className={styles.summary}>
          {t(evidence ? "decisions.history.evidence" : "decisions.history.number", { number })}
        </summary>
        {evidence && (
          <>
            <div>{summaryOf(t, evidence, evidence.asOf)}</div>
            <ul className={styles.facts}>
              {factLines(t, evidence, evidence.asOf).map(({ name, title, when, more }) => (
                <li key={name}>{[title, when, more].filter(Boolean).join(" · ")}</li>
              ))}
            </ul>
          </>
        )}
        {!evidence && <div>{t("decisions.history.noEvidence")}</div>}
        <div className={styles.hash}>
          {t("decisions.history.number", { number })} · {t("decisions.history.hash", { hash })}
        </div>
      </details>
    </li>
  );
}
