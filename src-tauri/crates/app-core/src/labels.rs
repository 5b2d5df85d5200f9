//! The sensitivity labels that an owner can choose from, where the tenant has labels for groups.
//!
//! Which labels a tenant offers is told under permissions that owners do not have. Those that the person's own
//! groups have are told with the groups, and are what is offered. A group's own label is read with its details.

use std::collections::BTreeMap;

use cache::{Document, DocumentKind};
use futures::TryStreamExt as _;
use graph_client::models::{AssignedLabel, GroupLabels};
use ipc_contract::details::SensitivityLabel;

use crate::details::RULES_FRESH_FOR;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// Among the tenant's rules.
const KEY: &str = "labels";

impl Core {
    /// The labels that the person's own groups have, by name; read at most once an hour.
    ///
    /// # Errors
    /// When they were never read, and cannot be.
    pub(crate) async fn label_choices(
        &self,
        session: &ActiveSession,
    ) -> Result<Vec<SensitivityLabel>, CoreError> {
        let now = session.service_now(self.now());
        let known = label_document(session).await?;
        if let Some(known) = &known
            && now.duration_since(known.as_of) < RULES_FRESH_FOR
        {
            return Ok(choices(&known.value));
        }
        let client = session.client(self.host()).await?;
        let read = client.my_groups().labels().items();
        let groups: Vec<GroupLabels> = match (read.try_collect().await, known) {
            (Ok(groups), _) => groups,
            (Err(_), Some(known)) => return Ok(choices(&known.value)),
            (Err(error), None) => return Err(error.into()),
        };
        let labels = distinct(groups);
        let kept = labels.clone();
        session
            .cached(move |cache| Ok(cache.put_document(DocumentKind::Rules, KEY, &kept, now)?))
            .await?;
        Ok(choices(&labels))
    }

    /// The same as last read; empty when they never were.
    pub(crate) async fn known_label_choices(
        &self,
        session: &ActiveSession,
    ) -> Result<Vec<SensitivityLabel>, CoreError> {
        let known = label_document(session).await?;
        Ok(known.map_or_else(Vec::new, |known| choices(&known.value)))
    }
}

async fn label_document(
    session: &ActiveSession,
) -> Result<Option<Document<Vec<AssignedLabel>>>, CoreError> {
    session
        .cached(|cache| Ok(cache.document(DocumentKind::Rules, KEY)?))
        .await
}

/// Each label once, by name.
fn distinct(groups: Vec<GroupLabels>) -> Vec<AssignedLabel> {
    let all = groups.into_iter().flat_map(|group| group.assigned_labels);
    let by_name = |label: AssignedLabel| {
        let key = (label.display_name.clone(), label.label_id.clone());
        (key, label)
    };
    let labels: BTreeMap<_, _> = all.map(by_name).collect();
    labels.into_values().collect()
}

fn choices(labels: &[AssignedLabel]) -> Vec<SensitivityLabel> {
    labels.iter().map(shown).collect()
}

/// A label as it is shown; one without a name by its id.
pub(crate) fn shown(label: &AssignedLabel) -> SensitivityLabel {
    let name = label.display_name.as_ref().unwrap_or(&label.label_id);
    SensitivityLabel {
        id: label.label_id.clone(),
        display_name: name.clone(),
    }
}

/// No label.
pub(crate) const fn none() -> SensitivityLabel {
    SensitivityLabel {
        id: String::new(),
        display_name: String::new(),
    }
}

/// The ids of what is wanted, as the service takes them.
pub(crate) fn ids(wanted: &SensitivityLabel) -> Vec<String> {
    let id = Some(wanted.id.clone()).filter(|id| !id.is_empty());
    id.into_iter().collect()
}

/// Whether a group has just what is wanted.
pub(crate) fn has(found: &[AssignedLabel], wanted: &SensitivityLabel) -> bool {
    let found = found.iter().map(|label| label.label_id.to_lowercase());
    let wanted = ids(wanted).into_iter().map(|id| id.to_lowercase());
    found.eq(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(id: &str, name: Option<&str>) -> AssignedLabel {
        AssignedLabel {
            label_id: id.into(),
            display_name: name.map(Into::into),
        }
    }

    #[test]
    fn a_label_of_many_groups_is_offered_once() {
        let group = |label| GroupLabels {
            assigned_labels: vec![label],
        };
        let groups = vec![
            group(label("2", Some("Secret"))),
            group(label("1", Some("Open"))),
            group(label("2", Some("Secret"))),
            group(label("3", None)),
        ];
        let names = choices(&distinct(groups)).into_iter();
        let names: Vec<String> = names.map(|label| label.display_name).collect();
        assert_eq!(names, ["3", "Open", "Secret"]);
    }

    #[test]
    fn no_label_is_what_a_group_without_one_has() {
        assert!(has(&[], &none()) && !has(&[label("1", None)], &none()));
        let wanted = shown(&label("A", None));
        assert!(has(&[label("a", None)], &wanted) && !has(&[], &wanted));
    }
}
