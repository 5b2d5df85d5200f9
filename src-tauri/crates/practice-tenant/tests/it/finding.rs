//! Finding people, and objects by their ids.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, start};

const OWNER: &str = "nadia.haddad@contoso-practice.example";

async fn by_ids(client: &Client, body: Value) -> Answer {
    let request = client.request(Method::POST, "/directoryObjects/getByIds");
    client.send(request.json(&body)).await
}

/// A refusal of what is wrong on purpose.
async fn by_wrong_ids(client: &Client, body: Value) -> u16 {
    let request = client
        .request(Method::POST, "/directoryObjects/getByIds")
        .header("x-practice-kind", "negative");
    client.send(request.json(&body)).await.status
}

#[tokio::test]
async fn people_are_filtered_by_every_name_they_have() {
    let client = start().await;
    let all = client
        .get("/users?$top=999&$select=id,displayName,mail,userPrincipalName,mailNickname")
        .await
        .value();
    let somebody = &all[20];
    let text = |name: &str| {
        somebody[name]
            .as_str()
            .unwrap()
            .replace('\'', "''")
            .replace('#', "%23")
    };
    for filter in [
        format!("startswith(displayName,'{}')", text("displayName")),
        format!("mail eq '{}'", text("mail")),
        format!(
            "userPrincipalName in ('{}','nobody@x')",
            text("userPrincipalName")
        ),
        format!(
            "mailNickname eq '{}' and accountEnabled eq true",
            text("mailNickname")
        ),
        format!(
            "startswith(displayName,'§') or startswith(mail,'{}')",
            text("mail")
        ),
        format!("id in ('{}')", id(somebody)),
    ] {
        let found = client
            .get(&format!("/users?$select=id&$filter={filter}"))
            .await;
        assert!(
            found.value().iter().any(|one| id(one) == id(somebody)),
            "{filter}"
        );
    }
    let counted = client
        .advanced("/users?$count=true&$filter=accountEnabled ne true&$orderby=displayName&$top=2&$select=id,displayName")
        .await
        .json();
    assert!(counted["@odata.count"].as_u64().unwrap() > 2);
    assert!(counted["@odata.nextLink"].is_string());
}

#[tokio::test]
async fn the_basic_profile_is_all_that_its_permission_shows() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let client = client
        .signed_in(OWNER, "User.Read User.ReadBasic.All GroupMember.Read.All")
        .await;
    let one = client.get("/users?$top=5").await.value().remove(4);
    assert!(one["displayName"].is_string() && one["jobTitle"].is_null());
    for path in [
        "/users?$select=id,accountEnabled",
        "/users?$filter=accountEnabled eq true",
    ] {
        assert_eq!(client.get(path).await.status, 403, "{path}");
    }
    let members = format!("/groups/{group}/members?$select=id,displayName,accountEnabled");
    let members = client.get(&members).await.value();
    assert!(
        members
            .iter()
            .all(|member| member["displayName"].is_string())
    );
    assert!(
        members
            .iter()
            .any(|member| member["accountEnabled"].is_null())
    );
    // What was consented to once stays granted: a new tenant knows nothing of it.
    let client = start()
        .await
        .signed_in(OWNER, "User.Read GroupMember.Read.All")
        .await;
    let members = client
        .get(&format!("/groups/{group}/members"))
        .await
        .value();
    let others = members
        .iter()
        .filter(|member| member["displayName"].is_null());
    assert!(others.count() > 0);
}

#[tokio::test]
async fn a_person_leads_to_the_groups_they_own_and_belong_to() {
    let client = start().await;
    let me = id(&client.get("/me").await.json());
    let path = "memberOf/microsoft.graph.group?$count=true&$top=999&$select=id";
    let own = client.advanced(&format!("/me/{path}")).await.value();
    let named = client
        .advanced(&format!("/users/{OWNER}/{path}"))
        .await
        .value();
    assert_eq!(own, named);
    let client = client.administrator();
    let owned = client
        .get(&format!("/users/{me}/ownedObjects?$top=999&$select=id"))
        .await;
    assert!(owned.value().len() >= 52);
    assert_eq!(client.get("/users/nobody@x/memberOf").await.status, 404);
}

#[tokio::test]
async fn the_groups_of_others_leave_out_what_is_hidden_from_me() {
    let client = start().await;
    let groups = client
        .get("/groups?$top=999&$select=id,visibility")
        .await
        .value();
    let hidden = groups
        .iter()
        .find(|group| group["visibility"] == "HiddenMembership")
        .unwrap();
    let hidden = id(hidden);
    let member = client
        .get(&format!(
            "/groups/{hidden}/members?$select=id,userPrincipalName"
        ))
        .await
        .value()
        .remove(0);
    let outsider = client
        .get("/users?$filter=userType eq 'Member' and accountEnabled eq true&$top=40&$select=userPrincipalName")
        .await
        .value()
        .remove(33);
    let outsider = outsider["userPrincipalName"].as_str().unwrap().to_owned();
    let client = client
        .signed_in(
            &outsider,
            "User.Read User.Read.All Group.Read.All Member.Read.Hidden",
        )
        .await;
    let seen = client
        .get(&format!("/users/{}/memberOf?$top=999", id(&member)))
        .await
        .value();
    assert!(seen.iter().all(|group| id(group) != hidden));
}

#[tokio::test]
async fn those_who_share_groups_come_first_and_are_found_with_a_letter_wrong() {
    let client = start().await;
    let people = client
        .get("/me/people?$top=25&$select=id,displayName,scoredEmailAddresses")
        .await;
    let scores: Vec<f64> = people
        .value()
        .iter()
        .map(|person| {
            person["scoredEmailAddresses"][0]["relevanceScore"]
                .as_f64()
                .unwrap()
        })
        .collect();
    assert!(scores.len() == 25 && scores.is_sorted_by(|one, other| one >= other));
    assert!(people.json()["@odata.nextLink"].is_string());
    let found = client.get("/me/people?$search=agmes").await.value();
    assert_eq!(found[0]["displayName"], "Agnès Brûlé");
    let refused = client
        .wrong(Method::GET, "/me/people?$search=ann&$skip=10")
        .await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn many_ids_are_resolved_at_once() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let me = id(&client.get("/me").await.json());
    let ids = json!([group, me, "00000000-0000-4000-8000-000000000000"]);
    let found = by_ids(&client, json!({"ids": ids})).await.value();
    let types: Vec<&str> = found
        .iter()
        .map(|one| one["@odata.type"].as_str().unwrap())
        .collect();
    assert_eq!(types, ["#microsoft.graph.group", "#microsoft.graph.user"]);
    let users = by_ids(&client, json!({"ids": ids, "types": ["user"]}))
        .await
        .value();
    assert_eq!((users.len(), id(&users[0])), (1, me));
    let many: Vec<String> = (0..1_001).map(|_| group.clone()).collect();
    assert_eq!(by_wrong_ids(&client, json!({"ids": many})).await, 400);
    assert_eq!(
        by_wrong_ids(&client, json!({"ids": ["no guid"]})).await,
        400
    );
    assert_eq!(
        by_wrong_ids(&client, json!({"ids": ids, "types": ["colour"]})).await,
        400
    );
}
