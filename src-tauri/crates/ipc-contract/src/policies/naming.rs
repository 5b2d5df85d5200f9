//! What groups have to be called: the pattern, the blocked words, and what comes of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::details::{NameFinding, NameProblem};
use crate::people::PersonRef;

/// An attribute of the person who creates a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NameAttribute {
    /// `[Department]`
    Department,
    /// `[Company]`
    Company,
    /// `[Office]`
    Office,
    /// `[StateOrProvince]`
    StateOrProvince,
    /// `[CountryOrRegion]`
    CountryOrRegion,
    /// `[Title]`
    Title,
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum NamePart {
    /// Fixed text.
    Text {
        /// The text.
        text: String,
    },
    /// An attribute of who creates the group.
    Attribute {
        /// Which.
        attribute: NameAttribute,
    },
    /// What the person calls the group.
    GroupName,
}

/// A pattern, as text or by its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum NamePattern {
    /// As the service keeps it, such as `GRP_[GroupName]_[Department]`; empty for none.
    Raw {
        /// The text.
        raw: String,
    },
    /// By its parts; none for no pattern.
    Parts {
        /// The parts.
        parts: Vec<NamePart>,
    },
}

/// What names have to be like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamingPolicy {
    /// The pattern as the service keeps it; empty when there is none.
    pub raw: String,
    /// The same in parts.
    pub parts: Vec<NamePart>,
    /// Words that names must not have.
    pub blocked_words: Vec<String>,
    /// What is not in order with it.
    pub findings: Vec<NamingFinding>,
    /// How many characters a whole name may have.
    pub name_most: u32,
    /// How many characters the pattern may have.
    pub pattern_most: u32,
}

/// A naming policy that is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamingInput {
    /// The pattern.
    pub pattern: NamePattern,
    /// Words that names must not have.
    pub blocked_words: Vec<String>,
}

/// Something about a naming policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum NamingFinding {
    /// `[GroupName]` is missing: refused.
    GroupNameMissing,
    /// `[GroupName]` stands there more than once: refused.
    GroupNameTwice,
    /// The pattern is longer than the service takes: refused.
    PatternTooLong {
        /// How long it is.
        length: u32,
        /// How long it may be.
        most: u32,
    },
    /// Fixed text alone leaves no character for a name: refused.
    NoRoom {
        /// How long the fixed text is.
        length: u32,
        /// How long a whole name may be.
        most: u32,
    },
    /// Little is left for a name, with the attributes of somebody.
    LittleRoom {
        /// How many characters are left.
        left: u32,
        /// For whom.
        person: PersonRef,
    },
    /// Something in brackets that is no attribute, and stays as it is.
    UnknownToken {
        /// It, with its brackets.
        token: String,
    },
    /// More words than the service takes: refused.
    TooManyWords {
        /// How many there are.
        count: u32,
        /// How many there may be.
        most: u32,
    },
    /// A word with a comma, which parts words: refused.
    WordWithComma {
        /// The word.
        word: String,
    },
    /// Words that are there more than once.
    WordsTwice {
        /// How many are too many.
        count: u32,
    },
    /// Fixed text of the pattern has a blocked word, so that every name does.
    PatternBlocked {
        /// The word.
        word: String,
    },
}

/// Asks what names come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamingPreviewRequest {
    /// The policy that is being written; `null` for the tenant's own.
    pub naming: Option<NamingInput>,
    /// What somebody would call a group.
    pub name: String,
}

/// A name as it would be for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NameExample {
    /// Who would create the group.
    pub person: PersonRef,
    /// Whether that is the signed-in person.
    pub me: bool,
    /// Attributes of the pattern that the directory does not know of them.
    pub unset: Vec<NameAttribute>,
    /// The whole name.
    pub display_name: String,
    /// The whole alias.
    pub mail_nickname: String,
    /// How many characters the name has.
    pub length: u32,
    /// How many characters are left for what the person types; negative when the name is too long.
    pub room: i32,
    /// What is wrong with the name or the alias.
    pub findings: Vec<NameFinding>,
}

/// What names come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamingPreview {
    /// The policy, with what is not in order with it.
    pub policy: NamingPolicy,
    /// The signed-in person first, then others of different departments, at most six.
    pub examples: Vec<NameExample>,
    /// Whether the signed-in person is exempt: some administrators are.
    pub exempt: bool,
    /// Whether it can be saved.
    pub valid: bool,
}

/// Asks which groups would not fit a naming policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamingMisfitsRequest {
    /// The policy that is being written; `null` for the tenant's own.
    pub naming: Option<NamingInput>,
    /// How many to leave out.
    pub offset: u32,
    /// How many to answer, at most 500.
    pub limit: u32,
}

/// A group that would not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamingMisfit {
    /// Directory id.
    pub group_id: String,
    /// Its name.
    pub group_name: String,
    /// Its alias.
    pub mail_nickname: String,
    /// Whether the person owns it.
    pub owned: bool,
    /// Why.
    pub problems: Vec<NameProblem>,
}

/// Groups that would not fit; they are asked to at their next renaming.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamingMisfits {
    /// The groups, by name.
    pub rows: Vec<NamingMisfit>,
    /// How many there are in all.
    pub total: u32,
    /// How many groups were looked at.
    pub groups: u32,
    /// How many have been read so far, while not all have; `null` when all have.
    pub reading: Option<u32>,
}
