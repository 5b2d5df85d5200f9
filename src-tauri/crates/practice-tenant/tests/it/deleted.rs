//! Deleting groups, bringing them back, and what time does by itself.

use jiff::{SignedDuration, Timestamp};
use practice_tenant::Advance;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, id, start};

const DELETED: &str = "/directory/deletedItems";

async fn mine(client: &Client) -> Vec<Value> {
    let body = json!({"userId": client.my_id().await, "type": "Group"});
    let path = format!("{DELETED}/getUserOwnedObjects");
    let answer = client.send_json(Method::POST, &path, body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.value()
}

fn days(days: i64) -> Advance {
    Advance::By(SignedDuration::from_hours(24 * days))
}

#[tokio::test]
async fn a_deleted_group_is_nowhere_but_among_the_deleted() {
    let client = start().await;
    let group = client.owned_ids().await.remove(4);
    let path = format!("/groups/{group}");
    let deleted = client.delete(&path).await;
    assert_eq!((deleted.status, deleted.text.as_str()), (204, ""));
    for path in [
        path.clone(),
        format!("{path}/members"),
        format!("{path}/owners"),
        format!("/directoryObjects/{group}"),
    ] {
        assert_eq!(client.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(client.delete(&path).await.status, 404);
    let changed = client.patch(&path, json!({"theme": "Red"})).await;
    assert_eq!(changed.status, 404);
    assert_eq!(client.post(&format!("{path}/renew")).await.status, 404);
    assert!(!client.owned_ids().await.contains(&group));
    let member = client.get("/me/memberOf?$top=999").await.value();
    assert!(member.iter().all(|other| id(other) != group));
    let all = client.get("/groups?$top=999&$select=id").await.value();
    assert!(all.iter().all(|other| id(other) != group));
    let found = mine(&client).await;
    let found = found.iter().find(|other| id(other) == group).unwrap();
    assert_eq!(found["@odata.type"], "#microsoft.graph.group");
    assert!(found["deletedDateTime"].is_string());
    let one = client.get(&format!("{DELETED}/{group}")).await.json();
    assert_eq!(one["deletedDateTime"], found["deletedDateTime"]);
}

#[tokio::test]
async fn the_owner_has_two_deleted_groups_from_the_start() {
    let client = start().await;
    let groups = mine(&client).await;
    assert_eq!(groups.len(), 2);
    assert!(groups.is_sorted_by_key(id));
    let now = client.practice.status().now;
    let mut ages: Vec<i64> = groups
        .iter()
        .map(|group| {
            let at: Timestamp = group["deletedDateTime"].as_str().unwrap().parse().unwrap();
            now.duration_since(at).as_hours() / 24
        })
        .collect();
    ages.sort_unstable();
    assert_eq!(ages, [9, 27]);
    client.practice.advance(days(4)).unwrap();
    let later: Vec<String> = mine(&client).await.iter().map(id).collect();
    let left = groups.iter().filter(|group| later.contains(&id(group)));
    assert_eq!(left.count(), 1, "thirty days are over for one");
}

#[tokio::test]
async fn all_deleted_groups_are_listed_for_administrators_and_by_type_only() {
    let client = start().await;
    let list = format!("{DELETED}/microsoft.graph.group");
    let denied = client.get(&list).await;
    assert_eq!(
        (denied.status, denied.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
    let client = client.administrator();
    let groups = client.get(&list).await.value();
    assert_eq!(groups.len(), 3);
    assert!(
        groups
            .iter()
            .all(|group| group["deletedDateTime"].is_string())
    );
    let newest = format!("{list}?$orderby=deletedDateTime desc&$select=id,deletedDateTime&$top=2");
    let page = client.get(&newest).await;
    assert!(
        page.value()[0]["deletedDateTime"].as_str() > page.value()[1]["deletedDateTime"].as_str()
    );
    assert!(page.json()["@odata.nextLink"].is_string());
    let without = client.wrong(Method::GET, DELETED).await;
    assert_eq!(
        (without.status, without.code().as_str()),
        (400, "Request_BadRequest")
    );
    assert_eq!(client.advanced(&format!("{list}/$count")).await.text, "3");
}

#[tokio::test]
async fn others_groups_are_asked_for_by_administrators_only() {
    let client = start().await;
    let owner = client.my_id().await;
    let path = format!("{DELETED}/getUserOwnedObjects");
    let ask = |user: &str, kind: &str| json!({"userId": user, "type": kind});
    let colleague = client.colleagues().await.remove(0);
    let denied = client
        .send_json(Method::POST, &path, ask(&colleague, "Group"))
        .await;
    assert_eq!(denied.status, 403);
    let apps = client
        .send_json(Method::POST, &path, ask(&owner, "Application"))
        .await;
    assert!(apps.value().is_empty());
    for wrong in [
        json!({"userId": owner}),
        ask(&owner, "Colour"),
        json!({"type": "Group"}),
    ] {
        let refused = client.wrong_json(Method::POST, &path, wrong).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (400, "Request_BadRequest")
        );
    }
    let client = client.administrator();
    let groups = client
        .send_json(Method::POST, &path, ask(&owner, "Group"))
        .await;
    assert_eq!(groups.value().len(), 2);
    let theirs = client
        .get(&format!("{DELETED}/{}", id(&groups.value()[0])))
        .await;
    assert_eq!(theirs.status, 200);
}

#[tokio::test]
async fn a_group_comes_back_with_its_people_at_once_and_its_contents_in_stages() {
    let client = start().await;
    let group = client.owned_ids().await.remove(4);
    let before = client.truth(&group).await;
    client.delete(&format!("/groups/{group}")).await;
    client.practice.advance(days(29)).unwrap();
    let restored = client.post(&format!("{DELETED}/{group}/restore")).await;
    assert_eq!(restored.status, 200);
    let shown = restored.json();
    assert_eq!(shown["@odata.type"], "#microsoft.graph.group");
    assert!(shown["id"] == group.as_str() && shown["deletedDateTime"].is_null());
    let after = client.truth(&group).await;
    for same in ["owners", "members", "renewed", "displayName", "mail"] {
        assert_eq!(after[same], before[same], "{same}");
    }
    assert_eq!(client.get(&format!("/groups/{group}")).await.status, 200);
    let mail = format!("/groups/{group}?$select=allowExternalSenders");
    assert_eq!(client.get(&mail).await.status, 404);
    let mut stages = Vec::new();
    for seconds in [0, 30, 60, 600, 3_600] {
        client
            .control("/clock", json!({"advanceSeconds": seconds}))
            .await;
        let parts = client.truth(&group).await["provisioned"].clone();
        let parts = parts.as_object().unwrap().values();
        stages.push(parts.filter(|there| **there == true).count());
    }
    assert_eq!(stages, [0, 1, 2, 3, 4]);
    assert_eq!(client.get(&mail).await.status, 200);
    let again = client.post(&format!("{DELETED}/{group}/restore")).await;
    assert_eq!(again.status, 404);
}

#[tokio::test]
async fn only_owners_and_administrators_restore_and_only_administrators_purge() {
    let client = start().await;
    let group = client.owned_ids().await.remove(4);
    client.delete(&format!("/groups/{group}")).await;
    let item = format!("{DELETED}/{group}");
    let purged = client.delete(&item).await;
    assert_eq!(
        (purged.status, purged.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
    let world = client.control_get("/world").await;
    let others = world["deletedGroups"].as_array().unwrap().clone();
    let other = others.iter().find(|group| group["owned"] == false).unwrap();
    let theirs = format!("{DELETED}/{}", id(other));
    assert_eq!(client.get(&theirs).await.status, 403);
    assert_eq!(client.post(&format!("{theirs}/restore")).await.status, 403);

    let client = client.administrator();
    assert_eq!(client.post(&format!("{theirs}/restore")).await.status, 200);
    assert_eq!(client.delete(&item).await.status, 204);
    assert_eq!(client.get(&item).await.status, 404);
    assert_eq!(client.post(&format!("{item}/restore")).await.status, 404);
    assert_eq!(client.truth(&group).await["life"], "gone");
}

#[tokio::test]
async fn a_group_that_is_not_renewed_is_deleted_a_day_after_it_expired() {
    let client = start().await;
    let name = client.practice.status().next_expiry.unwrap().1;
    client.practice.advance(Advance::NextExpiry).unwrap();
    let quoted = name.replace('\'', "''").replace('&', "%26");
    let found = client
        .get(&format!("/groups?$filter=displayName eq '{quoted}'"))
        .await;
    let group = id(&found.value()[0]);
    let hours = |hours| Advance::By(SignedDuration::from_hours(hours));
    client.practice.advance(hours(23)).unwrap();
    assert_eq!(
        client.get(&format!("/groups/{group}")).await.status,
        200,
        "expired, and there"
    );
    client.practice.advance(hours(2)).unwrap();
    assert_eq!(client.get(&format!("/groups/{group}")).await.status, 404);
    assert!(
        mine(&client)
            .await
            .iter()
            .any(|deleted| id(deleted) == group)
    );
    client.post(&format!("{DELETED}/{group}/restore")).await;
    assert_eq!(
        client.post(&format!("/groups/{group}/renew")).await.status,
        204
    );
    client.practice.advance(days(2)).unwrap();
    assert_eq!(
        client.get(&format!("/groups/{group}")).await.status,
        200,
        "renewed in time"
    );
}

#[tokio::test]
async fn after_thirty_days_a_group_is_gone_for_good() {
    let client = start().await;
    let group = client.owned_ids().await.remove(4);
    client.delete(&format!("/groups/{group}")).await;
    client.practice.advance(days(31)).unwrap();
    let restored = client.post(&format!("{DELETED}/{group}/restore")).await;
    assert_eq!(
        (restored.status, restored.code().as_str()),
        (404, "Request_ResourceNotFound")
    );
    assert_eq!(client.truth(&group).await["life"], "gone");
}

#[tokio::test]
async fn security_groups_vanish_at_once_and_strangers_delete_nothing() {
    let client = start().await;
    let vpn = client
        .get("/groups?$filter=displayName eq 'VPN Users'")
        .await
        .value();
    let path = format!("/groups/{}", id(&vpn[0]));
    assert_eq!(client.delete(&path).await.status, 403);
    let client = client.administrator();
    assert_eq!(client.delete(&path).await.status, 204);
    let restore = format!("{DELETED}/{}/restore", id(&vpn[0]));
    assert_eq!(client.post(&restore).await.status, 404);
}
