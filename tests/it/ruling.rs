//! What the tenant decides about its groups, in the real window: read and explained for an owner; changed, with a look
//! at what it comes to, by somebody with the role.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};
use tenure_tests::{Browser, Desk, GROUPS, PracticeProgram, Window, accept};

use crate::owner::{create_corrected, sign_in, truth};

/// How long a look is away from the next.
const GLANCE: Duration = Duration::from_millis(100);
/// How long the service and the window may take together for what is looked for.
const PATIENCE: Duration = Duration::from_secs(120);
/// How many groups are selected, and for how long they live.
const SELECTED: usize = 30;
const LIFETIME_DAYS: i64 = 30;

/// Ticks groups of the drawer that are in view, until there are so many, and leaves out those that share their name
/// with another; says which. The next ones come into view then.
const TICK: &str = "
const done = arguments[arguments.length - 1];
const shared = SHARED;
const boxes = () => [...document.querySelectorAll('[role=dialog] [role=grid] input[type=checkbox]')];
const name = (box) => box.getAttribute('aria-label').replace('Select ', '');
const next = () => boxes().find((box) => !box.checked && !shared.includes(name(box)));
const drawn = () => new Promise((resolve) => setTimeout(resolve));
const tick = async () => {
  const ticked = [];
  for (let box = next(); box && ticked.length < WANTED; box = next()) {
    ticked.push(name(box));
    box.click();
    await drawn();
  }
  boxes().at(-1)?.scrollIntoView({ block: 'center' });
  return ticked;
};
tick().then(done, (error) => done(String(error)));";

/// What selecting these groups would come to, as the window asks for it.
const WHAT_IF: &str = "
const done = arguments[arguments.length - 1];
const ask = (name, request) => window.__TAURI_INTERNALS__.invoke(name, { request });
const rows = async () => {
  const expiration = { lifetimeDays: DAYS, managed: 'selected', notificationEmails: [] };
  const { id } = await ask('policy_what_if', { expiration, select: IDS, unselect: [] });
  const page = { id, filter: 'firstTime', text: '', sort: 'name', descending: false };
  return (await ask('policy_what_if_rows', { ...page, offset: 0, limit: 500 })).rows;
};
rows().then((rows) => done(JSON.stringify(rows)), (error) => done(JSON.stringify(error)));";

/// Everything about the tenant's groups, by their ids.
async fn truths(practice: &PracticeProgram) -> BTreeMap<String, Value> {
    let world = practice.control("world", None).await.unwrap();
    let mut truths = BTreeMap::new();
    for group in world["groups"].as_array().unwrap() {
        let id = group["id"].as_str().unwrap();
        let truth = practice.control(&format!("groups/{id}"), None).await;
        truths.insert(id.to_owned(), truth.unwrap());
    }
    truths
}

