/** "205 added · 1 was already in · 1 refused: not permitted": how many items came to what. */
import type { TFunction } from "i18next";

import type { ActivityItem, Job, JobTitle } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

/** Items that have come to something, or never will. */
export const settledOf = ({ counts }: Job): number => counts.total - counts.planned - counts.sent;

export const isOver = ({ state }: Pick<Job, "state">): boolean =>
  state === "finished" || state === "cancelled";

/** Whether something of it needs a look. */
export const needsLook = ({ counts, stopped }: Job): boolean =>
  counts.failed > 0 || counts.unknown > 0 || stopped !== null;

type Counted = Pick<Job, "counts" | "title" | "state">;

/** The same for some items of a job that is over. */
export function itemCounts(t: TFunction, title: JobTitle, items: readonly ActivityItem[]): string {
  const none = { planned: 0, sent: 0, done: 0, already: 0, failed: 0, unknown: 0, skipped: 0 };
  const counts = { total: items.length, ...none };
  for (const { state } of items) counts[state] += 1;
  return countWords(t, { title, counts, state: "running" }, items);
}

/** Counts that are not zero, in order; `items` tell the one reason of all refusals, where there is one. */
export function countWords(
  t: TFunction,
  job: Counted,
  items: readonly ActivityItem[] = [],
): string {
  const { counts, title } = job;
  const shown = formatNumber;
  const parts = [
    counts.done > 0 && `${shown(counts.done)} ${t(`jobs.counted.${title.action}`)}`,
    counts.already > 0 && alreadyWords(t, job),
    counts.failed > 0 && failedWords(t, counts.failed, items),
    counts.unknown > 0 && t("jobs.unknown", { shown: shown(counts.unknown) }),
    counts.skipped > 0 &&
      t(job.state === "cancelled" ? "jobs.never" : "jobs.skipped", {
        shown: shown(counts.skipped),
      }),
    counts.sent > 0 && t("jobs.sent", { shown: shown(counts.sent) }),
    counts.planned > 0 &&
      t(isOver(job) ? "jobs.never" : "jobs.planned", {
        count: counts.planned,
        shown: shown(counts.planned),
      }),
  ];
  return parts.filter(Boolean).join(" · ");
}

function alreadyWords(t: TFunction, { counts, title }: Counted): string {
  const { already: count } = counts;
  const { action } = title;
  const key = action === "addMember" || action === "addOwner" ? action : "other";
  return t(`jobs.alreadySo.${key}`, { count, shown: formatNumber(count) });
}

function failedWords(t: TFunction, failed: number, items: readonly ActivityItem[]): string {
  const shown = formatNumber(failed);
  const reasons = new Set(
    items.flatMap(({ state, reason }) => (state === "failed" ? [reason] : [])),
  );
  const [reason] = reasons;
  if (reasons.size !== 1 || !reason) return t("jobs.failed", { shown });
  return t("jobs.failedWhy", { shown, why: t(`jobs.reason.${reason}`) });
}
