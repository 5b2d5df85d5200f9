//! What is ahead in the calendar (group-list-calendarview.md).

use jiff::Timestamp;

use super::{Answered, beginning};
use crate::batch::BatchRequest;
use crate::models::{Beginning, Event, Read};
use crate::odata::Query;

const OPERATION: &str = "group.calendarView";

/// So many are looked at.
const PAGE: u32 = 100;

pub(super) fn request(id: &str, (from, to): (Timestamp, Timestamp)) -> BatchRequest {
    let query = Query::default()
        .window(from, to)
        .select(Event::SELECT_SIGN_OF_LIFE)
        .order_by("start/dateTime")
        .top(PAGE);
    BatchRequest::get(OPERATION, &["groups", id, "calendarView"], &query)
}

pub(super) fn read(answer: Answered) -> Read<Beginning<Event>> {
    beginning(OPERATION, answer)
}
