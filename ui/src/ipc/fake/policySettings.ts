/** Templates of the fake company's directory, and the settings that were made from them. */
import type { SettingsObject, SettingValue } from "../bindings";
import type { FakeOptions } from "./options";

type Row = readonly [name: string, type: string, usual: string, description: string];

interface Template {
  id: string;
  displayName: string;
  description: string;
  values: readonly Row[];
}

const BOOLEAN = "System.Boolean";
const STRING = "System.String";

const UNIFIED: Template = {
  id: "62375ab9-6b52-47ed-826b-58e47e0e304b",
  displayName: "Group.Unified",
  description: "Settings for Microsoft 365 groups.",
  values: [
    ["NewUnifiedGroupWritebackDefault", BOOLEAN, "true", "Whether new groups are written back."],
    ["EnableMIPLabels", BOOLEAN, "false", "Whether sensitivity labels can be put on groups."],
    ["CustomBlockedWordsList", STRING, "", "Words that are blocked in names, comma-separated."],
    ["EnableMSStandardBlockedWords", BOOLEAN, "false", "No longer used."],
    ["ClassificationDescriptions", STRING, "", "What classifications mean, Value:Text."],
    ["DefaultClassification", STRING, "", "The classification of new groups."],
    ["PrefixSuffixNamingRequirement", STRING, "", "The naming convention."],
    ["AllowGuestsToBeGroupOwner", BOOLEAN, "false", "Whether guests can own groups."],
    ["AllowGuestsToAccessGroups", BOOLEAN, "true", "Whether guests can reach contents."],
    ["GuestUsageGuidelinesUrl", STRING, "", "A link to guidelines for guests."],
    ["GroupCreationAllowedGroupId", STRING, "", "A group whose members may create groups."],
    ["AllowToAddGuests", BOOLEAN, "true", "Whether guests can be added."],
    ["UsageGuidelinesUrl", STRING, "", "A link to guidelines."],
    ["ClassificationList", STRING, "", "Classifications, comma-separated."],
    ["EnableGroupCreation", BOOLEAN, "true", "Whether everybody may create groups."],
  ],
};

export const GUEST: Template = {
  id: "08d542b9-071f-4e16-94b0-74abb372e3d9",
  displayName: "Group.Unified.Guest",
  description: "Settings for one Microsoft 365 group.",
  values: [["AllowToAddGuests", BOOLEAN, "true", "Whether guests can be added to it."]],
};

const PASSWORDS: Template = {
  id: "5cf42378-d67d-4f36-ba46-e8b86229381d",
  displayName: "Password Rule Settings",
  description:
    "How often somebody may type a wrong password, and words that passwords cannot have.",
  values: [
    ["BannedPasswordCheckOnPremisesMode", STRING, "Audit", "Audit or Enforce."],
    ["EnableBannedPasswordCheckOnPremises", BOOLEAN, "false", "Whether it holds on premises."],
    ["EnableBannedPasswordCheck", BOOLEAN, "true", "Whether the list of words is used."],
    ["LockoutDurationInSeconds", "System.Int32", "60", "How long an account is locked."],
    ["LockoutThreshold", "System.Int32", "10", "So many wrong passwords lock an account."],
    ["BannedPasswordList", STRING, "", "Words, separated by tabs."],
  ],
};

const CONSENT: Template = {
  id: "dffd5d46-495d-40a9-8e21-954ff55e198a",
  displayName: "Consent Policy Settings",
  description: "Who may let applications read what is in groups.",
  values: [
    ["EnableGroupSpecificConsent", BOOLEAN, "true", "Whether owners may consent."],
    ["BlockUserConsentForRiskyApps", BOOLEAN, "true", "Whether risky applications are refused."],
    ["EnableAdminConsentRequests", BOOLEAN, "false", "Whether people can ask administrators."],
    [
      "ConstrainGroupSpecificConsentToMembersOfGroupId",
      "System.Guid",
      "",
      "Only owners in this group may consent.",
    ],
  ],
};

const APPLICATION: Template = {
  id: "4bc7f740-180e-4586-adb6-38b2e9024e6b",
  displayName: "Application",
  description: "What applications of the tenant may do.",
  values: [["EnableAccessCheckForPrivilegedApplicationUpdates", BOOLEAN, "false", "Checks more."]],
};

const TEMPLATES: readonly Template[] = [UNIFIED, GUEST, APPLICATION, CONSENT, PASSWORDS];

export const MAKERS = {
  id: "00000000-0000-4000-a000-000000000001",
  displayName: "Group Makers",
  security: true,
};

/** What the options set of the group settings. */
function setOf(options: FakeOptions): Record<string, string> {
  const words = Array.from({ length: options.blocked }, (_, index) => `word ${index + 1}`);
  return {
    PrefixSuffixNamingRequirement: options.naming === "prefix" ? "HR [GroupName]" : "",
    CustomBlockedWordsList: ["payroll", "confidential", "ceo", ...words].join(","),
    UsageGuidelinesUrl: "https://contoso.example/groups",
    ClassificationList: "General,Internal,Confidential",
    ClassificationDescriptions: "General:for everybody,Internal:for employees",
    DefaultClassification: "General",
    EnableMIPLabels: String(options.labels),
    AllowToAddGuests: String(options.guests),
    EnableGroupCreation: String(options.creation === "everybody"),
    GroupCreationAllowedGroupId: options.creation === "group" ? MAKERS.id : "",
  };
}

function valueOf(
  [name, valueType, defaultValue, description]: Row,
  set: string | null,
): SettingValue {
  return {
    name,
    valueType,
    defaultValue,
    description,
    value: set ?? defaultValue,
    set: set !== null,
  };
}

const made = (template: Template, id: string | null, values: Record<string, string> = {}) => ({
  id,
  templateId: template.id,
  displayName: template.displayName,
  description: template.description,
  values: template.values.map((row) => valueOf(row, id && (values[row[0]] ?? row[2]))),
});

/** A value that only a newer template knows, and settings whose template nobody knows. */
const NEWER: SettingValue = {
  name: "AllowRoomsInGroups",
  valueType: null,
  defaultValue: null,
  description: null,
  value: "Sometimes",
  set: true,
};

export function settingsOf(options: FakeOptions): SettingsObject[] {
  const [, ...others] = TEMPLATES;
  const unified = made(UNIFIED, "settings-1", setOf(options));
  return [
    { ...unified, values: [...unified.values, NEWER] },
    ...others.map((template) => made(template, null)),
  ];
}

/** The same settings with other values; back to the template's defaults where there are none. */
export function withValues(
  object: SettingsObject,
  values: Readonly<Record<string, string>> | null,
): SettingsObject {
  return {
    ...object,
    id: values ? (object.id ?? `settings-${object.templateId.slice(0, 4)}`) : null,
    values: values
      ? object.values.map((value) => ({
          ...value,
          value: values[value.name] ?? value.value,
          set: true,
        }))
      : object.values
          .filter(({ valueType }) => valueType !== null)
          .map((value) => ({ ...value, value: value.defaultValue ?? "", set: false })),
  };
}
