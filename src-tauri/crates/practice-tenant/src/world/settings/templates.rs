//! What settings can be made from (resources/groupsettingtemplate.md): the templates of the directory,
//! with the types and defaults of their values.

use serde::{Deserialize, Serialize};

use super::{Setting, SettingValue};

/// The id of the template of the tenant's rules for Microsoft 365 groups.
pub(crate) const UNIFIED: &str = "62375ab9-6b52-47ed-826b-58e47e0e304b";
/// The id of the template of one group's rules for guests.
pub(crate) const GUEST: &str = "08d542b9-071f-4e16-94b0-74abb372e3d9";

/// A template, in the service's own form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Template {
    pub(crate) id: String,
    pub(crate) display_name: String,
    pub(crate) description: String,
    pub(crate) values: Vec<TemplateValue>,
}

/// One value of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TemplateValue {
    pub(crate) name: String,
    /// `System.Boolean` and the like.
    #[serde(rename = "type")]
    pub(crate) value_type: String,
    pub(crate) default_value: String,
    pub(crate) description: String,
}

impl Template {
    /// Settings with all defaults.
    pub(crate) fn settings(&self, id: &str) -> Setting {
        let values = self.values.iter().map(|value| SettingValue {
            name: value.name.clone(),
            value: value.default_value.clone(),
        });
        Setting {
            id: id.to_owned(),
            display_name: self.display_name.clone(),
            template_id: self.id.clone(),
            values: values.collect(),
        }
    }
}

