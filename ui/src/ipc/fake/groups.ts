/** The fake host's commands about groups and the practice tenant. */
import type {
  Certainty,
  Conditions,
  ErrorCode,
  GroupSummary,
  PracticeEvent,
  PracticeStatus,
} from "../bindings";
import { commandError } from "../failure";
import { fakeError, type Handlers, type Stage } from "./host";
import { LIFETIME_DAYS, shift, world } from "./world";

type GroupCommand =
  | "groups_list"
  | "groups_refresh"
  | "group_get"
  | "group_people_load"
  | "groups_search"
  | "favorite_set"
  | "group_renew"
  | PracticeCommand;
type PracticeCommand =
  "practice_get" | "practice_advance" | "practice_conditions" | "practice_role" | "practice_reset";

const certainties: readonly string[] = ["confirmed", "sent", "local", "unknown"];
const isCertainty = (value: Certainty | ErrorCode): value is Certainty =>
  certainties.includes(value);

export function groupCommands(stage: Stage): Pick<Handlers, GroupCommand> {
  return { ...listCommands(stage), ...changeCommands(stage), ...practiceCommands(stage) };
}

/** A group of the person's own, or one of the tenant's. */
export function find({ world }: Stage, groupId: string): GroupSummary {
  const isIt = ({ id }: GroupSummary) => id === groupId;
  const group = world.groups.find(isIt) ?? world.elsewhere.find(isIt);
  if (!group) throw fakeError("notFound");
  return group;
}

function replace(stage: Stage, group: GroupSummary): GroupSummary {
  stage.world.groups = stage.world.groups.map((each) => (each.id === group.id ? group : each));
  return group;
}

function listCommands(
  stage: Stage,
): Pick<
  Handlers,
  "groups_list" | "groups_refresh" | "group_get" | "groups_search" | "group_people_load"
> {
  const { options } = stage;
  return {
    groups_list: () => {
      if (options.state === "loading") return new Promise(() => {});
      if (options.state === "failed") throw fakeError("serviceUnavailable");
      const offline = options.state === "offline";
      const groups =
        options.state === "noPolicy"
          ? stage.world.groups.map((group) => ({ ...group, expires: null }))
          : stage.world.groups;
      return {
        groups,
        asOf: stage.now,
        now: offline ? shift(stage.now, 3 / 24) : stage.now,
        refreshing: options.state === "refreshing",
        lastError: offline
          ? commandError("offline", "No route to host.", { retryable: true })
          : null,
        policy:
          options.state === "noPolicy"
            ? { state: "none" }
            : { state: "active", lifetimeDays: LIFETIME_DAYS, allGroups: true },
      };
    },
    groups_refresh: () => {
      stage.emit({ kind: "changed", tags: ["groups"] });
      return null;
    },
    group_get: ({ groupId }) => find(stage, groupId),
    groups_search: ({ text }) => {
      const found: GroupSummary = {
        ...find(stage, stage.world.groups[0]?.id ?? ""),
        id: "elsewhere",
        displayName: `${text} Alumni`,
        mailNickname: "alumni",
        owned: false,
        member: false,
        people: null,
      };
      const others = stage.world.elsewhere.filter(({ id }) => id !== found.id);
      stage.world.elsewhere = [...others, found];
      return { groups: [found] };
    },
    group_people_load: ({ groupIds }) => {
      if (options.people === "never") return new Promise(() => {});
      const groups = groupIds.map((groupId) => ({
        groupId,
        people: options.people === "ok" ? (stage.world.people.get(groupId) ?? null) : null,
      }));
      for (const { groupId, people } of groups) replace(stage, { ...find(stage, groupId), people });
      return { groups };
    },
  };
}

function changeCommands(stage: Stage): Pick<Handlers, "favorite_set" | "group_renew"> {
  const { options } = stage;
  return {
    favorite_set: ({ groupId, marked }) => {
      if (!isCertainty(options.favorite)) throw fakeError(options.favorite);
      const favorite = { marked, certainty: options.favorite };
      return replace(stage, { ...find(stage, groupId), favorite }).favorite;
    },
    group_renew: ({ groupId }) => {
      if (!isCertainty(options.renew)) throw fakeError(options.renew);
      const before = find(stage, groupId);
      const renewed: GroupSummary = {
        ...before,
        renewed: stage.now,
        expires: shift(stage.now, LIFETIME_DAYS),
      };
      const group = options.renew === "confirmed" ? replace(stage, renewed) : before;
      return { group, expiredBefore: before.expires, certainty: options.renew };
    },
  };
}

/** What time brings about, soonest first. */
function eventsAhead({ world, now }: Stage): PracticeEvent[] {
  const events = world.groups.flatMap(({ expires, displayName: groupName }): PracticeEvent[] =>
    expires === null
      ? []
      : [
          ...[30, 15, 1].map((days) => ({
            at: shift(expires, -days),
            kind: "notice" as const,
            groupName,
          })),
          { at: expires, kind: "expiry", groupName },
          { at: shift(expires, 1), kind: "deletion", groupName },
        ],
  );
  return events.filter(({ at }) => at > now).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** A day after its expiry a group is deleted. */
function deleteExpired(stage: Stage): void {
  const { world, now } = stage;
  const isOver = ({ expires }: GroupSummary) => expires !== null && shift(expires, 1) <= now;
  for (const group of world.groups.filter(isOver)) {
    world.deleted.push({ group, deleted: shift(group.expires ?? now, 1) });
  }
  world.groups = world.groups.filter((group) => !isOver(group));
}

function practiceCommands(stage: Stage): Pick<Handlers, PracticeCommand> {
  let conditions: Conditions = "normal";
  const next = () => eventsAhead(stage)[0] ?? null;
  const status = (): PracticeStatus => {
    return {
      now: stage.now,
      groups: stage.world.groups.length,
      users: 240,
      conditions,
      administrator: stage.options.administrator,
      nextEvent: next(),
    };
  };
  const changed = () => {
    stage.emit({ kind: "changed", tags: ["groups", "practice", "deleted"] });
    return status();
  };
  return {
    practice_get: status,
    practice_advance: ({ by }) => {
      const event = next();
      stage.now =
        by === "nextEvent" && event
          ? shift(event.at, 1 / 1440)
          : shift(stage.now, by === "day" ? 1 : 7);
      deleteExpired(stage);
      return changed();
    },
    practice_conditions: (request) => {
      conditions = request.conditions;
      return changed();
    },
    practice_role: ({ administrator }) => {
      stage.options.administrator = administrator;
      return changed();
    },
    practice_reset: ({ groups }) => {
      stage.world = world({ ...stage.options, groups });
      return changed();
    },
  };
}
