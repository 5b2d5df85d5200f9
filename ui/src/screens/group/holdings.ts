/** What a group holds, in words: a figure says only what is known. */
import type { TFunction } from "i18next";

import type { Figure, Holdings } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

/** "1,204", "more than 999", "none", "may not be read". */
export function figureWords(t: TFunction, figure: Figure): string {
  if (figure.state !== "known") return t(`group.holdings.${figure.state}`);
  if (figure.count === 0 && !figure.atLeast) return t("group.holdings.absent");
  const shown = formatNumber(figure.count);
  return figure.atLeast ? t("group.holdings.atLeast", { shown }) : shown;
}

/** What goes with a group that is deleted, one phrase a part: "86 conversations", "its team". */
export function lossWords(t: TFunction, holdings: Holdings): string[] {
  const parts = ["conversations", "files", "plans"] as const;
  const figures = parts.flatMap((part) => {
    const figure = holdings[part];
    if (figure.state === "absent" || (figure.state === "known" && figure.count === 0)) return [];
    if (figure.state !== "known") return [t(`group.holdings.uncounted.${part}`)];
    const shown = figureWords(t, figure);
    return [t(`group.holdings.counted.${part}`, { count: figure.count, shown })];
  });
  return holdings.team ? [...figures, t("group.holdings.itsTeam")] : figures;
}
