/** How far the guided tour has come for the person, on this computer. */
import { useCallback, useSyncExternalStore } from "react";

import { useSession } from "@/ipc/session";
import { remember, remembered } from "@/lib/remembered";

export const STEPS = ["renew", "star", "restore"] as const;
export type Step = (typeof STEPS)[number] | "end";

type TourState =
  { at: "new" } | { at: "running"; step: Step } | { at: "left"; step: Step } | { at: "over" };

export interface Tour {
  state: TourState;
  /** Begins, or begins again. */
  start: () => void;
  leave: () => void;
  resume: () => void;
  /** Goes on from a step that was done, if it is still the one. */
  pass: (step: Step) => void;
}

const NAME = "tour";
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useTour(): Tour {
  const account = useSession()?.account.id ?? "";
  const kept = useSyncExternalStore(subscribe, () => remembered(account, NAME));
  const state = read(kept);
  const write = useCallback(
    (next: string) => {
      remember(account, NAME, next);
      listeners.forEach((listener) => listener());
    },
    [account],
  );
  const pass = useCallback(
    (step: Step) => {
      const now = read(remembered(account, NAME));
      if (now.at !== "running" || now.step !== step) return;
      write(step === "end" ? "over" : `running ${next(step)}`);
    },
    [account, write],
  );
  return {
    state,
    start: () => write(`running ${STEPS[0]}`),
    leave: () => write(state.at === "running" ? `left ${state.step}` : "over"),
    resume: () => write(state.at === "left" ? `running ${state.step}` : `running ${STEPS[0]}`),
    pass,
  };
}

const next = (step: Step): Step => STEPS[STEPS.findIndex((each) => each === step) + 1] ?? "end";

/** What was kept as anything else is as if nothing was. */
function read(kept: string | null): TourState {
  if (kept === "over") return { at: "over" };
  const [at, name] = kept?.split(" ") ?? [];
  const step = [...STEPS, "end" as const].find((each) => each === name);
  if (step && (at === "running" || at === "left")) return { at, step };
  return { at: "new" };
}
