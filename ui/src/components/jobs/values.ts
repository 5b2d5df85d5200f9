/** Values of properties as people say them. */
import type { TFunction } from "i18next";

import type { PropertyChange } from "@/ipc/bindings";
import { formatDate, formatNumber } from "@/lib/dates";
import { en } from "@/i18n/en";

/** So much of a long value, as a list of thousands of words is, tells what it was. */
const LONG = 160;

type Property = keyof typeof en.jobs.property;
type Managed = keyof typeof en.jobs.managed;
type Visibility = keyof typeof en.groups.visibility;

const isManaged = (value: string): value is Managed => value in en.jobs.managed;
const isProperty = (name: string): name is Property => name in en.jobs.property;

/** "Visibility: Public → Private". */
export function changeWords(t: TFunction, { property, before, after }: PropertyChange): string {
  return t("jobs.change", {
    property: isProperty(property) ? t(`jobs.property.${property}`) : property,
    before: valueWords(t, property, before),
    after: valueWords(t, property, after),
  });
}

function valueWords(t: TFunction, property: string, value: string | null): string {
  if (value === null || value === "") return t("jobs.value.none");
  if (value === "true" || value === "false") return t(`jobs.value.${value}`);
  if (property === "lifetimeDays") {
    return t("jobs.lifetime", { count: Number(value), shown: formatNumber(Number(value)) });
  }
  if (property === "managed" && isManaged(value)) return t(`jobs.managed.${value}`);
  if (property === "visibility") return visibilityWords(t, value);
  if (property.endsWith("DateTime") && !Number.isNaN(Date.parse(value))) return formatDate(value);
  return value.length > LONG ? `${value.slice(0, LONG)}…` : value;
}

/** Graph writes `HiddenMembership`, the contract `hiddenMembership`. */
function visibilityWords(t: TFunction, value: string): string {
  const name = value.charAt(0).toLowerCase() + value.slice(1);
  const known: Visibility = name in en.groups.visibility ? (name as Visibility) : "unknown";
  return known === "unknown" ? value : t(`groups.visibility.${known}`);
}
