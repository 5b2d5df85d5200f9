//! Conversations as they are read: forms of HTML, attachments, filters, sizes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, id, start};
use crate::contents::{encoded, everything, refused};

/// The conversation of the first group that has one of everything: the path of
/// its posts.
async fn everything_there_is(client: &Client) -> String {
    let group = client.owned_ids().await.remove(0);
    for thread in everything(client, &format!("/groups/{group}/threads?$top=100")).await {
        let posts = format!("/groups/{group}/threads/{}/posts", encoded(&id(&thread)));
        let count = format!("{posts}?$top=1&$count=true&$select=id");
        let page = client.get(&count).await;
        if page.json()["@odata.count"].as_u64() > Some(40) {
            return posts;
        }
    }
    panic!("no thread is long");
}

fn html(post: &Value) -> &str {
    post["body"]["content"].as_str().unwrap()
}

#[tokio::test]
async fn one_conversation_has_html_of_every_form() {
    let client = start().await;
    let posts = everything(
        &client,
        &format!("{}?$top=20", everything_there_is(&client).await),
    )
    .await;
    let signs = [
        "<!--[if gte mso 9]>",
        "divRplyFwdMsg",
        "appendonsend",
        "gmail_quote",
        "blockquote type=\"cite\"",
        "<table",
        "cid:image001",
        "src=\"https://pictures.example",
        "bgcolor=\"#FFFFFF\"",
        "color:#ffffff;background-color:#ffffff",
        "dir=\"rtl\"",
        "🎉",
        "<script>",
        "onerror=",
        "<svg",
        "http-equiv=\"refresh\"",
        "<iframe",
        "<form",
    ];
    for sign in signs {
        assert!(posts.iter().any(|post| html(post).contains(sign)), "{sign}");
    }
    assert!(posts.iter().any(|post| html(post).is_empty()));
    assert!(
        posts
            .iter()
            .any(|post| html(post).matches("<div>").count() >= 1_000)
    );
    let dates = posts
        .iter()
        .map(|post| post["receivedDateTime"].as_str().unwrap());
    assert!(dates.collect::<Vec<_>>().is_sorted());
}

#[tokio::test]
async fn a_body_comes_as_plain_text_to_whoever_prefers_that() {
    let client = start().await;
    let path = everything_there_is(&client).await;
    let request = client
        .request(Method::GET, &format!("{path}?$top=100"))
        .header("Prefer", "outlook.body-content-type=\"text\"");
    let answer = client.send(request).await;
    assert_eq!(
        answer.header("preference-applied"),
        "outlook.body-content-type=\"text\""
    );
    for post in answer.value() {
        assert_eq!(post["body"]["contentType"], "text");
        assert!(!html(&post).contains("<p") && !html(&post).contains("evil.example/script"));
    }
}

#[tokio::test]
async fn attachments_of_every_kind_are_listed_and_a_file_comes_as_its_bytes() {
    let client = start().await;
    let path = everything_there_is(&client).await;
    let posts = everything(
        &client,
        &format!("{path}?$top=50&$filter=hasAttachments eq true"),
    )
    .await;
    let post = posts.last().unwrap();
    let path = format!("{path}/{}", encoded(&id(post)));
    let expanded = client
        .get(&format!("{path}?$expand=attachments"))
        .await
        .json();
    let all = everything(&client, &format!("{path}/attachments?$top=100")).await;
    assert_eq!(expanded["attachments"].as_array().unwrap(), &all);
    for kind in ["fileAttachment", "itemAttachment", "referenceAttachment"] {
        let kind = format!("#microsoft.graph.{kind}");
        let one = all.iter().find(|one| one["@odata.type"] == *kind).unwrap();
        let one = client
            .get(&format!("{path}/attachments/{}", encoded(&id(one))))
            .await;
        assert_eq!(one.json()["@odata.type"], *kind);
    }
    let file = all
        .iter()
        .find(|one| one["contentBytes"].is_string())
        .unwrap();
    let value = format!("{path}/attachments/{}/$value", encoded(&id(file)));
    let bytes = client.send_for_bytes(&value).await;
    assert_eq!(STANDARD.encode(&bytes), file["contentBytes"]);
    assert_eq!(bytes.len() as u64, file["size"]);

    let item = all
        .iter()
        .find(|one| one["@odata.type"] == "#microsoft.graph.itemAttachment");
    let item = format!("{path}/attachments/{}", encoded(&id(item.unwrap())));
    // Not wrong, but the check of the traffic knows no types in `$expand`.
    let expanded = format!("{item}?$expand=microsoft.graph.itemAttachment/item");
    let item = client.wrong(Method::GET, &expanded).await;
    assert!(item.json()["item"]["subject"].as_str().is_some());
    let without = client
        .get(&format!("{path}/attachments?$select=id,name,size"))
        .await;
    assert!(without.value()[0].get("contentBytes").is_none());
}

