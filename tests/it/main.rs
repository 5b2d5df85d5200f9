//! The whole application, from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod accessibility;
mod architecture;
mod conversing;
mod meeting;
mod owner;
mod practising;
mod renewing;
mod ruling;
mod signing_in;
mod staffing;
mod tending;
mod window;
