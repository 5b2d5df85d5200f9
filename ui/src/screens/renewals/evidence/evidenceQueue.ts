/**
 * Reads the evidence about the group that is looked at, and about its neighbours in the same request. Rows
 * that are only passed are not asked for, what is known is not asked for again, and one request is on its
 * way at a time: the newest wish waits, those before it are forgotten.
 */
import type { QueryClient } from "@tanstack/react-query";

import type { Evidence, Outlook } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";

/** Longer than the pause between two presses of a key that is held. */
const SETTLE_MS = 150;
/** So many rows after the selected one are read with it, and one before it. */
const AHEAD = 4;
/** With so many known ahead there is no need to read on yet. */
const ENOUGH = 2;
/** After so long by the service's clock it is read again. */
const STALE_MS = 30 * 60_000;
const MOST = 20;

/** What is known of one group; the outlook is of the same moment. */
export interface Known {
  evidence: Evidence;
  outlook: Outlook | null;
}

export const evidenceKey = (groupId: string) => [...keys.evidence, groupId];

export class EvidenceQueue {
  private errors: ReadonlyMap<string, unknown> = new Map();
  private wish: { ids: string[]; anew: boolean } | null = null;
  private reading = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly client: QueryClient) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly failures = () => this.errors;

  /** Wants the group at a place in the rows in a moment, unless the returned function is called before. */
  wantSoon(rows: readonly string[], at: number, now: string): () => void {
    const timer = setTimeout(() => {
      const ids = this.missing(rows, at, now);
      if (ids.length > 0) this.ask(ids, false);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }

  readAnew(groupId: string): void {
    this.ask([groupId], true);
  }

  /** The selected one first, then those that are probably next. */
  private missing(rows: readonly string[], at: number, now: string): string[] {
    const isMissing = (id: string | undefined): id is string =>
      id !== undefined && !this.isKnown(id, now);
    const ahead = rows.slice(at + 1, at + 1 + AHEAD);
    const selected = rows[at];
    if (!isMissing(selected) && !ahead.slice(0, ENOUGH).some(isMissing)) return [];
    return [selected, ...ahead, rows[at - 1]].filter(isMissing).slice(0, MOST);
  }

  private isKnown(id: string, now: string): boolean {
    const query = this.client.getQueryState<Known>(evidenceKey(id));
    if (!query?.data || query.isInvalidated) return false;
    return Date.parse(now) - Date.parse(query.data.evidence.asOf) < STALE_MS;
  }

  private ask(ids: string[], anew: boolean): void {
    this.wish = { ids, anew };
    if (!this.reading) void this.read();
  }

  private async read(): Promise<void> {
    this.reading = true;
    while (this.wish) {
      const { ids: groupIds, anew } = this.wish;
      this.wish = null;
      await call("evidence_get", { groupIds, anew }).then(
        (list) => this.keep(list.groups, list.outlooks),
        (error: unknown) => this.fail(groupIds, error),
      );
    }
    this.reading = false;
  }

  private keep(groups: readonly Evidence[], outlooks: readonly Outlook[]): void {
    const ahead = new Map(outlooks.map((outlook) => [outlook.groupId, outlook]));
    for (const evidence of groups) {
      const outlook = ahead.get(evidence.groupId) ?? null;
      this.client.setQueryData<Known>(evidenceKey(evidence.groupId), { evidence, outlook });
    }
    const read = new Set(groups.map(({ groupId }) => groupId));
    this.errors = new Map([...this.errors].filter(([id]) => !read.has(id)));
    this.tell();
  }

  private fail(groupIds: readonly string[], error: unknown): void {
    this.errors = new Map([...this.errors, ...groupIds.map((id) => [id, error] as const)]);
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}
