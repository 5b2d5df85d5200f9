//! Adding and removing members and owners.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, id, options, start, start_with, texts};

/// A fresh group of the owner's, and people to put into it.
async fn group_and_people(client: &Client) -> (String, Vec<String>) {
    let group = client.create("Tree nursery", "tree-nursery").await;
    (group, client.colleagues().await)
}

#[tokio::test]
async fn people_are_added_and_removed_and_adding_again_is_refused() {
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    for relation in ["members", "owners"] {
        let added = client.add(&group, relation, &people[0]).await;
        assert_eq!((added.status, added.text.as_str()), (204, ""));
        let again = client.add(&group, relation, &people[0]).await;
        assert_eq!(
            (again.status, again.code().as_str()),
            (400, "Request_BadRequest")
        );
        let words = format!("'{relation}'.");
        assert!(again.text.contains("already exist") && again.text.contains(&words));
        let listed = client
            .get(&format!("/groups/{group}/{relation}"))
            .await
            .value();
        assert!(listed.iter().any(|person| id(person) == people[0]));
        let one = client
            .get(&format!("/groups/{group}/{relation}/{}", people[0]))
            .await;
        assert_eq!(one.json()["@odata.type"], "#microsoft.graph.user");
        let gone = client.take_out(&group, relation, &people[0]).await;
        assert_eq!((gone.status, gone.text.as_str()), (204, ""));
        let again = client.take_out(&group, relation, &people[0]).await;
        assert_eq!(
            (again.status, again.code().as_str()),
            (404, "Request_ResourceNotFound")
        );
    }
    let groups = client.control_get("/writes").await["value"].clone();
    let kinds: Vec<&Value> = groups
        .as_array()
        .unwrap()
        .iter()
        .map(|write| &write["write"])
        .collect();
    assert_eq!(
        kinds,
        [
            "createGroup",
            "addPeople",
            "removePeople",
            "addPeople",
            "removePeople"
        ]
    );
}

#[tokio::test]
async fn the_last_owner_who_can_sign_in_stays() {
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    let me = client.my_id().await;
    let last = client.take_out(&group, "owners", &me).await;
    assert_eq!(
        (last.status, last.code().as_str()),
        (400, "Request_BadRequest")
    );
    assert!(last.text.contains("must have at least one owner"));
    client
        .control("/users", json!({"disable": people[0]}))
        .await;
    client.add(&group, "owners", &people[0]).await;
    assert_eq!(client.take_out(&group, "owners", &me).await.status, 400);
    client.control("/users", json!({"enable": people[0]})).await;
    assert_eq!(client.take_out(&group, "owners", &me).await.status, 204);
    let denied = client.add(&group, "members", &people[1]).await;
    assert_eq!(denied.status, 403, "and is nobody there any more");
}

#[tokio::test]
async fn a_group_has_a_hundred_owners_at_most() {
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    for person in &people[..99] {
        assert_eq!(client.add(&group, "owners", person).await.status, 204);
    }
    let refused = client.add(&group, "owners", &people[99]).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "Request_BadRequest")
    );
}

#[tokio::test]
async fn only_people_belong_to_groups() {
    let client = start().await;
    let (group, _) = group_and_people(&client).await;
    let world = client.control_get("/world").await;
    let others = client.owned_ids().await;
    let objects = world["objects"].as_array().unwrap().iter().map(id);
    for object in objects.chain([others[0].clone()]) {
        let found = client.get(&format!("/directoryObjects/{object}")).await;
        assert_eq!(found.status, 200);
        assert_ne!(found.json()["@odata.type"], "#microsoft.graph.user");
        for relation in ["members", "owners"] {
            let refused = client.add(&group, relation, &object).await;
            assert_eq!(
                (refused.status, refused.code().as_str()),
                (400, "Request_BadRequest")
            );
        }
    }
    let nobody = "00000000-0000-0000-0000-000000000001";
    assert_eq!(client.add(&group, "members", nobody).await.status, 404);
    let path = format!("/groups/{group}/members/$ref");
    for body in [
        json!({}),
        json!({"@odata.id": "users/7"}),
        json!({"@odata.id": 7}),
    ] {
        assert_eq!(
            client.wrong_json(Method::POST, &path, body).await.status,
            400
        );
    }
}

