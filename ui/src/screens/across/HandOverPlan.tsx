/** What happens in each group when everything is handed over, as the plan has it, before anything is written. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { LoadingRows } from "@/components/LoadingRows";
import { PlanPreview } from "@/components/jobs/PlanPreview";
import { usePlan } from "@/components/jobs/usePlan";
import type { HandOver, Person } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { formatNumber } from "@/lib/dates";
import { HandOverList } from "./HandOverList";

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
  onStarted: () => void;
}

const ref = ({ id, displayName }: Person) => ({ id, displayName });

export function HandOverPlan({ from, to, removeMembership, onStarted }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  const planning = usePlan();
  const { planned, make } = planning;
  useEffect(() => {
    void make({ kind: "handOver", from: ref(from), to: ref(to), removeMembership });
    // A new pair is a new component: it is planned once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const handOver = "plan" in planned && planned.plan ? planned.plan.handOver : null;
  if (planned.state === "none" || planned.state === "making") return <LoadingRows />;
  if (handOver?.groups.length === 0) {
    return (
      <div role="status" className={styles.quiet}>
        {t(handOver.whole ? "across.leaving.nothing" : "across.leaving.nothingOfYours", {
          name: from.displayName,
        })}
      </div>
    );
  }
  const going = handOver?.groups.filter(({ why }) => why === null).length ?? 0;
  return (
    <div className={styles.root}>
      {handOver && (
        <>
          <h2 className={styles.title}>{headingOf(t, handOver, from, to)}</h2>
          {!handOver.whole && (
            <div role="note" className={styles.quiet}>
              {t("across.leaving.onlyYours", { name: from.displayName })}
            </div>
          )}
          <HandOverList rows={handOver.groups} from={from} to={to} />
        </>
      )}
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

function headingOf(t: TFunction, { groups }: HandOver, from: Person, to: Person): string {
  const going = groups.filter(({ why }) => why === null).length;
  const words = t("across.leaving.heading", {
    count: going,
    shown: formatNumber(going),
    from: from.displayName,
    to: to.displayName,
  });
  const left = groups.length - going;
  return left === 0
    ? words
    : `${words} · ${t("across.leaving.cannot", { count: left, shown: formatNumber(left) })}`;
}
