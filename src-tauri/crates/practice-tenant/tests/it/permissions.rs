//! What the granted permissions and the person's own rights allow.

use reqwest::Method;

use crate::client::start;

const OWNER: &str = "nadia.haddad@contoso-practice.example";

async fn somebody(kind: &str) -> String {
    let client = start().await;
    let path = format!("/users?$filter=userType eq '{kind}' and accountEnabled eq true&$top=20");
    client.get(&path).await.value()[5]["userPrincipalName"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn without_a_permission_for_groups_only_their_ids_are_seen() {
    let client = start().await.signed_in(OWNER, "User.Read").await;
    let groups = client.get("/me/ownedObjects").await.value();
    assert!(!groups.is_empty());
    for object in &groups {
        assert!(object["id"].is_string() && object["displayName"].is_null());
        assert!(object["@odata.type"].is_string());
    }
    let refused = client.get("/groups").await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
}

#[tokio::test]
async fn reading_groups_does_not_allow_renewing_them() {
    let client = start()
        .await
        .signed_in(OWNER, "User.Read Group.Read.All")
        .await;
    let group = client.owned_ids().await.remove(0);
    assert_eq!(
        client.post(&format!("/groups/{group}/renew")).await.status,
        403
    );
    assert_eq!(
        client
            .post(&format!("/groups/{group}/addFavorite"))
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn only_owners_and_administrators_renew() {
    let client = start().await;
    let world = client.control_get("/world").await;
    let groups = world["groups"].as_array().unwrap().clone();
    let other = groups
        .iter()
        .find(|group| group["unified"] == true && group["owned"] == false)
        .unwrap();
    let renew = format!("/groups/{}/renew", other["id"].as_str().unwrap());
    let refused = client.post(&renew).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
    assert_eq!(client.administrator().post(&renew).await.status, 204);
}

#[tokio::test]
async fn guests_may_look_at_one_group_but_not_list_the_directory() {
    let guest = somebody("Guest").await;
    let group = start().await.owned_ids().await.remove(0);
    let client = start()
        .await
        .signed_in(&guest, "User.Read Group.Read.All User.ReadBasic.All")
        .await;
    assert_eq!(client.get("/groups").await.status, 403);
    assert_eq!(client.get("/users").await.status, 403);
    assert_eq!(client.get(&format!("/groups/{group}")).await.status, 200);
}

#[tokio::test]
async fn hidden_members_are_shown_to_insiders_only() {
    let outsider = somebody("Member").await;
    let client = start().await;
    let groups = client
        .get("/groups?$top=999&$select=id,visibility")
        .await
        .value();
    let hidden = groups
        .iter()
        .find(|group| group["visibility"] == "HiddenMembership")
        .unwrap();
    let path = format!("/groups/{}/members", hidden["id"].as_str().unwrap());
    assert!(!client.get(&path).await.value().is_empty());
    let client = client
        .signed_in(&outsider, "User.Read Group.Read.All")
        .await;
    assert!(client.get(&path).await.value().is_empty());
}

#[tokio::test]
async fn a_token_that_is_missing_wrong_or_expired_is_401_with_a_challenge() {
    let mut client = start().await.signed_in(OWNER, "User.Read").await;
    assert_eq!(client.get("/me").await.status, 200);
    client
        .control("/clock", serde_json::json!({"advanceSeconds": 86_400}))
        .await;
    let expired = client.get("/me").await;
    assert_eq!(
        (expired.status, expired.code().as_str()),
        (401, "InvalidAuthenticationToken")
    );
    assert!(
        expired
            .header("www-authenticate")
            .contains("authorization_uri=")
    );
    client.token = "made-up".to_owned();
    assert_eq!(client.get("/me").await.status, 401);
    let bare = client
        .http
        .request(Method::GET, format!("{}/me", client.practice.graph()));
    assert_eq!(client.send(bare).await.status, 401);
}
