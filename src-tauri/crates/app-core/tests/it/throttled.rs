//! Renewals and restores of many groups, some of which the service turns away for a time or has moved by itself.

use ipc_contract::events::AppEvent;
use ipc_contract::jobs::{ChangeRequest, ItemState};
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

#[tokio::test]
async fn throttled_renewals_wait_as_long_as_asked_and_each_group_is_renewed_once() {
    let desk = Desk::of("throttled", 110, 30).await;
    let started = desk.enter().await;
    let ids = expiring(&started).await;
    // One of three, until as many as there are groups have come.
    for _ in 0..ids.len() / 3 {
        let rule = json!({
            "path": "/groups/*/renew",
            "inBatch": true,
            "skip": 2,
            "times": 1,
            "action": { "kind": "status", "status": 429, "retryAfter": 1 },
        });
        desk.control("faults", rule).await;
    }
    let request = ChangeRequest::RenewGroups {
        group_ids: ids.clone(),
    };

    let result = started.core.change(&request).await.unwrap();

    let done = |state| matches!(state, ItemState::Done);
    assert!(result.items.iter().all(|item| done(item.state)));
    assert_eq!(desk.writes("renew").await, ids.len());
    waited(&desk, &started).await;
}

/// Waits as long as the service asked, and says so.
async fn waited(desk: &Desk, started: &Started) {
    let complaints = desk.control("complaints", Value::Null).await;
    assert_eq!(complaints["value"], json!([]), "nobody was impatient");
    let events = started.host.events.lock().unwrap();
    let told =
        |event: &AppEvent| matches!(event, AppEvent::JobProgress { job } if job.waiting.is_some());
    assert!(events.iter().any(told), "the wait was shown");
}

#[tokio::test]
async fn throttled_restores_wait_in_the_job_and_each_group_is_back_once() {
    let desk = Desk::of("throttled-restores", 60, 30).await;
    let started = desk.enter().await;
    let groups = started.groups().await.groups.into_iter();
    let mut ids: Vec<String> = groups
        .filter(|group| group.owned)
        .map(|group| group.id)
        .collect();
    ids.truncate(30);
    for id in &ids {
        desk.delete_as_administrator(id).await;
    }
    started.groups().await;
    for _ in 0..5 {
        let rule = json!({
            "path": "/directory/deletedItems/*/restore",
            "inBatch": true,
            "skip": 2,
            "times": 1,
            "action": { "kind": "status", "status": 429, "retryAfter": 1 },
        });
        desk.control("faults", rule).await;
    }

    let request = ChangeRequest::RestoreGroups {
        group_ids: ids.clone(),
    };
    let result = started.core.change(&request).await.unwrap();

    let done = |state| matches!(state, ItemState::Done);
    assert!(result.items.iter().all(|item| done(item.state)));
    assert_eq!(desk.writes("restoreGroup").await, ids.len());
    waited(&desk, &started).await;
}

/// The groups that a person renews, by their ids: more than travel at once.
async fn expiring(started: &Started) -> Vec<String> {
    let groups = started.groups().await.groups.into_iter();
    let expiring = groups.filter(|group| group.owned && group.expires.is_some());
    let ids: Vec<String> = expiring.map(|group| group.id).collect();
    assert!(ids.len() > 80, "more than four batches: {}", ids.len());
    ids
}

#[tokio::test]
async fn what_was_renewed_while_a_job_rested_is_not_renewed_again() {
    let desk = Desk::of("renewed-meanwhile", 110, 30).await;
    let started = desk.enter().await;
    let ids = expiring(&started).await;
    let slow = json!({ "kind": "slow", "milliseconds": 500 });
    desk.fault("POST", "/$batch", 4, slow).await;
    let request = ChangeRequest::RenewGroups {
        group_ids: ids.clone(),
    };
    let plan = started.core.plan(&request).await.unwrap();
    let job_id = started.core.run_plan(&plan.plan_id).await.unwrap().job_id;
    started.core.pause_job(&job_id).await.unwrap();
    let rests = started.over(&job_id).await;
    let mut planned = rests
        .items
        .iter()
        .filter(|item| item.state == ItemState::Planned);
    let moved = planned.next().expect("some were not sent").group_id.clone();

    desk.control("clock", json!({ "advanceSeconds": 3600 }))
        .await;
    desk.renew_as_administrator(&moved).await;
    // The service's clock is known by its answers.
    started.groups().await;
    started.core.resume_job(&job_id).await.unwrap();
    let result = started.over(&job_id).await;

    let already = result
        .items
        .iter()
        .filter(|item| item.state == ItemState::Already);
    let already: Vec<&str> = already.map(|item| item.group_id.as_str()).collect();
    assert_eq!(already, [moved.as_str()]);
    assert_eq!(result.job.counts.done as usize, ids.len() - 1);
    assert_eq!(desk.writes("renew").await, ids.len());
}

#[tokio::test]
async fn lost_answers_of_renewals_are_looked_up_together() {
    let desk = Desk::of("renewals-lost", 110, 30).await;
    let started = desk.enter().await;
    let ids = expiring(&started).await;
    desk.fault("POST", "/$batch", 3, json!({ "kind": "cutAfter" }))
        .await;
    // None of them is read by itself.
    let alone = json!({
        "method": "GET",
        "path": "/groups/*",
        "inBatch": false,
        "action": { "kind": "status", "status": 403 },
    });
    desk.control("faults", alone).await;
    let request = ChangeRequest::RenewGroups {
        group_ids: ids.clone(),
    };

    let result = started.core.change(&request).await.unwrap();

    let counts = &result.job.counts;
    assert_eq!((counts.done as usize, counts.failed), (ids.len(), 0));
    assert_eq!(desk.writes("renew").await, ids.len());
}
