/** Time zones to choose from, and on which day a week begins here. */
import { Temporal } from "temporal-polyfill";
import { useCallback, useState } from "react";

import { useSession } from "@/ipc/session";
import { locale } from "@/lib/dates";
import { remember, remembered } from "@/lib/remembered";

export const ownZone = (): string => Temporal.Now.timeZoneId();

export const zoneNames = (): readonly string[] => {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes("UTC") ? known : [...known, "UTC"];
};

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** `America/New_York` as people say it: `New York`. */
export const cityOf = (zone: string): string =>
  (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** How far a zone is from UTC at a moment, such as `GMT+1`. */
export function offsetOf(zone: string, instant: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    timeZoneName: "shortOffset",
  }).formatToParts(new Date(instant));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

const MONDAY = 1;

interface WeekInfo {
  firstDay: number;
}

/** A system without a language set says one that is none. */
function regionOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale(locale);
  }
}

/** 1 for Monday to 7 for Sunday. Some engines have it as a method, some as a property, some not at all. */
export function weekStartOf(tag: string): number {
  const region: Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo } = regionOf(tag);
  return (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? MONDAY;
}

/** By the person's region, not by the language that the screens speak. */
export const weekStart = weekStartOf(navigator.language || locale);

const ZONE = "calendar.zone";

/** The zone that the person looks through: their own, until they choose another. */
export function useZone(): [zone: string, choose: (zone: string) => void] {
  const account = useSession()?.account.id ?? "";
  const [zone, setZone] = useState(() => {
    const kept = remembered(account, ZONE);
    return kept && isZone(kept) ? kept : ownZone();
  });
  const choose = useCallback(
    (next: string) => {
      remember(account, ZONE, next === ownZone() ? "" : next);
      setZone(next);
    },
    [account],
  );
  return [zone, choose];
}
