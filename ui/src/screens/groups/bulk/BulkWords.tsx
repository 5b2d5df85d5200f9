/** How many groups are selected, and what renewing them costs or why they cannot be. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { formatNumber, formatSeconds } from "@/lib/dates";
import { costOf } from "@/components/jobs/estimate";

const useStyles = makeStyles({
  words: { marginRight: "8px", whiteSpace: "nowrap" },
  count: { fontWeight: tokens.fontWeightSemibold },
  cost: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "@container bulk (max-width: 36rem)": { display: "none" },
  },
});

interface Props {
  count: number;
  hidden: number;
  renewable: number;
  canManage: boolean;
}

export function BulkWords({ count, hidden, renewable, canManage }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const cost = costOf(renewable);
  const time = cost.seconds === 1 ? t("groups.bulk.aSecond") : formatSeconds(cost.seconds);
  const second = !canManage
    ? t("groups.bulk.needsPermission")
    : hidden > 0
      ? t("groups.bulk.hidden", { shown: formatNumber(hidden) })
      : renewable === 0
        ? t("groups.bulk.noneRenewable")
        : t("groups.bulk.cost", {
            count: cost.requests,
            shown: formatNumber(cost.requests),
            time,
          });
  return (
    <div role="status" className={styles.words}>
      <div className={styles.count}>
        {t("groups.bulk.selected", { shown: formatNumber(count) })}
      </div>
      <div className={styles.cost}>{second}</div>
    </div>
  );
}
