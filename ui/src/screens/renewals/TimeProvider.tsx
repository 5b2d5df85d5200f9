/** Gives the time in view to what draws the axis and to what moves it. */
import {
  createContext,
  useContext,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";

import type { TimeWindow } from "./scale";
import { TimeStore } from "./timeStore";

const Time = createContext<TimeStore | null>(null);

export function TimeProvider({ now, children }: { now: string; children: ReactNode }) {
  const [store] = useState(() => new TimeStore(now));
  useLayoutEffect(() => store.moveTo(now), [store, now]);
  return <Time value={store}>{children}</Time>;
}

/** What moves the time; renders nothing anew when it moves. */
export function useTime(): TimeStore {
  const time = useContext(Time);
  if (!time) throw new Error("The time in view is only known on the desk.");
  return time;
}

export function useTimeView(): TimeWindow {
  const { subscribe, snapshot } = useTime();
  return useSyncExternalStore(subscribe, () => snapshot().view);
}

/** The span that was chosen; `null` once the view was zoomed. */
export function useTimeSpan() {
  const { subscribe, snapshot } = useTime();
  return useSyncExternalStore(subscribe, () => snapshot().span);
}
