//! What a person can set, and what is kept on this machine.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    HighContrast,
}

/// How close rows stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// The design's row heights.
    #[default]
    Comfortable,
    /// Eight pixels less.
    Compact,
}

/// Where tokens are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TokenProtection {
    /// Sealed on disk, under a key in the system's keychain.
    #[default]
    Keychain,
    /// In memory only: sign in again after every start.
    MemoryOnly,
    /// Sealed on disk, under a key in a file beside it that only this user may read. Weaker:
    /// chosen by the person.
    KeyFile,
}

/// What the keychain is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum KeychainState {
    /// It holds the key.
    Available,
    /// It is there and locked.
    Locked,
    /// There is none.
    Absent,
}

/// What a person can set. Unknown members of a newer version are dropped on writing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Row heights.
    pub density: Density,
    /// Where tokens are kept.
    pub token_protection: TokenProtection,
    /// Notices before groups expire.
    pub notices: crate::notices::NoticeSettings,
}

/// What is kept on this machine, and how it is protected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StorageInfo {
    /// The folder.
    pub data_dir: String,
    /// Size of the last known state, in bytes.
    #[ts(type = "number")]
    pub cache_bytes: u64,
    /// Size of the logs, in bytes.
    #[ts(type = "number")]
    pub log_bytes: u64,
    /// What the keychain is like.
    pub keychain: KeychainState,
    /// How tokens are protected now (which the keychain's state may force).
    pub protection_in_force: TokenProtection,
    /// Files that were found damaged and set aside, by name.
    pub set_aside: Vec<String>,
}

/// A screen that the application can begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StartView {
    /// Home.
    Home,
    /// The list of groups.
    Groups,
    /// The renewals desk.
    Renewals,
    /// Deleted groups.
    Deleted,
    /// What the tenant decides about groups.
    Policies,
    /// What was done.
    Activity,
    /// Settings.
    Settings,
}

/// How the application was started, as far as the UI has to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppStart {
    /// Version of the application.
    pub version: String,
    /// Who is signed in.
    pub session: crate::session::SessionState,
    /// The screen to begin with; `null` for the usual one.
    pub view: Option<StartView>,
    /// What was set, the theme as the command line overrules it.
    pub settings: Settings,
    /// What the sign-in form is filled with (from the command line, or the last sign-in).
    pub sign_in: crate::session::SignInRequest,
    /// Things that the person has to know once, such as a damaged file that was set aside.
    pub notices: Vec<crate::error::CommandError>,
}
