//! Speaks Microsoft Graph over HTTP, typed.
//!
//! ```no_run
//! use std::sync::Arc;
//! use futures::TryStreamExt as _;
//! use graph_client::credential::StaticToken;
//! use graph_client::{ClientOptions, GraphClient, GraphRoot};
//!
//! # async fn list() -> Result<(), Box<dyn std::error::Error>> {
//! let root = GraphRoot::parse("https://graph.microsoft.com/v1.0")?;
//! let client = GraphClient::new(root, Arc::new(StaticToken::new("…")), ClientOptions::default())?;
//! let mut groups = std::pin::pin!(client.my_groups().owned().items());
//! while let Some(group) = groups.try_next().await? {
//!     println!("{}", group.display_name.unwrap_or_default());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Owns the pipeline (request ids, authentication, retry with a budget, a redacting log, transport),
//! OData (queries, pages, delta, errors), `$batch` as a layer, and one module a resource. Deliberately
//! elsewhere: signing in (crate `identity`), keeping what was read (crate `cache`), and every decision
//! about what to do with it (crate `app-core`).

pub mod batch;
pub mod credential;
pub mod models;
pub mod odata;
pub mod resources;

mod client;
mod deletion;
mod error;
mod pipeline;
mod root;

pub use client::{ClientOptions, GraphClient};
pub use error::{ErrorKind, GraphError, Stage};
pub use pipeline::{RetryPolicy, ServerTime};
pub use root::{GraphRoot, RootError};
