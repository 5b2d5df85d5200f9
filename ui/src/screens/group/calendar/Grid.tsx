/**
 * The grid of a month or a week, and the agenda: FullCalendar, dressed as the rest. What is opened, made or moved
 * in it is told to the tab, which knows what that means.
 */
import FullCalendar, {
  type CalendarOptions,
  type CalendarRef,
  type EventDisplayInfo,
  type EventInput,
} from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import list from "@fullcalendar/react/list";
import "@fullcalendar/react/skeleton.css";
import timeGrid from "@fullcalendar/react/timegrid";
import { Temporal } from "temporal-polyfill";
import { makeStyles } from "@fluentui/react-components";
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import type { CalendarEvent, EventTime } from "@/ipc/bindings";
import { formatNumber, locale } from "@/lib/dates";
import { CalendarRegular } from "@fluentui/react-icons";
import { EventMark } from "./EventMark";
import { hoursWords } from "./times";
import type { View } from "./place";
import type { Shown } from "./useCalendar";
import { useGridLook } from "./useGridLook";
import { weekStart } from "./zones";

const PLUGINS = [dayGrid, timeGrid, list, interaction];
const VIEW_TYPES: Record<View, string> = {
  month: "dayGridMonth",
  week: "timeGridWeek",
  agenda: "listMonth",
};
/** How many stand side by side in a week before the rest is counted. */
const MOST_BESIDE = 4;
/** What is on its way stands first, so that it is not among those that are only counted. */
const ORDER = ["place", "start", "-duration", "allDay", "title"];
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

const useStyles = makeStyles({
  /** Given its height by what stands around it, whatever is in it. */
  place: { position: "relative", flex: 1, minHeight: "26rem" },
  inside: { position: "absolute", inset: 0 },
});

/** When something was marked or double-clicked in the grid. */
export interface Slot {
  time: EventTime;
  /** Only the day is known: in the month. */
  wholeDay: boolean;
}

export interface GridProps {
  shown: Shown;
  now: string;
  title: string;
  events: readonly CalendarEvent[];
  mayChange: boolean;
  /** The event that is on its way by keyboard. */
  moving: string | null;
  onOpen: (event: CalendarEvent, at: HTMLElement) => void;
  onDay: (day: string, at: HTMLElement) => void;
  onSlot: (slot: Slot) => void;
  onMove: (event: CalendarEvent, to: EventTime) => void;
  onCommit: () => void;
  /** What floats over it. */
  children?: ReactNode;
}

export function Grid(props: GridProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { shown, now, title, events, mayChange, moving, onOpen, onDay, onCommit } = props;
  const { place, zone } = shown;
  const look = useGridLook();
  const calendar = useRef<CalendarRef>(null);
  const box = useRef<HTMLDivElement>(null);
  const inputs = useMemo(
    () => events.map((event) => inputOf(event, mayChange, event.id === moving)),
    [events, mayChange, moving],
  );
  useEffect(() => {
    const api = calendar.current?.getApi();
    if (!api) return;
    const type = VIEW_TYPES[place.view];
    // After the picture that asked for it: the component draws itself at once.
    queueMicrotask(() => {
      if (api.view.type === type) api.gotoDate(place.day);
      else api.changeView(type, place.day);
    });
  }, [place]);
  useKeptFocus(box, inputs);
  const handlers = useHandlers(props);
  const content = useMemo(
    () => (info: EventDisplayInfo) => {
      const event = eventOf(info);
      return (
        <EventMark
          event={event}
          zone={zone}
          timeText={
            info.view.type === VIEW_TYPES.agenda
              ? hoursWords(event.time, zone) || t("calendar.allDay")
              : info.timeText
          }
          shape={shapeOf(info)}
          moving={event.id === moving}
        />
      );
    },
    [moving, t, zone],
  );
  /** The list of a day is ours: what the component would open knows nothing of ours. */
  const openDay = (event: MouseEvent | KeyboardEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>("[data-more]");
    const day = link?.closest<HTMLElement>("[data-date]")?.dataset.date;
    if (!link || !day) return;
    event.preventDefault();
    event.stopPropagation();
    onDay(day, link);
  };
  return (
    <div
      ref={box}
      role="region"
      aria-label={t("calendar.grid", { title })}
      className={styles.place}
      onClickCapture={openDay}
      onKeyDownCapture={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        if (moving === null) return openDay(event);
        event.preventDefault();
        event.stopPropagation();
        onCommit();
      }}
    >
      <div className={styles.inside}>
        <FullCalendar
          {...look}
          {...handlers}
          ref={calendar}
          plugins={PLUGINS}
          headerToolbar={false}
          initialView={VIEW_TYPES[place.view]}
          initialDate={place.day}
          timeZone={zone}
          now={now}
          locale={locale}
          firstDay={weekStart % 7}
          height="100%"
          events={inputs}
          fixedWeekCount={false}
          eventOrder={ORDER}
          dayMaxEvents
          eventMaxStack={MOST_BESIDE}
          slotEventOverlap={false}
          nowIndicator
          allDayText={t("calendar.allDay")}
          timedText={t("calendar.timed")}
          eventsHint={t("calendar.eventsOf")}
          eventTimeFormat={TIME}
          slotHeaderFormat={TIME}
          slotHeaderInterval="01:00"
          slotDuration="00:30"
          snapDuration="00:15"
          scrollTime="07:30"
          expandRows
          eventInteractive
          eventContent={content}
          eventDidMount={({ el, event }) => void (el.dataset.event = event.id)}
          moreLinkDidMount={({ el }) => void (el.dataset.more = "")}
          moreLinkContent={({ num }) => t("calendar.more", { shown: formatNumber(num) })}
          moreLinkHint={(count) => t("calendar.moreHint", { count })}
          listDayHeaderDidMount={({ el, isToday }) => isToday && toTop(el)}
          eventClick={({ event, el }) => onOpen(eventOf({ event }), el)}
          noEventsContent={
            <EmptyState
              icon={<CalendarRegular />}
              title={t("calendar.none.title", { month: title })}
              text={t("calendar.none.text")}
            />
          }
          views={{
            month: { dayHeaderFormat: { weekday: "short" } },
            week: { dayHeaderFormat: { weekday: "short", day: "numeric" }, displayEventEnd: true },
            list: { listDayFormat: { weekday: "long" }, listDayAltFormat: DAY_MONTH },
          }}
        />
      </div>
      {props.children}
    </div>
  );
}

