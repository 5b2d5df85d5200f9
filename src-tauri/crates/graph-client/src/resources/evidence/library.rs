//! What lies at the root of the document library (driveitem-list-children.md).

use super::{Answered, Reading};
use crate::batch::BatchRequest;
use crate::models::{DriveItem, Read};
use crate::odata::Query;

const OPERATION: &str = "group.rootChildren";

/// The service's own page. All are read: libraries of work accounts sort by name only.
const PAGE: u32 = 200;

pub(super) fn request(id: &str) -> BatchRequest {
    let query = Query::default().select(DriveItem::SELECT).top(PAGE);
    let path = ["groups", id, "drive", "root", "children"];
    BatchRequest::get(OPERATION, &path, &query)
}

pub(super) async fn read(reading: &mut Reading<'_>, answer: Answered) -> Read<Vec<DriveItem>> {
    Some(match answer? {
        Ok(answer) => reading.all(OPERATION, answer).await,
        Err(error) => Err(error),
    })
}
