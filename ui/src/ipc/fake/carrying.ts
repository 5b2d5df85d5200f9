/** Carries out one item in the fake company, with the service's rules. */
import type {
  Action,
  ActivityItem,
  GroupSummary,
  NewGroup,
  PersonRef,
  PropertyChange,
  Reason,
} from "../bindings";
import { moreOf } from "./details";
import { ME, membersOf, personOf, setMembers, withRole } from "./directory";
import { fakeError, type Stage } from "./host";
import { taken } from "./naming";
import { valueOf } from "./planning";
import { carryOutPolicy } from "./policyChange";
import { LIFETIME_DAYS, shift } from "./world";

/** What came of an item: done, was so already, or the reason why not. */
export type Came = "done" | "already" | Reason;

/** What takes an action back. */
const inverses: Partial<Record<Action, Action>> = {
  createGroup: "deleteGroup",
  updateGroup: "updateGroup",
  deleteGroup: "restoreGroup",
  addMember: "removeMember",
  removeMember: "addMember",
  addOwner: "removeOwner",
  removeOwner: "addOwner",
  markFavorite: "unmarkFavorite",
  unmarkFavorite: "markFavorite",
  changeExpiration: "changeExpiration",
  coverGroup: "uncoverGroup",
  uncoverGroup: "coverGroup",
  changeSettings: "changeSettings",
};

export const inverseOf = (action: Action): Action | undefined => inverses[action];

export function carryOut(stage: Stage, item: ActivityItem, newGroup: NewGroup | null): Came {
  const { world, options } = stage;
  if (options.change === "partly" && item.index % 5 === 4) return "notPermitted";
  if (options.change !== "done" && options.change !== "partly" && options.change !== "waiting") {
    return options.change;
  }
  if (item.action === "createGroup") return newGroup ? create(stage, item, newGroup) : "refused";
  if (item.action === "restoreGroup") return restore(stage, item.groupId);
  if (item.action === "purgeGroup") {
    world.deleted = world.deleted.filter(({ group }) => group.id !== item.groupId);
    return "done";
  }
  if (ofPolicies.includes(item.action)) return carryOutPolicy(stage, item);
  const group = world.groups.find(({ id }) => id === item.groupId);
  if (!group) return "notFound";
  return change(stage, group, item);
}

const ofPolicies: readonly Action[] = [
  "changeExpiration",
  "coverGroup",
  "uncoverGroup",
  "changeSettings",
];

function change(
  stage: Stage,
  group: GroupSummary,
  { action, person, changes }: ActivityItem,
): Came {
  switch (action) {
    case "addMember":
      return setRole(stage, group, person, "member", true);
    case "removeMember":
      return setRole(stage, group, person, "member", false);
    case "addOwner":
      return setRole(stage, group, person, "owner", true);
    case "removeOwner":
      return setRole(stage, group, person, "owner", false);
    case "deleteGroup":
      return remove(stage, group);
    case "updateGroup":
      return update(stage, group, changes);
    case "enableTeam":
      return put(stage, { ...group, team: true });
    case "renewGroup":
      return put(stage, {
        ...group,
        renewed: stage.now,
        expires: shift(stage.now, LIFETIME_DAYS),
      });
    case "markFavorite":
    case "unmarkFavorite":
      return put(stage, {
        ...group,
        favorite: { ...group.favorite, marked: action === "markFavorite" },
      });
    default:
      throw fakeError("internal");
  }
}

function put({ world }: Stage, group: GroupSummary): "done" {
  world.groups = world.groups.map((each) => (each.id === group.id ? group : each));
  return "done";
}

function setRole(
  stage: Stage,
  group: GroupSummary,
  ref: PersonRef | null,
  role: "owner" | "member",
  has: boolean,
): Came {
  const person = ref && personOf(stage.world, ref.id);
  if (!person) return "notFound";
  const before = membersOf(stage.world, group.id);
  if ((before.find((each) => each.person.id === person.id)?.[role] ?? false) === has)
    return "already";
  const after = withRole(before, person, role, has);
  if (role === "owner" && !has && after.every(({ owner }) => !owner)) return "lastOwner";
  setMembers(stage.world, group.id, after);
  return "done";
}

/** The counter makes ids that no group of the world has. */
function create(stage: Stage, item: ActivityItem, made: NewGroup): Came {
  const { world, now } = stage;
  if (taken(stage, made.mailNickname, null)) return "refused";
  const id = `00000000-0000-4000-9000-${String(world.made++).padStart(12, "0")}`;
  item.groupId = id;
  world.groups = [...world.groups, newGroupSummary(id, made, now)];
  world.people.set(id, { owners: [], memberCount: 0, guestCount: 0 });
  world.members.set(id, []);
  Object.assign(moreOf(stage, id), {
    beingSetUp: true,
    label: made.label?.displayName ?? null,
  });
  const me = personOf(world, ME);
  if (me) {
    const owner = withRole([], me, "owner", true);
    setMembers(world, id, made.meAsMember ? withRole(owner, me, "member", true) : owner);
  }
  return "done";
}

const newGroupSummary = (id: string, made: NewGroup, now: string): GroupSummary => ({
  id,
  displayName: made.displayName,
  mailNickname: made.mailNickname,
  mail: `${made.mailNickname}@contoso.example`,
  description: made.description || null,
  visibility: made.visibility,
  classification: made.classification,
  team: false,
  dynamic: false,
  owned: true,
  member: made.meAsMember,
  created: now,
  renewed: now,
  expires: shift(now, LIFETIME_DAYS),
  favorite: { marked: false, certainty: "confirmed" },
  people: null,
});

function remove({ world, now }: Stage, group: GroupSummary): "done" {
  world.groups = world.groups.filter(({ id }) => id !== group.id);
  world.deleted = [...world.deleted, { group, deleted: now }];
  world.returning = world.returning.filter(({ groupId }) => groupId !== group.id);
  return "done";
}

function restore({ world, now }: Stage, groupId: string): Came {
  const record = world.deleted.find(({ group }) => group.id === groupId);
  if (!record)
    return world.groups.some(({ id }) => id === groupId) ? "already" : "restoreWindowOver";
  const { group } = record;
  world.deleted = world.deleted.filter((each) => each !== record);
  world.groups = [...world.groups, group];
  world.returning = [
    ...world.returning,
    { groupId, displayName: group.displayName, team: group.team, since: now },
  ];
  return "done";
}

/** Values that are not those before have been changed by somebody else. */
function update(stage: Stage, group: GroupSummary, changes: readonly PropertyChange[]): Came {
  const differs = changes.some(
    ({ property, before }) => valueOf(stage, group, property) !== before,
  );
  if (differs) return "changedMeanwhile";
  const more = moreOf(stage, group.id);
  const next: Record<string, unknown> = { ...group };
  for (const { property, after } of changes) {
    if (property in more.mail) Object.assign(more.mail, { [property]: after === "true" });
    else if (property === "theme" || property === "label") more[property] = after;
    else next[property] = after;
  }
  return put(stage, next as unknown as GroupSummary);
}
