//! A group to be created (group-post-groups.md, group-set-options.md).

use std::collections::HashSet;

use super::text_enum::text_enum;
use super::{UserId, Visibility};

/// A Microsoft 365 group to be created.
///
/// ```
/// use graph_client::models::{NewGroup, Visibility};
///
/// let group = NewGroup {
///     description: Some("Plans the summer party".into()),
///     visibility: Some(Visibility::Private),
///     ..NewGroup::named("Summer party", "summer-party")
/// };
/// assert_eq!(group.references(), 0);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewGroup {
    /// Display name, up to 256 characters, with the naming policy's prefix and suffix.
    pub display_name: String,
    /// Alias, up to 64 ASCII characters without `@ ( ) \ [ ] " ; : . < > , / '` and space; unique.
    pub mail_nickname: String,
    /// Description; an empty one is left out.
    pub description: Option<String>,
    /// Who sees it; the service's choice is Public. Hidden membership is possible only now.
    pub visibility: Option<Visibility>,
    /// Owners. Without any the person who creates it becomes the owner.
    pub owners: Vec<UserId>,
    /// Members. Owners become none by themselves; without being one, an owner has no Planner.
    pub members: Vec<UserId>,
    /// Choices that are made at creation, for ever.
    pub behaviors: Vec<GroupBehavior>,
    /// One of the tenant's classifications; not where labels are used.
    pub classification: Option<String>,
    /// Ids of sensitivity labels, where the tenant has them on.
    pub assigned_labels: Vec<String>,
    /// The rule that decides who is in it: makes the group a dynamic one. Needs Entra ID P1.
    pub membership_rule: Option<String>,
    /// Its colour in Outlook.
    pub theme: Option<Theme>,
}

impl NewGroup {
    /// How many owners and members together one creation takes; others are added afterwards.
    pub const MAX_REFERENCES: usize = 20;

    /// A group with these names and nothing else.
    pub fn named(display_name: impl Into<String>, mail_nickname: impl Into<String>) -> Self {
        Self {
            display_name: display_name.into(),
            mail_nickname: mail_nickname.into(),
            ..Self::default()
        }
    }

    /// How many references the creation carries: the same person twice in one list counts once.
    pub fn references(&self) -> usize {
        distinct(&self.owners).len() + distinct(&self.members).len()
    }
}

/// Each person once: the service refuses a list that names somebody twice.
pub(crate) fn distinct(people: &[UserId]) -> Vec<UserId> {
    let mut seen = HashSet::new();
    people
        .iter()
        .filter(|id| seen.insert(*id))
        .cloned()
        .collect()
}

text_enum!(
    /// A choice that is made when a group is created (group-set-options.md).
    GroupBehavior {
        /// Only members may post.
        AllowOnlyMembersToPost = "AllowOnlyMembersToPost",
        /// Members see the calendar and do not change it.
        CalendarMemberReadOnly = "CalendarMemberReadOnly",
        /// No connectors.
        ConnectorsDisabled = "ConnectorsDisabled",
        /// Not shown in Outlook.
        HideGroupInOutlook = "HideGroupInOutlook",
        /// Members are not subscribed to events.
        SubscribeMembersToCalendarEventsDisabled = "SubscribeMembersToCalendarEventsDisabled",
        /// Whoever joins gets the conversations by mail.
        SubscribeNewGroupMembers = "SubscribeNewGroupMembers",
        /// No welcome mail.
        WelcomeEmailDisabled = "WelcomeEmailDisabled",
    }
);

text_enum!(
    /// A group's colour in Outlook.
    Theme {
        /// Teal.
        Teal = "Teal",
        /// Purple.
        Purple = "Purple",
        /// Green.
        Green = "Green",
        /// Blue.
        Blue = "Blue",
        /// Pink.
        Pink = "Pink",
        /// Orange.
        Orange = "Orange",
        /// Red.
        Red = "Red",
    }
);
