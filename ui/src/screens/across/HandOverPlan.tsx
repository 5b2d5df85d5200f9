/** What happens in each group when everything is handed over, before anything is written. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import { PlanPreview } from "@/components/jobs/PlanPreview";
import { usePlan } from "@/components/jobs/usePlan";
import type { GroupSummary, LeftOut, Person } from "@/ipc/bindings";
import { matrixQuery } from "@/ipc/queries";
import { useSession } from "@/ipc/session";
import { formatNumber } from "@/lib/dates";
import { HandOverList } from "./HandOverList";
import { handOvers, rolesOf } from "./roles";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "12px", minHeight: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  plan: { padding: "16px", maxWidth: "44rem" },
});

interface Props {
  from: Person;
  to: Person;
  removeMembership: boolean;
  /** The groups that the signed-in person owns. */
  groups: readonly GroupSummary[];
  onStarted: () => void;
}

const NOTHING: readonly LeftOut[] = [];
const ref = ({ id, displayName }: Person) => ({ id, displayName });

export function HandOverPlan({ from, to, removeMembership, groups, onStarted }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  const { data, error, refetch, isPlaceholderData } = useQuery(matrixQuery([ref(from), ref(to)]));
  const matrix = isPlaceholderData ? undefined : data;
  const planning = usePlan();
  const { planned, make } = planning;
  const leftOut = "plan" in planned && planned.plan ? planned.plan.leftOut : NOTHING;
  const rows = useMemo(
    () =>
      handOvers(groups, rolesOf(matrix), { from: from.id, to: to.id, removeMembership }, leftOut),
    [groups, matrix, from.id, to.id, removeMembership, leftOut],
  );
  const some = rows.length > 0;
  useEffect(() => {
    if (!some) return;
    void make({ kind: "handOver", from: ref(from), to: ref(to), removeMembership });
    // A new pair is a new component: it is planned once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [some]);
  if (error) {
    return <ErrorPanel error={error} title={t("across.failed")} onRetry={() => void refetch()} />;
  }
  if (!matrix) return <LoadingRows />;
  if (!some) {
    return (
      <div role="status" className={styles.quiet}>
        {t("across.leaving.nothing", { name: from.displayName })}
      </div>
    );
  }
  const going = rows.filter(({ why }) => why === null).length;
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>
        {t("across.leaving.heading", {
          count: going,
          shown: formatNumber(going),
          from: from.displayName,
          to: to.displayName,
        })}
      </h2>
      <HandOverList rows={rows} from={from} to={to} />
      <Card className={styles.plan}>
        <PlanPreview
          planning={planning}
          disabled={!canManage}
          words={{
            title: t("across.leaving.plan", { from: from.displayName, to: to.displayName }),
            run: t("across.leaving.run", { count: going, shown: formatNumber(going) }),
          }}
          onStarted={onStarted}
        />
      </Card>
    </div>
  );
}
