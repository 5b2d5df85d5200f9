/** The fake host's commands that plan, run, record and undo changes. */
import type {
  Action,
  ActivityItem,
  ChangeRequest,
  Job,
  JobCounts,
  JobTitle,
  NewGroup,
  Plan,
  PlannedCall,
  Reason,
  Tag,
} from "../bindings";
import { carryOut, inverseOf, type Came } from "./carrying";
import { fakeError, type Handlers, type Stage } from "./host";
import { draftOf, item as draftItem, type Draft } from "./planning";
import { seedJobs } from "./record";
import { shift } from "./world";

type JobCommand =
  | "plan_make"
  | "plan_undo"
  | "plan_run"
  | "change_run"
  | "undo_run"
  | "jobs_list"
  | "job_get"
  | "job_pause"
  | "job_resume"
  | "job_cancel";

/** A job as the world keeps it. */
export interface JobRecord {
  job: Job;
  items: ActivityItem[];
  newGroup: NewGroup | null;
  /** The items that this one takes back, in the same order. */
  undoes: ActivityItem[];
}

const PER_BATCH = 20;
const everything: Tag[] = ["groups", "details", "members", "deleted", "activity", "policies"];

export function jobCommands(stage: Stage): Pick<Handlers, JobCommand> {
  const jobs = new FakeJobs(stage);
  return {
    plan_make: (request) => jobs.plan(draftOf(stage, request), false),
    plan_undo: ({ jobId, index }) => jobs.planUndo(jobId, index),
    plan_run: ({ planId }) => jobs.start(planId).job,
    change_run: (request) => jobs.change(request),
    undo_run: ({ jobId, index }) => jobs.runNow(jobs.planUndo(jobId, index).planId),
    jobs_list: () => ({ jobs: jobs.list() }),
    job_get: ({ jobId }) => jobs.result(jobs.find(jobId)),
    job_pause: ({ jobId }) => jobs.set(jobId, "paused"),
    job_resume: ({ jobId }) => jobs.set(jobId, "running"),
    job_cancel: ({ jobId }) => jobs.set(jobId, "cancelled"),
  };
}

class FakeJobs {
  private readonly plans = new Map<string, Draft & { undoes: ActivityItem[] }>();
  private sequence = 1;

  constructor(private readonly stage: Stage) {
    stage.world.jobs = seedJobs(stage);
    const running = stage.world.jobs.find(({ job }) => job.state === "running");
    if (running) void this.goOn(running);
  }

  find(jobId: string): JobRecord {
    const record = this.stage.world.jobs.find(({ job }) => job.jobId === jobId);
    if (!record) throw fakeError("notFound");
    return record;
  }

  list(): Job[] {
    const jobs = this.stage.world.jobs.map(({ job }) => job).reverse();
    const over = jobs.filter(({ ended, counts }) => ended !== null && counts.total > 1);
    return [...jobs.filter(({ ended }) => ended === null), ...over.slice(0, 20)];
  }

  result({ job, items }: JobRecord) {
    const look = ["failed", "unknown", "skipped", "sent", "planned", "already", "done"];
    const sorted = [...items].sort((a, b) => look.indexOf(a.state) - look.indexOf(b.state));
    return { job, items: sorted.slice(0, 1_000) };
  }

  plan(draft: Draft, undo: boolean, undoes: ActivityItem[] = []): Plan {
    if (draft.items.length === 0 && !draft.handOver) {
      const reasons = [...new Set(draft.leftOut.map(({ reason }) => reason))];
      const error = fakeError("nothingToDo");
      throw { ...error, params: { ...error.params, reasons } };
    }
    const planId = `plan-${this.plans.size + 1}`;
    this.plans.set(planId, { ...draft, undoes });
    const calls = callsOf(draft.items);
    return {
      planId,
      title: titleOf(draft.items, undo),
      items: draft.items.length,
      requests: calls.length,
      seconds: Math.max(1, Math.ceil(calls.length * 0.3)),
      calls: calls.slice(0, 200),
      leftOut: draft.leftOut.slice(0, 500),
      leftOutCount: draft.leftOut.length,
      undoable: draft.items.some(({ action }) => inverseOf(action) !== undefined),
      handOver: draft.handOver,
      policy: draft.policy ?? null,
    };
  }

