/** What a plan costs, in a sentence: "207 people in 11 requests, about 3 seconds." */
import type { TFunction } from "i18next";

import type { Plan } from "@/ipc/bindings";
import { formatNumber, formatSeconds } from "@/lib/dates";

export function costWords(t: TFunction, { title, requests, seconds }: Plan): string {
  return t("group.costs", {
    people: t("jobs.people", { count: title.people, shown: formatNumber(title.people) }),
    requests: t("group.requests", { count: requests, shown: formatNumber(requests) }),
    time:
      seconds <= 1
        ? t("jobs.plan.aSecond")
        : t("jobs.plan.aboutSeconds", { span: formatSeconds(seconds) }),
  });
}
