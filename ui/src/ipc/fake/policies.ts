/**
 * What the fake company decides about groups, read. Elsewhere: what a change would do (`policyPlan`), and doing it
 * (`policyChange`).
 */
import type {
  Coverage,
  ExpirationPolicy,
  ExpirationState,
  GuestSetting,
  Policies,
  PolicyArea,
  PolicyRight,
  SettingsObject,
} from "../bindings";
import { commandError } from "../failure";
import { exchangeCommands } from "./policyFile";
import { fakeError, type Handlers, type Stage } from "./host";
import { namingRuleCommands, ownRule } from "./namingRule";
import type { FakeOptions } from "./options";
import { GUEST, MAKERS, settingsOf } from "./policySettings";
import { visible, whatIfCommands } from "./whatIf";

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

/** So long the service takes until settings hold. */
export const DELAY_SECONDS = 900;

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
