/** An event as it is typed: what begins a form, what it sends, and what of it was changed. */
import { Temporal } from "temporal-polyfill";

import type {
  EventChanges,
  EventDetails,
  EventInput,
  Invitee,
  Recurrence,
  RecurrenceChange,
  ShowAs,
  WallTime,
} from "@/ipc/bindings";
import { wallOf } from "../times";
import type { Slot } from "../useGridHandlers";
import { UNCHANGED } from "../useMoves";

export interface Draft {
  subject: string;
  allDay: boolean;
  startDate: string;
  startTime: string;
  endDate: string;
  endTime: string;
  timeZone: string;
  recurrence: Recurrence | null;
  location: string;
  /** HTML of the editor. */
  body: string;
  wholeGroup: boolean;
  attendees: readonly Invitee[];
  reminderMinutes: number | null;
  online: boolean;
  showAs: ShowAs;
  private: boolean;
}

const USUAL_MINUTES = 30;
const USUAL_REMINDER = 15;
const DAY_BEGINS = "09:00";

type Times = Pick<Draft, "allDay" | "startDate" | "startTime" | "endDate" | "endTime" | "timeZone">;

/** A new event at a marked place, or on `day` at the next half hour. */
export function newDraft(slot: Slot | null, zone: string, day: string, now: string): Draft {
  return {
    subject: "",
    ...timesOfSlot(slot, zone, day, now),
    recurrence: null,
    location: "",
    body: "",
    wholeGroup: true,
    attendees: [],
    reminderMinutes: USUAL_REMINDER,
    online: false,
    showAs: "busy",
    private: false,
  };
}

function timesOfSlot(slot: Slot | null, zone: string, day: string, now: string): Times {
  if (slot && !slot.wholeDay) return timesOf(wallOf(slot.time), zone);
  const at = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDateTime();
  const asked = slot?.time.kind === "allDay" ? slot.time.first : day;
  const next = at.round({ smallestUnit: "hour", roundingMode: "ceil" });
  const isToday = asked === at.toPlainDate().toString() && next.toPlainDate().toString() === asked;
  const start = isToday ? next : Temporal.PlainDateTime.from(`${asked}T${DAY_BEGINS}`);
  const end = start.add({ minutes: USUAL_MINUTES });
  const time = { kind: "timed" as const, start: start.toString(), end: end.toString() };
  return timesOf({ ...time, timeZone: zone }, zone);
}

function timesOf(time: WallTime, zone: string): Times {
  if (time.kind === "allDay") {
    return {
      allDay: true,
      startDate: time.first,
      endDate: time.last,
      startTime: DAY_BEGINS,
      endTime: "09:30",
      timeZone: zone,
    };
  }
  const [start, end] = [time.start, time.end].map((at) => Temporal.PlainDateTime.from(at));
  const date = (at: Temporal.PlainDateTime | undefined) => at?.toPlainDate().toString() ?? "";
  const clock = (at: Temporal.PlainDateTime | undefined) =>
    at?.toPlainTime().toString({ smallestUnit: "minute" }) ?? "";
  return {
    allDay: false,
    startDate: date(start),
    startTime: clock(start),
    endDate: date(end),
    endTime: clock(end),
    timeZone: time.timeZone,
  };
}

/** The group itself is invited by a choice of its own, not by name. */
export function draftOf(details: EventDetails, groupMail: string | null, zone: string): Draft {
  const { event } = details;
  const isGroup = ({ person }: Invitee) =>
    person.address.toLowerCase() === groupMail?.toLowerCase();
  return {
    subject: event.subject,
    ...timesOf(wallOf(event.time), zone),
    recurrence: event.kind === "series" ? details.recurrence : null,
    location: event.location ?? "",
    body: details.editable,
    wholeGroup: details.attendees.some(isGroup),
    attendees: details.attendees
      .filter((each) => !isGroup(each))
      .map(({ person, optional }) => ({ person, optional })),
    reminderMinutes: details.reminderMinutes,
    online: event.online,
    showAs: event.showAs,
    private: event.private,
  };
}

