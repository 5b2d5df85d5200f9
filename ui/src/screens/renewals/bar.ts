/**
 * A group's bar on the axis: from its last renewal to its expiry, the notices before it, and the time
 * after it in which the group can be brought back. What the service does is in group-lifecycle's words:
 * notices 30, 15 and 1 day before, deletion one day after expiry, restore within 30 days of deletion.
 * In days of the axis (`dayOf`), so that it stays the same whatever of the time is in view.
 */
import { NOTICE_DAYS, RESTORE_DAYS, type Urgency } from "@/lib/expiry";
import { urgencyOfRow, type DeskGroup } from "./gone";
import { dayOf } from "./scale";

const DAY = 86_400_000;
export const NOTICES = [30, 15, 1] as const;
/** A group is deleted one day after it expired. */
const DELETED_AFTER_DAYS = 1;
/** How long a bar is whose beginning is not known: it has begun before whatever is in view. */
const UNKNOWN_DAYS = 20 * 365;

/** A part of the track, in days of the axis. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Bar {
  urgency: Urgency;
  calm: Stretch | null;
  notice: Stretch | null;
  /** Only of a group that expires soon, has expired or is deleted: else it says nothing yet. */
  restore: Stretch | null;
  /** Where the group expires, or was deleted. */
  end: number;
  notices: { days: number; at: number; sent: boolean }[];
  /** Where the label stands: after everything. */
  label: number;
}

export interface Moments {
  renewed: number | null;
  notice: number;
  expires: number;
  deleted: number;
  restoreEnds: number;
}

export function momentsOf({
  renewed,
  created,
  expires,
}: Pick<DeskGroup, "renewed" | "created" | "expires">): Moments | null {
  if (expires === null) return null;
  const end = Date.parse(expires);
  const began = renewed ?? created;
  return {
    renewed: began === null ? null : Date.parse(began),
    notice: end - NOTICE_DAYS * DAY,
    expires: end,
    deleted: end + DELETED_AFTER_DAYS * DAY,
    restoreEnds: end + (DELETED_AFTER_DAYS + RESTORE_DAYS) * DAY,
  };
}

export function barOf(group: DeskGroup, now: string): Bar | null {
  if (group.gone) return goneBar(dayOf(group.gone.deleted), dayOf(group.gone.restorableUntil));
  const moments = momentsOf(group);
  if (moments === null) return null;
  const end = dayOf(moments.expires);
  const began = moments.renewed === null ? end - UNKNOWN_DAYS : dayOf(moments.renewed);
  const noticeBegins = Math.max(dayOf(moments.notice), began);
  const urgency = urgencyOfRow(group, now);
  const restore =
    urgency === "calm" ? null : { from: dayOf(moments.deleted), to: dayOf(moments.restoreEnds) };
  return {
    urgency,
    calm: stretch(began, noticeBegins),
    notice: stretch(noticeBegins, end),
    restore,
    end,
    notices: NOTICES.map((days) => ({ days, at: end - days }))
      .filter(({ at }) => at > began)
      .map(({ days, at }) => ({ days, at, sent: at <= dayOf(now) })),
    label: restore?.to ?? end,
  };
}

/** When it was to expire is not told any more: only that it was there until it was deleted. */
const goneBar = (deleted: number, until: number): Bar => ({
  urgency: "overdue",
  calm: { from: deleted - UNKNOWN_DAYS, to: deleted },
  notice: null,
  restore: { from: deleted, to: until },
  end: deleted,
  notices: [],
  label: until,
});

const stretch = (from: number, to: number): Stretch | null => (to <= from ? null : { from, to });

/** What is drawn between two bars, a part of the way to the second: its stretches move, the rest is there at once. */
export function grown(from: Bar, to: Bar, part: number): Bar {
  const between = (a: Stretch | null, b: Stretch | null): Stretch | null =>
    a && b && { from: mixed(a.from, b.from, part), to: mixed(a.to, b.to, part) };
  return {
    ...to,
    calm: between(from.calm, to.calm) ?? to.calm,
    notice: between(from.notice, to.notice) ?? to.notice,
    restore: between(from.restore, to.restore) ?? to.restore,
  };
}

const mixed = (a: number, b: number, part: number): number => a + (b - a) * part;
