/** Undoes a whole job: at once when that is little, else after a look at what it would do. */
import { useCallback } from "react";

import type { Job } from "@/ipc/bindings";
import { usePlan, type Planning } from "./usePlan";
import { useUndo } from "./useUndo";

/** Up to so many items are undone without a plan to look at. */
const AT_ONCE = 20;

export interface UndoJob {
  undo: (job: Job) => void;
  busy: boolean;
  planning: Planning;
}

export function useUndoJob(): UndoJob {
  const planning = usePlan();
  const { undo: undoNow, busy } = useUndo();
  const { makeUndo } = planning;
  const undo = useCallback(
    ({ jobId, counts }: Job) => {
      const request = { jobId, index: null };
      void (counts.done > AT_ONCE ? makeUndo(request) : undoNow(request));
    },
    [makeUndo, undoNow],
  );
  return { undo, busy, planning };
}
