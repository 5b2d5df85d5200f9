/** What the tenant's policies come to for one group, in a sentence. */
import type { TFunction } from "i18next";

import type { Coverage, GuestSetting } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

export function coverageWords(t: TFunction, coverage: Coverage): string {
  if (coverage.state !== "covered") return t(`group.coverage.${coverage.state}`);
  const { lifetimeDays: count, selected } = coverage;
  const shown = formatNumber(count);
  return t(selected ? "group.coverage.selected" : "group.coverage.all", { count, shown });
}

/** Whether guests can be added, and who says so. */
export function guestWords(t: TFunction, { allowed, tenant, own }: GuestSetting): string {
  if (!tenant) return t("group.guests.tenant");
  if (!allowed) return t("group.guests.own");
  return t(own === null ? "group.guests.allowed" : "group.guests.allowedOwn");
}
