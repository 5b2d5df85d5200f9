/** What the fake company decides about groups: read, compared with a file, planned to be changed, changed. */
import type {
  ActivityItem,
  ChangeRequest,
  Coverage,
  ExpirationInput,
  ExpirationPolicy,
  ExpirationState,
  GuestSetting,
  Policies,
  PolicyArea,
  PolicyPlan,
  PolicyRight,
  PropertyChange,
  SettingEntry,
  SettingsObject,
} from "../bindings";
import { commandError } from "../failure";
import { exchangeCommands } from "./policyFile";
import { find } from "./groups";
import { fakeError, type Handlers, type Stage } from "./host";
import { namingRuleCommands, ownRule, problemsOf, ruleOf } from "./namingRule";
import type { FakeOptions } from "./options";
import { GUEST, MAKERS, settingsOf, withValues } from "./policySettings";
import { figuresOf, rowsOf, visible, whatIfCommands } from "./whatIf";

type PolicyCommand =
  | "policies_read"
  | "policy_what_if"
  | "policy_what_if_rows"
  | "naming_preview"
  | "naming_misfits"
  | "policy_groups_find"
  | "policies_import"
  | "policies_adopt";

/** What the tenant decides, as the world keeps it. */
export interface PolicyWorld {
  expiration: ExpirationPolicy | null;
  /** Groups of the policy's selection. */
  selected: Set<string>;
  settings: SettingsObject[];
  /** What groups say of guests by themselves. */
  guests: Map<string, boolean>;
}

const DELAY_SECONDS = 900;

export const policyWorld = (options: FakeOptions): PolicyWorld => ({
  expiration:
    options.state === "noPolicy"
      ? null
      : {
          id: "policy-1",
          lifetimeDays: 180,
          managed: options.managed,
          notificationEmails: ["it@contoso.example"],
        },
  selected: new Set(),
  settings: settingsOf(options),
  guests: new Map(),
});

const AREAS: readonly PolicyArea[] = [
  "expiration",
  "naming",
  "creation",
  "guests",
  "classification",
  "guidelines",
  "labels",
  "templates",
];

const rightOf = ({ options }: Stage, area: PolicyArea): PolicyRight => ({
  area,
  obstacle: !options.canAdminister ? "permission" : options.administrator ? null : "role",
  roles: ["globalAdministrator", "groupsAdministrator", "userAdministrator"],
  permissions: ["Directory.ReadWrite.All"],
});

export function policyCommands(stage: Stage): Pick<Handlers, PolicyCommand> {
  return {
    ...whatIfCommands(stage),
    ...namingRuleCommands(stage),
    ...exchangeCommands(stage),
    policies_read: () => read(stage),
    policy_groups_find: ({ text }) => ({
      groups: [
        MAKERS,
        ...visible(stage).map(({ id, displayName }) => ({ id, displayName, security: false })),
      ]
        .filter(({ displayName }) => displayName.toLowerCase().includes(text.toLowerCase()))
        .slice(0, 50),
    }),
  };
}

function read(stage: Stage): Policies | Promise<never> {
  const { options, now, world } = stage;
  if (options.state === "loading") return new Promise<never>(() => {});
  if (options.state === "failed") throw fakeError("serviceUnavailable");
  const offline = options.state === "offline";
  const unread = { state: "unknown" as const, error: fakeError("permissionMissing") };
  const creators = valueOf(world.policies.settings[0], "GroupCreationAllowedGroupId");
  return {
    asOf: now,
    now,
    lastError: offline ? commandError("offline", "No route to host.", { retryable: true }) : null,
    expiration: options.canReadPolicies ? expirationState(stage) : unread,
    settings: options.canReadPolicies
      ? {
          state: "known",
          settings: world.policies.settings,
          naming: ownRule(stage),
          creators: creators ? { ...MAKERS, id: creators } : null,
        }
      : unread,
    rights: AREAS.map((area) => rightOf(stage, area)),
    roles: options.administrator ? ["groupsAdministrator"] : [],
    delaySeconds: DELAY_SECONDS,
  };
}

