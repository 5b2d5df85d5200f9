//! The use cases over real HTTP, against a practice tenant that can be made to misbehave.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod accounts;
mod changes;
mod desk;
mod lists;
mod model;
mod sign_in;
mod staffing;
