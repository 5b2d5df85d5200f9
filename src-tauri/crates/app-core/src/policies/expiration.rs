//! The expiration policy between the service's words and the contract's.

use graph_client::models::{GroupLifecyclePolicy, LifecyclePolicyPatch, ManagedGroupTypes};
use ipc_contract::jobs::PropertyChange;
use ipc_contract::policies::{ExpirationInput, ExpirationPolicy, LIFETIME_LEAST, ManagedGroups};
use serde_json::{Map, Value, json};

use super::what_if::Lifetime;
use crate::CoreError;

const LIFETIME: &str = "lifetimeDays";
const MANAGED: &str = "managed";
const EMAILS: &str = "notificationEmails";

/// What the application itself refuses.
///
/// # Errors
/// [`CoreError::InvalidInput`] with the field.
pub(crate) fn check(input: &ExpirationInput) -> Result<(), CoreError> {
    if !(i64::from(LIFETIME_LEAST)..=i64::from(i32::MAX)).contains(&input.lifetime_days) {
        return Err(CoreError::invalid(LIFETIME));
    }
    match input
        .notification_emails
        .iter()
        .all(|text| is_address(text))
    {
        true => Ok(()),
        false => Err(CoreError::invalid(EMAILS)),
    }
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    let plain = !text.contains(|sign: char| sign.is_whitespace() || ";,<>".contains(sign));
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let labels = domain.split('.').all(|label| !label.is_empty());
    plain && !local.is_empty() && !local.contains('@') && labels && domain.contains('.')
}

/// The service's policy as a person would set it.
pub(crate) fn input(policy: &GroupLifecyclePolicy) -> ExpirationInput {
    ExpirationInput {
        lifetime_days: i64::from(policy.group_lifetime_in_days.unwrap_or_default()),
        managed: managed(policy.managed_group_types),
        notification_emails: policy.notified_addresses().map(str::to_owned).collect(),
    }
}

/// The same of what a person saw.
pub(crate) fn seen(policy: &ExpirationPolicy) -> ExpirationInput {
    ExpirationInput {
        lifetime_days: i64::from(policy.lifetime_days),
        managed: policy.managed,
        notification_emails: policy.notification_emails.clone(),
    }
}

pub(crate) fn shown(policy: &GroupLifecyclePolicy) -> ExpirationPolicy {
    let input = input(policy);
    ExpirationPolicy {
        id: policy.id.to_string(),
        lifetime_days: u32::try_from(input.lifetime_days).unwrap_or_default(),
        managed: input.managed,
        notification_emails: input.notification_emails,
    }
}

pub(crate) fn lifetime(policy: &GroupLifecyclePolicy) -> Lifetime {
    lifetime_of_input(&input(policy))
}

pub(crate) fn lifetime_of_input(input: &ExpirationInput) -> Lifetime {
    Lifetime {
        days: u32::try_from(input.lifetime_days).unwrap_or(u32::MAX),
        managed: input.managed,
    }
}

/// What the service is sent.
pub(crate) fn patch(input: &ExpirationInput) -> LifecyclePolicyPatch {
    LifecyclePolicyPatch {
        group_lifetime_in_days: i32::try_from(input.lifetime_days).ok(),
        managed_group_types: Some(match input.managed {
            ManagedGroups::All => ManagedGroupTypes::All,
            ManagedGroups::Selected => ManagedGroupTypes::Selected,
            ManagedGroups::None => ManagedGroupTypes::None,
        }),
        alternate_notification_emails: Some(joined(input)),
    }
}

/// Whether two policies come to the same.
pub(crate) fn is_same(one: Option<&ExpirationInput>, other: Option<&ExpirationInput>) -> bool {
    values(one) == values(other)
}

/// A policy's values as the record keeps them; all null where there is none.
pub(crate) fn values(input: Option<&ExpirationInput>) -> Map<String, Value> {
    let value = |get: fn(&ExpirationInput) -> Value| input.map_or(Value::Null, get);
    Map::from_iter([
        (
            LIFETIME.to_owned(),
            value(|input| json!(input.lifetime_days)),
        ),
        (MANAGED.to_owned(), value(|input| json!(input.managed))),
        (EMAILS.to_owned(), value(|input| json!(joined(input)))),
    ])
}

/// What differs between two policies. No address is as good as none that could be said.
pub(crate) fn differences(
    before: Option<&ExpirationInput>,
    after: Option<&ExpirationInput>,
) -> Vec<PropertyChange> {
    let mut changes = super::differences(&values(before), &values(after));
    let said = |value: &Option<String>| value.clone().unwrap_or_default();
    changes.retain(|change| said(&change.before) != said(&change.after));
    changes
}

fn managed(types: Option<ManagedGroupTypes>) -> ManagedGroups {
    match types {
        Some(ManagedGroupTypes::All) => ManagedGroups::All,
        Some(ManagedGroupTypes::Selected) => ManagedGroups::Selected,
        Some(ManagedGroupTypes::None) | None => ManagedGroups::None,
    }
}

fn joined(input: &ExpirationInput) -> String {
    let addresses = input.notification_emails.iter().map(|text| text.trim());
    addresses.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(lifetime_days: i64, emails: &[&str]) -> ExpirationInput {
        ExpirationInput {
            lifetime_days,
            managed: ManagedGroups::All,
            notification_emails: emails.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    #[test]
    fn what_the_service_would_not_take_is_refused_here() {
        for days in [-1, 0, 29, 1 << 31] {
            assert!(check(&set(days, &[])).is_err(), "{days}");
        }
        assert!(check(&set(30, &["a@b.example", "c.d@e.f.example"])).is_ok());
        for address in [
            "",
            "a",
            "a@",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@b.example;c@d.example",
            "a@b..example",
        ] {
            assert!(check(&set(30, &[address])).is_err(), "{address}");
        }
    }

    #[test]
    fn only_what_differs_is_named() {
        let changes = differences(
            Some(&set(180, &["a@b.example"])),
            Some(&set(365, &["a@b.example"])),
        );
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].before.as_deref(), Some("180"));
        let first = differences(None, Some(&set(180, &[])));
        assert_eq!(first.len(), 2, "no address before and none after");
        let last_address = differences(Some(&set(180, &["a@b.example"])), Some(&set(180, &[])));
        assert_eq!(last_address.len(), 1);
    }
}