  planUndo(jobId: string, index: number | null): Plan {
    const wanted = this.find(jobId).items.filter(
      (item) => item.undoable && (index === null || item.index === index),
    );
    const leftOut: Draft["leftOut"] = wanted.length
      ? []
      : [{ groupName: "", personName: null, reason: "notUndoable" }];
    const undoes = [...wanted].reverse();
    return this.plan(
      { items: undoes.flatMap(inverseItem), leftOut, newGroup: null, handOver: null },
      true,
      undoes,
    );
  }

  /** Puts a plan on the record as a job and lets it run. */
  start(planId: string): JobRecord {
    const record = this.record(planId);
    if (this.stage.options.state === "offline") this.stop(record);
    else void this.goOn(record);
    return record;
  }

  change(request: ChangeRequest) {
    const { refuse, state } = this.stage.options;
    if (refuse !== "nothing") throw fakeError(refuse);
    if (state === "offline") throw fakeError("offline");
    return this.runNow(this.plan(draftOf(this.stage, request), false).planId);
  }

  runNow(planId: string) {
    const record = this.record(planId);
    while (record.items.some(({ state }) => state === "planned")) this.settle(record);
    this.finish(record);
    return this.result(record);
  }

  set(jobId: string, state: "paused" | "running" | "cancelled"): Job {
    const record = this.find(jobId);
    if (record.job.ended !== null) return record.job;
    record.job = { ...record.job, state, stopped: null, waiting: null };
    if (state === "running") void this.goOn(record);
    if (state === "cancelled") {
      record.items
        .filter((each) => each.state === "planned")
        .forEach((each) => (each.state = "skipped"));
      this.end(record);
    }
    this.tell(record);
    return record.job;
  }

  private record(planId: string): JobRecord {
    const { stage } = this;
    if (stage.options.refuse !== "nothing") throw fakeError(stage.options.refuse);
    const draft = this.plans.get(planId);
    if (!draft) throw fakeError("planGone");
    this.plans.delete(planId);
    const jobId = `job-${stage.world.jobs.length + 1}`;
    const created = shift(stage.now, this.sequence / 86_400);
    const items = draft.items.map((each, index) => ({ ...each, jobId, index, at: created }));
    const title = titleOf(items, draft.undoes.length > 0);
    const job = jobOf(jobId, title, items, created);
    const record = { job, items, newGroup: draft.newGroup, undoes: draft.undoes };
    stage.world.jobs = [...stage.world.jobs, record];
    this.tell(record);
    return record;
  }

  private stop(record: JobRecord): void {
    record.job = { ...record.job, state: "paused", stopped: fakeError("offline") };
    this.tell(record);
  }

  /** A batch after the other, with a pause in which it can be stopped. */
  private async goOn(record: JobRecord): Promise<void> {
    const { pace, change } = this.stage.options;
    await wait(pace);
    while (
      record.job.state === "running" &&
      record.items.some(({ state }) => state === "planned")
    ) {
      const waiting = change === "waiting" ? { seconds: 4, items: 12 } : null;
      record.job = { ...record.job, waiting };
      this.settle(record);
      this.tell(record);
      await wait(pace);
    }
    if (record.job.state === "running") this.finish(record);
  }

  private settle(record: JobRecord): void {
    const batch = record.items.filter(({ state }) => state === "planned").slice(0, PER_BATCH);
    for (const item of batch) {
      if (item.groupId === "") item.groupId = record.items[0]?.groupId ?? "";
      this.note(item, carryOut(this.stage, item, record.newGroup), record);
    }
  }

  private note(item: ActivityItem, came: Came, record: JobRecord): void {
    const ok = came === "done" || came === "already";
    item.state = ok ? came : came === "outcomeUnknown" ? "unknown" : "failed";
    item.reason = ok ? null : came;
    item.at = shift(this.stage.now, this.sequence++ / 86_400);
    item.requestId = came === "already" ? null : requestId(this.sequence);
    [item.status, item.serviceCode] = ok ? [null, null] : refusalOf(came);
    item.undoable =
      came === "done" && inverseOf(item.action) !== undefined && !record.job.title.undo;
    const before = record.undoes[record.items.indexOf(item)];
    if (before && ok) Object.assign(before, { undone: true, undoable: false });
  }

  private finish(record: JobRecord): void {
    record.job = { ...record.job, state: "finished" };
    this.end(record);
    this.tell(record);
  }

  private end(record: JobRecord): void {
    const ended = shift(this.stage.now, this.sequence / 86_400);
    record.job = { ...record.job, ended, waiting: null };
  }

