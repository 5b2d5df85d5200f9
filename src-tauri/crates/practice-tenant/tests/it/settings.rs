//! Settings and what they are made from: read, written whole, obeyed later, and planted.

use jiff::SignedDuration;
use practice_tenant::Advance;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, new_group, new_group_with, start};

const UNIFIED: &str = "62375ab9-6b52-47ed-826b-58e47e0e304b";
const GUEST: &str = "08d542b9-071f-4e16-94b0-74abb372e3d9";
const PASSWORDS: &str = "5cf42378-d67d-4f36-ba46-e8b86229381d";
const SETTINGS: &str = "/groupSettings";

fn minutes(minutes: i64) -> Advance {
    Advance::By(SignedDuration::from_mins(minutes))
}

impl Client {
    fn as_owner(&mut self) {
        self.token = self.practice.owner_token().to_owned();
    }

    fn as_administrator(&mut self) {
        self.token = self.practice.administrator_token().to_owned();
    }
}

/// The tenant's settings of a template.
async fn settings(client: &Client, template: &str) -> Option<Value> {
    let all = client.get(SETTINGS).await.value();
    all.into_iter()
        .find(|setting| setting["templateId"] == template)
}

/// The same values with some of them changed.
fn with(setting: &Value, changes: &[(&str, &str)]) -> Value {
    let mut values = setting["values"].clone();
    for (name, value) in changes {
        let mut all = values.as_array_mut().unwrap().iter_mut();
        all.find(|known| known["name"] == *name).unwrap()["value"] = json!(value);
    }
    values
}

/// All defaults of a template, as the client would send them.
async fn defaults(client: &Client, template: &str) -> Value {
    let path = format!("/groupSettingTemplates/{template}");
    let template = client.get(&path).await.json();
    let values = template["values"].as_array().unwrap().iter();
    values
        .map(|value| json!({"name": value["name"], "value": value["defaultValue"]}))
        .collect()
}

async fn write(client: &Client, changes: &[(&str, &str)]) -> Answer {
    let unified = settings(client, UNIFIED).await.unwrap();
    let path = format!("{SETTINGS}/{}", id(&unified));
    let values = with(&unified, changes);
    client.patch(&path, json!({ "values": values })).await
}

fn value(setting: &Value, name: &str) -> Value {
    let values = setting["values"].as_array().unwrap();
    let found = values.iter().find(|value| value["name"] == name);
    found.unwrap()["value"].clone()
}

#[tokio::test]
async fn all_templates_tell_types_defaults_and_meanings() {
    let client = start().await;
    let templates = client.get("/groupSettingTemplates").await.value();
    let name = |template: &Value| template["displayName"].as_str().unwrap().to_owned();
    let names: Vec<_> = templates.iter().map(name).collect();
    for expected in [
        "Group.Unified",
        "Group.Unified.Guest",
        "Application",
        "Password Rule Settings",
        "Consent Policy Settings",
        "Prohibited Names Restricted Settings",
    ] {
        assert!(names.iter().any(|name| name == expected), "{expected}");
    }
    for template in &templates {
        let one = format!("/groupSettingTemplates/{}", id(template));
        assert_eq!(client.get(&one).await.json()["values"], template["values"]);
        for value in template["values"].as_array().unwrap() {
            let told = ["name", "type", "defaultValue", "description"];
            assert!(told.iter().all(|property| value[property].is_string()));
        }
    }
    let none = "/groupSettingTemplates/11111111-1111-4111-8111-111111111111";
    assert_eq!(client.get(none).await.status, 404);
}

#[tokio::test]
async fn settings_show_at_once_and_are_obeyed_a_quarter_of_an_hour_later() {
    let mut client = start().await.administrator();
    let off = [
        ("EnableGroupCreation", "False"),
        ("PrefixSuffixNamingRequirement", "GRP [GroupName]"),
    ];
    let answer = write(&client, &off).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    let shown = settings(&client, UNIFIED).await.unwrap();
    assert_eq!(value(&shown, "EnableGroupCreation"), "False");
    client.as_owner();
    client.create("Chess", "chess").await;
    client.practice.advance(minutes(14)).unwrap();
    client.create("Go", "go").await;
    client.practice.advance(minutes(2)).unwrap();
    let create = client.send_json(Method::POST, "/groups", new_group("GRP Shogi", "GRPshogi"));
    assert_eq!(create.await.status, 403);
    client.as_administrator();
    client.create("Exempt", "exempt").await;
    write(&client, &[("EnableGroupCreation", "true")]).await;
    client.practice.advance(minutes(16)).unwrap();
    client.as_owner();
    let create = client.send_json(Method::POST, "/groups", new_group("Shogi", "shogi"));
    let details = create.await.json()["error"]["details"].clone();
    assert_eq!(details[0]["suggestedPropertyValue"], "GRP Shogi");
    client.create("GRP Shogi", "GRPshogi").await;
}

