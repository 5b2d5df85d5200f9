//! What a group says, and what one writes in it.

use app_core::Core;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ipc_contract::conversations::{
    AttachmentRequest, ConversationList, ConversationRequest, ConversationThreads,
    ConversationsRequest, Draft, DraftAttachRequest, DraftPurpose, DraftRequest, DraftSaveRequest,
    DraftState, DraftWords, LockRequest, MailboxState, PostBody, PostsRequest, SubscribeRequest,
    ThreadRequest,
};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::events::AppEvent;
use ipc_contract::jobs::{Action, ActivityRequest};
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

async fn list(core: &Core, group: &str, offset: u32, limit: u32) -> ConversationList {
    let request = ConversationsRequest {
        group_id: group.into(),
        offset,
        limit,
        anew: false,
    };
    core.conversations(&request).await.unwrap()
}

async fn anew(core: &Core, group: &str) -> ConversationList {
    let request = ConversationsRequest {
        group_id: group.into(),
        offset: 0,
        limit: 50,
        anew: true,
    };
    core.conversations(&request).await.unwrap()
}

async fn read(core: &Core, thread: &ThreadRequest) -> ConversationThreads {
    let request = ConversationRequest {
        group_id: thread.group_id.clone(),
        conversation_id: thread.conversation_id.clone(),
        anew: true,
    };
    core.conversation(&request).await.unwrap()
}

/// Posts that arrive in one new conversation from outside; its thread.
async fn arrived(desk: &Desk, started: &Started, posts: Value) -> ThreadRequest {
    let group = started.staffable().await.remove(0).id;
    let mut body = posts;
    body["group"] = json!(group);
    desk.control("posts", body).await;
    let conversation = anew(&started.core, &group).await.conversations.remove(0);
    let request = ConversationRequest {
        group_id: group.clone(),
        conversation_id: conversation.id.clone(),
        anew: true,
    };
    let threads = started.core.conversation(&request).await.unwrap().threads;
    ThreadRequest {
        group_id: group,
        conversation_id: conversation.id,
        thread_id: threads[0].id.clone(),
    }
}

fn reply_to(thread: &ThreadRequest) -> DraftPurpose {
    DraftPurpose::Reply {
        conversation_id: thread.conversation_id.clone(),
        thread_id: thread.thread_id.clone(),
        post_id: None,
    }
}

async fn written(
    core: &Core,
    group: &str,
    purpose: DraftPurpose,
    topic: &str,
    body: &str,
) -> Draft {
    let request = DraftSaveRequest {
        draft_id: uuid(),
        group_id: group.into(),
        purpose,
        words: DraftWords {
            topic: topic.into(),
            body: body.into(),
            ..DraftWords::default()
        },
    };
    core.save_draft(&request).await.unwrap()
}

fn uuid() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("00000000-0000-4000-8000-{number:012}")
}

async fn bodies(core: &Core, thread: &ThreadRequest) -> Vec<PostBody> {
    let heads = read(core, thread).await.threads.remove(0).posts;
    let request = PostsRequest {
        thread: thread.clone(),
        post_ids: heads.into_iter().map(|head| head.id).collect(),
        whole: false,
    };
    core.posts(&request).await.unwrap().posts
}

async fn send(core: &Core, draft: &Draft) -> Result<Draft, app_core::CoreError> {
    let request = DraftRequest {
        draft_id: draft.id.clone(),
    };
    core.send_draft(&request).await
}

/// Why a draft was not sent.
async fn refused(core: &Core, draft: &Draft) -> ErrorCode {
    match send(core, draft).await.unwrap().state {
        DraftState::Failed { error } => error.code,
        other => panic!("it was sent: {other:?}"),
    }
}

fn code(error: app_core::CoreError) -> ErrorCode {
    CommandError::from(error).code
}

