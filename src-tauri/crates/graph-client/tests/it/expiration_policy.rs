//! The policy by which groups expire.

use std::collections::BTreeMap;

use futures::StreamExt as _;
use graph_client::models::{
    GroupId, GroupLifecyclePolicy, LifecyclePolicyId, LifecyclePolicyPatch, ManagedGroupTypes,
};
use graph_client::{ErrorKind, GraphError};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::batch_server::{answering, failed, items_sent};
use super::{GROUP, body_sent, client_of, graph_error, group_id, group_ids, serving};

const POLICY: &str = "1caf9c2e-3d5f-4b7c-9a53-0e7d5c8f2b11";

fn policy_id() -> LifecyclePolicyId {
    LifecyclePolicyId::parse(POLICY).unwrap()
}

fn policy() -> Value {
    json!({ "id": POLICY, "groupLifetimeInDays": 180, "managedGroupTypes": "Selected",
        "alternateNotificationEmails": "it@contoso.example;desk@contoso.example" })
}

fn read(policy: Value) -> GroupLifecyclePolicy {
    serde_json::from_value(policy).unwrap()
}

#[tokio::test]
async fn a_policy_is_made_with_all_that_it_says() {
    let answer = ResponseTemplate::new(201).set_body_json(policy());
    let server = serving("POST", "/groupLifecyclePolicies", answer).await;
    let wanted = LifecyclePolicyPatch {
        group_lifetime_in_days: Some(180),
        managed_group_types: Some(ManagedGroupTypes::Selected),
        alternate_notification_emails: Some("it@contoso.example".to_owned()),
    };
    let client = client_of(&server);

    let made = client.lifecycle_policies().create(&wanted).await.unwrap();

    assert_eq!(made, read(policy()));
    let addresses: Vec<_> = made.notified_addresses().collect();
    assert_eq!(addresses, ["it@contoso.example", "desk@contoso.example"]);
    let sent = json!({ "groupLifetimeInDays": 180, "managedGroupTypes": "Selected",
        "alternateNotificationEmails": "it@contoso.example" });
    assert_eq!(body_sent(&server).await, sent);
}

#[tokio::test]
async fn only_what_changes_is_sent_and_the_policy_comes_back() {
    let address = format!("/groupLifecyclePolicies/{POLICY}");
    let mut changed = policy();
    changed["groupLifetimeInDays"] = json!(365);
    let answer = ResponseTemplate::new(200).set_body_json(changed.clone());
    let server = serving("PATCH", &address, answer).await;
    let change = LifecyclePolicyPatch {
        group_lifetime_in_days: Some(365),
        ..LifecyclePolicyPatch::default()
    };
    let client = client_of(&server);
    let now = client.lifecycle_policy(&policy_id()).update(&change).await;
    assert_eq!(now.unwrap(), read(changed));
    assert_eq!(
        body_sent(&server).await,
        json!({ "groupLifetimeInDays": 365 })
    );
}

#[tokio::test]
async fn a_policy_is_read_and_removed_by_its_id() {
    let address = format!("/groupLifecyclePolicies/{POLICY}");
    let answer = ResponseTemplate::new(200).set_body_json(policy());
    let server = serving("GET", &address, answer).await;
    let client = client_of(&server);
    let there = client.lifecycle_policy(&policy_id()).get().await;
    assert_eq!(there.unwrap(), read(policy()));

    let server = serving("DELETE", &address, ResponseTemplate::new(204)).await;
    let client = client_of(&server);
    let removed = client.lifecycle_policy(&policy_id()).delete().await;
    assert!(removed.is_ok());
}

#[tokio::test]
async fn a_group_names_the_policy_that_covers_it() {
    let address = format!("/groups/{GROUP}/groupLifecyclePolicies");
    let answer = json!({ "value": [policy()] });
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    let server = serving("GET", &address, answer).await;
    let client = client_of(&server);
    let covering = client.group(&group_id()).lifecycle_policies().await;
    assert_eq!(covering.unwrap(), [read(policy())]);
}

#[tokio::test]
async fn the_service_says_whether_a_group_was_added() {
    for (action, said) in [("addGroup", true), ("removeGroup", false)] {
        let address = format!("/groupLifecyclePolicies/{POLICY}/{action}");
        let answer = ResponseTemplate::new(200).set_body_json(json!({ "value": said }));
        let server = serving("POST", &address, answer).await;
        let client = client_of(&server);
        let policy = client.lifecycle_policy(&policy_id());
        let answered = match action {
            "addGroup" => policy.add_group(&group_id()).await,
            _ => policy.remove_group(&group_id()).await,
        };
        assert_eq!(answered.unwrap(), said);
        assert_eq!(body_sent(&server).await, json!({ "groupId": GROUP }));
    }
}

#[tokio::test]
async fn many_groups_are_selected_twenty_to_a_request_each_with_its_own_outcome() {
    let server = answering(|item| match item["body"]["groupId"].as_str().unwrap() {
        id if id.ends_with("0003") => failed(404, "Request_ResourceNotFound"),
        _ => json!({ "status": 200, "body": { "value": true } }),
    })
    .await;
    let ids = group_ids(45);
    let selection: Vec<_> = ids.into_iter().map(|id| (id, true)).collect();
    let client = client_of(&server);

    let outcomes = client.groups().select_many(&policy_id(), selection);
    let outcomes: BTreeMap<GroupId, Result<bool, GraphError>> = outcomes.collect().await;

    assert_eq!(server.received_requests().await.unwrap().len(), 3);
    let failures: Vec<_> = outcomes
        .values()
        .filter_map(|it| it.as_ref().err())
        .collect();
    assert!(outcomes.len() == 45 && failures.len() == 1 && failures[0].is_not_found());
    let address = format!("/groupLifecyclePolicies/{POLICY}/addGroup");
    let sent = items_sent(&server).await;
    assert!(sent.iter().all(|item| item["url"] == address));
}

#[tokio::test]
async fn a_policy_whose_answer_was_lost_is_not_made_twice() {
    let server = MockServer::start().await;
    let lost = Mock::given(any()).respond_with(ResponseTemplate::new(504));
    lost.expect(1).mount(&server).await;
    let client = client_of(&server);
    let nothing = LifecyclePolicyPatch::default();
    let made = client.lifecycle_policies().create(&nothing).await;
    assert!(made.unwrap_err().outcome_unknown());
}

#[tokio::test]
async fn a_missing_role_is_told_as_such() {
    let answer = graph_error(403, "Authorization_RequestDenied", json!(null));
    let address = format!("/groupLifecyclePolicies/{POLICY}");
    let server = serving("DELETE", &address, answer).await;
    let client = client_of(&server);
    let refused = client.lifecycle_policy(&policy_id()).delete().await;
    assert_eq!(refused.unwrap_err().kind(), &ErrorKind::Forbidden);
}
