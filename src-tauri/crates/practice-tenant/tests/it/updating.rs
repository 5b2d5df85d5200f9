//! Changing groups' properties.

use reqwest::Method;
use serde_json::json;

use crate::client::{id, new_group_with, start, texts};

#[tokio::test]
async fn an_owner_changes_the_directorys_properties_together() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let path = format!("/groups/{group}");
    let change = json!({
        "displayName": "חדש · New",
        "description": "What we do",
        "mailNickname": "new-alias",
        "visibility": "Private",
        "classification": "Internal",
        "theme": "Pink",
    });
    let answer = client.patch(&path, change.clone()).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    let now = client.get(&path).await.json();
    for (name, value) in change.as_object().unwrap() {
        assert_eq!(&now[name], value, "{name}");
    }
    client
        .patch(&path, json!({"description": null, "visibility": "Public"}))
        .await;
    let now = client.get(&path).await.json();
    assert!(now["description"].is_null() && now["visibility"] == "Public");
    assert_eq!(now["displayName"], "חדש · New");
    let write = client.control_get("/writes").await["value"][0].clone();
    assert_eq!(write["write"], "updateGroup");
    assert_eq!(write["user"], client.my_id().await);
}

#[tokio::test]
async fn values_that_a_group_cannot_have_change_nothing() {
    let client = start().await;
    let ids = client.owned_ids().await;
    let path = format!("/groups/{}", ids[0]);
    let before = client.get(&path).await.json();
    let other = client.get(&format!("/groups/{}", ids[1])).await.json();
    for change in [
        json!({"displayName": null, "description": "x"}),
        json!({"displayName": "x".repeat(257)}),
        json!({"mailNickname": "with space", "description": "x"}),
        json!({"mailNickname": other["mailNickname"], "description": "x"}),
        json!({"visibility": "HiddenMembership"}),
        json!({"visibility": null}),
        json!({"description": ""}),
        json!({"classification": "Top secret"}),
        json!({"mail": "new@contoso-practice.example"}),
        json!({"colour": "red"}),
        json!({"membershipRule": "user.department -eq \"Sales\""}),
    ] {
        let refused = client
            .wrong_json(Method::PATCH, &path, change.clone())
            .await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (400, "Request_BadRequest"),
            "{change}"
        );
    }
    assert_eq!(client.get(&path).await.json(), before);
}

#[tokio::test]
async fn hidden_membership_is_for_ever() {
    let client = start().await;
    let hidden = new_group_with(json!({"visibility": "HiddenMembership"}));
    let group = id(&client
        .send_json(Method::POST, "/groups", hidden)
        .await
        .json());
    let path = format!("/groups/{group}");
    let refused = client.patch(&path, json!({"visibility": "Private"})).await;
    assert_eq!(refused.status, 400);
    let same = client
        .patch(&path, json!({"visibility": "HiddenMembership"}))
        .await;
    assert_eq!(same.status, 204);
}

#[tokio::test]
async fn what_exchange_keeps_is_changed_by_a_request_of_its_own() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let path = format!("/groups/{group}");
    let mail = json!({
        "allowExternalSenders": true,
        "autoSubscribeNewMembers": true,
        "hideFromAddressLists": true,
        "hideFromOutlookClients": true,
        "isSubscribedByMail": false,
        "unseenCount": 0,
    });
    let mut mixed = mail.clone();
    mixed["description"] = json!("x");
    let refused = client.patch(&path, mixed).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "Request_BadRequest")
    );
    assert_eq!(client.patch(&path, mail.clone()).await.status, 200);
    let names: Vec<&String> = mail.as_object().unwrap().keys().collect();
    let names = names
        .iter()
        .map(|name| name.as_str())
        .collect::<Vec<_>>()
        .join(",");
    let now = client.get(&format!("{path}?$select={names}")).await.json();
    for (name, value) in mail.as_object().unwrap() {
        assert_eq!(&now[name], value, "{name}");
    }
    let listed = client
        .get(&format!("/groups?$top=3&$select=id,{names}"))
        .await
        .value();
    assert!(
        listed[0].get("allowExternalSenders").is_none(),
        "not in lists"
    );
}

