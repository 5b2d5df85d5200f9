/**
 * The evidence in one plain sentence or two, by rules that anybody can follow: no score, no weights.
 *
 * 1. The last sign of life is the newest of the last conversation, file change and notebook page.
 * 2. With a sign within 30 days, or an event ahead, the group is *in use*; within 90 days *little used*;
 *    after that it is *quiet for* so long. Without any sign there is *no sign of use*.
 * 3. Where one of the three may not be read or is not known, "quiet" and "no sign" say *as far as can be seen*.
 * 4. Then the owners, since only they can renew it: how many, and how many of the accounts are disabled.
 */
import type { TFunction } from "i18next";

import type { Evidence, Fact } from "@/ipc/bindings";
import { daysUntil, formatAgo, formatNumber, formatSpan } from "@/lib/dates";

const IN_USE_DAYS = 30;
const LITTLE_DAYS = 90;

interface Sign {
  kind: "lastMessage" | "lastFile" | "lastPage";
  at: string;
}

export function summaryOf(t: TFunction, evidence: Evidence, now: string): string {
  return `${signWords(t, evidence, now)} ${ownerWords(t, evidence.people)}`;
}

function signWords(t: TFunction, evidence: Evidence, now: string): string {
  const sign = newestSign(evidence);
  const ahead = aheadWords(t, evidence);
  const seen = isAllSeen(evidence);
  if (!sign) {
    if (ahead) return t("evidence.sum.inUse", { signs: ahead });
    return t(seen ? "evidence.sum.nothing" : "evidence.sum.nothingSeen");
  }
  const days = -daysUntil(now, sign.at);
  const ago = t(`evidence.sum.${sign.kind}`, { ago: formatAgo(days) });
  if (ahead || days <= IN_USE_DAYS) {
    return t("evidence.sum.inUse", { signs: joined(t, [ago, ahead]) });
  }
  const tasks = taskWords(t, evidence);
  if (days <= LITTLE_DAYS) return t("evidence.sum.little", { signs: joined(t, [ago, tasks]) });
  const span = formatSpan(days);
  if (!seen) return t("evidence.sum.quietSeen", { span });
  return tasks
    ? t("evidence.sum.quietSigns", { span, signs: tasks })
    : t("evidence.sum.quiet", { span });
}

function newestSign({ conversations, files, notebook }: Evidence): Sign | null {
  const signs = [
    { kind: "lastMessage" as const, at: lastOf(conversations) },
    { kind: "lastFile" as const, at: lastOf(files) },
    { kind: "lastPage" as const, at: lastOf(notebook) },
  ];
  return signs.reduce<Sign | null>(
    (newest, { kind, at }) => (at && (!newest || at > newest.at) ? { kind, at } : newest),
    null,
  );
}

const lastOf = (fact: Fact<{ last: string | null }>): string | null =>
  fact.state === "known" ? fact.value.last : null;

/** Whether nothing that could be a sign of life is hidden. */
const isAllSeen = ({ conversations, files, notebook, events }: Evidence): boolean =>
  [conversations, files, notebook, events].every(
    ({ state }) => state === "known" || state === "absent",
  );

function aheadWords(t: TFunction, { events }: Evidence): string | null {
  if (events.state !== "known" || events.value.upcoming.state !== "known") return null;
  const { count } = events.value.upcoming;
  return count === 0 ? null : t("evidence.sum.meetings", { count, shown: formatNumber(count) });
}

function taskWords(t: TFunction, { tasks }: Evidence): string | null {
  if (tasks.state !== "known" || tasks.value.open === 0) return null;
  const { open: count } = tasks.value;
  return t("evidence.sum.openTasks", { count, shown: formatNumber(count) });
}

function ownerWords(t: TFunction, people: Evidence["people"]): string {
  if (people.state !== "known") return t("evidence.sum.ownersUnknown");
  const { owners, enabledOwners } = people.value;
  const disabled = owners - enabledOwners;
  const total = formatNumber(owners);
  if (owners === 0) return t("evidence.sum.noOwner");
  if (disabled === 0) {
    if (owners === 2) return t("evidence.sum.ownersBoth");
    return t("evidence.sum.owners", { count: owners, shown: total });
  }
  if (owners === 1) return t("evidence.sum.ownerDisabled");
  if (enabledOwners === 0) return t("evidence.sum.ownersDisabled", { total });
  return t("evidence.sum.ownersSome", { count: disabled, shown: formatNumber(disabled), total });
}

function joined(t: TFunction, parts: (string | null)[]): string {
  const [before, last] = parts.filter((part) => part !== null);
  return last === undefined ? (before ?? "") : t("evidence.sum.and", { before, last });
}
