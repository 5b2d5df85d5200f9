//! What can be asked of Graph, one module a resource.
//!
//! Each method is one documented operation; its docs name the least permission, the limits and the
//! page it follows. Deliberately elsewhere: how requests travel (the pipeline) and travel together
//! ([`crate::batch`]).

mod bucket;
pub mod calendar;
pub mod content;
pub mod conversations;
mod deleted_groups;
mod directory_objects;
mod event;
mod evidence;
pub mod group;
mod group_people;
mod group_properties;
mod group_setting;
mod group_settings;
pub mod groups;
mod groups_batched;
mod groups_changed;
mod groups_created;
mod holdings;
mod lifecycle_policies;
mod lifecycle_policy;
mod lifecycle_selection;
mod me;
mod my_groups;
mod naming_people;
mod organization;
pub mod photos;
mod plan;
pub mod planner;
pub mod posts;
mod recent_senders;
mod task;
mod team;
mod threads;
mod user;
mod users;
mod users_by_address;
mod users_by_name;

pub use bucket::BucketRequests;
pub use calendar::CalendarRequests;
pub use content::Content;
pub use conversations::{ConversationRequests, ConversationsRequests};
pub use deleted_groups::DeletedGroupsRequests;
pub use directory_objects::DirectoryObjectsRequests;
pub use event::EventRequests;
pub use group::GroupRequests;
pub use group_setting::GroupSettingRequests;
pub use group_settings::GroupSettingsRequests;
pub use groups::GroupsRequests;
pub use lifecycle_policies::LifecyclePoliciesRequests;
pub use lifecycle_policy::LifecyclePolicyRequests;
pub use me::MeRequests;
pub use my_groups::MyGroupsRequests;
pub use organization::OrganizationRequests;
pub use plan::PlanRequests;
pub use planner::PlannerRequests;
pub use posts::{AttachedFile, PostRequests};
pub use task::TaskRequests;
pub use team::TeamRequests;
pub use threads::ThreadRequests;
pub use user::UserRequests;
pub use users::UsersRequests;

/// A resource's requests: a handle on the pipeline that lives as long as the call.
macro_rules! requests {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<'a> {
            pub(super) pipeline: &'a crate::pipeline::Pipeline,
        }

        impl<'a> $name<'a> {
            pub(crate) fn new(pipeline: &'a crate::pipeline::Pipeline) -> Self {
                Self { pipeline }
            }
        }
    };
}
pub(crate) use requests;
