//! What is written in groups: kept until it is delivered, sent once whatever happens to the answer.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ipc_contract::conversations::{
    Draft, DraftAttachRequest, DraftPurpose, DraftRequest, DraftSaveRequest, DraftState, DraftWords,
};
use ipc_contract::error::{CommandError, ErrorCode};
use serde_json::json;

use crate::desk::{Desk, Started};

const ID: &str = "5b0c9a52-6f0e-4a5e-8a43-0d5b5e9b7c11";

/// A thread that somebody outside has begun in a group of the owner's.
struct Place {
    group: String,
    conversation: String,
    thread: String,
}

async fn place(desk: &Desk, started: &Started) -> Place {
    desk.control("behavior", json!({ "deliverySeconds": 0 }))
        .await;
    let group = started.some_group().await.id;
    let body =
        json!({ "group": group, "bodies": ["<p>Who brings the cake?</p>"], "topic": "Cake" });
    let begun = desk.control("posts", body).await;
    let ids = &begun["value"][0];
    Place {
        group,
        conversation: ids["conversation"].as_str().unwrap().to_owned(),
        thread: ids["thread"].as_str().unwrap().to_owned(),
    }
}

impl Place {
    fn reply(&self, text: &str) -> DraftSaveRequest {
        DraftSaveRequest {
            draft_id: ID.into(),
            group_id: self.group.clone(),
            purpose: DraftPurpose::Reply {
                conversation_id: self.conversation.clone(),
                thread_id: self.thread.clone(),
                post_id: None,
            },
            words: DraftWords {
                body: text.into(),
                ..DraftWords::default()
            },
        }
    }

    fn new_conversation(&self, topic: &str) -> DraftSaveRequest {
        let reply = self.reply("<p>Once more</p>");
        DraftSaveRequest {
            purpose: DraftPurpose::New,
            words: DraftWords {
                topic: topic.into(),
                ..reply.words.clone()
            },
            ..reply
        }
    }
}

fn named() -> DraftRequest {
    DraftRequest {
        draft_id: ID.into(),
    }
}

fn file(size: usize) -> DraftAttachRequest {
    DraftAttachRequest {
        draft_id: ID.into(),
        name: "plan.pdf".into(),
        content_type: "application/pdf".into(),
        content: STANDARD.encode(vec![7_u8; size]),
    }
}

/// How many posts were written by people of the tenant.
async fn written(desk: &Desk) -> usize {
    desk.writes("conversation").await
}

async fn the_only(started: &Started) -> Option<Draft> {
    let mut drafts = started.core.drafts().await.unwrap().drafts;
    assert!(drafts.len() <= 1);
    drafts.pop()
}

/// Waits until the draft is taken away, since it is delivered.
async fn delivered(started: &Started) {
    started
        .until(async || the_only(started).await, Option::is_none)
        .await;
}

#[tokio::test]
async fn what_is_written_survives_the_program_and_goes_once_it_is_listed() {
    let desk = Desk::new("drafts-kept").await;
    {
        let started = desk.enter().await;
        let place = place(&desk, &started).await;
        started
            .core
            .save_draft(&place.reply("<p>I do</p>"))
            .await
            .unwrap();
        started.core.attach_to_draft(&file(1_000)).await.unwrap();
    }
    let started = desk.start().await;
    let draft = the_only(&started).await.expect("the draft is there");
    assert_eq!(draft.words.body, "<p>I do</p>");
    assert_eq!(
        (draft.attachments.len(), &draft.state),
        (1, &DraftState::Writing)
    );
    let before = written(&desk).await;

    let sent = started.core.send_draft(&named()).await.unwrap();

    assert!(matches!(sent.state, DraftState::BeingDelivered { .. }));
    delivered(&started).await;
    assert_eq!(written(&desk).await, before + 1);
}

#[tokio::test]
async fn a_reply_whose_answer_was_lost_is_looked_for_and_never_sent_twice() {
    let desk = Desk::new("drafts-lost").await;
    let started = desk.enter().await;
    let place = place(&desk, &started).await;
    started
        .core
        .save_draft(&place.reply("<p>I do</p>"))
        .await
        .unwrap();
    let before = written(&desk).await;
    desk.fault(
        "POST",
        "/groups/*/threads/*/reply",
        1,
        json!({ "kind": "cutAfter" }),
    )
    .await;

    let draft = named();
    let (one, two) = tokio::join!(
        started.core.send_draft(&draft),
        started.core.send_draft(&draft)
    );

    let states = [one.unwrap().state, two.unwrap().state];
    assert!(!states.contains(&DraftState::Writing), "{states:?}");
    delivered(&started).await;
    assert_eq!(written(&desk).await, before + 1);
}

