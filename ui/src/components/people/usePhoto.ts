/**
 * Photos of people and groups, read when somebody looks at them: in batches, each once. Who has none is
 * remembered; what could not be read may be asked for again later.
 */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";

import { call } from "@/ipc/call";

const BATCH = 100;
/** Rows that are only scrolled past are not asked for. */
const SETTLE_MS = 120;
/** A photo takes some kilobytes: those that were not seen for longest are forgotten first. */
const KEPT = 2_000;

type Whose = "people" | "groups";

class PhotoQueue {
  private photos = new Map<string, string | null>();
  private asked = new Set<string>();
  private wanted = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly whose: Whose) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(id: string): string | null {
    return this.photos.get(id) ?? null;
  }

  /** Asks for a photo, unless the returned function is called within a moment. */
  want(id: string): () => void {
    if (this.asked.has(id)) return () => {};
    this.wanted.add(id);
    this.timer ??= setTimeout(() => void this.read(), SETTLE_MS);
    return () => this.wanted.delete(id);
  }

  /** After a photo was changed: it is read anew. */
  forget(id: string): void {
    this.asked.delete(id);
    this.photos.delete(id);
    this.tell();
  }

  private async read(): Promise<void> {
    this.timer = undefined;
    if (this.reading) return;
    this.reading = true;
    while (this.wanted.size > 0) {
      const ids = [...this.wanted].slice(0, BATCH);
      ids.forEach((id) => (this.wanted.delete(id), this.asked.add(id)));
      const request = { groups: this.whose === "groups", ids };
      const answer = await call("photos_load", request).catch(() => null);
      if (!answer) ids.forEach((id) => this.asked.delete(id));
      answer?.photos.forEach(({ id, dataUrl }) => this.photos.set(id, dataUrl));
      this.drop();
      this.tell();
    }
    this.reading = false;
  }

  private drop(): void {
    for (const id of this.photos.keys()) {
      if (this.photos.size <= KEPT) return;
      this.photos.delete(id);
      this.asked.delete(id);
    }
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

const queues = new WeakMap<QueryClient, Record<Whose, PhotoQueue>>();

function queueOf(client: QueryClient, whose: Whose): PhotoQueue {
  const kept = queues.get(client) ?? {
    people: new PhotoQueue("people"),
    groups: new PhotoQueue("groups"),
  };
  queues.set(client, kept);
  return kept[whose];
}

/** The photo as a `data:` address; `null` while it is not there, or when there is none. */
export function usePhoto(whose: Whose, id: string): string | null {
  const queue = queueOf(useQueryClient(), whose);
  const photo = useSyncExternalStore(queue.subscribe, () => queue.of(id));
  useEffect(() => queue.want(id), [queue, id, photo]);
  return photo;
}

/** Has a group's photo read anew after it was changed. */
export function forgetPhoto(client: QueryClient, whose: Whose, id: string): void {
  queueOf(client, whose).forget(id);
}
