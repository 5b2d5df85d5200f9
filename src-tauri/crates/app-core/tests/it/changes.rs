//! Favorites and renewals: what is confirmed, what is only sent, and what a broken line does.

use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::groups::{Certainty, GroupSummary};
use ipc_contract::jobs::{ChangeRequest, Reason, UndoRequest};
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

#[tokio::test]
async fn many_favorites_are_one_job_that_is_planned_recorded_and_undone() {
    let desk = Desk::of("favorites-many", 60, 30).await;
    desk.control("behavior", json!({ "favorites": "readable" }))
        .await;
    let started = desk.enter().await;
    let groups = started.groups().await.groups;
    let unmarked = |group: &&GroupSummary| group.favorite.marked == Some(false);
    let chosen: Vec<_> = groups.iter().filter(unmarked).take(25).collect();
    let marked = groups
        .iter()
        .find(|group| group.favorite.marked == Some(true));
    let ids = chosen
        .iter()
        .copied()
        .chain(marked)
        .map(|group| group.id.clone());
    let request = ChangeRequest::SetFavorites {
        group_ids: ids.collect(),
        marked: true,
    };

    let plan = started.core.plan(&request).await.unwrap();
    assert_eq!((plan.items, plan.requests, plan.undoable), (25, 2, true));
    assert_eq!(plan.left_out_count, u32::from(marked.is_some()));
    assert_eq!(desk.writes("favorite").await, 0, "nothing was written yet");
    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let result = started.over(&job.job_id).await;

    assert_eq!(result.job.counts.done, 25);
    assert_eq!(desk.writes("favorite").await, 25);
    let confirmed = async || {
        let list = started.core.groups().await.unwrap().groups;
        let is_so = |id: &str| {
            let group = list.iter().find(|group| group.id == id).unwrap();
            group.favorite.marked == Some(true) && group.favorite.certainty == Certainty::Confirmed
        };
        chosen.iter().all(|group| is_so(&group.id))
    };
    started.until(confirmed, |all| *all).await;

    // One of them is taken off by hand: its undo no longer fits.
    started
        .core
        .set_favorite(&chosen[0].id, false)
        .await
        .unwrap();
    let undo = UndoRequest {
        job_id: job.job_id,
        index: None,
    };
    let plan = started.core.plan_undo(&undo).await.unwrap();
    assert_eq!((plan.items, plan.left_out_count), (24, 1));
    assert_eq!(plan.left_out[0].reason, Reason::ChangedMeanwhile);
    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    assert_eq!(started.over(&job.job_id).await.job.counts.done, 24);
}

#[tokio::test]
async fn many_favorites_that_the_tenant_does_not_tell_are_kept_as_this_computers_word() {
    let desk = Desk::new("favorites-untold").await;
    desk.control("behavior", json!({ "favorites": "refused" }))
        .await;
    let started = desk.enter().await;
    let groups = started.groups().await.groups;
    let ids: Vec<_> = groups
        .iter()
        .take(3)
        .map(|group| group.id.clone())
        .collect();
    let request = ChangeRequest::SetFavorites {
        group_ids: ids.clone(),
        marked: true,
    };

    let result = started.core.change(&request).await.unwrap();

    assert_eq!(result.job.counts.done, 3);
    let local = async || {
        let list = started.core.groups().await.unwrap().groups;
        let of = |id: &String| list.iter().find(|group| group.id == *id).unwrap().favorite;
        ids.iter()
            .all(|id| of(id).marked == Some(true) && of(id).certainty == Certainty::Local)
    };
    started.until(local, |all| *all).await;
    let again = started.core.plan(&request).await.unwrap();
    assert_eq!(again.items, 3, "another computer may have changed them");
}
