//! Delta rounds.

use futures::TryStreamExt as _;
use graph_client::ErrorKind;
use graph_client::odata::delta::{Change, RemovedReason};
use graph_client::resources::groups::DeltaStart;
use serde_json::json;
use wiremock::matchers::{any, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::client_of;

#[tokio::test]
async fn a_round_ends_with_the_link_for_the_next_one() {
    let server = MockServer::start().await;
    let link = |token: &str| format!("{}/v1.0/groups/delta?$deltatoken={token}", server.uri());
    let last = json!({
        "value": [{ "id": "gone", "@removed": { "reason": "changed" } }, { "id": "purged", "@removed": { "reason": "deleted" } }],
        "@odata.deltaLink": link("next-time"),
    });
    Mock::given(query_param("$deltatoken", "more"))
        .respond_with(ResponseTemplate::new(200).set_body_json(last))
        .mount(&server)
        .await;
    let first =
        json!({ "value": [{ "id": "a", "displayName": "A" }], "@odata.nextLink": link("more") });
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(first))
        .mount(&server)
        .await;
    let client = client_of(&server);

    let pages: Vec<_> = client
        .groups()
        .delta(&DeltaStart::All)
        .unwrap()
        .try_collect()
        .await
        .unwrap();

    let changes: Vec<_> = pages.iter().flat_map(|page| &page.changes).collect();
    assert!(
        matches!(changes[0], Change::Changed(group) if group.display_name.as_deref() == Some("A"))
    );
    assert_eq!(
        changes[1],
        &Change::Removed {
            id: "gone".into(),
            reason: RemovedReason::Changed
        }
    );
    assert_eq!(
        changes[2],
        &Change::Removed {
            id: "purged".into(),
            reason: RemovedReason::Deleted
        }
    );
    assert!(pages.last().unwrap().delta_link.is_some());
}

#[tokio::test]
async fn an_old_link_asks_for_a_new_start() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(410))
        .mount(&server)
        .await;
    let client = client_of(&server);
    let error = client
        .groups()
        .delta(&DeltaStart::Latest)
        .unwrap()
        .try_collect::<Vec<_>>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Gone);
}

#[tokio::test]
async fn who_came_and_who_went_is_told_when_asked_for() {
    let person = |id: &str| json!({ "@odata.type": "#microsoft.graph.user", "id": id });
    let mut gone = person("gone");
    gone["@removed"] = json!({ "reason": "deleted" });
    let page = json!({
        "value": [{ "id": "a", "displayName": "A", "members@delta": [person("new"), gone] },
            { "id": "b", "owners@delta": [person("boss")] }],
        "@odata.deltaLink": "https://graph.invalid/later",
    });
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(page))
        .mount(&server)
        .await;

    let pages: Vec<_> = client_of(&server)
        .groups()
        .delta_with_people(&DeltaStart::All)
        .unwrap()
        .try_collect()
        .await
        .unwrap();

    let [Change::Changed(a), Change::Changed(b)] = &pages[0].changes[..] else {
        panic!("two groups were changed")
    };
    let went: Vec<_> = a.members.iter().map(|person| person.is_removed()).collect();
    assert_eq!(went, [false, true]);
    assert_eq!((a.owners.len(), b.members.len(), b.owners.len()), (0, 0, 1));
    let query = &super::query_sent(&server).await[0].1;
    assert!(query.ends_with(",members,owners"));
}

#[tokio::test]
async fn fifty_groups_can_be_followed_by_their_ids_and_no_more() {
    let server = MockServer::start().await;
    let client = client_of(&server);
    let ids = super::group_ids(51);
    let round = |ids| client.groups().delta(&DeltaStart::Groups(ids)).map(drop);
    assert!(round(&ids[..50]).is_ok());
    let error = round(&ids).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::OverLimit);
}
