//! Behaves like Microsoft Graph and its sign-in, on this computer.

mod sign_in;
