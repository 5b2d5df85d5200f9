//! What a client can rely on, asked over HTTP as a client asks.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod batch;
mod client;
mod contents;
mod delta;
mod faults;
mod finding;
mod lists;
mod mail;
mod peculiarities;
mod people;
mod permissions;
mod photos;
mod program;
mod state;
mod teams;
mod writes;
