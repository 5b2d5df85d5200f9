//! One group's properties, read and changed.

use futures::{StreamExt as _, TryStreamExt as _};
use graph_client::ErrorKind;
use graph_client::models::{
    Edit, GroupLabels, GroupPatch, MailSettings, MailSettingsPatch, RuleProcessing, Theme,
    Visibility,
};
use serde_json::json;
use wiremock::{MockServer, ResponseTemplate};

use super::batch_server::{answering, items_sent};
use super::{GROUP, body_sent, client_of, group_id, group_ids, query_sent, serving};

fn address() -> String {
    format!("/groups/{GROUP}")
}

#[tokio::test]
async fn details_hold_what_decides_whether_a_group_can_be_changed() {
    let group = json!({
        "id": GROUP, "displayName": "Party", "groupTypes": ["Unified", "DynamicMembership"],
        "theme": "Chartreuse", "membershipRule": "user.city -eq \"Oslo\"",
        "membershipRuleProcessingState": "paused", "onPremisesSyncEnabled": true,
        "proxyAddresses": null, "resourceBehaviorOptions": ["HideGroupInOutlook"],
        "something": { "new": true },
    });
    let answer = ResponseTemplate::new(200).set_body_json(group);
    let server = serving("GET", &address(), answer).await;

    let details = client_of(&server)
        .group(&group_id())
        .details()
        .await
        .unwrap();

    assert!(details.is_synced() && details.group.is_dynamic());
    assert_eq!(details.theme, Some(Theme::Unknown("Chartreuse".into())));
    let state = details.membership_rule_processing_state;
    assert_eq!(state, Some(RuleProcessing::Paused));
    let asked = &query_sent(&server).await[0].1;
    assert!(asked.contains("onPremisesSyncEnabled") && asked.contains("expirationDateTime"));
    assert!(!asked.contains("assignedLabels"), "one cloud has none");
}

#[tokio::test]
async fn what_exchange_keeps_is_asked_for_by_itself() {
    let settings = json!({ "id": GROUP, "allowExternalSenders": true, "unseenCount": 3 });
    let answer = ResponseTemplate::new(200).set_body_json(settings);
    let server = serving("GET", &address(), answer).await;

    let settings = client_of(&server)
        .group(&group_id())
        .mail_settings()
        .await
        .unwrap();

    let told = MailSettings {
        allow_external_senders: Some(true),
        unseen_count: Some(3),
        ..MailSettings::default()
    };
    assert_eq!(settings, told);
    let only = "allowExternalSenders,autoSubscribeNewMembers,hideFromAddressLists,\
                hideFromOutlookClients,isSubscribedByMail,unseenCount";
    assert_eq!(
        query_sent(&server).await,
        [("$select".to_owned(), only.to_owned())]
    );
}

#[tokio::test]
async fn a_change_carries_only_what_changes_and_can_empty() {
    let server = serving("PATCH", &address(), ResponseTemplate::new(204)).await;
    let change = GroupPatch {
        display_name: Some("Gala".into()),
        description: Edit::Set(String::new()),
        visibility: Some(Visibility::Private),
        classification: Edit::Clear,
        theme: Edit::Set(Theme::Red),
        ..GroupPatch::default()
    };

    let group = client_of(&server).group(&group_id()).update(&change).await;

    assert!(group.is_ok());
    let body = json!({
        "displayName": "Gala", "description": null, "visibility": "Private",
        "classification": null, "theme": "Red",
    });
    assert_eq!(body_sent(&server).await, body);
}

#[tokio::test]
async fn a_label_is_given_by_its_id_and_taken_away_by_an_empty_list() {
    for (ids, sent) in [
        (vec!["label".to_owned()], json!([{ "labelId": "label" }])),
        (Vec::new(), json!([])),
    ] {
        let server = serving("PATCH", &address(), ResponseTemplate::new(204)).await;
        let change = GroupPatch {
            assigned_labels: Some(ids),
            ..GroupPatch::default()
        };
        let client = client_of(&server);
        client.group(&group_id()).update(&change).await.unwrap();
        assert_eq!(body_sent(&server).await, json!({ "assignedLabels": sent }));
    }
}

