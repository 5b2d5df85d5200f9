//! What Tenure does, without a window: one module a use case.
//!
//! Every use case is a method of [`Core`] that takes and returns the contract's types, so that a
//! command of the shell has nothing left to decide. Reads answer from the cache first; writes go to
//! the service and are read back before anything is called *confirmed*. Deliberately elsewhere: HTTP
//! and OData (`graph-client`), tokens (`identity`), files (`cache`), windows (the shell), and the
//! practice tenant, which to this crate is just another address.

mod calendar;
mod changes;
mod command_error;
mod conversations;
mod core;
mod decisions;
mod deleted;
mod details;
mod drafts;
mod error;
mod evidence;
mod export;
mod favorites;
mod groups;
mod host;
mod labels;
mod mailbox;
mod naming;
mod notices;
mod people;
mod policies;
mod practice;
mod renewals;
mod saving;
mod session;
mod settings;
mod storage;
mod tables;
mod untrusted_html;

pub use core::{Core, CoreOptions, RetryWaits};
pub use error::CoreError;
pub use host::Host;
pub use notices::{DueNotices, Notice};
pub use session::SignInDefaults;