function expirationState(stage: Stage): ExpirationState {
  const { expiration: policy, selected } = stage.world.policies;
  if (!policy) return { state: "none" };
  const groups = visible(stage);
  const expiring = groups.filter(({ expires }) => expires !== null).length;
  const covered = { all: expiring, selected: selected.size, none: 0 }[policy.managed];
  return { state: "active", policy, covered, groups: groups.length };
}

const valueOf = (object: SettingsObject | undefined, name: string): string =>
  object?.values.find((value) => value.name === name)?.value ?? "";

/** What one group shows of it. */
export function coverageOf({ world }: Stage, groupId: string): Coverage {
  const { expiration: policy, selected } = world.policies;
  if (!policy) return { state: "noPolicy" };
  if (policy.managed === "none") return { state: "coversNone" };
  const isSelected = policy.managed === "selected";
  if (isSelected && !selected.has(groupId)) return { state: "notSelected" };
  const { id: policyId, lifetimeDays } = policy;
  return { state: "covered", policyId, lifetimeDays, selected: isSelected };
}

export function guestsOf(stage: Stage, groupId: string): GuestSetting {
  const { settings, guests } = stage.world.policies;
  const tenant = valueOf(settings[0], "AllowToAddGuests") === "true";
  const own = guests.get(groupId) ?? null;
  return {
    allowed: tenant && own !== false,
    tenant,
    own,
    templateId: GUEST.id,
    values: own === null ? null : [{ name: "AllowToAddGuests", value: String(own) }],
    right: rightOf(stage, "guests"),
  };
}

type PolicyRequest = Extract<
  ChangeRequest,
  { kind: "policyExpiration" | "policySelection" | "policySettings" }
>;

/** What a change would do, beside its items. Throws when somebody else was first. */
export function planOf(stage: Stage, request: PolicyRequest): PolicyPlan {
  if (request.kind === "policySelection") {
    const { groupIds, covered } = request;
    const [select, unselect] = covered ? [groupIds, []] : [[], groupIds];
    const { expiration, selected } = stage.world.policies;
    const figures = figuresOf(stage, rowsOf(stage, { expiration, select, unselect }));
    const after = selected.size + select.length - unselect.length;
    const reach = { kind: "selection" as const, selected: after, most: 500, figures };
    return { changes: [], reach, delaySeconds: 0 };
  }
  const changes = changesOf(stage, request);
  const nothing = changes.length === 0;
  if (nothing) throw { ...fakeError("nothingToDo") };
  if (request.kind === "policyExpiration") {
    const asked = { expiration: request.after, select: [], unselect: [] };
    const figures = figuresOf(stage, rowsOf(stage, asked));
    return { changes, reach: { kind: "expiration", figures }, delaySeconds: 0 };
  }
  return { changes, reach: namingReach(stage, request.after), delaySeconds: DELAY_SECONDS };
}

function namingReach(stage: Stage, after: SettingEntry[] | null): PolicyPlan["reach"] {
  const text = (name: string) => after?.find((each) => each.name === name)?.value ?? "";
  const next = ruleOf({
    pattern: { kind: "raw", raw: text("PrefixSuffixNamingRequirement") },
    blockedWords: text("CustomBlockedWordsList").split(",").filter(Boolean),
  });
  const now = ownRule(stage);
  if (JSON.stringify(next) === JSON.stringify(now)) return null;
  const groups = visible(stage);
  const misfits = (rule: typeof now) =>
    groups.filter(({ displayName }) => problemsOf(rule, displayName).length > 0).length;
  return {
    kind: "naming",
    misfits: misfits(next),
    misfitsNow: misfits(now),
    groups: groups.length,
  };
}

