//! Groups that can be brought back.

use std::collections::BTreeMap;

use futures::{StreamExt as _, TryStreamExt as _};
use graph_client::models::DeletedGroup;
use serde_json::{Value, json};
use wiremock::matchers::method;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::batch_server::{answering, failed, items_sent};
use super::{GROUP, client_of, group_id, group_ids, query_sent, serving, user_id};

const ITEMS: &str = "/directory/deletedItems";

fn deleted() -> Value {
    json!({
        "@odata.type": "#microsoft.graph.group", "id": GROUP, "displayName": "Party",
        "deletedDateTime": "2026-11-20T10:00:00Z", "groupTypes": ["Unified"],
    })
}

#[tokio::test]
async fn administrators_see_all_of_them_by_the_cast() {
    let answer = ResponseTemplate::new(200).set_body_json(json!({ "value": [deleted()] }));
    let server = serving("GET", &format!("{ITEMS}/microsoft.graph.group"), answer).await;

    let groups: Vec<DeletedGroup> = client_of(&server)
        .deleted_groups()
        .all()
        .items()
        .try_collect()
        .await
        .unwrap();

    assert_eq!(groups[0].group.display_name.as_deref(), Some("Party"));
    assert!(groups[0].deleted_date_time.is_some());
    let query = query_sent(&server).await;
    assert!(query[0].1.ends_with(",deletedDateTime"));
}

#[tokio::test]
async fn owners_ask_for_their_own_with_a_post_that_only_reads() {
    let server = MockServer::start().await;
    let in_trouble = Mock::given(method("POST")).respond_with(ResponseTemplate::new(502));
    in_trouble.up_to_n_times(1).mount(&server).await;
    let answer = ResponseTemplate::new(200).set_body_json(json!({ "value": [deleted()] }));
    let answered = Mock::given(method("POST")).respond_with(answer);
    answered.expect(1).mount(&server).await;

    let groups = client_of(&server)
        .deleted_groups()
        .owned_by(&user_id())
        .await;

    assert_eq!(groups.unwrap().len(), 1);
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 2, "what only reads may be asked again");
    let path = "/v1.0/directory/deletedItems/getUserOwnedObjects";
    assert_eq!(requests[1].url.path(), path);
    let body: Value = requests[1].body_json().unwrap();
    assert_eq!(
        body,
        json!({ "userId": user_id().as_str(), "type": "Group" })
    );
}

#[tokio::test]
async fn one_is_read_restored_and_deleted_for_good() {
    let answer = ResponseTemplate::new(200).set_body_json(deleted());
    let server = serving("GET", &format!("{ITEMS}/{GROUP}"), answer.clone()).await;
    let group = client_of(&server).deleted_groups().get(&group_id()).await;
    assert!(group.unwrap().deleted_date_time.is_some());

    let server = serving("POST", &format!("{ITEMS}/{GROUP}/restore"), answer).await;
    let client = client_of(&server);
    let restored = client.deleted_groups().restore(&group_id()).await;
    assert_eq!(restored.unwrap().id, group_id());
    assert!(server.received_requests().await.unwrap()[0].body.is_empty());

    let gone = ResponseTemplate::new(204);
    let server = serving("DELETE", &format!("{ITEMS}/{GROUP}"), gone).await;
    let client = client_of(&server);
    let purged = client.deleted_groups().delete_for_good(&group_id()).await;
    assert!(purged.is_ok());
}

#[tokio::test]
async fn many_are_restored_and_each_has_its_own_fate() {
    let server = answering(|item| {
        let url = item["url"].as_str().unwrap();
        let id = url.split('/').nth(3).unwrap();
        match id.ends_with('1') {
            true => failed(404, "Request_ResourceNotFound"),
            false => json!({ "status": 200, "body": { "id": id } }),
        }
    })
    .await;

    let outcomes: BTreeMap<_, _> = client_of(&server)
        .deleted_groups()
        .restore_many(group_ids(3))
        .collect()
        .await;

    let restored: Vec<_> = outcomes.values().map(Result::is_ok).collect();
    assert_eq!(restored, [true, false, true]);
    let item = &items_sent(&server).await[0];
    let id = &group_ids(1)[0];
    assert_eq!(item["method"], "POST");
    assert_eq!(item["url"], format!("{ITEMS}/{id}/restore"));
    assert_eq!(item.get("body"), None);
}
