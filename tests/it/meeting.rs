//! A group's calendar in the real window: a weekly event over the night on which clocks change, one of it moved,
//! all of it cancelled.

use std::time::Duration;

use serde_json::{Value, json};
use tenure_tests::{Desk, GROUPS, PracticeProgram, Window};

use crate::owner::sign_in;

/// How long a look is away from the next.
const GLANCE: Duration = Duration::from_millis(100);
/// How long the service and the window may take together for what is looked for.
const PATIENCE: Duration = Duration::from_secs(60);

/// The moments at which events of this subject begin in spring 2027, as the service says.
async fn starts(practice: &PracticeProgram, group: &str, subject: &str) -> Vec<String> {
    let path = format!(
        "/groups/{group}/calendarView?startDateTime=2027-03-01T00:00:00Z&endDateTime=2027-05-01T00:00:00Z&$top=200"
    );
    let answer = practice.graph(&path).await.unwrap();
    let mut starts: Vec<String> = answer["value"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["subject"] == subject)
        .map(|event| event["start"]["dateTime"].as_str().unwrap()[..16].to_owned())
        .collect();
    starts.sort();
    starts
}

async fn until_starts(practice: &PracticeProgram, group: &str, wanted: &[&str]) {
    let mut last = Vec::new();
    let look = async {
        loop {
            last = starts(practice, group, "Stand-up in spring").await;
            if last == wanted {
                return;
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    assert!(came.is_ok(), "{last:?} and not {wanted:?}");
}

/// Presses a key on the event of a day, in one breath with giving it the keys: the grid is drawn anew when the
/// service has answered. Says whether the event was there.
const PRESS: &str = "
const [subject, day, number, key, altKey] = arguments;
const events = [...document.querySelectorAll('[data-event]')].filter((each) => each.textContent.includes(subject));
const event = events.find((each) => each.closest(`[data-date='${day}']`)) ?? events[number];
event?.focus();
if (!event || document.activeElement !== event) return false;
event.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, altKey, bubbles: true, cancelable: true }));
return true;";

/// Presses a key on one of the events, with Alt or without.
async fn press(window: &Window, (day, number): (&str, usize), key: &str, alt: bool) {
    let subject = "Stand-up in spring";
    let look = async {
        loop {
            let arguments = json!([subject, day, number, key, alt]);
            let arguments = arguments.as_array().cloned().unwrap();
            if window.script(PRESS, arguments).await.unwrap() == json!(true) {
                return;
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    if came.is_err() {
        panic!("{day} is not there:\n{}", window.text().await.unwrap());
    }
}

#[tokio::test]
async fn a_weekly_event_keeps_its_hour_over_the_change_of_clocks_moves_once_and_is_cancelled() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-meeting", GROUPS, 60)
        .await
        .unwrap();
    let world = practice.control("world", None).await.unwrap();
    let group = world["groups"][0]["id"].as_str().unwrap().to_owned();
    let window = sign_in(&desk, &practice).await;
    window
        .go_to(&format!("#/groups/{group}/calendar"))
        .await
        .unwrap();

    window.click("New event").await.unwrap();
    window.fill("Subject", "Stand-up in spring").await.unwrap();
    window.put("First day", "2027-03-22").await.unwrap();
    window.put("Time it begins", "09:00").await.unwrap();
    window.put("Last day", "2027-03-22").await.unwrap();
    window.put("Time it ends", "09:30").await.unwrap();
    window.fill("Time zone", "").await.unwrap();
    window.types("Berlin").await.unwrap();
    window.click("Europe/Berlin").await.unwrap();
    window.put("Repeats", "weekly").await.unwrap();
    window.put("Until", "after").await.unwrap();
    window.fill("How often", "3").await.unwrap();
    window.click("Create").await.unwrap();
    window
        .shows("“Stand-up in spring” is in the calendar")
        .await
        .unwrap();
    // The notice goes after a while.
    window.click("Show").await.unwrap();
    // Nine o'clock in Berlin is eight of UTC before the last Sunday of March, and seven after.
    let made = ["2027-03-22T08:00", "2027-03-29T07:00", "2027-04-05T07:00"];
    until_starts(&practice, &group, &made).await;

    press(&window, ("2027-03-29", 1), "ArrowRight", true).await;
    window.shows("Enter moves it there").await.unwrap();
    press(&window, ("2027-03-30", 1), "Enter", false).await;
    window.click("Only this one").await.unwrap();
    window.click("Move").await.unwrap();
    let moved = ["2027-03-22T08:00", "2027-03-30T07:00", "2027-04-05T07:00"];
    until_starts(&practice, &group, &moved).await;

    press(&window, ("2027-03-22", 0), "Enter", false).await;
    window.click("Cancel event").await.unwrap();
    window.click("The whole series").await.unwrap();
    window
        .fill("Message to them", "Spring is over")
        .await
        .unwrap();
    let cancel = "[...document.querySelectorAll('[role=alertdialog] button')].find((each) => each.textContent === 'Cancel event').click()";
    window.script(cancel, vec![]).await.unwrap();
    until_starts(&practice, &group, &[]).await;
    let writes = practice.control("writes", None).await.unwrap();
    let told = |write: &Value| write.to_string().contains("Spring is over");
    assert!(writes["value"].as_array().unwrap().iter().any(told));
    window.close().await.unwrap();
}