#[tokio::test]
async fn conversations_come_stretch_by_stretch_and_the_first_also_without_a_network() {
    let desk = Desk::new("conversations").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0).id;
    desk.control("mailbox", json!({ "group": group, "conversations": 250 }))
        .await;

    let first = anew(&started.core, &group).await;
    assert_eq!((first.conversations.len(), first.more), (50, true));
    assert_eq!(first.mailbox, MailboxState::Ready);
    assert!(first.unseen.is_some() && first.subscribed.is_some());
    assert!(
        first
            .conversations
            .is_sorted_by_key(|one| std::cmp::Reverse(one.last_delivered))
    );
    let second = list(&started.core, &group, 50, 200).await;
    assert_eq!(second.conversations.len(), 200);
    let third = list(&started.core, &group, 250, 200).await;
    assert!(!third.more);
    let mut ids: Vec<_> = [&first, &second, &third]
        .into_iter()
        .flat_map(|list| list.conversations.iter().map(|one| one.id.clone()))
        .collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "each once");

    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;
    let again = desk.start().await;
    let known = list(&again.core, &group, 0, 50).await;
    assert_eq!(known.conversations, first.conversations);
    assert!(known.as_of.is_some());
}

#[tokio::test]
async fn a_reply_with_an_attachment_is_being_delivered_until_it_is_listed() {
    let desk = Desk::new("conversations-reply").await;
    let started = desk.enter().await;
    let core = &started.core;
    let thread = arrived(
        &desk,
        &started,
        json!({ "bodies": ["<p>What do we know?</p>"] }),
    )
    .await;
    desk.control("behavior", json!({ "deliverySeconds": 120 }))
        .await;
    let draft = written(
        core,
        &thread.group_id,
        reply_to(&thread),
        "",
        "<p>All of it.</p>",
    )
    .await;
    let attach = DraftAttachRequest {
        draft_id: draft.id.clone(),
        name: "../plan.txt".into(),
        content_type: "text/plain".into(),
        content: STANDARD.encode("the plan"),
    };
    core.attach_to_draft(&attach).await.unwrap();

    let sent = send(core, &draft).await.unwrap();

    assert!(
        matches!(sent.state, DraftState::BeingDelivered { .. }),
        "{:?}",
        sent.state
    );
    let before = read(core, &thread).await;
    assert_eq!((before.threads[0].posts.len(), before.drafts.len()), (1, 1));
    desk.control("clock", json!({ "advanceSeconds": 150 }))
        .await;
    let after = read(core, &thread).await;
    assert_eq!((after.threads[0].posts.len(), after.drafts.len()), (2, 0));
    assert!(after.threads[0].posts[1].has_attachments);
    let body = bodies(core, &thread).await.remove(1);
    let save = AttachmentRequest {
        thread: thread.clone(),
        post_id: body.post_id.clone(),
        attachment_id: body.attachments[0].id.clone(),
    };
    let saved = core.save_attachment(&save).await.unwrap();
    let kept = std::fs::read(desk.downloads().join(&saved.file_name)).unwrap();
    assert_eq!(
        (kept.as_slice(), saved.file_name.as_str()),
        (b"the plan".as_slice(), "plan.txt")
    );
    let events = started.host.events.lock().unwrap();
    let told = events
        .iter()
        .any(|event| matches!(event, AppEvent::AttachmentProgress { loaded: 8, .. }));
    assert!(told, "progress is told");
}

