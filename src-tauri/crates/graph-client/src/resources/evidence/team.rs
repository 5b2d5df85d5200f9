//! The team (team-get.md). It may not be asked again and again to see whether something changed: once
//! a day, or when a person wants to know.

use super::Answered;
use crate::batch::BatchRequest;
use crate::models::{Read, Team};
use crate::odata::Query;

const OPERATION: &str = "group.team";

pub(super) fn request(id: &str) -> BatchRequest {
    let query = Query::default().select(&["id", "isArchived"]);
    BatchRequest::get(OPERATION, &["teams", id], &query)
}

pub(super) fn read(answer: Answered) -> Read<Team> {
    Some(answer?.and_then(|answer| answer.json(OPERATION)))
}
