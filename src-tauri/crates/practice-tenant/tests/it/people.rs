//! People of groups and of the directory, and the tenant itself.

use reqwest::Method;

use crate::client::start;

#[tokio::test]
async fn owners_and_members_name_their_type_and_count_by_advanced_query() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let owners = client
        .get(&format!(
            "/groups/{group}/owners?$select=id,displayName,userType,accountEnabled"
        ))
        .await;
    assert_eq!(owners.value()[0]["@odata.type"], "#microsoft.graph.user");
    assert_eq!(owners.value()[0]["displayName"], "Nadia Haddad");
    let members = client
        .get(&format!("/groups/{group}/members?$top=999"))
        .await
        .value()
        .len();
    let count = client
        .advanced(&format!("/groups/{group}/members/$count"))
        .await;
    assert_eq!(count.text, members.to_string());
    assert_eq!(
        client
            .wrong(Method::GET, &format!("/groups/{group}/members/$count"))
            .await
            .status,
        400
    );
    let guests = "microsoft.graph.user/$count?$filter=userType eq 'Guest'";
    let guests = client
        .advanced(&format!("/groups/{group}/members/{guests}"))
        .await;
    assert!(guests.text.parse::<usize>().unwrap() <= members);
}

#[tokio::test]
async fn expanded_people_are_twenty_at_most() {
    let client = start().await;
    let page = client
        .get("/groups?$expand=members($select=id,displayName)&$top=999&$select=id")
        .await;
    assert!(
        page.value()
            .iter()
            .all(|group| group["members"].as_array().unwrap().len() <= 20)
    );
    assert!(page.value()[0]["members"][0]["displayName"].is_string());
}

#[tokio::test]
async fn people_are_found_by_id_by_sign_in_name_and_by_search() {
    let client = start().await;
    let me = client.get("/me").await.json();
    assert_eq!(
        me["userPrincipalName"],
        "nadia.haddad@contoso-practice.example"
    );
    let by_name = client
        .get("/users/NADIA.HADDAD@contoso-practice.example")
        .await
        .json();
    assert_eq!(by_name["id"], me["id"]);
    let path = "/users?$search=\"displayName:agn\" OR \"mail:agnes\"&$select=id,displayName,userType&$top=25";
    let found = client.advanced(path).await.value();
    assert_eq!(found[0]["displayName"], "Agnès Brûlé");
    let guests = client
        .get("/users?$filter=userType eq 'Guest'&$select=id,userPrincipalName")
        .await
        .value();
    assert!(
        guests[0]["userPrincipalName"]
            .as_str()
            .unwrap()
            .contains("#EXT#")
    );
}

#[tokio::test]
async fn the_tenant_has_a_name_and_one_policy_over_all_groups() {
    let client = start().await;
    let organization = client
        .get("/organization?$select=id,displayName")
        .await
        .value();
    assert_eq!(organization[0]["displayName"], "Contoso Practice");
    let policy = client.get("/groupLifecyclePolicies").await.value();
    assert_eq!(policy[0]["groupLifetimeInDays"], 180);
    assert_eq!(policy[0]["managedGroupTypes"], "All");
    let group = client.owned_ids().await.remove(0);
    assert_eq!(
        client
            .get(&format!("/groups/{group}/groupLifecyclePolicies"))
            .await
            .value(),
        policy
    );
    let settings = client.get("/groupSettings").await.value();
    let value = |name: &str| {
        let values = settings[0]["values"].as_array().unwrap();
        let found = values.iter().find(|value| value["name"] == name);
        found.unwrap()["value"].clone()
    };
    assert_eq!(value("PrefixSuffixNamingRequirement"), "");
    assert_eq!(value("ClassificationList"), "General,Internal,Confidential");
    let template = format!(
        "/groupSettingTemplates/{}",
        settings[0]["templateId"].as_str().unwrap()
    );
    let template = client.get(&template).await.json();
    assert_eq!(template["displayName"], settings[0]["displayName"]);
}
