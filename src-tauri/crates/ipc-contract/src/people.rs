//! People: who is in a group, finding them, checking a list of them, comparing groups.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::details::FixedReason;

/// Somebody by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRef {
    /// Directory id.
    pub id: String,
    /// Display name, for records and sentences.
    pub display_name: String,
}

/// What kind of object somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PersonKind {
    /// Somebody of the tenant.
    Member,
    /// Somebody from outside.
    Guest,
    /// An application.
    ServicePrincipal,
    /// A device, a group, a contact: something that cannot be in a Microsoft 365 group.
    Other,
}

/// Somebody in the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Directory id.
    pub id: String,
    /// Display name, in any script.
    pub display_name: String,
    /// Mail address, else the sign-in name.
    pub address: Option<String>,
    /// Job title.
    pub job_title: Option<String>,
    /// What they are.
    pub kind: PersonKind,
    /// Whether the account is enabled; `null` when the service did not say.
    pub enabled: Option<bool>,
}

/// Somebody in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupMember {
    /// Who.
    pub person: Person,
    /// Whether they own it.
    pub owner: bool,
    /// Whether they are a member.
    pub member: bool,
    /// Whether this is the signed-in person.
    pub me: bool,
}

/// Why the members of a group with hidden membership are not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HiddenMembers {
    /// The permission to see hidden members was not granted.
    PermissionMissing,
    /// The person is not in the group.
    NotInGroup,
}

/// Everybody in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberList {
    /// Owners first, then by name.
    pub people: Vec<GroupMember>,
    /// When they were last read completely; `null` before the first time.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// Whether they are being read.
    pub refreshing: bool,
    /// Why the last read failed, when it did.
    pub last_error: Option<crate::error::CommandError>,
    /// Why they cannot be changed; `null` when they can.
    pub fixed: Option<FixedReason>,
    /// Why the members are not among them; `null` when they are.
    pub hidden: Option<HiddenMembers>,
}

/// As what somebody is in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Member.
    Member,
    /// Owner.
    Owner,
    /// Both: what an owner needs who uses Planner or Teams.
    OwnerAndMember,
}

/// Finds people while one types.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleFindRequest {
    /// What was typed: part of a name or an address.
    pub text: String,
    /// The group that they shall be added to, so that those who are in it are marked.
    pub group_id: Option<String>,
}

/// Somebody that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonFound {
    /// Who.
    pub person: Person,
    /// As what they are in the group already; `null` when they are not, or no group was named.
    pub role: Option<Role>,
}

/// People that were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleFound {
    /// At most 25, best first.
    pub people: Vec<PersonFound>,
    /// Whether the service was asked; false when only people seen before were looked through.
    pub asked_service: bool,
}

/// A list of people to be checked: pasted text, or a file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleCheckRequest {
    /// The group that they shall be added to.
    pub group_id: String,
    /// As what.
    pub role: Role,
    /// The file's name; `null` for pasted text.
    pub file_name: Option<String>,
    /// The bytes, in base64; at most 16 MB before encoding.
    pub content: String,
}

/// What came of checking one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LineVerdict {
    /// Several people match, or one by name only: choose.
    Unclear,
    /// Nobody matches.
    Unknown,
    /// Found, and cannot be added.
    NotAddable,
    /// A guest, who may be added.
    Guest,
    /// Found, and may be added.
    Ready,
    /// In the group already.
    AlreadyIn,
    /// The same person as on an earlier line.
    Repeated,
}

/// Why somebody cannot be added, or a line is unclear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LineReason {
    /// A device, a group, a contact, an application.
    NotAPerson,
    /// The tenant does not let guests be added.
    GuestsNotAllowed,
    /// The group does not let guests be added.
    GuestsNotAllowedHere,
    /// Guests cannot own groups in this tenant.
    GuestCannotOwn,
    /// Whether guests are let in may not be read: the service decides.
    GuestsNotKnown,
    /// Several people match.
    SeveralMatch,
    /// No address; one person has this name.
    NameOnly,
    /// No such account.
    NoSuchAccount,
    /// The line holds neither an address nor a name.
    Empty,
    /// It could not be looked up; try again.
    NotLookedUp,
}

/// One line of a checked list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedLine {
    /// The line's number in the file, counted from 1.
    pub line: u32,
    /// What stands there, shortened.
    pub text: String,
    /// What came of it.
    pub verdict: LineVerdict,
    /// Why, where it is not plain.
    pub reason: Option<LineReason>,
    /// Who it is.
    pub person: Option<Person>,
    /// Who it could be, for an unclear line.
    pub candidates: Vec<Person>,
}

/// How many lines came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedCounts {
    /// See [`LineVerdict`].
    pub ready: u32,
    /// See [`LineVerdict`].
    pub guest: u32,
    /// See [`LineVerdict`].
    pub already_in: u32,
    /// See [`LineVerdict`].
    pub unclear: u32,
    /// See [`LineVerdict`].
    pub unknown: u32,
    /// See [`LineVerdict`].
    pub not_addable: u32,
    /// See [`LineVerdict`].
    pub repeated: u32,
}

/// A checked list. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleChecked {
    /// Names the check, for accepting or saving it; good until the application is closed.
    pub check_id: String,
    /// The file's name; `null` for pasted text.
    pub file_name: Option<String>,
    /// How many lines were read, without the header.
    pub lines: u32,
    /// The columns that were taken for address and name, as the header names them.
    pub columns: Vec<String>,
    /// How many came to what.
    pub counts: CheckedCounts,
    /// The first 2,000 lines, those that need a look first.
    pub shown: Vec<CheckedLine>,
    /// How many requests adding all that are ready takes.
    pub requests: u32,
}

/// Names two groups to compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompareRequest {
    /// One group.
    pub left_id: String,
    /// The other.
    pub right_id: String,
}

/// Who is in which of two groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// In the first only.
    pub only_left: Vec<Person>,
    /// In the second only.
    pub only_right: Vec<Person>,
    /// In both.
    pub both: Vec<Person>,
}

/// Asks which of the groups each of the people is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixRequest {
    /// The people, at most 20.
    pub people: Vec<PersonRef>,
}

/// Somebody's place in the signed-in person's groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixCell {
    /// Directory id of the person.
    pub person_id: String,
    /// Directory id of the group.
    pub group_id: String,
    /// As what.
    pub role: Role,
}

/// A person-by-group matrix over the groups that the signed-in person owns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Matrix {
    /// Where somebody is in; a pair that is missing is not.
    pub cells: Vec<MatrixCell>,
    /// People whose groups could not be read.
    pub unreadable: Vec<PersonRef>,
}

/// Somebody who would be a good second owner, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnerSuggestion {
    /// Who.
    pub person: Person,
    /// How many of the group's last posts are theirs.
    pub posts: u32,
}

/// People for whom to read photos, or groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhotosRequest {
    /// Whether the ids are groups'; else people's.
    pub groups: bool,
    /// Directory ids, at most 100.
    pub ids: Vec<String>,
}

/// A photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Photo {
    /// Whose: a directory id.
    pub id: String,
    /// The picture as a `data:` address; `null` when there is none.
    pub data_url: Option<String>,
}

/// Sets a group's photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhotoSetRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The bytes of a JPEG or PNG under 4 MB, in base64.
    pub content: String,
}
