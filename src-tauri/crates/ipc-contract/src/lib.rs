//! What crosses between the window and the backend: every command, request, response, event and
//! error code, declared once, and exported to TypeScript.
//!
//! Deliberately elsewhere: what commands do (`app-core`), how Tauri carries them (the shell).
//! Nothing here may hold a secret: all of it can be read in the web view.

pub mod calendar;
pub mod commands;
pub mod conversations;
pub mod decisions;
pub mod deleted;
pub mod details;
pub mod dropped;
pub mod error;
pub mod events;
pub mod evidence;
pub mod groups;
pub mod hand_over;
pub mod jobs;
pub mod notices;
pub mod people;
pub mod policies;
pub mod practice;
pub mod session;
pub mod settings;
pub mod tables;
pub mod typescript;
