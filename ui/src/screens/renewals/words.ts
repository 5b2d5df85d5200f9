/** How a group's time is said: on its label, and in full for those who do not see the bar. */
import type { TFunction } from "i18next";

import { expiryWords } from "@/components/ExpiryBadge";
import type { GroupSummary } from "@/ipc/bindings";
import { daysUntil, formatDate, formatNear } from "@/lib/dates";
import { daysLeft, urgencyOf } from "@/lib/expiry";
import { momentsOf, NOTICES } from "./bar";
import type { Decision } from "./useDecisions";

const DAY = 86_400_000;

/** What stands right of the bar. */
export function labelOf(
  t: TFunction,
  group: GroupSummary,
  now: string,
  decision: Decision | undefined,
): string {
  if (decision === "confirmed") return t("renewals.label.confirmed");
  if (decision) return decisionWords(t, group, decision);
  const moments = momentsOf(group);
  if (!moments || group.expires === null) return "";
  const urgency = urgencyOf(group, now);
  if (urgency === "calm") return formatNear(group.expires, now);
  if (urgency !== "overdue") return expiryWords(t, daysLeft(group, now) ?? 0, urgency);
  // While the service lists it, it is not deleted, whatever its date says.
  const left = daysUntil(now, new Date(moments.deleted).toISOString());
  if (left < 0) return expiryWords(t, daysLeft(group, now) ?? 0, urgency);
  return t(left === 0 ? "renewals.label.deletionToday" : "renewals.label.deletionTomorrow");
}

function decisionWords(t: TFunction, { expires }: GroupSummary, decision: Decision): string {
  const date = expires === null ? "" : formatDate(expires);
  const words: Record<Decision, string> = {
    renewing: t("renewals.label.renewing"),
    confirmed: t("renewals.label.renewed", { date }),
    sent: t("renewals.label.sent"),
    failed: t("renewals.label.failed"),
    unknown: t("renewals.label.unknown"),
  };
  return words[decision];
}

/** How many of the notices before an expiry are over. */
export const noticesSent = (expires: string, now: string): number =>
  NOTICES.filter((days) => Date.parse(expires) - days * DAY <= Date.parse(now)).length;

/** The whole row in words. */
export function saidOf(
  t: TFunction,
  group: GroupSummary,
  now: string,
  decision: Decision | undefined,
): string {
  const { renewed, expires } = group;
  if (expires === null) return t("renewals.said.never");
  const urgency = urgencyOf(group, now);
  const words = expiryWords(t, daysLeft(group, now) ?? 0, urgency);
  const parts = [
    t(urgency === "overdue" ? "renewals.said.expired" : "renewals.said.expires", {
      date: formatDate(expires),
      words,
    }),
  ];
  if (renewed !== null) parts.push(t("renewals.said.renewed", { date: formatDate(renewed) }));
  const sent = noticesSent(expires, now);
  if (sent > 0) parts.push(t("renewals.said.notices", { sent }));
  if (decision) parts.push(decisionWords(t, group, decision));
  return parts.join("; ");
}
