/** What is marked, dropped or resized with the pointer in the grid. */
import type { CalendarOptions } from "@fullcalendar/react";

import type { CalendarEvent, EventTime } from "@/ipc/bindings";
import { eventOf, timeOf, type Span } from "./gridEvents";
import type { Shown } from "./useCalendar";

/** When something was marked or double-clicked in the grid. */
export interface Slot {
  time: EventTime;
  /** Only the day is known: in the month. */
  wholeDay: boolean;
}

type Handlers = Pick<
  CalendarOptions,
  | "editable"
  | "selectable"
  | "selectMinDistance"
  | "select"
  | "dateClick"
  | "eventDrop"
  | "eventResize"
>;

export interface GridActions {
  shown: Shown;
  mayChange: boolean;
  onSlot: (slot: Slot) => void;
  onMove: (event: CalendarEvent, to: EventTime) => void;
}

export function useGridHandlers({ shown, mayChange, onMove, onSlot }: GridActions): Handlers {
  const { zone, place } = shown;
  const dropped = ({
    event,
    revert,
  }: {
    event: Span & { extendedProps: object };
    revert: () => void;
  }) => {
    const of = eventOf({ event });
    const own = of.time.kind === "timed" ? of.time.timeZone : zone;
    // It is drawn anew where it goes, or stays: by what is known, not by what the component believes.
    revert();
    onMove(of, timeOf(event, own));
  };
  return {
    editable: mayChange,
    selectable: mayChange && place.view !== "agenda",
    // A click alone marks nothing: it may be meant to close what is open.
    selectMinDistance: 6,
    select: (info) => onSlot({ time: timeOf(info, zone), wholeDay: false }),
    dateClick: ({ dateStr, allDay, jsEvent }) => {
      if (!mayChange || jsEvent.detail < 2) return;
      const span = { startStr: dateStr, endStr: "", allDay };
      onSlot({ time: timeOf(span, zone), wholeDay: allDay && place.view === "month" });
    },
    eventDrop: dropped,
    eventResize: dropped,
  };
}
