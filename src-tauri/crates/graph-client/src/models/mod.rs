//! What Graph's objects are, as far as they are used. Unknown members are ignored: the types are open.

mod group;
mod ids;
mod lifecycle_policy;
mod organization;
mod user;

pub use group::{FavoriteState, Group, GroupPeople, Visibility};
pub use ids::{GroupId, InvalidId, UserId};
pub use lifecycle_policy::{GroupLifecyclePolicy, ManagedGroupTypes};
pub use organization::Organization;
pub use user::{Owner, User};