#[tokio::test]
async fn the_labels_of_ones_groups_are_asked_for_by_themselves() {
    let label = json!({ "labelId": "label", "displayName": "Secret" });
    let answer = json!({ "value": [{ "assignedLabels": [label] }, { "assignedLabels": null }] });
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    let path = "/me/ownedObjects/microsoft.graph.group";
    let server = serving("GET", path, answer).await;

    let groups: Vec<GroupLabels> = client_of(&server)
        .my_groups()
        .labels()
        .items()
        .try_collect()
        .await
        .unwrap();

    let label = &groups[0].assigned_labels[0];
    assert_eq!(label.display_name.as_deref(), Some("Secret"));
    assert!(groups[1].assigned_labels.is_empty());
    let select = ("$select".to_owned(), "assignedLabels".to_owned());
    assert!(query_sent(&server).await.contains(&select));
}

#[tokio::test]
async fn mail_settings_are_changed_by_themselves_and_answered_otherwise() {
    let answer = ResponseTemplate::new(200).set_body_json(json!({}));
    let server = serving("PATCH", &address(), answer).await;
    let change = MailSettingsPatch {
        allow_external_senders: Some(true),
        hide_from_address_lists: Some(false),
        ..MailSettingsPatch::default()
    };

    client_of(&server)
        .group(&group_id())
        .update_mail_settings(&change)
        .await
        .unwrap();

    let body = json!({ "allowExternalSenders": true, "hideFromAddressLists": false });
    assert_eq!(body_sent(&server).await, body);
}

#[tokio::test]
async fn a_change_of_nothing_is_not_sent() {
    let server = MockServer::start().await;
    let client = client_of(&server);
    let group = client.group(&group_id());
    group.update(&GroupPatch::default()).await.unwrap();
    group
        .update_mail_settings(&MailSettingsPatch::default())
        .await
        .unwrap();
    group.add_members(&[]).await.unwrap();
    assert!(server.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_change_that_was_turned_away_is_sent_again_and_one_that_was_lost_is_not() {
    let change = GroupPatch {
        display_name: Some("Gala".into()),
        ..GroupPatch::default()
    };
    let lost = serving("PATCH", &address(), ResponseTemplate::new(502)).await;
    let error = client_of(&lost).group(&group_id()).update(&change).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Unavailable);
    assert!(error.outcome_unknown());

    let busy = MockServer::start().await;
    let turned_away = ResponseTemplate::new(429).insert_header("Retry-After", "0");
    let mock = wiremock::Mock::given(wiremock::matchers::method("PATCH"));
    mock.respond_with(turned_away)
        .up_to_n_times(1)
        .mount(&busy)
        .await;
    let mock = wiremock::Mock::given(wiremock::matchers::body_json(
        json!({ "displayName": "Gala" }),
    ));
    mock.respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&busy)
        .await;
    let sent = client_of(&busy).group(&group_id()).update(&change).await;
    assert!(sent.is_ok(), "the body goes along again");
}

#[tokio::test]
async fn many_groups_are_made_private_twenty_to_a_request() {
    let server = answering(|item| {
        assert_eq!(item["method"], "PATCH");
        assert_eq!(item["headers"]["Content-Type"], "application/json");
        json!({ "status": 204 })
    })
    .await;
    let private = GroupPatch {
        visibility: Some(Visibility::Private),
        ..GroupPatch::default()
    };
    let mut changes: Vec<_> = group_ids(45)
        .into_iter()
        .map(|id| (id, private.clone()))
        .collect();
    changes.push((group_id(), GroupPatch::default()));

    let outcomes: Vec<_> = client_of(&server)
        .groups()
        .update_many(changes)
        .collect()
        .await;

    assert_eq!(outcomes.len(), 46);
    assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()));
    let items = items_sent(&server).await;
    assert_eq!(items.len(), 45, "a change of nothing is not sent");
    assert_eq!(items[0]["body"], json!({ "visibility": "Private" }));
    assert_eq!(server.received_requests().await.unwrap().len(), 3);
}

#[tokio::test]
async fn mail_actions_are_posts_without_a_body() {
    for action in ["subscribeByMail", "unsubscribeByMail", "resetUnseenCount"] {
        let address = format!("/groups/{GROUP}/{action}");
        let server = serving("POST", &address, ResponseTemplate::new(200)).await;
        let client = client_of(&server);
        let group = client.group(&group_id());
        let done = match action {
            "subscribeByMail" => group.subscribe_by_mail().await,
            "unsubscribeByMail" => group.unsubscribe_by_mail().await,
            _ => group.reset_unseen_count().await,
        };
        assert!(done.is_ok(), "{action}");
        let requests = server.received_requests().await.unwrap();
        assert!(requests[0].body.is_empty());
    }
}
