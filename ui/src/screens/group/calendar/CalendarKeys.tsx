/** The keys of the calendar: going about in time, from event to event, and moving the one that has the focus. */
import { useTranslation } from "react-i18next";

import type { CalendarEvent } from "@/ipc/bindings";
import { useShortcut } from "@/shortcuts/registry";
import { elementOf, eventIdOf } from "./gridEvents";
import { holds, shownDays, step, VIEWS } from "./place";
import { firstDayOf, NONE, type Move, type Shift } from "./times";
import type { CalendarState } from "./useCalendar";
import type { KeyMove } from "./useKeyMove";
import { weekStart } from "./zones";

interface Props {
  calendar: CalendarState;
  find: (id: string) => CalendarEvent | undefined;
  keyMove: KeyMove;
  mayChange: boolean;
  onCreate: () => void;
}

const VIEW_KEYS = { month: "m", week: "w", agenda: "a" } as const;

const STEP_MINUTES = 15;
const WEEK: Shift = { days: 7, minutes: 0 };
const DAY: Shift = { days: 1, minutes: 0 };
const QUARTER: Shift = { days: 0, minutes: STEP_MINUTES };

const times = ({ days, minutes }: Shift, by: 1 | -1): Shift => ({
  days: days * by,
  minutes: minutes * by,
});

export function CalendarKeys(props: Props) {
  return (
    <>
      <TimeKeys {...props} />
      <EventKeys />
      {props.mayChange && <MoveKeys {...props} />}
    </>
  );
}

function TimeKeys({ calendar, mayChange, onCreate }: Props) {
  const { t } = useTranslation();
  const { shown, today, goTo } = calendar;
  useShortcut("n", t("calendar.keys.create"), onCreate, { enabled: mayChange, inPalette: true });
  useShortcut("t", t("calendar.keys.today"), () => goTo({ day: today }));
  useShortcut("p", t("calendar.keys.previous"), () => goTo(step(shown.place, -1)));
  useShortcut("f", t("calendar.keys.next"), () => goTo(step(shown.place, 1)));
  return VIEWS.map((view) => (
    <ViewKey key={view} keys={VIEW_KEYS[view]} view={view} onView={() => goTo({ view })} />
  ));
}

type ViewKeyProps = { keys: string; view: keyof typeof VIEW_KEYS; onView: () => void };

function ViewKey({ keys, view, onView }: ViewKeyProps) {
  const { t } = useTranslation();
  useShortcut(keys, t(`calendar.keys.${view}`), onView);
  return null;
}

function EventKeys() {
  const { t } = useTranslation();
  const go = (by: number) => {
    const all = [...document.querySelectorAll<HTMLElement>("[data-event]")].filter(isShown);
    const at = all.findIndex((each) => each === document.activeElement);
    if (at < 0) return all.at(by > 0 ? 0 : -1)?.focus();
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut("j", t("calendar.keys.eventNext"), () => go(1));
  useShortcut("k", t("calendar.keys.eventBefore"), () => go(-1));
  useShortcut("ArrowRight", t("calendar.keys.eventNext"), () => go(1));
  useShortcut("ArrowLeft", t("calendar.keys.eventBefore"), () => go(-1));
  return null;
}

/** What has no room in its day is not drawn, and can't have the focus. */
const isShown = (element: HTMLElement): boolean =>
  element.closest<HTMLElement>("[style*='visibility: hidden']") === null;

function MoveKeys({ calendar, find, keyMove }: Props) {
  const { t } = useTranslation();
  const { shown, goTo } = calendar;
  const { place, zone } = shown;
  const { moving, nudge, commit, revert } = keyMove;
  const focused = (): CalendarEvent | undefined => {
    const id = eventIdOf(document.activeElement) ?? moving?.event.id;
    const event = id === undefined ? undefined : find(id);
    return event?.organizer && !event.cancelled ? event : undefined;
  };
  const move = (by: (event: CalendarEvent) => Move) => {
    const event = focused();
    if (!event) return;
    const to = firstDayOf(nudge(event, by(event)), zone);
    if (!holds(shownDays(place, weekStart), to)) goTo({ day: to });
    // It is drawn anew where it goes.
    setTimeout(() => elementOf(document, event.id)?.focus());
  };
  const whole = (shift: Shift) => move(() => ({ start: shift, end: shift }));
  const fine = (event: CalendarEvent, by: 1 | -1): Shift =>
    times(event.time.kind === "allDay" ? DAY : QUARTER, by);
  const vertical = (by: 1 | -1) =>
    place.view === "week"
      ? move((event) => {
          const shift = event.time.kind === "allDay" ? NONE : times(QUARTER, by);
          return { start: shift, end: shift };
        })
      : whole(times(WEEK, by));
  useShortcut("Alt+ArrowLeft", t("calendar.keys.dayBefore"), () => whole(times(DAY, -1)));
  useShortcut("Alt+ArrowRight", t("calendar.keys.dayAfter"), () => whole(DAY));
  useShortcut("Alt+ArrowUp", t("calendar.keys.earlier"), () => vertical(-1));
  useShortcut("Alt+ArrowDown", t("calendar.keys.later"), () => vertical(1));
  useShortcut("Alt+Shift+ArrowUp", t("calendar.keys.shorter"), () =>
    move((event) => ({ start: NONE, end: fine(event, -1) })),
  );
  useShortcut("Alt+Shift+ArrowDown", t("calendar.keys.longer"), () =>
    move((event) => ({ start: NONE, end: fine(event, 1) })),
  );
  useShortcut("Enter", t("calendar.keys.commit"), commit, { enabled: moving !== null });
  useShortcut("Escape", t("calendar.keys.revert"), () => void revert(), {
    enabled: moving !== null,
  });
  return null;
}
