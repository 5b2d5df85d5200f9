/** Files that go with what is being written: read here, checked for their size, kept with the draft. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf, errorWords } from "@/components/errorWords";
import type { DraftAttachment } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { invalidate } from "@/ipc/tags";
import { formatBytes } from "@/lib/dates";
import { base64, bytesOf } from "../../add/reading";

/** All files of one message together stay under this, by the service's rule. */
export const MOST_BYTES = 4_000_000;

export interface Attaching {
  attach: (files: readonly File[]) => void;
  detach: (attachmentId: string) => void;
  /** The file that is being attached. */
  busy: string | null;
  /** Why the last one was not attached. */
  problem: string | null;
}

export function useAttaching(
  draftId: string,
  attached: readonly DraftAttachment[],
  keep: () => Promise<void>,
): Attaching {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const tooLarge = (name: string) =>
    t("conversations.write.tooLarge", { name, most: formatBytes(MOST_BYTES) });
  const failure = (name: string, error: unknown): string => {
    const failed = commandErrorOf(error);
    if (failed.code === "tooLarge") return tooLarge(name);
    return `${t("conversations.write.attachFailed", { name })}. ${errorWords(t, failed).title}.`;
  };
  const add = async (file: File): Promise<string | null> => {
    const { name, type: contentType } = file;
    setBusy(name);
    const bytes = await bytesOf(file).catch(() => null);
    if (!bytes) return t("conversations.write.unreadable", { name });
    try {
      const content = base64(bytes);
      await call("draft_attach", { draftId, name, contentType, content });
      return null;
    } catch (error) {
      return failure(name, error);
    }
  };
  const addAll = async (files: readonly File[]) => {
    setProblem(null);
    let sum = attached.reduce((total, { size }) => total + size, 0);
    await keep();
    for (const file of files) {
      sum += file.size;
      // What is too large is not even read.
      const wrong = sum >= MOST_BYTES ? tooLarge(file.name) : await add(file);
      if (wrong) {
        setProblem(wrong);
        sum -= file.size;
      }
    }
    setBusy(null);
    invalidate(client, ["drafts"]);
  };
  return {
    attach: (files) => void addAll(files),
    detach: (attachmentId) => {
      setProblem(null);
      void call("draft_detach", { draftId, attachmentId })
        .catch((error: unknown) => setProblem(errorWords(t, commandErrorOf(error)).title))
        .finally(() => invalidate(client, ["drafts"]));
    },
    busy,
    problem,
  };
}
