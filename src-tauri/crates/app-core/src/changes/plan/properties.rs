//! Plans that change properties: what the directory keeps and what Exchange keeps, a request each.

use graph_client::models::Visibility as GraphVisibility;
use ipc_contract::details::GroupChanges;
use ipc_contract::groups::Visibility;
use ipc_contract::jobs::Reason;
use serde_json::{Map, Value};

use super::Planning;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::facts::{GroupFacts, Need, group_ids};
use crate::changes::op::Op;
use crate::details::Known;

/// The service takes names of at most this length (group-post-groups.md).
const MAX_NAME: usize = 256;

impl Planning<'_> {
    pub(super) async fn update(
        &self,
        ids: &[String],
        changes: &GroupChanges,
    ) -> Result<Draft, CoreError> {
        check(changes)?;
        let groups = self
            .core
            .facts(self.session, self.client, group_ids(ids)?, Need::default())
            .await?;
        let mut draft = Draft::default();
        for group in &groups {
            let known = self.core.known_details(self.session, &group.id).await?;
            self.update_one(&mut draft, group, known.as_ref(), changes);
        }
        Ok(draft)
    }

    fn update_one(
        &self,
        draft: &mut Draft,
        group: &GroupFacts,
        known: Option<&Known>,
        changes: &GroupChanges,
    ) {
        if changes.visibility.is_some()
            && group.group.visibility == Some(GraphVisibility::HiddenMembership)
        {
            draft.leave_out(&group.name, None, Reason::Refused);
            return;
        }
        let before = before(group, known);
        let planned = draft.items().len();
        let directory = differing(&directory_part(changes), &before);
        if let Some(change) = directory {
            let op = Op::UpdateGroup {
                changes: part(changes, DIRECTORY),
            };
            draft.plan(op, group, change);
        }
        if let Some(change) = differing(&mail_part(changes), &before) {
            let op = Op::UpdateMail {
                changes: part(changes, MAIL),
            };
            draft.plan(op, group, change);
        }
        if draft.items().len() == planned {
            draft.leave_out(&group.name, None, Reason::NothingToChange);
        }
    }
}

/// What the application itself refuses.
fn check(changes: &GroupChanges) -> Result<(), CoreError> {
    let name = changes.display_name.as_deref();
    if name.is_some_and(|name| name.trim().is_empty() || name.chars().count() > MAX_NAME) {
        return Err(CoreError::invalid("displayName"));
    }
    let alias = changes.mail_nickname.as_deref();
    if alias.is_some_and(|alias| crate::naming::alias_problem(alias).is_some()) {
        return Err(CoreError::invalid("mailNickname"));
    }
    match changes.visibility {
        None | Some(Visibility::Public | Visibility::Private) => Ok(()),
        Some(_) => Err(CoreError::invalid("visibility")),
    }
}

const DIRECTORY: &[&str] = &[
    "displayName",
    "mailNickname",
    "description",
    "visibility",
    "theme",
    "classification",
    "label",
];
const MAIL: &[&str] = &[
    "allowExternalSenders",
    "autoSubscribeNewMembers",
    "hideFromAddressLists",
    "hideFromOutlookClients",
    "isSubscribedByMail",
];

/// The properties of `changes` that are named in `names`, by Graph's names.
fn named(changes: &GroupChanges, names: &[&str]) -> Map<String, Value> {
    let all = serde_json::to_value(changes).unwrap_or_default();
    let Value::Object(all) = all else {
        return Map::new();
    };
    all.into_iter()
        .filter(|(name, value)| names.contains(&name.as_str()) && !value.is_null())
        .collect()
}

fn directory_part(changes: &GroupChanges) -> Map<String, Value> {
    named(changes, DIRECTORY)
}

fn mail_part(changes: &GroupChanges) -> Map<String, Value> {
    named(changes, MAIL)
}

/// The same changes without the properties that are not named.
fn part(changes: &GroupChanges, names: &[&str]) -> GroupChanges {
    serde_json::from_value(Value::Object(named(changes, names))).unwrap_or_default()
}

/// What is known of the values before, by the names and in the spelling of [`GroupChanges`].
fn before(group: &GroupFacts, known: Option<&Known>) -> Map<String, Value> {
    let summary = &group.group;
    let visibility = crate::groups::summary::visibility(summary.visibility.as_ref());
    let mut before = Map::new();
    let mut put = |name: &str, value: Value| before.insert(name.to_owned(), value);
    put("displayName", summary.display_name.clone().into());
    put("mailNickname", summary.mail_nickname.clone().into());
    put(
        "description",
        summary.description.clone().unwrap_or_default().into(),
    );
    put(
        "visibility",
        serde_json::to_value(visibility).unwrap_or_default(),
    );
    put(
        "classification",
        summary.classification.clone().unwrap_or_default().into(),
    );
    if let Some(known) = known {
        put("theme", known.theme().unwrap_or_default().into());
        if let Some(label) = known.label() {
            put("label", serde_json::to_value(label).unwrap_or_default());
        }
        if let Some(Value::Object(mail)) = known
            .mail_settings()
            .and_then(|mail| serde_json::to_value(mail).ok())
        {
            before.extend(mail);
        }
    }
    before
}

/// Before and after of what differs; `None` when nothing does.
fn differing(wanted: &Map<String, Value>, before: &Map<String, Value>) -> Option<About> {
    let changed: Vec<&String> = wanted
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(*value))
        .map(|(name, _)| name)
        .collect();
    if changed.is_empty() {
        return None;
    }
    let pick = |from: &Map<String, Value>| -> Value {
        changed
            .iter()
            .map(|name| {
                (
                    (*name).clone(),
                    from.get(*name).cloned().unwrap_or(Value::Null),
                )
            })
            .collect::<Map<_, _>>()
            .into()
    };
    Some(About {
        before: Some(pick(before)),
        after: Some(pick(wanted)),
        ..About::default()
    })
}
