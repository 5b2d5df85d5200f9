/** A group's time as dates, for those who prefer a table. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { ExpiryBadge } from "@/components/ExpiryBadge";
import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { daysAfter, formatDate } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import type { Decision } from "./useDecisions";
import { labelOf } from "./words";

const useStyles = makeStyles({
  cell: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  confirmed: { color: tenure.tenureGreen, fontWeight: tokens.fontWeightSemibold },
});

type Props = { group: GroupSummary; list: GroupList; decision: Decision | undefined };

export function Dates({ group, list, decision }: Props) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { t } = useTranslation();
  const { renewed, expires } = group;
  const { now, policy } = list;
  const gives =
    expires !== null && policy.state === "active"
      ? formatDate(daysAfter(now, policy.lifetimeDays))
      : "–";
  return (
    <div role="presentation" className={columns.dates}>
      <div role="gridcell" className={styles.cell}>
        {renewed ? formatDate(renewed) : "–"}
      </div>
      <div role="gridcell" className={styles.cell}>
        {expires ? formatDate(expires) : t("renewals.lane.never")}
      </div>
      <div role="gridcell" className={styles.cell}>
        {decision ? (
          labelOf(t, group, now, decision)
        ) : (
          <ExpiryBadge brief expires={expires} now={now} />
        )}
      </div>
      <div
        role="gridcell"
        className={mergeClasses(styles.cell, decision === "confirmed" && styles.confirmed)}
      >
        {gives}
      </div>
    </div>
  );
}
