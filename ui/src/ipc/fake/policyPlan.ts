/** What changes of the fake company's policies would do: before, after and reach. */
import type {
  ChangeRequest,
  ExpirationInput,
  ExpirationPolicy,
  PolicyPlan,
  PropertyChange,
  SettingEntry,
  SettingsObject,
} from "../bindings";
import { fakeError, type Stage } from "./host";
import { ownRule, problemsOf, ruleOf } from "./namingRule";
import { DELAY_SECONDS } from "./policies";
import { withValues } from "./policySettings";
import { figuresOf, rowsOf, visible } from "./whatIf";

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
