//! Groups that are teams.

use practice_tenant::Advance;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, start};

async fn with_team(client: &Client, team: bool) -> String {
    let path =
        "/me/ownedObjects/microsoft.graph.group?$top=999&$select=id,resourceProvisioningOptions";
    let groups = client.get(path).await.value();
    let found = groups.iter().find(|group| {
        group["resourceProvisioningOptions"] == if team { json!(["Team"]) } else { json!([]) }
    });
    id(found.unwrap())
}

async fn put_team(client: &Client, group: &str, body: Value) -> Answer {
    let request = client.request(Method::PUT, &format!("/groups/{group}/team"));
    client.send(request.json(&body)).await
}

#[tokio::test]
async fn a_group_becomes_a_team_once() {
    let client = start().await;
    let group = with_team(&client, false).await;
    let missing = client.get(&format!("/teams/{group}")).await;
    assert_eq!((missing.status, missing.code().as_str()), (404, "NotFound"));
    let settings = json!({"memberSettings": {"allowDeleteChannels": false}});
    let made = put_team(&client, &group, settings).await;
    assert_eq!(made.status, 201);
    assert_eq!(made.json()["memberSettings"]["allowDeleteChannels"], false);
    assert_eq!(made.json()["memberSettings"]["allowAddRemoveApps"], true);
    let options = format!("/groups/{group}?$select=resourceProvisioningOptions");
    assert_eq!(
        client.get(&options).await.json()["resourceProvisioningOptions"],
        json!(["Team"])
    );
    assert_eq!(put_team(&client, &group, json!({})).await.status, 409);
}

#[tokio::test]
async fn a_new_group_waits_a_quarter_of_an_hour_to_become_a_team() {
    let client = start().await;
    let group = client.create("Young group", "young-group").await;
    let young = put_team(&client, &group, json!({})).await;
    assert_eq!((young.status, young.code().as_str()), (404, "NotFound"));
    let quarter = jiff::SignedDuration::from_mins(16);
    client.practice.advance(Advance::By(quarter)).unwrap();
    assert_eq!(put_team(&client, &group, json!({})).await.status, 201);
}

#[tokio::test]
async fn a_team_is_archived_a_moment_after_the_service_accepted_it() {
    let client = start().await;
    let group = with_team(&client, true).await;
    let team = format!("/teams/{group}");
    assert_eq!(client.get(&team).await.json()["isArchived"], false);
    for (action, archived) in [("archive", true), ("unarchive", false)] {
        let accepted = client.post(&format!("{team}/{action}")).await;
        assert_eq!(accepted.status, 202);
        let location = accepted.header("location").to_owned();
        assert_eq!(client.get(&location).await.json()["status"], "inProgress");
        let minute = jiff::SignedDuration::from_mins(1);
        client.practice.advance(Advance::By(minute)).unwrap();
        assert_eq!(client.get(&location).await.json()["status"], "succeeded");
        assert_eq!(client.get(&team).await.json()["isArchived"], archived);
    }
}

#[tokio::test]
async fn only_owners_make_and_archive_teams_and_only_members_look_in() {
    let client = start().await;
    let world = client.control_get("/world").await;
    let groups = world["groups"].as_array().unwrap().clone();
    let foreign = groups
        .iter()
        .find(|group| group["unified"] == true && group["owned"] == false)
        .unwrap();
    let foreign = foreign["id"].as_str().unwrap();
    assert_eq!(put_team(&client, foreign, json!({})).await.status, 403);
    let joined = client.get("/me/joinedTeams").await.value();
    assert!(!joined.is_empty());
    for team in joined.iter().take(3) {
        assert!(team["displayName"].is_string());
        assert_eq!(
            client.get(&format!("/teams/{}", id(team))).await.status,
            200
        );
    }
}
