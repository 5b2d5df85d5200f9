//! Conversations as they are written: begun, answered, locked, deleted, and kept.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use practice_tenant::PracticeOptions;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, options, start, start_with};
use crate::contents::{encoded, everything, refused};

const OWNER: &str = "nadia.haddad@contoso-practice.example";

fn post(html: &str) -> Value {
    json!({"body": {"contentType": "html", "content": html}})
}

fn conversation(topic: &str, post: Value) -> Value {
    json!({"topic": topic, "threads": [{"posts": [post]}]})
}

/// A group that the owner belongs to, and a new conversation in it: the paths of
/// the group, the conversation and the thread.
async fn begun(client: &Client, topic: &str) -> (String, String, String) {
    let group = format!("/groups/{}", client.owned_ids().await.remove(0));
    let path = format!("{group}/conversations");
    let body = conversation(topic, post("<p>What do we know?</p>"));
    let begun = client.send_json(Method::POST, &path, body).await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    let begun = begun.json();
    let conversation = format!("{path}/{}", encoded(&id(&begun)));
    let thread = format!("{group}/threads/{}", encoded(&id(&begun["threads"][0])));
    (group, conversation, thread)
}

async fn reply(client: &Client, path: &str, html: &str) -> Answer {
    let body = json!({"post": post(html)});
    client
        .send_json(Method::POST, &format!("{path}/reply"), body)
        .await
}

async fn posts(client: &Client, thread: &str) -> Vec<Value> {
    everything(client, &format!("{thread}/posts?$top=100")).await
}

async fn deliver_at_once(client: &Client) {
    let set = client
        .control("/behavior", json!({"deliverySeconds": 0}))
        .await;
    assert_eq!(set.status, 204);
}

#[tokio::test]
async fn a_conversation_begins_with_a_post_and_stands_first() {
    let client = start().await;
    let (group, conversation, thread) = begun(&client, "New locations").await;
    let listed = client
        .get(&format!("{group}/conversations?$top=1"))
        .await
        .value();
    assert_eq!(listed[0]["topic"], "New locations");
    assert_eq!(listed[0]["preview"], "What do we know?");
    assert_eq!(
        client.get(&conversation).await.json()["id"],
        listed[0]["id"]
    );
    let posts = posts(&client, &thread).await;
    assert_eq!(posts[0]["from"]["emailAddress"]["address"], OWNER);
    assert_eq!(posts[0]["conversationId"], listed[0]["id"]);

    let body = json!({"topic": "By a thread", "posts": [post("x")]});
    let begun = client
        .send_json(Method::POST, &format!("{group}/threads"), body)
        .await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    let thread = format!("{group}/threads/{}", encoded(&id(&begun.json())));
    assert_eq!(client.get(&thread).await.json()["topic"], "By a thread");

    let path = format!("{conversation}/threads");
    let body = json!({"topic": "A side of it", "posts": [post("y")]});
    assert_eq!(
        client.send_json(Method::POST, &path, body).await.status,
        201
    );
    assert_eq!(client.get(&path).await.value().len(), 2);
}

#[tokio::test]
async fn a_reply_is_taken_at_once_and_listed_when_it_is_delivered() {
    let client = start().await;
    client
        .control("/behavior", json!({"deliverySeconds": 600}))
        .await;
    let (group, _, thread) = begun(&client, "Patience").await;
    let taken = reply(&client, &thread, "<p>Soon.</p>").await;
    assert_eq!((taken.status, taken.text.as_str()), (202, ""));
    assert_eq!(posts(&client, &thread).await.len(), 1);
    let shown = client.get(&thread).await.json();
    assert_eq!(shown["preview"], "What do we know?");
    client
        .control("/clock", json!({"advanceSeconds": 601}))
        .await;
    let delivered = posts(&client, &thread).await;
    assert_eq!(delivered.len(), 2);
    let last = client
        .get(&format!("{group}/conversations?$top=1"))
        .await
        .value()
        .remove(0);
    assert_eq!(last["preview"], "Soon.");
    assert_eq!(
        last["lastDeliveredDateTime"],
        delivered[1]["receivedDateTime"]
    );
}

