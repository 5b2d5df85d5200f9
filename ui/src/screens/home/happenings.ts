/** What happened to the groups lately, as far as their dates tell. */
import type { GroupSummary } from "@/ipc/bindings";
import { daysUntil } from "@/lib/dates";

export interface Happening {
  what: "renewed" | "created";
  at: string;
  group: GroupSummary;
}

const DAYS = 30;
const MOST = 5;

export function happeningsOf(groups: readonly GroupSummary[], now: string): Happening[] {
  return groups
    .flatMap((group): Happening[] => {
      const { created, renewed } = group;
      // A group counts as renewed from its creation on.
      if (isRecent(created, now)) return [{ what: "created", at: created, group }];
      if (isRecent(renewed, now)) return [{ what: "renewed", at: renewed, group }];
      return [];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, MOST);
}

function isRecent(at: string | null, now: string): at is string {
  if (at === null) return false;
  const days = -daysUntil(now, at);
  return days >= 0 && days <= DAYS;
}
