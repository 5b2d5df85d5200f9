/** What the evidence comes to, in a sentence; and what has to be known before anything else. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArchiveRegular, ArrowReplyRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import type { Decided } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import type { DeskGroup } from "../gone";
import { reopenedWords } from "../words";
import { summaryOf } from "./summary";
import type { EvidenceState } from "./useEvidence";

const useStyles = makeStyles({
  card: { padding: "12px 14px" },
  reading: { color: tokens.colorNeutralForeground3 },
  note: {
    display: "flex",
    gap: "8px",
    padding: "8px 12px",
    borderRadius: "8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tenure.tenureAmber,
    backgroundColor: tenure.tenureAmberSoft,
    border: `1px solid ${tenure.tenureAmberLine}`,
    "& svg": { flex: "none", fontSize: "16px" },
  },
});

interface Props {
  group: DeskGroup;
  state: EvidenceState;
  decided: Decided | undefined;
  now: string;
}

export function Summary({ group, state: { known }, decided, now }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const reopened = decided && reopenedWords(t, decided);
  const team = known?.evidence.team;
  const archived = team?.state === "known" && team.value.archived;
  return (
    <>
      {reopened && (
        <div className={styles.note}>
          <ArrowReplyRegular aria-hidden />
          {reopened}
        </div>
      )}
      {archived && (
        <div className={styles.note}>
          <ArchiveRegular aria-hidden />
          {t("evidence.archived")}
        </div>
      )}
      <Card
        aria-live="polite"
        className={mergeClasses(styles.card, !known && !group.gone && styles.reading)}
      >
        {group.gone
          ? `${t("evidence.sum.deleted", { date: formatDate(group.gone.deleted) })} ${t(
              "evidence.sum.deletedUntil",
              { date: formatDate(group.gone.restorableUntil, "moment") },
            )}`
          : known
            ? summaryOf(t, known.evidence, now)
            : t("evidence.reading")}
      </Card>
    </>
  );
}
