//! What a group says: its conversations listed and read, their posts made harmless.
//!
//! Owns what is remembered of conversations while an account is shown, and what may be read at all. Deliberately
//! elsewhere: what one writes (`drafts`), how strangers' HTML becomes harmless (`untrusted_html`), how a mailbox is
//! asked (`graph-client`).

mod change;
mod images;
mod known;
mod list;
mod listing;
mod posts;
mod recipients;
mod remote;
mod saving;
mod threads;

use graph_client::models::{Conversation as GraphConversation, ConversationId, GroupId, Recipient};
use identity::permissions;
use ipc_contract::conversations::{Conversation, MailPerson};
use jiff::Timestamp;

use crate::CoreError;
use crate::session::ActiveSession;

pub(crate) use known::Conversations;

/// The permission that this application asks for so that conversations can be read.
const PERMISSION: &str = "Group.ReadWrite.All";
/// Permissions that let them be read too, where an administrator granted them.
const SUFFICIENT: [&str; 4] = [
    PERMISSION,
    "Group.Read.All",
    "Group-Conversation.Read.All",
    "Group-Conversation.ReadWrite.All",
];

/// Whether conversations may be asked for, by what was granted.
fn may_read(session: &ActiveSession) -> bool {
    let granted = session.granted();
    let mut names = SUFFICIENT.into_iter();
    names.any(|name| permissions::is_granted(name, &granted))
}

fn group_id(text: &str) -> Result<GroupId, CoreError> {
    GroupId::parse(text).map_err(|_| CoreError::invalid("groupId"))
}

fn conversation_id(text: &str) -> Result<ConversationId, CoreError> {
    ConversationId::parse(text).map_err(|_| CoreError::invalid("conversationId"))
}

/// A conversation as the window shows it.
fn shown(conversation: GraphConversation) -> Conversation {
    Conversation {
        id: conversation.id.to_string(),
        topic: conversation.topic.unwrap_or_default(),
        last_delivered: conversation
            .last_delivered_date_time
            .unwrap_or(Timestamp::UNIX_EPOCH),
        senders: conversation.unique_senders,
        preview: conversation.preview.unwrap_or_default(),
        has_attachments: conversation.has_attachments.unwrap_or_default(),
    }
}

/// Somebody as the window shows them: the address stands for a name that is missing.
fn person(recipient: &Recipient) -> MailPerson {
    let address = recipient.email_address.address.clone().unwrap_or_default();
    let name = recipient.email_address.name.clone().unwrap_or_default();
    MailPerson {
        name: if name.trim().is_empty() {
            address.clone()
        } else {
            name
        },
        address,
    }
}
