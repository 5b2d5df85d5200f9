//! The endpoints of Microsoft Graph that a group owner's client uses, with
//! their permission rules. `route` leads a call to its endpoint; `odata` does
//! what query options ask; the world changes only through `Tenant::decide`.

mod access;
mod answer;
mod batch;
mod by_ids;
mod call;
mod contents;
mod create;
mod deleted;
mod delta;
mod delta_shown;
mod favorites;
mod groups;
mod labels;
mod listing;
mod mail_update;
mod me;
mod membership;
mod naming;
mod objects;
mod organization;
mod others;
mod people;
mod photos;
mod policies;
mod policy_change;
mod references;
mod relevance;
mod remove;
mod renew;
mod route;
mod schema;
mod sent;
mod setting_change;
mod setting_values;
mod settings;
mod subscriptions;
mod teams;
mod update;
mod upkeep;
mod validate;
mod values;
mod viewer;
mod writing;

use crate::tenant::Tenant;
use crate::world::World;

pub(crate) use answer::{Answer, Payload};
pub(crate) use batch::run as run_batch;
pub(crate) use call::Call;
pub(crate) use favorites::FavoriteReading;
pub(crate) use route::answer;
#[cfg(test)]
pub(crate) use schema::GROUP as GROUP_SCHEMA;

/// A call that reads: the world stays as it is until the call is answered.
pub(crate) struct Reading<'a> {
    tenant: &'a Tenant,
    world: &'a World,
    caller: &'a access::Caller,
    call: &'a Call,
}
