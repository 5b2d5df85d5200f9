//! Who is in a group: read and added.

use std::collections::BTreeMap;

use futures::{StreamExt as _, TryStreamExt as _};
use graph_client::ErrorKind;
use graph_client::models::{Member, MemberKind};
use serde_json::json;
use wiremock::ResponseTemplate;

use super::batch_server::{answering, failed, items_sent};
use super::{
    GROUP, body_sent, client_of, graph_error, group_id, group_ids, link, query_sent, serving,
    user_id, user_ids,
};

#[tokio::test]
async fn members_come_in_the_largest_pages_with_what_they_are() {
    let members = json!({ "value": [
        { "@odata.type": "#microsoft.graph.user", "id": "u", "displayName": "Ada", "userType": "Member", "accountEnabled": false },
        { "@odata.type": "#microsoft.graph.user", "id": "g", "userType": "Guest" },
        { "@odata.type": "#microsoft.graph.group", "id": "s" },
        { "@odata.type": "#microsoft.graph.device", "id": "d", "displayName": null },
    ] });
    let answer = ResponseTemplate::new(200).set_body_json(members);
    let server = serving("GET", &format!("/groups/{GROUP}/members"), answer).await;

    let members: Vec<Member> = client_of(&server)
        .group(&group_id())
        .members()
        .items()
        .try_collect()
        .await
        .unwrap();

    let kinds: Vec<_> = members.iter().map(Member::kind).collect();
    use MemberKind::{Device, Group, Guest, Person};
    assert_eq!(kinds, [Person, Guest, Group, Device]);
    assert_eq!(members[0].account_enabled, Some(false));
    let select = "id,displayName,mail,userPrincipalName,userType,jobTitle,accountEnabled";
    let query = [("$select", select), ("$top", "999")];
    let query = query.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(query_sent(&server).await, query);
}

#[tokio::test]
async fn one_person_is_added_by_reference() {
    for relation in ["members", "owners"] {
        let address = format!("/groups/{GROUP}/{relation}/$ref");
        let server = serving("POST", &address, ResponseTemplate::new(204)).await;
        let client = client_of(&server);
        let group = client.group(&group_id());
        let added = match relation {
            "members" => group.add_member(&user_id()).await,
            _ => group.add_owner(&user_id()).await,
        };
        assert!(added.is_ok());
        let body = json!({ "@odata.id": link(&server, "directoryObjects", &user_id()) });
        assert_eq!(body_sent(&server).await, body);
    }
}

#[tokio::test]
async fn twenty_people_are_added_in_one_request_and_more_are_refused_here() {
    let answer = ResponseTemplate::new(204);
    let server = serving("PATCH", &format!("/groups/{GROUP}"), answer).await;
    let client = client_of(&server);
    let group = client.group(&group_id());

    group.add_members(&user_ids(20)).await.unwrap();
    let error = group.add_members(&user_ids(21)).await.unwrap_err();

    assert_eq!(error.kind(), &ErrorKind::OverLimit);
    let body = body_sent(&server).await;
    let links = body["members@odata.bind"].as_array().unwrap();
    assert_eq!(links.len(), 20);
    assert_eq!(links[0], link(&server, "directoryObjects", &user_id()));
}

#[tokio::test]
async fn a_refused_addition_is_a_change_that_did_not_happen() {
    let answer = graph_error(400, "Request_BadRequest", json!([]));
    let server = serving("PATCH", &format!("/groups/{GROUP}"), answer).await;
    let group = client_of(&server);
    let error = group.group(&group_id()).add_members(&user_ids(2)).await;
    let error = error.unwrap_err();
    assert_eq!(error.code(), Some("Request_BadRequest"));
    assert!(!error.outcome_unknown());
}

#[tokio::test]
async fn a_thousand_people_in_fifties_of_twenty_are_three_requests() {
    let server = answering(|_| json!({ "status": 204 })).await;
    let people = user_ids(1000);
    let additions = people.chunks(20).enumerate();
    let additions = additions.map(|(index, chunk)| (index, group_id(), chunk.to_vec()));

    let outcomes: BTreeMap<_, _> = client_of(&server)
        .groups()
        .add_members_many(additions.collect())
        .collect()
        .await;

    assert!(outcomes.len() == 50 && outcomes.values().all(Result::is_ok));
    assert_eq!(server.received_requests().await.unwrap().len(), 3);
    let items = items_sent(&server).await;
    assert_eq!(items[0]["url"], format!("/groups/{GROUP}"));
    assert_eq!(items[0]["method"], "PATCH");
}

#[tokio::test]
async fn too_many_people_in_one_item_cost_only_that_item() {
    let server = answering(|_| json!({ "status": 204 })).await;
    let additions = vec![
        ("many", group_id(), user_ids(21)),
        ("few", group_id(), user_ids(2)),
        ("none", group_id(), Vec::new()),
    ];

    let outcomes: BTreeMap<_, _> = client_of(&server)
        .groups()
        .add_members_many(additions)
        .collect()
        .await;

    let error = outcomes["many"].as_ref().unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::OverLimit);
    assert!(outcomes["few"].is_ok() && outcomes["none"].is_ok());
    assert_eq!(items_sent(&server).await.len(), 1);
}

#[tokio::test]
async fn each_new_owner_has_its_own_outcome() {
    let server = answering(|item| {
        assert_eq!(item["method"], "POST");
        if item["url"].as_str().unwrap().contains("000000000001/") {
            failed(400, "Request_BadRequest")
        } else {
            json!({ "status": 204 })
        }
    })
    .await;
    let pairs = group_ids(3).into_iter().zip(user_ids(3)).enumerate();
    let pairs = pairs.map(|(index, (group, person))| (index, group, person));

    let outcomes: BTreeMap<_, _> = client_of(&server)
        .groups()
        .add_owners_many(pairs.collect())
        .collect()
        .await;

    let succeeded: Vec<_> = outcomes.values().map(Result::is_ok).collect();
    assert_eq!(succeeded, [true, false, true]);
    let first = &items_sent(&server).await[0];
    let group = &group_ids(1)[0];
    assert_eq!(first["url"], format!("/groups/{group}/owners/$ref"));
    let body = json!({ "@odata.id": link(&server, "directoryObjects", &user_id()) });
    assert_eq!(first["body"], body);
}

#[tokio::test]
async fn a_batch_whose_answer_is_lost_leaves_every_addition_unknown() {
    let server = serving("POST", "/$batch", ResponseTemplate::new(504)).await;
    let pairs = user_ids(3)
        .into_iter()
        .map(|id| (id.clone(), group_id(), id));
    let outcomes: Vec<_> = client_of(&server)
        .groups()
        .add_owners_many(pairs.collect())
        .collect()
        .await;
    assert_eq!(outcomes.len(), 3);
    for (_, outcome) in outcomes {
        assert!(outcome.unwrap_err().outcome_unknown());
    }
}