#[tokio::test]
async fn an_inline_picture_is_attached_but_no_attachment_to_count() {
    let client = start().await;
    let path = everything_there_is(&client).await;
    let posts = everything(&client, &format!("{path}?$top=50&$expand=attachments")).await;
    let inline = |post: &&Value| html(post).contains("cid:image001.png");
    let post = posts.iter().find(inline).unwrap();
    let picture = &post["attachments"][0];
    assert_eq!(
        (&picture["isInline"], &picture["contentType"]),
        (&json!(true), &json!("image/png"))
    );
    let name = picture["contentId"].as_str().unwrap();
    assert!(html(post).contains(&format!("cid:{name}")));
}

#[tokio::test]
async fn lists_are_filtered_and_expanded_as_far_as_a_mailbox_goes() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let path = format!("/groups/{group}/conversations");
    let all = everything(&client, &format!("{path}?$top=100")).await;
    let topic = all[0]["topic"].as_str().unwrap();
    let named = everything(
        &client,
        &format!("{path}?$top=100&$filter=topic eq '{topic}'"),
    )
    .await;
    assert!(!named.is_empty() && named.iter().all(|one| one["topic"] == topic));
    let middle = all[all.len() / 2]["lastDeliveredDateTime"]
        .as_str()
        .unwrap();
    let since = format!("{path}?$top=100&$filter=lastDeliveredDateTime ge {middle}");
    let recent = everything(&client, &since).await;
    assert!(recent.len() < all.len() && recent.len() > all.len() / 2);
    let expanded = client
        .get(&format!("{path}?$top=2&$select=topic&$expand=threads"))
        .await
        .value();
    assert!(expanded[0]["threads"][0]["isLocked"].is_boolean());
    let by_topic = everything(&client, &format!("{path}?$top=100&$orderby=topic")).await;
    assert_eq!(by_topic.len(), all.len());
    let unknown = client
        .wrong(Method::GET, &format!("{path}?$expand=colours"))
        .await;
    assert_eq!(unknown.status, 400);
    let gone = client.get(&format!("{path}/AAQkADno%2Fsuch%3D")).await;
    assert_eq!(refused(&gone), (404, "ErrorItemNotFound".to_owned()));
}

#[tokio::test]
async fn a_mailbox_can_be_filled_for_whoever_measures() {
    let client = start().await;
    let group = client.create("Very talkative", "very-talkative").await;
    client
        .control("/clock", json!({"advanceSeconds": 60}))
        .await;
    let filling = json!({"group": group, "conversations": 5_000, "posts": 500});
    let filled = client.control("/mailbox", filling).await;
    assert_eq!(filled.status, 201, "{}", filled.text);
    let path = format!("/groups/{group}/conversations?$top=1000&$select=id,topic");
    let all = everything(&client, &path).await;
    let ids: std::collections::HashSet<String> = all.iter().map(id).collect();
    assert_eq!((all.len(), ids.len()), (5_001, 5_001));
    let thread = filled.value()[0]["thread"].as_str().unwrap().to_owned();
    let posts = format!(
        "/groups/{group}/threads/{}/posts?$top=1&$count=true",
        encoded(&thread)
    );
    assert_eq!(client.get(&posts).await.json()["@odata.count"], 500);
}

#[tokio::test]
async fn whatever_html_is_given_arrives_as_it_is() {
    let client = start().await;
    let group = client.owned_ids().await.remove(1);
    let bodies = ["<img src=x onerror=alert(1)>", "", "<p>", "ünïcödé"];
    let attachment = json!({
        "name": "../up.svg",
        "contentType": "image/svg+xml",
        "content": {"file": STANDARD.encode("<svg onload=alert(1)>")},
    });
    let arrival = json!({"group": group, "bodies": bodies, "attachments": [attachment]});
    let arrived = client.control("/posts", arrival.clone()).await;
    assert_eq!(
        (arrived.status, arrived.value().len()),
        (201, 1),
        "{}",
        arrived.text
    );
    let thread = arrived.value()[0]["thread"].as_str().unwrap().to_owned();
    let path = format!(
        "/groups/{group}/threads/{}/posts?$expand=attachments",
        encoded(&thread)
    );
    let posts = everything(&client, &path).await;
    assert_eq!(posts.iter().map(html).collect::<Vec<_>>(), bodies);
    assert_eq!(
        posts[0]["from"]["emailAddress"]["address"],
        "somebody@outside.example"
    );
    assert_eq!(posts[3]["attachments"][0]["name"], "../up.svg");

    let mut apart = arrival;
    apart["apart"] = json!(true);
    assert_eq!(client.control("/posts", apart).await.value().len(), 4);
}
