//! The effective writes: everything that changes a world after it was
//! generated. A world is its seed and size plus these, in order; `state` keeps
//! them in a file.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::contents::{CalendarChange, ConversationChange, PlannerChange};
use super::edit::{Edit, MailEdit};
use super::lifecycle::LifecyclePolicy;
use super::photos::SetPhoto;
use super::settings::{Setting, Template};
use super::{NewGroup, People, PolicyChange, Role};

/// One effective write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "write",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub(crate) enum Change {
    /// A group was renewed; its lifetime counts from `at`.
    Renew {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// Somebody was in a group, in a way that renews it when its time comes.
    Activity {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// From now on somebody is in a group all the time, or nobody.
    InUse {
        group: String,
        user: String,
        in_use: bool,
        at: Timestamp,
    },
    /// A group was added to those that expire, or taken out.
    Cover {
        group: String,
        user: String,
        covered: bool,
        at: Timestamp,
    },
    /// A group became, or ceased to be, somebody's favorite.
    Favorite {
        group: String,
        user: String,
        marked: bool,
        at: Timestamp,
    },
    /// A group came to be; `user` created it.
    CreateGroup {
        group: String,
        user: String,
        new: Box<NewGroup>,
        at: Timestamp,
    },
    /// Properties of a group changed, and members may have been added with them.
    UpdateGroup {
        group: String,
        user: String,
        edits: Vec<Edit>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        members: Vec<String>,
        at: Timestamp,
    },
    /// What a group's mailbox keeps changed.
    UpdateMailSettings {
        group: String,
        user: String,
        edits: Vec<MailEdit>,
        at: Timestamp,
    },
    /// People became members or owners of a group.
    AddPeople {
        group: String,
        user: String,
        to: People,
        people: Vec<String>,
        at: Timestamp,
    },
    /// People ceased to be members or owners of a group.
    RemovePeople {
        group: String,
        user: String,
        from: People,
        people: Vec<String>,
        at: Timestamp,
    },
    /// A group was deleted; a Microsoft 365 group can be brought back for 30 days.
    DeleteGroup {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// A deleted group was brought back.
    RestoreGroup {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// A deleted group was deleted for good.
    PurgeGroup {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// Somebody was taken out of the directory.
    DeleteUser {
        person: String,
        user: String,
        at: Timestamp,
    },
    /// Somebody may, or may no longer, sign in.
    EnableUser {
        person: String,
        user: String,
        enabled: bool,
        at: Timestamp,
    },
    /// Somebody got a role in the directory, or lost it.
    Role {
        person: String,
        user: String,
        role: Role,
        held: bool,
        at: Timestamp,
    },
    /// The tenant's policies changed.
    Policy {
        user: String,
        policy: PolicyChange,
        at: Timestamp,
    },
    /// The tenant got a policy on expiry.
    CreatePolicy {
        user: String,
        policy: LifecyclePolicy,
        at: Timestamp,
    },
    /// The tenant has no policy on expiry any more.
    DeletePolicy { user: String, at: Timestamp },
    /// Settings were written: a group's own, or the tenant's, if `group` is empty.
    PutSetting {
        #[serde(default, skip_serializing_if = "String::is_empty")]
        group: String,
        user: String,
        setting: Setting,
        /// From when on they are obeyed.
        holds: Timestamp,
        at: Timestamp,
    },
    /// Settings were taken away.
    DeleteSetting {
        #[serde(default, skip_serializing_if = "String::is_empty")]
        group: String,
        user: String,
        setting: String,
        /// Until when they are obeyed.
        holds: Timestamp,
        at: Timestamp,
    },
    /// The directory has a new template, or a newer one.
    PlantTemplate {
        user: String,
        template: Template,
        at: Timestamp,
    },
    /// Somebody wants, or no longer wants, a group's mail.
    Subscription {
        group: String,
        user: String,
        subscribed: bool,
        at: Timestamp,
    },
    /// Somebody has seen all conversations of a group.
    Seen {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// A group got a photo.
    Photo {
        group: String,
        user: String,
        photo: SetPhoto,
        at: Timestamp,
    },
    /// Something was written in a group's mailbox, or taken out of it.
    Conversation {
        group: String,
        user: String,
        change: Box<ConversationChange>,
        at: Timestamp,
    },
    /// A group became a team.
    Team {
        group: String,
        user: String,
        settings: Value,
        at: Timestamp,
    },
    /// A team is to be archived, or no longer.
    Archive {
        group: String,
        user: String,
        operation: String,
        archived: bool,
        at: Timestamp,
    },
    /// Something in a group's calendar changed.
    Calendar {
        group: String,
        user: String,
        change: CalendarChange,
        at: Timestamp,
    },
    /// Something in a group's plans changed.
    Planner {
        group: String,
        user: String,
        change: Box<PlannerChange>,
        at: Timestamp,
    },
}

impl Change {
    /// The group that the write changed; empty, if it changed something else.
    pub(crate) fn group(&self) -> &str {
        match self {
            Self::Renew { group, .. }
            | Self::Activity { group, .. }
            | Self::InUse { group, .. }
            | Self::Cover { group, .. }
            | Self::Favorite { group, .. }
            | Self::CreateGroup { group, .. }
            | Self::UpdateGroup { group, .. }
            | Self::UpdateMailSettings { group, .. }
            | Self::AddPeople { group, .. }
            | Self::RemovePeople { group, .. }
            | Self::DeleteGroup { group, .. }
            | Self::RestoreGroup { group, .. }
            | Self::PurgeGroup { group, .. }
            | Self::Subscription { group, .. }
            | Self::Seen { group, .. }
            | Self::Photo { group, .. }
            | Self::Conversation { group, .. }
            | Self::Team { group, .. }
            | Self::Archive { group, .. }
            | Self::Calendar { group, .. }
            | Self::Planner { group, .. }
            | Self::PutSetting { group, .. }
            | Self::DeleteSetting { group, .. } => group,
            Self::DeleteUser { .. }
            | Self::EnableUser { .. }
            | Self::Role { .. }
            | Self::Policy { .. }
            | Self::CreatePolicy { .. }
            | Self::DeletePolicy { .. }
            | Self::PlantTemplate { .. } => "",
        }
    }

    /// When it was written.
    pub(crate) fn at(&self) -> Timestamp {
        match self {
            Self::Renew { at, .. }
            | Self::Activity { at, .. }
            | Self::InUse { at, .. }
            | Self::Cover { at, .. }
            | Self::Favorite { at, .. }
            | Self::CreateGroup { at, .. }
            | Self::UpdateGroup { at, .. }
            | Self::UpdateMailSettings { at, .. }
            | Self::AddPeople { at, .. }
            | Self::RemovePeople { at, .. }
            | Self::DeleteGroup { at, .. }
            | Self::RestoreGroup { at, .. }
            | Self::PurgeGroup { at, .. }
            | Self::DeleteUser { at, .. }
            | Self::EnableUser { at, .. }
            | Self::Role { at, .. }
            | Self::Policy { at, .. }
            | Self::CreatePolicy { at, .. }
            | Self::DeletePolicy { at, .. }
            | Self::PutSetting { at, .. }
            | Self::DeleteSetting { at, .. }
            | Self::PlantTemplate { at, .. }
            | Self::Subscription { at, .. }
            | Self::Seen { at, .. }
            | Self::Photo { at, .. }
            | Self::Conversation { at, .. }
            | Self::Team { at, .. }
            | Self::Archive { at, .. }
            | Self::Calendar { at, .. }
            | Self::Planner { at, .. } => *at,
        }
    }
}
