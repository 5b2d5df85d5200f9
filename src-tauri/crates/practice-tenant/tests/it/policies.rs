//! The expiration policy, made, changed and removed, and what becomes of the groups.

use jiff::{SignedDuration, Timestamp};
use practice_tenant::{Advance, PracticeOptions};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, id, options, start, start_with};

const POLICIES: &str = "/groupLifecyclePolicies";

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

fn policy(lifetime: i64, managed: &str) -> Value {
    json!({"groupLifetimeInDays": lifetime, "managedGroupTypes": managed,
        "alternateNotificationEmails": "it@contoso.example;desk@contoso.example"})
}

async fn the_policy(client: &Client) -> String {
    format!("{POLICIES}/{}", id(&client.get(POLICIES).await.value()[0]))
}

/// Renewal and expiry of the owner's groups.
async fn dates(client: &Client) -> Vec<(String, Timestamp, Option<Timestamp>)> {
    let select = "/me/ownedObjects/microsoft.graph.group?$top=999&$select=id,renewedDateTime,expirationDateTime";
    let groups = client.get(select).await.value();
    let at = |value: &Value| {
        value
            .as_str()
            .map(|text| text.parse::<Timestamp>().unwrap())
    };
    let dates = groups.iter().map(|group| {
        let renewed = at(&group["renewedDateTime"]).unwrap();
        (id(group), renewed, at(&group["expirationDateTime"]))
    });
    dates.collect()
}

#[tokio::test]
async fn without_a_policy_nothing_expires_and_a_first_one_gives_old_groups_time() {
    let mut client = start().await.administrator();
    let path = the_policy(&client).await;
    let second = client
        .send_json(Method::POST, POLICIES, policy(60, "All"))
        .await;
    assert_eq!(
        (second.status, second.code().as_str()),
        (400, "Request_BadRequest")
    );
    assert_eq!(client.get(&path).await.json()["managedGroupTypes"], "All");
    assert_eq!(client.delete(&path).await.status, 204);
    assert_eq!(client.delete(&path).await.status, 404);
    assert_eq!(client.get(&path).await.status, 404);
    assert!(client.get(POLICIES).await.value().is_empty());
    let owner = client.practice.owner_token().to_owned();
    let administrator = std::mem::replace(&mut client.token, owner);
    assert!(
        dates(&client)
            .await
            .iter()
            .all(|(.., expires)| expires.is_none())
    );
    client.practice.advance(Advance::By(days(400))).unwrap();
    assert_eq!(dates(&client).await.len(), 52, "nothing was deleted");

    let owner = std::mem::replace(&mut client.token, administrator);
    let created = client.practice.status().now;
    let made = client
        .send_json(Method::POST, POLICIES, policy(60, "All"))
        .await;
    assert_eq!(made.status, 201, "{}", made.text);
    let made = made.json();
    assert_ne!(format!("{POLICIES}/{}", id(&made)), path);
    assert_eq!(
        made["alternateNotificationEmails"],
        policy(60, "All")["alternateNotificationEmails"]
    );
    client.token = owner;
    for (group, renewed, expires) in dates(&client).await {
        let expires = expires.unwrap();
        assert!(renewed + days(60) < created, "{group} is older");
        let granted = expires.duration_since(created);
        assert!(granted >= days(35) && granted < days(35) + SignedDuration::from_mins(1));
    }
}

