//! The naming policy and the checks of names before they are used.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, new_group, start};

const CHECK: &str = "/directoryObjects/validateProperties";

async fn with_policy() -> Client {
    let client = start().await;
    let policy = json!({
        "prefixSuffix": "GRP [GroupName]_[Department]",
        "blockedWords": ["CEO", "pay roll"],
    });
    assert_eq!(client.control("/policy", policy).await.status, 204);
    client
}

async fn check(client: &Client, name: &str, alias: &str) -> Answer {
    let names = json!({"entityType": "Group", "displayName": name, "mailNickname": alias});
    client.send_json(Method::POST, CHECK, names).await
}

fn details(answer: &Answer) -> Vec<Value> {
    answer.json()["error"]["details"]
        .as_array()
        .unwrap()
        .clone()
}

#[tokio::test]
async fn a_missing_prefix_is_told_for_both_names_with_what_is_missing() {
    let client = with_policy().await;
    let refused = check(&client, "Chess", "chess").await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (422, "Request_UnprocessableEntity")
    );
    let details = details(&refused);
    assert_eq!(details.len(), 2);
    assert_eq!(details[0]["target"], "displayName");
    assert_eq!(details[0]["code"], "MissingPrefixSuffix");
    assert_eq!(details[0]["prefix"], "GRP ");
    assert_eq!(details[0]["suffix"], "_Programmes");
    assert_eq!(details[1]["target"], "mailNickname");
    assert_eq!(details[1]["prefix"], "GRP", "no alias holds a space");
    let right = check(&client, "GRP Chess_Programmes", "GRPchess_Programmes").await;
    assert_eq!((right.status, right.text.as_str()), (204, ""));
}

#[tokio::test]
async fn a_creation_is_refused_with_a_name_that_would_be_taken() {
    let client = with_policy().await;
    let refused = client
        .send_json(Method::POST, "/groups", new_group("Chess", "chess"))
        .await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "Request_BadRequest")
    );
    let details = details(&refused);
    assert_eq!(details[0]["code"], "MissingPrefixSuffix");
    let suggested = |place: usize| details[place]["suggestedPropertyValue"].as_str().unwrap();
    let group = client.create(suggested(0), suggested(1)).await;
    assert_eq!(
        client.truth(&group).await["displayName"],
        "GRP Chess_Programmes"
    );
}

#[tokio::test]
async fn blocked_words_and_taken_aliases_are_told_one_kind_at_a_time() {
    let client = with_policy().await;
    let blocked = check(&client, "GRP The CEO_Programmes", "GRPceo_Programmes").await;
    let told = details(&blocked);
    assert_eq!(
        (told.len(), &told[0]["code"]),
        (1, &json!("ContainsBlockedWord"))
    );
    let inside = check(&client, "GRP Oceonics_Programmes", "GRPocean_Programmes").await;
    assert_eq!(inside.status, 204, "whole words only");
    client.create("GRP A_Programmes", "GRPa_Programmes").await;
    let taken = check(&client, "GRP B_Programmes", "grpa_programmes").await;
    assert_eq!(
        details(&taken)[0]["code"],
        "MissingPrefixSuffix",
        "as it is written"
    );
    let taken = check(&client, "GRP B_Programmes", "GRPa_Programmes").await;
    assert_eq!(details(&taken)[0]["code"], "PropertyConflict");
    assert_eq!(details(&taken)[0]["target"], "mailNickname");
    let create = new_group("GRP CEO_Programmes", "GRPx_Programmes");
    let create = client.send_json(Method::POST, "/groups", create).await;
    assert_eq!(
        (create.status, &details(&create)[0]["code"]),
        (400, &json!("ContainsBlockedWord"))
    );
}

#[tokio::test]
async fn a_group_that_is_there_is_held_to_the_policy_when_it_is_renamed() {
    let client = with_policy().await;
    let group = client.owned_ids().await.remove(0);
    let path = format!("/groups/{group}");
    assert_eq!(
        client
            .patch(&path, json!({"description": "x"}))
            .await
            .status,
        204
    );
    let refused = client.patch(&path, json!({"displayName": "Chess"})).await;
    assert_eq!(
        details(&refused)[0]["suggestedPropertyValue"],
        "GRP Chess_Programmes"
    );
    let check = format!("{path}/validateProperties");
    let checked = client
        .send_json(Method::POST, &check, json!({"displayName": "Chess"}))
        .await;
    assert_eq!((checked.status, details(&checked).len()), (422, 1));
    let right = json!({"displayName": "GRP Chess_Programmes"});
    assert_eq!(
        client
            .send_json(Method::POST, &check, right.clone())
            .await
            .status,
        204
    );
    assert_eq!(client.patch(&path, right).await.status, 204);
    let other = client
        .get(&format!("/groups/{}", client.owned_ids().await[1]))
        .await
        .json();
    let alias = json!({"mailNickname": other["mailNickname"]});
    let unlike = client.send_json(Method::POST, &check, alias).await;
    assert_eq!(details(&unlike)[0]["code"], "MissingPrefixSuffix");
}

#[tokio::test]
async fn the_attributes_are_those_of_whoever_the_group_is_for() {
    let client = with_policy().await;
    let people = client
        .get("/users?$filter=department eq 'Sales'&$select=id&$top=1")
        .await;
    let person = people.value()[0]["id"].clone();
    let names = json!({"entityType": "Group", "displayName": "Chess", "onBehalfOfUserId": person});
    let refused = client.send_json(Method::POST, CHECK, names).await;
    assert_eq!(details(&refused)[0]["suffix"], "_Sales");
    let exempt = check(&client.administrator(), "Chess", "chess").await;
    assert_eq!(exempt.status, 204, "administrators are exempt");
}

#[tokio::test]
async fn a_check_of_nothing_is_malformed() {
    let client = start().await;
    for wrong in [
        json!({"displayName": "Chess"}),
        json!({"entityType": "Colour", "displayName": "Chess"}),
        json!({"entityType": "Group"}),
        json!({"entityType": "Group", "mailNickname": "with space"}),
    ] {
        let refused = client.wrong_json(Method::POST, CHECK, wrong).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (400, "Request_BadRequest")
        );
    }
    assert_eq!(
        check(&client, "Chess", "chess-2").await.status,
        204,
        "no policy, free names"
    );
    let denied = client
        .signed_in("nadia.haddad@contoso-practice.example", "User.Read")
        .await;
    assert_eq!(check(&denied, "Chess", "chess-2").await.status, 403);
}

#[tokio::test]
async fn the_settings_say_what_the_policy_is() {
    let client = with_policy().await;
    client
        .control(
            "/policy",
            json!({"groupCreation": false, "lifetimeDays": 365}),
        )
        .await;
    let settings = client.get("/groupSettings").await.value();
    let values = settings[0]["values"].as_array().unwrap();
    let value = |name: &str| {
        let found = values.iter().find(|value| value["name"] == name);
        found.unwrap()["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        value("PrefixSuffixNamingRequirement"),
        "GRP [GroupName]_[Department]"
    );
    assert_eq!(value("CustomBlockedWordsList"), "CEO,pay roll");
    assert_eq!(value("EnableGroupCreation"), "false");
    let one = format!("/groupSettings/{}", settings[0]["id"].as_str().unwrap());
    assert_eq!(
        client.get(&one).await.json()["values"],
        settings[0]["values"]
    );
    let policy = client.get("/groupLifecyclePolicies").await.value();
    assert_eq!(policy[0]["groupLifetimeInDays"], 365);
}
