/** From a change that is asked for to the single items that it has in the fake company. */
import type {
  Action,
  ActivityItem,
  ChangeRequest,
  GroupChanges,
  GroupMember,
  GroupSummary,
  HandOver,
  LeftOut,
  NewGroup,
  Person,
  PersonRef,
  PolicyPlan,
  PropertyChange,
  Reason,
  Role,
} from "../bindings";
import { moreOf } from "./details";
import { ME, membersOf, personOf, refOf, roleOf } from "./directory";
import { find } from "./groups";
import { fakeError, type Stage } from "./host";
import { peopleFixed } from "./members";
import { policyFindings } from "./naming";
import { planOf } from "./policyPlan";

export interface Draft {
  items: ActivityItem[];
  leftOut: LeftOut[];
  newGroup: NewGroup | null;
  handOver: HandOver | null;
  /** What a change of a policy does beside its items. */
  policy?: PolicyPlan;
}

type GroupLike = Pick<GroupSummary, "id" | "displayName">;
type Of<Kind extends ChangeRequest["kind"]> = Extract<ChangeRequest, { kind: Kind }>;

export function item(
  action: Action,
  group: GroupLike,
  person: PersonRef | null = null,
  changes: PropertyChange[] = [],
): ActivityItem {
  return {
    jobId: "",
    index: 0,
    at: "",
    action,
    groupId: group.id,
    groupName: group.displayName,
    person,
    state: "planned",
    reason: null,
    changes,
    requestId: null,
    status: null,
    serviceCode: null,
    undoable: false,
    undone: false,
  };
}

class Drafting {
  readonly draft: Draft = { items: [], leftOut: [], newGroup: null, handOver: null };

  constructor(readonly stage: Stage) {}

  add(action: Action, group: GroupLike, person?: PersonRef, changes?: PropertyChange[]): void {
    this.draft.items.push(item(action, group, person ?? null, changes));
  }

  leave(group: GroupLike, reason: Reason, person?: PersonRef): void {
    const { displayName: groupName } = group;
    this.draft.leftOut.push({ groupName, personName: person?.displayName ?? null, reason });
  }

  /** What is asked of groups that the person owns; others are left out. */
  eachOwned(groupIds: readonly string[], take: (group: GroupSummary) => void): void {
    for (const group of groupIds.map((id) => find(this.stage, id))) {
      if (group.owned) take(group);
      else this.leave(group, "notPermitted");
    }
  }
}

export function draftOf(stage: Stage, request: ChangeRequest): Draft {
  const drafting = new Drafting(stage);
  switch (request.kind) {
    case "createGroup":
      create(drafting, request.group);
      break;
    case "updateGroups":
      drafting.eachOwned(request.groupIds, (group) => update(drafting, group, request.changes));
      break;
    case "deleteGroups":
      drafting.eachOwned(request.groupIds, (group) => drafting.add("deleteGroup", group));
      break;
    case "renewGroups":
      drafting.eachOwned(request.groupIds, (group) =>
        group.expires === null
          ? drafting.leave(group, "nothingToChange")
          : drafting.add("renewGroup", group),
      );
      break;
    case "setFavorites":
      for (const group of request.groupIds.map((id) => find(stage, id))) {
        if (group.favorite.marked === request.marked) drafting.leave(group, "nothingToChange");
        else drafting.add(request.marked ? "markFavorite" : "unmarkFavorite", group);
      }
      break;
    case "restoreGroups":
      deletedOf(drafting, request.groupIds, "restoreGroup");
      break;
    case "purgeGroups":
      deletedOf(drafting, request.groupIds, "purgeGroup");
      break;
    case "addPeople":
      for (const groupId of request.groupIds) {
        addPeople(drafting, find(stage, groupId), request.people, request.role);
      }
      break;
    case "removePeople":
      for (const groupId of request.groupIds) {
        removePeople(drafting, find(stage, groupId), request.people, request.role);
      }
      break;
    case "addChecked":
      addChecked(drafting, request);
      break;
    case "copyPeople":
      addPeople(drafting, find(stage, request.toId), membersRefs(stage, request.fromId), "member");
      break;
    case "handOver":
      handOver(drafting, request);
      break;
    case "policyExpiration":
    case "policySelection":
    case "policySettings":
      drafting.draft.policy = planOf(stage, request);
      changePolicy(drafting, request, drafting.draft.policy.changes);
  }
  return drafting.draft;
}