/// Waits until something came about, which `look` tells.
async fn until(what: &str, mut look: impl AsyncFnMut() -> bool) {
    let looked = async {
        while !look().await {
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, looked).await;
    assert!(came.is_ok(), "it did not come about that {what}");
}

/// The tenant's naming rule.
async fn rule(practice: &PracticeProgram) -> String {
    let settings = practice.graph("/groupSettings").await.unwrap();
    let values = settings["value"][0]["values"].as_array().unwrap();
    let named = |value: &&Value| value["name"] == "PrefixSuffixNamingRequirement";
    let value = values.iter().find(named).unwrap();
    value["value"].as_str().unwrap().to_owned()
}

async fn until_rule(practice: &PracticeProgram, wanted: &str) {
    let is_so = async || rule(practice).await == wanted;
    until(&format!("the rule is {wanted:?}"), is_so).await;
}

/// Holds a role, and asks for the permission that goes with it.
async fn become_administrator(desk: &Desk, practice: &PracticeProgram, window: &Window) {
    let world = practice.control("world", None).await.unwrap();
    let role = json!({ "person": world["owner"], "role": "groups", "held": true });
    practice.control("roles", Some(role)).await.unwrap();
    let at_once = json!({ "settingsSeconds": 0, "indexLagSeconds": 0 });
    practice.control("behavior", Some(at_once)).await.unwrap();

    let before = desk.opened_address().await.unwrap();
    window.go_to("#/settings").await.unwrap();
    window
        .click("Ask to change the tenant's policies")
        .await
        .unwrap();
    let mut address = before.clone();
    until("the browser is asked for", async || {
        address = desk.opened_address().await.unwrap();
        address != before
    })
    .await;
    let browser = Browser::open().await.unwrap();
    accept(&browser, &address).await.unwrap();
    browser.close().await.unwrap();
    window
        .shows("You can now change the tenant's policies")
        .await
        .unwrap();
}

/// Looks at what would be changed, and saves it.
async fn save(window: &Window, question: &str) {
    window.click("Look and save").await.unwrap();
    window.shows(question).await.unwrap();
    window.click("Save").await.unwrap();
}

#[tokio::test]
async fn an_owner_reads_the_rules_and_finds_out_why_a_name_is_refused() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-rules").await.unwrap();
    let decided = json!({ "prefixSuffix": "GRP [GroupName]", "blockedWords": ["payroll"] });
    practice.control("policy", Some(decided)).await.unwrap();
    let window = sign_in(&desk, &practice).await;

    window.click("Policies").await.unwrap();
    window
        .shows("Most likely nobody renewed it for 180 days")
        .await
        .unwrap();
    window.fill("Try a name", "Payroll").await.unwrap();
    window.shows("GRP Payroll").await.unwrap();
    window.shows("blocks the word").await.unwrap();
    for area in ["expiration", "naming", "creation", "guests", "templates"] {
        window.go_to(&format!("#/policies/{area}")).await.unwrap();
        // Without the permission the roles are named as well.
        let named =
            |seen: &str| seen.contains("Who can change it") || seen.contains("one of these roles");
        window.until("the roles are named", named).await.unwrap();
    }
    window.close().await.unwrap();
}

/// Ticks so many groups, each by a name that only it has, and gives their ids.
async fn select(
    window: &Window,
    truths: &BTreeMap<String, Value>,
    how_many: usize,
) -> BTreeSet<String> {
    let name = |id: &String| truths[id]["displayName"].as_str().unwrap();
    let bearers =
        |wanted: &str| -> Vec<&String> { truths.keys().filter(|id| name(id) == wanted).collect() };
    let names: BTreeSet<&str> = truths.keys().map(name).collect();
    let shared: Vec<&str> = names
        .into_iter()
        .filter(|name| bearers(name).len() > 1)
        .collect();
    window.click("Choose groups").await.unwrap();
    let mut ids = BTreeSet::new();
    until("so many are ticked", async || {
        let script = TICK
            .replace("SHARED", &json!(shared).to_string())
            .replace("WANTED", &(how_many - ids.len()).to_string());
        let ticked = window.script_async(&script).await.unwrap();
        let ticked: Vec<String> = serde_json::from_value(ticked).unwrap();
        ids.extend(ticked.iter().flat_map(|name| bearers(name)).cloned());
        ids.len() == how_many
    })
    .await;
    let all = format!("{how_many} of 500 selected");
    window.shows(&all).await.unwrap();
    window.click("Done").await.unwrap();
    ids
}

/// The groups that would begin to expire, as the window reckons it.
async fn what_if(window: &Window, ids: &BTreeSet<String>) -> Vec<Value> {
    let script = WHAT_IF
        .replace("DAYS", &LIFETIME_DAYS.to_string())
        .replace("IDS", &json!(ids).to_string());
    let rows = window.script_async(&script).await.unwrap();
    serde_json::from_str(rows.as_str().unwrap()).unwrap()
}

/// Takes away the policy that there is.
async fn let_nothing_expire(window: &Window) {
    window.go_to("#/policies/expiration").await.unwrap();
    window.click("Remove the policy\u{2026}").await.unwrap();
    window.shows("Let no group expire any more?").await.unwrap();
    window.click("Remove the policy").await.unwrap();
    window.shows("There is no expiration policy").await.unwrap();
}

