/** Gives the time in view to what draws it, so that panning draws nothing else anew. */
import { createContext, useContext, type ReactNode } from "react";

import { useTimeWindow, type TimeView } from "./useTimeWindow";

const Time = createContext<TimeView | null>(null);

export function TimeProvider({ now, children }: { now: string; children: ReactNode }) {
  return <Time value={useTimeWindow(now)}>{children}</Time>;
}

export function useTime(): TimeView {
  const time = useContext(Time);
  if (!time) throw new Error("The time in view is only known on the desk.");
  return time;
}
