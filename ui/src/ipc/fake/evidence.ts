/** The fake host's evidence: drawn from a group's place in the world, so that it is the same each time. */
import type { Evidence, Fact, GroupSummary, Outlook } from "../bindings";
import { fakeError, type Handlers, type Stage } from "./host";
import { find } from "./groups";
import { LIFETIME_DAYS, shift } from "./world";

/** Every group costs so many requests inside a batch. */
const REQUESTS = 3;

const known = <T>(value: T): Fact<T> => ({ state: "known", value });
const topics = ["Panel for Tuesday", "Minutes", "Who takes the booth?", "Invoice 4711", "Welcome"];
const files = ["Scorecard template.docx", "Budget.xlsx", "Plan B.pptx", "Photos", "Logo.svg"];

export function evidenceCommands(stage: Stage): Pick<Handlers, "evidence_get"> {
  const { options } = stage;
  const read = new Set<string>();
  return {
    evidence_get: ({ groupIds, anew }) => {
      if (options.evidence === "never") return new Promise(() => {});
      if (options.evidence === "failed") throw fakeError("serviceUnavailable");
      if (groupIds.length > 20) throw fakeError("invalidInput");
      const there = groupIds.filter((id) => stage.world.groups.some((group) => group.id === id));
      const fresh = there.filter((id) => anew || !read.has(id));
      there.forEach((id) => read.add(id));
      const groups = there.map((id) => find(stage, id));
      return {
        groups: groups.map((group) => evidenceOf(stage, group)),
        outlooks: groups.map((group) => outlookOf(stage, group)),
        requests: fresh.length * REQUESTS,
      };
    },
  };
}

/** Days since anything happened: most groups live, some sleep, a few never woke. */
const quietOf = (index: number): number => [2, 34, 1, 215, 9, 400, 61, 3, 120, 15][index % 10] ?? 1;

export function evidenceOf(stage: Stage, group: GroupSummary): Evidence {
  const index = Number(group.id.slice(-6)) || 0;
  const quiet = quietOf(index);
  const ago = (days: number) => shift(stage.now, -days);
  const some = quiet < 90;
  const locked = stage.options.evidence === "partly";
  const pick = (from: readonly string[]) => from[index % from.length] ?? null;
  return {
    groupId: group.id,
    asOf: stage.now,
    conversations: known({
      last: index % 13 === 12 ? null : ago(quiet),
      topic: pick(topics),
      recent: { state: "known", count: some ? 14 - (index % 9) : 0, atLeast: index % 11 === 10 },
    }),
    files: known({ last: ago(quiet + 2), name: pick(files), by: "Isaiah Langer" }),
    events: known(
      some
        ? { upcoming: figure(1 + (index % 4)), next: shift(stage.now, 2), subject: "Debrief" }
        : { upcoming: figure(0), next: null, subject: null },
    ),
    tasks: locked
      ? { state: "notPermitted", permission: "Tasks.Read" }
      : index % 4 === 3
        ? { state: "absent" }
        : known({
            plans: 1,
            open: some ? 5 : 0,
            late: some ? index % 3 : 0,
            due: some ? ago(11) : null,
          }),
    notebook: locked
      ? { state: "notPermitted", permission: "Notes.Read" }
      : index % 5 === 4
        ? { state: "unknown" }
        : index % 3 === 0
          ? { state: "absent" }
          : known({ last: ago(quiet + 20), title: "Ideas" }),
    team: group.team ? known({ archived: index % 8 === 3 }) : { state: "absent" },
    people: peopleOf(stage, group.id),
  };
}

const figure = (count: number) => ({ state: "known" as const, count, atLeast: false });

function peopleOf(stage: Stage, groupId: string): Evidence["people"] {
  if (stage.options.people === "forbidden") return { state: "notPermitted", permission: null };
  const people = stage.world.people.get(groupId);
  if (!people) return { state: "unknown" };
  const disabled = people.owners.filter(({ enabled }) => enabled === false);
  return known({
    owners: people.owners.length,
    enabledOwners: people.owners.length - disabled.length,
    disabled: disabled.map(({ displayName }) => displayName),
    members: people.memberCount,
    guests: people.guestCount,
  });
}

const day = (instant: string): string => instant.slice(0, 10);

function outlookOf({ now }: Stage, { id: groupId, expires }: GroupSummary): Outlook {
  if (expires === null) {
    return { groupId, renewingToday: null, byActivityFrom: null, byActivity: null };
  }
  const from = shift(expires, -35);
  return {
    groupId,
    renewingToday: day(shift(now, LIFETIME_DAYS)),
    byActivityFrom: day(from),
    byActivity: day(shift(from < now ? now : from, LIFETIME_DAYS)),
  };
}
