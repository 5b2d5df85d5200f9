//! People, found as one types, and their groups.

use futures::TryStreamExt as _;
use graph_client::models::{DirectoryRole, Group, UserId};
use serde_json::json;
use wiremock::matchers::header;
use wiremock::{Mock, ResponseTemplate};

use super::batch_server::{answering, failed};
use super::{body_sent, client_of, query_sent, serving, user_id, user_ids};

fn ada() -> ResponseTemplate {
    let ada = json!({ "id": "ada", "displayName": "Ada", "userType": "Guest", "jobTitle": null });
    ResponseTemplate::new(200).set_body_json(json!({ "value": [ada] }))
}

fn value<'a>(query: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let pair = query.iter().find(|(option, _)| option == name)?;
    Some(&pair.1)
}

#[tokio::test]
async fn people_are_searched_by_name_and_address_in_the_index() {
    let server = wiremock::MockServer::start().await;
    let index = Mock::given(header("ConsistencyLevel", "eventual")).respond_with(ada());
    index.expect(1).mount(&server).await;

    let found = client_of(&server).users().search("an\"n & o", 25).await;

    assert!(found.unwrap()[0].is_guest());
    let query = query_sent(&server).await;
    let search = r#""displayName:an\"n & o" OR "mail:an\"n & o""#;
    assert_eq!(value(&query, "$search"), Some(search));
    assert_eq!(value(&query, "$top"), Some("25"));
}

#[tokio::test]
async fn without_an_index_people_are_found_by_how_they_begin() {
    let server = serving("GET", "/users", ada()).await;

    client_of(&server)
        .users()
        .starting_with("O'Ne", 10)
        .await
        .unwrap();

    let query = query_sent(&server).await;
    let filter = "startswith(displayName,'O''Ne') or startswith(mail,'O''Ne') \
                  or startswith(userPrincipalName,'O''Ne')";
    assert_eq!(value(&query, "$filter"), Some(filter));
    let requests = server.received_requests().await.unwrap();
    assert!(requests[0].headers.get("ConsistencyLevel").is_none());
}

#[tokio::test]
async fn only_people_of_the_directory_have_a_directory_id() {
    let id = user_id();
    let people = json!({ "value": [
        { "id": id.as_str(), "personType": { "class": "Person", "subclass": "OrganizationUser" } },
        { "id": id.as_str(), "personType": { "class": "Person", "subclass": "PersonalContact" } },
        { "id": "x==", "personType": null, "scoredEmailAddresses": null },
    ] });
    let answer = ResponseTemplate::new(200).set_body_json(people);
    let server = serving("GET", "/me/people", answer).await;

    let people = client_of(&server).me().people("ann b", 5).await.unwrap();

    let ids: Vec<_> = people.iter().map(|person| person.user_id()).collect();
    assert_eq!(ids, [Some(id), None, None]);
    assert_eq!(
        value(&query_sent(&server).await, "$search"),
        Some("\"ann b\"")
    );
}

#[tokio::test]
async fn somebody_who_is_gone_costs_only_themselves() {
    let server = answering(|item| {
        let url = item["url"].as_str().unwrap();
        match url.contains("000000000001?") {
            true => failed(404, "Request_ResourceNotFound"),
            false => json!({ "status": 200, "body": { "id": "u", "accountEnabled": true } }),
        }
    })
    .await;

    let people = client_of(&server).users().get_many(&user_ids(3)).await;

    let found = people.iter().filter(|(_, person)| person.is_ok()).count();
    assert_eq!(found, 2);
    let gone: Vec<&UserId> = people
        .iter()
        .filter(|(_, person)| person.as_ref().is_err_and(|error| error.is_not_found()))
        .map(|(id, _)| id)
        .collect();
    assert_eq!(gone, [&user_ids(2)[1]]);
    assert_eq!(server.received_requests().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_persons_groups_are_those_of_that_person() {
    for relation in ["memberOf", "ownedObjects"] {
        let id = user_id();
        let address = format!("/users/{id}/{relation}/microsoft.graph.group");
        let groups = json!({ "value": [{ "id": "g" }], "@odata.count": 1 });
        let answer = ResponseTemplate::new(200).set_body_json(groups);
        let server = serving("GET", &address, answer).await;
        let client = client_of(&server);
        let request = match relation {
            "memberOf" => client.user(&id).member_of_groups(),
            _ => client.user(&id).owned_groups(),
        };
        let groups: Vec<Group> = request.items().try_collect().await.unwrap();
        assert_eq!(groups.len(), 1);
        let requests = server.received_requests().await.unwrap();
        assert_eq!(requests[0].headers["ConsistencyLevel"], "eventual");
    }
}

#[tokio::test]
async fn the_roles_that_somebody_holds_are_asked_for_by_their_templates() {
    let groups = DirectoryRole::GroupsAdministrator;
    let answer = json!({ "value": [groups.template_id().to_uppercase(), "another"] });
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    let server = serving("POST", "/me/checkMemberObjects", answer).await;
    let held = client_of(&server).me().roles().await.unwrap();
    assert_eq!(held, [groups]);
    assert_eq!(body_sent(&server).await["ids"].as_array().unwrap().len(), 3);
}
