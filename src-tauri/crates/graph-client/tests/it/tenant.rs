//! The tenant's rules for groups, and teams.

use graph_client::ErrorKind;
use graph_client::models::GroupSettingTemplate;
use serde_json::json;
use wiremock::ResponseTemplate;

use super::{GROUP, body_sent, client_of, graph_error, group_id, serving};

#[tokio::test]
async fn settings_are_texts_that_are_read_as_what_they_mean() {
    let settings = json!({ "value": [{
        "id": "s", "displayName": "Group.Unified",
        "templateId": GroupSettingTemplate::UNIFIED.to_uppercase(),
        "values": [
            { "name": "EnableGroupCreation", "value": "False" },
            { "name": "ClassificationList", "value": "Low,High" },
            { "name": "DefaultClassification", "value": null },
        ],
    }] });
    let answer = ResponseTemplate::new(200).set_body_json(settings);
    let server = serving("GET", "/groupSettings", answer).await;

    let settings = client_of(&server).group_settings().list().await.unwrap();

    assert!(settings[0].is_of(GroupSettingTemplate::UNIFIED));
    assert_eq!(settings[0].flag("EnableGroupCreation"), Some(false));
    assert_eq!(settings[0].value("ClassificationList"), Some("Low,High"));
    assert_eq!(settings[0].value("DefaultClassification"), None);
}

#[tokio::test]
async fn templates_tell_what_holds_where_nothing_is_set() {
    let templates = json!({ "value": [{
        "id": GroupSettingTemplate::UNIFIED, "displayName": "Group.Unified",
        "values": [{ "name": "AllowToAddGuests", "type": "System.Boolean", "defaultValue": "true" }],
    }] });
    let answer = ResponseTemplate::new(200).set_body_json(templates);
    let server = serving("GET", "/groupSettingTemplates", answer).await;

    let settings = client_of(&server);
    let templates = settings.group_settings().templates().await.unwrap();

    assert!(templates[0].is(GroupSettingTemplate::UNIFIED));
    assert_eq!(templates[0].default_flag("AllowToAddGuests"), Some(true));
}

#[tokio::test]
async fn a_groups_own_settings_are_read_at_the_group() {
    let answer = ResponseTemplate::new(200).set_body_json(json!({ "value": [] }));
    let server = serving("GET", &format!("/groups/{GROUP}/settings"), answer).await;
    let settings = client_of(&server).group(&group_id()).settings().await;
    assert!(settings.unwrap().is_empty());
}

#[tokio::test]
async fn a_group_gets_a_team_of_its_own_id() {
    let team = json!({ "id": GROUP, "webUrl": "https://teams.example/x", "isArchived": null });
    let answer = ResponseTemplate::new(201).set_body_json(team.clone());
    let server = serving("PUT", &format!("/groups/{GROUP}/team"), answer).await;
    let client = client_of(&server);
    let made = client.group(&group_id()).enable_team().await.unwrap();
    assert_eq!(made.id, group_id());
    assert_eq!(body_sent(&server).await, json!({}));

    let answer = ResponseTemplate::new(200).set_body_json(team);
    let server = serving("GET", &format!("/teams/{GROUP}"), answer).await;
    assert_eq!(
        client_of(&server).team(&group_id()).get().await.unwrap(),
        made
    );
}

#[tokio::test]
async fn a_team_that_is_there_already_is_told_from_a_group_that_is_too_young() {
    for (status, kind) in [(409, ErrorKind::Conflict), (404, ErrorKind::NotFound)] {
        let answer = graph_error(status, "", json!(null));
        let server = serving("PUT", &format!("/groups/{GROUP}/team"), answer).await;
        let client = client_of(&server);
        let error = client.group(&group_id()).enable_team().await.unwrap_err();
        assert_eq!(error.kind(), &kind);
    }
}
