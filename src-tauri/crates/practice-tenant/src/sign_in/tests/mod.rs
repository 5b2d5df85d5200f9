//! Drives the endpoints as an app and a browser do.
