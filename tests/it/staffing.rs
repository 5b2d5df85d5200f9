//! A group is made and staffed in the real window, and a change of many goes on after the program was killed.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenure_tests::{Browser, Desk, PracticeProgram, Window};

use crate::signing_in::{accept, open_at};

/// Addresses of enabled people of the tenant, the owner left out.
async fn colleagues(practice: &PracticeProgram, how_many: usize) -> Vec<String> {
    let world = practice.control("world", None).await.unwrap();
    let users = world["users"].as_array().unwrap().iter();
    users
        .filter(|user| user["enabled"] == true && user["guest"] != true)
        .map(|user| user["userPrincipalName"].as_str().unwrap().to_owned())
        .filter(|login| *login != world["owner"].as_str().unwrap())
        .take(how_many)
        .collect()
}

/// The group of this name, as it truly is.
async fn truth(practice: &PracticeProgram, name: &str) -> Option<Value> {
    let world = practice.control("world", None).await.unwrap();
    let groups = world["groups"].as_array().unwrap();
    let group = groups.iter().find(|group| group["displayName"] == name)?;
    let id = group["id"].as_str().unwrap();
    Some(
        practice
            .control(&format!("groups/{id}"), None)
            .await
            .unwrap(),
    )
}

async fn members(practice: &PracticeProgram, name: &str) -> usize {
    let truth = truth(practice, name).await;
    truth.map_or(0, |truth| truth["members"].as_array().unwrap().len())
}

async fn until_members(practice: &PracticeProgram, name: &str, wanted: usize) {
    let look = async {
        while members(practice, name).await < wanted {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    };
    let came = tokio::time::timeout(std::time::Duration::from_secs(90), look).await;
    assert!(
        came.is_ok(),
        "{} of {wanted} are in",
        members(practice, name).await
    );
}

async fn sign_in(desk: &Desk, practice: &PracticeProgram) -> Window {
    let window = open_at(desk, practice).await;
    window
        .click("Also ask to renew groups and mark favorites")
        .await
        .unwrap();
    window.click("Sign in").await.unwrap();
    let browser = Browser::open().await.unwrap();
    accept(&browser, &desk.opened_address().await.unwrap()).await;
    browser.close().await.unwrap();
    window.click("Groups").await.unwrap();
    window.shows("I own").await.unwrap();
    window
}

/// Makes a group whose name the policy corrects, and opens its people.
async fn make_group(window: &Window, practice: &PracticeProgram) -> &'static str {
    let rule = json!({ "prefixSuffix": "GRP [GroupName]" });
    practice.control("policy", Some(rule)).await.unwrap();
    window.click("New group").await.unwrap();
    window.fill("Name", "Test drive").await.unwrap();
    window
        .click("Use \u{201c}GRP Test drive\u{201d}")
        .await
        .unwrap();
    window
        .shows("Name and alias would be accepted")
        .await
        .unwrap();
    window.click("Create").await.unwrap();
    window.click("Members").await.unwrap();
    "GRP Test drive"
}

async fn check_list(window: &Window, list: &str) {
    window.click("Add people").await.unwrap();
    window.fill("Paste addresses or names", list).await.unwrap();
    window.click("Check the list").await.unwrap();
}

#[tokio::test]
async fn a_group_is_made_by_the_policy_and_staffed_from_a_list() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-staffing", 90).await.unwrap();
    let window = sign_in(&desk, &practice).await;
    let name = make_group(&window, &practice).await;
    let people = colleagues(&practice, 45).await;
    let list = format!("{}; nobody@contoso-practice.example", people.join("; "));

    check_list(&window, &list).await;
    window.shows("45 ready").await.unwrap();
    window.shows("1 unknown").await.unwrap();
    let before = members(&practice, name).await;
    window.click("Add 45 people").await.unwrap();
    until_members(&practice, name, before + 45).await;

    window.close().await.unwrap();
}

#[tokio::test]
async fn a_change_of_many_goes_on_after_the_program_was_killed() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-killed", 420).await.unwrap();
    let window = sign_in(&desk, &practice).await;
    let name = make_group(&window, &practice).await;
    let people = colleagues(&practice, 300).await;
    check_list(&window, &people.join("; ")).await;
    window.shows("300 ready").await.unwrap();
    let slow = json!({
        "method": "PATCH", "path": "/groups/*", "times": 100,
        "action": { "kind": "slow", "milliseconds": 300 },
    });
    practice.control("faults", Some(slow)).await.unwrap();
    let before = members(&practice, name).await;
    window.click("Add 300 people").await.unwrap();
    until_members(&practice, name, before + 60).await;
    window.kill().await.unwrap();

    let window = open_at(&desk, &practice).await;
    window.click("Home").await.unwrap();
    window.click("Go on").await.unwrap();
    until_members(&practice, name, before + 300).await;

    let writes = practice.control("writes", None).await.unwrap();
    let added: Vec<&str> = writes["value"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|write| write["write"] == "updateGroup")
        .flat_map(|write| write["members"].as_array().into_iter().flatten())
        .filter_map(Value::as_str)
        .collect();
    let once: BTreeSet<&str> = added.iter().copied().collect();
    assert_eq!(
        (added.len(), once.len()),
        (300, 300),
        "everybody exactly once"
    );
    window.close().await.unwrap();
}
