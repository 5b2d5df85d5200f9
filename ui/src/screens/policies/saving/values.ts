/** Values of policies as people say them, and what they are called. */
import type { TFunction } from "i18next";

import { en } from "@/i18n/en";
import { policies } from "@/i18n/en/policies";
import { formatNumber } from "@/lib/dates";

type Named = keyof typeof en.jobs.property;
type Known = keyof typeof policies.means;
const isNamed = (name: string): name is Named => name in en.jobs.property;
const isKnown = (name: string): name is Known => name in policies.means;

/** What a value is called: in our words where we know it, else by its own name. */
export const nameWords = (t: TFunction, name: string): string =>
  isNamed(name) ? t(`jobs.property.${name}`) : name;

/** What a value does; `null` where only the template says it. */
export const meansWords = (t: TFunction, name: string): string | null =>
  isKnown(name) ? t(`policies.means.${name}`) : null;

const MANAGED = ["all", "selected", "none"] as const;

/** A value: on or off, a number of words, a list; nothing is said as such. */
export function valueWords(t: TFunction, name: string, value: string | null): string {
  if (value === null || value === "") return t("policies.nothing");
  if (/^(true|false)$/i.test(value)) {
    return t(`jobs.value.${value.toLowerCase() as keyof Omit<typeof en.jobs.value, "none">}`);
  }
  if (name === "lifetimeDays") {
    return t("policies.days", { count: Number(value), shown: formatNumber(Number(value)) });
  }
  const managed = MANAGED.find((each) => each === value.toLowerCase());
  if (name === "managed" && managed) return t(`jobs.managed.${managed}`);
  if (name === "CustomBlockedWordsList") {
    const count = value.split(",").length;
    return t("policies.state.blocked", { count, shown: formatNumber(count) });
  }
  return value;
}
