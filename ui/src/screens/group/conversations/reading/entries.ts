/** What stands in an open conversation, from top to bottom: threads, their posts, and what is being answered. */
import type { Draft, DraftPurpose, PostHead, Thread } from "@/ipc/bindings";

/** What is being written below a thread. */
export interface Answer {
  draftId: string;
  purpose: DraftPurpose;
  /** Whether somebody just asked for it, and wants to type. */
  focus: boolean;
}

export type Entry = { thread: Thread; key: string } & (
  | { kind: "thread"; number: number }
  | { kind: "post"; post: PostHead; newest: boolean }
  | { kind: "waiting"; draft: Draft }
  | { kind: "compose"; answer: Answer; draft: Draft | null }
  | { kind: "end" }
);

/** Whether its words can still be changed. */
export const isOpen = ({ state }: Draft): boolean =>
  state.state === "writing" || state.state === "failed";

export const threadOf = (purpose: DraftPurpose): string | null =>
  purpose.kind === "new" ? null : purpose.threadId;

export function entriesOf(
  threads: readonly Thread[],
  drafts: readonly Draft[],
  answer: Answer | null,
): Entry[] {
  return threads.flatMap((thread, index) => [
    ...(threads.length > 1
      ? [{ kind: "thread", key: `thread-${thread.id}`, thread, number: index + 1 } as const]
      : []),
    ...thread.posts.map((post, place): Entry => ({
      kind: "post",
      key: post.id,
      thread,
      post,
      newest: place === thread.posts.length - 1,
    })),
    ...below(thread, drafts, answer),
  ]);
}

/** The oldest of what waits first, as posts are; then what is being written, or the button that begins it. */
function below(thread: Thread, drafts: readonly Draft[], answer: Answer | null): Entry[] {
  const here = drafts.filter(({ purpose }) => threadOf(purpose) === thread.id).reverse();
  const written = here.find(({ id }) => id === answer?.draftId) ?? null;
  const composing =
    answer !== null &&
    threadOf(answer.purpose) === thread.id &&
    (!written || isOpen(written) || written.state.state === "sending");
  const waiting = here.filter((draft) => !composing || draft !== written);
  return [
    ...waiting.map((draft): Entry => ({
      kind: "waiting",
      key: `draft-${draft.id}`,
      thread,
      draft,
    })),
    composing
      ? { kind: "compose", key: `compose-${answer.draftId}`, thread, answer, draft: written }
      : { kind: "end", key: `end-${thread.id}`, thread },
  ];
}

/** Pixels before an entry is measured, at the usual text size. */
export function heightOf(entry: Entry): number {
  switch (entry.kind) {
    case "thread":
      return 48;
    case "post":
      return entry.newest ? 260 : 61;
    case "waiting":
      return 120;
    case "compose":
      return 320;
    case "end":
      return 64;
  }
}
