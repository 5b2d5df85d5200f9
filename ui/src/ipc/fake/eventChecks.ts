/** What the fake host says of an event before it is saved. */
import { Temporal } from "temporal-polyfill";

import type { EventChecked, EventFinding, EventInput, WallTime } from "../bindings";
import { daysOf } from "./recurring";

const SUBJECT_MOST = 255;
const PREVENTING: ReadonlyArray<EventFinding["kind"]> = [
  "endsBeforeStart",
  "zoneUnknown",
  "subjectTooLong",
  "addressWrong",
  "tooManyPeople",
  "recurrenceWrong",
];

export function checked(event: EventInput, now: string): EventChecked {
  const findings = found(event, now);
  const prevents = ({ kind }: EventFinding) => PREVENTING.includes(kind);
  return {
    findings: findings.sort((a, b) => Number(prevents(b)) - Number(prevents(a))),
    canSave: !findings.some(prevents),
  };
}

function found({ subject, time, attendees, recurrence }: EventInput, now: string): EventFinding[] {
  const findings: EventFinding[] = [];
  if (subject.length > SUBJECT_MOST) findings.push({ kind: "subjectTooLong", most: SUBJECT_MOST });
  for (const { person } of attendees) {
    if (!person.address.includes("@")) {
      findings.push({ kind: "addressWrong", address: person.address });
    }
  }
  if (recurrence?.end.kind === "never") findings.push({ kind: "noEnd" });
  if (recurrence?.pattern.kind === "weekly" && recurrence.pattern.days.length === 0) {
    findings.push({ kind: "recurrenceWrong" });
  }
  findings.push(...(time.kind === "timed" ? ofTimed(time, recurrence, now) : ofDays(time, now)));
  return findings;
}

function ofDays(time: Extract<WallTime, { kind: "allDay" }>, now: string): EventFinding[] {
  if (time.last < time.first) return [{ kind: "endsBeforeStart" }];
  return time.last < now.slice(0, 10) ? [{ kind: "past" }] : [];
}

type Timed = Extract<WallTime, { kind: "timed" }>;

function ofTimed(time: Timed, recurrence: EventInput["recurrence"], now: string): EventFinding[] {
  const start = Temporal.PlainDateTime.from(time.start);
  const end = Temporal.PlainDateTime.from(time.end);
  if (Temporal.PlainDateTime.compare(end, start) < 0) return [{ kind: "endsBeforeStart" }];
  const findings: EventFinding[] = [];
  const become = start.toZonedDateTime(time.timeZone);
  const earlier = start.toZonedDateTime(time.timeZone, { disambiguation: "earlier" });
  const later = start.toZonedDateTime(time.timeZone, { disambiguation: "later" });
  if (!become.toPlainDateTime().equals(start)) {
    findings.push({ kind: "skipped", becomes: become.toPlainDateTime().toString() });
  } else if (!earlier.equals(later)) {
    const offsetMinutes = earlier.offsetNanoseconds / 60e9;
    findings.push({ kind: "twice", offsetMinutes });
  }
  for (const day of recurrence ? daysOf(recurrence, start.toPlainDate()).slice(1) : []) {
    const wanted = day.toPlainDateTime(start.toPlainTime());
    const held = wanted.toZonedDateTime(time.timeZone).toPlainDateTime();
    if (held.equals(wanted)) continue;
    findings.push({
      kind: "occurrenceSkipped",
      date: day.toString(),
      becomes: held.toPlainTime().toString(),
    });
  }
  if (become.epochMilliseconds < Date.parse(now)) findings.push({ kind: "past" });
  return findings;
}
