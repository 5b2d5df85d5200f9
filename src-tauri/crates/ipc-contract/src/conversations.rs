//! What a group says: its conversations with their threads and posts, and what one is writing.
//!
//! A post's HTML crosses only after it was made harmless. Deliberately elsewhere: how that is done and where
//! drafts are kept (`app-core`), how the frame shows it (the window).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::CommandError;

/// Whether a group's mailbox can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum MailboxState {
    /// It answers.
    Ready,
    /// The group is young: its mailbox is still being made.
    BeingMade,
    /// The group has none, as one that Viva Engage serves.
    None,
    /// It may not be read.
    NotPermitted {
        /// The permission that is missing; `null` when it was granted and the person may not see the
        /// content all the same.
        permission: Option<String>,
    },
}

/// Somebody by mail address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MailPerson {
    /// Name; the address when there is none.
    pub name: String,
    /// Mail address; empty when the service did not say.
    pub address: String,
}

/// Asks for a group's conversations, a stretch of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationsRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// How many to leave out.
    pub offset: u32,
    /// How many to give, at most 200.
    pub limit: u32,
    /// Whether to ask the service though they were read a short while ago.
    pub anew: bool,
}

/// A conversation as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Conversation {
    /// The service's id.
    pub id: String,
    /// What it is about; may be empty.
    pub topic: String,
    /// When something was last delivered to it.
    #[ts(type = "string")]
    pub last_delivered: Timestamp,
    /// Names of those who wrote, as the service gives them.
    pub senders: Vec<String>,
    /// The beginning of the last post, as plain text.
    pub preview: String,
    /// Whether a post has attachments.
    pub has_attachments: bool,
}

/// A stretch of a group's conversations, the last delivered first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationList {
    /// Whether the mailbox can be used.
    pub mailbox: MailboxState,
    /// When the first of them were read; `null` when they never were.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// Why this is not newer, when reading failed.
    pub last_error: Option<CommandError>,
    /// From the offset on.
    pub conversations: Vec<Conversation>,
    /// Whether there are more behind them.
    pub more: bool,
    /// Posts that the person has not seen; `null` when the service did not say.
    pub unseen: Option<u32>,
    /// Whether the person gets the group's mail in their own inbox; `null` when the service did not say.
    pub subscribed: Option<bool>,
    /// Whether remote images of posts are loaded in this group.
    pub remote_images: bool,
    /// What is being written in this group, or on its way, the newest first.
    pub drafts: Vec<Draft>,
}

/// Names a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The service's id of the conversation.
    pub conversation_id: String,
    /// Whether to ask the service though it was read a short while ago.
    pub anew: bool,
}

/// Names a thread.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThreadRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The service's id of the conversation that it belongs to.
    pub conversation_id: String,
    /// The service's id of the thread.
    pub thread_id: String,
}

/// A thread with the heads of its posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Thread {
    /// The service's id.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// Whether it takes no more replies.
    pub locked: bool,
    /// Who it goes to, beside the group.
    pub to: Vec<MailPerson>,
    /// Who gets a copy.
    pub cc: Vec<MailPerson>,
    /// Its posts, the oldest first.
    pub posts: Vec<PostHead>,
}

/// A conversation with its threads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationThreads {
    /// The conversation as the list shows it.
    pub conversation: Conversation,
    /// When it was read.
    #[ts(type = "string")]
    pub as_of: Timestamp,
    /// Why this is not newer, when reading failed.
    pub last_error: Option<CommandError>,
    /// Its threads, the one delivered to last first. Mostly one.
    pub threads: Vec<Thread>,
    /// What is being written in it, or on its way.
    pub drafts: Vec<Draft>,
}

/// A post without its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PostHead {
    /// The service's id.
    pub id: String,
    /// Who wrote it.
    pub from: MailPerson,
    /// When it was delivered.
    #[ts(type = "string")]
    pub received: Timestamp,
    /// The beginning of its body, as plain text; empty when that was not read yet.
    pub preview: String,
    /// Whether it has attachments.
    pub has_attachments: bool,
    /// Who joined the conversation with it.
    pub new_participants: Vec<MailPerson>,
}

/// Asks for the bodies of some posts of one thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PostsRequest {
    /// The thread.
    pub thread: ThreadRequest,
    /// The service's ids of the posts, at most 20.
    pub post_ids: Vec<String>,
    /// Whether to give bodies whole that are cut for their size.
    pub whole: bool,
}

/// The bodies of some posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PostsLoaded {
    /// One entry a post that is there.
    pub posts: Vec<PostBody>,
}

/// What a post says, made harmless: nothing in it runs, and nothing in it loads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PostBody {
    /// The service's id of the post.
    pub post_id: String,
    /// Its HTML, without what it quotes. Images in it are `data:` addresses; links carry their address in
    /// their title too, and open a new window, which the shell turns into the system's browser.
    pub html: String,
    /// What it quotes of earlier posts; `null` when nothing.
    pub quoted: Option<String>,
    /// Whether it brings colours of its own, which a dark theme cannot simply take over.
    pub own_colors: bool,
    /// Remote images that were left out.
    pub images_left_out: u32,
    /// How large its body is, in bytes, when it was cut for its size; `null` when it is whole.
    #[ts(type = "number | null")]
    pub cut_at: Option<u64>,
    /// What is attached, images shown in the text left out.
    pub attachments: Vec<Attachment>,
}