#[tokio::test]
async fn a_reply_to_a_post_brings_people_and_files_along() {
    let client = start().await;
    deliver_at_once(&client).await;
    let (_, conversation, thread) = begun(&client, "Files").await;
    let first = posts(&client, &thread).await.remove(0);
    let mut sent = post("<p>See the file.</p>");
    sent["newParticipants"] =
        json!([{"emailAddress": {"name": "Ana", "address": "ana@outside.example"}}]);
    sent["attachments"] = json!([
        {"@odata.type": "#microsoft.graph.fileAttachment", "name": "a.txt", "contentBytes": STANDARD.encode("abc")},
        {"@odata.type": "#microsoft.graph.itemAttachment", "name": "mail", "item": {
            "@odata.type": "#microsoft.graph.message", "subject": "Offer",
            "body": {"contentType": "text", "content": "See below"}}},
    ]);
    let path = format!("{thread}/posts/{}/reply", encoded(&id(&first)));
    let taken = client
        .send_json(Method::POST, &path, json!({"post": sent}))
        .await;
    assert_eq!(taken.status, 202, "{}", taken.text);
    let last = posts(&client, &thread).await.remove(1);
    assert_eq!(last["hasAttachments"], true);
    assert_eq!(
        last["newParticipants"][0]["emailAddress"]["address"],
        "ana@outside.example"
    );
    let attachments = format!("{thread}/posts/{}/attachments", encoded(&id(&last)));
    let listed = client.get(&attachments).await.value();
    let value = format!("{attachments}/{}/$value", encoded(&id(&listed[0])));
    assert_eq!(client.send_for_bytes(&value).await, b"abc");
    assert_eq!(
        client.get(&conversation).await.json()["hasAttachments"],
        true
    );
    let added = client.get(&thread).await.json();
    assert_eq!(added["ccRecipients"][0]["emailAddress"]["name"], "Ana");

    let forward = format!("{thread}/posts/{}/forward", encoded(&id(&last)));
    let body = json!({"comment": "For you", "toRecipients": [{"emailAddress": {"address": "b@outside.example"}}]});
    let sent = client.send_json(Method::POST, &forward, body).await;
    assert_eq!((sent.status, sent.text.as_str()), (200, ""));
    let writes = client.control_get("/writes").await;
    let kinds = writes["value"]
        .as_array()
        .unwrap()
        .iter()
        .map(|write| &write["change"]["kind"]);
    assert!(kinds.collect::<Vec<_>>().contains(&&json!("forward")));
}

#[tokio::test]
async fn a_locked_thread_takes_no_replies_until_it_is_open_again() {
    let client = start().await;
    deliver_at_once(&client).await;
    let (_, _, thread) = begun(&client, "Closed").await;
    assert_eq!(
        client
            .patch(&thread, json!({"isLocked": true}))
            .await
            .status,
        204
    );
    assert_eq!(client.get(&thread).await.json()["isLocked"], true);
    let refusal = reply(&client, &thread, "no").await;
    assert_eq!(refused(&refusal), (403, "ErrorAccessDenied".to_owned()));
    assert_eq!(
        client
            .patch(&thread, json!({"isLocked": false}))
            .await
            .status,
        204
    );
    assert_eq!(reply(&client, &thread, "yes").await.status, 202);
    assert_eq!(posts(&client, &thread).await.len(), 2);
}

#[tokio::test]
async fn what_is_deleted_is_gone_and_a_reply_to_it_comes_too_late() {
    let client = start().await;
    let (group, conversation, thread) = begun(&client, "Short-lived").await;
    let path = format!("{conversation}/threads");
    let body = json!({"posts": [post("aside")]});
    client.send_json(Method::POST, &path, body).await;
    assert_eq!(client.delete(&thread).await.status, 204);
    assert_eq!(client.get(&path).await.value().len(), 1);
    let late = reply(&client, &thread, "late").await;
    assert_eq!(refused(&late), (404, "ErrorItemNotFound".to_owned()));
    assert_eq!(client.delete(&conversation).await.status, 204);
    assert_eq!(client.get(&conversation).await.status, 404);
    assert_eq!(client.delete(&conversation).await.status, 404);
    let (_, conversation, thread) = begun(&client, "One thread").await;
    client.delete(&thread).await;
    assert_eq!(client.get(&conversation).await.status, 404, "{group}");
}

