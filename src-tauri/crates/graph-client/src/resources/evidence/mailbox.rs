//! The last conversations (group-list-conversations.md).

use super::{Answered, beginning};
use crate::batch::BatchRequest;
use crate::models::{Beginning, Conversation, Read};
use crate::odata::Query;

const OPERATION: &str = "group.lastConversations";

/// So many are looked at. The service sends the last ones first, and documents no way to ask for an
/// order or for a time.
const PAGE: u32 = 100;

pub(super) fn request(id: &str) -> BatchRequest {
    let query = Query::default()
        .select(Conversation::SELECT_SIGN_OF_LIFE)
        .top(PAGE);
    BatchRequest::get(OPERATION, &["groups", id, "conversations"], &query)
}

pub(super) fn read(answer: Answered) -> Read<Beginning<Conversation>> {
    beginning(OPERATION, answer)
}
