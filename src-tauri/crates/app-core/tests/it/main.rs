//! The use cases over real HTTP, against a practice tenant that can be made to misbehave.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod accounts;
mod calendar;
mod changes;
mod checks;
mod conversations;
mod decisions;
mod desk;
mod drafts;
mod evidence;
mod export;
mod labels;
mod lists;
mod model;
mod notices;
mod people;
mod policies;
mod sign_in;
mod staffing;
mod tenant;
mod throttled;
