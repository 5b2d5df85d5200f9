//! Delta rounds.

use jiff::SignedDuration;
use practice_tenant::Advance;
use reqwest::Method;
use serde_json::Value;

use crate::client::{Client, id, start};

/// Follows next links; the groups and the delta link.
async fn round(client: &Client, first: &str) -> (Vec<Value>, String) {
    let mut groups = Vec::new();
    let mut link = first.to_owned();
    loop {
        let page = client.get(&link).await;
        groups.extend(page.value());
        let body = page.json();
        if let Some(delta) = body["@odata.deltaLink"].as_str() {
            return (groups, delta.to_owned());
        }
        link = body["@odata.nextLink"].as_str().unwrap().to_owned();
    }
}

#[tokio::test]
async fn a_delta_link_brings_only_what_changed_since() {
    let client = start().await;
    let (all, link) = round(
        &client,
        "/groups/delta?$select=id,displayName,expirationDateTime",
    )
    .await;
    assert!(all.len() > 60);
    assert!(round(&client, &link).await.0.is_empty());
    let group = id(&all[2]);
    client.post(&format!("/groups/{group}/renew")).await;
    client.post(&format!("/groups/{group}/addFavorite")).await;
    let (changed, next) = round(&client, &link).await;
    assert_eq!(changed.iter().map(id).collect::<Vec<_>>(), [group]);
    assert!(round(&client, &next).await.0.is_empty());
}

#[tokio::test]
async fn only_selected_properties_and_filtered_groups_are_tracked() {
    let client = start().await;
    let ids = client.owned_ids().await;
    let (_, names) = round(&client, "/groups/delta?$select=id,displayName").await;
    let filter = format!(
        "/groups/delta?$select=id,renewedDateTime&$filter=id eq '{}'",
        ids[0]
    );
    let (one, watched) = round(&client, &filter).await;
    assert_eq!(one.len(), 1);
    client.post(&format!("/groups/{}/renew", ids[0])).await;
    client.post(&format!("/groups/{}/renew", ids[1])).await;
    assert!(round(&client, &names).await.0.is_empty());
    let minimal = client
        .request(Method::GET, &watched)
        .header("Prefer", "return=minimal");
    let changed = client.send(minimal).await.value();
    assert_eq!((changed.len(), id(&changed[0])), (1, ids[0].clone()));
}

#[tokio::test]
async fn members_come_with_the_first_round_unless_others_are_selected() {
    let client = start().await;
    let (groups, _) = round(&client, "/groups/delta").await;
    assert!(
        groups
            .iter()
            .any(|group| group["members@delta"][0]["id"].is_string())
    );
    assert!(
        groups[0].get("classification").is_none(),
        "what was never set is absent"
    );
}

#[tokio::test]
async fn the_first_round_can_be_skipped() {
    let client = start().await;
    let (none, link) = round(
        &client,
        "/groups/delta?$deltatoken=latest&$select=id,renewedDateTime",
    )
    .await;
    assert!(none.is_empty());
    let group = client.owned_ids().await.remove(0);
    client.post(&format!("/groups/{group}/renew")).await;
    assert_eq!(round(&client, &link).await.0.len(), 1);
}

#[tokio::test]
async fn an_old_link_is_gone_and_says_where_to_start_again() {
    let client = start().await;
    let (_, link) = round(&client, "/groups/delta?$select=id").await;
    client
        .practice
        .advance(Advance::By(SignedDuration::from_hours(8 * 24)))
        .unwrap();
    let gone = client.get(&link).await;
    assert_eq!(
        (gone.status, gone.code().as_str()),
        (410, "syncStateNotFound")
    );
    assert!(gone.header("location").ends_with("/groups/delta"));
    client.practice.reset(10, 20).unwrap();
    assert_eq!(client.get(&link).await.status, 410);
}
