//! What a client can rely on, asked over HTTP as a client asks.

mod batch;
mod client;
mod delta;
mod faults;
mod lists;
mod people;
mod permissions;
mod state;
mod writes;
