//! People by their exact names, objects by their ids, and who wrote to a group.

use graph_client::ErrorKind;
use graph_client::models::MemberKind;
use serde_json::json;
use wiremock::ResponseTemplate;

use super::batch_server::{answering, failed, items_sent};
use super::{GROUP, client_of, group_id, query_sent, serving, user_ids};

#[tokio::test]
async fn people_are_found_by_their_whole_names_in_any_case() {
    let server = answering(|_| {
        json!({ "status": 200, "body": { "value": [
            { "id": "a", "displayName": "Zoë O'Neil" },
            { "id": "b", "displayName": "ZOË o'neil" },
            { "id": "c", "displayName": "Zoë O'Neil-Kim" },
        ] } })
    })
    .await;

    let names = ["zoë o'neil".to_owned(), "Nobody".into(), " ".into()];
    let found = client_of(&server).users().by_name(&names).await;

    let counts: Vec<_> = found
        .iter()
        .map(|(_, people)| people.as_ref().unwrap().len())
        .collect();
    assert_eq!(counts, [2, 0, 0]);
    assert_eq!(items_sent(&server).await.len(), 1, "one filter");
}

#[tokio::test]
async fn a_name_that_the_service_refuses_costs_only_itself() {
    let server = answering(|item| {
        let url = item["url"].as_str().unwrap();
        match url.contains("odd") {
            true => failed(400, "BadRequest"),
            false => {
                json!({ "status": 200, "body": { "value": [{ "id": "a", "displayName": "Ann" }] } })
            }
        }
    })
    .await;

    let names = ["odd".to_owned(), "Ann".into()];
    let found = client_of(&server).users().by_name(&names).await;

    let refused = found[0].1.as_ref().unwrap_err();
    assert_eq!(*refused.kind(), ErrorKind::BadRequest);
    assert_eq!(found[1].1.as_ref().unwrap().len(), 1);
}

#[tokio::test]
async fn an_object_is_what_its_type_says() {
    let server = answering(|item| match item["url"].as_str().unwrap() {
        url if url.ends_with("000000000001") => failed(404, "Request_ResourceNotFound"),
        _ => json!({ "status": 200, "body": {
            "@odata.type": "#microsoft.graph.device", "id": "d", "displayName": "LAPTOP-1",
        } }),
    })
    .await;

    let objects = client_of(&server)
        .directory_objects()
        .get_many(&user_ids(2))
        .await;

    let kinds: Vec<_> = objects
        .iter()
        .filter_map(|(_, object)| Some(object.as_ref().ok()?.kind()))
        .collect();
    assert_eq!(kinds, [MemberKind::Device]);
    assert!(objects.iter().any(|(_, object)| {
        object
            .as_ref()
            .is_err_and(graph_client::GraphError::is_not_found)
    }));
}

#[tokio::test]
async fn senders_are_those_of_the_last_threads() {
    let threads = json!({ "value": [
        { "id": "1", "uniqueSenders": ["Ann", "Bo"] },
        { "id": "2", "uniqueSenders": null },
    ] });
    let answer = ResponseTemplate::new(200).set_body_json(threads);
    let server = serving("GET", &format!("/groups/{GROUP}/threads"), answer).await;

    let senders = client_of(&server)
        .group(&group_id())
        .recent_senders()
        .await
        .unwrap();

    assert_eq!(senders, [vec!["Ann".to_owned(), "Bo".into()], vec![]]);
    let query = query_sent(&server).await;
    assert!(query.contains(&("$top".into(), "50".into())));
}
