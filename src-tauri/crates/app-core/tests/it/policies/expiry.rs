//! How long groups live: the what-if is what happens.

use std::collections::{BTreeMap, BTreeSet};

use ipc_contract::events::Tag;
use ipc_contract::jobs::{ChangeRequest, ItemState, Reason, UndoRequest};
use ipc_contract::policies::{
    ExpiryAssumption, ManagedGroups, PolicyReach, WhatIfChange, WhatIfFilter, WhatIfRow,
};
use ipc_contract::tables::{ExportContent, ExportFormat, ExportRequest};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{administrator, expire, give, input, policy, reason, rows, what_if};
use crate::desk::{Desk, Started};

fn moment(value: &Value) -> Option<Timestamp> {
    value.as_str().map(|text| text.parse().unwrap())
}

/// Dates of the same moment, however often the clock was read in between.
fn is_near(one: Option<Timestamp>, other: Option<Timestamp>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.duration_since(other).abs().as_secs() < 120,
        (one, other) => one == other,
    }
}

async fn live(desk: &Desk, rows: &[WhatIfRow]) -> BTreeMap<String, Value> {
    let mut truths = BTreeMap::new();
    for row in rows {
        truths.insert(row.group_id.clone(), desk.truth(&row.group_id).await);
    }
    truths
}

async fn remove_policy(started: &Started) {
    let before = policy(started).await;
    started.core.change(&expire(before, None)).await.unwrap();
    started.groups().await;
}

/// Thirty groups of the tenant, selected by a policy of half a year that covers nothing else.
async fn thirty_selected(started: &Started) -> (Vec<String>, WhatIfId) {
    let selecting = input(180, ManagedGroups::Selected);
    started
        .core
        .change(&expire(None, Some(selecting.clone())))
        .await
        .unwrap();
    let all = what_if(started, Some(selecting.clone()), Vec::new()).await;
    let ids: Vec<String> = rows(started, &all.id, WhatIfFilter::All)
        .await
        .into_iter()
        .map(|row| row.group_id)
        .take(30)
        .collect();
    let answer = what_if(started, Some(selecting), ids.clone()).await;
    assert_eq!((answer.selected, answer.selected_then), (Some(0), Some(30)));
    (ids, answer.id)
}

type WhatIfId = String;

#[tokio::test]
async fn exactly_those_expire_that_the_what_if_named() {
    let (desk, started) = administrator("expiry-what-if").await;
    remove_policy(&started).await;
    let (ids, id) = thirty_selected(&started).await;
    let named = rows(&started, &id, WhatIfFilter::FirstTime).await;
    assert_eq!(named.len(), 30);
    let request = ChangeRequest::PolicySelection {
        policy_id: policy(&started).await.unwrap().id,
        group_ids: ids,
        covered: true,
    };

    let done = started.core.change(&request).await.unwrap();

    assert_eq!(done.job.counts.done, 30);
    for (group, truth) in live(&desk, &named).await {
        let row = named.iter().find(|row| row.group_id == group).unwrap();
        let expires = moment(&truth["expires"]);
        assert!(is_near(expires, row.expires_then), "{expires:?} {row:?}");
    }
    let all = rows(&started, &id, WhatIfFilter::All).await;
    let before = live(&desk, &all).await;
    desk.control("clock", json!({ "advanceSeconds": 36 * 86_400 + 600 }))
        .await;
    let now = moment(&desk.control("status", Value::Null).await["now"]).unwrap();
    let after = live(&desk, &all).await;
    let gone = |group: &str| before[group]["life"] == "live" && after[group]["life"] != "live";
    let deleted: BTreeSet<&str> = all
        .iter()
        .map(|row| row.group_id.as_str())
        .filter(|group| gone(group))
        .collect();
    // What is in use is renewed by the service: that is told as an assumption.
    let renewed = |group: &str| before[group]["renewed"] != after[group]["renewed"];
    let due: BTreeSet<&str> = named
        .iter()
        .filter(|row| row.deleted.is_some_and(|deleted| deleted <= now))
        .map(|row| row.group_id.as_str())
        .filter(|group| !renewed(group))
        .collect();
    assert_eq!(deleted, due);
    assert!(!due.is_empty(), "some were older than the lifetime");
}