function changePolicy(
  drafting: Drafting,
  request: Of<"policyExpiration" | "policySelection" | "policySettings">,
  changes: PropertyChange[],
): void {
  const { stage } = drafting;
  switch (request.kind) {
    case "policyExpiration":
      drafting.add("changeExpiration", { id: "", displayName: "" }, undefined, changes);
      break;
    case "policySelection":
      for (const group of request.groupIds.map((id) => find(stage, id))) {
        drafting.add(request.covered ? "coverGroup" : "uncoverGroup", group);
      }
      break;
    case "policySettings":
      drafting.add(
        "changeSettings",
        { id: request.groupId ?? "", displayName: templateName(stage, request.templateId) },
        undefined,
        changes,
      );
  }
}

const templateName = ({ world }: Stage, id: string): string =>
  world.policies.settings.find(({ templateId }) => templateId === id)?.displayName ?? id;

const membersRefs = (stage: Stage, groupId: string): PersonRef[] =>
  membersOf(stage.world, groupId)
    .filter(({ member }) => member)
    .map(({ person }) => refOf(person));

function create(drafting: Drafting, group: NewGroup): void {
  const { stage, draft } = drafting;
  const request = { groupId: null, displayName: group.displayName, mailNickname: null };
  if (policyFindings(stage, request).length > 0) {
    drafting.leave({ id: "", displayName: group.displayName }, "nameRefused");
    return;
  }
  const made = { id: "", displayName: group.displayName };
  draft.newGroup = group;
  drafting.add("createGroup", made);
  group.owners.forEach((person) => drafting.add("addOwner", made, person));
  group.members.forEach((person) => drafting.add("addMember", made, person));
  if (group.team) drafting.add("enableTeam", made);
}

const mailProperties: ReadonlySet<string> = new Set([
  "allowExternalSenders",
  "autoSubscribeNewMembers",
  "hideFromAddressLists",
  "hideFromOutlookClients",
  "isSubscribedByMail",
]);

/** A property as the record writes it. */
export function valueOf(stage: Stage, group: GroupSummary, property: string): string | null {
  const more = moreOf(stage, group.id);
  const all: Record<string, unknown> = {
    ...group,
    ...more.mail,
    theme: more.theme,
    label: more.label,
  };
  const value = all[property];
  return typeof value === "string" || typeof value === "boolean" ? String(value) : null;
}

const textOf = (value: GroupChanges[keyof GroupChanges]): string | null => {
  const text = typeof value === "object" ? value?.displayName : String(value);
  return text || null;
};

/** The Exchange-backed ones travel in a request of their own. */
function update(drafting: Drafting, group: GroupSummary, changes: GroupChanges): void {
  const wanted = Object.entries(changes).flatMap(([property, value]): PropertyChange[] => {
    const before = valueOf(drafting.stage, group, property);
    const after = textOf(value);
    return value === null || before === after ? [] : [{ property, before, after }];
  });
  if (wanted.length === 0) return drafting.leave(group, "nothingToChange");
  const name = { groupId: group.id, displayName: changes.displayName ?? "", mailNickname: null };
  if (policyFindings(drafting.stage, name).length > 0) return drafting.leave(group, "nameRefused");
  const isMail = ({ property }: PropertyChange) => mailProperties.has(property);
  for (const part of [wanted.filter((change) => !isMail(change)), wanted.filter(isMail)]) {
    if (part.length > 0) drafting.add("updateGroup", group, undefined, part);
  }
}

function deletedOf(drafting: Drafting, ids: readonly string[], action: Action): void {
  for (const id of ids) {
    const record = drafting.stage.world.deleted.find(({ group }) => group.id === id);
    if (!record) throw fakeError("notFound");
    drafting.add(action, record.group);
  }
}

