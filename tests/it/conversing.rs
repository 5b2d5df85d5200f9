//! A group's conversations in the real window: begun, read, answered and deleted; and what was written when the
//! program died.

use std::time::Duration;

use tenure_tests::{Desk, GROUPS, PracticeProgram, Window};

use crate::owner::sign_in;
use crate::signing_in::open_at;

/// How long a look is away from the next.
const GLANCE: Duration = Duration::from_millis(100);
/// How long the service and the window may take together for what is looked for.
const PATIENCE: Duration = Duration::from_secs(60);

/// The first group of the tenant, which has some of everything.
async fn first_group(practice: &PracticeProgram) -> String {
    let world = practice.control("world", None).await.unwrap();
    world["groups"][0]["id"].as_str().unwrap().to_owned()
}

async fn open_conversations(window: &Window, group: &str) {
    let place = format!("#/groups/{group}/conversations");
    window.go_to(&place).await.unwrap();
    window.find("[role=option]", "").await.unwrap();
}

/// Waits until the frames show a text.
async fn framed(window: &Window, text: &str) {
    let look = async {
        while !window.framed().await.unwrap().contains(text) {
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    assert!(came.is_ok(), "no frame shows {text}");
}

/// Writes the text of what is being written, without formatting.
async fn write(window: &Window, text: &str) {
    window.click("Plain text").await.unwrap();
    window.fill("Text", text).await.unwrap();
}

#[tokio::test]
async fn a_conversation_is_begun_read_answered_with_a_file_and_deleted() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-conversing", GROUPS, 60)
        .await
        .unwrap();
    let window = sign_in(&desk, &practice).await;
    open_conversations(&window, &first_group(&practice).await).await;

    window.click("New conversation").await.unwrap();
    window.fill("Topic", "Summer party").await.unwrap();
    write(&window, "Who brings the cake?").await;
    window.click("Send").await.unwrap();
    window
        .until("it is delivered", |seen| {
            seen.contains("Summer party") && !seen.contains("Being delivered")
        })
        .await
        .unwrap();
    window.click("Summer party").await.unwrap();
    framed(&window, "Who brings the cake?").await;

    window.click("Reply").await.unwrap();
    write(&window, "I do, with cherries.").await;
    window.choose_file("cake.txt", "flour, eggs").await.unwrap();
    window.shows("cake.txt").await.unwrap();
    window.click("Send").await.unwrap();
    framed(&window, "I do, with cherries.").await;
    window.click("Save cake.txt").await.unwrap();
    window.shows("cake.txt saved").await.unwrap();

    window.click("More about this conversation").await.unwrap();
    window.click("Delete the conversation…").await.unwrap();
    window.shows("This can’t be undone").await.unwrap();
    window.click("Delete for good").await.unwrap();
    window.shows("“Summer party” deleted").await.unwrap();
    window
        .until("it is gone from the list", |seen| {
            seen.matches("Summer party").count() <= 1
        })
        .await
        .unwrap();
    window.close().await.unwrap();
}

#[tokio::test]
async fn what_was_being_written_when_the_program_died_is_there() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-drafts", GROUPS, 60)
        .await
        .unwrap();
    let group = first_group(&practice).await;
    let window = sign_in(&desk, &practice).await;
    open_conversations(&window, &group).await;
    window.click("New conversation").await.unwrap();
    window.fill("Topic", "Winter party").await.unwrap();
    write(&window, "Who brings the snow?").await;
    window.shows("Kept as a draft").await.unwrap();
    window.kill().await.unwrap();

    let window = open_at(&desk, &practice).await;
    window.click("Groups").await.unwrap();
    window.shows("I own").await.unwrap();
    open_conversations(&window, &group).await;
    window.click("Winter party").await.unwrap();
    let text = window.find("textarea", "Text").await.unwrap();
    let kept = text.prop("value").await.unwrap();
    assert_eq!(kept.as_deref(), Some("Who brings the snow?"));
    window.close().await.unwrap();
}
