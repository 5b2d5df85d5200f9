//! Sensitivity labels where the tenant has them for groups: offered, given, changed, and taken back.

use ipc_contract::details::{GroupChanges, GroupDetails, NewGroup, SensitivityLabel};
use ipc_contract::groups::Visibility;
use ipc_contract::jobs::{ChangeRequest, Reason, UndoRequest};
use serde_json::json;

use crate::desk::{Desk, Started};

async fn with_labels(test: &str) -> (Desk, Started) {
    let desk = Desk::new(test).await;
    desk.control("policy", json!({ "labels": true })).await;
    let started = desk.enter().await;
    (desk, started)
}

/// An owned group with a label, and another label that it could have.
async fn group_and_other_label(started: &Started) -> (GroupDetails, SensitivityLabel) {
    for group in started.staffable().await {
        let details = started.core.group_details(&group.id).await.unwrap();
        let labels = details.labels.clone().unwrap();
        let other = |label: &&SensitivityLabel| labels.first().is_some_and(|own| own != *label);
        if let Some(other) = details.label_choices.iter().find(other).cloned() {
            return (details, other);
        }
    }
    panic!("no group has a label");
}

fn relabel(group_id: &str, label: &SensitivityLabel) -> ChangeRequest {
    ChangeRequest::UpdateGroups {
        group_ids: vec![group_id.into()],
        changes: GroupChanges {
            label: Some(label.clone()),
            ..GroupChanges::default()
        },
    }
}

#[tokio::test]
async fn a_group_offers_the_labels_of_ones_groups_when_it_is_first_opened() {
    let (_desk, started) = with_labels("labels-offered").await;
    let group = started.groups().await.groups.remove(0);

    let details = started.core.group_details(&group.id).await.unwrap();

    let names = details.label_choices.iter();
    let names: Vec<&str> = names.map(|label| label.display_name.as_str()).collect();
    assert_eq!(names, ["Confidential", "General", "Highly Confidential"]);
    assert!(details.labels.is_some());
    assert!(details.classifications.is_empty(), "labels are used");
    let rules = started.core.creation_rules().await.unwrap();
    assert_eq!(rules.labels, Some(details.label_choices));
}

#[tokio::test]
async fn a_label_is_changed_recorded_by_name_and_taken_back() {
    let (desk, started) = with_labels("labels-changed").await;
    let (group, other) = group_and_other_label(&started).await;
    let id = &group.summary.id;
    let before = group.labels.unwrap().remove(0);

    let done = started.core.change(&relabel(id, &other)).await.unwrap();

    assert_eq!(desk.truth(id).await["label"], other.display_name);
    let change = &done.items[0].changes[0];
    assert_eq!(change.property, "label");
    let names = (change.before.as_deref(), change.after.as_deref());
    let expected = (&*before.display_name, &*other.display_name);
    assert_eq!(names, (Some(expected.0), Some(expected.1)));
    // A reading that began before the change may end after it: the next one tells.
    let ask = async || started.core.group_details(id).await.unwrap().labels;
    let wanted = Some(vec![other.clone()]);
    started.until(ask, |shown| *shown == wanted).await;

    let undo = UndoRequest {
        job_id: done.job.job_id,
        index: None,
    };
    started.core.undo(&undo).await.unwrap();
    assert_eq!(desk.truth(id).await["label"], before.display_name);
    let plan = started.core.plan_undo(&undo).await;
    let left_out = plan.map(|plan| plan.left_out).unwrap_or_default();
    let fits = |reason| reason != Reason::ChangedMeanwhile;
    assert!(!left_out.iter().any(|left| fits(left.reason)));
}

#[tokio::test]
async fn a_changed_label_whose_answer_was_lost_is_looked_up() {
    let (desk, started) = with_labels("labels-lost").await;
    let (group, other) = group_and_other_label(&started).await;
    let id = &group.summary.id;
    desk.fault("PATCH", "/groups/*", 1, json!({ "kind": "cutAfter" }))
        .await;

    let done = started.core.change(&relabel(id, &other)).await.unwrap();

    assert_eq!((done.job.counts.done, done.job.counts.failed), (1, 0));
    assert_eq!(desk.writes("updateGroup").await, 1);
}

#[tokio::test]
async fn a_new_group_begins_with_its_label() {
    let (desk, started) = with_labels("labels-new").await;
    let mut labels = started.core.creation_rules().await.unwrap().labels.unwrap();
    let label = labels.remove(0);
    let group = NewGroup {
        display_name: "Tree nursery".into(),
        mail_nickname: "tree-nursery".into(),
        description: String::new(),
        visibility: Visibility::Private,
        owners: Vec::new(),
        members: Vec::new(),
        me_as_member: true,
        subscribe_new_members: true,
        welcome_mail: false,
        classification: None,
        label: Some(label.clone()),
        team: false,
    };

    let done = started
        .core
        .change(&ChangeRequest::CreateGroup { group })
        .await
        .unwrap();

    let id = &done.items[0].group_id;
    assert_eq!(desk.truth(id).await["label"], label.display_name);
}
