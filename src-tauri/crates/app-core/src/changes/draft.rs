//! A plan that is being made: its items in order, and what is left out of it and why.

use ipc_contract::hand_over::HandOver;
use ipc_contract::jobs::{JobTitle, LeftOut, Reason};
use ipc_contract::people::PersonRef;
use ipc_contract::policies::PolicyPlan;
use jobs::{ItemRef, JobId, NewItem};
use serde_json::Value;

use super::facts::GroupFacts;
use super::op::Op;

/// How many of those that are left out are listed.
const LISTED: usize = 500;

/// Items and left-outs, gathered.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    items: Vec<(Op, NewItem)>,
    left_out: Vec<LeftOut>,
    left_out_count: u32,
    /// The job that this one undoes.
    undo_of: Option<JobId>,
    /// What is shown of a hand-over.
    pub(crate) hand_over: Option<HandOver>,
    /// What is shown of a change of a policy.
    pub(crate) policy: Option<PolicyPlan>,
}

/// What an item says beside its op.
#[derive(Debug, Default)]
pub(crate) struct About {
    pub(crate) person: Option<PersonRef>,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
    pub(crate) undoes: Option<ItemRef>,
}

impl About {
    pub(crate) fn person(person: &PersonRef) -> Self {
        Self {
            person: Some(person.clone()),
            ..Self::default()
        }
    }
}

impl Draft {
    /// What takes a job back.
    pub(crate) fn undoing(job: JobId) -> Self {
        Self {
            undo_of: Some(job),
            ..Self::default()
        }
    }

    /// Plans an item for a group; its index.
    pub(crate) fn add(&mut self, op: Op, id: &str, name: &str, about: About) -> u32 {
        let index = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let item = NewItem {
            op: op.to_value(),
            subject: id.to_owned(),
            subject_name: name.to_owned(),
            object: about.person.as_ref().map(|person| person.id.clone()),
            object_name: about.person.map(|person| person.display_name),
            before: about.before,
            after: about.after,
            undoes: about.undoes,
            ..NewItem::default()
        };
        self.items.push((op, item));
        index
    }

    /// The same, for a group that is known.
    pub(crate) fn plan(&mut self, op: Op, group: &GroupFacts, about: About) -> u32 {
        self.add(op, group.id.as_str(), &group.name, about)
    }

    /// Leaves something out.
    pub(crate) fn leave_out(
        &mut self,
        group_name: &str,
        person: Option<&PersonRef>,
        reason: Reason,
    ) {
        self.left_out_count += 1;
        if self.left_out.len() < LISTED {
            self.left_out.push(LeftOut {
                group_name: group_name.to_owned(),
                person_name: person.map(|person| person.display_name.clone()),
                reason,
            });
        }
    }

    pub(crate) fn items(&self) -> &[(Op, NewItem)] {
        &self.items
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Puts every item into its lane and closes the draft.
    pub(crate) fn finish(mut self) -> Finished {
        let mut items: Vec<NewItem> = self.items.iter().map(|(_, item)| item.clone()).collect();
        super::lanes::assign(&mut items);
        for ((_, planned), assigned) in self.items.iter_mut().zip(items) {
            planned.lane = assigned.lane;
        }
        let title = title(&self.items, self.undo_of.is_some());
        Finished {
            items: self.items,
            left_out: self.left_out,
            left_out_count: self.left_out_count,
            undo_of: self.undo_of,
            hand_over: self.hand_over,
            policy: self.policy,
            title,
        }
    }

    /// Why nothing is left to be done, the commonest reason first.
    pub(crate) fn reasons(&self) -> Vec<Reason> {
        let mut counted: Vec<(Reason, usize)> = Vec::new();
        for LeftOut { reason, .. } in &self.left_out {
            match counted.iter_mut().find(|(known, _)| known == reason) {
                Some((_, count)) => *count += 1,
                None => counted.push((*reason, 1)),
            }
        }
        counted.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        counted.into_iter().map(|(reason, _)| reason).collect()
    }
}

/// A plan that can be shown and run.
#[derive(Debug, Clone)]
pub(crate) struct Finished {
    pub(crate) items: Vec<(Op, NewItem)>,
    pub(crate) left_out: Vec<LeftOut>,
    pub(crate) left_out_count: u32,
    pub(crate) undo_of: Option<JobId>,
    pub(crate) hand_over: Option<HandOver>,
    pub(crate) policy: Option<PolicyPlan>,
    pub(crate) title: JobTitle,
}

fn title(items: &[(Op, NewItem)], undo: bool) -> JobTitle {
    let first = items.first();
    let one = |get: fn(&NewItem) -> Option<&str>| {
        let value = get(&first?.1)?;
        items
            .iter()
            .all(|(_, item)| get(item) == Some(value))
            .then(|| value.to_owned())
    };
    let distinct = |get: fn(&NewItem) -> Option<&str>| {
        let values: std::collections::HashSet<&str> =
            items.iter().filter_map(|(_, item)| get(item)).collect();
        u32::try_from(values.len()).unwrap_or(u32::MAX)
    };
    JobTitle {
        action: commonest(items),
        group_name: one(|item| Some(&item.subject))
            .and(first.map(|(_, item)| item.subject_name.clone())),
        group_id: one(|item| Some(&item.subject)).filter(|id| !id.is_empty()),
        person_name: one(|item| item.object.as_deref())
            .and(first.and_then(|(_, item)| item.object_name.clone())),
        groups: distinct(|item| Some(&item.subject)),
        people: distinct(|item| item.object.as_deref()),
        undo,
    }
}

/// What most items do; a creation is called that, whatever follows it.
fn commonest(items: &[(Op, NewItem)]) -> ipc_contract::jobs::Action {
    use ipc_contract::jobs::Action;
    let actions = items.iter().map(|(op, _)| op.action());
    if actions.clone().any(|action| action == Action::CreateGroup) {
        return Action::CreateGroup;
    }
    let mut counts: Vec<(Action, usize)> = Vec::new();
    for action in actions {
        match counts.iter_mut().find(|(known, _)| *known == action) {
            Some((_, count)) => *count += 1,
            None => counts.push((action, 1)),
        }
    }
    // Of equals the first one: adding somebody as owner and member is called as it began.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(Action::UpdateGroup, |(action, _)| *action)
}
