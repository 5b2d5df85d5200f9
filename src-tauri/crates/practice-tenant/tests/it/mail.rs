//! What a group's mailbox keeps for each person.

use reqwest::Method;
use serde_json::Value;

use crate::client::{Client, start};

async fn mail(client: &Client, group: &str) -> Value {
    let names = "allowExternalSenders,autoSubscribeNewMembers,hideFromAddressLists,hideFromOutlookClients,isSubscribedByMail,unseenCount";
    client
        .get(&format!("/groups/{group}?$select={names}"))
        .await
        .json()
}

#[tokio::test]
async fn somebody_subscribes_and_no_longer_for_themselves_only() {
    let client = start().await;
    let group = client.owned_ids().await.remove(1);
    for (action, subscribed) in [("unsubscribeByMail", false), ("subscribeByMail", true)] {
        let answer = client.post(&format!("/groups/{group}/{action}")).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, ""));
        assert_eq!(
            mail(&client, &group).await["isSubscribedByMail"],
            subscribed
        );
    }
    client
        .post(&format!("/groups/{group}/unsubscribeByMail"))
        .await;
    let client = client.administrator();
    client
        .post(&format!("/groups/{group}/subscribeByMail"))
        .await;
    let owner = client.practice.owner_token().to_owned();
    let client = Client {
        token: owner,
        ..client
    };
    assert_eq!(mail(&client, &group).await["isSubscribedByMail"], false);
}

#[tokio::test]
async fn what_was_seen_counts_no_longer() {
    let client = start().await;
    for group in client.owned_ids().await {
        if mail(&client, &group).await["unseenCount"].as_i64() > Some(0) {
            let reset = format!("/groups/{group}/resetUnseenCount");
            assert_eq!(client.post(&reset).await.status, 200);
            assert_eq!(mail(&client, &group).await["unseenCount"], 0);
            return;
        }
    }
    panic!("nothing is unread anywhere");
}

#[tokio::test]
async fn settings_of_the_mailbox_come_with_one_group_only_and_when_named() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    assert!(mail(&client, &group).await["allowExternalSenders"].is_boolean());
    let plain = client.get(&format!("/groups/{group}")).await.json();
    assert!(plain.get("allowExternalSenders").is_none());
    let listed = client
        .get("/groups?$select=id,allowExternalSenders&$top=1")
        .await;
    assert!(listed.value()[0].get("allowExternalSenders").is_none());
    let path = format!("/groups/{group}/subscribeByMail");
    assert_eq!(client.wrong(Method::GET, &path).await.status, 405);
}
