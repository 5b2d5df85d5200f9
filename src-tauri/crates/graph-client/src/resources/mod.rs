//! What can be asked of Graph, one module a resource.
//!
//! Each method is one documented operation; its docs name the least permission, the limits and the
//! page it follows. Deliberately elsewhere: how requests travel (the pipeline) and travel together
//! ([`crate::batch`]).

pub mod group;
pub mod groups;
mod groups_batched;
mod lifecycle_policies;
mod me;
mod my_groups;
mod organization;

pub use group::GroupRequests;
pub use groups::GroupsRequests;
pub use lifecycle_policies::LifecyclePoliciesRequests;
pub use me::MeRequests;
pub use my_groups::MyGroupsRequests;
pub use organization::OrganizationRequests;

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