#[tokio::test]
async fn what_cannot_be_posted_is_refused() {
    let client = start().await;
    let (group, _, thread) = begun(&client, "Bad input").await;
    let path = format!("{group}/conversations");
    for body in [
        conversation(" ", post("x")),
        json!({"topic": "No thread"}),
        json!({"topic": "No post", "threads": [{"posts": []}]}),
    ] {
        assert_eq!(
            client.wrong_json(Method::POST, &path, body).await.status,
            400
        );
    }
    let nobody = json!({"post": {"body": {"contentType": "html", "content": "x"},
        "newParticipants": [{"emailAddress": {"address": "nobody"}}]}});
    let reply = format!("{thread}/reply");
    let refusal = client.wrong_json(Method::POST, &reply, nobody).await;
    assert_eq!(
        refused(&refusal),
        (400, "ErrorInvalidRecipients".to_owned())
    );
    let crowd: Vec<Value> = (0..10_000)
        .map(|number| json!({"emailAddress": {"address": format!("p{number}@outside.example")}}))
        .collect();
    let crowd = json!({"post": {"body": {"contentType": "text", "content": "x"}, "newParticipants": crowd}});
    assert_eq!(
        client.wrong_json(Method::POST, &reply, crowd).await.status,
        400
    );
    let large = json!({"post": post(&"x".repeat(1024 * 1024))});
    assert_eq!(
        client.send_json(Method::POST, &reply, large).await.status,
        202
    );
    let too_large = json!({"post": post(&"x".repeat(5 * 1024 * 1024))});
    assert_eq!(
        client
            .wrong_json(Method::POST, &reply, too_large)
            .await
            .status,
        413
    );
    let renamed = client
        .wrong_json(Method::PATCH, &thread, json!({"topic": "Other"}))
        .await;
    assert_eq!(renamed.status, 400);
    assert_eq!(client.wrong(Method::GET, &reply).await.status, 405);
}

#[tokio::test]
async fn writing_takes_a_permission_and_a_place_in_the_group() {
    let client = start().await;
    let (group, conversation, thread) = begun(&client, "Ours").await;
    let client = client.signed_in(OWNER, "User.Read Group.Read.All").await;
    assert_eq!(client.get(&conversation).await.status, 200);
    let refusal = reply(&client, &thread, "no").await;
    assert_eq!(refused(&refusal), (403, "ErrorAccessDenied".to_owned()));

    let scopes = "User.Read Group-Conversation.ReadWrite.All";
    let client = client.signed_in(OWNER, scopes).await;
    assert_eq!(reply(&client, &thread, "yes").await.status, 202);
    let members = client.truth(group.trim_start_matches("/groups/")).await["members"].clone();
    let owners = client.truth(group.trim_start_matches("/groups/")).await["owners"].clone();
    let world = client.control_get("/world").await;
    let users = world["users"].as_array().unwrap().clone();
    let login = |wanted: &dyn Fn(&Value) -> bool| {
        let enabled = |user: &&Value| user["enabled"] == true && user["guest"] == false;
        let found = users
            .iter()
            .filter(enabled)
            .find(|user| wanted(&user["id"]))
            .unwrap();
        found["userPrincipalName"].as_str().unwrap().to_owned()
    };
    let has = |list: &Value, user: &Value| list.as_array().unwrap().contains(user);
    let member = login(&|user| has(&members, user) && !has(&owners, user));
    let client = client.signed_in(&member, scopes).await;
    assert_eq!(reply(&client, &thread, "me too").await.status, 202);
    assert_eq!(client.delete(&conversation).await.status, 403);
    let visibility = client.truth(group.trim_start_matches("/groups/")).await["visibility"].clone();
    let stranger = login(&|user| !has(&members, user) && !has(&owners, user));
    let client = client.signed_in(&stranger, scopes).await;
    let expected = if visibility == "Public" { 202 } else { 403 };
    assert_eq!(reply(&client, &thread, "and I").await.status, expected);
}

#[tokio::test]
async fn what_others_post_counts_as_unseen_until_it_was_seen() {
    let client = start().await;
    deliver_at_once(&client).await;
    let (group, _, thread) = begun(&client, "Unseen").await;
    let unseen = async || {
        let shown = client.get(&format!("{group}?$select=id,unseenCount")).await;
        shown.json()["unseenCount"].as_i64().unwrap()
    };
    client.post(&format!("{group}/resetUnseenCount")).await;
    client
        .control("/clock", json!({"advanceSeconds": 10}))
        .await;
    reply(&client, &thread, "My own.").await;
    assert_eq!(unseen().await, 0);
    let group_id = group.trim_start_matches("/groups/");
    let arrival = json!({"group": group_id, "bodies": ["one", "two"]});
    client.control("/posts", arrival.clone()).await;
    assert_eq!(unseen().await, 1);
    client.control("/posts", arrival).await;
    assert_eq!(unseen().await, 2);
    client.post(&format!("{group}/resetUnseenCount")).await;
    assert_eq!(unseen().await, 0);
}

