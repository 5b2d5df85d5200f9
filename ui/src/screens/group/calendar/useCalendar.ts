/** The group's calendar at a place in time. The place before stays until the next is read: nothing jumps. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";

import type { CalendarRange } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { calendarQuery } from "@/ipc/queries";
import { useSession } from "@/ipc/session";
import { remember, remembered } from "@/lib/remembered";
import { useOpenGroup } from "../openGroup";
import { besides, readDays, VIEWS, type Place, type View } from "./place";
import { dayIn } from "./times";
import { useZone, weekStart } from "./zones";

export interface Shown {
  place: Place;
  zone: string;
}

export interface CalendarState {
  /** `undefined` until the first is read. */
  range: CalendarRange | undefined;
  /** What `range` is of. */
  shown: Shown;
  /** Whether another place is being read. */
  underWay: boolean;
  error: unknown;
  today: string;
  goTo: (place: Partial<Place>) => void;
  chooseZone: (zone: string) => void;
  /** Asks the service, whatever is kept here. */
  readAnew: () => void;
  reading: boolean;
}

const VIEW = "calendar.view";

export function useCalendar(): CalendarState {
  const { groupId, now } = useOpenGroup();
  const account = useSession()?.account.id ?? "";
  const client = useQueryClient();
  const [zone, chooseZone] = useZone();
  const [place, setPlace] = useState<Place>(() => ({
    view: viewOf(remembered(account, VIEW)),
    day: dayIn(now, zone),
  }));
  const wanted = { groupId, timeZone: zone, ...readDays(place, weekStart) };
  const { data, error, isPlaceholderData } = useQuery(calendarQuery(wanted));
  const settled = data !== undefined && !isPlaceholderData;
  const [shown, setShown] = useState<Shown>({ place, zone });
  if ((settled || data === undefined) && (shown.place !== place || shown.zone !== zone)) {
    setShown({ place, zone });
  }
  useEffect(() => {
    if (!settled) return;
    for (const beside of besides(place)) {
      const days = readDays(beside, weekStart);
      void client.prefetchQuery(calendarQuery({ groupId, timeZone: zone, ...days }));
    }
  }, [client, groupId, place, settled, zone]);
  const { reading, readAnew } = useReadAnew(wanted);
  const goTo = useCallback(
    (change: Partial<Place>) => {
      if (change.view) remember(account, VIEW, change.view);
      setPlace((before) => ({ ...before, ...change }));
    },
    [account],
  );
  const today = dayIn(now, zone);
  return {
    range: data,
    shown,
    underWay: isPlaceholderData,
    error,
    today,
    goTo,
    chooseZone,
    readAnew,
    reading,
  };
}

const viewOf = (kept: string | null): View => VIEWS.find((view) => view === kept) ?? "month";

function useReadAnew(wanted: Parameters<typeof calendarQuery>[0]) {
  const client = useQueryClient();
  const [reading, setReading] = useState(false);
  const readAnew = async () => {
    setReading(true);
    const { queryKey } = calendarQuery(wanted);
    try {
      client.setQueryData(queryKey, await call("calendar_get", { ...wanted, anew: true }));
    } catch {
      // The query's own error says why.
      await client.invalidateQueries({ queryKey });
    }
    setReading(false);
  };
  return { reading, readAnew: () => void readAnew() };
}
