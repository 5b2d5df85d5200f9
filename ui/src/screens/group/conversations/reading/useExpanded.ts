/** Which posts are open: the newest of each thread at first. What was open stays so when a newer one comes. */
import { useState } from "react";

import type { Thread } from "@/ipc/bindings";

export interface Expanded {
  has: (postId: string) => boolean;
  toggle: (postId: string) => void;
  /** Opens all, or folds all but the newest. */
  all: () => void;
  isAll: boolean;
}

const newestOf = (threads: readonly Thread[]) =>
  threads.flatMap(({ posts }) => posts.slice(-1).map(({ id }) => id));

export function useExpanded(threads: readonly Thread[]): Expanded {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(newestOf(threads)));
  const [known, setKnown] = useState(() => newestOf(threads).join());
  const newest = newestOf(threads);
  if (newest.join() !== known) {
    setKnown(newest.join());
    setOpen(new Set([...open, ...newest]));
  }
  const every = threads.flatMap(({ posts }) => posts.map(({ id }) => id));
  const isAll = every.every((id) => open.has(id));
  return {
    has: (postId) => open.has(postId),
    toggle: (postId) => {
      const next = new Set(open);
      if (!next.delete(postId)) next.add(postId);
      setOpen(next);
    },
    all: () => setOpen(new Set(isAll ? newest : every)),
    isAll,
  };
}
