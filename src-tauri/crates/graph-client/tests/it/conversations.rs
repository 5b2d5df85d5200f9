//! Conversations and threads: read page by page, started, replied to, closed, deleted.

use futures::{StreamExt as _, TryStreamExt as _};
use graph_client::ErrorKind;
use graph_client::models::{
    Conversation, ConversationId, ItemBody, NewAttachment, NewConversation, NewPost, Recipient,
    ThreadId,
};
use graph_client::resources::posts::MAX_POST_BYTES;
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::{GROUP, body_sent, client_of, graph_error, group_id, query_sent, serving};

/// An id as mailboxes have them, and as it stands in an address.
const THREAD: &str = "AAQk/DA1+M==";
const THREAD_SEGMENT: &str = "AAQk%2FDA1+M==";

fn thread_id() -> ThreadId {
    ThreadId::parse(THREAD).unwrap()
}

fn hello() -> NewPost {
    NewPost::new(ItemBody::html("<p>Hello</p>"))
}

/// A service with so many pages of conversations.
async fn pages(count: usize) -> MockServer {
    let server = MockServer::start().await;
    let address = server.uri();
    Mock::given(path(format!("/v1.0/groups/{GROUP}/conversations")))
        .respond_with(move |request: &Request| {
            let mut pairs = request.url.query_pairs();
            let page = pairs.find(|(name, _)| name == "page");
            let page: usize = page.map_or(0, |(_, page)| page.parse().unwrap());
            let items: Vec<Value> = (0..100)
                .map(|item| json!({ "id": format!("{page}/{item}"), "topic": "Budget" }))
                .collect();
            let mut body = json!({ "value": items });
            if page + 1 < count {
                let next = format!(
                    "{address}/v1.0/groups/{GROUP}/conversations?page={}",
                    page + 1
                );
                body["@odata.nextLink"] = next.into();
            }
            ResponseTemplate::new(200).set_body_json(body)
        })
        .mount(&server)
        .await;
    server
}

#[tokio::test]
async fn thousands_of_conversations_come_page_by_page_as_they_are_asked_for() {
    let server = pages(40).await;
    let client = client_of(&server);
    let group = client.group(&group_id());

    let all: Vec<Conversation> = group
        .conversations()
        .list(100)
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!((all.len(), all[3999].id.as_str()), (4000, "39/99"));
    assert_eq!(server.received_requests().await.unwrap().len(), 40);

    let mut beginning = std::pin::pin!(group.conversations().list(100).pages());
    assert_eq!(beginning.next().await.unwrap().unwrap().value.len(), 100);
    assert_eq!(server.received_requests().await.unwrap().len(), 41);
}

