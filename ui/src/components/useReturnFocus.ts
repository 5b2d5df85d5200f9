/** Gives the focus back to where it was before the calling component came over the screen. */
import { useEffect, useState } from "react";

export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the surface is gone; and not when the focus was moved on purpose.
      setTimeout(() => {
        const lost = document.activeElement === document.body || !document.activeElement;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
