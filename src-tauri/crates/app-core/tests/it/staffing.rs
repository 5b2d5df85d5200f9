//! Putting people into groups and taking them out: planned, run, interrupted, undone.

use std::collections::BTreeMap;
use std::sync::Arc;

use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::groups::GroupSummary;
use ipc_contract::jobs::{ChangeRequest, ItemState, JobState, Plan, Reason, UndoRequest};
use ipc_contract::people::{PersonRef, Role};
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

fn add(group: &GroupSummary, people: &[PersonRef], role: Role) -> ChangeRequest {
    ChangeRequest::AddPeople {
        group_ids: vec![group.id.clone()],
        people: people.to_vec(),
        role,
    }
}

fn remove(group: &GroupSummary, people: &[PersonRef], role: Role) -> ChangeRequest {
    ChangeRequest::RemovePeople {
        group_ids: vec![group.id.clone()],
        people: people.to_vec(),
        role,
    }
}

/// A group, and people who are not in it.
async fn group_and_strangers(desk: &Desk, started: &Started) -> (GroupSummary, Vec<PersonRef>) {
    let group = started.staffable().await.remove(0);
    let members = desk.people_of(&group.id, "members").await;
    let owners = desk.people_of(&group.id, "owners").await;
    let strangers = desk
        .colleagues()
        .await
        .into_iter()
        .filter(|person| !members.contains(&person.id) && !owners.contains(&person.id))
        .collect();
    (group, strangers)
}

#[tokio::test]
async fn a_plan_says_what_will_be_sent_and_writes_nothing() {
    let desk = Desk::of("plan", 12, 120).await;
    let started = desk.enter().await;
    let (group, strangers) = group_and_strangers(&desk, &started).await;
    let before = desk.people_of(&group.id, "members").await;
    let in_already = PersonRef {
        id: before[0].clone(),
        display_name: "In already".into(),
    };
    let people: Vec<_> = strangers[..45]
        .iter()
        .cloned()
        .chain([in_already])
        .collect();

    let plan = started
        .core
        .plan(&add(&group, &people, Role::Member))
        .await
        .unwrap();

    assert_eq!((plan.items, plan.requests), (45, 3));
    assert_eq!(plan.calls.iter().map(|call| call.items).sum::<u32>(), 45);
    assert_eq!(plan.left_out[0].reason, Reason::AlreadyMember);
    assert_eq!(desk.people_of(&group.id, "members").await, before);

    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let result = started.over(&job.job_id).await;
    assert_eq!(
        (result.job.state, result.job.counts.done),
        (JobState::Finished, 45)
    );
    assert_eq!(
        desk.people_of(&group.id, "members").await.len(),
        before.len() + 45
    );
    let again = started.core.run_plan(&plan.plan_id).await.unwrap_err();
    assert_eq!(CommandError::from(again).code, ErrorCode::PlanGone);
}

#[tokio::test]
async fn one_bad_row_costs_only_itself() {
    let desk = Desk::of("bad-row", 12, 80).await;
    let started = desk.enter().await;
    let (group, strangers) = group_and_strangers(&desk, &started).await;
    let people = &strangers[..20];
    let plan = started
        .core
        .plan(&add(&group, people, Role::Member))
        .await
        .unwrap();
    // One is gone, and one is in already, by the time it runs.
    desk.control("users", json!({ "delete": people[7].id }))
        .await;
    started
        .core
        .change(&add(&group, &people[3..4], Role::Member))
        .await
        .unwrap();

    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let result = started.over(&job.job_id).await;

    let counts = result.job.counts;
    assert_eq!(
        (counts.done, counts.already, counts.failed),
        (18, 1, 1),
        "{:#?}",
        result.items
    );
    let failed = result
        .items
        .iter()
        .find(|item| item.state == ItemState::Failed)
        .unwrap();
    assert_eq!(failed.person.as_ref().unwrap().id, people[7].id);
    assert_eq!(failed.reason, Some(Reason::NotFound));
    assert!(failed.request_id.is_some(), "for the help desk");
}

#[tokio::test]
async fn an_addition_whose_answer_was_lost_is_looked_up_and_not_repeated() {
    let desk = Desk::of("add-lost", 12, 60).await;
    let started = desk.enter().await;
    let (group, strangers) = group_and_strangers(&desk, &started).await;
    desk.fault("PATCH", "/groups/*", 1, json!({ "kind": "cutAfter" }))
        .await;

    let result = started
        .core
        .change(&add(&group, &strangers[..5], Role::Member))
        .await
        .unwrap();

    assert_eq!(result.job.counts.done, 5, "{:#?}", result.items);
    assert_eq!(desk.writes("updateGroup").await, 1);
}

