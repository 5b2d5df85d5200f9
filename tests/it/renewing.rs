//! The renewals desk in the real window: decided by keys, many at once, after a kill, and as time goes by.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tenure_tests::{Desk, GROUPS, Key, PracticeProgram, Window};

use crate::owner::{sign_in, truth};
use crate::signing_in::open_at;

/// The name of the group that is selected in the queue.
const SELECTED: &str = "return document.querySelector('[role=row][aria-selected=true] [dir=auto][title]')?.title ?? null";
/// How many groups the button that renews all of them speaks of.
const SHOWN: &str = "
if (!document.body.innerText.includes('groups shown: \u{201c}' + arguments[0] + '\u{201d}')) return null;
const button = [...document.querySelectorAll('button')].find((each) => /^Renew all [\\d,.]+ shown$/.test(each.textContent));
return button ? Number(button.textContent.replace(/\\D/g, '')) : null";
/// The name of the dialog that the keys go to, if they go to one.
const ASKING: &str =
    "return document.activeElement?.closest('[role=dialog]')?.getAttribute('aria-label') ?? null";
/// How long a look is away from the next.
const GLANCE: Duration = Duration::from_millis(100);
/// How long the service and the window may take together for what is looked for.
const PATIENCE: Duration = Duration::from_secs(90);

/// An owner at the desk.
async fn at_desk(desk: &Desk, practice: &PracticeProgram) -> Window {
    let window = sign_in(desk, practice).await;
    window.click("Renewals").await.unwrap();
    window.shows("in the next 30 days").await.unwrap();
    selected_but(&window, "").await;
    window
}

