//! What readers see of a write while it is still on its way, and what a round of
//! changes tells of groups that come, change and go.

use jiff::SignedDuration;
use practice_tenant::Advance;
use serde_json::{Value, json};

use crate::client::{Client, id, start, texts};

async fn lagging(seconds: i64, index_seconds: i64) -> Client {
    let client = start().await;
    let lag = json!({"lagSeconds": seconds, "indexLagSeconds": index_seconds});
    client.control("/behavior", lag).await;
    client
}

#[tokio::test]
async fn a_fresh_group_is_unknown_to_others_until_the_write_has_arrived() {
    let client = lagging(3_600, 3_600).await;
    let group = client.create("Tree nursery", "tree-nursery").await;
    let path = format!("/groups/{group}");
    assert_eq!(client.get(&path).await.status, 404);
    assert_eq!(client.owned_ids().await.len(), 52);
    let changed = client.patch(&path, json!({"theme": "Red"})).await;
    assert_eq!(
        (changed.status, changed.code().as_str()),
        (400, "Request_BadRequest")
    );
    assert!(changed.text.contains("do not exist"));
    let person = client.colleagues().await.remove(0);
    assert_eq!(client.add(&group, "members", &person).await.status, 404);
    assert_eq!(client.truth(&group).await["life"], "live");
    client
        .control("/clock", json!({"advanceSeconds": 3_700}))
        .await;
    assert_eq!(client.get(&path).await.status, 200);
    assert_eq!(client.owned_ids().await.len(), 53);
}

#[tokio::test]
async fn the_index_behind_advanced_queries_learns_of_everything_later() {
    let client = lagging(0, 3_600).await;
    let group = client.owned_ids().await.remove(0);
    let person = client.colleagues().await.remove(100);
    let name = async |client: &Client| {
        let path = format!("/groups?$filter=id eq '{group}'&$count=true&$select=displayName");
        client.advanced(&path).await.value()[0]["displayName"].clone()
    };
    let count = async |client: &Client| {
        let path = format!("/groups/{group}/members/$count");
        client.advanced(&path).await.text
    };
    let (named, counted) = (name(&client).await, count(&client).await);
    client
        .patch(&format!("/groups/{group}"), json!({"displayName": "New"}))
        .await;
    assert_eq!(client.add(&group, "members", &person).await.status, 204);
    let now = client.get(&format!("/groups/{group}")).await.json();
    assert_eq!(now["displayName"], "New", "single reads are up to date");
    assert_eq!(
        (name(&client).await, count(&client).await),
        (named, counted)
    );
    let deleted = client.owned_ids().await.remove(1);
    client.delete(&format!("/groups/{deleted}")).await;
    let all = client
        .advanced("/groups?$count=true&$top=999&$select=id")
        .await
        .value();
    assert!(
        all.iter().any(|group| id(group) == deleted),
        "still in the index"
    );
    client
        .control("/clock", json!({"advanceSeconds": 3_700}))
        .await;
    assert_eq!(name(&client).await, "New");
    let all = client
        .advanced("/groups?$count=true&$top=999&$select=id")
        .await
        .value();
    assert!(all.iter().all(|group| id(group) != deleted));
}

