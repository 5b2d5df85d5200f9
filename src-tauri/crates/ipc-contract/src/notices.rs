//! Desktop notices before groups expire, and what happens when the window is closed.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When the person wants to be told about groups that are about to expire: within 30, 15 and 7 days and
/// 1 day, each once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NoticeSettings {
    /// Whether at all.
    pub enabled: bool,
    /// The time of day, in the machine's time zone.
    #[ts(type = "string")]
    pub at: Time,
    /// Whether there are quiet hours.
    pub quiet: bool,
    /// When the quiet hours begin.
    #[ts(type = "string")]
    pub quiet_from: Time,
    /// When the quiet hours end; may be on the next day.
    #[ts(type = "string")]
    pub quiet_until: Time,
    /// Whether the application starts with the session, in the background.
    pub start_with_session: bool,
    /// Whether an icon in the tray shows how many are due, and stays when the window is closed.
    pub tray: bool,
}

impl Default for NoticeSettings {
    fn default() -> Self {
        Self {
            enabled: true,
            at: Time::constant(9, 0, 0, 0),
            quiet: true,
            quiet_from: Time::constant(20, 0, 0, 0),
            quiet_until: Time::constant(8, 0, 0, 0),
            start_with_session: false,
            tray: false,
        }
    }
}

/// What shall become of running jobs when the window is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CloseChoice {
    /// The window goes, the jobs go on; the application ends after the last of them.
    Background,
    /// Jobs are paused; they can go on after the next start.
    Pause,
}

/// Closes the window while jobs run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CloseRequest {
    /// What shall become of them.
    pub choice: CloseChoice,
}
