/** The months of a what-if as the chart draws them: as far as anything expires, the rest in the last. */
import type { TFunction } from "i18next";

import type { MonthCount, WhatIf } from "@/ipc/bindings";
import { formatDate } from "@/lib/dates";
import type { MonthBar } from "./MonthChart";

/** So many columns can be told apart. */
const MOST = 13;

export function barsOf(t: TFunction, { months }: Pick<WhatIf, "months">): MonthBar[] {
  const last = months.findLastIndex(({ now, then }) => now + then > 0);
  const needed = months.slice(0, Math.max(last + 1, 6));
  const near = needed.slice(0, MOST - 1).map((month, index) => bar(month, index));
  const [far, ...more] = needed.slice(MOST - 1);
  if (!far) return near;
  if (more.length === 0) return [...near, bar(far, MOST - 1)];
  const rest = [far, ...more];
  const later = t("policies.whatIf.later");
  return [
    ...near,
    {
      name: later,
      full: later,
      now: rest.reduce((sum, { now }) => sum + now, 0),
      then: rest.reduce((sum, { then }) => sum + then, 0),
    },
  ];
}

/** A year stands where it begins. */
function bar({ month, now, then }: MonthCount, index: number): MonthBar {
  const middle = `${month}-15T12:00:00Z`;
  const withYear = index === 0 || month.endsWith("-01");
  return {
    name: formatDate(middle, withYear ? "monthYear" : "month"),
    full: formatDate(middle, "monthLong"),
    now,
    then,
  };
}