function addPeople(
  drafting: Drafting,
  group: GroupSummary,
  people: readonly PersonRef[],
  role: Role,
): void {
  const { stage } = drafting;
  const fixed = peopleFixed(stage, group);
  for (const ref of people) {
    if (fixed) {
      drafting.leave(
        group,
        fixed === "dynamic" || fixed === "synced" ? fixed : "notPermitted",
        ref,
      );
      continue;
    }
    const person = personOf(stage.world, ref.id);
    const refusal = refusalOf(stage, person, role);
    if (!person || refusal) {
      drafting.leave(group, refusal ?? "notFound", ref);
      continue;
    }
    const place = membersOf(stage.world, group.id).find((each) => each.person.id === ref.id);
    if (role !== "member" && !place?.owner) drafting.add("addOwner", group, ref);
    if (role !== "owner" && !place?.member) drafting.add("addMember", group, ref);
    if (role === "owner" ? place?.owner : place?.member && (role === "member" || place.owner)) {
      drafting.leave(group, role === "member" ? "alreadyMember" : "alreadyOwner", ref);
    }
  }
}

function refusalOf(stage: Stage, person: Person | undefined, role: Role): Reason | null {
  if (!person) return "notFound";
  if (person.kind === "other" || person.kind === "servicePrincipal") return "notAPerson";
  if (person.kind !== "guest") return null;
  if (!stage.options.guests) return "guestsNotAllowed";
  return role === "member" ? null : "guestCannotOwn";
}

const canRenew = ({ owner, person }: GroupMember): boolean =>
  owner && person.enabled !== false && person.kind === "member";

function removePeople(
  drafting: Drafting,
  group: GroupSummary,
  people: readonly PersonRef[],
  role: Role,
): void {
  const { stage } = drafting;
  const inGroup = membersOf(stage.world, group.id);
  let able = inGroup.filter(canRenew).length;
  const fixed = peopleFixed(stage, group);
  for (const ref of people) {
    const place = inGroup.find(({ person }) => person.id === ref.id);
    const onlyMe = ref.id === ME && fixed === "notOwner";
    if (fixed && !onlyMe) {
      drafting.leave(
        group,
        fixed === "dynamic" || fixed === "synced" ? fixed : "notPermitted",
        ref,
      );
      continue;
    }
    if (!place || (role === "owner" ? !place.owner : role === "member" && !place.member)) {
      drafting.leave(group, role === "owner" ? "notOwner" : "notMember", ref);
      continue;
    }
    const losesOwner = role !== "member" && place.owner;
    if (losesOwner && canRenew(place) && able <= 1) {
      drafting.leave(group, "lastOwner", ref);
      continue;
    }
    if (losesOwner && canRenew(place)) able -= 1;
    if (losesOwner) drafting.add("removeOwner", group, ref);
    if (role !== "owner" && place.member) drafting.add("removeMember", group, ref);
  }
}

function addChecked(drafting: Drafting, { checkId, choices }: Of<"addChecked">): void {
  const { stage } = drafting;
  const check = stage.world.checks.get(checkId);
  if (!check) throw fakeError("planGone");
  const { groupId, role } = check.request;
  const people = check.lines.flatMap((line) => {
    const chosen = choices.find((choice) => choice.line === line.line)?.personId;
    const person =
      line.verdict === "unclear" && chosen ? personOf(stage.world, chosen) : line.person;
    const wanted = ["ready", "guest"].includes(line.verdict) || Boolean(chosen);
    return wanted && person ? [refOf(person)] : [];
  });
  addPeople(drafting, find(stage, groupId), people, role);
}

function handOver(drafting: Drafting, { from, to, removeMembership }: Of<"handOver">): void {
  const { stage, draft } = drafting;
  const groups: HandOver["groups"] = [];
  draft.handOver = { groups, whole: stage.options.canReadPolicies };
  for (const group of stage.world.groups) {
    const people = membersOf(stage.world, group.id);
    const place = people.find(({ person }) => person.id === from.id);
    if (!place?.owner || (!group.owned && !stage.options.canReadPolicies)) continue;
    const next = people.find(({ person }) => person.id === to.id);
    const goes = removeMembership && place.member && !group.dynamic ? "ownerAndMember" : "owner";
    const why = group.owned ? null : "notPermitted";
    const successor = next ? roleOf(next) : null;
    groups.push({ groupId: group.id, groupName: group.displayName, successor, goes, why });
    if (why) {
      drafting.leave(group, why, from);
      continue;
    }
    if (!next?.owner) drafting.add("addOwner", group, to);
    if (!next?.member && !group.dynamic) drafting.add("addMember", group, to);
    drafting.add("removeOwner", group, from);
    if (goes === "ownerAndMember") drafting.add("removeMember", group, from);
  }
}
