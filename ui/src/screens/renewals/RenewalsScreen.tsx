/** The desk: the queue on its time axis, and beside it the evidence for the selected group. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";

import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
import { useStar } from "@/components/useStar";
import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { Evidence } from "./Evidence";
import { Queue, type QueueHandle } from "./Queue";
import { RenewalKeys } from "./RenewalKeys";
import { RenewalsHeader, type Shape } from "./RenewalsHeader";
import { useDecisions } from "./useDecisions";
import { useDesk } from "./useDesk";
import { useTimeWindow } from "./useTimeWindow";

const useStyles = makeStyles({
  main: {
    flex: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const NONE: readonly GroupSummary[] = [];

export function RenewalsScreen({ list, address }: { list: GroupList; address: URLSearchParams }) {
  const styles = useStyles();
  const desk = useDesk(list, address);
  const time = useTimeWindow(list.now);
  const [shape, setShape] = useState<Shape>("timeline");
  const decisions = useDecisions();
  const star = useStar();
  const queue = useRef<QueueHandle>(null);
  const { unreadable } = usePeopleReading();
  const { selected } = desk;
  useWantedPeople(useMemo(() => (selected ? [selected] : NONE), [selected]));

  const renew = async (group: GroupSummary) => {
    desk.hold(group);
    const wasSelected = group.id === selected?.id;
    if ((await decisions.renew(group)) && wasSelected) desk.leave(group.id);
  };
  const move = (by: number) => {
    desk.move(by);
    queue.current?.focus();
  };
  return (
    <>
      <RenewalKeys group={selected} time={time} onMove={move} onRenew={renew} onStar={star} />
      <div className={styles.main}>
        <RenewalsHeader list={list} desk={desk} time={time} shape={shape} onShape={setShape} />
        <Queue
          ref={queue}
          list={list}
          desk={desk}
          time={time}
          shape={shape}
          decisions={decisions}
          unreadable={unreadable}
        />
      </div>
      {selected && (
        <Evidence
          group={selected}
          list={list}
          unreadable={unreadable.has(selected.id)}
          decision={decisions.of(selected.id)}
          onRenew={renew}
          onStar={star}
        />
      )}
    </>
  );
}