#[tokio::test]
async fn the_whole_set_is_demanded_with_values_of_the_types() {
    let client = start().await.administrator();
    let unified = settings(&client, UNIFIED).await.unwrap();
    let path = format!("{SETTINGS}/{}", id(&unified));
    let whole = unified["values"].clone();
    let mut part = whole.clone();
    part.as_array_mut().unwrap().pop();
    let mut twice = whole.clone();
    twice.as_array_mut().unwrap().push(whole[0].clone());
    let mut more = whole.clone();
    let unknown = json!({"name": "Paint", "value": "true"});
    more.as_array_mut().unwrap().push(unknown);
    let words = vec!["word"; 5_001].join(",");
    let changed = |name, value| with(&unified, &[(name, value)]);
    for values in [
        part,
        twice,
        more,
        json!([]),
        json!("values"),
        changed("EnableGroupCreation", "yes"),
        changed("EnableGroupCreation", ""),
        changed("GroupCreationAllowedGroupId", "some group"),
        changed("CustomBlockedWordsList", &words),
        changed("PrefixSuffixNamingRequirement", "GRP"),
        changed("PrefixSuffixNamingRequirement", "[GroupName] [GroupName]"),
        changed(
            "PrefixSuffixNamingRequirement",
            &format!("[GroupName]{}", "x".repeat(60)),
        ),
    ] {
        let body = json!({ "values": values });
        let refused = client.wrong_json(Method::PATCH, &path, body).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (400, "Request_BadRequest")
        );
    }
    let refused = client.wrong_json(Method::PATCH, &path, json!({})).await;
    assert_eq!(refused.status, 400);
    let most = vec!["word"; 5_000].join(",");
    let answer = write(&client, &[("CustomBlockedWordsList", &most)]).await;
    assert_eq!(answer.status, 204, "{}", answer.text);
}