/// Those of `rows` that are deleted by `now`.
fn due(rows: &[Value], now: Timestamp) -> BTreeSet<&str> {
    let is_due = |row: &&Value| {
        let deleted = row["deleted"].as_str().map(str::parse::<Timestamp>);
        deleted.is_some_and(|deleted| deleted.unwrap() <= now)
    };
    rows.iter()
        .filter(is_due)
        .map(|row| row["groupId"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn an_administrator_sets_a_lifetime_and_exactly_those_expire_that_were_named() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-ruling", GROUPS * 2, 60)
        .await
        .unwrap();
    let window = sign_in(&desk, &practice).await;
    become_administrator(&desk, &practice, &window).await;
    let_nothing_expire(&window).await;

    window.click("Set how long groups live").await.unwrap();
    window.click("Selected groups").await.unwrap();
    let days = LIFETIME_DAYS.to_string();
    window.fill("Lifetime", &days).await.unwrap();
    let before = truths(&practice).await;
    let selected = select(&window, &before, SELECTED).await;
    window
        .shows("30 groups will expire for the first time")
        .await
        .unwrap();
    let named = what_if(&window, &selected).await;
    assert_eq!(named.len(), SELECTED);
    save(&window, "Change how long groups live?").await;
    // What was saved of the two steps is no longer among what is not.
    window
        .shows("1 change 30 groups to be selected")
        .await
        .unwrap();
    save(&window, "Let 30 more groups expire?").await;
    window
        .shows("Selected groups live 30 days: 30 of")
        .await
        .unwrap();

    let before = truths(&practice).await;
    let month = json!({ "advanceSeconds": 36 * 86_400 });
    practice.control("clock", Some(month)).await.unwrap();
    let now = practice.control("status", None).await.unwrap();
    let now: Timestamp = now["now"].as_str().unwrap().parse().unwrap();
    let after = truths(&practice).await;
    // Who was deleted long enough ago is not even listed any more.
    let lives = |truth: Option<&Value>| truth.is_some_and(|truth| truth["life"] == "live");
    let deleted: BTreeSet<&str> = before
        .iter()
        .filter(|(id, truth)| lives(Some(truth)) && !lives(after.get(*id)))
        .map(|(id, _)| id.as_str())
        .collect();
    // What is in use is renewed by the service, which the what-if says of itself.
    let is_renewed = |id: &str| {
        let after = after.get(id);
        after.is_some_and(|after| after["renewed"] != before[id]["renewed"])
    };
    let mut due = due(&named, now);
    due.retain(|id| !is_renewed(id));
    assert!(!due.is_empty(), "some are older than a month");
    assert_eq!(deleted, due);
    window.close().await.unwrap();
}

#[tokio::test]
async fn a_naming_rule_is_set_obeyed_and_undone() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-naming").await.unwrap();
    let before = rule(&practice).await;
    let window = sign_in(&desk, &practice).await;
    become_administrator(&desk, &practice, &window).await;

    window.go_to("#/policies/naming").await.unwrap();
    window
        .fill("The same as text", "TEAM [GroupName]")
        .await
        .unwrap();
    window.shows("TEAM Hiring Loop").await.unwrap();
    save(&window, "Change what groups have to be called?").await;
    until_rule(&practice, "TEAM [GroupName]").await;

    window.click("Groups").await.unwrap();
    create_corrected(&window, "Test drive", "TEAM Test drive").await;
    until("the group is there", async || {
        truth(&practice, "TEAM Test drive").await.is_some()
    })
    .await;

    window.go_to("#/activity").await.unwrap();
    window.click("Undo: Settings").await.unwrap();
    until_rule(&practice, &before).await;
    window.go_to("#/groups/new").await.unwrap();
    window.fill("Name", "Another drive").await.unwrap();
    window
        .shows("Name and alias would be accepted")
        .await
        .unwrap();
    window.close().await.unwrap();
}
