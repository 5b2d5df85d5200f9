//! Policies as a file: compared with what is here, and taken over.
//!
//! Saving the file is [`crate::tables::ExportContent::Policies`].

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PolicyArea;
use crate::jobs::ChangeRequest;

/// Compares a file with what the tenant has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PoliciesImportRequest {
    /// The file's text.
    pub text: String,
}

/// Why a file cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum FileFault {
    /// It is no JSON.
    NotJson {
        /// The line at which it ends to be.
        line: u32,
    },
    /// It is JSON of something else.
    NotPolicies,
    /// A newer version wrote it.
    NewerVersion {
        /// Its version.
        version: u32,
    },
    /// A part of it is missing or of another type.
    Damaged {
        /// Where.
        at: String,
    },
    /// It is larger than such a file can be.
    TooLarge,
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyDifference {
    /// Names it within the file.
    pub key: String,
    /// What it is about.
    pub area: PolicyArea,
    /// The template's name; `null` of the expiration policy.
    pub template_name: Option<String>,
    /// The property or the value's name; `null` when the whole is only on one side.
    pub name: Option<String>,
    /// What holds here.
    pub here: Option<String>,
    /// What the file has.
    pub there: Option<String>,
    /// Whether it can be taken over: not when this tenant has no such template or value.
    pub applicable: bool,
}

/// A file compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum PoliciesCompared {
    /// It cannot be.
    Refused {
        /// Why.
        fault: FileFault,
    },
    /// It was.
    Compared {
        /// The tenant that it was saved from.
        tenant_name: String,
        /// Whether that is this one.
        same_tenant: bool,
        /// When what is in it was read.
        #[ts(type = "string")]
        as_of: Timestamp,
        /// What differs, by area.
        differences: Vec<PolicyDifference>,
        /// How many values are the same.
        same: u32,
    },
}

/// Asks for the changes that take something over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PoliciesAdoptRequest {
    /// The file's text.
    pub text: String,
    /// Keys of the differences.
    pub keys: Vec<String>,
}

/// Changes, each to be planned and run by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeList {
    /// The changes.
    pub changes: Vec<ChangeRequest>,
}