/// Name, default and meaning.
type Described = (&'static str, &'static str, &'static str);

const BOOLEAN: &str = "System.Boolean";
const STRING: &str = "System.String";
const GUID: &str = "System.Guid";
const INT32: &str = "System.Int32";

fn template((id, name, description): Described, values: &[(&'static str, Described)]) -> Template {
    let values = values
        .iter()
        .map(|(kind, (name, default, description))| TemplateValue {
            name: (*name).to_owned(),
            value_type: (*kind).to_owned(),
            default_value: (*default).to_owned(),
            description: (*description).to_owned(),
        });
    Template {
        id: id.to_owned(),
        display_name: name.to_owned(),
        description: description.to_owned(),
        values: values.collect(),
    }
}

/// All templates, in the order in which the service lists them.
pub(super) fn all() -> Vec<Template> {
    vec![
        guest(),
        application(),
        password_rules(),
        unified(),
        prohibited_names(),
        custom_policy(),
        prohibited_names_restricted(),
        consent_policy(),
    ]
}

pub(super) fn guest() -> Template {
    let about = (
        GUEST,
        "Group.Unified.Guest",
        "What holds for guests of one Microsoft 365 group.",
    );
    let guests = (
        "AllowToAddGuests",
        "true",
        "Whether guests may be added to this group.",
    );
    template(about, &[(BOOLEAN, guests)])
}

pub(super) fn unified() -> Template {
    let about = (
        UNIFIED,
        "Group.Unified",
        "What holds for all Microsoft 365 groups of the tenant.",
    );
    template(
        about,
        &[
            (
                BOOLEAN,
                (
                    "NewUnifiedGroupWritebackDefault",
                    "true",
                    "Whether new groups are written back to the premises.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "EnableMIPLabels",
                    "false",
                    "Whether sensitivity labels apply to groups.",
                ),
            ),
            (
                STRING,
                (
                    "CustomBlockedWordsList",
                    "",
                    "Words that may not stand in names and aliases, separated by commas.",
                ),
            ),
            (
                BOOLEAN,
                ("EnableMSStandardBlockedWords", "false", "No longer used."),
            ),
            (
                STRING,
                (
                    "ClassificationDescriptions",
                    "",
                    "What the classifications mean: Value:Text, separated by commas.",
                ),
            ),
            (
                STRING,
                (
                    "DefaultClassification",
                    "",
                    "The classification of a group that is created without one.",
                ),
            ),
            (
                STRING,
                (
                    "PrefixSuffixNamingRequirement",
                    "",
                    "What names begin and end with, around [GroupName].",
                ),
            ),
            (
                BOOLEAN,
                (
                    "AllowGuestsToBeGroupOwner",
                    "false",
                    "Whether guests may own groups.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "AllowGuestsToAccessGroups",
                    "true",
                    "Whether guests reach what groups hold.",
                ),
            ),
            (
                STRING,
                (
                    "GuestUsageGuidelinesUrl",
                    "",
                    "A link to the guidelines for guests.",
                ),
            ),
            (
                GUID,
                (
                    "GroupCreationAllowedGroupId",
                    "",
                    "The security group whose members may create groups in any case.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "AllowToAddGuests",
                    "true",
                    "Whether guests may be added to groups.",
                ),
            ),
            (
                STRING,
                (
                    "UsageGuidelinesUrl",
                    "",
                    "A link to the guidelines for using groups.",
                ),
            ),
            (
                STRING,
                (
                    "ClassificationList",
                    "",
                    "The classifications, separated by commas.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "EnableGroupCreation",
                    "true",
                    "Whether everybody may create groups.",
                ),
            ),
        ],
    )
}

fn application() -> Template {
    let about = (
        "4bc7f740-180e-4586-adb6-38b2e9024e6b",
        "Application",
        "How applications of the tenant may be changed.",
    );
    let check = (
        "EnableAccessCheckForPrivilegedApplicationUpdates",
        "false",
        "Whether changes that give an application more rights are checked once more.",
    );
    template(about, &[(BOOLEAN, check)])
}

fn password_rules() -> Template {
    let about = (
        "5cf42378-d67d-4f36-ba46-e8b86229381d",
        "Password Rule Settings",
        "Which passwords are refused, and when accounts are locked.",
    );
    template(
        about,
        &[
            (
                INT32,
                (
                    "LockoutDurationInSeconds",
                    "60",
                    "How long an account is locked the first time, in seconds.",
                ),
            ),
            (
                INT32,
                (
                    "LockoutThreshold",
                    "10",
                    "How many wrong passwords in a row lock an account.",
                ),
            ),
            (
                STRING,
                (
                    "BannedPasswordList",
                    "",
                    "Words that may not stand in passwords, separated by tabs.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "EnableBannedPasswordCheck",
                    "true",
                    "Whether passwords are compared with that list.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "EnableBannedPasswordCheckOnPremises",
                    "true",
                    "Whether passwords on the premises are, too.",
                ),
            ),
            (
                STRING,
                (
                    "BannedPasswordCheckOnPremisesMode",
                    "Audit",
                    "Whether that refuses passwords on the premises (Enforce) or only notes them (Audit).",
                ),
            ),
        ],
    )
}

fn prohibited_names() -> Template {
    let about = (
        "80661d51-be2f-4d46-9713-98a2fcaec5bc",
        "Prohibited Names Settings",
        "What applications may not be called.",
    );
    template(
        about,
        &[
            (
                STRING,
                (
                    "CustomBlockedSubStringsList",
                    "",
                    "Parts of words that may not stand in names of applications, separated by commas.",
                ),
            ),
            (
                STRING,
                (
                    "CustomBlockedWholeWordsList",
                    "",
                    "Whole words that may not stand in names of applications, separated by commas.",
                ),
            ),
        ],
    )
}

fn custom_policy() -> Template {
    let about = (
        "898f1161-d651-43d1-805c-3b0b388a9fc2",
        "Custom Policy Settings",
        "Where the tenant's own rules of access are asked.",
    );
    let address = (
        "CustomConditionalAccessPolicyUrl",
        "",
        "The address that is asked about access.",
    );
    template(about, &[(STRING, address)])
}

fn prohibited_names_restricted() -> Template {
    let about = (
        "aad3907d-1d1a-448b-b3ef-7bf7f63db63b",
        "Prohibited Names Restricted Settings",
        "Exceptions from what applications may not be called.",
    );
    template(
        about,
        &[
            (
                STRING,
                (
                    "CustomAllowedSubStringsList",
                    "",
                    "Parts of words that may stand in names of applications all the same, separated by commas.",
                ),
            ),
            (
                STRING,
                (
                    "CustomAllowedWholeWordsList",
                    "",
                    "Whole words that may stand in names of applications all the same, separated by commas.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "DoNotValidateAgainstTrademark",
                    "false",
                    "Whether names are no longer compared with trademarks.",
                ),
            ),
        ],
    )
}

fn consent_policy() -> Template {
    let about = (
        "dffd5d46-495d-40a9-8e21-954ff55e198a",
        "Consent Policy Settings",
        "What people may let applications do.",
    );
    template(
        about,
        &[
            (
                BOOLEAN,
                (
                    "EnableGroupSpecificConsent",
                    "false",
                    "Whether owners may let applications into their groups.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "BlockUserConsentForRiskyApps",
                    "true",
                    "Whether people may not accept applications that look risky.",
                ),
            ),
            (
                BOOLEAN,
                (
                    "EnableAdminConsentRequests",
                    "false",
                    "Whether people may ask an administrator to accept an application.",
                ),
            ),
            (
                GUID,
                (
                    "ConstrainGroupSpecificConsentToMembersOfGroupId",
                    "",
                    "The group whose members alone may let applications into groups that they own.",
                ),
            ),
        ],
    )
}
