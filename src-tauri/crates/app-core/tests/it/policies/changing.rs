//! Changes that meet others: somebody else's, a lost answer, a second of its kind, and undoing.

use ipc_contract::error::ErrorCode;
use ipc_contract::jobs::{Action, ChangeRequest, ItemState, Reason, UndoRequest};
use ipc_contract::policies::{Coverage, ManagedGroups, PolicyReach};
use serde_json::{Value, json};

use super::{
    UNIFIED, administrator, expire, give, input, policy, read, refused, set, sets, settings,
    unified,
};

#[tokio::test]
async fn somebody_elses_change_meanwhile_is_shown_and_not_written_over() {
    let (desk, started) = administrator("changing-meanwhile").await;
    let seen = policy(&started).await;
    let change = expire(seen.clone(), Some(input(90, ManagedGroups::All)));
    let plan = started.core.plan(&change).await.unwrap();
    desk.control("policy", json!({ "lifetimeDays": 365 })).await;

    let error = refused(&started, &change).await;
    assert_eq!(error.code, ErrorCode::ChangedMeanwhile);
    let theirs = &error.params.theirs[0];
    assert_eq!(theirs.property, "lifetimeDays");
    let sides = (theirs.before.as_deref(), theirs.after.as_deref());
    assert_eq!(sides, (Some("180"), Some("365")));

    // A plan that was shown before is not carried out either.
    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let done = started.over(&job.job_id).await;
    assert_eq!(done.items[0].reason, Some(Reason::ChangedMeanwhile));
    assert_eq!(policy(&started).await.unwrap().lifetime_days, 365);
}

#[tokio::test]
async fn the_same_holds_for_settings() {
    let (desk, started) = administrator("changing-settings-meanwhile").await;
    let change = set(&started, &[("AllowToAddGuests", "false")]).await;
    desk.control("policy", json!({ "blockedWords": ["CEO"] }))
        .await;

    let error = refused(&started, &change).await;

    assert_eq!(error.code, ErrorCode::ChangedMeanwhile);
    let names = error
        .params
        .theirs
        .iter()
        .map(|change| change.property.as_str());
    assert!(
        names
            .into_iter()
            .any(|name| name == "CustomBlockedWordsList")
    );
}

#[tokio::test]
async fn settings_are_written_whole_recorded_and_written_back() {
    let (_desk, started) = administrator("changing-settings").await;
    let before = unified(&started).await;
    let change = set(&started, &[("EnableGroupCreation", "false")]).await;

    let done = started.core.change(&change).await.unwrap();

    let item = &done.items[0];
    assert_eq!(
        (item.action, item.state),
        (Action::ChangeSettings, ItemState::Done)
    );
    assert_eq!(item.group_name, "Group.Unified");
    assert_eq!(item.changes.len(), 1, "only what differs is told");
    let value = |object: &ipc_contract::policies::SettingsObject| {
        let values = object.values.iter();
        let creation = values
            .clone()
            .find(|value| value.name == "EnableGroupCreation");
        creation.unwrap().value.to_lowercase()
    };
    assert_eq!(value(&unified(&started).await), "false");
    assert!(item.undoable);
    let undo = UndoRequest {
        job_id: done.job.job_id,
        index: None,
    };
    started.core.undo(&undo).await.unwrap();
    let after = unified(&started).await;
    assert_eq!(value(&after), "true");
    assert_eq!(after.id, before.id);
}

