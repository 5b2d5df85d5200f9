//! Which items travel together. Planning counts requests by the same rule by which they are sent.
//!
//! Items of one group are sent one after another: their order matters, and the directory refuses
//! writes that race on one object. Where each item concerns a group of its own they are gathered in
//! batches of 20, four batches at once.

use std::collections::HashMap;

use ipc_contract::jobs::PlannedCall;
use jobs::{JobId, NewItem};

use super::op::Op;

/// How many requests a batch holds, and how many people one PATCH adds (json-batching.md,
/// group-post-members.md).
pub(crate) const TOGETHER: usize = 20;
/// How many lanes run at once.
pub(crate) const AT_ONCE: usize = 4;
/// How many calls a plan lists.
const LISTED: usize = 200;
/// About what a request takes, in milliseconds, for telling how long a plan will.
const MILLISECONDS: usize = 300;

/// What decides whether an item may travel with the one before it.
#[derive(Debug, PartialEq)]
pub(crate) struct Kind<'a> {
    /// Members of one group are added by one PATCH; everything else is batched.
    group: Option<&'a str>,
    op: std::mem::Discriminant<Op>,
    together: bool,
}

impl<'a> Kind<'a> {
    pub(crate) fn of(op: &Op, group: &'a str, marks_group: bool) -> Self {
        Self {
            group: (marks_group && matches!(op, Op::AddMember)).then_some(group),
            op: std::mem::discriminant(op),
            together: !matches!(
                op,
                Op::CreateGroup { .. }
                    | Op::EnableTeam
                    | Op::UpdateMail { .. }
                    | Op::PurgeGroup
                    | Op::DeleteConversation { .. }
                    | Op::DeleteThread { .. }
                    | Op::SetExpiration { .. }
                    | Op::SetSettings { .. }
            ) && !op.is_of_event(),
        }
    }
}

/// How many of these items, from the front, go in one request.
pub(crate) fn chunk<'a>(items: impl IntoIterator<Item = (&'a Op, &'a str)>) -> usize {
    let items: Vec<_> = items.into_iter().collect();
    let Some((first_op, first_group)) = items.first() else {
        return 0;
    };
    // A lane of one group adds members by PATCHes of 20; a lane of many groups batches one PATCH each.
    let one_group = items.iter().take(2).all(|(_, group)| group == first_group);
    let first = Kind::of(first_op, first_group, one_group);
    if !first.together {
        return 1;
    }
    items
        .iter()
        .take(TOGETHER)
        .take_while(|(op, group)| Kind::of(op, group, one_group) == first)
        .count()
}

/// How the lanes of items are named whose order does not matter.
const ANY_ORDER: &str = "batch-";

/// Whether an item may be overtaken by others of its lane.
pub(crate) fn in_any_order(lane: &str) -> bool {
    lane.starts_with(ANY_ORDER)
}

/// Puts each item into its lane. A group that is yet to be made has a lane that no other job has.
pub(crate) fn assign(items: &mut [NewItem]) {
    let yet_to_be_made = format!("new-{}", JobId::random());
    let mut by_group: HashMap<&str, usize> = HashMap::new();
    for item in items.iter() {
        *by_group.entry(item.subject.as_str()).or_default() += 1;
    }
    let single = items.len() > 1 && by_group.values().all(|&count| count == 1);
    for (index, item) in items.iter_mut().enumerate() {
        item.lane = if single {
            format!("{ANY_ORDER}{}", (index / TOGETHER) % AT_ONCE)
        } else if item.subject.is_empty() {
            yet_to_be_made.clone()
        } else {
            item.subject.clone()
        };
    }
}

/// How many requests the items take, and about how many seconds.
pub(crate) fn cost(items: &[(Op, NewItem)]) -> (usize, usize) {
    let mut lanes: HashMap<&str, Vec<(&Op, &str)>> = HashMap::new();
    for (op, item) in items {
        lanes
            .entry(item.lane.as_str())
            .or_default()
            .push((op, item.subject.as_str()));
    }
    let requests: Vec<usize> = lanes
        .values()
        .map(|lane| {
            let (mut rest, mut count) = (lane.as_slice(), 0);
            while !rest.is_empty() {
                rest = &rest[chunk(rest.iter().copied()).max(1)..];
                count += 1;
            }
            count
        })
        .collect();
    let all: usize = requests.iter().sum();
    let longest = requests.iter().copied().max().unwrap_or(0);
    let rounds = longest.max(all.div_ceil(AT_ONCE));
    (all, (rounds * MILLISECONDS).div_ceil(1000))
}

/// The very calls, as far as they are listed.
pub(crate) fn calls(items: &[(Op, NewItem)]) -> Vec<PlannedCall> {
    let mut calls: Vec<PlannedCall> = Vec::new();
    for (op, item) in items {
        let (method, path) = op.call(&item.subject, item.object.as_deref().unwrap_or_default());
        let joins = matches!(op, Op::AddMember)
            && calls
                .last()
                .is_some_and(|last| last.path == path && (last.items as usize) < TOGETHER);
        if joins && let Some(last) = calls.last_mut() {
            last.items += 1;
        } else if calls.len() == LISTED {
            break;
        } else {
            calls.push(PlannedCall {
                method: method.into(),
                path,
                items: 1,
            });
        }
    }
    calls
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(ops: &[(Op, &str)]) -> Vec<(Op, NewItem)> {
        let mut items: Vec<NewItem> = ops
            .iter()
            .map(|(_, group)| NewItem {
                subject: (*group).to_owned(),
                ..NewItem::default()
            })
            .collect();
        assign(&mut items);
        ops.iter().map(|(op, _)| op.clone()).zip(items).collect()
    }

    #[test]
    fn a_thousand_members_of_one_group_take_fifty_requests() {
        let items = planned(&vec![(Op::AddMember, "g"); 1000]);
        assert_eq!(cost(&items).0, 50);
        assert_eq!(calls(&items).len(), 50);
    }

    #[test]
    fn five_hundred_renewals_take_twenty_five_requests_in_four_lanes() {
        let names: Vec<String> = (0..500).map(|n| n.to_string()).collect();
        let ops: Vec<_> = names
            .iter()
            .map(|name| (Op::RenewGroup, name.as_str()))
            .collect();
        let items = planned(&ops);
        assert_eq!(cost(&items).0, 25);
        let lanes: std::collections::HashSet<_> =
            items.iter().map(|(_, item)| &item.lane).collect();
        assert_eq!(lanes.len(), 4);
        assert!(items.iter().all(|(_, item)| in_any_order(&item.lane)));
    }

    #[test]
    fn what_happens_to_one_group_keeps_its_order() {
        let items = planned(&[
            (Op::AddOwner, "a"),
            (Op::RemoveOwner { needs: Some(0) }, "a"),
            (Op::AddOwner, "b"),
        ]);
        assert_eq!(items[0].1.lane, items[1].1.lane);
        assert_ne!(items[0].1.lane, items[2].1.lane);
        assert!(items.iter().all(|(_, item)| !in_any_order(&item.lane)));
        assert_eq!(cost(&items).0, 3);
    }
}