#[tokio::test]
async fn a_list_asks_for_what_it_shows() {
    let server = pages(1).await;
    let client = client_of(&server);
    let group = client.group(&group_id());
    let list = group.conversations().list(5000);
    list.items().try_collect::<Vec<_>>().await.unwrap();
    let select = "id,topic,lastDeliveredDateTime,preview,hasAttachments,uniqueSenders";
    let expected = [("$select", select), ("$top", "100")];
    assert_eq!(
        query_sent(&server).await,
        expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

#[tokio::test]
async fn a_conversation_is_started_with_its_first_post() {
    let answer = json!({ "id": "c=", "threads": [{ "id": "t=" }] });
    for status in [200, 201] {
        let answered = ResponseTemplate::new(status).set_body_json(&answer);
        let server = serving("POST", &format!("/groups/{GROUP}/conversations"), answered).await;
        let conversation = NewConversation {
            topic: "New locations".into(),
            post: NewPost {
                new_participants: vec![Recipient::new(Some("Ada"), "ada@contoso.example")],
                ..hello()
            },
        };
        let client = client_of(&server);
        let group = client.group(&group_id());
        let started = group.conversations().start(&conversation).await.unwrap();
        assert_eq!(started.id.as_str(), "c=");
        assert_eq!(started.thread, Some(ThreadId::parse("t=").unwrap()));
        assert_eq!(
            body_sent(&server).await,
            json!({ "topic": "New locations", "threads": [{ "posts": [{
                "body": { "contentType": "html", "content": "<p>Hello</p>" },
                "newParticipants": [{
                    "emailAddress": { "name": "Ada", "address": "ada@contoso.example" },
                }],
            }] }] })
        );
    }
}

#[tokio::test]
async fn a_reply_carries_its_files_and_goes_to_the_thread_that_is_meant() {
    let address = format!("/groups/{GROUP}/threads/{THREAD_SEGMENT}/reply");
    let server = serving("POST", &address, ResponseTemplate::new(202)).await;
    let post = NewPost {
        attachments: vec![NewAttachment::file(
            "plan.txt",
            Some("text/plain".into()),
            "soon".into(),
        )],
        ..hello()
    };
    let client = client_of(&server);
    let group = client.group(&group_id());
    group.thread(&thread_id()).reply(&post).await.unwrap();
    assert_eq!(
        body_sent(&server).await["post"]["attachments"],
        json!([{ "@odata.type": "#microsoft.graph.fileAttachment", "name": "plan.txt",
            "contentType": "text/plain", "contentBytes": "c29vbg==" }])
    );
}

#[tokio::test]
async fn what_is_said_is_never_said_twice() {
    for unclear in [ResponseTemplate::new(500), ResponseTemplate::new(504)] {
        let server = MockServer::start().await;
        Mock::given(method("POST"))
            .respond_with(unclear)
            .expect(2)
            .mount(&server)
            .await;
        let client = client_of(&server);
        let group = client.group(&group_id());
        let replied = group.thread(&thread_id()).reply(&hello()).await;
        let conversation = NewConversation {
            topic: "Once".into(),
            post: hello(),
        };
        let started = group.conversations().start(&conversation).await;
        for error in [replied.unwrap_err(), started.unwrap_err()] {
            assert!(error.outcome_unknown(), "{error}");
            assert_eq!(error.retries(), 0);
        }
    }
}

#[tokio::test]
async fn a_reply_that_was_turned_away_is_sent_again() {
    let server = MockServer::start().await;
    let busy = ResponseTemplate::new(429).insert_header("Retry-After", "0");
    for (answer, times) in [(busy, 1), (ResponseTemplate::new(202), 5)] {
        Mock::given(method("POST"))
            .respond_with(answer)
            .up_to_n_times(times)
            .mount(&server)
            .await;
    }
    let client = client_of(&server);
    let group = client.group(&group_id());
    group.thread(&thread_id()).reply(&hello()).await.unwrap();
    assert_eq!(server.received_requests().await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_post_that_is_too_large_is_not_sent() {
    let server = MockServer::start().await;
    let large = vec![0_u8; MAX_POST_BYTES / 4 * 3].into();
    let post = NewPost {
        attachments: vec![NewAttachment::file("large.bin", None, large)],
        ..hello()
    };
    let client = client_of(&server);
    let group = client.group(&group_id());
    let error = group.thread(&thread_id()).reply(&post).await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::OverLimit);
    assert!(!error.outcome_unknown());
    assert!(server.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_thread_is_closed_and_says_to_whom_it_goes() {
    let address = format!("/groups/{GROUP}/threads/{THREAD_SEGMENT}");
    let server = serving("PATCH", &address, ResponseTemplate::new(200)).await;
    let client = client_of(&server);
    let group = client.group(&group_id());
    group.thread(&thread_id()).set_locked(true).await.unwrap();
    assert_eq!(body_sent(&server).await, json!({ "isLocked": true }));

    let thread = json!({ "id": THREAD, "isLocked": true, "uniqueSenders": null,
        "toRecipients": [{ "emailAddress": { "name": "Budget", "address": "b@contoso.example" } }] });
    let answer = ResponseTemplate::new(200).set_body_json(thread);
    let server = serving("GET", &address, answer).await;
    let client = client_of(&server);
    let group = client.group(&group_id());
    let thread = group.thread(&thread_id()).get().await.unwrap();
    assert_eq!(thread.id, thread_id());
    assert_eq!(thread.is_locked, Some(true));
    let to = &thread.to_recipients[0].email_address;
    assert_eq!(to.address.as_deref(), Some("b@contoso.example"));
}

#[tokio::test]
async fn only_what_is_meant_is_deleted() {
    let gone = ResponseTemplate::new(204);
    let address = format!("/groups/{GROUP}/threads/{THREAD_SEGMENT}");
    let server = serving("DELETE", &address, gone.clone()).await;
    let client = client_of(&server);
    let group = client.group(&group_id());
    group.thread(&thread_id()).delete().await.unwrap();

    let address = format!("/groups/{GROUP}/conversations/a%2F..%2Fb");
    let server = serving("DELETE", &address, gone).await;
    let client = client_of(&server);
    let id = ConversationId::parse("a/../b").unwrap();
    let conversation = client.group(&group_id()).conversation(&id);
    conversation.delete().await.unwrap();
}

#[tokio::test]
async fn a_group_without_a_mailbox_says_so() {
    let none = graph_error(404, "ErrorNonExistentMailbox", json!(null));
    let server = serving("GET", &format!("/groups/{GROUP}/threads"), none).await;
    let client = client_of(&server);
    let threads = client.group(&group_id()).threads(20);
    let error = threads.items().try_collect::<Vec<_>>().await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.code(), Some("ErrorNonExistentMailbox"));
}