#[tokio::test]
async fn guests_come_in_where_tenant_and_group_let_them() {
    let client = start().await;
    let (group, _) = group_and_people(&client).await;
    let guests = client.people(|user| user["guest"] == true).await;
    assert_eq!(client.add(&group, "members", &guests[0]).await.status, 204);
    let owner = client.add(&group, "owners", &guests[0]).await;
    assert_eq!(
        (owner.status, owner.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
    assert!(owner.text.contains("policy setting"));
    client
        .control(
            "/policy",
            json!({"guestOwners": true, "guestsAllowed": false}),
        )
        .await;
    assert_eq!(client.add(&group, "owners", &guests[0]).await.status, 204);
    let member = client.add(&group, "members", &guests[1]).await;
    assert!(member.status == 403 && member.text.contains("Guests users are not allowed"));
    let bind = json!({"members@odata.bind": client.bound(&guests[1..2])});
    assert_eq!(
        client.patch(&format!("/groups/{group}"), bind).await.status,
        403
    );

    client
        .control("/policy", json!({"guestsAllowed": true}))
        .await;
    let world = client.control_get("/world").await;
    let closed = world["groups"].as_array().unwrap().iter();
    let closed = closed
        .filter(|group| group["owned"] == true && group["dynamic"] == false)
        .find(|group| group["guestsAllowed"] == false)
        .unwrap();
    assert_eq!(
        client.add(&id(closed), "members", &guests[1]).await.status,
        403
    );
    let settings = client
        .get(&format!("/groups/{}/settings", id(closed)))
        .await
        .value();
    assert_eq!(settings[0]["values"][0]["value"], "false");
    let path = format!("/groups/{}/settings/{}", id(closed), id(&settings[0]));
    assert_eq!(
        client.get(&path).await.json()["displayName"],
        "Group.Unified.Guest"
    );
}

#[tokio::test]
async fn members_who_own_nothing_change_nothing_not_even_themselves() {
    let client = start().await;
    let me = client.my_id().await;
    let owned = client.owned_ids().await;
    let all = client.get("/me/memberOf?$top=999").await.value();
    let joined = all
        .iter()
        .find(|group| group["groupTypes"] == json!(["Unified"]) && !owned.contains(&id(group)))
        .unwrap();
    let left = client.take_out(&id(joined), "members", &me).await;
    assert_eq!(
        (left.status, left.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
    let added = client.add(&id(joined), "owners", &me).await;
    assert_eq!(added.status, 403);
}

#[tokio::test]
async fn permissions_for_members_do_not_reach_owners() {
    let owner = "nadia.haddad@contoso-practice.example";
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    let client = client
        .signed_in(owner, "User.Read GroupMember.ReadWrite.All")
        .await;
    assert_eq!(client.add(&group, "members", &people[0]).await.status, 204);
    let bind = json!({"members@odata.bind": client.bound(&people[1..2])});
    let path = format!("/groups/{group}");
    assert_eq!(client.patch(&path, bind).await.status, 204);
    assert_eq!(client.add(&group, "owners", &people[0]).await.status, 403);
    assert_eq!(
        client.patch(&path, json!({"theme": "Red"})).await.status,
        403
    );
    assert_eq!(client.delete(&path).await.status, 403);
}

#[tokio::test]
async fn without_ref_the_person_is_deleted_wherever_the_caller_may() {
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    client.add(&group, "members", &people[0]).await;
    let trap = format!("/groups/{group}/members/{}", people[0]);
    let owner = client.wrong(Method::DELETE, &trap).await;
    assert_eq!(
        (owner.status, owner.code().as_str()),
        (403, "Authorization_RequestDenied")
    );
    assert_eq!(texts(&client.truth(&group).await["members"]), people[..1]);

    let client = client.administrator();
    assert_eq!(client.wrong(Method::DELETE, &trap).await.status, 204);
    assert_eq!(
        client.get(&format!("/users/{}", people[0])).await.status,
        404
    );
    assert!(texts(&client.truth(&group).await["members"]).is_empty());
    let everybody = client.get("/users?$top=999&$select=id").await.value();
    assert!(everybody.iter().all(|user| id(user) != people[0]));
    assert_eq!(client.add(&group, "members", &people[0]).await.status, 404);
    let write = client.control_get("/writes").await["value"][2].clone();
    assert_eq!(
        (write["write"].as_str(), &write["person"]),
        (Some("deleteUser"), &json!(people[0]))
    );
}

#[tokio::test]
async fn a_person_who_is_deleted_meanwhile_leaves_every_group() {
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    client.add(&group, "members", &people[0]).await;
    client.add(&group, "owners", &people[0]).await;
    client.control("/users", json!({"delete": people[0]})).await;
    client
        .control("/clock", json!({"advanceSeconds": 10}))
        .await;
    for relation in ["members", "owners"] {
        let listed = client
            .get(&format!("/groups/{group}/{relation}"))
            .await
            .value();
        assert!(
            listed.iter().all(|person| id(person) != people[0]),
            "{relation}"
        );
        let path = format!("/groups/{group}/{relation}/$count");
        let count: usize = client.advanced(&path).await.text.parse().unwrap();
        assert_eq!(count, listed.len());
    }
    let gone = client.take_out(&group, "members", &people[0]).await;
    assert_eq!(gone.status, 404);
}

#[tokio::test]
async fn lists_of_people_are_cast_searched_filtered_ordered_and_paged() {
    let client = start_with(practice_tenant::PracticeOptions {
        users: 1_300,
        groups: 12,
        ..options()
    })
    .await;
    let world = client.control_get("/world").await;
    let groups = world["groups"].as_array().unwrap().clone();
    let large = groups
        .iter()
        .find(|group| group["members"].as_u64().unwrap() > 1_000)
        .unwrap();
    let path = format!("/groups/{}/members", id(large));
    let mut seen = std::collections::BTreeSet::new();
    let mut link = format!("{path}?$top=500&$select=id,displayName,userType");
    let mut pages = 0;
    loop {
        let page = client.get(&link).await.json();
        seen.extend(page["value"].as_array().unwrap().iter().map(id));
        pages += 1;
        match page["@odata.nextLink"].as_str() {
            Some(next) => link = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(
        (seen.len(), pages),
        (large["members"].as_u64().unwrap() as usize, 3)
    );
    let guests = "microsoft.graph.user?$filter=userType eq 'Guest'&$count=true&$top=999";
    let guests = client.advanced(&format!("{path}/{guests}")).await.json();
    assert_eq!(
        guests["@odata.count"].as_u64().unwrap() as usize,
        guests["value"].as_array().unwrap().len()
    );
    let found = client
        .advanced(&format!(
            "{path}?$search=\"displayName:nadia\"&$select=displayName"
        ))
        .await;
    assert_eq!(found.value()[0]["displayName"], "Nadia Haddad");
    let ordered = format!(
        "{path}/microsoft.graph.user?$orderby=displayName&$count=true&$top=50&$select=displayName"
    );
    let names = client.advanced(&ordered).await.value();
    let names: Vec<String> = names
        .iter()
        .map(|user| user["displayName"].as_str().unwrap().to_lowercase())
        .collect();
    assert!(names.is_sorted());
    let devices = client.get(&format!("{path}/microsoft.graph.device")).await;
    assert_eq!((devices.status, devices.value().len()), (200, 0));
    let nested = client
        .get(&format!("/groups/{}/transitiveMembers?$top=1", id(large)))
        .await;
    assert_eq!(nested.value().len(), 1);
}

#[tokio::test]
async fn twenty_changes_of_members_travel_in_one_batch_each_with_its_own_fate() {
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    client.add(&group, "members", &people[3]).await;
    let requests: Vec<Value> = (0..20)
        .map(|number| {
            json!({
                "id": number.to_string(),
                "method": "POST",
                "url": format!("/groups/{group}/members/$ref"),
                "headers": {"Content-Type": "application/json"},
                "body": client.reference(&people[number]),
            })
        })
        .collect();
    let answer = client.batch(json!(requests)).await.json();
    let responses = answer["responses"].as_array().unwrap();
    let refused: Vec<&Value> = responses
        .iter()
        .filter(|one| one["status"] != 204)
        .collect();
    assert_eq!((refused.len(), &refused[0]["id"]), (1, &json!("3")));
    assert_eq!(refused[0]["body"]["error"]["code"], "Request_BadRequest");
    assert_eq!(texts(&client.truth(&group).await["members"]).len(), 20);
}

#[tokio::test]
async fn what_depends_on_a_refused_change_is_not_done() {
    let client = start().await;
    let (group, people) = group_and_people(&client).await;
    let json_headers = json!({"Content-Type": "application/json"});
    let step = |number: &str, method: &str, path: &str, body: Value, after: Value| json!({"id": number, "method": method, "url": format!("/groups/{group}{path}"), "headers": json_headers, "body": body, "dependsOn": after});
    let me = client.my_id().await;
    let answer = client
        .batch(json!([
            step("1", "POST", "/owners/$ref", client.reference(&people[0]), json!([])),
            {"id": "2", "method": "DELETE", "url": format!("/groups/{group}/members/{me}/$ref"), "dependsOn": ["1"]},
            step("3", "PATCH", "", json!({"theme": "Red"}), json!(["2"])),
        ]))
        .await
        .json();
    let status = |number: &str| {
        let responses = answer["responses"].as_array().unwrap();
        responses.iter().find(|one| one["id"] == number).unwrap()["status"].clone()
    };
    assert_eq!(
        (status("1"), status("2"), status("3")),
        (json!(204), json!(404), json!(424))
    );
    assert!(client.truth(&group).await["theme"].is_null());
}