/// What an attachment is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum AttachmentKind {
    /// A file, which can be saved.
    File,
    /// Another message, an event, a contact.
    Item,
    /// A link to a file elsewhere.
    Reference {
        /// Its https address; `null` when the service did not say.
        url: Option<String>,
    },
}

/// Something attached to a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// The service's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Media type, as the sender claims.
    pub content_type: String,
    /// Bytes, about.
    #[ts(type = "number")]
    pub size: u64,
    /// What it is.
    pub what: AttachmentKind,
}

/// Saves an attachment in the person's folder of downloads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentRequest {
    /// The thread.
    pub thread: ThreadRequest,
    /// The service's id of the post.
    pub post_id: String,
    /// The service's id of the attachment.
    pub attachment_id: String,
}

/// A file that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFile {
    /// Its name, made safe and unique.
    pub file_name: String,
    /// The folder that it is in.
    pub folder: String,
}

/// Whether remote images are loaded in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemoteImagesRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// Whether to load them from now on.
    pub load: bool,
}

/// Locks a thread, or opens it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LockRequest {
    /// The thread.
    pub thread: ThreadRequest,
    /// Whether it shall take no more replies.
    pub locked: bool,
}

/// What one is writing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum DraftPurpose {
    /// A new conversation.
    New,
    /// A reply to a thread.
    Reply {
        /// The conversation.
        conversation_id: String,
        /// The thread.
        thread_id: String,
        /// The post that is answered; `null` for the thread as such.
        post_id: Option<String>,
    },
    /// A post sent on to others.
    Forward {
        /// The conversation.
        conversation_id: String,
        /// The thread.
        thread_id: String,
        /// The post.
        post_id: String,
    },
}

/// How far what one wrote has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum DraftState {
    /// It is being written.
    Writing,
    /// It is being sent.
    Sending,
    /// The service has accepted it and does not list it yet.
    BeingDelivered {
        /// When it was accepted.
        #[ts(type = "string")]
        since: Timestamp,
    },
    /// It was sent and the answer was lost: it is looked for before it can be sent again.
    Unknown,
    /// It was not sent, and is as it was.
    Failed {
        /// Why.
        error: Box<CommandError>,
    },
}

/// A file that goes with what one writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftAttachment {
    /// The application's own id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Media type.
    pub content_type: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// The words of a draft: what saving replaces.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct DraftWords {
    /// What a new conversation is about; empty otherwise.
    pub topic: String,
    /// Its text: HTML of the editor, or plain text.
    pub body: String,
    /// Whether it is plain text.
    pub plain: bool,
    /// Who joins the conversation, or whom a post is sent on to.
    pub recipients: Vec<MailPerson>,
}

/// Something that one is writing, kept on this machine until it is delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The application's own id.
    pub id: String,
    /// Directory id of the group.
    pub group_id: String,
    /// What it is to become.
    pub purpose: DraftPurpose,
    /// Its words.
    pub words: DraftWords,
    /// What goes with it.
    pub attachments: Vec<DraftAttachment>,
    /// When it was last changed.
    #[ts(type = "string")]
    pub changed: Timestamp,
    /// How far it has come.
    pub state: DraftState,
}

/// Everything that is being written or on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftList {
    /// The newest first.
    pub drafts: Vec<Draft>,
}

/// Keeps a draft as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftSaveRequest {
    /// The application's own id, a UUID that the window makes.
    pub draft_id: String,
    /// Directory id of the group.
    pub group_id: String,
    /// What it is to become.
    pub purpose: DraftPurpose,
    /// Its words.
    pub words: DraftWords,
}

/// Names a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftRequest {
    /// The application's own id.
    pub draft_id: String,
}

/// Adds a file to a draft. All files of one draft together stay under 4 MB as the service counts them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftAttachRequest {
    /// The application's own id of the draft, which was saved before.
    pub draft_id: String,
    /// The file's name.
    pub name: String,
    /// Media type; empty when it is not known.
    pub content_type: String,
    /// Its bytes, in base64.
    pub content: String,
}

/// Takes a file from a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftDetachRequest {
    /// The application's own id of the draft.
    pub draft_id: String,
    /// The application's own id of the file.
    pub attachment_id: String,
}

/// A text with mail addresses, as it was typed or pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecipientsRequest {
    /// The text.
    pub text: String,
}

/// What a text of mail addresses contains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecipientsFound {
    /// Whom it names, each once, in order; at most `most`.
    pub recipients: Vec<MailPerson>,
    /// Pieces that are no address; the first 20.
    pub not_understood: Vec<String>,
    /// How many were found beyond what one message takes.
    pub too_many: u32,
    /// How many one message takes.
    pub most: u32,
}

/// Whether the person gets a group's mail in their own inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SubscribeRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// Whether they shall.
    pub subscribed: bool,
}
