//! Ids of what lies in a mailbox or in Planner, a type each. They are opaque: texts of the service's own making, in
//! which `=`, `+` and `/` are usual.
//!
//! In an address each is one segment, percent-encoded. What could not be one, such as `..`, is no id.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::InvalidId;
use super::text_id::text_id;

/// Whether `text` can stand in an address as one segment and nothing else.
fn is_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..") && !text.chars().any(char::is_control)
}

macro_rules! item_id {
    ($(#[$doc:meta])* $name:ident) => {
        text_id!($(#[$doc])* $name, is_segment);

        impl $name {
            /// An id as the service gave it, kept elsewhere meanwhile.
            ///
            /// # Errors
            /// [`InvalidId`] for a text that cannot be one segment of an address.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                Self::try_from(text.to_owned())
            }
        }
    };
}

item_id!(
    /// Id of a conversation of a group.
    ConversationId
);
item_id!(
    /// Id of a thread of a conversation.
    ThreadId
);
item_id!(
    /// Id of a post in a thread.
    PostId
);
item_id!(
    /// Id of an attachment of a post.
    AttachmentId
);
item_id!(
    /// Id of an event, a series or one occurrence of it. Another one for each mailbox: what is the
    /// same everywhere is [`Event::i_cal_u_id`](super::Event::i_cal_u_id).
    EventId
);
item_id!(
    /// Id of a plan. Capitals count.
    PlanId
);
item_id!(
    /// Id of a bucket of a plan. Capitals count.
    BucketId
);
item_id!(
    /// Id of a task of a plan. Capitals count.
    TaskId
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GraphRoot;

    #[test]
    fn an_id_is_one_segment_whatever_it_holds() {
        let root = GraphRoot::parse("https://graph.microsoft.com").unwrap();
        for (id, segment) in [
            ("AAQkAD=", "AAQkAD="),
            ("a/b+c==", "a%2Fb+c=="),
            ("a?b#c", "a%3Fb%23c"),
            ("..%2f..", "..%252f.."),
            ("%2e%2e", "%252e%252e"),
            ("a\\b", "a%5Cb"),
            ("a b", "a%20b"),
        ] {
            let id = ThreadId::parse(id).unwrap();
            let url = root.join(&["threads", id.as_str(), "posts"]);
            assert_eq!(url.path(), format!("/v1.0/threads/{segment}/posts"));
        }
    }

    #[test]
    fn what_would_leave_its_segment_is_no_id() {
        for odd in ["", ".", "..", ".\t.", "a\nb", "a\0"] {
            assert_eq!(PostId::parse(odd), Err(InvalidId), "{odd:?}");
        }
    }
}
