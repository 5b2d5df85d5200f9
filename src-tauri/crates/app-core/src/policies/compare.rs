//! A file of policies beside what the tenant has: what differs, and the changes that take something over.

use std::collections::{BTreeMap, HashSet};

use graph_client::models::GroupSettingTemplate;
use ipc_contract::jobs::ChangeRequest;
use ipc_contract::policies::{
    ChangeList, ExpirationInput, PoliciesAdoptRequest, PoliciesCompared, PoliciesImportRequest,
    PolicyArea, PolicyDifference, SettingEntry,
};
use serde_json::Value;

use super::file::{FileSettings, PolicyFile};
use super::read::KnownPolicies;
use super::{expiration, settings};
use crate::{Core, CoreError};

/// Begins the keys of the expiration policy's differences.
const EXPIRATION: &str = "expiration";

impl Core {
    /// Compares a file of policies with what the tenant has. Nothing is written.
    ///
    /// # Errors
    /// When the tenant's policies can neither be read nor are known.
    pub async fn compare_policies(
        &self,
        request: &PoliciesImportRequest,
    ) -> Result<PoliciesCompared, CoreError> {
        let session = self.session()?;
        let file = match PolicyFile::read(&request.text) {
            Ok(file) => file,
            Err(fault) => return Ok(PoliciesCompared::Refused { fault }),
        };
        let known = self.known_policies(&session).await?;
        let (differences, same) = compared(&file, &known);
        Ok(PoliciesCompared::Compared {
            same_tenant: file.tenant_id == session.account.tenant_id,
            tenant_name: file.tenant_name,
            as_of: file.as_of,
            differences,
            same,
        })
    }

    /// The changes that take over what was chosen of a file. Nothing is written.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for a file that cannot be compared.
    pub async fn adopt_policies(
        &self,
        request: &PoliciesAdoptRequest,
    ) -> Result<ChangeList, CoreError> {
        let session = self.session()?;
        let file = PolicyFile::read(&request.text).map_err(|_| CoreError::invalid("text"))?;
        let known = self.known_policies(&session).await?;
        let keys: HashSet<&str> = request.keys.iter().map(String::as_str).collect();
        let (differences, _) = compared(&file, &known);
        let chosen: Vec<&PolicyDifference> = differences
            .iter()
            .filter(|difference| difference.applicable && keys.contains(difference.key.as_str()))
            .collect();
        Ok(ChangeList {
            changes: adopted(&file, &known, &chosen),
        })
    }
}

fn compared(file: &PolicyFile, known: &KnownPolicies) -> (Vec<PolicyDifference>, u32) {
    let (mut differences, mut same) = (Vec::new(), 0);
    if let (Some(there), Some(here)) = (&file.expiration, known.expiration.known()) {
        let here = here.as_ref().map(expiration::input);
        let changes = expiration::differences(here.as_ref(), there.policy.as_ref());
        let both = here.is_some() && there.policy.is_some();
        let names = expiration::values(None).len();
        same += u32::try_from(names - changes.len().min(names)).unwrap_or_default();
        for change in changes {
            differences.push(PolicyDifference {
                // A policy that is on one side only is taken over whole.
                key: match both {
                    true => format!("{EXPIRATION}/{}", change.property),
                    false => EXPIRATION.to_owned(),
                },
                area: PolicyArea::Expiration,
                template_name: None,
                name: Some(change.property),
                here: change.before,
                there: change.after,
                applicable: true,
            });
        }
    }
    for there in file.settings.iter().flatten() {
        same += compare_settings(there, known, &mut differences);
    }
    let only_here = known.settings.known().into_iter().flatten().filter(|made| {
        let mut there = file.settings.iter().flatten();
        file.settings.is_some() && !there.any(|there| made.is_of(&there.template_id))
    });
    for made in only_here {
        let Some(template_id) = &made.template_id else {
            continue;
        };
        let defaults = FileSettings {
            template_id: template_id.to_string(),
            display_name: made.display_name.clone().unwrap_or_default(),
            values: Vec::new(),
        };
        same += compare_settings(&defaults, known, &mut differences);
    }
    differences.sort_by_key(|difference| difference.area as u8);
    (differences, same)
}

