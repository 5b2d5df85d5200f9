/** Drawing the grid anew takes what had the focus away: it comes back to the same event. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

import { elementOf, eventIdOf } from "./gridEvents";

export function useKeptFocus(box: RefObject<HTMLDivElement | null>, drawn: unknown): void {
  const focused = useRef<string | null>(null);
  useEffect(() => {
    const note = () => {
      const within = box.current?.contains(document.activeElement);
      if (within) focused.current = eventIdOf(document.activeElement);
      else if (document.activeElement !== document.body) focused.current = null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [box]);
  useLayoutEffect(() => {
    if (focused.current === null) return;
    const { current: id } = focused;
    // The component draws after this.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) elementOf(box.current, id)?.focus();
    });
    return () => clearTimeout(timer);
  }, [box, drawn]);
}