/// The group that is selected, once it is another than `before`.
async fn selected_but(window: &Window, before: &str) -> String {
    let look = async {
        loop {
            match window.script(SELECTED, vec![]).await.unwrap().as_str() {
                Some(name) if name != before => return name.to_owned(),
                _ => tokio::time::sleep(GLANCE).await,
            }
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    came.unwrap_or_else(|_| panic!("{before} stays selected"))
}

/// The dialog of this name has the keys: the desk's own buttons have the same words, and are there before it.
async fn asked(window: &Window, name: &str) {
    let look = async {
        while window.script(ASKING, vec![]).await.unwrap() != json!(name) {
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    assert!(came.is_ok(), "\"{name}\" is not asked");
}

/// Ids of the groups that were renewed, one for each effective renewal.
async fn renewals(practice: &PracticeProgram) -> Vec<String> {
    let writes = practice.control("writes", None).await.unwrap();
    let writes = writes["value"].as_array().unwrap().iter();
    writes
        .filter(|write| write["write"] == "renew")
        .map(|write| write["group"].as_str().unwrap().to_owned())
        .collect()
}

async fn until_renewals(practice: &PracticeProgram, wanted: usize) {
    let look = async {
        while renewals(practice).await.len() < wanted {
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    assert!(
        came.is_ok(),
        "{} of {wanted} are renewed",
        renewals(practice).await.len()
    );
}

/// Every one of so many groups was renewed exactly once.
async fn each_once(practice: &PracticeProgram, wanted: usize) {
    let all = renewals(practice).await;
    let once: BTreeSet<&String> = all.iter().collect();
    assert_eq!((all.len(), once.len()), (wanted, wanted));
}

/// Narrows the queue to the groups whose names have `text`, and says how many can be renewed.
async fn narrow(window: &Window, text: &str) -> usize {
    window.fill("Search your renewals", text).await.unwrap();
    // All are shown until the words have taken effect.
    let look = async {
        loop {
            match window
                .script(SHOWN, vec![json!(text)])
                .await
                .unwrap()
                .as_u64()
            {
                Some(shown) => return usize::try_from(shown).unwrap(),
                None => tokio::time::sleep(GLANCE).await,
            }
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    came.expect("a button that renews all")
}

/// Clicks a group in the queue until it is the one that is selected: rows move while groups are being read.
async fn select(window: &Window, name: &str) {
    let look = async {
        loop {
            window.click(name).await.unwrap();
            if window.script(SELECTED, vec![]).await.unwrap() == json!(name) {
                return;
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    assert!(came.is_ok(), "{name} is not selected");
}

/// Renews all that is shown, by the plan.
async fn renew_all(window: &Window, count: usize) {
    window
        .click(&format!("Renew all {count} shown"))
        .await
        .unwrap();
    window.shows("Nothing has been written yet.").await.unwrap();
    window
        .click(&format!("Renew {count} groups"))
        .await
        .unwrap();
}

#[tokio::test]
async fn ten_groups_are_decided_by_keys_alone() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-triage", 60, 60).await.unwrap();
    let window = at_desk(&desk, &practice).await;

    let mut name = selected_but(&window, "").await;
    let mut decided = BTreeSet::new();
    for decision in ["r", "r", "r", "r", "r", "r", "t", "l", "t", "l"] {
        // What is over tomorrow cannot be put off: further down there is time.
        if decided.len() == 6 {
            for _ in 0..12 {
                window.types("j").await.unwrap();
                name = selected_but(&window, &name).await;
            }
        }
        decided.insert(name.clone());
        window.types(decision).await.unwrap();
        match decision {
            "t" => {
                asked(&window, "Decide later").await;
                window.press(Key::Enter).await.unwrap();
                window
                    .shows(&format!("{name} comes back on"))
                    .await
                    .unwrap();
            }
            "l" => {
                asked(&window, "Let it expire").await;
                window.types("quiet").await.unwrap();
                window.press(Key::Enter).await.unwrap();
                window
                    .shows(&format!("{name} may expire on"))
                    .await
                    .unwrap();
            }
            _ => {}
        }
        name = selected_but(&window, &name).await;
    }

    until_renewals(&practice, 6).await;
    each_once(&practice, 6).await;
    assert_eq!(decided.len(), 10, "another one after every decision");
    window.shows("4 decided").await.unwrap();
    window.close().await.unwrap();
}

#[tokio::test]
async fn many_are_renewed_by_a_filter_though_the_service_is_busy() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-many", 300, 60).await.unwrap();
    let window = at_desk(&desk, &practice).await;
    let count = narrow(&window, "e").await;
    assert!(count >= 120, "{count} groups");
    // Three of ten, each for itself and inside its batch.
    let busy = json!({
        "method": "POST", "path": "/groups/*/renew", "inBatch": true, "times": count * 3 / 10,
        "action": { "kind": "status", "status": 429, "retryAfter": 1 },
    });
    practice.control("faults", Some(busy)).await.unwrap();

    renew_all(&window, count).await;

    until_renewals(&practice, count).await;
    window.shows(&format!("{count} renewed")).await.unwrap();
    each_once(&practice, count).await;
    window.close().await.unwrap();
}

#[tokio::test]
async fn a_renewal_of_many_goes_on_after_the_program_was_killed() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-renewal-killed", 300, 60)
        .await
        .unwrap();
    let window = at_desk(&desk, &practice).await;
    let count = narrow(&window, "e").await;
    let slow = json!({
        "method": "POST", "path": "/groups/*/renew", "inBatch": true, "times": 400,
        "action": { "kind": "slow", "milliseconds": 100 },
    });
    practice.control("faults", Some(slow)).await.unwrap();
    renew_all(&window, count).await;
    until_renewals(&practice, 30).await;
    window.kill().await.unwrap();
    assert!(renewals(&practice).await.len() < count, "killed on the way");

    let window = open_at(&desk, &practice).await;
    window.click("Home").await.unwrap();
    window.click("Go on").await.unwrap();

    until_renewals(&practice, count).await;
    window
        .until("the job is over", |text| !text.contains("Go on"))
        .await
        .unwrap();
    each_once(&practice, count).await;
    window.close().await.unwrap();
}

/// Renews all of the owner's groups at a service that takes its time, and leaves that to the background at once.
const RENEW_BEHIND: &str = "
const done = arguments[arguments.length - 1];
const ask = (name, request) => window.__TAURI_INTERNALS__.invoke(name, { request });
const renewed = async () => {
  await ask('practice_conditions', { conditions: 'slow' });
  const { groups } = await ask('groups_list', null);
  const groupIds = groups.filter(({ owned, expires }) => owned && expires).map(({ id }) => id);
  const { planId } = await ask('plan_make', { kind: 'renewGroups', groupIds });
  await ask('plan_run', { planId });
  await ask('window_close', { choice: 'background' });
  return groupIds.length;
};
renewed().then(done, (error) => done(JSON.stringify(error)));";

#[tokio::test]
async fn what_was_left_to_the_background_is_finished_and_then_the_application_ends() {
    let desk = Desk::new().await.unwrap();
    let practising = [
        "--practice",
        "--view",
        "renewals",
        "--practice-groups",
        "300",
    ];
    let window = Window::open(&desk, &practising).await.unwrap();
    window.shows("in the next 30 days").await.unwrap();

    let count = window.script_async(RENEW_BEHIND).await.unwrap();
    window.ends().await.unwrap();

    let window = Window::open(&desk, &["--view", "activity"]).await.unwrap();
    window.shows(&format!("{count} renewed")).await.unwrap();
    window.close().await.unwrap();
}

/// A group that nobody uses any more: its id, its name, and when it expires.
struct Quiet {
    id: String,
    name: String,
    expires: Timestamp,
}

/// A group with a name of its own that has between twelve and sixty days.
async fn quiet_one(practice: &PracticeProgram) -> Quiet {
    let world = practice.control("world", None).await.unwrap();
    let status = practice.control("status", None).await.unwrap();
    let now: Timestamp = status["now"].as_str().unwrap().parse().unwrap();
    let groups = world["groups"].as_array().unwrap();
    let name = |group: &Value| group["displayName"].as_str().unwrap().to_owned();
    let found = groups.iter().find_map(|group| {
        let alike = groups
            .iter()
            .filter(|other| name(other).contains(&name(group)));
        let expires: Timestamp = group["expires"].as_str()?.parse().ok()?;
        let days = expires.duration_since(now).as_hours() / 24;
        let fits = group["owned"] == true && (12..60).contains(&days) && alike.count() == 1;
        fits.then(|| Quiet {
            id: group["id"].as_str().unwrap().to_owned(),
            name: name(group),
            expires,
        })
    });
    let found = found.expect("a group that expires soon");
    let unused = json!({ "group": found.id, "inUse": false });
    practice.control("activity", Some(unused)).await.unwrap();
    found
}

/// Moves the clock so that the group has so many days left, and has the window look again.
async fn days_before(window: &Window, practice: &PracticeProgram, group: &Quiet, days: i64) {
    let at = group.expires - SignedDuration::from_hours(days * 24);
    let clock = json!({ "at": at.to_string() });
    practice.control("clock", Some(clock)).await.unwrap();
    // While groups are being read, nobody can have them read again.
    window
        .until("nothing is being read", |text| !text.contains("refreshing"))
        .await
        .unwrap();
    window.click("Refresh").await.unwrap();
}

#[tokio::test]
async fn one_that_may_expire_is_warned_of_and_comes_back_after_it_was_deleted() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-expiring", GROUPS, 60)
        .await
        .unwrap();
    let group = quiet_one(&practice).await;
    let window = at_desk(&desk, &practice).await;
    window
        .fill("Search your renewals", &group.name)
        .await
        .unwrap();
    window.shows("1 group shown").await.unwrap();
    window.press(Key::Enter).await.unwrap();
    select(&window, &group.name).await;

    window.types("l").await.unwrap();
    asked(&window, "Let it expire").await;
    window.types("its work is done").await.unwrap();
    window.press(Key::Enter).await.unwrap();
    window.shows("1 decided").await.unwrap();
    days_before(&window, &practice, &group, 5).await;
    window.shows("Last warning").await.unwrap();

    days_before(&window, &practice, &group, -2).await;
    window.shows("days to restore").await.unwrap();
    assert_eq!(truth(&practice, &group.name).await, None, "it is deleted");
    select(&window, &group.name).await;
    window.types("b").await.unwrap();
    let back = async {
        while truth(&practice, &group.name).await.is_none() {
            tokio::time::sleep(GLANCE).await;
        }
    };
    tokio::time::timeout(PATIENCE, back)
        .await
        .expect("it is back");
    window.close().await.unwrap();
}
