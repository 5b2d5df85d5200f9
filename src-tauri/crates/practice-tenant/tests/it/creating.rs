//! Creating groups.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, new_group, new_group_with, start, texts};

const POST: Method = Method::POST;

async fn refused(client: &Client, group: Value) -> Answer {
    let answer = client.wrong_json(POST, "/groups", group).await;
    assert!(answer.status >= 400, "{}", answer.text);
    answer
}

#[tokio::test]
async fn who_creates_a_group_owns_it_and_is_no_member() {
    let client = start().await;
    let created = client
        .send_json(
            POST,
            "/groups",
            new_group("Tree nursery 🌳", "tree-nursery"),
        )
        .await;
    assert_eq!(created.status, 201);
    let group = created.json();
    assert_eq!(group["displayName"], "Tree nursery 🌳");
    assert_eq!(group["visibility"], "Public");
    assert_eq!(group["mail"], "tree-nursery@contoso-practice.example");
    assert_eq!(group["renewedDateTime"], group["createdDateTime"]);
    assert!(group["expirationDateTime"].is_string() && group.get("isFavorite").is_none());
    let truth = client.truth(&id(&group)).await;
    assert_eq!(texts(&truth["owners"]), [client.my_id().await]);
    assert!(texts(&truth["members"]).is_empty());
    assert_eq!(client.owned_ids().await.len(), 53);
    let again = client.get(&format!("/groups/{}", id(&group))).await.json();
    assert_eq!(again["displayName"], "Tree nursery 🌳");
}

#[tokio::test]
async fn owners_and_members_are_those_that_were_bound_and_nobody_else() {
    let client = start().await;
    let people = client.colleagues().await;
    let group = new_group_with(json!({
        "description": "Seedlings",
        "visibility": "Hiddenmembership",
        "classification": "Internal",
        "theme": "Green",
        "resourceBehaviorOptions": ["WelcomeEmailDisabled", "HideGroupInOutlook"],
        "owners@odata.bind": client.bound(&people[..2]),
        "members@odata.bind": client.bound(&people[1..19]),
    }));
    let created = client.send_json(POST, "/groups", group).await.json();
    let truth = client.truth(&id(&created)).await;
    assert_eq!(texts(&truth["owners"]), people[..2]);
    assert_eq!(texts(&truth["members"]), people[1..19]);
    assert_eq!(created["visibility"], "HiddenMembership");
    assert_eq!(truth["hideFromOutlookClients"], true);
    assert_eq!(
        created["resourceBehaviorOptions"][0],
        "WelcomeEmailDisabled"
    );
}

#[tokio::test]
async fn a_creation_binds_twenty_people_at_most_and_each_once() {
    let client = start().await;
    let people = client.colleagues().await;
    let with = |owners: &[String], members: &[String]| {
        new_group_with(json!({
            "owners@odata.bind": client.bound(owners),
            "members@odata.bind": client.bound(members),
        }))
    };
    let many = refused(&client, with(&people[..1], &people[..20])).await;
    assert_eq!(
        (many.status, many.code().as_str()),
        (400, "Request_BadRequest")
    );
    let twice = [people[0].clone(), people[0].clone()];
    let twice = refused(&client, with(&[], &twice)).await;
    assert!(twice.status == 400 && twice.text.contains("only be present once"));
    let nobody = "00000000-0000-0000-0000-00000000000a".to_owned();
    let nobody = refused(&client, with(&[], &[nobody])).await;
    assert_eq!(
        (nobody.status, nobody.code().as_str()),
        (404, "Request_ResourceNotFound")
    );
    assert_eq!(client.owned_ids().await.len(), 52, "nothing was created");
}

