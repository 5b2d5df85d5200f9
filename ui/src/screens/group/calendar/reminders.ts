/** When people are reminded, in words. */
import type { TFunction } from "i18next";

import { locale } from "@/lib/dates";

/** What can be chosen; minutes before it begins. */
export const REMINDERS: readonly number[] = [0, 5, 15, 30, 60, 1_440, 10_080];

const UNITS = [
  ["week", 10_080],
  ["day", 1_440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** A span such as "2 hours", in the largest unit that says it exactly. */
export function spanWords(minutes: number): string {
  const [unit, size] = UNITS.find(([, size]) => minutes % size === 0) ?? ["minute", 1];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(
    minutes / size,
  );
}

export const reminderWords = (t: TFunction, minutes: number): string =>
  minutes === 0
    ? t("calendar.details.reminderAt")
    : t("calendar.details.reminder", {
        when: t("calendar.form.before", { span: spanWords(minutes) }),
      });
