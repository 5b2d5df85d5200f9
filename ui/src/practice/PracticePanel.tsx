/** The practice tenant's clock and conditions, and the way to start it anew. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { practiceQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { ClockControls } from "./ClockControls";
import { ConditionsChoice } from "./ConditionsChoice";
import { ResetDialog } from "./ResetDialog";
import { RoleChoice } from "./RoleChoice";
import { TourButton } from "./tour/TourButton";

const useStyles = makeStyles({
  panel: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "16px", maxWidth: "560px" },
  foot: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    flexWrap: "wrap",
    gap: "8px",
    color: tokens.colorNeutralForeground2,
  },
});

export function PracticePanel() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(practiceQuery(true));
  const [resetting, setResetting] = useState(false);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={3} height={32} />;
  return (
    <div className={styles.panel}>
      <ClockControls status={data} />
      <ConditionsChoice conditions={data.conditions} />
      <RoleChoice administrator={data.administrator} />
      <TourButton />
      <div className={styles.foot}>
        <span>{t("practice.size", { groups: formatNumber(data.groups), count: data.users })}</span>
        <Button size="small" onClick={() => setResetting(true)}>
          {t("practice.resetOpen")}
        </Button>
      </div>
      {resetting && <ResetDialog status={data} onClose={() => setResetting(false)} />}
    </div>
  );
}