#[tokio::test]
async fn the_last_owner_who_counts_is_protected() {
    let desk = Desk::new("last-owner").await;
    let started = desk.enter().await;
    let (group, strangers) = group_and_strangers(&desk, &started).await;
    let me = desk.me().await;
    let others: Vec<PersonRef> = desk
        .people_of(&group.id, "owners")
        .await
        .into_iter()
        .filter(|id| *id != me.id)
        .map(|id| PersonRef {
            id,
            display_name: String::new(),
        })
        .collect();
    if !others.is_empty() {
        started
            .core
            .change(&remove(&group, &others, Role::Owner))
            .await
            .unwrap();
    }

    let refused = started
        .core
        .change(&remove(&group, std::slice::from_ref(&me), Role::Owner))
        .await
        .unwrap_err();
    let refused = CommandError::from(refused);
    assert_eq!(refused.code, ErrorCode::NothingToDo);
    assert_eq!(refused.params.reasons, [Reason::LastOwner]);

    // With a second owner one may go; when that one is disabled meanwhile, no longer.
    started
        .core
        .change(&add(&group, &strangers[..1], Role::Owner))
        .await
        .unwrap();
    let plan = started
        .core
        .plan(&remove(&group, std::slice::from_ref(&me), Role::Owner))
        .await
        .unwrap();
    desk.control("users", json!({ "disable": strangers[0].id }))
        .await;
    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let result = started.over(&job.job_id).await;
    assert_eq!(
        result.items[0].reason,
        Some(Reason::LastOwner),
        "{:#?}",
        result.items
    );
    assert!(desk.people_of(&group.id, "owners").await.contains(&me.id));
}

#[tokio::test]
async fn what_was_done_is_recorded_and_taken_back() {
    let desk = Desk::of("undo", 12, 60).await;
    let started = desk.enter().await;
    let (group, strangers) = group_and_strangers(&desk, &started).await;
    let before = desk.people_of(&group.id, "members").await;
    let done = started
        .core
        .change(&add(&group, &strangers[..3], Role::Member))
        .await
        .unwrap();
    // Somebody else takes one of them out again: that one is left alone.
    started
        .core
        .change(&remove(&group, &strangers[..1], Role::Member))
        .await
        .unwrap();

    let undo = UndoRequest {
        job_id: done.job.job_id.clone(),
        index: None,
    };
    let plan = started.core.plan_undo(&undo).await.unwrap();
    assert_eq!(
        (plan.items, plan.left_out[0].reason),
        (2, Reason::ChangedMeanwhile)
    );
    started.core.undo(&undo).await.unwrap();

    assert_eq!(desk.people_of(&group.id, "members").await, before);
    let record = started
        .core
        .activity(&ipc_contract::jobs::ActivityRequest {
            group_id: Some(group.id.clone()),
            text: String::new(),
            after: None,
        })
        .await
        .unwrap();
    assert_eq!(record.items.len(), 6, "three in, one out, two taken back");
    let again = started.core.undo(&undo).await.unwrap_err();
    assert_eq!(CommandError::from(again).code, ErrorCode::NothingToDo);
}

#[tokio::test]
async fn a_job_that_a_crash_interrupted_goes_on_and_does_everything_once() {
    let desk = Arc::new(Desk::of("crash", 12, 260).await);
    // A start of its own that ends as a killed process does: nothing of it is finished.
    let start = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let at_work = desk.clone();
    let job_id = start
        .spawn(async move {
            let started = at_work.enter().await;
            let (group, strangers) = group_and_strangers(&at_work, &started).await;
            let slow = json!({ "kind": "slow", "milliseconds": 150 });
            at_work.fault("PATCH", "/groups/*", 1000, slow).await;
            let request = add(&group, &strangers[..160], Role::Member);
            let plan = started.core.plan(&request).await.unwrap();
            let job = started.core.run_plan(&plan.plan_id).await.unwrap();
            while at_work.writes("updateGroup").await < 3 {
                tokio::task::yield_now().await;
            }
            job.job_id
        })
        .await
        .unwrap();
    start.shutdown_background();

    let started = desk.start().await;
    let found = started.core.jobs().await.unwrap().jobs;
    assert_eq!(found[0].state, JobState::Interrupted);
    started.core.resume_job(&job_id).await.unwrap();
    let result = started.over(&job_id).await;

    assert_eq!(result.job.state, JobState::Finished);
    assert_eq!(
        result.job.counts.done + result.job.counts.already,
        160,
        "{:?}",
        result.job.counts
    );
    let writes = desk.control("writes", json!(null)).await;
    let mut added: Vec<String> = writes["value"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|write| write["write"] == "updateGroup")
        .flat_map(|write| write["members"].as_array().unwrap().clone())
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    let all = added.len();
    added.sort();
    added.dedup();
    assert_eq!((all, added.len()), (160, 160), "each exactly once");
}

