//! Collections as streams.

use futures::TryStreamExt as _;
use graph_client::ErrorKind;
use graph_client::models::Group;
use serde_json::json;
use wiremock::matchers::{header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::client_of;

fn page(ids: &[&str], next: Option<String>) -> ResponseTemplate {
    let value: Vec<_> = ids.iter().map(|id| json!({ "id": id })).collect();
    let mut body = json!({ "value": value });
    if let Some(next) = next {
        body["@odata.nextLink"] = next.into();
    }
    ResponseTemplate::new(200).set_body_json(body)
}

fn next(server: &MockServer, token: &str) -> String {
    format!(
        "{}/v1.0/me/ownedObjects/microsoft.graph.group?$skiptoken={token}",
        server.uri()
    )
}

#[tokio::test]
async fn pages_are_followed_also_over_an_empty_one() {
    let server = MockServer::start().await;
    let mount = |token: &'static str, answer: ResponseTemplate| {
        Mock::given(query_param("$skiptoken", token))
            .respond_with(answer)
            .mount(&server)
    };
    mount("two", page(&[], Some(next(&server, "three")))).await;
    mount("three", page(&["c"], None)).await;
    Mock::given(query_param("$top", "999"))
        .respond_with(page(&["a", "b"], Some(next(&server, "two"))))
        .mount(&server)
        .await;

    let groups: Vec<Group> = client_of(&server)
        .my_groups()
        .owned()
        .items()
        .try_collect()
        .await
        .unwrap();

    let ids: Vec<_> = groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[tokio::test]
async fn the_index_is_asked_for_on_every_page() {
    let server = MockServer::start().await;
    Mock::given(query_param("$skiptoken", "two"))
        .and(header("ConsistencyLevel", "eventual"))
        .respond_with(page(&["b"], None))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(query_param("$count", "true"))
        .and(header("ConsistencyLevel", "eventual"))
        .respond_with(page(&["a"], Some(next(&server, "two"))))
        .expect(1)
        .mount(&server)
        .await;

    let groups: Vec<Group> = client_of(&server)
        .my_groups()
        .member_of()
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(groups.len(), 2);
}

#[tokio::test]
async fn a_link_to_another_host_is_not_followed_and_gets_no_token() {
    let (server, thief) = (MockServer::start().await, MockServer::start().await);
    Mock::given(method("GET"))
        .and(path("/v1.0/me/ownedObjects/microsoft.graph.group"))
        .respond_with(page(&["a"], Some(format!("{}/v1.0/groups", thief.uri()))))
        .mount(&server)
        .await;

    let error = client_of(&server)
        .my_groups()
        .owned()
        .items()
        .try_collect::<Vec<_>>()
        .await
        .unwrap_err();

    assert_eq!(error.kind(), &ErrorKind::ForeignLink);
    assert!(thief.received_requests().await.unwrap().is_empty());
}
