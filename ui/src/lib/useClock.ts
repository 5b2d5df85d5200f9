/** This computer's time, told again every so often. For countdowns only: days are counted by the service. */
import { useEffect, useState } from "react";

export function useClock(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