#[tokio::test]
async fn posting_is_activity_in_the_group() {
    let client = start().await;
    let (group, _, thread) = begun(&client, "Busy").await;
    client.post(&format!("{group}/renew")).await;
    let group = group.trim_start_matches("/groups/");
    client
        .control("/activity", json!({"group": group, "inUse": false}))
        .await;
    let days = json!({"advanceSeconds": 160 * 24 * 3_600});
    client.control("/clock", days).await;
    reply(&client, &thread, "Still here.").await;
    let writes = client.control_get("/writes").await;
    let mut writes = writes["value"].as_array().unwrap().iter();
    assert!(writes.any(|write| write["write"] == "activity"));
}

#[tokio::test]
async fn what_was_written_outlives_the_tenant() {
    let folder = tempfile::tempdir().unwrap();
    let with_state = || PracticeOptions {
        state: Some(folder.path().join("practice.jsonl")),
        ..options()
    };
    let client = start_with(with_state()).await;
    client
        .control("/behavior", json!({"deliverySeconds": 600}))
        .await;
    let (group, conversation, thread) = begun(&client, "Kept").await;
    let (_, gone, _) = begun(&client, "Gone").await;
    reply(&client, &thread, "Under way").await;
    client.patch(&thread, json!({"isLocked": true})).await;
    client.delete(&gone).await;
    let group_id = group.trim_start_matches("/groups/").to_owned();
    client
        .control("/mailbox", json!({"group": group_id, "posts": 70}))
        .await;
    let threads = format!("{group}/threads?$top=1000");
    let before = everything(&client, &threads).await;
    drop(client);

    let client = start_with(with_state()).await;
    assert_eq!(everything(&client, &threads).await, before);
    assert_eq!(client.get(&gone).await.status, 404);
    assert_eq!(client.get(&conversation).await.json()["topic"], "Kept");
    assert_eq!(posts(&client, &thread).await.len(), 1);
    client
        .control("/clock", json!({"advanceSeconds": 700}))
        .await;
    let delivered = posts(&client, &thread).await.remove(1);
    let body = delivered["body"]["content"].as_str().unwrap();
    assert!(body.contains("Under way"), "{body}");
}

#[tokio::test]
async fn a_group_hears_whom_it_accepts_and_never_whom_it_rejects() {
    let client = start().await;
    let (group, _, thread) = begun(&client, "Who may").await;
    let me = client.my_id().await;
    let other = client.colleagues().await.remove(0);
    let accepted = format!("{group}/acceptedSenders");
    let add = async |list: &str, person: &str| {
        let path = format!("{list}/$ref");
        let body = client.reference(person);
        client.send_json(Method::POST, &path, body).await.status
    };
    assert_eq!(add(&accepted, &other).await, 204);
    assert_eq!(client.get(&accepted).await.value()[0]["id"], *other);
    assert_eq!(reply(&client, &thread, "no").await.status, 403);
    assert_eq!(add(&accepted, &me).await, 204);
    assert_eq!(reply(&client, &thread, "yes").await.status, 202);
    let rejected = format!("{group}/rejectedSenders");
    assert_eq!(add(&rejected, &me).await, 400, "on both lists");
    let by_key = format!("{accepted}/{me}/$ref");
    assert_eq!(client.delete(&by_key).await.status, 204);
    // Not wrong, but the check of the traffic knows no `$id`.
    let address = client.reference(&other)["@odata.id"].clone();
    let by_address = format!("{accepted}/$ref?$id={}", address.as_str().unwrap());
    let removed = client.wrong(Method::DELETE, &by_address).await;
    assert_eq!(removed.status, 204);
    assert_eq!(add(&rejected, &me).await, 204);
    assert_eq!(reply(&client, &thread, "no").await.status, 403);
}

#[tokio::test]
async fn a_group_that_talks_in_viva_engage_has_no_conversations() {
    let client = start().await;
    let (group, _, thread) = begun(&client, "Before").await;
    let id = group.trim_start_matches("/groups/");
    let moved = json!({"group": id, "movedAway": true});
    assert_eq!(client.control("/mailbox", moved).await.status, 201);
    let none = (404, "ErrorNonExistentMailbox".to_owned());
    assert_eq!(
        refused(&client.get(&format!("{group}/threads")).await),
        none
    );
    assert_eq!(refused(&reply(&client, &thread, "late").await), none);
    assert_eq!(client.get(&format!("{group}/events")).await.status, 200);
}
