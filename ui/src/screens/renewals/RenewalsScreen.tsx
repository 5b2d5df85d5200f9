/** The desk: the queue on its time axis, and beside it the evidence for the selected group. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
import { useStar } from "@/components/useStar";
import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { Evidence } from "./Evidence";
import { Queue, type QueueHandle } from "./Queue";
import { RenewalKeys } from "./RenewalKeys";
import { RenewalsHeader, type Shape } from "./RenewalsHeader";
import { TimeProvider } from "./TimeProvider";
import { useDecisions, type Result } from "./useDecisions";
import { useDesk } from "./useDesk";
import { useKeyRepeats } from "./useKeyRepeats";

const useStyles = makeStyles({
  main: {
    flex: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    "@container desk (max-width: 31rem)": { flex: "none", height: "26rem", maxHeight: "100%" },
  },
});

const NONE: readonly GroupSummary[] = [];

export function RenewalsScreen({ list, address }: { list: GroupList; address: URLSearchParams }) {
  const styles = useStyles();
  const desk = useDesk(list, address);
  const [shape, setShape] = useState<Shape>("timeline");
  const decisions = useDecisions();
  const star = useStar();
  const queue = useRef<QueueHandle>(null);
  const { unreadable } = usePeopleReading();
  const { selected } = desk;
  useWantedPeople(useMemo(() => (selected ? [selected] : NONE), [selected]));

  const held = useKeyRepeats();
  const sayFailure = useSayFailure(selected?.id);

  const renew = async (group: GroupSummary) => {
    if (held()) return;
    desk.hold(group);
    const wasSelected = group.id === selected?.id;
    const result = await decisions.renew(group);
    if (result.outcome && wasSelected) desk.leave(group.id);
    if (result.error !== null) sayFailure(result);
  };
  const move = (by: number) => {
    desk.move(by);
    queue.current?.focus();
  };
  return (
    <TimeProvider now={list.now}>
      <RenewalKeys group={selected} onMove={move} onRenew={renew} onStar={star} />
      <div className={styles.main}>
        <RenewalsHeader list={list} desk={desk} shape={shape} onShape={setShape} />
        <Queue
          ref={queue}
          list={list}
          desk={desk}

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
          result={decisions.resultOf(selected.id)}
          latest={decisions.latest}
          onSelect={desk.select}
          onRenew={renew}
          onStar={star}
        />
      )}
    </TimeProvider>
  );
}

/** The evidence says what failed about its own group; of another one a notice says it. */
function useSayFailure(selectedId: string | undefined): (result: Result) => void {
  const { t } = useTranslation();
  const notify = useNotifyFailure();
  const selected = useRef(selectedId);
  useEffect(() => {
    selected.current = selectedId;
  });
  return ({ group, decision, error }) => {
    if (selected.current === group.id) return;
    const words = decision === "unknown" ? "groups.renewed.unknown" : "groups.renewed.failed";
    notify(error, t(words, { name: group.displayName }));
  };
}
