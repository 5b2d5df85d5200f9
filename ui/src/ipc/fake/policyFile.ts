/** Files of policies beside what the fake company has. */
import type { PoliciesCompared, PolicyArea, PolicyDifference, SettingsObject } from "../bindings";
import type { Handlers, Stage } from "./host";

/** As much of a file as the fake host understands: values of the group settings by name. */
interface File {
  tenure: "policies";
  tenant: string;
  values: Record<string, string>;
}

const areas: Record<string, PolicyArea> = {
  EnableGroupCreation: "creation",
  AllowToAddGuests: "guests",
  UsageGuidelinesUrl: "guidelines",
  ClassificationList: "classification",
  PrefixSuffixNamingRequirement: "naming",
};

export function exchangeCommands(
  stage: Stage,
): Pick<Handlers, "policies_import" | "policies_adopt"> {
  return {
    policies_import: ({ text }) => compared(stage, text),
    policies_adopt: ({ text, keys }) => {
      const [object] = stage.world.policies.settings;
      const { values } = JSON.parse(text) as File;
      return { changes: object ? [changeOf(object, values, keys)] : [] };
    },
  };
}

const changeOf = (object: SettingsObject, values: File["values"], keys: readonly string[]) => ({
  kind: "policySettings" as const,
  templateId: object.templateId,
  groupId: null,
  before: object.values.map(({ name, value }) => ({ name, value })),
  after: object.values.map(({ name, value }) => ({
    name,
    value: keys.includes(name) ? (values[name] ?? value) : value,
  })),
});

function compared(stage: Stage, text: string): PoliciesCompared {
  const file = parsed(text);
  if (file === null) return { state: "refused", fault: { kind: "notJson", line: 1 } };
  if (file.tenure !== "policies") return { state: "refused", fault: { kind: "notPolicies" } };
  const [object] = stage.world.policies.settings;
  const differences = Object.entries(file.values).flatMap(([name, there]): PolicyDifference[] => {
    const here = object?.values.find((value) => value.name === name);
    if (here?.value === there) return [];
    return [
      {
        key: name,
        area: areas[name] ?? "templates",
        templateName: object?.displayName ?? null,
        name,
        here: here?.value ?? null,
        there,
        applicable: here !== undefined,
      },
    ];
  });
  return {
    state: "compared",
    tenantName: file.tenant,
    sameTenant: file.tenant === "Contoso",
    asOf: stage.now,
    differences,
    same: Object.keys(file.values).length - differences.length,
  };
}

function parsed(text: string): File | null {
  try {
    return JSON.parse(text) as File;
  } catch {
    return null;
  }
}
