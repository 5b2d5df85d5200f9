//! Sign-in to Microsoft 365 for a desktop application.
//!
//! Gets tokens ([`authorization_code`], [`device_code`]), keeps them fresh and sealed ([`accounts`]),
//! and knows the clouds and permissions they are for. Deliberately elsewhere: calls of Graph
//! (`graph-client`, of which only the credential trait is used), files and windows (the shell).

mod answer;
pub mod authorization_code;
mod browser;
mod claims;
mod clouds;
pub mod device_code;
mod error;
mod id_token;
mod loopback;
mod oauth;
mod page;
pub mod permissions;
mod registration;
mod signed_in;
mod store;
mod transport;

pub use answer::ServiceAnswer;
pub use browser::{Browser, BrowserError, HeadlessBrowser};
pub use clouds::{Cloud, CloudEndpoints};
pub use error::IdentityError;
pub use registration::{PRACTICE_CLIENT_ID, Registration};
pub use signed_in::{SignedIn, Tokens};
pub use store::{MemoryStore, SecretStore, StoreError};
