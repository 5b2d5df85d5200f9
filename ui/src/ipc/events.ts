/** What the shell tells unasked. */
import type { AppEvent } from "./bindings";
import { host } from "./host";

/**
 * Listens to the application's events. The returned function ends that at once, also when the
 * connection to the shell is not made yet.
 */
export function subscribe(listener: (event: AppEvent) => void): () => void {
  let ended = false;
  let stop: (() => void) | undefined;
  void host()
    .then((connected) => connected.listen((event) => !ended && listener(event)))
    .then((unlisten) => {
      stop = unlisten;
      if (ended) unlisten();
    });
  return () => {
    if (ended) return;
    ended = true;
    stop?.();
  };
}
