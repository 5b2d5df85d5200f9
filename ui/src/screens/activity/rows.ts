/** From items to the rows of the record: days, single items, and long runs of one job as one row. */
import type { ActivityItem, JobTitle } from "@/ipc/bindings";

export type Row =
  | { kind: "day"; key: string; at: string }
  | { kind: "item"; key: string; item: ActivityItem; inRun: boolean }
  | { kind: "run"; key: string; items: readonly ActivityItem[] };

/** So many items of one job one after the other are shown one by one. */
const SHORT = 3;

/** `open` names the runs of which each item is shown. Items come newest first. */
export function rowsOf(items: readonly ActivityItem[], open: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  let day = "";
  for (const run of runsOf(items)) {
    const [first] = run;
    const next = new Date(first.at).toDateString();
    if (next !== day) rows.push({ kind: "day", key: `day ${next}`, at: first.at });
    day = next;
    rows.push(...rowsOfRun(run, open));
  }
  return rows;
}

type Run = [ActivityItem, ...ActivityItem[]];

const keyOf = ({ jobId, index }: ActivityItem): string => `${jobId} ${index}`;

function rowsOfRun(run: Run, open: ReadonlySet<string>): Row[] {
  const single = (item: ActivityItem, inRun: boolean): Row => ({
    kind: "item",
    key: keyOf(item),
    item,
    inRun,
  });
  if (run.length <= SHORT) return run.map((item) => single(item, false));
  const { jobId } = run[0];
  const head: Row = { kind: "run", key: `run ${keyOf(run[0])}`, items: run };
  return open.has(jobId) ? [head, ...run.map((item) => single(item, true))] : [head];
}

/** Neighbours of one job belong together, as far as they were done on one day. */
function runsOf(items: readonly ActivityItem[]): Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const sameDay = run && new Date(run[0].at).toDateString() === new Date(item.at).toDateString();
    if (run && sameDay && run[0].jobId === item.jobId) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** What a run is called, as a job would be. */
export function titleOfRun(items: readonly ActivityItem[]): JobTitle {
  const [first] = items;
  const groups = new Map(items.map(({ groupId, groupName }) => [groupId, groupName]));
  const people = new Map(
    items.flatMap(({ person }) => (person ? [[person.id, person.displayName] as const] : [])),
  );
  return {
    action: commonest(items.map(({ action }) => action)) ?? first?.action ?? "updateGroup",
    groupName: groups.size === 1 ? (first?.groupName ?? null) : null,
    groupId: groups.size === 1 ? (first?.groupId ?? null) : null,
    personName: people.size === 1 ? ([...people.values()][0] ?? null) : null,
    groups: groups.size,
    people: people.size,
    undo: false,
  };
}

function commonest<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
