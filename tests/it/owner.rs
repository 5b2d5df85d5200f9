//! An owner at work in the real window: signed in through the browser, with the practice tenant's own word on
//! what is true.

use serde_json::{Value, json};
use tenure_tests::{Desk, PracticeProgram, Window};

/// Addresses of enabled people of the tenant, the owner left out.
pub(crate) async fn colleagues(practice: &PracticeProgram, how_many: usize) -> Vec<String> {
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
pub(crate) async fn truth(practice: &PracticeProgram, name: &str) -> Option<Value> {
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

/// How many are in the group.
pub(crate) async fn members(practice: &PracticeProgram, name: &str) -> usize {
    let truth = truth(practice, name).await;
    truth.map_or(0, |truth| truth["members"].as_array().unwrap().len())
}

/// Waits until so many are in.
pub(crate) async fn until_members(practice: &PracticeProgram, name: &str, wanted: usize) {
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

/// The owner, with the groups on the screen and the permission to change them.
pub(crate) async fn sign_in(desk: &Desk, practice: &PracticeProgram) -> Window {
    tenure_tests::sign_in(desk, practice).await.unwrap()
}

/// Makes a group whose name the policy corrects, and opens its people.
pub(crate) async fn make_group(window: &Window, practice: &PracticeProgram) -> &'static str {
    let rule = json!({ "prefixSuffix": "GRP [GroupName]" });
    practice.control("policy", Some(rule)).await.unwrap();
    create_corrected(window, "Test drive", "GRP Test drive").await;
    window.tab("Members").await.unwrap();
    "GRP Test drive"
}

/// Types a name that the rule refuses, takes the one that is offered instead, and creates the group.
pub(crate) async fn create_corrected(window: &Window, typed: &str, offered: &str) {
    window.click("New group").await.unwrap();
    window.fill("Name", typed).await.unwrap();
    window
        .click(&format!("Use \u{201c}{offered}\u{201d}"))
        .await
        .unwrap();
    window
        .shows("Name and alias would be accepted")
        .await
        .unwrap();
    window.click("Create").await.unwrap();
}

/// Has a pasted list of people checked.
pub(crate) async fn check_list(window: &Window, list: &str) {
    window.click("Add people").await.unwrap();
    window
        .paste("Paste addresses or names", list)
        .await
        .unwrap();
    window.click("Check the list").await.unwrap();
}
