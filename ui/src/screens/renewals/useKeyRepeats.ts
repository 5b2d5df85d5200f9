/** Whether the key that is down repeats itself: to hold a key is not to decide again. */
import { useCallback, useEffect, useRef } from "react";

export function useKeyRepeats(): () => boolean {
  const repeats = useRef(false);
  useEffect(() => {
    const note = (event: Event) => {
      repeats.current = event instanceof KeyboardEvent && event.repeat;
    };
    const kinds = ["keydown", "keyup", "pointerdown"];
    // Before whoever acts upon the key.
    kinds.forEach((kind) => window.addEventListener(kind, note, { capture: true }));
    return () => kinds.forEach((kind) => window.removeEventListener(kind, note, { capture: true }));
  }, []);
  return useCallback(() => repeats.current, []);
}