#[tokio::test]
async fn a_policy_is_refused_with_what_it_cannot_say() {
    let client = start().await.administrator();
    let path = the_policy(&client).await;
    for (name, value) in [
        ("groupLifetimeInDays", json!(29)),
        ("groupLifetimeInDays", json!(0)),
        ("groupLifetimeInDays", json!(2_147_483_648_i64)),
        ("groupLifetimeInDays", json!("180")),
        ("managedGroupTypes", json!("Some")),
        ("alternateNotificationEmails", json!("nobody")),
        ("alternateNotificationEmails", json!("a@b.example;;")),
        ("colour", json!("blue")),
    ] {
        let refused = client
            .wrong_json(Method::PATCH, &path, json!({name: value}))
            .await;
        assert_eq!(refused.status, 400, "{name}");
    }
    client.delete(&path).await;
    let half = json!({"groupLifetimeInDays": 180});
    let refused = client.wrong_json(Method::POST, POLICIES, half).await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn a_change_shows_in_the_next_round_of_changes() {
    let client = start().await.administrator();
    let path = the_policy(&client).await;
    let latest = "/groups/delta?$deltatoken=latest&$select=expirationDateTime";
    let latest = client.get(latest).await.json();
    let emails = json!({"alternateNotificationEmails": ""});
    assert_eq!(client.patch(&path, emails).await.status, 200);
    let link = latest["@odata.deltaLink"].as_str().unwrap().to_owned();
    assert!(
        client.get(&link).await.value().is_empty(),
        "no date has changed"
    );
    client
        .patch(&path, json!({"groupLifetimeInDays": 365}))
        .await;
    let round = client.get(&link).await.value();
    assert!(round.len() > 50, "{} groups", round.len());
}

#[tokio::test]
async fn a_selection_ends_with_its_policy_and_all_of_it_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || PracticeOptions {
        state: Some(folder.path().join("practice.jsonl")),
        ..options()
    };
    let client = start_with(kept()).await;
    let group = client.owned_ids().await.remove(0);
    let client = client.administrator();
    let path = the_policy(&client).await;
    client.patch(&path, policy(90, "Selected")).await;
    let added = json!({"groupId": group});
    let add = format!("{path}/addGroup");
    client.send_json(Method::POST, &add, added.clone()).await;
    client.delete(&path).await;
    let made = client
        .send_json(Method::POST, POLICIES, policy(90, "Selected"))
        .await;
    let covering = format!("/groups/{group}/groupLifecyclePolicies");
    assert!(client.get(&covering).await.value().is_empty());
    let add = format!("{POLICIES}/{}/addGroup", id(&made.json()));
    assert_eq!(
        client.send_json(Method::POST, &add, added).await.json()["value"],
        true
    );
    let settings = client.get("/groupSettings").await.value();
    client
        .delete(&format!("/groupSettings/{}", id(&settings[0])))
        .await;
    let role =
        json!({"person": "nadia.haddad@contoso-practice.example", "role": "global", "held": true});
    client.control("/roles", role).await;
    drop(client);

    let client = start_with(kept()).await.administrator();
    let covering = client.get(&covering).await.value();
    assert_eq!(id(&covering[0]), id(&made.json()));
    assert!(client.get("/groupSettings").await.value().is_empty());
    let world = client.control_get("/world").await;
    assert_eq!(world["users"][0]["roles"], json!(["global"]));
}

#[tokio::test]
async fn a_state_that_an_earlier_version_kept_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.jsonl");
    let kept = || PracticeOptions {
        state: Some(file.clone()),
        ..options()
    };
    let client = start_with(kept()).await;
    let at = client.practice.status().now;
    drop(client);
    let write = json!({"write": {"write": "policy", "user": "control", "at": at, "policy": {
        "prefixSuffix": "GRP [GroupName]", "blockedWords": ["CEO", "pay roll"], "groupCreation": false,
        "classifications": ["Low", "High"], "labels": true, "lifetimeDays": 90}}});
    let mut text = std::fs::read_to_string(&file).unwrap();
    text.push_str(&format!("{write}\n"));
    std::fs::write(&file, text).unwrap();

    let client = start_with(kept()).await;
    let settings = client.get("/groupSettings").await.text;
    for (name, value) in [
        ("PrefixSuffixNamingRequirement", "GRP [GroupName]"),
        ("CustomBlockedWordsList", "CEO,pay roll"),
        ("EnableGroupCreation", "false"),
        ("ClassificationList", "Low,High"),
        ("EnableMIPLabels", "true"),
    ] {
        let told = format!(r#""name":"{name}","value":"{value}""#);
        assert!(settings.contains(&told), "{name}");
    }
    let policies = client.get(POLICIES).await.value();
    assert_eq!(policies[0]["groupLifetimeInDays"], 90);
}

#[tokio::test]
async fn an_owner_who_is_made_an_administrator_may_change_policies_and_later_no_more() {
    let client = start().await;
    let path = the_policy(&client).await;
    let longer = || json!({"groupLifetimeInDays": 365});
    assert!(!client.practice.status().administrator);
    assert_eq!(client.patch(&path, longer()).await.status, 403);

    client.practice.set_administrator(true).unwrap();

    assert!(client.practice.status().administrator);
    assert_eq!(client.patch(&path, longer()).await.status, 200);
    assert_eq!(client.get(&path).await.json()["groupLifetimeInDays"], 365);
    client.practice.set_administrator(false).unwrap();
    assert!(!client.practice.status().administrator);
    assert_eq!(client.patch(&path, longer()).await.status, 403);
}
