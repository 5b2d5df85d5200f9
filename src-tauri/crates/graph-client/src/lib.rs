//! Speaks Microsoft Graph over HTTP, typed.

pub mod credential;