#[tokio::test]
async fn what_is_missing_too_long_or_forbidden_is_refused_by_name() {
    let client = start().await;
    for name in [
        "displayName",
        "mailNickname",
        "mailEnabled",
        "securityEnabled",
    ] {
        let mut group = new_group("Tree nursery", "tree-nursery");
        group.as_object_mut().unwrap().remove(name);
        let answer = refused(&client, group).await;
        assert_eq!(answer.code(), "Request_BadRequest");
        assert_eq!(answer.json()["error"]["details"][0]["target"], name);
    }
    let long = "x".repeat(257);
    for (name, value) in [
        ("displayName", json!(long)),
        ("displayName", json!("  ")),
        ("mailNickname", json!("x".repeat(65))),
        ("mailNickname", json!("tree nursery")),
        ("mailNickname", json!("tree@nursery")),
        ("mailNickname", json!("bäume")),
        ("description", json!("")),
        ("description", json!("x".repeat(1_025))),
        ("visibility", json!("Secret")),
        ("theme", json!("Brown")),
        ("classification", json!("Top secret")),
        ("groupTypes", json!(["Unified", "Secret"])),
        ("resourceBehaviorOptions", json!(["HideEverything"])),
        ("mailEnabled", json!("yes")),
    ] {
        let answer = refused(&client, new_group_with(json!({ name: value }))).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "Request_BadRequest"),
            "{name}"
        );
        assert!(answer.text.contains(name), "{}", answer.text);
    }
    let names = "ok".repeat(128);
    let created = client
        .send_json(POST, "/groups", new_group(&names, "long-name"))
        .await;
    assert_eq!(created.status, 201, "256 characters are taken");
}

#[tokio::test]
async fn what_exchange_keeps_and_what_is_read_only_cannot_be_created() {
    let client = start().await;
    for (name, value) in [
        ("allowExternalSenders", json!(true)),
        ("hideFromAddressLists", json!(false)),
        ("unseenCount", json!(0)),
        ("mail", json!("a@b.example")),
        ("renewedDateTime", json!("2026-01-01T00:00:00Z")),
        ("colour", json!("red")),
    ] {
        let answer = refused(&client, new_group_with(json!({ name: value }))).await;
        assert_eq!(answer.code(), "Request_BadRequest", "{name}");
        assert!(answer.text.contains(name), "{}", answer.text);
    }
    let lists = new_group_with(json!({"groupTypes": []}));
    let lists = refused(&client, lists).await;
    assert!(
        lists.text.contains("mail-enabled groups"),
        "no distribution lists"
    );
}

#[tokio::test]
async fn an_alias_is_given_once_and_free_again_after_a_deletion() {
    let client = start().await;
    let first = client.create("One", "same-alias").await;
    let taken = client
        .send_json(POST, "/groups", new_group("Two", "Same-Alias"))
        .await;
    assert_eq!(
        (taken.status, taken.code().as_str()),
        (400, "Request_BadRequest")
    );
    assert!(taken.text.contains("same value for property mailNickname"));
    client.delete(&format!("/groups/{first}")).await;
    let second = client
        .send_json(POST, "/groups", new_group("Two", "same-alias"))
        .await;
    let second = second.json();
    assert_eq!(second["mailNickname"], "same-alias");
    let address = "same-alias100@contoso-practice.example";
    assert_eq!(second["mail"], address, "the old address is still held");
    let restored = client
        .post(&format!("/directory/deletedItems/{first}/restore"))
        .await;
    assert_eq!(restored.status, 400);
}

#[tokio::test]
async fn the_mailbox_comes_some_seconds_after_the_group() {
    let client = start().await;
    let group = client.create("Tree nursery", "tree-nursery").await;
    let mail = format!("/groups/{group}?$select=allowExternalSenders,unseenCount");
    let early = client.get(&mail).await;
    assert_eq!(
        (early.status, early.code().as_str()),
        (404, "ErrorNonExistentMailbox")
    );
    let change = json!({"allowExternalSenders": true});
    let early = client
        .patch(&format!("/groups/{group}"), change.clone())
        .await;
    assert_eq!(early.status, 404);
    client
        .control("/clock", json!({"advanceSeconds": 60}))
        .await;
    assert_eq!(
        client
            .patch(&format!("/groups/{group}"), change)
            .await
            .status,
        200
    );
    assert_eq!(client.get(&mail).await.json()["allowExternalSenders"], true);
    let parts = client.truth(&group).await["provisioned"].clone();
    assert_eq!(
        parts,
        json!({"mailbox": true, "site": true, "planner": true, "team": false})
    );
}

