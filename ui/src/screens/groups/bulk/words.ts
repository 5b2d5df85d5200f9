/** What goes with groups, in words. */
import type { TFunction } from "i18next";

import { formatNumber } from "@/lib/dates";
import { PARTS, type Part, type Sums } from "./holdings";

const figure = (t: TFunction, part: Part | "teams", count: number): string =>
  t(`groups.delete.${part}`, { count, shown: formatNumber(count) });

/** Figures that are not zero, such as "1,204 files". */
export function sumWords(t: TFunction, sums: Sums): string[] {
  const parts = PARTS.filter((part) => sums[part].count > 0).map((part) => {
    const words = figure(t, part, sums[part].count);
    return sums[part].atLeast ? t("groups.delete.atLeast", { figure: words }) : words;
  });
  return sums.teams > 0 ? [...parts, figure(t, "teams", sums.teams)] : parts;
}

/** Whether something could not be read at all, so that its figure is missing. */
export const isPartial = (sums: Sums): boolean =>
  PARTS.some((part) => sums[part].atLeast && sums[part].count === 0);
