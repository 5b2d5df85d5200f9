//! Favorites and renewals: what is confirmed, what is only sent, and what a broken line does.

use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::groups::Certainty;
use jiff::ToSpan as _;
use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn a_renewal_is_confirmed_with_the_services_new_date() {
    let desk = Desk::new("renew").await;
    let started = desk.enter().await;
    let group = started.some_group().await;

    let outcome = started.core.renew(&group.id).await.unwrap();

    assert_eq!(outcome.certainty, Certainty::Confirmed);
    assert_eq!(outcome.expired_before, group.expires);
    let (renewed, expires) = (
        outcome.group.renewed.unwrap(),
        outcome.group.expires.unwrap(),
    );
    assert_eq!(
        renewed + (180 * 24).hours(),
        expires,
        "the policy's lifetime"
    );
    let kept = started
        .core
        .groups()
        .await
        .unwrap()
        .groups
        .into_iter()
        .find(|known| known.id == group.id)
        .unwrap();
    assert_eq!(kept.expires, Some(expires));
}

#[tokio::test]
async fn a_list_that_lags_behind_does_not_take_a_renewal_back() {
    let desk = Desk::new("renew-lag").await;
    desk.control("behavior", json!({ "indexLagSeconds": 600 }))
        .await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    let expires = started.core.renew(&group.id).await.unwrap().group.expires;

    let list = started.groups().await;

    let shown = list
        .groups
        .into_iter()
        .find(|known| known.id == group.id)
        .unwrap();
    assert_eq!(shown.expires, expires);
}

#[tokio::test]
async fn a_renewal_whose_answer_was_lost_is_looked_up_and_not_repeated() {
    let desk = Desk::new("renew-cut-after").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    desk.fault("POST", "/groups/*/renew", 1, json!({ "kind": "cutAfter" }))
        .await;

    let outcome = started.core.renew(&group.id).await.unwrap();

    assert_eq!(outcome.certainty, Certainty::Confirmed);
    assert_eq!(desk.writes("renew").await, 1);
}

#[tokio::test]
async fn a_renewal_that_never_arrived_is_told_as_unknown_and_not_repeated() {
    let desk = Desk::new("renew-cut-before").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    desk.fault("POST", "/groups/*/renew", 1, json!({ "kind": "cutBefore" }))
        .await;

    let error = CommandError::from(started.core.renew(&group.id).await.unwrap_err());

    assert_eq!(error.code, ErrorCode::OutcomeUnknown);
    assert_eq!(desk.writes("renew").await, 0);
}

#[tokio::test]
async fn a_renewal_that_cannot_be_read_back_is_sent_and_not_failed() {
    let desk = Desk::new("renew-unread").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    let refused = json!({ "kind": "status", "status": 403 });
    let after_the_first = json!({
        "method": "GET", "path": "/groups/*", "skip": 1, "times": 10, "action": refused,
    });
    desk.control("faults", after_the_first).await;

    let outcome = started.core.renew(&group.id).await.unwrap();

    assert_eq!(outcome.certainty, Certainty::Sent);
    assert_eq!(desk.writes("renew").await, 1);
}

#[tokio::test]
async fn a_renewal_through_somebody_else_is_not_taken_for_ones_own() {
    let desk = Desk::new("renew-overtaken").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    desk.renew_as_administrator(&group.id).await;
    desk.control("clock", json!({ "advanceSeconds": 60 })).await;
    desk.fault("POST", "/groups/*/renew", 1, json!({ "kind": "cutBefore" }))
        .await;

    let error = CommandError::from(started.core.renew(&group.id).await.unwrap_err());

    assert_eq!(error.code, ErrorCode::OutcomeUnknown);
}

#[tokio::test]
async fn a_group_that_cannot_be_read_is_not_renewed() {
    let desk = Desk::new("renew-unreadable").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    let refused = json!({ "kind": "status", "status": 403 });
    desk.fault("GET", "/groups/*", 10, refused).await;

    let error = CommandError::from(started.core.renew(&group.id).await.unwrap_err());

    assert_eq!(error.code, ErrorCode::NotAllowed);
    assert_eq!(desk.writes("renew").await, 0);
}

#[tokio::test]
async fn a_throttled_renewal_waits_and_is_done_once() {
    let desk = Desk::new("renew-throttled").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    let busy = json!({ "kind": "status", "status": 429, "retryAfter": 0.1 });
    desk.fault("POST", "/groups/*/renew", 2, busy).await;

    assert_eq!(
        started.core.renew(&group.id).await.unwrap().certainty,
        Certainty::Confirmed
    );
    assert_eq!(desk.writes("renew").await, 1);
}

#[tokio::test]
async fn what_one_does_not_own_cannot_be_renewed_and_says_so() {
    let desk = Desk::new("renew-foreign").await;
    let started = desk.enter().await;
    let list = started.groups().await;
    let foreign = list
        .groups
        .into_iter()
        .find(|group| !group.owned)
        .expect("the owner is a member elsewhere");

    let error = CommandError::from(started.core.renew(&foreign.id).await.unwrap_err());

    assert_eq!(error.code, ErrorCode::NotAllowed);
    assert!(error.request_id.is_some() && error.service_code.is_some());
}

#[tokio::test]
async fn a_favorite_is_confirmed_where_the_tenant_tells_it() {
    let desk = Desk::new("favorite").await;
    desk.control("behavior", json!({ "favorites": "readable" }))
        .await;
    let started = desk.enter().await;
    let group = started.some_group().await;

    let marked = started.core.set_favorite(&group.id, true).await.unwrap();
    assert_eq!(
        (marked.marked, marked.certainty),
        (Some(true), Certainty::Confirmed)
    );

    let unmarked = started.core.set_favorite(&group.id, false).await.unwrap();
    assert_eq!(
        (unmarked.marked, unmarked.certainty),
        (Some(false), Certainty::Confirmed)
    );
}

#[tokio::test]
async fn a_favorite_that_the_tenant_does_not_tell_is_kept_here_and_survives_a_refresh() {
    for reading in ["null", "refused"] {
        let desk = Desk::new(&format!("favorite-{reading}")).await;
        desk.control("behavior", json!({ "favorites": reading }))
            .await;
        let started = desk.enter().await;
        let group = started.some_group().await;

        let favorite = started.core.set_favorite(&group.id, true).await.unwrap();
        assert_eq!(
            (favorite.marked, favorite.certainty),
            (Some(true), Certainty::Local)
        );

        started.groups().await;
        let again = desk.start().await;
        let kept = again
            .core
            .groups()
            .await
            .unwrap()
            .groups
            .into_iter()
            .find(|known| known.id == group.id)
            .unwrap();
        assert_eq!(kept.favorite.marked, Some(true), "{reading}");
    }
}

#[tokio::test]
async fn an_id_that_is_none_is_refused_before_anything_is_sent() {
    let desk = Desk::new("invalid-id").await;
    let started = desk.enter().await;
    let error = CommandError::from(started.core.renew("../users").await.unwrap_err());
    assert_eq!(
        (error.code, error.params.field.as_deref()),
        (ErrorCode::InvalidInput, Some("groupId"))
    );
}
