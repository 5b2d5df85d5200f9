//! Random changes over a line that breaks at random: what Tenure says of each is what came of it, and in
//! the end the tenant is as a simple model of what was said.

use std::collections::{BTreeMap, BTreeSet};

use ipc_contract::details::GroupChanges;
use ipc_contract::groups::Visibility;
use ipc_contract::jobs::{Action, ActivityItem, ChangeRequest, ItemState, JobResult, JobState};
use ipc_contract::people::{PersonRef, Role};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

const GROUPS: usize = 3;
const PEOPLE: usize = 8;

/// A change, by places in the lists of groups and people.
#[derive(Debug, Clone)]
enum Step {
    Add(usize, BTreeSet<usize>, Role),
    Remove(usize, BTreeSet<usize>, Role),
    Rename(usize, u8),
    Visibility(usize, bool),
    Delete(usize),
    Restore(usize),
}

/// What goes wrong, with calls of which method.
#[derive(Debug, Clone)]
struct Fault {
    method: &'static str,
    times: u32,
    action: Value,
}

fn steps() -> impl Strategy<Value = Vec<(Step, Option<Fault>)>> {
    let group = 0..GROUPS;
    let people = prop::collection::btree_set(0..PEOPLE, 1..5);
    let role = prop_oneof![
        Just(Role::Member),
        Just(Role::Owner),
        Just(Role::OwnerAndMember)
    ];
    let step = prop_oneof![
        4 => (group.clone(), people.clone(), role.clone()).prop_map(|(g, p, r)| Step::Add(g, p, r)),
        4 => (group.clone(), people, role).prop_map(|(g, p, r)| Step::Remove(g, p, r)),
        2 => (group.clone(), any::<u8>()).prop_map(|(g, n)| Step::Rename(g, n)),
        1 => (group.clone(), any::<bool>()).prop_map(|(g, p)| Step::Visibility(g, p)),
        1 => group.clone().prop_map(Step::Delete),
        2 => group.prop_map(Step::Restore),
    ];
    prop::collection::vec((step, prop::option::weighted(0.6, faults())), 4..14)
}

fn faults() -> impl Strategy<Value = Fault> {
    let method = prop_oneof![Just("PATCH"), Just("POST"), Just("DELETE"), Just("GET")];
    let action = prop_oneof![
        Just(json!({ "kind": "status", "status": 429, "retryAfter": 0.05 })),
        Just(json!({ "kind": "status", "status": 503, "retryAfter": 0.05 })),
        Just(json!({ "kind": "cutBefore" })),
        Just(json!({ "kind": "cutAfter" })),
        Just(json!({ "kind": "truncated" })),
        Just(json!({ "kind": "html", "status": 502 })),
    ];
    (method, 1..3u32, action).prop_map(|(method, times, action)| Fault {
        method,
        times,
        action,
    })
}

/// A group as it was said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    name: String,
    private: bool,
    deleted: bool,
    members: BTreeSet<String>,
    owners: BTreeSet<String>,
}

async fn truth(desk: &Desk, id: &str) -> Said {
    let truth = desk.truth(id).await;
    Said {
        name: truth["displayName"].as_str().unwrap().to_owned(),
        private: truth["visibility"] != "Public",
        deleted: truth["life"] != "live",
        members: desk.people_of(id, "members").await.into_iter().collect(),
        owners: desk.people_of(id, "owners").await.into_iter().collect(),
    }
}

struct Run {
    desk: Desk,
    started: Started,
    groups: Vec<String>,
    people: Vec<PersonRef>,
    said: BTreeMap<String, Said>,
}

impl Run {
    async fn new() -> Self {
        let desk = Desk::of("model", 12, 40).await;
        let started = desk.enter().await;
        let groups: Vec<String> = started
            .staffable()
            .await
            .into_iter()
            .take(GROUPS)
            .map(|group| group.id)
            .collect();
        let people = desk.colleagues().await.into_iter().take(PEOPLE).collect();
        let mut said = BTreeMap::new();
        for id in &groups {
            said.insert(id.clone(), truth(&desk, id).await);
        }
        Self {
            desk,
            started,
            groups,
            people,
            said,
        }
    }

