/** The fake company's events: those that every group has, and as many more as the options say. */
import { Temporal } from "temporal-polyfill";

import type {
  Attendee,
  CalendarEvent,
  EventDetails,
  EventTime,
  MailPerson,
  Recurrence,
} from "../bindings";
import { membersOf } from "./directory";
import type { Stage } from "./host";
import { daysOf } from "./recurring";

/** A group's calendar: what stands alone or is one of a series, and the series themselves. */
export interface Calendar {
  events: EventDetails[];
  series: EventDetails[];
  /** The events that were created, by their transaction. */
  made: Map<string, string>;
  next: number;
}

type Some = Partial<Omit<EventDetails, "event">> & { event?: Partial<CalendarEvent> };

export function detailsOf(id: string, subject: string, time: EventTime, more: Some = {}) {
  const event: CalendarEvent = {
    id,
    seriesId: null,
    kind: "single",
    subject,
    time,
    location: null,
    cancelled: false,
    showAs: "busy",
    online: false,
    organizer: true,
    response: "organizer",
    private: false,
    ...more.event,
  };
  const html =
    more.html ??
    "<p>Bring what you want to decide. Notes are in the <strong>notebook</strong>.</p>";
  const details: EventDetails = {
    changeKey: "1",
    ownColors: false,
    organizer: null,
    attendees: [],
    recurrence: null,
    originalStart: null,
    reminderMinutes: 15,
    joinUrl: event.online ? `https://meet.contoso.example/${id}` : null,
    webUrl: `https://outlook.contoso.example/calendar/item/${id}`,
    ...more,
    html,
    editable: more.editable ?? html,
    event,
  };
  return details;
}

const timed = (start: string, minutes: number, timeZone = "Europe/Berlin"): EventTime => {
  const from = Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone);
  return {
    kind: "timed",
    start: from.toInstant().toString(),
    end: from.add({ minutes }).toInstant().toString(),
    timeZone,
  };
};

const allDay = (first: string, last = first): EventTime => ({ kind: "allDay", first, last });

/** The occurrences of a series, by the clock on the wall of its own zone. */
export function occurrencesOf(series: EventDetails): EventDetails[] {
  const { event, recurrence } = series;
  if (!recurrence) return [];
  const { time } = event;
  const first = firstDayOf(time);
  return daysOf(recurrence, first).map((day) => {
    const at = onDay(time, first, day);
    const id = `${event.id}.${day.toString()}`;
    return { ...series, event: { ...event, id, kind: "occurrence", seriesId: event.id, time: at } };
  });
}

const firstDayOf = (time: EventTime): Temporal.PlainDate =>
  time.kind === "allDay"
    ? Temporal.PlainDate.from(time.first)
    : Temporal.Instant.from(time.start).toZonedDateTimeISO(time.timeZone).toPlainDate();

function onDay(time: EventTime, first: Temporal.PlainDate, day: Temporal.PlainDate): EventTime {
  const days = first.until(day).days;
  if (time.kind === "allDay") {
    const last = Temporal.PlainDate.from(time.last).add({ days });
    return { kind: "allDay", first: day.toString(), last: last.toString() };
  }
  const moved = (instant: string) =>
    Temporal.Instant.from(instant)
      .toZonedDateTimeISO(time.timeZone)
      .add({ days })
      .toInstant()
      .toString();
  return { ...time, start: moved(time.start), end: moved(time.end) };
}

const weekly = (
  ...days: Extract<Recurrence["pattern"], { kind: "weekly" }>["days"]
): Recurrence => ({
  pattern: { kind: "weekly", interval: 1, days, weekStart: "monday" },
  end: { kind: "on", date: "2027-06-30" },
});

const board: MailPerson = { name: "Executive Board", address: "board@contoso.example" };

export function calendarOf(stage: Stage, groupId: string): Calendar {
  const known = stage.world.calendars.get(groupId);
  if (known) return known;
  const people = attendeesOf(stage, groupId);
  const group = stage.world.groups.find(({ id }) => id === groupId);
  const self = { name: group?.displayName ?? "", address: group?.mail ?? "" };
  const dress = (details: EventDetails): EventDetails => ({
    ...details,
    organizer: details.organizer ?? self,
    attendees: people,
  });
  const series = seriesOf().map(dress);
  const drawn: Calendar = {
    series,
    events: [...series.flatMap(occurrencesOf), ...singles().map(dress), ...many(stage).map(dress)],
    made: new Map(),
    next: 1,
  };
  stage.world.calendars.set(groupId, drawn);
  return drawn;
}

