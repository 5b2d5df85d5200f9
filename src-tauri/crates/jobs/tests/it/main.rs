//! Jobs through their public face, on real files, over a service that is a model.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod activity;
mod crash;
mod drafts;
mod progress;
mod running;
mod service;
mod throttled;
mod undo;