/** `null` while day or time are not complete. */
export function wallTimeOf(draft: Times): WallTime | null {
  const { allDay, startDate, startTime, endDate, endTime, timeZone } = draft;
  if (startDate === "" || endDate === "") return null;
  if (allDay) return { kind: "allDay", first: startDate, last: endDate };
  if (startTime === "" || endTime === "") return null;
  const at = (date: string, time: string) => `${date}T${time}:00`;
  return { kind: "timed", start: at(startDate, startTime), end: at(endDate, endTime), timeZone };
}

export function inputOf(draft: Draft): EventInput | null {
  const time = wallTimeOf(draft);
  if (!time) return null;
  return {
    subject: draft.subject.trim(),
    time,
    location: draft.location.trim(),
    body: draft.body,
    attendees: [...draft.attendees],
    wholeGroup: draft.wholeGroup,
    recurrence: draft.recurrence,
    reminderMinutes: draft.reminderMinutes,
    online: draft.online,
    showAs: draft.showAs,
    private: draft.private,
  };
}

/** Another beginning takes the end along, so that it lasts as long as it did when it was last complete. */
export function withStart(draft: Draft, change: Partial<Times>, last: Draft): Draft {
  const after = { ...draft, ...change };
  if (wallTimeOf(after) === null || wallTimeOf(last) === null) return after;
  const at = (date: string, time: string) =>
    Temporal.PlainDateTime.from(after.allDay ? date : `${date}T${time}`);
  const lasts = at(last.startDate, last.startTime).until(at(last.endDate, last.endTime));
  if (lasts.sign < 0) return after;
  const end = at(after.startDate, after.startTime).add(lasts);
  const endDate = end.toPlainDate().toString();
  if (after.allDay) return { ...after, endDate };
  return { ...after, endDate, endTime: end.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** What can differ, as a person would name it. */
export const FIELDS = [
  "subject",
  "time",
  "recurrence",
  "location",
  "people",
  "reminder",
  "online",
  "showAs",
  "private",
  "body",
] as const;
export type FieldName = (typeof FIELDS)[number];

const PARTS: Record<FieldName, ReadonlyArray<keyof Draft>> = {
  subject: ["subject"],
  time: ["allDay", "startDate", "startTime", "endDate", "endTime", "timeZone"],
  recurrence: ["recurrence"],
  location: ["location"],
  people: ["wholeGroup", "attendees"],
  reminder: ["reminderMinutes"],
  online: ["online"],
  showAs: ["showAs"],
  private: ["private"],
  body: ["body"],
};

const sayOf = (draft: Draft, field: FieldName): string =>
  field === "time"
    ? JSON.stringify(wallTimeOf(draft))
    : JSON.stringify(PARTS[field].map((part) => draft[part]));

export const differs = (a: Draft, b: Draft, field: FieldName): boolean =>
  sayOf(a, field) !== sayOf(b, field);

export const isChanged = (a: Draft, b: Draft): boolean =>
  FIELDS.some((field) => differs(a, b, field));

/** A draft with one field taken from another. */
export function withField(draft: Draft, from: Draft, field: FieldName): Draft {
  const parts = PARTS[field].map((part) => [part, from[part]]);
  return { ...draft, ...(Object.fromEntries(parts) as Partial<Draft>) };
}

const recurring = ({ recurrence }: Draft): RecurrenceChange =>
  recurrence ? { kind: "series", recurrence } : { kind: "single" };

/** What a change sends: only what is not as it was. */
export function changesOf(before: Draft, after: Draft): EventChanges {
  const changed = (field: FieldName) => differs(before, after, field);
  return {
    ...UNCHANGED,
    subject: changed("subject") ? after.subject.trim() : null,
    time: changed("time") ? wallTimeOf(after) : null,
    recurrence: changed("recurrence") ? recurring(after) : null,
    location: changed("location") ? after.location.trim() : null,
    attendees: changed("people") ? [...after.attendees] : null,
    wholeGroup: changed("people") ? after.wholeGroup : null,
    reminder: changed("reminder") ? { minutes: after.reminderMinutes } : null,
    online: changed("online") ? after.online : null,
    showAs: changed("showAs") ? after.showAs : null,
    private: changed("private") ? after.private : null,
    body: changed("body") ? after.body : null,
  };
}