function changesOf(
  stage: Stage,
  request: Exclude<PolicyRequest, { kind: "policySelection" }>,
): PropertyChange[] {
  if (request.kind === "policyExpiration") {
    const { expiration } = stage.world.policies;
    if (JSON.stringify(request.before) !== JSON.stringify(expiration)) throw meanwhile();
    const [before, after] = [textsOf(expiration), textsOf(request.after)];
    return different(before, after);
  }
  const object = objectOf(stage, request);
  const before = new Map(object.values.map(({ name, value }) => [name, value]));
  const seen = request.before ?? [];
  if (seen.some(({ name, value }) => before.get(name) !== value)) throw meanwhile();
  const usual = object.values.map(({ name, defaultValue, value }): [string, string] => [
    name,
    defaultValue ?? value,
  ]);
  const after = new Map(request.after?.map(({ name, value }) => [name, value]) ?? usual);
  return different(before, after);
}

const meanwhile = () => fakeError("changedMeanwhile");

const textsOf = (policy: ExpirationPolicy | ExpirationInput | null) =>
  new Map([
    ["lifetimeDays", policy ? String(policy.lifetimeDays) : null],
    ["managed", policy?.managed ?? null],
    ["notificationEmails", policy?.notificationEmails.join("; ") ?? null],
  ]);

const different = (
  before: ReadonlyMap<string, string | null>,
  after: ReadonlyMap<string, string | null>,
): PropertyChange[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((property) => ({
      property,
      before: before.get(property) ?? null,
      after: after.get(property) ?? null,
    }))
    .filter((each) => each.before !== each.after);

/** The settings that a change is about: the tenant's, or those of one group. */
function objectOf(
  { world }: Stage,
  { templateId, groupId }: Extract<PolicyRequest, { kind: "policySettings" }>,
): SettingsObject {
  const object = world.policies.settings.find((each) => each.templateId === templateId);
  if (!object) throw fakeError("notFound");
  if (groupId === null) return object;
  const own = world.policies.guests.get(groupId);
  return withValues(object, own === undefined ? null : { AllowToAddGuests: String(own) });
}

/** Carries out one item that changes a policy. */
export function carryOutPolicy(stage: Stage, item: ActivityItem): "done" | "already" {
  const { policies } = stage.world;
  const to = new Map(item.changes.map(({ property, after }) => [property, after]));
  switch (item.action) {
    case "coverGroup":
    case "uncoverGroup": {
      if (item.action === "coverGroup") policies.selected.add(item.groupId);
      else policies.selected.delete(item.groupId);
      break;
    }
    case "changeExpiration":
      policies.expiration = expirationFrom(policies.expiration, to);
      break;
    default:
      changeSettings(policies, item, to);
      return "done";
  }
  recompute(stage);
  return "done";
}

function expirationFrom(
  before: ExpirationPolicy | null,
  to: ReadonlyMap<string, string | null>,
): ExpirationPolicy | null {
  if (to.get("lifetimeDays") === null) return null;
  return {
    id: before?.id ?? "policy-2",
    lifetimeDays: Number(to.get("lifetimeDays") ?? before?.lifetimeDays),
    managed: (to.get("managed") ?? before?.managed ?? "all") as ExpirationPolicy["managed"],
    notificationEmails:
      to.get("notificationEmails")?.split("; ").filter(Boolean) ?? before?.notificationEmails ?? [],
  };
}

function changeSettings(
  policies: PolicyWorld,
  item: ActivityItem,
  to: ReadonlyMap<string, string | null>,
): void {
  if (item.groupId !== "") {
    policies.guests.set(item.groupId, to.get("AllowToAddGuests") !== "false");
    return;
  }
  const values = Object.fromEntries([...to].map(([name, value]) => [name, value ?? ""]));
  policies.settings = policies.settings.map((object) =>
    object.displayName === item.groupName ? withValues(object, values) : object,
  );
}

/** Each group gets the date that the what-if named. */
function recompute(stage: Stage): void {
  const { world } = stage;
  const asked = { expiration: world.policies.expiration, select: [], unselect: [] };
  const dates = new Map(rowsOf(stage, asked).map((each) => [each.groupId, each.expiresThen]));
  const withDate = (group: ReturnType<typeof find>) => ({
    ...group,
    expires: dates.get(group.id) ?? null,
  });
  world.groups = world.groups.map(withDate);
  world.elsewhere = world.elsewhere.map(withDate);
}