/// Who owns each Microsoft 365 group, by their ids.
async fn owners_in_truth(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let world = desk.control("world", Value::Null).await;
    let mut owners = BTreeMap::new();
    for group in world["groups"].as_array().unwrap() {
        let id = group["id"].as_str().unwrap().to_owned();
        if group["unified"] == true {
            let of = desk.people_of(&id, "owners").await;
            owners.insert(id, of);
        }
    }
    owners
}

/// The groups of one of them, in the order of their ids.
fn owned(owners: &BTreeMap<String, Vec<String>>, person: &PersonRef) -> Vec<String> {
    let theirs = owners.iter().filter(|(_, of)| of.contains(&person.id));
    theirs.map(|(id, _)| id.clone()).collect()
}

/// What a plan says of each group: its id, and why it cannot be handed over.
fn handed_over(plan: &Plan) -> Vec<(String, Option<Reason>)> {
    let groups = &plan.hand_over.as_ref().unwrap().groups;
    let mut told: Vec<_> = groups
        .iter()
        .map(|group| (group.group_id.clone(), group.why))
        .collect();
    told.sort_by(|a, b| a.0.cmp(&b.0));
    told
}

#[tokio::test]
async fn a_hand_over_names_all_that_somebody_owns_and_why_some_of_it_stays() {
    let desk = Desk::of("hand-over", 24, 30).await;
    let started = desk.enter().await;
    let (me, colleagues) = (desk.me().await, desk.colleagues().await);
    let before = owners_in_truth(&desk).await;
    let mine = owned(&before, &me);
    let owns_another =
        |person: &&PersonRef| owned(&before, person).iter().any(|id| !mine.contains(id));
    let leaver = colleagues.iter().find(owns_another).unwrap().clone();
    let to = colleagues.iter().find(|person| **person != leaver).unwrap();
    for group in &started.staffable().await[..2] {
        let add = add(group, std::slice::from_ref(&leaver), Role::OwnerAndMember);
        started.core.change(&add).await.ok();
    }
    let request = ChangeRequest::HandOver {
        from: leaver.clone(),
        to: to.clone(),
        remove_membership: true,
    };
    let all = owned(&owners_in_truth(&desk).await, &leaver);

    let plan = started.core.plan(&request).await.unwrap();

    assert!(plan.hand_over.as_ref().unwrap().whole);
    let told = handed_over(&plan);
    let ids: Vec<_> = told.iter().map(|(id, _)| id.clone()).collect();
    assert_eq!(ids, all);
    for (id, why) in &told {
        let stays = (!mine.contains(id)).then_some(Reason::NotPermitted);
        assert_eq!(*why, stays, "{id}");
    }
    let job = started.core.run_plan(&plan.plan_id).await.unwrap();
    let result = started.over(&job.job_id).await;
    assert_eq!(result.job.counts.failed, 0, "{:?}", result.items);
    let left = owned(&owners_in_truth(&desk).await, &leaver);
    assert!(left.iter().all(|id| !mine.contains(id)));
}

#[tokio::test]
async fn where_nobody_tells_what_somebody_owns_all_of_my_groups_are_looked_through() {
    let desk = Desk::of("hand-over-mine", 24, 30).await;
    let started = desk.enter().await;
    let leaver = desk.colleagues().await.remove(0);
    let to = desk.colleagues().await.remove(1);
    for group in &started.staffable().await[..2] {
        let add = add(group, std::slice::from_ref(&leaver), Role::OwnerAndMember);
        started.core.change(&add).await.ok();
    }
    let refused = json!({ "kind": "status", "status": 403 });
    desk.fault("GET", "/users/*/ownedObjects/*", 9, refused)
        .await;
    let owners = owners_in_truth(&desk).await;
    let mine = owned(&owners, &desk.me().await);
    let mut both = owned(&owners, &leaver);
    both.retain(|id| mine.contains(id));

    let plan = started
        .core
        .plan(&ChangeRequest::HandOver {
            from: leaver,
            to,
            remove_membership: false,
        })
        .await
        .unwrap();

    assert!(!plan.hand_over.as_ref().unwrap().whole);
    let told = handed_over(&plan);
    assert_eq!(told.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), both);
}