#[tokio::test]
async fn a_shorter_lifetime_is_reckoned_saved_and_undone() {
    let (desk, started) = administrator("expiry-shorter").await;
    let before = policy(&started).await;
    let shorter = input(60, ManagedGroups::All);
    let answer = what_if(&started, Some(shorter.clone()), Vec::new()).await;
    assert!(answer.figures.sooner > 0 && answer.figures.older > 0);
    assert!(answer.assumptions.contains(&ExpiryAssumption::Recomputed));
    assert!(
        answer
            .assumptions
            .contains(&ExpiryAssumption::GraceAtEveryChange)
    );
    let by_month: u32 = answer.months.iter().map(|month| month.then).sum();
    assert_eq!(by_month, answer.figures.covered_then);
    let named = rows(&started, &answer.id, WhatIfFilter::Sooner).await;

    let plan = started
        .core
        .plan(&expire(before.clone(), Some(shorter)))
        .await
        .unwrap();
    let shown = plan.policy.unwrap();
    assert!(
        shown
            .changes
            .iter()
            .any(|change| change.property == "lifetimeDays"
                && change.before.as_deref() == Some("180")
                && change.after.as_deref() == Some("60"))
    );
    let Some(PolicyReach::Expiration { figures }) = shown.reach else {
        panic!("no reach");
    };
    assert_eq!(figures.sooner, answer.figures.sooner);
    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let done = started.over(&job.job_id).await;
    assert_eq!(done.items[0].state, ItemState::Done);
    for row in named.iter().take(10) {
        let truth = desk.truth(&row.group_id).await;
        assert!(
            is_near(moment(&truth["expires"]), row.expires_then),
            "{row:?}"
        );
    }

    let undo = UndoRequest {
        job_id: job.job_id,
        index: None,
    };
    started.core.undo(&undo).await.unwrap();

    assert_eq!(policy(&started).await, before);
}

#[tokio::test]
async fn after_a_change_the_next_what_if_knows_the_new_dates() {
    let (_desk, started) = administrator("expiry-again").await;
    what_if(&started, Some(input(180, ManagedGroups::All)), Vec::new()).await;
    let longer = input(365, ManagedGroups::All);
    let change = expire(policy(&started).await, Some(longer.clone()));
    started.core.change(&change).await.unwrap();
    started.told(Tag::Tenant).await;

    let ask = async || what_if(&started, Some(longer.clone()), Vec::new()).await;
    let answer = started
        .until(ask, |answer| {
            answer.figures.later == 0 && answer.figures.sooner == 0
        })
        .await;

    assert_eq!(answer.figures.covered_now, answer.figures.covered_then);
    let shown = rows(&started, &answer.id, WhatIfFilter::All).await;
    assert!(shown.iter().all(|row| row.change == WhatIfChange::Same));
}

#[tokio::test]
async fn what_cannot_be_is_refused_before_anything_is_asked() {
    let (_desk, started) = administrator("expiry-bad").await;
    let before = policy(&started).await;
    for days in [0, 29, 1 << 31] {
        let change = expire(before.clone(), Some(input(days, ManagedGroups::All)));
        let error = super::refused(&started, &change).await;
        assert_eq!(
            error.params.field.as_deref(),
            Some("lifetimeDays"),
            "{days}"
        );
    }
    let mut nobody = input(30, ManagedGroups::All);
    nobody.notification_emails = vec!["nobody".into()];
    let error = super::refused(&started, &expire(before.clone(), Some(nobody))).await;
    assert_eq!(error.params.field.as_deref(), Some("notificationEmails"));
    let selecting = ChangeRequest::PolicySelection {
        policy_id: before.unwrap().id,
        group_ids: vec![started.some_group().await.id],
        covered: true,
    };
    assert_eq!(reason(&started, &selecting).await, Reason::NotSelecting);
}

#[tokio::test]
async fn a_role_that_is_lost_in_the_middle_leaves_the_rest_as_it_was() {
    let (desk, started) = administrator("expiry-role-lost").await;
    remove_policy(&started).await;
    let (ids, _) = thirty_selected(&started).await;
    let request = ChangeRequest::PolicySelection {
        policy_id: policy(&started).await.unwrap().id,
        group_ids: ids,
        covered: true,
    };
    let plan = started.core.plan(&request).await.unwrap();
    give(&desk, "groups", false).await;

    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let done = started.over(&job.job_id).await;

    assert_eq!(done.job.counts.failed, 30);
    assert!(
        done.items
            .iter()
            .all(|item| item.reason == Some(Reason::NotPermitted))
    );
}

#[tokio::test]
async fn the_what_if_is_saved_as_a_file() {
    let (desk, started) = administrator("expiry-export").await;
    let answer = what_if(&started, Some(input(60, ManagedGroups::All)), Vec::new()).await;
    let export = ExportRequest {
        content: ExportContent::WhatIf { id: answer.id },
        format: ExportFormat::Json,
    };

    let saved = started.core.export(&export).await.unwrap();

    assert_eq!(saved.rows, answer.figures.groups);
    let text = std::fs::read_to_string(desk.downloads().join(saved.file_name)).unwrap();
    let read: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(
        read.iter()
            .any(|row| row["rule"] == "older" && row["expiresThen"].is_string())
    );
}
