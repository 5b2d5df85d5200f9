/** A group's time as dates, for those who prefer a table. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { ExpiryBadge, expiryWords } from "@/components/ExpiryBadge";
import { formatDate } from "@/lib/dates";
import { daysLeft, urgencyOf } from "@/lib/expiry";
import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import type { DeskGroup } from "./gone";
import type { Step } from "./useRenewals";
import { labelOf, noticesSent, restoreWords } from "./words";

const useStyles = makeStyles({
  cell: {
    overflowX: "clip",
    minWidth: 0,
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  confirmed: { color: tenure.tenureGreen, fontWeight: tokens.fontWeightSemibold },
});

type Props = { group: DeskGroup; now: string; step: Step | undefined };

export function Dates({ group, now, step }: Props) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { t } = useTranslation();
  const { renewed, expires, gone } = group;
  return (
    <div role="presentation" className={columns.dates}>
      <div role="gridcell" className={styles.cell}>
        {renewed ? formatDate(renewed) : "–"}
      </div>
      <div role="gridcell" className={styles.cell}>
        {gone
          ? t("renewals.evidence.deleted", { date: formatDate(gone.deleted) })
          : expires
            ? formatDate(expires)
            : t("renewals.lane.never")}
      </div>
      <div
        role="gridcell"
        className={mergeClasses(styles.cell, step === "confirmed" && styles.confirmed)}
      >
        {gone ? (
          restoreWords(t, gone, now)
        ) : step ? (
          labelOf(t, group, now, step)
        ) : (
          <Left expires={expires} now={now} />
        )}
      </div>
      <div role="gridcell" className={styles.cell}>
        {expires === null ? "–" : t("renewals.noticesSent", { sent: noticesSent(expires, now) })}
      </div>
    </div>
  );
}

/** Days in words; the date stands beside it already. */
function Left({ expires, now }: { expires: string | null; now: string }) {
  const { t } = useTranslation();
  const days = daysLeft({ expires }, now);
  if (days === null) return "–";
  const urgency = urgencyOf({ expires }, now);
  if (urgency === "calm") return expiryWords(t, days, urgency);
  return <ExpiryBadge brief expires={expires} now={now} />;
}
