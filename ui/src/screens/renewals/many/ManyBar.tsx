/** What can be done with the selected groups and what it costs. It floats above the queue's bottom edge. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { costOf } from "@/components/jobs/estimate";
import { useSession } from "@/ipc/session";
import { formatNumber, formatSeconds } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { isRenewable, type DeskGroup } from "../gone";

const useStyles = makeStyles({
  place: {
    position: "absolute",
    zIndex: 3,
    left: "calc(12px + var(--tray-width, 0px))",
    right: "12px",
    bottom: "16px",
    display: "flex",
    justifyContent: "center",
    pointerEvents: "none",
  },
  bar: {
    pointerEvents: "auto",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 12px",
    padding: "8px 8px 8px 16px",
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tenure.tenureShadowFloat,
    animationName: {
      from: { opacity: 0, transform: "translateY(8px)" },
      to: { opacity: 1, transform: "none" },
    },
    animationDuration: "150ms",
    animationTimingFunction: "ease-out",
  },
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
    <div className={styles.place}>
      <div role="toolbar" aria-label={t("renewals.many.label")} className={styles.bar}>
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
      </div>
    </div>
  );
}