#[tokio::test]
async fn dynamic_and_security_groups_have_rules_of_their_own() {
    let client = start().await;
    let types = json!(["Unified", "DynamicMembership"]);
    let rule = "user.department -eq \"Sales\"";
    let without = refused(&client, new_group_with(json!({"groupTypes": types}))).await;
    assert!(without.text.contains("membershipRule"));
    let rule_alone = new_group_with(json!({"membershipRule": rule}));
    assert_eq!(refused(&client, rule_alone).await.status, 400);
    let dynamic =
        json!({"groupTypes": types, "membershipRule": rule, "membershipRuleProcessingState": "On"});
    let dynamic = client
        .send_json(POST, "/groups", new_group_with(dynamic))
        .await
        .json();
    assert_eq!(dynamic["groupTypes"], types);
    let person = client.colleagues().await.remove(0);
    assert_eq!(
        client.add(&id(&dynamic), "members", &person).await.status,
        403
    );
    assert_eq!(
        client.add(&id(&dynamic), "owners", &person).await.status,
        204
    );

    let security = json!({"groupTypes": [], "mailEnabled": false, "securityEnabled": true, "mailNickname": "vault"});
    let security = client
        .send_json(POST, "/groups", new_group_with(security))
        .await
        .json();
    assert!(security["expirationDateTime"].is_null() && security["visibility"].is_null());
}

#[tokio::test]
async fn not_everybody_may_create_groups() {
    let guest = start().await;
    let login = guest.control_get("/world").await["users"]
        .as_array()
        .unwrap()
        .iter()
        .find(|user| user["guest"] == true && user["enabled"] == true)
        .unwrap()["userPrincipalName"]
        .as_str()
        .unwrap()
        .to_owned();
    let guest = guest.signed_in(&login, "Group.ReadWrite.All").await;
    let group = new_group("Tree nursery", "tree-nursery");
    assert_eq!(
        guest.send_json(POST, "/groups", group.clone()).await.status,
        403
    );

    let client = start().await;
    client
        .control("/policy", json!({"groupCreation": false}))
        .await;
    let denied = client.send_json(POST, "/groups", group.clone()).await;
    assert_eq!(
        (denied.status, denied.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
    let vpn = client
        .get("/groups?$filter=displayName eq 'VPN Users'")
        .await
        .value();
    client
        .control("/policy", json!({"creators": id(&vpn[0])}))
        .await;
    assert_eq!(
        client
            .send_json(POST, "/groups", group.clone())
            .await
            .status,
        201
    );
    let client = client.signed_in(&login, "Group.Read.All").await;
    assert_eq!(client.send_json(POST, "/groups", group).await.status, 403);
}

#[tokio::test]
async fn a_person_without_a_role_creates_250_groups_and_deleted_ones_count() {
    let client = start().await;
    let mut groups = Vec::new();
    for number in 0..250 {
        groups.push(
            client
                .create("One of many", &format!("many-{number}"))
                .await,
        );
    }
    client.delete(&format!("/groups/{}", groups[0])).await;
    let more = new_group("One too many", "too-many");
    let refused = client.send_json(POST, "/groups", more.clone()).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (403, "Directory_QuotaExceeded")
    );
    let purge = format!("/directory/deletedItems/{}", groups[0]);
    let administrator = client.practice.administrator_token().to_owned();
    let mut client = client;
    let owner = std::mem::replace(&mut client.token, administrator);
    assert_eq!(client.delete(&purge).await.status, 204);
    client.token = owner;
    assert_eq!(client.send_json(POST, "/groups", more).await.status, 201);
}
