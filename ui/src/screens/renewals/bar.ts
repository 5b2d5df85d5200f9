/**
 * A group's bar on the axis: from its last renewal to its expiry, the notices before it, and the time
 * after it in which the group can be brought back. What the service does is in group-lifecycle's words:
 * notices 30, 15 and 1 day before, deletion one day after expiry, restore within 30 days of deletion.
 */
import type { GroupSummary } from "@/ipc/bindings";
import { NOTICE_DAYS, RESTORE_DAYS, urgencyOf, type Urgency } from "@/lib/expiry";
import { placeOf, type TimeWindow } from "./scale";

const DAY = 86_400_000;
export const NOTICES = [30, 15, 1] as const;
/** A group is deleted one day after it expired. */
const DELETED_AFTER_DAYS = 1;

/** A part of the track, in per cent of its width. */
export interface Stretch {
  left: number;
  width: number;
  /** Whether it goes on to the left of the view, so that its end is cut straight. */
  cut: boolean;
}

export interface Bar {
  urgency: Urgency;
  calm: Stretch | null;
  notice: Stretch | null;
  /** Only of a group that expires soon or has expired: else it says nothing yet. */
  restore: Stretch | null;
  /** Where the group expires, in per cent; `null` out of view. */
  end: number | null;
  notices: { days: number; at: number; sent: boolean }[];
  /** Where the label stands: after everything, or at the right edge when that is out of view. */
  label: { left: number } | { right: 0 };
}

export interface Moments {
  renewed: number | null;
  notice: number;
  expires: number;
  deleted: number;
  restoreEnds: number;
}

export function momentsOf({ renewed, created, expires }: GroupSummary): Moments | null {
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

export function barOf(group: GroupSummary, now: string, view: TimeWindow): Bar | null {
  const moments = momentsOf(group);
  if (moments === null) return null;
  const { expires, deleted, restoreEnds } = moments;
  const began = moments.renewed ?? view.start;
  const noticeBegins = Math.max(moments.notice, began);
  const at = (time: number) => placeOf(time, view) * 100;
  const urgency = urgencyOf(group, now);
  const near = urgency !== "calm";
  const shown = at(near ? restoreEnds : expires);
  return {
    urgency,
    calm: stretch(began, noticeBegins, view),
    notice: stretch(noticeBegins, expires, view),
    restore: near ? stretch(deleted, restoreEnds, view) : null,
    end: inView(at(expires)),
    notices: NOTICES.map((days) => ({ days, time: expires - days * DAY }))
      .filter(({ time }) => time > began && inView(at(time)) !== null)
      .map(({ days, time }) => ({ days, at: at(time), sent: time <= Date.parse(now) })),
    label: shown <= 90 ? { left: Math.max(shown, 0) } : { right: 0 },
  };
}

const inView = (at: number): number | null => (at >= 0 && at <= 100 ? at : null);

function stretch(from: number, to: number, view: TimeWindow): Stretch | null {
  const left = Math.max(0, placeOf(from, view) * 100);
  const right = Math.min(100, placeOf(to, view) * 100);
  return right <= left ? null : { left, width: right - left, cut: from < view.start };
}
