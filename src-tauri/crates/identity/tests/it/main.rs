//! Sign-in, accounts and tokens over real HTTP, against a stand-in for the identity platform.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod accounts;
mod credential;
mod device_code;
mod practice;
mod protection;
mod refusals;
mod secrets;
mod sign_in;
mod support;
