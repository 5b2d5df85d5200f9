/** How a group's time is said: on its label, and in full for those who do not see the bar. */
import type { TFunction } from "i18next";

import { expiryWords } from "@/components/ExpiryBadge";
import type { Decided } from "@/ipc/bindings";
import { daysUntil, formatDate, formatNear } from "@/lib/dates";
import { daysLeft, urgencyOf } from "@/lib/expiry";
import { momentsOf, NOTICES } from "./bar";
import type { DeskGroup, Gone } from "./gone";
import type { Step } from "./useRenewals";

const DAY = 86_400_000;

/** What stands right of the bar. */
export function labelOf(
  t: TFunction,
  group: DeskGroup,
  now: string,
  step: Step | undefined,
): string {
  if (group.gone) return restoreWords(t, group.gone, now);
  if (step === "confirmed") return t("renewals.label.confirmed");
  if (step) return stepWords(t, group, step);
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

/** How long a deleted group can still be brought back. */
export function restoreWords(t: TFunction, { restorableUntil }: Gone, now: string): string {
  const count = daysUntil(now, restorableUntil);
  return count <= 0 ? t("renewals.label.restoreToday") : t("renewals.label.restore", { count });
}

function stepWords(t: TFunction, { expires }: DeskGroup, step: Step): string {
  const date = expires === null ? "" : formatDate(expires);
  const words: Record<Step, string> = {
    renewing: t("renewals.label.renewing"),
    confirmed: t("renewals.label.renewed", { date }),
    sent: t("renewals.label.sent"),
    failed: t("renewals.label.failed"),
    unknown: t("renewals.label.unknown"),
  };
  return words[step];
}

/** How many of the notices before an expiry are over. */
export const noticesSent = (expires: string, now: string): number =>
  NOTICES.filter((days) => Date.parse(expires) - days * DAY <= Date.parse(now)).length;

/** The whole row in words. */
export function saidOf(
  t: TFunction,
  group: DeskGroup,
  now: string,
  step: Step | undefined,
): string {
  const { renewed, expires, gone } = group;
  if (gone) {
    const date = formatDate(gone.deleted);
    return t("renewals.said.deleted", { date, words: restoreWords(t, gone, now) });
  }
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
  if (step) parts.push(stepWords(t, group, step));
  return parts.join("; ");
}

/** Why a group that was decided about is in the queue again; `null` while it is not. */
export function reopenedWords(t: TFunction, { decision, reopened }: Decided): string | null {
  return reopened && t(`decisions.reopened.${decision.kind}.${reopened}`);
}

/** What was decided. */
export function decidedWords(t: TFunction, { decision }: Decided): string {
  if (decision.kind === "later") {
    return t("decisions.what.later", { date: formatDate(decision.until) });
  }
  return decision.note === ""
    ? t("decisions.what.letExpire")
    : t("decisions.what.letExpireNote", { note: decision.note });
}