#[tokio::test]
async fn a_draft_outlives_the_application_and_a_refusal() {
    let desk = Desk::new("conversations-drafts").await;
    let started = desk.enter().await;
    let thread = arrived(
        &desk,
        &started,
        json!({ "bodies": ["<p>What do we know?</p>"] }),
    )
    .await;
    let draft = written(
        &started.core,
        &thread.group_id,
        reply_to(&thread),
        "",
        "<p>Half a</p>",
    )
    .await;

    let again = desk.start().await;

    let kept = again.core.drafts().await.unwrap().drafts;
    assert_eq!(kept, std::slice::from_ref(&draft));
    let lock = LockRequest {
        thread: thread.clone(),
        locked: true,
    };
    again.core.lock_thread(&lock).await.unwrap();
    assert!(read(&again.core, &thread).await.threads[0].locked);
    assert_eq!(refused(&again.core, &draft).await, ErrorCode::ThreadLocked);
    again.core.delete_thread(&thread).await.unwrap();
    assert_eq!(refused(&again.core, &draft).await, ErrorCode::NotFound);
    let kept = again.core.drafts().await.unwrap().drafts.remove(0);
    assert_eq!(kept.words, draft.words);
    assert!(matches!(kept.state, DraftState::Failed { .. }));
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_here_with_its_reason() {
    let desk = Desk::new("conversations-refused").await;
    let started = desk.enter().await;
    let core = &started.core;
    let group = started.staffable().await.remove(0).id;
    let draft = written(core, &group, DraftPurpose::New, "  ", "<p>Words</p>").await;
    let refused = CommandError::from(send(core, &draft).await.unwrap_err());
    assert_eq!(
        (refused.code, refused.params.field.as_deref()),
        (ErrorCode::InvalidInput, Some("topic"))
    );
    let attach = |bytes: usize| DraftAttachRequest {
        draft_id: draft.id.clone(),
        name: "large.bin".into(),
        content_type: String::new(),
        content: STANDARD.encode(vec![7; bytes]),
    };
    core.attach_to_draft(&attach(2_000_000)).await.unwrap();
    let refused = CommandError::from(core.attach_to_draft(&attach(1_500_000)).await.unwrap_err());
    assert_eq!(
        (refused.code, refused.params.most),
        (ErrorCode::TooLarge, Some(3_000_000))
    );
    assert_eq!(core.drafts().await.unwrap().drafts[0].attachments.len(), 1);
    let empty = written(core, &group, DraftPurpose::New, "Topic", "<p><br></p>").await;
    let refused = CommandError::from(send(core, &empty).await.unwrap_err());
    assert_eq!(refused.params.field.as_deref(), Some("body"));
}

#[tokio::test]
async fn a_conversation_is_begun_and_deleted_once_and_the_record_says_so() {
    let desk = Desk::new("conversations-deleted").await;
    let started = desk.enter().await;
    let core = &started.core;
    let group = started.staffable().await.remove(0).id;
    let draft = written(
        core,
        &group,
        DraftPurpose::New,
        "Quokka census",
        &format!("<p>{}</p>", "word ".repeat(200_000)),
    )
    .await;
    send(core, &draft).await.unwrap();
    let ask = async || anew(core, &group).await;
    let listed = started.until(ask, |list| list.drafts.is_empty()).await;
    let begun = listed
        .conversations
        .iter()
        .find(|one| one.topic == "Quokka census")
        .unwrap();
    desk.fault(
        "DELETE",
        "/conversations/",
        1,
        json!({ "kind": "cutAfter" }),
    )
    .await;

    let delete = ConversationRequest {
        group_id: group.clone(),
        conversation_id: begun.id.clone(),
        anew: false,
    };
    core.delete_conversation(&delete).await.unwrap();

    let left = anew(core, &group).await.conversations;
    assert!(left.iter().all(|one| one.id != begun.id));
    let record = core
        .activity(&ActivityRequest {
            group_id: Some(group.clone()),
            text: String::new(),
            after: None,
        })
        .await
        .unwrap()
        .items;
    assert_eq!(record[0].action, Action::DeleteConversation);
    let gone = core.conversation(&delete).await.unwrap_err();
    assert_eq!(code(gone), ErrorCode::NotFound);
}

#[tokio::test]
async fn strangers_html_comes_harmless_with_the_images_that_are_here() {
    let desk = Desk::new("conversations-html").await;
    let started = desk.enter().await;
    let png = STANDARD.encode(b"\x89PNG\r\n\x1a\nrest");
    let thread = arrived(&desk, &started, json!({
        "bodies": ["<p onclick=alert(1)>Hello<script>alert(1)</script><img src=cid:logo.png@01><img src=https://images.invalid/x.png></p><div id=divRplyFwdMsg>Old words</div>"],
        "attachments": [
            { "name": "logo.png", "contentType": "image/png", "isInline": true, "contentId": "logo.png@01", "content": { "file": png } },
            { "name": "plan.pdf", "contentType": "application/pdf", "content": { "file": "AAAA" } },
        ],
    })).await;

    let body = bodies(&started.core, &thread).await.remove(0);

    assert_eq!(
        body.html,
        format!("<p>Hello<img src=\"data:image/png;base64,{png}\"></p>")
    );
    assert!(body.quoted.unwrap().contains("Old words"));
    assert_eq!(body.images_left_out, 1);
    let names: Vec<_> = body
        .attachments
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["plan.pdf"]);
    assert_eq!(
        read(&started.core, &thread).await.threads[0].posts[0].preview,
        "Hello"
    );
}