#[tokio::test]
async fn an_undo_that_no_longer_fits_is_left_out() {
    let (desk, started) = administrator("changing-undo").await;
    let change = expire(policy(&started).await, Some(input(90, ManagedGroups::All)));
    let done = started.core.change(&change).await.unwrap();
    desk.control("policy", json!({ "lifetimeDays": 365 })).await;

    let undo = UndoRequest {
        job_id: done.job.job_id,
        index: None,
    };
    let error: ipc_contract::error::CommandError =
        started.core.undo(&undo).await.unwrap_err().into();

    assert_eq!(error.params.reasons, [Reason::ChangedMeanwhile]);
    assert_eq!(policy(&started).await.unwrap().lifetime_days, 365);
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_looked_up_and_not_sent_again() {
    let (desk, started) = administrator("changing-lost").await;
    let change = expire(policy(&started).await, Some(input(90, ManagedGroups::All)));
    desk.fault(
        "PATCH",
        "/groupLifecyclePolicies/**",
        1,
        json!({ "kind": "cutAfter" }),
    )
    .await;
    let done = started.core.change(&change).await.unwrap();
    assert_eq!(done.items[0].state, ItemState::Done);

    let change = set(&started, &[("AllowToAddGuests", "false")]).await;
    for method in ["PATCH", "POST"] {
        desk.fault(method, "/groupSettings**", 1, json!({ "kind": "cutAfter" }))
            .await;
    }
    let done = started.core.change(&change).await.unwrap();
    assert_eq!(done.items[0].state, ItemState::Done);
    desk.clear_faults().await;
    let value = unified(&started).await.values.into_iter();
    let guests = value
        .into_iter()
        .find(|value| value.name == "AllowToAddGuests");
    assert_eq!(guests.unwrap().value.to_lowercase(), "false");
}

#[tokio::test]
async fn without_the_role_nothing_is_written() {
    let (desk, started) = administrator("changing-role").await;
    let change = expire(policy(&started).await, Some(input(90, ManagedGroups::All)));
    give(&desk, "groups", false).await;

    let done = started.core.change(&change).await.unwrap();

    assert_eq!(done.items[0].reason, Some(Reason::NotPermitted));
    assert_eq!(policy(&started).await.unwrap().lifetime_days, 180);
}

#[tokio::test]
async fn a_policy_that_was_removed_is_made_again_by_undoing() {
    let (_desk, started) = administrator("changing-removed").await;
    let before = policy(&started).await.unwrap();
    let done = started
        .core
        .change(&expire(Some(before.clone()), None))
        .await
        .unwrap();
    assert_eq!(policy(&started).await, None);

    let undo = UndoRequest {
        job_id: done.job.job_id,
        index: None,
    };
    started.core.undo(&undo).await.unwrap();

    let again = policy(&started).await.unwrap();
    assert_eq!(again.lifetime_days, before.lifetime_days);
    assert_eq!(again.notification_emails, before.notification_emails);
}

#[tokio::test]
async fn a_second_of_a_template_and_a_vanished_one_are_noticed() {
    let (desk, started) = administrator("changing-second").await;
    let all = settings(read(&started).await);
    let other = all
        .iter()
        .find(|object| object.id.is_none() && object.template_id != UNIFIED);
    let other = other.unwrap().clone();
    let (before, after) = sets(&other, &[]);
    assert_eq!(before, None);
    let create = ChangeRequest::PolicySettings {
        template_id: other.template_id.clone(),
        group_id: None,
        before: None,
        after: Some(after.clone()),
    };
    let plan = started.core.plan(&create).await.unwrap();
    desk.control(
        "settings",
        json!({ "templateId": other.template_id, "values": [] }),
    )
    .await;

    // Somebody made the same meanwhile: nothing is made twice.
    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    assert_eq!(
        started.over(&job.job_id).await.items[0].state,
        ItemState::Already
    );
    assert_eq!(
        refused(&started, &create).await.code,
        ErrorCode::ChangedMeanwhile
    );

    let remove = ChangeRequest::PolicySettings {
        template_id: other.template_id.clone(),
        group_id: None,
        before: Some(after),
        after: None,
    };
    started.core.change(&remove).await.unwrap();
    assert_eq!(
        refused(&started, &remove).await.code,
        ErrorCode::ChangedMeanwhile
    );
}

#[tokio::test]
async fn a_wrong_value_is_named_before_anything_is_sent() {
    let (_desk, started) = administrator("changing-wrong").await;
    let words = vec!["w"; 5_001];
    let words: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(place, w)| format!("{w}{place}"))
        .collect();
    for (name, value) in [
        ("EnableGroupCreation", "perhaps"),
        ("PrefixSuffixNamingRequirement", "GRP_"),
        ("PrefixSuffixNamingRequirement", "[GroupName][GroupName]"),
        ("CustomBlockedWordsList", &words.join(",")),
        ("ClassificationDescriptions", &"x".repeat(301)),
    ] {
        let error = refused(&started, &set(&started, &[(name, value)]).await).await;
        assert_eq!(error.code, ErrorCode::InvalidInput, "{name}");
        assert_eq!(error.params.field.as_deref(), Some(name));
    }
    let unknown = set(
        &started,
        &[("PrefixSuffixNamingRequirement", "[Odd][GroupName]")],
    )
    .await;
    let plan = started.core.plan(&unknown).await.unwrap();
    let Some(PolicyReach::Naming {
        misfits, groups, ..
    }) = plan.policy.unwrap().reach
    else {
        panic!("no reach");
    };
    assert!(misfits <= groups);
}

#[tokio::test]
async fn the_guests_of_one_group_are_set_and_taken_back() {
    let (desk, started) = administrator("changing-guests").await;
    read(&started).await;
    let group = started.some_group().await;
    let details = started.core.group_details(&group.id).await.unwrap();
    assert!(matches!(details.coverage, Coverage::Covered { .. }));
    let guests = details.guests.unwrap();
    let change = ChangeRequest::PolicySettings {
        template_id: guests.template_id,
        group_id: Some(group.id.clone()),
        before: guests.values,
        after: Some(vec![ipc_contract::policies::SettingEntry {
            name: "AllowToAddGuests".into(),
            value: "false".into(),
        }]),
    };

    let done = started.core.change(&change).await.unwrap();

    assert_eq!(done.items[0].group_id, group.id);
    assert_eq!(desk.truth(&group.id).await["guestsAllowed"], false);
    let ask = async || started.core.group_details(&group.id).await.unwrap().guests;
    started
        .until(ask, |guests| {
            guests.as_ref().is_some_and(|guests| !guests.allowed)
        })
        .await;
    let undo = UndoRequest {
        job_id: done.job.job_id,
        index: None,
    };
    started.core.undo(&undo).await.unwrap();
    assert_ne!(
        desk.truth(&group.id).await["guestsAllowed"],
        Value::Bool(false)
    );
}
