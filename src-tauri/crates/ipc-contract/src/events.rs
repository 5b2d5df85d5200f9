//! What the backend tells the UI without being asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dropped::{DragPhase, DroppedFile};
use crate::error::CommandError;
use crate::jobs::Job;

/// The one Tauri event that carries [`AppEvent`]s.
pub const APP_EVENT: &str = "app-event";

/// What a change concerns: the UI refetches every query that provides one of the tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Tag {
    /// The list of groups and everything derived from it.
    Groups,
    /// Accounts, session and permissions.
    Session,
    /// Settings and storage.
    Settings,
    /// The practice tenant's clock, weather and size.
    Practice,
    /// Details of single groups.
    Details,
    /// The people of single groups.
    Members,
    /// Deleted groups, and those on their way back.
    Deleted,
    /// Jobs, and the record of what was done.
    Activity,
    /// Groups of the whole tenant.
    Tenant,
    /// What was decided about expiring groups, and the history of it.
    Decisions,
    /// Conversations of single groups.
    Conversations,
    /// What is being written.
    Drafts,
    /// Calendars of single groups.
    Calendar,
    /// What the tenant decides about all groups.
    Policies,
}

/// Something happened that the UI did not ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum AppEvent {
    /// What the tags name has changed.
    Changed {
        /// What.
        tags: Vec<Tag>,
    },
    /// A refresh goes on. Absolute counts; `sequence` rises.
    RefreshProgress {
        /// Rising number: an older event that arrives late is dropped.
        sequence: u32,
        /// Groups read so far.
        loaded: u32,
    },
    /// A job goes on, or is over. Absolute counts; the job's `sequence` rises.
    JobProgress {
        /// The job as it stands.
        job: Box<Job>,
    },
    /// An attachment is being saved. Absolute counts.
    AttachmentProgress {
        /// The service's id of the attachment.
        attachment_id: String,
        /// Bytes read so far.
        #[ts(type = "number")]
        loaded: u64,
        /// Bytes in all; `null` when the service does not say.
        #[ts(type = "number | null")]
        size: Option<u64>,
    },
    /// Somebody drags files from elsewhere, where the page is not told so by the web view.
    FilesDragged {
        /// How far it has come.
        phase: DragPhase,
        /// Where the pointer is, in the page's pixels from the left.
        x: i32,
        /// Where the pointer is, in the page's pixels from the top.
        y: i32,
        /// Names this drop when their bytes are asked for.
        drop_id: u32,
        /// What was dropped; empty before.
        files: Vec<DroppedFile>,
    },
    /// The person wants to close the window while jobs run.
    CloseAsked,
    /// A notice was clicked: the group that it is about, on the renewals desk.
    ShowGroup {
        /// Directory id of the group; `null` for the desk as such.
        group_id: Option<String>,
    },
    /// A refresh ended.
    RefreshEnded {
        /// Why it failed, when it did.
        error: Option<Box<CommandError>>,
    },
}