#[tokio::test]
async fn settings_are_made_once_of_each_template_and_taken_away_again() {
    let client = start().await.administrator();
    let unified = settings(&client, UNIFIED).await.unwrap();
    let new = |template: &str, values: &Value| json!({"templateId": template, "values": values});
    let second = new(UNIFIED, &unified["values"]);
    let refused = client
        .send_json(Method::POST, SETTINGS, second.clone())
        .await;
    assert_eq!(refused.status, 400);
    let code = &refused.json()["error"]["details"][0]["code"];
    assert_eq!(code, "ConflictingObjects");

    let passwords = new(PASSWORDS, &defaults(&client, PASSWORDS).await);
    let made = client.send_json(Method::POST, SETTINGS, passwords).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let made = made.json();
    assert_eq!(made["displayName"], "Password Rule Settings");
    let path = format!("{SETTINGS}/{}", id(&made));
    let wrong = with(&made, &[("LockoutThreshold", "ten")]);
    let wrong = json!({ "values": wrong });
    let refused = client.wrong_json(Method::PATCH, &path, wrong).await;
    assert_eq!(refused.status, 400);

    let path = format!("{SETTINGS}/{}", id(&unified));
    assert_eq!(client.delete(&path).await.status, 204);
    assert_eq!(client.get(&path).await.status, 404);
    assert_eq!(client.delete(&path).await.status, 404);
    assert_eq!(client.get(SETTINGS).await.value().len(), 1);
    let again = client.send_json(Method::POST, SETTINGS, second).await;
    assert_ne!(id(&again.json()), id(&unified));
    let nonsense = new("11111111-1111-4111-8111-111111111111", &json!([]));
    let refused = client.wrong_json(Method::POST, SETTINGS, nonsense).await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn a_group_gets_settings_for_its_guests_that_hold_at_once() {
    let client = start().await.administrator();
    let group = client.create("Chess", "chess").await;
    let guests = client.people(|user| user["guest"] == true).await;
    let path = format!("/groups/{group}/settings");
    let closed =
        json!({"templateId": GUEST, "values": [{"name": "AllowToAddGuests", "value": "false"}]});
    let made = client.send_json(Method::POST, &path, closed.clone()).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(client.add(&group, "members", &guests[0]).await.status, 403);
    assert_eq!(
        client.send_json(Method::POST, &path, closed).await.status,
        400
    );
    let one = format!("{path}/{}", id(&made.json()));
    let open = json!({"values": [{"name": "AllowToAddGuests", "value": "True"}]});
    assert_eq!(client.patch(&one, open).await.status, 204);
    assert_eq!(client.add(&group, "members", &guests[0]).await.status, 204);
    assert_eq!(client.delete(&one).await.status, 204);
    assert!(client.get(&path).await.value().is_empty());
    let unified = defaults(&client, UNIFIED).await;
    let unified = json!({"templateId": UNIFIED, "values": unified});
    let refused = client.wrong_json(Method::POST, &path, unified).await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn what_no_template_has_is_kept_with_the_rest() {
    let client = start().await.administrator();
    let tomorrow =
        json!({"templateId": UNIFIED, "values": [{"name": "OfTomorrow", "value": "{}"}]});
    assert_eq!(client.control("/settings", tomorrow).await.status, 200);
    let answer = write(&client, &[("UsageGuidelinesUrl", "https://x.example")]).await;
    assert_eq!(answer.status, 204, "{}", answer.text);
    let unified = settings(&client, UNIFIED).await.unwrap();
    assert_eq!(value(&unified, "OfTomorrow"), "{}");
    let without: Value = unified["values"].as_array().unwrap()[..15].to_vec().into();
    let path = format!("{SETTINGS}/{}", id(&unified));
    let without = json!({ "values": without });
    assert_eq!(
        client
            .wrong_json(Method::PATCH, &path, without)
            .await
            .status,
        400
    );

    let nobodys = "11111111-1111-4111-8111-111111111111";
    let unknown = json!({"templateId": nobodys, "displayName": "Group.Tomorrow",
        "values": [{"name": "Colour", "value": "blue"}]});
    client.control("/settings", unknown).await;
    let unknown = settings(&client, nobodys).await.unwrap();
    let path = format!("{SETTINGS}/{}", id(&unknown));
    let red = json!({ "values": with(&unknown, &[("Colour", "red")]) });
    assert_eq!(client.patch(&path, red).await.status, 204);
    let newer = json!({"id": nobodys, "displayName": "Group.Tomorrow", "description": "",
        "values": [{"name": "Colour", "type": "System.Colour", "defaultValue": "blue", "description": ""}]});
    assert_eq!(client.control("/templates", newer).await.status, 204);
    let template = client
        .get(&format!("/groupSettingTemplates/{nobodys}"))
        .await;
    assert_eq!(template.json()["values"][0]["type"], "System.Colour");
}

#[tokio::test]
async fn every_attribute_of_the_creator_can_stand_in_a_name() {
    let client = start().await;
    let all = "[Department][Company][Office][StateOrProvince][CountryOrRegion][Title]";
    for pattern in [format!("{all}[GroupName][Colour]")] {
        let policy = json!({ "prefixSuffix": pattern });
        client.control("/policy", policy).await;
    }
    let check = json!({"entityType": "Group", "displayName": "Chess"});
    let path = "/directoryObjects/validateProperties";
    let refused = client.send_json(Method::POST, path, check).await.json();
    let told = &refused["error"]["details"][0];
    assert_eq!(
        told["prefix"],
        "ProgrammesContoso PracticeBeirutBeirutLebanonHead of programme"
    );
    assert_eq!(told["suffix"], "[Colour]", "unknown ones stay as they are");
}

#[tokio::test]
async fn a_name_with_all_that_belongs_to_it_has_sixty_three_characters_at_most() {
    let client = start().await;
    let policy = json!({"prefixSuffix": "GRP [GroupName]"});
    client.control("/policy", policy).await;
    let named = |length: usize| format!("GRP {}", "x".repeat(length - 4));
    let path = "/directoryObjects/validateProperties";
    let check = |name: String| json!({"entityType": "Group", "displayName": name});
    let fits = client.send_json(Method::POST, path, check(named(63)));
    assert_eq!(fits.await.status, 204);
    let longer = client.send_json(Method::POST, path, check(named(64)));
    let longer = longer.await.json();
    assert_eq!(longer["error"]["details"][0]["code"], "InvalidLength");
}

#[tokio::test]
async fn groups_are_classified_by_the_list_and_without_a_choice_by_the_default() {
    let mut client = start().await.administrator();
    let low_and_high = [
        ("ClassificationList", "Low, High"),
        ("DefaultClassification", "Low"),
    ];
    write(&client, &low_and_high).await;
    client.practice.advance(minutes(15)).unwrap();
    client.as_owner();
    let group = client.create("Chess", "chess").await;
    assert_eq!(client.truth(&group).await["classification"], "Low");
    let chosen = new_group_with(json!({"classification": "High"}));
    let chosen = client.send_json(Method::POST, "/groups", chosen).await;
    assert_eq!(chosen.json()["classification"], "High");
    let gone = new_group_with(json!({"mailNickname": "x", "classification": "Internal"}));
    let gone = client.wrong_json(Method::POST, "/groups", gone).await;
    assert_eq!(gone.status, 400);
}

#[tokio::test]
async fn guests_are_kept_out_of_what_groups_hold_where_the_tenant_says_so() {
    let client = start().await.administrator();
    let guests = client.people(|user| user["guest"] == true && user["enabled"] == true);
    let guest = guests.await.remove(0);
    let group = client.create("Chess", "chess").await;
    assert_eq!(client.add(&group, "members", &guest).await.status, 204);
    client.practice.advance(minutes(60)).unwrap();
    write(&client, &[("AllowGuestsToAccessGroups", "false")]).await;
    let path = format!("/groups/{group}/conversations");
    let client = client.signed_in(&guest, "User.Read Group.Read.All").await;
    assert_eq!(client.get(&path).await.status, 200);
    client.practice.advance(minutes(16)).unwrap();
    let client = client.signed_in(&guest, "User.Read Group.Read.All").await;
    assert_eq!(client.get(&path).await.status, 403);
}
