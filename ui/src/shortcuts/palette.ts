/** Whether the command palette or the list of keys is open: opened from anywhere, shown once. */
import { useSyncExternalStore } from "react";

type Overlay = "palette" | "keys" | null;

let open: Overlay = null;
const listeners = new Set<() => void>();

function set(next: Overlay): void {
  open = next;
  listeners.forEach((listener) => listener());
}

export const openPalette = () => set("palette");
export const openKeys = () => set("keys");
export const closeOverlay = () => set(null);

export const useOverlay = (): Overlay =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => open,
  );
