//! What an owner does to a group that is there: another name, another visibility, other owners, away with it and
//! back.

use serde_json::Value;
use tenure_tests::{Desk, Key, PracticeProgram, Window};

use crate::owner::{check_list, colleagues, make_group, members, sign_in, truth, until_members};

/// How often somebody clicks at something that moves.
const TRIES: usize = 5;

/// What people of these addresses are called.
async fn names_of(practice: &PracticeProgram, logins: &[String]) -> Vec<String> {
    let world = practice.control("world", None).await.unwrap();
    let users = world["users"].as_array().unwrap();
    let name = |login: &String| {
        let user = users
            .iter()
            .find(|user| user["userPrincipalName"] == login.as_str());
        user.unwrap()["displayName"].as_str().unwrap().to_owned()
    };
    logins.iter().map(name).collect()
}

async fn owners(practice: &PracticeProgram, name: &str) -> usize {
    let truth = truth(practice, name).await.unwrap();
    truth["owners"].as_array().unwrap().len()
}

/// Opens what can be done about somebody. Rows move while lists and drawers beside them change: a click that missed
/// is made again, as a person would.
async fn menu_of(window: &Window, person: &str) {
    let button = format!("What can be done about {person}");
    for _ in 0..TRIES {
        window.click(&button).await.unwrap();
        if window.opens_menu(&button).await.unwrap() {
            return;
        }
    }
    panic!("the menu of {person} does not open");
}

/// Saves what was changed in the settings.
async fn save(window: &Window) {
    window.shows("not saved").await.unwrap();
    window.click("Save").await.unwrap();
    window
        .until("all is saved", |text| !text.contains("not saved"))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_group_gets_another_name_and_only_members_see_it() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-changing").await.unwrap();
    let window = sign_in(&desk, &practice).await;
    let before = make_group(&window, &practice).await;
    let id = truth(&practice, before).await.unwrap()["id"].clone();

    window.tab("Settings").await.unwrap();
    window.fill("Name", "GRP Road trip").await.unwrap();
    save(&window).await;
    for visibility in ["Public", "Private"] {
        window.click(visibility).await.unwrap();
        save(&window).await;
    }

    let after = truth(&practice, "GRP Road trip").await.unwrap();
    assert_eq!(after["id"], id, "the same group");
    assert_eq!(after["visibility"], "Private");
    window.close().await.unwrap();
}

#[tokio::test]
async fn people_become_owners_and_leave_but_the_last_owner_stays() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-owners").await.unwrap();
    let window = sign_in(&desk, &practice).await;
    let name = make_group(&window, &practice).await;
    let world = practice.control("world", None).await.unwrap();
    let me = world["owner"].as_str().unwrap().to_owned();
    let people = colleagues(&practice, 3).await;
    let alone = members(&practice, name).await;
    check_list(&window, &people.join("; ")).await;
    window.click("Add 3 people").await.unwrap();
    until_members(&practice, name, alone + 3).await;
    // The drawer goes when the service has answered, and the rows become wider.
    window
        .until("the drawer is gone", |text| !text.contains("Add 3 people"))
        .await
        .unwrap();
    let [mine, second, third, ..] = &names_of(&practice, &[vec![me], people].concat()).await[..]
    else {
        panic!("four people");
    };

    menu_of(&window, mine).await;
    window
        .shows("If you leave, nobody can renew it.")
        .await
        .unwrap();
    window.press(Key::Escape).await.unwrap();
    menu_of(&window, second).await;
    window.click("Make owner").await.unwrap();
    window
        .shows(&format!("{second} made an owner of {name}"))
        .await
        .unwrap();
    menu_of(&window, third).await;
    window.click("Remove from the group").await.unwrap();
    window
        .shows(&format!("{third} removed from {name}"))
        .await
        .unwrap();

    assert_eq!(owners(&practice, name).await, 2);
    assert_eq!(members(&practice, name).await, alone + 2);
    window.close().await.unwrap();
}

/// Groups of the owner's that can be deleted, by names that no other group begins with.
async fn mine(practice: &PracticeProgram) -> Vec<String> {
    let world = practice.control("world", None).await.unwrap();
    let groups = world["groups"].as_array().unwrap();
    let name = |group: &Value| group["displayName"].as_str().unwrap().to_owned();
    let is_plain = |group: &&Value| {
        let alike = groups
            .iter()
            .filter(|other| name(other).contains(&name(group)))
            .count();
        group["owned"] == true
            && group["unified"] == true
            && alike == 1
            && group["dynamic"] == false
            && group["synced"] == false
            && name(group).is_ascii()
    };
    groups.iter().filter(is_plain).map(name).collect()
}

async fn lives(practice: &PracticeProgram, name: &str) -> bool {
    truth(practice, name).await.is_some()
}

async fn until_lives(practice: &PracticeProgram, name: &str) {
    let look = async {
        while !lives(practice, name).await {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    };
    let came = tokio::time::timeout(std::time::Duration::from_secs(60), look).await;
    assert!(came.is_ok(), "{name} is not back");
}

async fn search_for(window: &Window, name: &str) {
    window.click("Groups").await.unwrap();
    window.fill("Search your groups", name).await.unwrap();
    window.shows("1 of ").await.unwrap();
}

#[tokio::test]
async fn three_are_deleted_and_come_back_from_the_notice_and_from_deleted() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-deleting").await.unwrap();
    let window = sign_in(&desk, &practice).await;
    let names = mine(&practice).await;
    let [first, second, third, ..] = &names[..] else {
        panic!("three groups of {names:?}");
    };

    search_for(&window, third).await;
    window.click(&format!("Select {third}")).await.unwrap();
    // Until its bar is there, what begins with "Delete" is the way to the deleted groups.
    window.shows("1 selected").await.unwrap();
    window.click("Delete").await.unwrap();
    window.shows(&format!("{third} is deleted")).await.unwrap();
    assert!(!lives(&practice, third).await);
    window.click("Undo").await.unwrap();
    until_lives(&practice, third).await;

    for name in [first, second] {
        search_for(&window, name).await;
        window.click(&format!("Select {name}")).await.unwrap();
    }
    window.click("Delete\u{2026}").await.unwrap();
    window
        .shows("They can be brought back with all of it until")
        .await
        .unwrap();
    window.click("Delete 2 groups").await.unwrap();
    window.shows("2 deleted").await.unwrap();
    assert!(!lives(&practice, first).await && !lives(&practice, second).await);
    window.click("Deleted").await.unwrap();
    window.click(&format!("Bring back {first}")).await.unwrap();
    window.shows("On their way back").await.unwrap();
    until_lives(&practice, first).await;

    assert!(lives(&practice, third).await && !lives(&practice, second).await);
    window.close().await.unwrap();
}
