/** Copies the members of one of the two groups to the other: planned at once, so that it says what it does. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { PlanLeftOut } from "@/components/jobs/PlanLeftOut";
import { usePlan } from "@/components/jobs/usePlan";
import type { GroupSummary } from "@/ipc/bindings";
import { comparisonQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { costWords } from "../costs";
import { useOpenGroup } from "../openGroup";
import { PlanFailure } from "../PlanFailure";

const useStyles = makeStyles({
  words: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: "flex", flexDirection: "column", gap: "8px" },
});

type Way = "there" | "here";

export function CopyFooter({ other }: { other: GroupSummary }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId, summary, details, closeSide } = useOpenGroup();
  const { data } = useQuery(comparisonQuery(groupId, other.id));
  const [way, setWay] = useState<Way>("there");
  const planning = usePlan();
  const { make, planned } = planning;
  const [fromId, toId] = way === "there" ? [groupId, other.id] : [other.id, groupId];
  const count = data ? (way === "there" ? data.onlyLeft.length : data.onlyRight.length) : 0;
  const mayHere = details?.peopleFixed === null;
  useEffect(() => {
    if (count > 0) void make({ kind: "copyPeople", fromId, toId });
  }, [count, fromId, toId, make]);
  if (!data) return null;
  const plan = "plan" in planned ? planned.plan : null;
  const target = way === "there" ? other.displayName : summary.displayName;
  const run = async () => {
    if (await planning.run()) closeSide();
  };
  return (
    <>
      {planned.state === "failed" && <PlanFailure error={planned.error} onRetry={planning.again} />}
      {plan && (
        <div
          className={styles.words}
        >{`${costWords(t, plan)} ${t("jobs.plan.nothingWritten")}`}</div>
      )}
      {plan && <PlanLeftOut plan={plan} />}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={count === 0 || !plan}
          disabledFocusable={planned.state === "starting"}
          onClick={() => void run()}
        >
          {t("group.compare.copy", { count, shown: formatNumber(count), name: target })}
        </Button>
        {mayHere && (
          <Button onClick={() => setWay(way === "there" ? "here" : "there")}>
            {t("group.compare.otherWay")}
          </Button>
        )}
      </div>
    </>
  );
}
