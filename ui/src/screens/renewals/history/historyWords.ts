/** What an entry of the history says. */
import type { TFunction } from "i18next";

import type { HistoryEntry } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";

export function historyWords(t: TFunction, { event }: Pick<HistoryEntry, "event">): string {
  const date = (instant: string | null) =>
    instant === null ? t("decisions.history.noDate") : formatDate(instant);
  switch (event.kind) {
    case "decided": {
      const { decision } = event;
      if (decision.kind === "later") {
        return t("decisions.history.later", { date: date(decision.until) });
      }
      return decision.note === ""
        ? t("decisions.history.letExpire")
        : t("decisions.history.letExpireNote", { note: decision.note });
    }
    case "revoked":
      return t("decisions.history.revoked");
    case "renewed": {
      const before = date(event.expiredBefore);
      return event.expires === null
        ? t("decisions.history.renewedSent", { before })
        : t("decisions.history.renewed", { before, after: date(event.expires) });
    }
    case "moved":
      return t("decisions.history.moved", {
        before: date(event.expiredBefore),
        after: date(event.expires),
      });
    case "asked":
      return t("decisions.history.asked", { count: event.to.length, names: event.to.join(", ") });
    case "restored":
      return t("decisions.history.restored");
  }
}

/** The expiry dates that a history tells, oldest first, each once. */
export function datesOf(entries: readonly HistoryEntry[]): string[] {
  const dates = [...entries].reverse().flatMap(({ event }) => {
    if (event.kind !== "renewed" && event.kind !== "moved") return [];
    return [event.expiredBefore, event.expires].filter((date) => date !== null);
  });
  return dates.filter((date, index) => date !== dates[index - 1]);
}