#[tokio::test]
async fn a_conversation_whose_answer_was_lost_is_found_by_its_topic() {
    let desk = Desk::new("drafts-begun").await;
    let started = desk.enter().await;
    let place = place(&desk, &started).await;
    let before = written(&desk).await;
    started
        .core
        .save_draft(&place.new_conversation("Summer party"))
        .await
        .unwrap();
    desk.fault(
        "POST",
        "/groups/*/conversations",
        1,
        json!({ "kind": "cutAfter" }),
    )
    .await;

    let sent = started.core.send_draft(&named()).await.unwrap();

    assert_eq!(sent.state, DraftState::Unknown);
    delivered(&started).await;
    assert_eq!(written(&desk).await, before + 1);
}

#[tokio::test]
async fn what_the_service_refuses_stays_as_it_was_written_and_says_why() {
    let desk = Desk::new("drafts-refused").await;
    let started = desk.enter().await;
    let place = place(&desk, &started).await;
    started
        .core
        .save_draft(&place.reply("<p>I do</p>"))
        .await
        .unwrap();
    desk.fault(
        "POST",
        "/groups/*/threads/*/reply",
        1,
        json!({ "kind": "status", "status": 400 }),
    )
    .await;

    let refused = started.core.send_draft(&named()).await.unwrap();

    let DraftState::Failed { error } = refused.state else {
        panic!("{:?}", refused.state);
    };
    assert_eq!(error.code, ErrorCode::Refused);
    assert_eq!(refused.words.body, "<p>I do</p>");
    assert!(matches!(
        started.core.send_draft(&named()).await.unwrap().state,
        DraftState::BeingDelivered { .. }
    ));
}

#[tokio::test]
async fn what_is_missing_or_too_large_is_said_before_anything_is_sent() {
    let desk = Desk::new("drafts-wrong").await;
    let started = desk.enter().await;
    let place = place(&desk, &started).await;
    let before = written(&desk).await;
    let refused = async |words: DraftSaveRequest| {
        started.core.save_draft(&words).await.unwrap();
        let error = started.core.send_draft(&named()).await.unwrap_err();
        CommandError::from(error).params.field
    };
    assert_eq!(
        refused(place.new_conversation("  ")).await.as_deref(),
        Some("topic")
    );
    assert_eq!(
        refused(place.reply("<p> &nbsp; </p>")).await.as_deref(),
        Some("body")
    );

    started
        .core
        .attach_to_draft(&file(2_900_000))
        .await
        .unwrap();
    let error = started
        .core
        .attach_to_draft(&file(200_000))
        .await
        .unwrap_err();
    let error = CommandError::from(error);
    assert_eq!(
        (error.code, error.params.most),
        (ErrorCode::TooLarge, Some(3_000_000))
    );
    let kept = the_only(&started).await.unwrap();
    assert_eq!(kept.attachments.len(), 1);
    assert_eq!(written(&desk).await, before);
}

#[tokio::test]
async fn a_thread_that_is_deleted_while_one_writes_costs_nothing_of_what_was_written() {
    let desk = Desk::new("drafts-gone").await;
    let started = desk.enter().await;
    let place = place(&desk, &started).await;
    started
        .core
        .save_draft(&place.reply("<p>I do</p>"))
        .await
        .unwrap();
    let url = format!(
        "{}/groups/{}/conversations/{}",
        desk.tenant.graph(),
        place.group,
        percent_encoding::utf8_percent_encode(
            &place.conversation,
            percent_encoding::NON_ALPHANUMERIC
        )
    );
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let delete = client.delete(url).bearer_auth(desk.tenant.owner_token());
    delete
        .timeout(Duration::from_secs(20))
        .send()
        .await
        .unwrap()
        .error_for_status()
        .unwrap();

    let refused = started.core.send_draft(&named()).await.unwrap();

    let DraftState::Failed { error } = refused.state else {
        panic!("{:?}", refused.state);
    };
    assert_eq!(error.code, ErrorCode::NotFound);
    assert_eq!(the_only(&started).await.unwrap().words.body, "<p>I do</p>");
}
