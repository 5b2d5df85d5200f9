//! New groups, and the names they may have.

use graph_client::models::{
    GroupBehavior, NameCheck, NameFault, NameProperty, NameReason, NameVerdict, NewGroup, Theme,
    Visibility,
};
use graph_client::{ErrorKind, GraphError};
use serde_json::json;
use wiremock::{MockServer, ResponseTemplate};

use super::{GROUP, body_sent, client_of, graph_error, group_id, link, serving, user_id, user_ids};

fn created() -> ResponseTemplate {
    let group = json!({ "id": GROUP, "displayName": "Party", "groupTypes": ["Unified"] });
    ResponseTemplate::new(201).set_body_json(group)
}

#[tokio::test]
async fn a_group_is_created_with_just_what_was_chosen() {
    let server = serving("POST", "/groups", created()).await;

    let group = NewGroup::named("Party", "party");
    let created = client_of(&server).groups().create(&group).await.unwrap();

    assert_eq!(created.id, group_id());
    let body = json!({
        "displayName": "Party", "mailNickname": "party", "mailEnabled": true,
        "securityEnabled": false, "groupTypes": ["Unified"],
    });
    assert_eq!(body_sent(&server).await, body);
}

#[tokio::test]
async fn every_choice_goes_by_the_name_that_the_service_gives_it() {
    let server = serving("POST", "/groups", created()).await;
    let people = user_ids(2);
    let group = NewGroup {
        description: Some("Plans \u{1f389} \u{202e}it".into()),
        visibility: Some(Visibility::HiddenMembership),
        owners: vec![people[0].clone()],
        members: vec![people[0].clone(), people[1].clone()],
        behaviors: vec![GroupBehavior::WelcomeEmailDisabled],
        classification: Some("Internal".into()),
        assigned_labels: vec!["label".into()],
        membership_rule: Some("user.department -eq \"Sales\"".into()),
        theme: Some(Theme::Teal),
        ..NewGroup::named("Party", "party")
    };

    client_of(&server).groups().create(&group).await.unwrap();

    let body = json!({
        "displayName": "Party", "mailNickname": "party", "mailEnabled": true,
        "securityEnabled": false, "groupTypes": ["Unified", "DynamicMembership"],
        "description": "Plans \u{1f389} \u{202e}it", "visibility": "HiddenMembership",
        "owners@odata.bind": [link(&server, "users", &people[0])],
        "members@odata.bind": [link(&server, "users", &people[0]), link(&server, "users", &people[1])],
        "resourceBehaviorOptions": ["WelcomeEmailDisabled"], "classification": "Internal",
        "assignedLabels": [{ "labelId": "label" }],
        "membershipRule": "user.department -eq \"Sales\"", "membershipRuleProcessingState": "On",
        "theme": "Teal",
    });
    assert_eq!(body_sent(&server).await, body);
}

#[tokio::test]
async fn twenty_references_are_taken_and_one_more_is_refused_here() {
    let server = serving("POST", "/groups", created()).await;
    let client = client_of(&server);
    let mut group = NewGroup {
        owners: user_ids(1),
        members: user_ids(19),
        ..NewGroup::named("Party", "party")
    };
    assert!(client.groups().create(&group).await.is_ok());

    group.members = user_ids(20);
    let error = client.groups().create(&group).await.unwrap_err();

    assert_eq!(error.kind(), &ErrorKind::OverLimit);
    assert!(!error.outcome_unknown(), "nothing was sent");
}

