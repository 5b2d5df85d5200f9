/**
 * The grid of a month or a week, and the agenda: FullCalendar, dressed as the rest. What is opened, made or moved
 * in it is told to the tab, which knows what that means.
 */
import { makeStyles, tokens } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons";
import FullCalendar, { type CalendarRef, type EventDisplayInfo } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import list from "@fullcalendar/react/list";
import "@fullcalendar/react/skeleton.css";
import timeGrid from "@fullcalendar/react/timegrid";
import {
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import type { CalendarEvent } from "@/ipc/bindings";
import { formatNumber, locale } from "@/lib/dates";
import { EventMark } from "./EventMark";
import { eventOf, inputOf, shapeOf, VIEW_TYPES } from "./gridEvents";
import { goByArrow } from "./gridArrows";
import { hoursWords } from "./times";
import { useGridHandlers, type GridActions } from "./useGridHandlers";
import { useGridLook } from "./useGridLook";
import { useKeptFocus } from "./useKeptFocus";
import { weekStart } from "./zones";

const PLUGINS = [dayGrid, timeGrid, list, interaction];
/** How many stand side by side in a week before the rest is counted. */
const MOST_BESIDE = 4;
/** What is on its way stands first, so that it is not among those that are only counted. */
const ORDER = ["place", "start", "-duration", "allDay", "title"];
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

const useStyles = makeStyles({
  /** Given its height by what stands around it, whatever is in it. */
  place: { position: "relative", flex: 1, minHeight: "26rem" },
  inside: {
    position: "absolute",
    inset: 0,
    "& [data-date]:focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
});

export interface GridProps extends GridActions {
  now: string;
  title: string;
  events: readonly CalendarEvent[];
  /** The event that is on its way by keyboard. */
  moving: string | null;
  onOpen: (event: CalendarEvent, at: HTMLElement) => void;
  onDay: (day: string, at: HTMLElement) => void;
  onCommit: () => void;
  /** What floats over it. */
  children?: ReactNode;
}

export function Grid(props: GridProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { shown, now, title, events, mayChange, moving, onOpen, onDay, onSlot, onCommit } = props;
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
  const handlers = useGridHandlers(props);
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
  /** On a day by itself. */
  const createOn = ({ key, target }: KeyboardEvent): boolean => {
    const day = target instanceof HTMLElement && target.dataset.date;
    if (key !== "Enter" || !day || !mayChange) return false;
    onSlot({ time: { kind: "allDay", first: day, last: day }, wholeDay: true });
    return true;
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
      onKeyDown={(event) => {
        const isTaken = moving === null && (goByArrow(event) || createOn(event));
        if (isTaken) event.preventDefault();
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

const DAY_MONTH = { day: "numeric", month: "long", year: "numeric" } as const;

/** Begins the agenda at today; what stands around it stays. */
function toTop(heading: HTMLElement): void {
  requestAnimationFrame(() => {
    let box = heading.parentElement;
    while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
    if (!box || box.contains(heading.closest("[role=tabpanel]"))) return;
    box.scrollTop += heading.getBoundingClientRect().top - box.getBoundingClientRect().top;
  });
}
