/**
 * Reads owners and counts of groups when somebody looks at them: in batches, one after the other, each
 * group once. What may not be read is remembered, so that it is said instead of asked for again.
 */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useSyncExternalStore } from "react";

import type { GroupList, GroupsFound, GroupSummary, PeopleOfGroup } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";

const BATCH = 100;
/** Rows that are only scrolled past are not asked for. */
const SETTLE_MS = 120;

class PeopleQueue {
  /** Ids by the moment at which the list was read: a newer list may be asked for again. */
  private asOf: string | null = null;
  private asked = new Set<string>();
  private unread: ReadonlySet<string> = new Set();
  private lost: ReadonlySet<string> = new Set();
  private waiting: string[] = [];
  private reading = false;
  /** How many lists stand on the screen whose moment is not over. */
  private standing = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly client: QueryClient) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly unreadable = () => this.unread;
  readonly failed = () => this.lost;
  readonly isReading = () => this.reading;
  readonly isSettled = () => this.standing === 0 && !this.reading;

  /** Wants these groups in a moment, unless the returned function is called before. */
  wantSoon(groups: readonly GroupSummary[]): () => void {
    this.standing += 1;
    const leave = once(() => {
      this.standing -= 1;
      this.tell();
    });
    const timer = setTimeout(() => {
      this.want(groups);
      leave();
    }, SETTLE_MS);
    this.tell();
    return () => {
      clearTimeout(timer);
      leave();
    };
  }

  want(groups: readonly GroupSummary[]): void {
    const asOf = this.client.getQueryData<GroupList>(keys.groups)?.asOf ?? null;
    if (asOf !== this.asOf) this.begin(asOf);
    const fresh = groups.filter(({ id, people }) => people === null && !this.asked.has(id));
    if (fresh.length === 0) return;
    fresh.forEach(({ id }) => this.asked.add(id));
    // What was asked for last is what is looked at now.
    this.waiting = [...fresh.map(({ id }) => id), ...this.waiting];
    if (!this.reading) void this.read();
  }

  private begin(asOf: string | null): void {
    this.asOf = asOf;
    this.asked = new Set();
    this.unread = new Set();
    this.lost = new Set();
  }

  private async read(): Promise<void> {
    this.reading = true;
    while (this.waiting.length > 0) {
      const groupIds = this.waiting.splice(0, BATCH);
      const answer = await call("group_people_load", { groupIds }).catch(() => null);
      if (answer) this.keep(answer.groups);
      else this.forget(groupIds);
    }
    this.reading = false;
    this.tell();
  }

  /** No answer is not the answer that they may not be read: they can be asked for again. */
  private forget(groupIds: readonly string[]): void {
    groupIds.forEach((id) => this.asked.delete(id));
    this.lost = new Set([...this.lost, ...groupIds]);
    this.tell();
  }

  private keep(answers: readonly PeopleOfGroup[]): void {
    const read = new Map(answers.map(({ groupId, people }) => [groupId, people]));
    this.unread = new Set([
      ...this.unread,
      ...answers.filter(({ people }) => !people).map(({ groupId }) => groupId),
    ]);
    this.client.setQueryData<GroupList>(
      keys.groups,
      (list) => list && { ...list, groups: list.groups.map((group) => withPeople(group, read)) },
    );
    this.client.setQueriesData<GroupsFound>(
      { queryKey: keys.search },
      (found) => found && { groups: found.groups.map((group) => withPeople(group, read)) },
    );
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

function withPeople(
  group: GroupSummary,
  read: ReadonlyMap<string, PeopleOfGroup["people"]>,
): GroupSummary {
  const people = read.get(group.id);
  return people ? { ...group, people } : group;
}

const queues = new WeakMap<QueryClient, PeopleQueue>();

function queueOf(client: QueryClient): PeopleQueue {
  const queue = queues.get(client) ?? new PeopleQueue(client);
  queues.set(client, queue);
  return queue;
}

/** Reads the people of these groups once they have stood on the screen for a moment. */
export function useWantedPeople(groups: readonly GroupSummary[]): void {
  const client = useQueryClient();
  useEffect(() => {
    return queueOf(client).wantSoon(groups);
  }, [client, groups]);
}

/** Whether nothing of what stands on the screen is still to be read, or being read. */
export function usePeopleSettled(): boolean {
  const queue = queueOf(useQueryClient());
  return useSyncExternalStore(queue.subscribe, queue.isSettled);
}

export interface PeopleReading {
  /** Groups whose people may not be read. */
  unreadable: ReadonlySet<string>;
  /** Groups for which no answer came. */
  failed: ReadonlySet<string>;
  reading: boolean;
  want: (groups: readonly GroupSummary[]) => void;
}

export function usePeopleReading(): PeopleReading {
  const queue = queueOf(useQueryClient());
  return {
    unreadable: useSyncExternalStore(queue.subscribe, queue.unreadable),
    failed: useSyncExternalStore(queue.subscribe, queue.failed),
    reading: useSyncExternalStore(queue.subscribe, queue.isReading),
    want: useCallback((groups) => queue.want(groups), [queue]),
  };
}
