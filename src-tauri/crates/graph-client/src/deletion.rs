//! What may be deleted: the one place where an address for a DELETE is made.
//!
//! Taking a person out of a group deletes a *reference*, whose address ends in `/$ref`. The same
//! address without that ending is the person: the service would delete the account
//! (group-delete-members.md). So requests take no address for a DELETE, only one of these.

use crate::models::{
    BucketId, ConversationId, EventId, GroupId, GroupSettingId, LifecyclePolicyId, PlanId, TaskId,
    ThreadId, UserId,
};

/// Something that a DELETE removes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Deletion<'a> {
    /// A group; it can be restored for 30 days.
    Group(&'a GroupId),
    /// A deleted group, for good.
    DeletedGroup(&'a GroupId),
    /// A person's place in a group; the person stays.
    Reference(&'a GroupId, Relation, &'a UserId),
    /// A conversation with all that was said in it, for good.
    Conversation(&'a GroupId, &'a ConversationId),
    /// A thread with all its posts, for good.
    Thread(&'a GroupId, &'a ThreadId),
    /// An event, a series, or one occurrence of it.
    Event(&'a GroupId, &'a EventId),
    /// A plan with all that is in it, for good.
    Plan(&'a PlanId),
    /// A bucket with its tasks, for good.
    Bucket(&'a BucketId),
    /// A task, for good.
    Task(&'a TaskId),
    /// The policy by which groups expire; the groups stay.
    LifecyclePolicy(&'a LifecyclePolicyId),
    /// The tenant's settings of one template: its defaults hold again.
    TenantSetting(&'a GroupSettingId),
    /// A group's own settings: the tenant's hold again.
    SettingOfGroup(&'a GroupId, &'a GroupSettingId),
}

/// How a person belongs to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    Members,
    Owners,
}

impl Relation {
    /// The name of the navigation property.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Owners => "owners",
        }
    }
}

impl<'a> Deletion<'a> {
    /// The way from the root to what is deleted.
    pub(crate) fn segments(self) -> Vec<&'a str> {
        match self {
            Self::Group(id) => vec!["groups", id.as_str()],
            Self::DeletedGroup(id) => vec!["directory", "deletedItems", id.as_str()],
            Self::Reference(group, relation, person) => reference(group, relation, person).into(),
            Self::Conversation(group, id) => below(group, "conversations", id.as_str()),
            Self::Thread(group, id) => below(group, "threads", id.as_str()),
            Self::Event(group, id) => below(group, "events", id.as_str()),
            Self::Plan(id) => vec!["planner", "plans", id.as_str()],
            Self::Bucket(id) => vec!["planner", "buckets", id.as_str()],
            Self::Task(id) => vec!["planner", "tasks", id.as_str()],
            Self::LifecyclePolicy(id) => vec!["groupLifecyclePolicies", id.as_str()],
            Self::TenantSetting(id) => vec!["groupSettings", id.as_str()],
            Self::SettingOfGroup(group, id) => below(group, "settings", id.as_str()),
        }
    }
}

/// What belongs to a group. The id is never empty: without it all would be meant.
fn below<'a>(group: &'a GroupId, collection: &'static str, id: &'a str) -> Vec<&'a str> {
    vec!["groups", group.as_str(), collection, id]
}

/// The only address among a group's people that is ever deleted.
fn reference<'a>(group: &'a GroupId, relation: Relation, person: &'a UserId) -> [&'a str; 5] {
    let (group, person) = (group.as_str(), person.as_str());
    ["groups", group, relation.as_str(), person, "$ref"]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_a_person_out_deletes_the_reference_and_never_the_person() {
        let group = GroupId::parse("5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01").unwrap();
        let person = UserId::parse("00000000-0000-4000-8000-000000000001").unwrap();
        for relation in [Relation::Members, Relation::Owners] {
            let segments = Deletion::Reference(&group, relation, &person).segments();
            assert_eq!(segments.last(), Some(&"$ref"));
            assert_eq!(segments.len(), 5);
        }
    }
}
