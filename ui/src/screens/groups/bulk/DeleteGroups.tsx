/** Deleting many groups: what goes with them in figures, until when they can be brought back, and the plan. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { PlanDrawer } from "@/components/jobs/PlanDrawer";
import { usePlan } from "@/components/jobs/usePlan";
import type { GroupSummary } from "@/ipc/bindings";
import { holdingsQuery } from "@/ipc/queries";
import { formatDate, formatNumber } from "@/lib/dates";
import { HoldingsList } from "./HoldingsList";
import { HoldingsSum } from "./HoldingsSum";

/** The service is asked for so many at once; of more groups the first are looked into. */
const MOST = 100;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "12px" },
  sentence: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  groups: readonly GroupSummary[];
  onClose: () => void;
  onStarted: () => void;
}

export function DeleteGroups({ groups, onClose, onStarted }: Props) {
  const planning = usePlan();
  const { make } = planning;
  useEffect(() => {
    void make({ kind: "deleteGroups", groupIds: groups.map(({ id }) => id) });
    // The groups that were selected when it was asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <PlanDrawer planning={planning} onStarted={onStarted} onClose={onClose}>
      <What groups={groups} />
    </PlanDrawer>
  );
}

function What({ groups }: { groups: readonly GroupSummary[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const looked = groups.slice(0, MOST);
  const { data, error, refetch } = useQuery(holdingsQuery(looked.map(({ id }) => id)));
  if (error) {
    return (
      <ErrorPanel error={error} title={t("groups.delete.failed")} onRetry={() => void refetch()} />
    );
  }
  if (!data) {
    return (
      <p role="status" className={styles.quiet}>
        {t("groups.delete.reading")}
      </p>
    );
  }
  return (
    <div className={styles.root}>
      <HoldingsSum holdings={data.groups} />
      {groups.length > MOST && (
        <p className={styles.quiet}>{t("groups.delete.first", { shown: formatNumber(MOST) })}</p>
      )}
      <p className={styles.sentence}>
        {t("groups.delete.until", { date: formatDate(data.restorableUntil, "moment") })}
      </p>
      <HoldingsList groups={looked} holdings={data.groups} />
    </div>
  );
}