    fn request(&self, step: &Step) -> ChangeRequest {
        let ids = |group: &usize| vec![self.groups[*group].clone()];
        let people = |places: &BTreeSet<usize>| {
            places
                .iter()
                .map(|&place| self.people[place].clone())
                .collect()
        };
        let update = |group, changes| ChangeRequest::UpdateGroups {
            group_ids: ids(group),
            changes,
        };
        match step {
            Step::Add(group, places, role) => ChangeRequest::AddPeople {
                group_ids: ids(group),
                people: people(places),
                role: *role,
            },
            Step::Remove(group, places, role) => ChangeRequest::RemovePeople {
                group_ids: ids(group),
                people: people(places),
                role: *role,
            },
            Step::Rename(group, number) => update(
                group,
                GroupChanges {
                    display_name: Some(format!("Renamed {number}")),
                    ..GroupChanges::default()
                },
            ),
            Step::Visibility(group, private) => update(
                group,
                GroupChanges {
                    visibility: Some(if *private {
                        Visibility::Private
                    } else {
                        Visibility::Public
                    }),
                    ..GroupChanges::default()
                },
            ),
            Step::Delete(group) => ChangeRequest::DeleteGroups {
                group_ids: ids(group),
            },
            Step::Restore(group) => ChangeRequest::RestoreGroups {
                group_ids: ids(group),
            },
        }
    }

    async fn step(&mut self, step: &Step, fault: Option<&Fault>) {
        if let Some(fault) = fault {
            self.desk
                .fault(fault.method, "/**", fault.times, fault.action.clone())
                .await;
        }
        let result = self.started.core.change(&self.request(step)).await;
        self.desk.clear_faults().await;
        // A change that could not even be planned has done nothing.
        let Ok(mut result) = result else { return };
        if result.job.state == JobState::Paused {
            self.started
                .core
                .resume_job(&result.job.job_id)
                .await
                .unwrap();
            result = self.started.over(&result.job.job_id).await;
        }
        self.believe(&result).await;
    }

    async fn believe(&mut self, result: &JobResult) {
        for item in &result.items {
            match item.state {
                ItemState::Done | ItemState::Already => self.said_done(item),
                // It was said that this is not known: then the tenant is asked.
                ItemState::Unknown => {
                    let truth = truth(&self.desk, &item.group_id).await;
                    self.said.insert(item.group_id.clone(), truth);
                }
                ItemState::Failed | ItemState::Skipped => {}
                ItemState::Planned | ItemState::Sent => panic!("left open: {item:?}"),
            }
        }
    }

    fn said_done(&mut self, item: &ActivityItem) {
        let said = self.said.get_mut(&item.group_id).unwrap();
        let person = item
            .person
            .as_ref()
            .map(|person| person.id.clone())
            .unwrap_or_default();
        match item.action {
            Action::AddMember => drop(said.members.insert(person)),
            Action::RemoveMember => drop(said.members.remove(&person)),
            Action::AddOwner => drop(said.owners.insert(person)),
            Action::RemoveOwner => drop(said.owners.remove(&person)),
            Action::DeleteGroup => said.deleted = true,
            Action::RestoreGroup => said.deleted = false,
            Action::UpdateGroup => {
                for change in &item.changes {
                    let after = change.after.clone().unwrap_or_default();
                    match change.property.as_str() {
                        "displayName" => said.name = after,
                        _ => said.private = after == "private",
                    }
                }
            }
            other => panic!("never asked for: {other:?}"),
        }
    }

    async fn holds(&self) {
        for (id, said) in &self.said {
            let truth = truth(&self.desk, id).await;
            assert_eq!(said, &truth, "what was said of {id} is what came of it");
            assert!(!truth.owners.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_of_changes_is_what_came_of_them(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let mut run = Run::new().await;
            for (step, fault) in &steps {
                run.step(step, fault.as_ref()).await;
            }
            run.holds().await;
        });
    }
}
