/** Bodies of posts: those that come into view within a moment are asked for together. */
import { queryOptions } from "@tanstack/react-query";

import type { PostBody, ThreadRequest } from "./bindings";
import { call } from "./call";
import { CommandFailure, commandError } from "./failure";
import { keys } from "./queries";

/** As many as one question takes. */
const BATCH = 20;
const SETTLE_MS = 20;

interface Asking {
  resolve: (body: PostBody) => void;
  reject: (error: unknown) => void;
}

class Batch {
  private readonly asked = new Map<string, Asking[]>();

  constructor(
    private readonly thread: ThreadRequest,
    private readonly whole: boolean,
  ) {}

  get full(): boolean {
    return this.asked.size >= BATCH;
  }

  add(postId: string): Promise<PostBody> {
    return new Promise((resolve, reject) => {
      this.asked.set(postId, [...(this.asked.get(postId) ?? []), { resolve, reject }]);
    });
  }

  async run(): Promise<void> {
    const { thread, whole, asked } = this;
    try {
      const { posts } = await call("posts_load", { thread, whole, postIds: [...asked.keys()] });
      posts.forEach((body) => asked.get(body.postId)?.forEach(({ resolve }) => resolve(body)));
      // What was answered is settled already; the rest is not there.
      const gone = new CommandFailure(commandError("notFound", "The post is not there."));
      this.every(({ reject }) => reject(gone));
    } catch (error) {
      this.every(({ reject }) => reject(error));
    }
  }

  private every(tell: (asking: Asking) => void): void {
    [...this.asked.values()].flat().forEach(tell);
  }
}

const open = new Map<string, Batch>();

function loadPost(thread: ThreadRequest, postId: string, whole: boolean): Promise<PostBody> {
  const key = JSON.stringify([thread, whole]);
  const waiting = open.get(key);
  if (waiting && !waiting.full) return waiting.add(postId);
  const batch = new Batch(thread, whole);
  open.set(key, batch);
  setTimeout(() => {
    if (open.get(key) === batch) open.delete(key);
    void batch.run();
  }, SETTLE_MS);
  return batch.add(postId);
}

/** What one post says; `whole` for those that are cut for their size. */
export const postQuery = (thread: ThreadRequest, postId: string, whole: boolean) =>
  queryOptions({
    queryKey: [...keys.posts, thread, postId, whole],
    queryFn: () => loadPost(thread, postId, whole),
  });
