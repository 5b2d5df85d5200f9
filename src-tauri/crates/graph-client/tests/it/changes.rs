//! Delta rounds.

use futures::TryStreamExt as _;
use graph_client::ErrorKind;
use graph_client::odata::delta::{Change, DeltaLink, RemovedReason};
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
async fn a_link_that_is_too_old_names_where_to_begin_anew() {
    let server = MockServer::start().await;
    let anew = format!("{}/v1.0/groups/delta?$deltatoken=anew", server.uri());
    Mock::given(query_param("$deltatoken", "old"))
        .respond_with(ResponseTemplate::new(410).insert_header("Location", anew.as_str()))
        .mount(&server)
        .await;
    Mock::given(query_param("$deltatoken", "anew"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "value": [] })))
        .expect(1)
        .mount(&server)
        .await;
    let client = client_of(&server);
    let old = format!("{}/v1.0/groups/delta?$deltatoken=old", server.uri());
    let old: DeltaLink = serde_json::from_value(json!(old)).unwrap();

    let round = client.groups().delta(&DeltaStart::Link(&old)).unwrap();
    let error = round.try_collect::<Vec<_>>().await.unwrap_err();

    let anew = DeltaStart::Link(error.fresh_start().unwrap());
    let round = client.groups().delta(&anew).unwrap();
    assert_eq!(round.try_collect::<Vec<_>>().await.unwrap().len(), 1);
}

#[tokio::test]
async fn more_groups_than_can_be_followed_are_refused_before_anything_is_sent() {
    let server = MockServer::start().await;
    let client = client_of(&server);
    for n in [0, 51] {
        let ids = super::group_ids(n);
        let round = client.groups().delta(&DeltaStart::Groups(&ids)).map(drop);
        assert_eq!(round.unwrap_err().kind(), &ErrorKind::OverLimit);
    }
    assert!(server.received_requests().await.unwrap().is_empty());
}
