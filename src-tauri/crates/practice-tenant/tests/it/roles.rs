//! What the roles of administrators and the permissions let people decide, and how they come and go.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, id, start};

const OWNER: &str = "nadia.haddad@contoso-practice.example";
const GLOBAL: &str = "62e90394-69f5-4237-9190-012177145e10";
const GROUPS: &str = "fdd7a751-b60b-444a-984c-02652fe8fa1c";
const USER: &str = "fe930be7-5e62-47db-91af-98c3a49a38b1";

async fn give(client: &Client, role: &str, held: bool) {
    let change = json!({"person": OWNER, "role": role, "held": held});
    assert_eq!(client.control("/roles", change).await.status, 204);
}

async fn roles(client: &Client) -> Value {
    let ids = json!({"ids": [GLOBAL, GROUPS, USER]});
    let path = "/me/checkMemberObjects";
    let answer = client.send_json(Method::POST, path, ids).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["value"].clone()
}

/// The statuses of writing, taking away and making settings.
async fn settings(client: &Client) -> [u16; 3] {
    let first = client.get("/groupSettings").await.value().remove(0);
    let path = format!("/groupSettings/{}", id(&first));
    let values = json!({"values": first["values"]});
    let written = client.patch(&path, values).await.status;
    let deleted = client.delete(&path).await.status;
    let new = json!({"templateId": first["templateId"], "values": first["values"]});
    let made = client.send_json(Method::POST, "/groupSettings", new).await;
    [written, deleted, made.status]
}

async fn change_policy(client: &Client) -> u16 {
    let policy = client.get("/groupLifecyclePolicies").await.value();
    let path = format!("/groupLifecyclePolicies/{}", id(&policy[0]));
    let change = json!({"groupLifetimeInDays": 200});
    client.patch(&path, change).await.status
}

#[tokio::test]
async fn who_owns_groups_decides_nothing_for_the_tenant() {
    let client = start().await;
    assert_eq!(settings(&client).await, [403, 403, 403]);
    assert_eq!(change_policy(&client).await, 403);
    let group = client.owned_ids().await.remove(0);
    let guests = json!({"templateId": "08d542b9-071f-4e16-94b0-74abb372e3d9",
        "values": [{"name": "AllowToAddGuests", "value": "false"}]});
    let path = format!("/groups/{group}/settings");
    assert_eq!(
        client.send_json(Method::POST, &path, guests).await.status,
        403
    );
    assert_eq!(roles(&client).await, json!([]));
}

#[tokio::test]
async fn a_role_lets_somebody_decide_until_it_is_lost() {
    for (role, template, statuses) in [
        ("global", GLOBAL, [204, 204, 201]),
        ("groups", GROUPS, [204, 204, 201]),
        ("user", USER, [204, 403, 403]),
    ] {
        let client = start().await;
        give(&client, role, true).await;
        assert_eq!(roles(&client).await, json!([template]));
        let all = client.get("/me/memberOf?$top=999").await.value();
        let held = |object: &&Value| object["roleTemplateId"] == template;
        assert_eq!(all.iter().filter(held).count(), 1);
        assert_eq!(settings(&client).await, statuses, "{role}");
        assert_eq!(change_policy(&client).await, 200);
        give(&client, role, false).await;
        assert_eq!(roles(&client).await, json!([]));
        assert_eq!(settings(&client).await, [403; 3]);
        assert_eq!(change_policy(&client).await, 403);
    }
}

#[tokio::test]
async fn a_role_without_the_permission_lets_nobody_decide() {
    let client = start().await;
    give(&client, "global", true).await;
    let reader = "User.Read Directory.Read.All GroupSettings.Read.All";
    let client = client.signed_in(OWNER, reader).await;
    assert_eq!(settings(&client).await, [403; 3]);
    assert_eq!(change_policy(&client).await, 403);
    let writer = "User.Read Directory.Read.All GroupSettings.ReadWrite.All";
    let client = client.signed_in(OWNER, writer).await;
    assert_eq!(settings(&client).await, [204, 204, 201]);
    assert_eq!(change_policy(&client).await, 403);
    let neither = start().await;
    let neither = neither.signed_in(OWNER, "User.Read Group.Read.All").await;
    for path in [
        "/groupSettings",
        "/groupSettingTemplates",
        "/groupLifecyclePolicies",
    ] {
        assert_eq!(neither.get(path).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn groups_administrators_follow_the_naming_policy_and_others_do_not() {
    let client = start().await;
    let policy = json!({"prefixSuffix": "GRP [GroupName]"});
    client.control("/policy", policy).await;
    let names = json!({"entityType": "Group", "displayName": "Chess"});
    let path = "/directoryObjects/validateProperties";
    for (role, status) in [("groups", 422), ("user", 204), ("global", 204)] {
        give(&client, role, true).await;
        let checked = client.send_json(Method::POST, path, names.clone()).await;
        assert_eq!(checked.status, status, "{role}");
        give(&client, role, false).await;
    }
}

#[tokio::test]
async fn only_a_few_ids_are_checked_at_once() {
    let client = start().await;
    let many = json!({"ids": vec![GLOBAL; 21]});
    let path = "/me/checkMemberObjects";
    let refused = client.wrong_json(Method::POST, path, many).await;
    assert_eq!(refused.status, 400);
    let joined = client.get("/me/memberOf?$top=1").await.value().remove(0);
    let ids = json!({"ids": [id(&joined), GLOBAL]});
    let held = client.send_json(Method::POST, path, ids).await.json();
    assert_eq!(held["value"], json!([id(&joined)]));
}
