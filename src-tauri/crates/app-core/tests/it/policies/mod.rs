//! What the tenant decides: read, reckoned with, changed with nobody's change written over, and undone.

mod changing;
mod expiry;
mod files;
mod names;
mod reading;

use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::jobs::{ChangeRequest, Reason};
use ipc_contract::policies::{
    ExpirationInput, ExpirationPolicy, ExpirationState, ManagedGroups, Policies, PoliciesRequest,
    SettingEntry, SettingsObject, SettingsState, WhatIf, WhatIfFilter, WhatIfRequest, WhatIfRow,
    WhatIfRowsRequest, WhatIfSort,
};
use practice_tenant::PracticeTenant;
use serde_json::json;

use crate::desk::{Desk, Started};

pub(crate) const UNIFIED: &str = "62375ab9-6b52-47ed-826b-58e47e0e304b";

pub(crate) async fn give(desk: &Desk, role: &str, held: bool) {
    let person = PracticeTenant::owner_login();
    desk.control(
        "roles",
        json!({ "person": person, "role": role, "held": held }),
    )
    .await;
}

/// The owner, with a role that may change policies; settings hold at once.
pub(crate) async fn administrator(test: &str) -> (Desk, Started) {
    let desk = Desk::new(test).await;
    give(&desk, "groups", true).await;
    desk.control(
        "behavior",
        json!({ "settingsSeconds": 0, "indexLagSeconds": 0 }),
    )
    .await;
    let started = desk.enter().await;
    started.groups().await;
    (desk, started)
}

pub(crate) async fn read(started: &Started) -> Policies {
    let anew = PoliciesRequest { anew: true };
    started.core.policies(&anew).await.unwrap()
}

pub(crate) async fn policy(started: &Started) -> Option<ExpirationPolicy> {
    match read(started).await.expiration {
        ExpirationState::Active { policy, .. } => Some(policy),
        ExpirationState::None => None,
        unknown @ ExpirationState::Unknown { .. } => panic!("{unknown:?}"),
    }
}

pub(crate) fn settings(policies: Policies) -> Vec<SettingsObject> {
    match policies.settings {
        SettingsState::Known { settings, .. } => settings,
        unknown @ SettingsState::Unknown { .. } => panic!("{unknown:?}"),
    }
}

pub(crate) async fn unified(started: &Started) -> SettingsObject {
    let mut all = settings(read(started).await);
    assert_eq!(all[0].template_id, UNIFIED, "that of groups comes first");
    all.remove(0)
}

/// The whole set as it is, and with other values in it.
pub(crate) fn sets(
    object: &SettingsObject,
    values: &[(&str, &str)],
) -> (Option<Vec<SettingEntry>>, Vec<SettingEntry>) {
    let entry = |name: &str, value: &str| SettingEntry {
        name: name.into(),
        value: value.into(),
    };
    let all: Vec<SettingEntry> = object
        .values
        .iter()
        .map(|value| entry(&value.name, &value.value))
        .collect();
    let mut after = all.clone();
    for (name, value) in values {
        let place = after.iter_mut().find(|entry| entry.name == *name).unwrap();
        place.value = (*value).into();
    }
    (object.id.is_some().then_some(all), after)
}

pub(crate) async fn set(started: &Started, values: &[(&str, &str)]) -> ChangeRequest {
    let (before, after) = sets(&unified(started).await, values);
    ChangeRequest::PolicySettings {
        template_id: UNIFIED.into(),
        group_id: None,
        before,
        after: Some(after),
    }
}

pub(crate) fn input(lifetime_days: i64, managed: ManagedGroups) -> ExpirationInput {
    ExpirationInput {
        lifetime_days,
        managed,
        notification_emails: vec!["it@contoso.example".into()],
    }
}

pub(crate) fn expire(
    before: Option<ExpirationPolicy>,
    after: Option<ExpirationInput>,
) -> ChangeRequest {
    ChangeRequest::PolicyExpiration { before, after }
}

/// A what-if once all groups were read.
pub(crate) async fn what_if(
    started: &Started,
    expiration: Option<ExpirationInput>,
    select: Vec<String>,
) -> WhatIf {
    let request = WhatIfRequest {
        expiration,
        select,
        unselect: Vec::new(),
    };
    let ask = async || started.core.what_if(&request).await.unwrap();
    started
        .until(ask, |answer| {
            answer.reading.is_none() && answer.as_of.is_some()
        })
        .await
}

pub(crate) async fn rows(started: &Started, id: &str, filter: WhatIfFilter) -> Vec<WhatIfRow> {
    let request = WhatIfRowsRequest {
        id: id.into(),
        filter,
        text: String::new(),
        sort: WhatIfSort::Then,
        descending: false,
        offset: 0,
        limit: 500,
    };
    started.core.what_if_rows(&request).await.unwrap().rows
}

pub(crate) async fn refused(started: &Started, request: &ChangeRequest) -> CommandError {
    started.core.plan(request).await.unwrap_err().into()
}

pub(crate) async fn reason(started: &Started, request: &ChangeRequest) -> Reason {
    let error = refused(started, request).await;
    assert_eq!(error.code, ErrorCode::NothingToDo);
    error.params.reasons[0]
}
