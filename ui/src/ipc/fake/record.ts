/** What the fake company has on its record when it begins, and the command that reads the record. */
import type {
  Action,
  ActivityItem,
  ItemState,
  JobState,
  PersonRef,
  PropertyChange,
  Reason,
} from "../bindings";
import { fold } from "../../lib/folding";
import { inverseOf } from "./carrying";
import { refOf } from "./directory";
import type { Handlers, Stage } from "./host";
import { countsOf, jobOf, requestId, titleOf, type JobRecord } from "./jobs";
import { item } from "./planning";
import { shift } from "./world";

const PAGE = 200;

export function recordCommands(stage: Stage): Pick<Handlers, "activity_list"> {
  return {
    activity_list: ({ groupId, text, after }) => {
      const begin = Number(after ?? 0);
      const wanted = fold(text.trim());
      const found = stage.world.jobs
        .flatMap(({ items }) => items)
        .reverse()
        .filter((each) => groupId === null || each.groupId === groupId)
        .filter((each) =>
          fold(`${each.groupName} ${each.person?.displayName ?? ""}`).includes(wanted),
        );
      const end = begin + PAGE;
      return { items: found.slice(begin, end), next: end < found.length ? String(end) : null };
    },
  };
}

interface Past {
  action: Action;
  group: number;
  daysAgo: number;
  people?: readonly number[];
  changes?: PropertyChange[];
  state?: ItemState;
  reason?: Reason;
  undone?: boolean;
}

const past: readonly Past[] = [
  { action: "renewGroup", group: 10, daysAgo: 26 },
  { action: "createGroup", group: 7, daysAgo: 19 },
  { action: "removeOwner", group: 6, daysAgo: 12, people: [6] },
  {
    action: "addMember",
    group: 8,
    daysAgo: 9,
    people: [8],
    state: "unknown",
    reason: "outcomeUnknown",
  },
  { action: "removeMember", group: 3, daysAgo: 6, people: [13], undone: true },
  {
    action: "addMember",
    group: 2,
    daysAgo: 4.2,
    people: Array.from({ length: 24 }, (_, index) => 30 + index),
  },
  {
    action: "updateGroup",
    group: 4,
    daysAgo: 1.1,
    changes: [
      { property: "visibility", before: "private", after: "public" },
      { property: "description", before: null, after: "How the brand looks and speaks." },
    ],
  },
  {
    action: "removeOwner",
    group: 1,
    daysAgo: 1,
    people: [0],
    state: "failed",
    reason: "lastOwner",
  },
  { action: "addOwner", group: 9, daysAgo: 0.12, people: [4] },
  {
    action: "updateGroup",
    group: 12,
    daysAgo: 0.08,
    changes: [{ property: "displayName", before: "Έρευνα", after: "Έρευνα και Ανάπτυξη" }],
  },
  { action: "addMember", group: 2, daysAgo: 0.02, people: [2] },
];

export function seedJobs(stage: Stage): JobRecord[] {
  const { options } = stage;
  if (options.state === "empty") return [];
  const many = Array.from({ length: options.history }, (_, index): Past => ({
    action: index % 3 === 0 ? "removeMember" : "addMember",
    group: index % Math.max(1, stage.world.groups.length),
    daysAgo: 30 + (options.history - index) / 40,
    people: [16 + (index % 200)],
  }));
  const seeds = [...many, ...past].flatMap((each, index) => recordOf(stage, each, index));
  return options.jobs === "none"
    ? seeds
    : [...seeds, unfinished(stage, options.jobs, seeds.length)];
}

function recordOf(stage: Stage, seed: Past, place: number): JobRecord[] {
  const group = stage.world.groups[seed.group];
  if (!group) return [];
  const people: Array<PersonRef | null> = seed.people
    ? seed.people.flatMap((index) => stage.world.directory[index] ?? []).map(refOf)
    : [null];
  const jobId = `job-${place + 1}`;
  const at = shift(stage.now, -seed.daysAgo);
  const items = people.map((person, index): ActivityItem => {
    const [state, reason] = cameOf(seed, index);
    const undoable = state === "done" && !seed.undone && inverseOf(seed.action) !== undefined;
    return {
      ...item(seed.action, group, person, seed.changes),
      jobId,
      index,
      at: shift(at, index / 86_400),
      state,
      reason,
      requestId: state === "already" ? null : requestId(place * 100 + index + 1),
      status: state === "failed" ? 400 : null,
      serviceCode: state === "failed" ? "Request_BadRequest" : null,
      undoable,
      undone: seed.undone ?? false,
    };
  });
  const job = {
    ...jobOf(jobId, titleOf(items, false), items, at),
    state: "finished" as const,
    ended: shift(at, items.length / 86_400),
    undoable: items.some(({ undoable }) => undoable),
  };
  return [{ job, items, newGroup: null, undoes: [] }];
}

/** Of many, one was in already and one was refused. */
function cameOf({ state, reason, people = [] }: Past, index: number): [ItemState, Reason | null] {
  if (state) return [state, reason ?? null];
  if (people.length > 5 && index === 7) return ["already", null];
  return people.length > 5 && index === 11 ? ["failed", "notFound"] : ["done", null];
}

/** A long change that was on its way. */
function unfinished(
  stage: Stage,
  state: Exclude<JobState, "cancelled" | "finished">,
  place: number,
) {
  const jobId = `job-${place + 1}`;
  const group = stage.world.groups[6] ?? stage.world.groups[0];
  const people = stage.world.directory.slice(40, 160).map(refOf);
  const created = shift(stage.now, -1 / 96);
  const items = group
    ? people.map((person, index): ActivityItem => ({
        ...item("addMember", group, person),
        jobId,
        index,
        at: created,
        state: index < 60 ? "done" : "planned",
        requestId: index < 60 ? requestId(9_000 + index) : null,
        undoable: index < 60,
      }))
    : [];
  const title = titleOf(items, false);
  const waiting = stage.options.change === "waiting" ? { seconds: 4, items: 12 } : null;
  const job = { ...jobOf(jobId, title, items, created), state, waiting, counts: countsOf(items) };
  return { job, items, newGroup: null, undoes: [] };
}