  private tell(record: JobRecord): void {
    const { items } = record;
    const sequence = record.job.sequence + 1;
    const undoable = items.some((each) => each.undoable);
    record.job = { ...record.job, sequence, undoable, counts: countsOf(items) };
    this.stage.emit({ kind: "jobProgress", job: structuredClone(record.job) });
    this.stage.emit({ kind: "changed", tags: everything });
  }
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export const requestId = (number: number): string =>
  `5f1c2f7e-0d0b-4a5e-9b51-${(number * 7_919).toString(16).padStart(12, "0")}`;

function refusalOf(reason: Reason): [number | null, string | null] {
  if (reason === "outcomeUnknown" || reason === "unreachable") return [null, null];
  if (reason === "notFound") return [404, "Request_ResourceNotFound"];
  if (reason === "notPermitted") return [403, "Authorization_RequestDenied"];
  return reason === "throttled" ? [429, "TooManyRequests"] : [400, "Request_BadRequest"];
}

export function jobOf(jobId: string, title: JobTitle, items: ActivityItem[], created: string): Job {
  return {
    jobId,
    title,
    state: "running",
    counts: countsOf(items),
    sequence: 0,
    created,
    ended: null,
    stopped: null,
    waiting: null,
    undoable: false,
  };
}

export function countsOf(items: readonly ActivityItem[]): JobCounts {
  const counts: JobCounts = {
    total: items.length,
    planned: 0,
    sent: 0,
    done: 0,
    already: 0,
    failed: 0,
    unknown: 0,
    skipped: 0,
  };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

/** A title tells what most items do. */
export function titleOf(items: readonly ActivityItem[], undo: boolean): JobTitle {
  const byAction = new Map<Action, number>();
  for (const { action } of items) byAction.set(action, (byAction.get(action) ?? 0) + 1);
  const create = items.some(({ action }) => action === "createGroup");
  const [most] = [...byAction].sort((a, b) => b[1] - a[1]);
  const groups = new Set(items.map(({ groupId, groupName }) => groupId || groupName));
  const people = new Map(
    items.flatMap(({ person }) => (person ? [[person.id, person] as const] : [])),
  );
  const [first] = items;
  const [person] = people.values();
  return {
    action: create ? "createGroup" : (most?.[0] ?? "updateGroup"),
    groupName: groups.size === 1 ? (first?.groupName ?? null) : null,
    groupId: groups.size === 1 ? first?.groupId || null : null,
    personName: people.size === 1 ? (person?.displayName ?? null) : null,
    groups: groups.size,
    people: people.size,
    undo,
  };
}

function inverseItem(done: ActivityItem): ActivityItem[] {
  const action = inverseOf(done.action);
  if (!action) return [];
  const changes = done.changes.map(({ property, before, after }) => ({
    property,
    before: after,
    after: before,
  }));
  return [
    draftItem(action, { id: done.groupId, displayName: done.groupName }, done.person, changes),
  ];
}

/** Additions travel 20 at a time, everything else on its own. */
function callsOf(items: readonly ActivityItem[]): PlannedCall[] {
  const calls = new Map<string, PlannedCall>();
  items.forEach((item, index) => {
    const many = item.action === "addMember" || item.action === "addOwner";
    const group = item.groupId || "{new}";
    const place = items.slice(0, index).filter((each) => each.groupId === item.groupId).length;
    const key = many ? `${group} ${Math.floor(place / PER_BATCH)}` : `${index}`;
    const [method, path] = callOf(item, group);
    const call = calls.get(key) ?? { method, path, items: 0 };
    calls.set(key, { ...call, items: call.items + 1 });
  });
  return [...calls.values()];
}

function callOf({ action, person }: ActivityItem, group: string): [method: string, path: string] {
  switch (action) {
    case "createGroup":
      return ["POST", "/groups"];
    case "enableTeam":
      return ["PUT", `/groups/${group}/team`];
    case "deleteGroup":
      return ["DELETE", `/groups/${group}`];
    case "restoreGroup":
      return ["POST", `/directory/deletedItems/${group}/restore`];
    case "purgeGroup":
      return ["DELETE", `/directory/deletedItems/${group}`];
    case "renewGroup":
      return ["POST", `/groups/${group}/renew`];
    case "removeMember":
      return ["DELETE", `/groups/${group}/members/${person?.id}/$ref`];
    case "removeOwner":
      return ["DELETE", `/groups/${group}/owners/${person?.id}/$ref`];
    case "markFavorite":
      return ["POST", `/groups/${group}/addFavorite`];
    case "unmarkFavorite":
      return ["POST", `/groups/${group}/removeFavorite`];
    default:
      return ["PATCH", `/groups/${group}`];
  }
}