#[tokio::test]
async fn pictures_of_one_name_stand_where_their_content_ids_say() {
    let desk = Desk::new("conversations-pictures").await;
    let started = desk.enter().await;
    let png = |rest: &[u8]| STANDARD.encode([b"\x89PNG\r\n\x1a\n", rest].concat());
    let (chart, map) = (png(b"chart"), png(b"map"));
    let picture = |id: &str, content: &str| json!({ "name": "image.png", "contentType": "image/png", "isInline": true, "contentId": id, "content": { "file": content } });
    let thread = arrived(
        &desk,
        &started,
        json!({
            "bodies": ["<p>Chart <img src=cid:ii_a></p><p>Map <img src=cid:ii_b></p>"],
            "attachments": [picture("ii_b", &map), picture("ii_a", &chart)],
        }),
    )
    .await;

    let body = bodies(&started.core, &thread).await.remove(0);

    assert_eq!(
        body.html,
        format!(
            "<p>Chart <img src=\"data:image/png;base64,{chart}\"></p><p>Map <img src=\"data:image/png;base64,{map}\"></p>"
        )
    );
    assert!(body.attachments.is_empty());
}

#[tokio::test]
async fn a_long_thread_is_read_whole_and_oldest_first() {
    let desk = Desk::new("conversations-long").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0).id;
    let filled = desk
        .control("mailbox", json!({ "group": group, "posts": 500 }))
        .await;
    let thread = ThreadRequest {
        group_id: group,
        conversation_id: filled["value"][0]["conversation"].as_str().unwrap().into(),
        thread_id: filled["value"][0]["thread"].as_str().unwrap().into(),
    };

    let read = read(&started.core, &thread).await;

    let posts = &read.threads[0].posts;
    assert_eq!(posts.len(), 500);
    assert!(posts.is_sorted_by_key(|post| post.received));
    // Some consist of nothing but an image, and one of nothing at all.
    let silent = posts.iter().filter(|post| post.preview.is_empty()).count();
    assert!(silent < 100, "{silent} of 500 say nothing");
}

#[tokio::test]
async fn a_group_without_a_mailbox_says_so_and_following_is_the_persons_own() {
    let desk = Desk::new("conversations-none").await;
    let started = desk.enter().await;
    let core = &started.core;
    let group = started.staffable().await.remove(0).id;
    for subscribed in [true, false] {
        let subscribe = SubscribeRequest {
            group_id: group.clone(),
            subscribed,
        };
        core.subscribe(&subscribe).await.unwrap();
        assert_eq!(anew(core, &group).await.subscribed, Some(subscribed));
    }
    core.reset_unseen(&group).await.unwrap();
    assert_eq!(anew(core, &group).await.unseen, Some(0));

    desk.control("mailbox", json!({ "group": group, "movedAway": true }))
        .await;

    assert_eq!(anew(core, &group).await.mailbox, MailboxState::None);
    let draft = written(core, &group, DraftPurpose::New, "Topic", "Words").await;
    assert_eq!(refused(core, &draft).await, ErrorCode::MailboxAbsent);
}
