/** The fake host's commands about one group in full, and about making a new one. */
import type {
  CreationBarrier,
  Figure,
  FixedReason,
  GroupSummary,
  HealthIssue,
  Holdings,
  MailSettings,
} from "../bindings";
import { commandError } from "../failure";
import { membersOf, refOf } from "./directory";
import { find } from "./groups";
import { fakeError, type Handlers, type Stage } from "./host";
import { peopleFixed } from "./members";
import { coverageOf, guestsOf } from "./policies";
import { MAKERS } from "./policySettings";
import { shift } from "./world";

type DetailCommand =
  "group_details_get" | "group_photo_set" | "group_holdings_get" | "creation_rules_get";

/** What a group has beside what lists show of it. */
export interface More {
  theme: string | null;
  /** The name of its sensitivity label. */
  label: string | null;
  mail: MailSettings;
  /** Made moments ago: the mailbox is not there yet. */
  beingSetUp: boolean;
}

const CLASSIFICATIONS = ["General", "Internal", "Confidential"];
const LABELS = ["General", "Confidential", "Highly Confidential"].map((displayName, index) => ({
  id: `label-${index}`,
  displayName,
}));
const THEMES = ["Teal", "Purple", "Green", "Blue", "Pink", "Orange", "Red"];

export function moreOf({ world }: Stage, groupId: string): More {
  const known = world.more.get(groupId);
  if (known) return known;
  const seed = world.groups.findIndex(({ id }) => id === groupId);
  const drawn: More = {
    theme: THEMES[Math.max(0, seed) % THEMES.length] ?? null,
    label: "Confidential",
    beingSetUp: false,
    mail: {
      allowExternalSenders: seed % 4 === 3,
      autoSubscribeNewMembers: seed % 2 === 0,
      hideFromAddressLists: seed % 9 === 8,
      hideFromOutlookClients: false,
      isSubscribedByMail: seed % 3 === 0,
    },
  };
  world.more.set(groupId, drawn);
  return drawn;
}

export function detailCommands(stage: Stage): Pick<Handlers, DetailCommand> {
  return {
    group_details_get: ({ groupId }) => details(stage, groupId),
    group_photo_set: ({ groupId, content }) => {
      find(stage, groupId);
      if (stage.options.refuse !== "nothing") throw fakeError(stage.options.refuse);
      stage.world.photos.set(groupId, `data:image/png;base64,${content}`);
      stage.emit({ kind: "changed", tags: ["details"] });
      return null;
    },
    group_holdings_get: ({ groupIds }) => ({
      groups: groupIds.map((groupId) => holdings(stage, groupId)),
      restorableUntil: shift(stage.now, 30),
    }),
    creation_rules_get: () => ({
      nameExample: stage.options.naming === "prefix" ? "HR Hiring Loop" : null,
      guidelinesUrl: "https://contoso.example/groups",
      classifications: stage.options.labels ? [] : CLASSIFICATIONS,
      defaultClassification: "General",
      labels: stage.options.labels ? LABELS : null,
      everybodyMayCreate: stage.options.creation === "everybody",
      guestGuidelinesUrl: null,
      barrier: barrierOf(stage),
    }),
  };
}

/** Administrators may always. */
function barrierOf({ options }: Stage): CreationBarrier | null {
  if (options.creation === "everybody" || options.administrator) return null;
  return options.creation === "off"
    ? { kind: "off" }
    : { kind: "notAmongCreators", groupName: MAKERS.displayName };
}

/** A group of the person's own, or one of the tenant that they may see. */
function details(stage: Stage, groupId: string) {
  const { options, now } = stage;
  const summary = find(stage, groupId);
  const { theme, label, mail, beingSetUp } = moreOf(stage, groupId);
  const offline = options.state === "offline";
  return {
    summary,
    asOf: now,
    lastError: offline ? commandError("offline", "No route to host.", { retryable: true }) : null,
    theme,
    membershipRule: summary.dynamic ? 'user.department -eq "Research"' : null,
    mailSettings: beingSetUp ? null : mail,
    classifications: options.labels ? [] : CLASSIFICATIONS,
    labels: options.labels ? LABELS.filter(({ displayName }) => displayName === label) : null,
    labelChoices: options.labels ? LABELS : [],
    propertiesFixed: propertiesFixed(stage, summary),
    peopleFixed: peopleFixed(stage, summary),
    beingSetUp,
    health: healthOf(stage, groupId),
    coverage: coverageOf(stage, groupId),
    guests: guestsOf(stage, groupId),
  };
}

function propertiesFixed({ options }: Stage, group: GroupSummary): FixedReason | null {
  if (!options.canManage) return "permissionMissing";
  if (options.fixed !== "none" && options.fixed !== "dynamic") return options.fixed;
  return group.owned ? null : "notOwner";
}

function healthOf({ world, options }: Stage, groupId: string): HealthIssue[] {
  if (options.people !== "ok") return [];
  const owners = membersOf(world, groupId).filter(({ owner }) => owner);
  const able = owners.filter(({ person }) => person.enabled !== false && person.kind === "member");
  const issues: HealthIssue[] = [];
  const [only] = able;
  if (!only) issues.push({ kind: "noOwner" });
  else if (able.length === 1) {
    issues.push({ kind: "oneOwner", person: refOf(only.person), me: only.me });
  }
  for (const { person, member, me } of owners) {
    if (person.enabled === false) issues.push({ kind: "ownerDisabled", person: refOf(person) });
    if (person.kind === "guest") issues.push({ kind: "ownerGuest", person: refOf(person) });
    if (!member) issues.push({ kind: "ownerNotMember", person: refOf(person), me });
  }
  return issues;
}

const known = (count: number, atLeast = false): Figure =>
  count === 0 ? { state: "absent" } : { state: "known", count, atLeast };

function holdings(stage: Stage, groupId: string): Holdings {
  const group = find(stage, groupId);
  const seed = stage.world.groups.indexOf(group);
  const members = membersOf(stage.world, groupId).filter(({ member }) => member).length;
  return {
    groupId,
    conversations: known((seed * 43) % 260),
    files: known((seed * 401) % 1_900, seed % 5 === 0),
    plans: seed % 6 === 5 ? { state: "notPermitted" } : known(seed % 3),
    team: group.team,
    members: known(members),
  };
}
