//! Renewals of many groups, some of which the service turns away for a time.

use ipc_contract::events::AppEvent;
use ipc_contract::jobs::{ChangeRequest, ItemState};
use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn throttled_renewals_wait_as_long_as_asked_and_each_group_is_renewed_once() {
    let desk = Desk::of("throttled", 110, 30).await;
    let started = desk.enter().await;
    let groups = started.groups().await.groups.into_iter();
    let expiring = groups.filter(|group| group.owned && group.expires.is_some());
    let ids: Vec<String> = expiring.map(|group| group.id).collect();
    assert!(ids.len() > 80, "more than four batches: {}", ids.len());
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
    let complaints = desk.control("complaints", Value::Null).await;
    assert_eq!(complaints["value"], json!([]), "nobody was impatient");
    let events = started.host.events.lock().unwrap();
    let told =
        |event: &AppEvent| matches!(event, AppEvent::JobProgress { job } if job.waiting.is_some());
    assert!(events.iter().any(told), "the wait was shown");
}
