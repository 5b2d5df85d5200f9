//! Sign-in to Microsoft 365 for a desktop application.
//!
//! Gets tokens ([`authorization_code`], [`device_code`]), keeps them fresh and sealed ([`accounts`]),
//! and knows the clouds and permissions they are for. Deliberately elsewhere: calls of Graph
//! (`graph-client`, of which only the credential trait is used), files and windows (the shell).

pub mod accounts;
mod answer;
pub mod authorization_code;
mod browser;
mod claims;
mod clock;
mod clouds;
mod credential;
pub mod device_code;
mod error;
mod id_token;
pub mod keys;
mod loopback;
mod oauth;
mod page;
pub mod permissions;
pub mod registration;
mod signed_in;
mod store;
mod transport;
pub mod vault;

pub use accounts::AccountRecord;
pub use answer::ServiceAnswer;
pub use browser::{Browser, BrowserError, HeadlessBrowser};
pub use clock::Clock;
pub use clouds::{Cloud, CloudEndpoints};
pub use error::IdentityError;
pub use registration::{PRACTICE_CLIENT_ID, Registration};
pub use signed_in::{SignedIn, Tokens};
pub use store::{MemoryStore, SecretStore, StoreError};