#[tokio::test]
async fn somebody_who_is_chosen_twice_is_named_once() {
    let server = serving("POST", "/groups", created()).await;
    let group = NewGroup {
        members: vec![user_id(), user_id()],
        ..NewGroup::named("Party", "party")
    };
    client_of(&server).groups().create(&group).await.unwrap();
    let body = body_sent(&server).await;
    assert_eq!(body["members@odata.bind"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_creation_whose_answer_is_unclear_is_not_sent_again() {
    for unclear in [
        ResponseTemplate::new(504),
        ResponseTemplate::new(500),
        ResponseTemplate::new(201),
        ResponseTemplate::new(201).set_body_json(json!({ "id": "" })),
    ] {
        let server = serving("POST", "/groups", unclear).await;
        let group = NewGroup::named("Party", "party");
        let error = client_of(&server)
            .groups()
            .create(&group)
            .await
            .unwrap_err();
        assert!(error.outcome_unknown(), "{error}");
    }
}

#[tokio::test]
async fn a_refused_creation_says_what_is_wrong_with_which_name() {
    let details = json!([
        { "target": "displayName", "code": "MissingPrefixSuffix", "suggestedPropertyValue": "GRP_Party" },
        { "target": "mailNickname", "code": "ObjectConflict", "message": "taken" },
    ]);
    let answer = graph_error(400, "Request_BadRequest", details);
    let server = serving("POST", "/groups", answer).await;

    let group = NewGroup::named("Party", "party");
    let error = client_of(&server)
        .groups()
        .create(&group)
        .await
        .unwrap_err();

    let suggested = NameReason::MissingPrefixSuffix {
        prefix: String::new(),
        suffix: String::new(),
        suggested: Some("GRP_Party".into()),
    };
    assert_eq!(
        error.name_faults(),
        [
            fault(NameProperty::DisplayName, suggested),
            fault(NameProperty::MailNickname, NameReason::PropertyConflict)
        ]
    );
    assert_eq!(error.details()[1].message.as_deref(), Some("taken"));
}

fn fault(property: NameProperty, reason: NameReason) -> NameFault {
    NameFault {
        property: Some(property),
        reason,
    }
}

async fn verdict_on(server: &MockServer) -> Result<NameVerdict, GraphError> {
    let names = NameCheck {
        display_name: Some("Party".into()),
        mail_nickname: Some("party".into()),
        on_behalf_of: Some(user_id()),
    };
    client_of(server).groups().validate(&names).await
}

#[tokio::test]
async fn names_that_would_be_taken_are_valid() {
    let address = "/directoryObjects/validateProperties";
    let server = serving("POST", address, ResponseTemplate::new(204)).await;
    assert_eq!(verdict_on(&server).await.unwrap(), NameVerdict::Valid);
    let body = json!({
        "entityType": "Group", "displayName": "Party", "mailNickname": "party",
        "onBehalfOfUserId": user_id().as_str(),
    });
    assert_eq!(body_sent(&server).await, body);
}

#[tokio::test]
async fn each_fault_of_a_name_is_told_by_its_kind() {
    let details = json!([
        { "target": "displayName", "code": "MissingPrefixSuffix", "prefix": "GRP_", "suffix": "_x" },
        { "target": "mailNickname", "code": "PropertyConflict" },
        { "target": "displayName", "code": "ContainsBlockedWord", "blockedWord": "payroll" },
        { "target": "displayName", "code": "InvalidLength" },
        { "code": "Unheard" },
    ]);
    let answer = graph_error(422, "Request_UnprocessableEntity", details);
    let server = serving("POST", "/directoryObjects/validateProperties", answer).await;

    let NameVerdict::Refused(faults) = verdict_on(&server).await.unwrap() else {
        panic!("the names were refused")
    };

    let reasons: Vec<_> = faults.into_iter().map(|fault| fault.reason).collect();
    assert_eq!(
        reasons,
        [
            NameReason::MissingPrefixSuffix {
                prefix: "GRP_".into(),
                suffix: "_x".into(),
                suggested: None
            },
            NameReason::PropertyConflict,
            NameReason::ContainsBlockedWord {
                word: Some("payroll".into())
            },
            NameReason::InvalidLength,
            NameReason::Other("Unheard".into()),
        ]
    );
}

#[tokio::test]
async fn a_check_that_fails_is_no_verdict() {
    for answer in [
        graph_error(400, "Request_BadRequest", json!([])),
        graph_error(422, "Request_UnprocessableEntity", json!(null)),
    ] {
        let server = serving("POST", "/directoryObjects/validateProperties", answer).await;
        assert!(verdict_on(&server).await.is_err());
    }
}

#[tokio::test]
async fn an_existing_group_checks_its_new_name_at_itself() {
    let address = format!("/groups/{GROUP}/validateProperties");
    let server = serving("POST", &address, ResponseTemplate::new(204)).await;
    let names = NameCheck {
        display_name: Some("Party".into()),
        ..NameCheck::default()
    };
    let group = client_of(&server).group(&group_id()).validate(&names).await;
    assert_eq!(group.unwrap(), NameVerdict::Valid);
    assert_eq!(body_sent(&server).await, json!({ "displayName": "Party" }));
}