/** Begins the agenda at today; what stands around it stays. */
function toTop(heading: HTMLElement): void {
  requestAnimationFrame(() => {
    let box = heading.parentElement;
    while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
    if (!box || box.contains(heading.closest("[role=tabpanel]"))) return;
    box.scrollTop += heading.getBoundingClientRect().top - box.getBoundingClientRect().top;
  });
}

const DAY_MONTH = { day: "numeric", month: "long", year: "numeric" } as const;

const eventOf = ({ event }: { event: { extendedProps: object } }): CalendarEvent =>
  (event.extendedProps as { of: CalendarEvent }).of;

function shapeOf({ view, isShort, event }: EventDisplayInfo) {
  if (view.type === VIEW_TYPES.agenda) return "agenda";
  if (view.type === VIEW_TYPES.month || event.allDay) return "line";
  return isShort ? "short" : "tall";
}

function inputOf(event: CalendarEvent, mayChange: boolean, moving: boolean): EventInput {
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

interface Span {
  startStr: string;
  endStr: string;
  allDay: boolean;
}

/** What was marked or dropped, as an event's time. */
function timeOf({ startStr, endStr, allDay }: Span, timeZone: string): EventTime {
  if (allDay) {
    const first = Temporal.PlainDate.from(startStr.slice(0, 10));
    const end = endStr ? Temporal.PlainDate.from(endStr.slice(0, 10)) : first.add({ days: 1 });
    return { kind: "allDay", first: first.toString(), last: end.subtract({ days: 1 }).toString() };
  }
  const start = Temporal.Instant.from(startStr);
  const end = endStr ? Temporal.Instant.from(endStr) : start.add({ minutes: 30 });
  return { kind: "timed", start: start.toString(), end: end.toString(), timeZone };
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

function useHandlers({ shown, mayChange, onMove, onSlot }: GridProps): Handlers {
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

/** Drawing anew takes what had the focus away: it comes back to the same event. */
function useKeptFocus(box: React.RefObject<HTMLDivElement | null>, drawn: unknown): void {
  const focused = useRef<string | null>(null);
  useEffect(() => {
    const note = () => {
      const within = box.current?.contains(document.activeElement);
      if (within) focused.current = eventIdOf(document.activeElement);
      else if (document.activeElement !== document.body) focused.current = null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [box]);
  useLayoutEffect(() => {
    if (focused.current === null) return;
    const { current: id } = focused;
    // The component draws after this.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) elementOf(box.current, id)?.focus();
    });
    return () => clearTimeout(timer);
  }, [box, drawn]);
}

export const eventIdOf = (element: Element | null): string | null =>
  element?.closest<HTMLElement>("[data-event]")?.dataset.event ?? null;

export const elementOf = (within: ParentNode | null, id: string): HTMLElement | null =>
  within?.querySelector<HTMLElement>(`[data-event="${CSS.escape(id)}"]`) ?? null;
