//! A group is made and staffed in the real window, and a change of many goes on after the program was killed.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenure_tests::{Desk, GROUPS, PracticeProgram};

use crate::owner::{check_list, colleagues, make_group, members, sign_in, until_members};
use crate::signing_in::open_at;

#[tokio::test]
async fn a_group_is_made_by_the_policy_and_staffed_from_a_list() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-staffing", GROUPS, 90)
        .await
        .unwrap();
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
    let practice = PracticeProgram::of("window-killed", GROUPS, 420)
        .await
        .unwrap();
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

/// A list as a spreadsheet saves it, with a line of every kind among those who are to be added.
struct Spreadsheet {
    text: String,
    ready: usize,
    guests: usize,
}

async fn spreadsheet(practice: &PracticeProgram) -> Spreadsheet {
    let world = practice.control("world", None).await.unwrap();
    let guest = |user: &&Value| user["guest"] == true && user["enabled"] == true;
    let users = world["users"].as_array().unwrap();
    let guests: Vec<&str> = users
        .iter()
        .filter(guest)
        .map(|user| user["userPrincipalName"].as_str().unwrap())
        .take(2)
        .collect();
    let colleagues = colleagues(practice, 1_000).await;
    let mut lines: Vec<String> = Vec::new();
    lines.push(format!("Sales;{};", world["owner"].as_str().unwrap()));
    lines.extend(guests.iter().map(|login| format!("Partners;{login};")));
    lines.push(format!(
        "Stock;{};",
        world["objects"][0]["id"].as_str().unwrap()
    ));
    lines.push("Sales;nobody@contoso-practice.example;\"Nobody, at all\"".into());
    lines.push(format!(
        "Sales;;{}",
        users[5]["displayName"].as_str().unwrap()
    ));
    lines.push(format!("Sales;{};again", colleagues[0].to_uppercase()));
    let ready = 1_000 - lines.len();
    for login in &colleagues[..ready] {
        lines.insert(0, format!("Sales;{login};"));
    }
    Spreadsheet {
        text: format!(
            "\u{feff}Department;E-Mail;Display Name\r\n{}",
            lines.join("\r\n")
        ),
        ready,
        guests: guests.len(),
    }
}

#[tokio::test]
async fn a_dropped_list_of_a_thousand_is_told_line_by_line_and_added() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-list", GROUPS, 1_200)
        .await
        .unwrap();
    let window = sign_in(&desk, &practice).await;
    let name = make_group(&window, &practice).await;
    let list = spreadsheet(&practice).await;
    window.find("button", "Add people").await.unwrap();

    window.drop_file("people.csv", &list.text).await.unwrap();
    window
        .shows(&format!("{} ready", list.ready))
        .await
        .unwrap();
    for told in [
        "1,000 lines",
        "1 already in",
        "2 guests",
        "1 not addable",
        "1 unknown",
        "1 unclear",
        "1 repeated",
    ] {
        window.shows(told).await.unwrap();
    }
    let before = members(&practice, name).await;
    let added = list.ready + list.guests;
    window.click(&format!("Add {added} people")).await.unwrap();
    until_members(&practice, name, before + added).await;
    window.shows(&format!("{added} added")).await.unwrap();

    assert_eq!(
        members(&practice, name).await,
        before + added,
        "nobody else"
    );
    window.close().await.unwrap();
}
