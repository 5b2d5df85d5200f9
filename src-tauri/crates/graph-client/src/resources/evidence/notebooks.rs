//! The page of the notebooks that was changed last (onenote-list-pages.md).

use super::{Answered, beginning};
use crate::batch::BatchRequest;
use crate::models::{OnenotePage, Read};
use crate::odata::Query;

const OPERATION: &str = "group.lastPage";

/// Of all notebooks at once: the service lists what was changed last first.
pub(super) fn request(id: &str) -> BatchRequest {
    let query = Query::default()
        .select(OnenotePage::SELECT)
        .order_by("lastModifiedDateTime desc")
        .top(1);
    BatchRequest::get(OPERATION, &["groups", id, "onenote", "pages"], &query)
}

pub(super) fn read(answer: Answered) -> Read<Option<OnenotePage>> {
    let pages = beginning::<OnenotePage>(OPERATION, answer)?;
    Some(pages.map(|pages| pages.items.into_iter().next()))
}