async fn round(client: &Client, first: &str) -> (Vec<Value>, String) {
    let (mut groups, mut link) = (Vec::new(), first.to_owned());
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
async fn a_round_tells_of_new_changed_deleted_restored_and_purged_groups() {
    let client = start().await;
    let select = "/groups/delta?$select=id,displayName,description";
    let (all, link) = round(&client, select).await;
    let owned = client.owned_ids().await;
    assert!(all.iter().all(|group| group.get("@removed").is_none()));
    let new = client.create("Tree nursery", "tree-nursery").await;
    client
        .patch(
            &format!("/groups/{}", owned[0]),
            json!({"description": null}),
        )
        .await;
    client
        .patch(&format!("/groups/{}", owned[1]), json!({"theme": "Red"}))
        .await;
    client.delete(&format!("/groups/{}", owned[2])).await;
    let (told, link) = round(&client, &link).await;
    let of = |told: &[Value], group: &str| {
        let found = told.iter().find(|told| id(told) == group);
        found.cloned().unwrap_or_default()
    };
    assert_eq!(told.len(), 3, "a theme is not selected");
    assert_eq!(of(&told, &new)["displayName"], "Tree nursery");
    let nulled = of(&told, &owned[0]);
    assert!(nulled.get("description").is_some_and(Value::is_null));
    assert_eq!(
        of(&told, &owned[2])["@removed"],
        json!({"reason": "changed"})
    );
    assert!(round(&client, &link).await.0.is_empty());

    client
        .post(&format!("/directory/deletedItems/{}/restore", owned[2]))
        .await;
    let (told, link) = round(&client, &link).await;
    assert!(told.len() == 1 && told[0]["displayName"].is_string());
    client.delete(&format!("/groups/{}", owned[2])).await;
    let client = client.administrator();
    client
        .delete(&format!("/directory/deletedItems/{}", owned[2]))
        .await;
    let (told, _) = round(&client, &link).await;
    assert_eq!(told[0]["@removed"], json!({"reason": "deleted"}));
}

#[tokio::test]
async fn a_round_tells_what_time_alone_brought_about() {
    let client = start().await;
    let group = client.owned_ids().await.remove(4);
    client.delete(&format!("/groups/{group}")).await;
    let (_, link) = round(&client, "/groups/delta?$select=id,displayName").await;
    let step = Advance::By(SignedDuration::from_hours(6 * 24));
    let (mut link, mut reasons) = (link, Vec::new());
    for _ in 0..6 {
        client.practice.advance(step).unwrap();
        let (told, next) = round(&client, &link).await;
        assert!(told.iter().all(|told| told.get("@removed").is_some()));
        let mine = told.iter().filter(|told| id(told) == group);
        reasons.extend(mine.map(|told| told["@removed"]["reason"].clone()));
        let expired = told
            .iter()
            .filter(|told| told["@removed"]["reason"] == "changed");
        for expired in expired {
            assert_eq!(client.truth(&id(expired)).await["life"], "deleted");
        }
        link = next;
    }
    assert_eq!(reasons, ["deleted"]);
}

#[tokio::test]
async fn a_round_tells_who_came_and_who_went() {
    let client = start().await;
    let group = client.create("Tree nursery", "tree-nursery").await;
    let people = client.colleagues().await;
    client.add(&group, "members", &people[0]).await;
    let select = "/groups/delta?$select=id,displayName,members,owners";
    let (all, link) = round(&client, select).await;
    let first = all.iter().find(|told| id(told) == group).unwrap();
    assert_eq!(id(&first["members@delta"][0]), people[0]);
    assert_eq!(id(&first["owners@delta"][0]), client.my_id().await);
    client.add(&group, "members", &people[1]).await;
    client.take_out(&group, "members", &people[0]).await;
    client.add(&group, "owners", &people[2]).await;
    client.add(&group, "members", &people[3]).await;
    client.take_out(&group, "members", &people[3]).await;
    let (told, _) = round(&client, &link).await;
    assert_eq!(told.len(), 1);
    let person = |number: usize| {
        let list = told[0]["members@delta"].as_array().unwrap();
        list.iter()
            .find(|told| id(told) == people[number])
            .cloned()
            .unwrap()
    };
    assert!(person(1).get("@removed").is_none());
    assert_eq!(person(0)["@removed"]["reason"], "deleted");
    assert_eq!(person(3)["@removed"]["reason"], "deleted");
    assert_eq!(id(&told[0]["owners@delta"][0]), people[2]);
}

#[tokio::test]
async fn the_members_of_a_large_group_are_spread_over_pages() {
    let client = crate::client::start_with(practice_tenant::PracticeOptions {
        users: 2_600,
        groups: 12,
        ..crate::client::options()
    })
    .await;
    let world = client.control_get("/world").await;
    let groups = world["groups"].as_array().unwrap();
    let large = groups
        .iter()
        .max_by_key(|group| group["members"].as_u64())
        .unwrap();
    let path = format!(
        "/groups/delta?$select=members&$filter=id eq '{}'",
        id(large)
    );
    let (told, _) = round(&client, &path).await;
    assert!(told.len() > 1 && told.iter().all(|told| id(told) == id(large)));
    let members = told
        .iter()
        .flat_map(|told| told["members@delta"].as_array().unwrap());
    let members: std::collections::BTreeSet<String> = members.map(id).collect();
    let truth = client.truth(&id(large)).await;
    assert_eq!(members, texts(&truth["members"]).into_iter().collect());
}

#[tokio::test]
async fn a_round_under_lag_forgets_nothing() {
    let client = lagging(3_600, 3_600).await;
    let group = client.owned_ids().await.remove(0);
    let (_, link) = round(&client, "/groups/delta?$select=id,displayName").await;
    client
        .patch(&format!("/groups/{group}"), json!({"displayName": "New"}))
        .await;
    let (told, link) = round(&client, &link).await;
    assert!(told.is_empty(), "not yet known");
    client
        .control("/clock", json!({"advanceSeconds": 3_700}))
        .await;
    let (told, _) = round(&client, &link).await;
    assert_eq!(told[0]["displayName"], "New");
}
