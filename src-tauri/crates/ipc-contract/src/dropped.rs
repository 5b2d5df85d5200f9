//! Files that somebody drags onto the window, where the system's web view does not hand them to the page itself.
//!
//! The page learns their names and sizes, and asks for their bytes one by one; where they lie it needs not know.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far dragging has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DragPhase {
    /// Files are over the window.
    Over,
    /// They were dropped.
    Dropped,
    /// They left the window.
    Left,
}

/// A file that was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DroppedFile {
    /// Its name, without its folder.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// Asks for what is in a dropped file. Only the files of the last drop are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DroppedRequest {
    /// Which drop, as its event said.
    pub drop_id: u32,
    /// Which of its files, from 0.
    pub index: u32,
}

/// What is in a dropped file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DroppedContent {
    /// Its bytes, in base64.
    pub content: String,
}
