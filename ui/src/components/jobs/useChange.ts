/**
 * Changes one thing at once and says what came of it: a toast with *Undo* when it is done, and what
 * was not done and why when it is not. Many at once, or what is dangerous, goes through `usePlan`.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import type { ChangeRequest, JobResult } from "@/ipc/bindings";
import { changeMutation } from "@/ipc/mutations";
import { doneNotice, failureOf, failureOfCommand, type ChangeFailure } from "./outcome";
import { useUndo } from "./useUndo";

interface ChangeOptions {
  /** What is said when it is done, instead of the words made from the result. */
  done?: string;
  /** What is said first when the command itself fails, such as "Megan was not removed". */
  failed?: string;
  /** Say failures in the form that asked, not in a toast: they are in the answer. */
  quiet?: boolean;
  /** Where it is said. */
  place?: "middle";
  /** Called when somebody has undone it from the toast. */
  undone?: () => void;
}

export interface ChangeOutcome {
  /** Whether all of it is done. */
  ok: boolean;
  result: JobResult | null;
  failure: ChangeFailure | null;
}

export interface Change {
  /** Never rejects: what went wrong is in the answer. */
  change: (request: ChangeRequest, options?: ChangeOptions) => Promise<ChangeOutcome>;
  busy: boolean;
}

export function useChange(): Change {
  const { t } = useTranslation();
  const notify = useNotify();
  const { undo } = useUndo();
  const { mutateAsync, isPending } = useMutation(changeMutation(useQueryClient()));
  const change = useCallback(
    async (request: ChangeRequest, options: ChangeOptions = {}): Promise<ChangeOutcome> => {
      const { result, failure } = await mutateAsync(request).then(
        (result) => ({ result, failure: failureOf(t, result) }),
        (thrown: unknown) => ({
          result: null,
          failure: failureOfCommand(t, thrown, options.failed),
        }),
      );
      const back = result?.job.undoable
        ? {
            label: t("common.undo"),
            run: () =>
              void undo({ jobId: result.job.jobId, index: null }).then(
                (back) => back && options.undone?.(),
              ),
          }
        : undefined;
      if (failure && !options.quiet) {
        notify({
          intent: "failed",
          title: failure.title,
          body: failure.text,
          action: back,
          place: options.place,
        });
      }
      if (result && !failure) {
        const notice = doneNotice(t, result);
        notify({
          ...notice,
          title: options.done ?? notice.title,
          action: back,
          place: options.place,
        });
      }
      return { ok: failure === null, result, failure };
    },
    [mutateAsync, notify, t, undo],
  );
  return { change, busy: isPending };
}