#[tokio::test]
async fn others_may_not_change_a_group_but_members_decide_about_their_own_mail() {
    let client = start().await;
    let all = client.get("/me/memberOf?$top=999").await.value();
    let owned = client.owned_ids().await;
    let joined = all
        .iter()
        .find(|group| group["groupTypes"][0] == "Unified" && !owned.contains(&id(group)))
        .unwrap();
    let path = format!("/groups/{}", id(joined));
    for change in [
        json!({"description": "x"}),
        json!({"allowExternalSenders": true}),
    ] {
        let denied = client.patch(&path, change).await;
        assert_eq!(
            (denied.status, denied.code().as_str()),
            (403, "Authorization_RequestDenied")
        );
    }
    let own = json!({"isSubscribedByMail": false});
    assert_eq!(client.patch(&path, own).await.status, 200);
    let nowhere = "/groups/00000000-0000-0000-0000-000000000001";
    assert_eq!(
        client
            .patch(nowhere, json!({"description": "x"}))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn groups_that_are_kept_elsewhere_are_not_changed_here() {
    let client = start().await.administrator();
    let person = client.colleagues().await.remove(0);
    for name in ["Plant Łódź (on premises)", "Everybody in Contoso"] {
        let found = client
            .get(&format!("/groups?$filter=displayName eq '{name}'"))
            .await
            .value();
        let path = format!("/groups/{}", id(&found[0]));
        let changed = client.patch(&path, json!({"description": "x"})).await;
        assert_eq!(
            (changed.status, changed.code().as_str()),
            (400, "Request_BadRequest"),
            "{name}"
        );
        assert_eq!(
            client.add(&id(&found[0]), "members", &person).await.status,
            400,
            "{name}"
        );
        assert_eq!(client.delete(&path).await.status, 400, "{name}");
    }
    let synced = client
        .get("/groups?$filter=onPremisesSyncEnabled eq true")
        .await;
    assert_eq!(synced.value().len(), 1);
}

#[tokio::test]
async fn members_are_bound_by_a_change_all_or_none() {
    let client = start().await;
    let group = client.create("Tree nursery", "tree-nursery").await;
    let path = format!("/groups/{group}");
    let people = client.colleagues().await;
    let bind = |people: &[String]| json!({"members@odata.bind": client.bound(people)});
    assert_eq!(client.patch(&path, bind(&people[..20])).await.status, 204);
    let again = client.patch(&path, bind(&people[19..25])).await;
    assert_eq!(
        (again.status, again.code().as_str()),
        (400, "Request_BadRequest")
    );
    assert!(
        again
            .text
            .contains("already exist for the following modified properties: 'members'")
    );
    let unknown = [
        people[30].clone(),
        "00000000-0000-0000-0000-000000000001".to_owned(),
    ];
    assert_eq!(client.patch(&path, bind(&unknown)).await.status, 404);
    let many = client
        .wrong_json(Method::PATCH, &path, bind(&people[20..41]))
        .await;
    assert_eq!(many.status, 400);
    let members = client.truth(&group).await["members"].clone();
    assert_eq!(texts(&members), people[..20], "adds, and never replaces");
}

#[tokio::test]
async fn membership_becomes_dynamic_and_assigned_again() {
    let client = start().await;
    let group = client.create("Tree nursery", "tree-nursery").await;
    let path = format!("/groups/{group}");
    let rule = "user.department -eq \"Sales\"";
    let dynamic = json!({"groupTypes": ["Unified", "DynamicMembership"], "membershipRule": rule});
    assert_eq!(client.patch(&path, dynamic).await.status, 204);
    let now = client.get(&path).await.json();
    assert_eq!(now["membershipRuleProcessingState"], "On");
    client
        .patch(&path, json!({"membershipRuleProcessingState": "Paused"}))
        .await;
    let now = client.get(&path).await.json();
    assert_eq!(now["membershipRuleProcessingState"], "Paused");
    let assigned = json!({"groupTypes": ["Unified"]});
    assert_eq!(client.patch(&path, assigned).await.status, 204);
    let person = client.colleagues().await.remove(0);
    assert_eq!(client.add(&group, "members", &person).await.status, 204);
}

#[tokio::test]
async fn a_body_that_is_none_is_refused() {
    let client = start().await;
    let path = format!("/groups/{}", client.owned_ids().await[0]);
    let bodies = ["", "{", "[]", "7"];
    for body in bodies {
        let request = client.request(Method::PATCH, &path).body(body);
        let request = request.header("content-type", "application/json");
        let refused = client
            .send(request.header("x-practice-kind", "negative"))
            .await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (400, "BadRequest"),
            "{body}"
        );
    }
    let untyped = client
        .request(Method::PATCH, &path)
        .body("{\"theme\":\"Red\"}");
    let untyped = client
        .send(untyped.header("x-practice-kind", "negative"))
        .await;
    assert!(untyped.text.contains("Content-Type"));
}
