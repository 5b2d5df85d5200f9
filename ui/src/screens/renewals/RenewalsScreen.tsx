/** The desk: the queue on its time axis, and beside it the evidence for the selected group. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";

import { PlanDrawer } from "@/components/jobs/PlanDrawer";
import { usePlan } from "@/components/jobs/usePlan";
import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
import { useStar } from "@/components/useStar";
import type { Decided, GroupList } from "@/ipc/bindings";
import { decisionsQuery, deletedQuery } from "@/ipc/queries";
import { useAsking } from "./decisions/useAsking";
import { Evidence } from "./evidence/Evidence";
import { useWantedEvidence } from "./evidence/useEvidence";
import type { DeskGroup } from "./gone";
import { ManyBar } from "./many/ManyBar";
import { useMarks } from "./many/useMarks";
import { Queue, type QueueHandle } from "./Queue";
import { RenewalKeys } from "./RenewalKeys";
import { RenewalsHeader } from "./RenewalsHeader";
import { TimeProvider } from "./TimeProvider";
import { useDesk } from "./useDesk";
import { useVerdicts } from "./useVerdicts";

const useStyles = makeStyles({
  main: {
    position: "relative",
    flex: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    "@container desk (max-width: 31rem)": { flex: "none", height: "26rem", maxHeight: "100%" },
  },
});

const NONE: readonly DeskGroup[] = [];

export function RenewalsScreen({ list, address }: { list: GroupList; address: URLSearchParams }) {
  const styles = useStyles();
  const { data: deleted } = useQuery(deletedQuery());
  const decided = useDecided();
  const desk = useDesk({ list, deleted, decided }, address);
  const { selected, groups } = desk;
  const verdicts = useVerdicts(desk, decided);
  const asking = useAsking(selected?.id);
  const marks = useMarks(groups);
  const star = useStar();
  const queue = useRef<QueueHandle>(null);
  const { unreadable } = usePeopleReading();
  const planning = usePlan();
  const live = selected && !selected.gone ? selected : undefined;
  useWantedPeople(useMemo(() => (live ? [live] : NONE), [live]));
  useWantedEvidence(groups, selected, list.now);
  const renewMany = (many: readonly DeskGroup[]) => {
    // What is about to be renewed stays where it is.
    desk.hold(many);
    void planning.make({ kind: "renewGroups", groupIds: many.map(({ id }) => id) });
  };
  const move = (by: number) => {
    desk.move(by);
    queue.current?.focus();
  };
  return (
    <TimeProvider now={list.now}>
      <RenewalKeys
        group={selected}
        verdicts={verdicts}
        asking={asking}
        marks={marks}
        onMove={move}
        onStar={star}
      />
      <div className={styles.main}>
        <RenewalsHeader
          list={list}
          desk={desk}
          decided={decided}
          verdicts={verdicts}
          onRenewAll={renewMany}
        />
        <Queue
          ref={queue}
          list={list}
          desk={desk}
          decided={decided}
          marks={marks}
          renewals={verdicts.renewals}
          unreadable={unreadable}
        />
        <ManyBar groups={marks.groups} onRenew={renewMany} onClear={marks.clear} />
      </div>
      {selected && (
        <Evidence
          group={selected}
          list={list}
          decided={decided.get(selected.id)}
          result={verdicts.renewals.resultOf(selected.id)}
          latest={verdicts.renewals.latest}
          verdicts={verdicts}
          asking={asking}
          onSelect={desk.select}
          onStar={star}
        />
      )}
      <PlanDrawer planning={planning} onStarted={marks.clear} />
    </TimeProvider>
  );
}

function useDecided(): ReadonlyMap<string, Decided> {
  const { data } = useQuery(decisionsQuery());
  return useMemo(
    () => new Map(data?.decisions.map((decided) => [decided.groupId, decided])),
    [data],
  );
}
