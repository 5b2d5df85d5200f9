/** What a plan costs, in a sentence: "11 requests, about 3 seconds." */
import type { TFunction } from "i18next";

import type { Plan } from "@/ipc/bindings";
import { formatNumber, formatSeconds } from "@/lib/dates";

export function costWords(t: TFunction, { requests, seconds }: Plan): string {
  const time =
    seconds <= 1
      ? t("jobs.plan.aSecond")
      : t("jobs.plan.aboutSeconds", { span: formatSeconds(seconds) });
  return t("jobs.plan.costs", { count: requests, shown: formatNumber(requests), time });
}