/// How many values are the same.
fn compare_settings(
    there: &FileSettings,
    known: &KnownPolicies,
    differences: &mut Vec<PolicyDifference>,
) -> u32 {
    let template = known.template(&there.template_id);
    let here = settings::entries(known.made(&there.template_id));
    let changes = settings::differences(template, here.as_deref(), Some(&there.values));
    let all = settings::effective(template, Some(&there.values)).len();
    let same = all.saturating_sub(changes.len());
    differences.extend(changes.into_iter().map(|change| {
        let has = |template: &GroupSettingTemplate| {
            template
                .values
                .iter()
                .any(|value| value.name == change.property)
        };
        PolicyDifference {
            key: format!("{}/{}", there.template_id, change.property),
            area: area(&there.template_id, &change.property),
            template_name: Some(there.display_name.clone()),
            applicable: template.is_some_and(has) && change.after.is_some(),
            name: Some(change.property),
            here: change.before,
            there: change.after,
        }
    }));
    u32::try_from(same).unwrap_or(u32::MAX)
}

/// What a value of settings is about.
fn area(template_id: &str, name: &str) -> PolicyArea {
    if !template_id.eq_ignore_ascii_case(GroupSettingTemplate::UNIFIED) {
        return PolicyArea::Templates;
    }
    match name {
        "PrefixSuffixNamingRequirement"
        | "CustomBlockedWordsList"
        | "EnableMSStandardBlockedWords" => PolicyArea::Naming,
        "EnableGroupCreation" | "GroupCreationAllowedGroupId" => PolicyArea::Creation,
        "AllowGuestsToAccessGroups" | "AllowGuestsToBeGroupOwner" | "AllowToAddGuests" => {
            PolicyArea::Guests
        }
        "ClassificationList" | "ClassificationDescriptions" | "DefaultClassification" => {
            PolicyArea::Classification
        }
        "UsageGuidelinesUrl" | "GuestUsageGuidelinesUrl" => PolicyArea::Guidelines,
        "EnableMIPLabels" => PolicyArea::Labels,
        _ => PolicyArea::Templates,
    }
}

fn adopted(
    file: &PolicyFile,
    known: &KnownPolicies,
    chosen: &[&PolicyDifference],
) -> Vec<ChangeRequest> {
    let mut changes = Vec::new();
    let of_expiration: Vec<&&PolicyDifference> = chosen
        .iter()
        .filter(|difference| difference.area == PolicyArea::Expiration)
        .collect();
    if let (false, Some(there), Some(here)) = (
        of_expiration.is_empty(),
        &file.expiration,
        known.expiration.known(),
    ) {
        changes.push(ChangeRequest::PolicyExpiration {
            before: here.as_ref().map(expiration::shown),
            after: match here {
                Some(here) => merged(
                    &expiration::input(here),
                    there.policy.as_ref(),
                    &of_expiration,
                ),
                None => there.policy.clone(),
            },
        });
    }
    let mut by_template: BTreeMap<&str, Vec<SettingEntry>> = BTreeMap::new();
    for difference in chosen {
        if let (Some((template_id, name)), Some(value)) =
            (difference.key.split_once('/'), &difference.there)
            && template_id != EXPIRATION
        {
            by_template
                .entry(template_id)
                .or_default()
                .push(SettingEntry {
                    name: name.to_owned(),
                    value: value.clone(),
                });
        }
    }
    for (template_id, entries) in by_template {
        let before = settings::entries(known.made(template_id));
        changes.push(ChangeRequest::PolicySettings {
            after: Some(with(
                known.template(template_id),
                before.as_deref(),
                &entries,
            )),
            template_id: template_id.to_owned(),
            group_id: None,
            before,
        });
    }
    changes
}

/// The policy that is here, with what was chosen of the other.
fn merged(
    here: &ExpirationInput,
    there: Option<&ExpirationInput>,
    chosen: &[&&PolicyDifference],
) -> Option<ExpirationInput> {
    let there = there?;
    let is_chosen = |name: &str| {
        chosen
            .iter()
            .any(|chosen| chosen.name.as_deref() == Some(name))
    };
    let mut merged = here.clone();
    if is_chosen("lifetimeDays") {
        merged.lifetime_days = there.lifetime_days;
    }
    if is_chosen("managed") {
        merged.managed = there.managed;
    }
    if is_chosen("notificationEmails") {
        merged
            .notification_emails
            .clone_from(&there.notification_emails);
    }
    Some(merged)
}

/// The whole set with some values in the place of its own.
fn with(
    template: Option<&GroupSettingTemplate>,
    here: Option<&[SettingEntry]>,
    chosen: &[SettingEntry],
) -> Vec<SettingEntry> {
    let mut all = settings::effective(template, here);
    for entry in chosen {
        all.insert(entry.name.clone(), Value::String(entry.value.clone()));
    }
    all.into_iter()
        .map(|(name, value)| SettingEntry {
            name,
            value: value.as_str().unwrap_or_default().to_owned(),
        })
        .collect()
}
