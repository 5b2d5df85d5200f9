/** Moves an event by keyboard: shown and said with each key, sent with Enter, put back with Escape. */
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import type { CalendarEvent, EventTime } from "@/ipc/bindings";
import type { Moves } from "./useMoves";
import { moved, timeWords, type Move } from "./times";

interface Moving {
  event: CalendarEvent;
  to: EventTime;
}

export interface KeyMove {
  moving: Moving | null;
  /** What a screen reader is told. */
  said: string;
  nudge: (event: CalendarEvent, by: Move) => EventTime;
  commit: () => void;
  /** Answers whether there was something to put back. */
  revert: () => boolean;
}

export function useKeyMove(moves: Moves, zone: string): KeyMove {
  const { t } = useTranslation();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [said, setSaid] = useState("");
  const nudge = (event: CalendarEvent, by: Move): EventTime => {
    const from = moving?.event.id === event.id ? moving.to : event.time;
    const to = moved(from, by, zone);
    setMoving({ event, to });
    setSaid(t("calendar.movingTo", { when: timeWords(to, zone) }));
    return to;
  };
  const { move } = moves;
  const commit = () => {
    if (!moving) return;
    setMoving(null);
    setSaid("");
    move(moving.event, moving.to);
  };
  const revert = useCallback(() => {
    if (!moving) return false;
    setMoving(null);
    setSaid(t("calendar.movedNot", { when: timeWords(moving.event.time, zone) }));
    return true;
  }, [moving, t, zone]);
  return { moving, said, nudge, commit, revert };
}
