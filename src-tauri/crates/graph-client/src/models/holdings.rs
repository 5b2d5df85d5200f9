//! What a group holds, in figures: what goes with it when it is deleted.

/// What a group holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holdings {
    /// Conversations in its mailbox.
    pub conversations: Figure,
    /// Files and folders at the top of its document library.
    pub files: Figure,
    /// Bytes in its document library; `None` when the service does not say.
    pub files_size: Option<u64>,
    /// Plans in Planner.
    pub plans: Figure,
    /// Events in its calendar; a series counts once.
    pub events: Figure,
    /// Whether it has a team; `None` when that may not be read.
    pub team: Option<bool>,
}

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// So many.
    Known {
        /// The number.
        count: u64,
        /// Whether there are more, which were not counted.
        at_least: bool,
    },
    /// The person or the application may not read it.
    NotPermitted,
    /// There is no such place: the mailbox, the library or the plans were never made.
    Absent,
    /// It could not be read this time.
    Unread,
}
