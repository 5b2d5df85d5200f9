//! Settings that are made, changed and deleted, for the tenant and for one group.

use graph_client::ErrorKind;
use graph_client::models::{
    GroupSetting, GroupSettingId, GroupSettingTemplate, GroupSettingTemplateId, NewGroupSetting,
    SettingValue,
};
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use super::{GROUP, body_sent, client_of, graph_error, group_id, serving};

const SETTING: &str = "f0b2d6f5-097d-4177-91af-a24e530b53cc";

fn setting_id() -> GroupSettingId {
    GroupSettingId::parse(SETTING).unwrap()
}

fn wanted() -> NewGroupSetting {
    NewGroupSetting {
        template_id: GroupSettingTemplateId::parse(GroupSettingTemplate::UNIFIED_GUEST).unwrap(),
        values: vec![SettingValue {
            name: "AllowToAddGuests".to_owned(),
            value: Some("false".to_owned()),
        }],
    }
}

fn made() -> Value {
    json!({ "id": SETTING, "displayName": "Group.Unified.Guest",
        "templateId": GroupSettingTemplate::UNIFIED_GUEST,
        "values": [{ "name": "AllowToAddGuests", "value": "false" }] })
}

#[tokio::test]
async fn settings_are_made_from_a_template_for_the_tenant_and_for_one_group() {
    let sent = json!({ "templateId": GroupSettingTemplate::UNIFIED_GUEST,
        "values": [{ "name": "AllowToAddGuests", "value": "false" }] });
    let of_group = format!("/groups/{GROUP}/settings");
    for address in ["/groupSettings", of_group.as_str()] {
        let answer = ResponseTemplate::new(201).set_body_json(made());
        let server = serving("POST", address, answer).await;
        let client = client_of(&server);
        let created = match address {
            "/groupSettings" => client.group_settings().create(&wanted()).await,
            _ => client.group(&group_id()).create_setting(&wanted()).await,
        };
        let created = created.unwrap();
        assert_eq!(created.id, setting_id());
        assert_eq!(created.flag("AllowToAddGuests"), Some(false));
        assert_eq!(body_sent(&server).await, sent);
    }
}

#[tokio::test]
async fn the_whole_set_goes_back_with_what_is_not_known_in_it() {
    let values = json!([{ "name": "EnableGroupCreation", "value": "True" },
        { "name": "OfANewerTemplate", "value": "{\"a\": 1}" }, { "name": "Empty", "value": null }]);
    let answer =
        json!({ "id": SETTING, "templateId": GroupSettingTemplate::UNIFIED, "values": values });
    let read: GroupSetting = serde_json::from_value(answer).unwrap();
    let address = format!("/groupSettings/{SETTING}");
    let server = serving("PATCH", &address, ResponseTemplate::new(204)).await;
    let client = client_of(&server);
    let written = client.group_setting(&read.id).update(&read.values).await;
    assert!(written.is_ok());
    assert_eq!(body_sent(&server).await, json!({ "values": values }));
}

#[tokio::test]
async fn settings_are_read_and_deleted_where_they_belong() {
    let of_group = format!("/groups/{GROUP}/settings/{SETTING}");
    let of_tenant = format!("/groupSettings/{SETTING}");
    for address in [&of_group, &of_tenant] {
        let answer = ResponseTemplate::new(200).set_body_json(made());
        let server = serving("GET", address, answer).await;
        let client = client_of(&server);
        let setting = if *address == of_group {
            client.group(&group_id()).setting(&setting_id())
        } else {
            client.group_setting(&setting_id())
        };
        assert_eq!(setting.get().await.unwrap().id, setting_id());

        let server = serving("DELETE", address, ResponseTemplate::new(204)).await;
        let client = client_of(&server);
        let setting = if *address == of_group {
            client.group(&group_id()).setting(&setting_id())
        } else {
            client.group_setting(&setting_id())
        };
        assert!(setting.delete().await.is_ok());
    }
}

#[tokio::test]
async fn one_template_is_read_by_its_id() {
    let address = format!("/groupSettingTemplates/{}", GroupSettingTemplate::UNIFIED);
    let template = json!({ "id": GroupSettingTemplate::UNIFIED, "displayName": "Group.Unified",
        "values": [{ "name": "X", "type": "System.OfTomorrow", "defaultValue": null }] });
    let answer = ResponseTemplate::new(200).set_body_json(template);
    let server = serving("GET", &address, answer).await;
    let id = GroupSettingTemplateId::parse(GroupSettingTemplate::UNIFIED).unwrap();
    let client = client_of(&server);
    let template = client.group_settings().template(&id).await.unwrap();
    let kind = template.values[0].value_type.as_deref();
    assert_eq!(kind, Some("System.OfTomorrow"));
}

#[tokio::test]
async fn a_second_of_a_template_is_refused_and_not_sent_again() {
    let answer = graph_error(409, "Request_BadRequest", json!(null));
    let server = serving("POST", "/groupSettings", answer).await;
    let client = client_of(&server);
    let refused = client.group_settings().create(&wanted()).await;
    assert_eq!(refused.unwrap_err().kind(), &ErrorKind::Conflict);
}
