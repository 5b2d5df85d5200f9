/** What a change came to, in the words of a toast or of the form that asked for it. */
import type { TFunction } from "i18next";

import { commandErrorOf, errorWords } from "@/components/errorWords";
import type { Notice } from "@/components/notify";
import type { ActivityItem, CommandError, JobResult, Reason } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { countWords } from "./counts";
import { itemWords, titleWords } from "./words";

/** Something that was asked for and is not, or not wholly, done. */
export interface ChangeFailure {
  /** "Megan Bowen was not added to Hiring Loop". */
  title: string;
  /** Why, what was and was not changed, what to do. */
  text: string;
  reason: Reason | null;
  /** The command's error; `null` when the service refused single items. */
  error: CommandError | null;
}

/** The first item that is neither done nor was so already. */
const undone = (items: readonly ActivityItem[]): ActivityItem | undefined =>
  items.find(({ state }) => state !== "done" && state !== "already");

/** What is wrong with a result; `null` when all of it is done. */
export function failureOf(t: TFunction, { job, items }: JobResult): ChangeFailure | null {
  const item = undone(items);
  if (!item) return job.stopped ? stoppedWords(t, job.stopped) : null;
  const { total, done, already } = job.counts;
  const settled = done + already;
  const why = item.reason ? t(`jobs.why.${item.reason}`) : "";
  const stop = job.stopped ? errorWords(t, job.stopped).text : "";
  const rest = [why, stop].filter(Boolean).join(" ");
  return {
    title: total > 1 && settled === 0 ? titleWords(t, job.title, "not") : itemWords(t, item),
    text:
      settled > 0
        ? t("jobs.partly", { done: formatNumber(settled), total: formatNumber(total), rest })
        : rest,
    reason: item.reason,
    error: job.stopped,
  };
}

const stoppedWords = (t: TFunction, error: CommandError): ChangeFailure => ({
  ...errorWords(t, error),
  reason: null,
  error,
});

/** The same for a command that failed before anything was done. */
export function failureOfCommand(t: TFunction, thrown: unknown, title?: string): ChangeFailure {
  const error = commandErrorOf(thrown);
  const words = errorWords(t, error);
  const reason = error.params.reasons[0] ?? null;
  const said = error.code === "nothingToDo" ? [words.text] : [`${words.title}.`, words.text];
  return {
    title: title ?? words.title,
    text: [...(title ? said : [words.text]), words.todo].filter(Boolean).join(" "),
    reason,
    error,
  };
}

/** The notice of a result that is done: what, and that the service accepted it. */
export function doneNotice(t: TFunction, { job, items }: JobResult): Notice {
  const [item] = items;
  const single = item && items.length === 1 ? item : null;
  if (single?.state === "already") {
    return { intent: "info", title: itemWords(t, single), body: t("jobs.already") };
  }
  const { done, total } = job.counts;
  return {
    intent: "sent",
    title: titleWords(t, job.title, "did"),
    body: done === total ? t("jobs.accepted") : countWords(t, job, items),
  };
}