const RESPONSES = ["accepted", "tentative", "notAnswered", "declined"] as const;

function attendeesOf(stage: Stage, groupId: string): Attendee[] {
  return membersOf(stage.world, groupId)
    .filter(({ person }) => person.address)
    .slice(0, 5)
    .map(({ person }, index) => ({
      person: { name: person.displayName, address: person.address ?? "" },
      optional: index === 4,
      response: RESPONSES[index % RESPONSES.length] ?? "none",
    }));
}

const seriesOf = (): EventDetails[] => [
  detailsOf("standup", "Stand-up", timed("2026-09-07T09:15:00", 15), {
    event: { kind: "series", online: true },
    recurrence: weekly("monday", "tuesday", "wednesday", "thursday"),
    reminderMinutes: 5,
    html: "<p>What was done, what comes, what is in the way.</p>",
  }),
  detailsOf("committee", "Hiring committee", timed("2026-09-02T14:00:00", 90), {
    event: { kind: "series", location: "Room Elbe" },
    recurrence: weekly("wednesday"),
  }),
  detailsOf(
    "americas",
    "Call with the Americas",
    timed("2026-09-08T10:00:00", 60, "America/New_York"),
    {
      event: { kind: "series", online: true },
      recurrence: {
        pattern: { kind: "monthlyOnWeekday", interval: 1, index: "second", days: ["tuesday"] },
        end: { kind: "after", occurrences: 12 },
      },
    },
  ),
];

const singles = (): EventDetails[] => [
  detailsOf("offsite", "Offsite in Lyon", allDay("2026-11-26", "2026-11-27"), {
    event: { location: "Lyon", showAs: "away" },
  }),
  detailsOf("freeze", "No interviews", allDay("2026-12-21", "2027-01-03"), {
    event: { showAs: "free" },
  }),
  detailsOf("salary", "Salary round", timed("2026-11-24T11:00:00", 45), {
    event: { private: true, location: "Room Alster" },
  }),
  detailsOf("visit", "Visit of the works council", timed("2026-11-25T10:00:00", 60), {
    event: { cancelled: true, location: "Room Elbe" },
  }),
  detailsOf("townhall", "Town hall", timed("2026-11-26T16:00:00", 60), {
    event: { organizer: false, response: "notAnswered", online: true, showAs: "tentative" },
    organizer: board,
    html: "<p>The year, and the next. Questions beforehand, please.</p>",
  }),
  detailsOf(
    "debrief",
    "Interview debrief: backend engineer, Hamburg",
    timed("2026-11-23T13:00:00", 60),
    {
      event: { online: true, location: "Room Elbe" },
    },
  ),
  detailsOf("onboarding", "Onboarding", timed("2026-12-01T09:30:00", 120), {
    event: { location: "Reception" },
  }),
  detailsOf("interview", "採用面接 — 佐藤さん", timed("2026-11-27T11:00:00", 45), {
    event: { online: true },
  }),
];

const SUBJECTS = ["Interview", "Debrief", "Phone screen", "Offer", "Review", "Reference call"];
/** So many of them are on one day. */
const BUSY = 50;

/** As many more as the options say, over a year; where there are hundreds, one day has fifty. */
function many({ options }: Stage): EventDetails[] {
  const begin = Temporal.PlainDateTime.from("2026-06-01T08:00:00");
  return Array.from({ length: options.events }, (_, index) => {
    const crowded = options.events >= 100 && index < BUSY;
    const at = crowded
      ? Temporal.PlainDateTime.from("2026-11-24T07:00:00").add({ minutes: index * 15 })
      : begin.add({ days: (index * 37) % 365, minutes: (index * 53) % 600 });
    const subject = `${SUBJECTS[index % SUBJECTS.length]} ${index + 1}`;
    const online = index % 3 === 0;
    return detailsOf(`event-${index}`, subject, timed(at.toString(), 30), { event: { online } });
  });
}
