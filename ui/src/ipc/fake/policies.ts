/** The fake host's policies: what the tenant decides about all groups. */
import type { PolicyArea, PolicyRight, WhatIfFigures } from "../bindings";
import { fakeError, type Handlers, type Stage } from "./host";

type PolicyCommand =
  | "policies_read"
  | "policy_what_if"
  | "policy_what_if_rows"
  | "naming_preview"
  | "naming_misfits"
  | "policy_groups_find"
  | "policies_import"
  | "policies_adopt";

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

const right = (area: PolicyArea): PolicyRight => ({
  area,
  obstacle: "role",
  roles: ["globalAdministrator", "groupsAdministrator", "userAdministrator"],
  permissions: ["Directory.ReadWrite.All"],
});

const NOTHING: WhatIfFigures = {
  groups: 0,
  coveredNow: 0,
  coveredThen: 0,
  firstTime: 0,
  noLonger: 0,
  sooner: 0,
  later: 0,
  mailedSoon: 0,
  deletedSoon: 0,
  firstDeletion: null,
  older: 0,
};

export function policyCommands(stage: Stage): Pick<Handlers, PolicyCommand> {
  return {
    policies_read: () => ({
      asOf: stage.now,
      now: stage.now,
      lastError: null,
      expiration: { state: "none" },
      settings: { state: "unknown", error: fakeError("permissionMissing") },
      rights: AREAS.map(right),
      roles: [],
      delaySeconds: 900,
    }),
    policy_what_if: () => ({
      id: "what-if",
      asOf: stage.now,
      now: stage.now,
      reading: null,
      figures: NOTHING,
      selected: null,
      selectedThen: null,
      months: [],
      assumptions: [],
    }),
    policy_what_if_rows: () => ({ rows: [], total: 0 }),
    naming_preview: () => ({
      policy: {
        raw: "",
        parts: [],
        blockedWords: [],
        findings: [],
        nameMost: 63,
        patternMost: 64,
      },
      examples: [],
      exempt: false,
      valid: true,
    }),
    naming_misfits: () => ({ rows: [], total: 0, groups: 0, reading: null }),
    policy_groups_find: () => ({ groups: [] }),
    policies_import: () => ({ state: "refused", fault: { kind: "notPolicies" } }),
    policies_adopt: () => ({ changes: [] }),
  };
}
