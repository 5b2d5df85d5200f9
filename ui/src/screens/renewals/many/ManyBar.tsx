/** What can be done with the selected groups and what it costs. It floats above the queue's bottom edge. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { FloatingBar } from "@/components/FloatingBar";
import { costOf } from "@/components/jobs/estimate";
import { useSession } from "@/ipc/session";
import { formatNumber, formatSeconds } from "@/lib/dates";
import { isRenewable, type DeskGroup } from "../gone";

const useStyles = makeStyles({
  count: { fontWeight: tokens.fontWeightSemibold },
  cost: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface Props {
  groups: readonly DeskGroup[];
  onRenew: (groups: readonly DeskGroup[]) => void;
  onClear: () => void;
}

export function ManyBar({ groups, onRenew, onClear }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  if (groups.length === 0) return null;
  const renewable = groups.filter(isRenewable);
  const { requests: count, seconds } = costOf(renewable.length);
  const time = seconds === 1 ? t("renewals.many.aSecond") : formatSeconds(seconds);
  return (
    <FloatingBar label={t("renewals.many.label")}>
      <span role="status">
        <span className={styles.count}>
          {t("renewals.many.selected", { shown: formatNumber(groups.length) })}
        </span>{" "}
        <span className={styles.cost}>
          {!canManage
            ? t("decisions.needsPermission")
            : renewable.length === 0
              ? t("renewals.many.none")
              : t("renewals.many.cost", { count, shown: formatNumber(count), time })}
        </span>
      </span>
      <Button
        appearance="primary"
        disabledFocusable={!canManage || renewable.length === 0}
        onClick={() => onRenew(renewable)}
      >
        {t("renewals.many.renew", { shown: formatNumber(renewable.length) })}
      </Button>
      <Tooltip relationship="label" content={t("renewals.many.clear")}>
        <Button appearance="subtle" icon={<DismissRegular />} onClick={onClear} />
      </Tooltip>
    </FloatingBar>
  );
}
