//! Tables: local search, how a table was left, and saving what it shows.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::groups::GroupSummary;

/// How the table of groups was left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TableLayout {
    /// Columns that are shown, in order; empty for the usual ones.
    pub columns: Vec<String>,
    /// Widths that were set, in pixels.
    pub widths: BTreeMap<String, u32>,
    /// The column that it is sorted by.
    pub sort: Option<String>,
    /// Whether the largest stands first.
    pub descending: bool,
    /// Filters that are on.
    pub filters: Vec<String>,
}

/// Asks for groups of the whole tenant, as far as they were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TenantGroupsRequest {
    /// What was typed; empty for all.
    pub text: String,
    /// How many to leave out.
    pub offset: u32,
}

/// Groups of the whole tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TenantGroups {
    /// At most 200 from the offset on: best first, or by name.
    pub groups: Vec<GroupSummary>,
    /// How many there are in all.
    pub total: u32,
    /// How far the first reading of the tenant has come; `null` when it is complete.
    pub reading: Option<u32>,
    /// Why the tenant's groups could not be read, when they could not.
    pub last_error: Option<crate::error::CommandError>,
}

/// The form of a saved file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// Comma-separated, UTF-8 with a byte-order mark; cells that a spreadsheet would run are made safe.
    Csv,
    /// JSON.
    Json,
    /// Calendar (RFC 5545): for [`ExportContent::Expiries`] and [`ExportContent::Calendar`] only.
    Ics,
}

/// What is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum ExportContent {
    /// Groups.
    Groups {
        /// Which, in this order.
        group_ids: Vec<String>,
    },
    /// The people of a group.
    Members {
        /// The group.
        group_id: String,
    },
    /// A checked list, with what was found for each line.
    Checked {
        /// The check.
        check_id: String,
    },
    /// A job, with what came of each item.
    Job {
        /// The job.
        job_id: String,
    },
    /// The record of what was done.
    Activity,
    /// When groups expire, with the notices before.
    Expiries {
        /// Which, in this order.
        group_ids: Vec<String>,
    },
    /// What was decided and what became of it, with its hashes.
    History,
    /// What a policy would come to, group by group.
    WhatIf {
        /// The what-if.
        id: String,
    },
    /// The tenant's policies, to be compared or taken over: as JSON only.
    Policies,
    /// The events of a group within a range, series as such.
    Calendar {
        /// The group.
        group_id: String,
        /// The first day.
        #[ts(type = "string")]
        first: Date,
        /// The last day.
        #[ts(type = "string")]
        last: Date,
        /// The zone in which days begin, by its IANA name.
        time_zone: String,
    },
}

/// Saves something in the person's folder of downloads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    /// What.
    pub content: ExportContent,
    /// In which form.
    pub format: ExportFormat,
}

/// A saved file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// Its name.
    pub file_name: String,
    /// The folder that it is in.
    pub folder: String,
    /// How many rows it has.
    pub rows: u32,
}
