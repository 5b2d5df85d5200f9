/** Between an event as the rest knows it and what the calendar component draws. */
import type { EventDisplayInfo, EventInput } from "@fullcalendar/react";
import { Temporal } from "temporal-polyfill";

import type { CalendarEvent, EventTime } from "@/ipc/bindings";
import type { View } from "./place";

export const VIEW_TYPES: Record<View, string> = {
  month: "dayGridMonth",
  week: "timeGridWeek",
  agenda: "listMonth",
};

export const eventOf = ({ event }: { event: { extendedProps: object } }): CalendarEvent =>
  (event.extendedProps as { of: CalendarEvent }).of;

export function shapeOf({ view, isShort, event }: EventDisplayInfo) {
  if (view.type === VIEW_TYPES.agenda) return "agenda";
  if (view.type === VIEW_TYPES.month || event.allDay) return "line";
  return isShort ? "short" : "tall";
}

export function inputOf(event: CalendarEvent, mayChange: boolean, moving: boolean): EventInput {
  const { id, time, subject } = event;
  const editable = mayChange && event.organizer && !event.cancelled;
  const base = {
    id,
    title: subject,
    editable,
    extendedProps: { of: event, place: moving ? 0 : 1 },
  };
  if (time.kind === "timed") return { ...base, start: time.start, end: time.end, allDay: false };
  const end = Temporal.PlainDate.from(time.last).add({ days: 1 }).toString();
  return { ...base, start: time.first, end, allDay: true };
}

export interface Span {
  startStr: string;
  endStr: string;
  allDay: boolean;
}

/** What was marked or dropped, as an event's time. */
export function timeOf({ startStr, endStr, allDay }: Span, timeZone: string): EventTime {
  if (allDay) {
    const first = Temporal.PlainDate.from(startStr.slice(0, 10));
    const end = endStr ? Temporal.PlainDate.from(endStr.slice(0, 10)) : first.add({ days: 1 });
    return { kind: "allDay", first: first.toString(), last: end.subtract({ days: 1 }).toString() };
  }
  const start = Temporal.Instant.from(startStr);
  const end = endStr ? Temporal.Instant.from(endStr) : start.add({ minutes: 30 });
  return { kind: "timed", start: start.toString(), end: end.toString(), timeZone };
}

export const eventIdOf = (element: Element | null): string | null =>
  element?.closest<HTMLElement>("[data-event]")?.dataset.event ?? null;

export const elementOf = (within: ParentNode | null, id: string): HTMLElement | null =>
  within?.querySelector<HTMLElement>(`[data-event="${CSS.escape(id)}"]`) ?? null;
