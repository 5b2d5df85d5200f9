/** The fake host's commands about who is in which group. */
import type { FixedReason, GroupMember, GroupSummary, MatrixCell, Person } from "../bindings";
import { commandError } from "../failure";
import { membersOf, personOf, roleOf } from "./directory";
import { find } from "./groups";
import { fakeError, type Handlers, type Stage } from "./host";

type MemberCommand =
  "members_list" | "members_refresh" | "owner_suggestions_get" | "people_compare" | "people_matrix";

/** Why a group's people cannot be changed, as the options and the group itself say. */
export function peopleFixed({ options }: Stage, group: GroupSummary): FixedReason | null {
  if (!options.canManage) return "permissionMissing";
  if (options.fixed !== "none") return options.fixed;
  if (group.dynamic) return "dynamic";
  return group.owned ? null : "notOwner";
}

export function memberCommands(stage: Stage): Pick<Handlers, MemberCommand> {
  return {
    members_list: ({ groupId }) => list(stage, groupId),
    members_refresh: ({ groupId }) => {
      find(stage, groupId);
      stage.emit({ kind: "changed", tags: ["members"] });
      return null;
    },
    owner_suggestions_get: ({ groupId }) => ({
      people: membersOf(stage.world, groupId)
        .filter(({ owner, person }) => !owner && person.kind === "member" && person.enabled)
        .slice(0, 5)
        .map(({ person }, place) => ({ person, posts: Math.max(0, 9 - place * 4) })),
    }),
    people_compare: ({ leftId, rightId }) => compare(stage, leftId, rightId),
    people_matrix: ({ people }) => ({
      cells: people.flatMap(({ id }) => cellsOf(stage, id)),
      unreadable: people.filter(({ id }) => !personOf(stage.world, id)),
    }),
  };
}

function list(stage: Stage, groupId: string) {
  const { options, world, now } = stage;
  const group = find(stage, groupId);
  if (options.people === "never") return new Promise<never>(() => {});
  const hidden = !options.canReadHidden && group.visibility === "hiddenMembership";
  const forbidden = options.people === "forbidden";
  const offline = options.state === "offline";
  const error = offline ? commandError("offline", "No route to host.", { retryable: true }) : null;
  return {
    people: forbidden ? [] : told(membersOf(world, groupId), hidden),
    asOf: forbidden ? null : now,
    refreshing: false,
    lastError: forbidden ? fakeError("notAllowed") : error,
    fixed: peopleFixed(stage, group),
    hidden: hidden ? ("permissionMissing" as const) : null,
  };
}

/** Of a hidden membership the owners alone, and not whether they are members. */
const told = (people: GroupMember[], hidden: boolean): GroupMember[] =>
  hidden ? people.flatMap((each) => (each.owner ? [{ ...each, member: false }] : [])) : people;

const peopleIn = (stage: Stage, groupId: string): Person[] =>
  membersOf(stage.world, groupId)
    .filter(({ member }) => member)
    .map(({ person }) => person);

function compare(stage: Stage, leftId: string, rightId: string) {
  find(stage, leftId);
  find(stage, rightId);
  const left = peopleIn(stage, leftId);
  const right = peopleIn(stage, rightId);
  const inRight = new Set(right.map(({ id }) => id));
  const inLeft = new Set(left.map(({ id }) => id));
  return {
    onlyLeft: left.filter(({ id }) => !inRight.has(id)),
    onlyRight: right.filter(({ id }) => !inLeft.has(id)),
    both: left.filter(({ id }) => inRight.has(id)),
  };
}

function cellsOf(stage: Stage, personId: string): MatrixCell[] {
  return stage.world.groups
    .filter(({ owned }) => owned)
    .flatMap(({ id: groupId }) => {
      const place: GroupMember | undefined = membersOf(stage.world, groupId).find(
        ({ person }) => person.id === personId,
      );
      return place ? [{ personId, groupId, role: roleOf(place) }] : [];
    });
}
