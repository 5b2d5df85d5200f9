/** Which job's details are open: asked for from anywhere, shown once. */
import { useSyncExternalStore } from "react";

let opened: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  opened = next;
  listeners.forEach((listener) => listener());
}

export const openJob = (jobId: string): void => set(jobId);
export const closeJob = (): void => set(null);

export const useOpenedJob = (): string | null =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => opened,
  );
