/** Which jobs the tray shows beside those that are not over: started here, and not dismissed yet. */
import { useSyncExternalStore } from "react";

let followed: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>): void {
  followed = next;
  listeners.forEach((listener) => listener());
}

/** Keeps a job in the tray also when it is over. */
export const follow = (jobId: string): void => {
  if (!followed.has(jobId)) set(new Set([...followed, jobId]));
};

export const dismiss = (jobId: string): void =>
  set(new Set([...followed].filter((each) => each !== jobId)));

export const forgetFollowed = (): void => set(new Set());

export const useFollowed = (): ReadonlySet<string> =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => followed,
  );
