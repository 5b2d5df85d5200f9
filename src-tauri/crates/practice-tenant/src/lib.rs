//! Behaves like Microsoft Graph and its sign-in, on this computer: a company
//! with people and groups, the endpoints that a group owner's client uses with
//! the service's semantics, and a control address that moves the clock and makes
//! things go wrong. Nothing here is shared with the client: a wrong name must
//! not be wrong on both sides.
//!
//! ```no_run
//! # async fn run() -> Result<(), practice_tenant::StartError> {
//! use practice_tenant::{PracticeOptions, PracticeTenant};
//!
//! let practice = PracticeTenant::start(PracticeOptions::default()).await?;
//! println!("{} with the token {}", practice.graph(), practice.owner_token());
//! practice.shutdown().await;
//! # Ok(())
//! # }
//! ```

mod clock;
mod control;
mod faults;
mod graph;
mod manners;
mod odata;
mod options;
mod practice;
mod record;
mod server;
mod sign_in;
mod state;
mod tenant;
mod world;

pub use faults::Conditions;
pub use options::PracticeOptions;
pub use practice::{Advance, PracticeTenant, StartError, Status};
pub use world::EventKind;
