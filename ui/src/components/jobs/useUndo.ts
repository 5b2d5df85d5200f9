/** Undoes a job or one item of it, and says what came of that. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import type { UndoRequest } from "@/ipc/bindings";
import { undoMutation } from "@/ipc/mutations";
import { doneNotice, failureOf, failureOfCommand } from "./outcome";

export function useUndo(): { undo: (request: UndoRequest) => Promise<boolean>; busy: boolean } {
  const { t } = useTranslation();
  const notify = useNotify();
  const { mutateAsync, isPending } = useMutation(undoMutation(useQueryClient()));
  const undo = useCallback(
    async (request: UndoRequest): Promise<boolean> => {
      try {
        const result = await mutateAsync(request);
        const failure = failureOf(t, result);
        if (failure) notify({ intent: "failed", title: failure.title, body: failure.text });
        else notify(doneNotice(t, result));
        return failure === null;
      } catch (thrown) {
        const { title, text } = failureOfCommand(t, thrown, t("jobs.undoFailed"));
        notify({ intent: "failed", title, body: text });
        return false;
      }
    },
    [mutateAsync, notify, t],
  );
  return { undo, busy: isPending };
}
