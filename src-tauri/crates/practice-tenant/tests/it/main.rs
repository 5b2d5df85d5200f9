//! What a client can rely on, asked over HTTP as a client asks.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod batch;
mod client;
mod control;
mod delta;
mod faults;
mod lists;
mod peculiarities;
mod people;
mod permissions;
mod program;
mod state;
mod writes;
