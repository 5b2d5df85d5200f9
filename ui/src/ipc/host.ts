/**
 * The side that answers commands: the shell through Tauri, or a world in memory for tests and for
 * `npm run dev` in a plain browser. Which one is decided here and nowhere else.
 */
import type { AppEvent } from "./bindings";

export interface Host {
  invoke(command: string, args: { request: unknown }): Promise<unknown>;
  listen(listener: (event: AppEvent) => void): Promise<() => void>;
}

let chosen: Promise<Host> | undefined;

/** Puts a host in place, for tests. */
export function connectForTests(host: Host): void {
  chosen = Promise.resolve(host);
}

export function host(): Promise<Host> {
  chosen ??= connect();
  return chosen;
}

async function connect(): Promise<Host> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriHost;
  // The condition is a constant in a production build, so that nothing of the fake is shipped.
  if (import.meta.env.DEV) {
    const { fakeHostFromAddress } = await import("./fake/host");
    return fakeHostFromAddress(window.location.search);
  }
  throw new Error("This page is part of Tenure and works inside its window only.");
}
