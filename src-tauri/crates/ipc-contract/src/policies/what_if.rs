//! What a lifetime, and a selection of groups, would come to before it is saved.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ExpirationInput;

/// Asks what a policy would come to, for every group that the person can see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfRequest {
    /// The policy; `null` for none.
    pub expiration: Option<ExpirationInput>,
    /// Groups that would be added to it.
    pub select: Vec<String>,
    /// Groups that would be taken out of it.
    pub unselect: Vec<String>,
}

/// What a change does to a group's expiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WhatIfChange {
    /// It expires, and did not before.
    FirstTime,
    /// It expires no longer.
    NoLonger,
    /// It expires earlier than before.
    Sooner,
    /// It expires later than before.
    Later,
    /// It expires when it did.
    Same,
    /// It expires neither before nor after.
    Never,
}

/// The rule that gave a group's expiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExpiryRule {
    /// There would be no policy.
    NoPolicy,
    /// The policy would not cover it.
    NotCovered,
    /// Nothing of the policy changes for it: the service's own date stands.
    Unchanged,
    /// Its last renewal, and the lifetime.
    Renewed,
    /// It is older than the lifetime: 35 days from the change.
    Older,
}

/// Something that the dates rest on, and that the service's documentation does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExpiryAssumption {
    /// A lifetime counts from the last renewal.
    CountedFromRenewal,
    /// A change of the lifetime is applied to groups that expire already.
    Recomputed,
    /// The 35 days of groups that are older than the lifetime hold at every change, not only at the first.
    GraceAtEveryChange,
    /// Nobody renews a group meanwhile, and nobody uses it: activity renews by itself.
    NotUsed,
    /// The change is made now.
    MadeNow,
}

/// How many groups a change concerns, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfFigures {
    /// Groups that were looked at.
    pub groups: u32,
    /// Groups that expire now.
    pub covered_now: u32,
    /// Groups that would expire.
    pub covered_then: u32,
    /// Groups that would expire for the first time.
    pub first_time: u32,
    /// Groups that would no longer expire.
    pub no_longer: u32,
    /// Groups that would expire earlier.
    pub sooner: u32,
    /// Groups that would expire later.
    pub later: u32,
    /// Groups whose owners would get a mail within the next 30 days.
    pub mailed_soon: u32,
    /// Groups that would be deleted within the next 60 days, if nobody renews or uses them.
    pub deleted_soon: u32,
    /// When the first would be.
    #[ts(type = "string | null")]
    pub first_deletion: Option<Timestamp>,
    /// Groups that are older than the lifetime, and get 35 days.
    pub older: u32,
}

/// How many groups expire in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthCount {
    /// The month in UTC, such as `2027-02`.
    pub month: String,
    /// How many expire now.
    pub now: u32,
    /// How many would.
    pub then: u32,
}

/// What a policy would come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// Names it, for its rows; the last few are remembered.
    pub id: String,
    /// When the groups were read.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// The moment that it was reckoned for.
    #[ts(type = "string")]
    pub now: Timestamp,
    /// How many groups have been read so far, while not all have; `null` when all have.
    pub reading: Option<u32>,
    /// In figures.
    pub figures: WhatIfFigures,
    /// How many groups are selected now, as far as they can be seen; `null` where the policy covers all or none.
    pub selected: Option<u32>,
    /// How many would be; at most [`super::SELECTED_MOST`] can.
    pub selected_then: Option<u32>,
    /// By months, from the present one on, at most 36; all later ones are in the last.
    pub months: Vec<MonthCount>,
    /// What the dates rest on that is not documented.
    pub assumptions: Vec<ExpiryAssumption>,
}

/// Which groups of a what-if.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WhatIfFilter {
    /// All.
    All,
    /// All whose expiry changes.
    Changed,
    /// That would expire for the first time.
    FirstTime,
    /// That would no longer expire.
    NoLonger,
    /// That would expire earlier.
    Sooner,
    /// That would expire later.
    Later,
    /// Whose owners would get a mail within the next 30 days.
    MailedSoon,
    /// That would be deleted within the next 60 days.
    DeletedSoon,
    /// That are older than the lifetime.
    Older,
}

/// What rows of a what-if are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WhatIfSort {
    /// The group's name.
    Name,
    /// When it expires now.
    Now,
    /// When it would expire.
    Then,
    /// When it was renewed.
    Renewed,
}

/// Asks for rows of a what-if.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfRowsRequest {
    /// The what-if.
    pub id: String,
    /// Which groups.
    pub filter: WhatIfFilter,
    /// Only groups whose name has this in it.
    pub text: String,
    /// In which order.
    pub sort: WhatIfSort,
    /// Whether the largest stands first.
    pub descending: bool,
    /// How many to leave out.
    pub offset: u32,
    /// How many to answer, at most 500.
    pub limit: u32,
}

/// A group in a what-if.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfRow {
    /// Directory id.
    pub group_id: String,
    /// Its name.
    pub group_name: String,
    /// Whether the person owns it.
    pub owned: bool,
    /// Its last renewal, or creation.
    #[ts(type = "string | null")]
    pub renewed: Option<Timestamp>,
    /// When it expires now.
    #[ts(type = "string | null")]
    pub expires_now: Option<Timestamp>,
    /// When it would expire.
    #[ts(type = "string | null")]
    pub expires_then: Option<Timestamp>,
    /// What gave that.
    pub rule: ExpiryRule,
    /// What changes.
    pub change: WhatIfChange,
    /// When its owners would get mails, those still to come.
    #[ts(type = "string[]")]
    pub mails: Vec<Timestamp>,
    /// When it would be deleted.
    #[ts(type = "string | null")]
    pub deleted: Option<Timestamp>,
}

/// Rows of a what-if.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfRows {
    /// The rows.
    pub rows: Vec<WhatIfRow>,
    /// How many there are in all.
    pub total: u32,
}
