/** The decision: what renewing gives, and the one button that does it. */
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { Key } from "@/components/Key";
import { useSession } from "@/ipc/session";
import { daysAfter, formatDate } from "@/lib/dates";
import { links } from "@/lib/links";
import type { EvidenceProps } from "./Evidence";
import { Outcome } from "./Outcome";

const useStyles = makeStyles({
  root: {
    flex: "none",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px 16px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  gives: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: "0 8px",
    color: tokens.colorNeutralForeground2,
  },
  date: { color: tokens.colorNeutralForeground1 },
  button: { justifyContent: "space-between", minHeight: "36px", width: "100%" },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Props = Pick<EvidenceProps, "group" | "list" | "result" | "latest" | "onSelect" | "onRenew">;

export function DecisionButtons({ group, list, result, latest, onSelect, onRenew }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const canManage = useSession()?.canManage ?? false;
  const { policy, now } = list;
  const renewing = result?.decision === "renewing";
  return (
    <div className={styles.root}>
      <Outcome result={latest} onShow={onSelect} />
      {group.expires !== null && policy.state === "active" && (
        <div className={styles.gives}>
          <span>{t("renewals.decision.gives")}</span>
          <strong className={styles.date}>{formatDate(daysAfter(now, policy.lifetimeDays))}</strong>
        </div>
      )}
      {group.expires === null && <div className={styles.note}>{t("renewals.decision.cannot")}</div>}
      {!canManage && (
        <div className={styles.note}>
          {t("renewals.decision.needsPermission")}{" "}
          <Link inline onClick={() => void navigate(links.settings)}>
            {t("renewals.decision.toPermissions")}
          </Link>
        </div>
      )}
      <Button
        appearance="primary"
        className={styles.button}
        disabled={!canManage || group.expires === null}
        disabledFocusable={renewing}
        onClick={() => void onRenew(group)}
      >
        {t(renewing ? "renewals.decision.renewing" : "renewals.decision.renew")}
        <Key onBrand>R</Key>
      </Button>
      <Button className={styles.button} onClick={() => void navigate(links.group(group.id))}>
        {t("renewals.decision.open")}
        <Key>O</Key>
      </Button>
    </div>
  );
}
