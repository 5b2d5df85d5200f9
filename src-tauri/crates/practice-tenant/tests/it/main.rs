//! What a client can rely on, asked over HTTP as a client asks.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod batch;
mod calendar;
mod client;
mod contents;
mod control;
mod conversations;
mod creating;
mod deleted;
mod delta;
mod events;
mod expiry;
mod faults;
mod finding;
mod labels;
mod lists;
mod mail;
mod members;
mod naming;
mod peculiarities;
mod people;
mod permissions;
mod photos;
mod planner;
mod policies;
mod posting;
mod program;
mod replication;
mod roles;
mod settings;
mod state;
mod teams;
mod updating;
mod world;
mod writes;
