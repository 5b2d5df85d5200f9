/** The fake host's calendars. */
import { Temporal } from "temporal-polyfill";

import type {
  EventChangeRequest,
  EventDetails,
  EventInput,
  EventTime,
  RecurrenceChange,
  WallTime,
} from "../bindings";
import { checked } from "./eventChecks";
import { calendarOf, detailsOf, occurrencesOf, type Calendar } from "./events";
import { find } from "./groups";
import { fakeError, type Handlers, type Stage } from "./host";
import { mailboxState } from "./mailbox";

type Mine =
  | "calendar_get"
  | "event_get"
  | "event_check"
  | "event_create"
  | "event_change"
  | "event_cancel"
  | "event_answer";

export function calendarCommands(stage: Stage): Pick<Handlers, Mine> {
  const { options } = stage;
  const changing = (groupId: string): Calendar => {
    if (options.refuse !== "nothing") throw fakeError(options.refuse);
    return calendarOf(stage, groupId);
  };
  const changed = <T>(answer: T): T => {
    stage.emit({ kind: "changed", tags: ["calendar"] });
    return answer;
  };
  return {
    calendar_get: ({ groupId, first, last, timeZone }) => {
      find(stage, groupId);
      const mailbox = mailboxState(stage);
      const offline = options.state === "offline";
      return {
        mailbox,
        asOf: mailbox.state === "ready" ? stage.now : null,
        lastError: offline ? fakeError("offline") : null,
        events:
          mailbox.state === "ready"
            ? calendarOf(stage, groupId)
                .events.map(({ event }) => event)
                .filter(({ time }) => isWithin(time, first, last, timeZone))
                .sort((a, b) => begin(a.time).localeCompare(begin(b.time)))
            : [],
        mayChange: options.canManage && options.fixed === "none",
      };
    },
    event_get: ({ groupId, eventId }) => get(calendarOf(stage, groupId), eventId),
    event_check: ({ event }) => checked(event, stage.now),
    event_create: ({ groupId, transactionId, event }) => {
      const calendar = changing(groupId);
      const before = calendar.made.get(transactionId);
      return before ? get(calendar, before) : changed(create(calendar, transactionId, event));
    },
    event_change: (request) => changed(change(changing(request.groupId), request)),
    event_cancel: ({ groupId, eventId }) => {
      const calendar = changing(groupId);
      get(calendar, eventId);
      const stays = ({ event }: EventDetails) => event.id !== eventId && event.seriesId !== eventId;
      calendar.events = calendar.events.filter(stays);
      calendar.series = calendar.series.filter(stays);
      return changed(null);
    },
    event_answer: ({ groupId, eventId, answer }) => {
      const details = get(changing(groupId), eventId);
      const said = { accept: "accepted", tentative: "tentative", decline: "declined" } as const;
      details.event = { ...details.event, response: said[answer] };
      return changed(details);
    },
  };
}

const begin = (time: EventTime): string => (time.kind === "allDay" ? time.first : time.start);

function isWithin(time: EventTime, first: string, last: string, timeZone: string): boolean {
  if (time.kind === "allDay") return time.first <= last && time.last >= first;
  const day = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return day(time.start) <= last && day(time.end) >= first;
}

function get({ events, series }: Calendar, eventId: string): EventDetails {
  const details = [...events, ...series].find(({ event }) => event.id === eventId);
  if (!details) throw fakeError("notFound");
  return details;
}

function create(calendar: Calendar, transactionId: string, input: EventInput): EventDetails {
  const id = `made-${calendar.next++}`;
  const { subject, body: html, recurrence, reminderMinutes, attendees } = input;
  const details = detailsOf(id, subject, heldAt(input.time), {
    html,
    recurrence,
    reminderMinutes,
    attendees: attendees.map((invitee) => ({ ...invitee, response: "notAnswered" })),
    event: {
      kind: recurrence ? "series" : "single",
      location: input.location || null,
      online: input.online,
      showAs: input.showAs,
      private: input.private,
    },
  });
  if (recurrence) {
    calendar.series.push(details);
    calendar.events.push(...occurrencesOf(details));
  } else calendar.events.push(details);
  calendar.made.set(transactionId, id);
  return details;
}

function heldAt(time: WallTime): EventTime {
  if (time.kind === "allDay") return time;
  const instant = (wall: string) =>
    Temporal.PlainDateTime.from(wall).toZonedDateTime(time.timeZone).toInstant().toString();
  return { ...time, start: instant(time.start), end: instant(time.end) };
}

function change(calendar: Calendar, request: EventChangeRequest): EventDetails {
  const details = get(calendar, request.eventId);
  if (request.changeKey !== null && request.changeKey !== details.changeKey) {
    throw fakeError("conflict");
  }
  const { changes } = request;
  const { event } = details;
  details.changeKey = String(Number(details.changeKey) + 1);
  details.event = {
    ...event,
    kind: event.kind === "occurrence" ? "exception" : event.kind,
    subject: changes.subject ?? event.subject,
    time: changes.time ? heldAt(changes.time) : event.time,
    location: changes.location === null ? event.location : changes.location || null,
    online: changes.online ?? event.online,
    showAs: changes.showAs ?? event.showAs,
    private: changes.private ?? event.private,
  };
  details.html = changes.body ?? details.html;
  details.editable = changes.body ?? details.editable;
  recur(details, changes.recurrence);
  if (changes.reminder) details.reminderMinutes = changes.reminder.minutes;
  if (changes.attendees) {
    const said = new Map(details.attendees.map((each) => [each.person.address, each.response]));
    details.attendees = changes.attendees.map((invitee) => ({
      ...invitee,
      response: said.get(invitee.person.address) ?? "notAnswered",
    }));
  }
  place(calendar, details);
  return details;
}

function recur(details: EventDetails, change: RecurrenceChange | null): void {
  if (!change) return;
  details.recurrence = change.kind === "series" ? change.recurrence : null;
  details.event = { ...details.event, kind: change.kind };
}

/** A series stands in the calendar by its occurrences, an event by itself. */
function place(calendar: Calendar, details: EventDetails): void {
  const { id, kind } = details.event;
  if (kind !== "series" && kind !== "single") return;
  const others = (list: EventDetails[]) =>
    list.filter(({ event }) => event.id !== id && event.seriesId !== id);
  const isSeries = kind === "series";
  calendar.series = [...others(calendar.series), ...(isSeries ? [details] : [])];
  calendar.events = [
    ...others(calendar.events),
    ...(isSeries ? occurrencesOf(details) : [details]),
  ];
}
