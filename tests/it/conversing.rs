//! A group's conversations in the real window: begun, read, answered and deleted; what was written when the
//! program died; and what strangers write to break out of their frame.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use tenure_tests::{Desk, GROUPS, PracticeProgram, Window};
use tokio::net::TcpListener;

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
    let shown = window.text().await.unwrap();
    assert!(
        came.is_ok(),
        "no frame shows {text}; the window shows:\n{shown}"
    );
}

/// Writes the text of what is being written, without formatting.
async fn write(window: &Window, text: &str) {
    window.click("Plain text").await.unwrap();
    // The editor that makes room for it has the same name.
    window.find("textarea", "Text").await.unwrap();
    window.fill("Text", text).await.unwrap();
}

/// What is kept of everything that is being written.
const KEPT: &str = "
const done = arguments[arguments.length - 1];
window.__TAURI_INTERNALS__.invoke('drafts_list', { request: null }).then((kept) => done(JSON.stringify(kept)), (error) => done(JSON.stringify(error)));";

/// Waits until a draft with this text lies on the disk: the window says so after each field.
async fn kept(window: &Window, text: &str) {
    let look = async {
        loop {
            let kept = window.script_async(KEPT).await.unwrap();
            if kept.as_str().unwrap().contains(text) {
                return;
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, look).await;
    assert!(came.is_ok(), "no draft has {text}");
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
    // It opens by itself once it is delivered: only then is it in a frame.
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
    kept(&window, "Who brings the snow?").await;
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

/// A body that was written to do harm.
#[derive(Debug, Deserialize)]
struct Vector {
    html: String,
}

/// Counts who connects to this machine: nobody may.
async fn listener() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = calls.clone();
    tokio::spawn(async move {
        while listener.accept().await.is_ok() {
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    (address, calls)
}

/// What a script of a stranger's would do first; and every mark that the frames show.
const WATCH: &str = "
window.harmed = [];
for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
    window[name] = (...said) => { window.harmed.push([name, ...said].join(' ')); return null; };
window.marks = new Set();
window.scripts = document.scripts.length;";
const LOOK: &str = "
for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument;
    for (const [mark] of (page?.body?.innerText ?? '').matchAll(/vector-\\d+-/g)) window.marks.add(mark);
    for (const name of ['alert', 'xss', 'harmed']) if (page && frame.contentWindow[name]?.toString?.().includes('said')) window.harmed.push('reached ' + name);
    const evil = page?.querySelector('script, iframe, object, embed, form, base, link, svg, math, [onload], [onerror], [onclick], [onfocus]');
    if (evil) window.harmed.push(evil.outerHTML.slice(0, 100));
}
const scroller = [...document.querySelectorAll('*')].filter((each) => each.scrollHeight > each.clientHeight + 40 && getComputedStyle(each).overflowY === 'auto' && each.querySelector('iframe')).at(-1);
// A person's wheel: what the page scrolls by itself would be put back.
if (scroller) { scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: -1, bubbles: true })); scroller.scrollTop -= scroller.clientHeight / 2; }
return { marks: window.marks.size, harmed: window.harmed, top: scroller?.scrollTop ?? -1, place: location.href, scripts: document.scripts.length - window.scripts };";

#[tokio::test]
async fn nothing_that_a_stranger_writes_runs_loads_or_leaves_its_frame() {
    let vectors: Vec<Vector> =
        serde_json::from_str(include_str!("../data/cross-site-scripting.json")).unwrap();
    assert!(vectors.len() >= 200);
    let (address, calls) = listener().await;
    let bodies: Vec<String> = vectors
        .iter()
        .enumerate()
        .map(|(number, vector)| {
            let html = ["evil.example", "EVIL.EXAMPLE", "a.example"]
                .iter()
                .fold(vector.html.clone(), |html, host| {
                    html.replace(host, &address)
                });
            format!("<p>vector-{number}-</p>{html}")
        })
        .collect();
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::of("window-strangers", GROUPS, 60)
        .await
        .unwrap();
    let group = first_group(&practice).await;
    let posts = json!({ "group": group, "bodies": bodies, "topic": "Won a prize" });
    practice.control("posts", Some(posts)).await.unwrap();
    let window = sign_in(&desk, &practice).await;
    open_conversations(&window, &group).await;
    window.click("Won a prize").await.unwrap();
    framed(&window, &format!("vector-{}-", vectors.len() - 1)).await;
    window.script(WATCH, vec![]).await.unwrap();
    window.types("e").await.unwrap();

    let place = window.script(LOOK, vec![]).await.unwrap()["place"].clone();
    let seen = seen_all(&window, vectors.len()).await;

    assert_eq!(seen["harmed"], json!([]), "nothing ran");
    assert_eq!(seen["scripts"], json!(0), "nothing came into the page");
    assert_eq!(seen["place"], place, "the window stayed where it was");
    assert_eq!(
        calls.load(Ordering::SeqCst),
        0,
        "nothing reached the network"
    );
    window.close().await.unwrap();
}

/// Scrolls through all posts until each was in view.
async fn seen_all(window: &Window, how_many: usize) -> Value {
    let mut before = BTreeSet::new();
    let look = async {
        loop {
            let seen = window.script(LOOK, vec![]).await.unwrap();
            if seen["marks"] == json!(how_many) || seen["harmed"] != json!([]) {
                return seen;
            }
            before.insert(seen["marks"].to_string());
            if seen["top"] == json!(0) {
                // From the end once more: heights were found meanwhile.
                let end = "const all = [...document.querySelectorAll('*')].filter((each) => each.scrollHeight > each.clientHeight + 40 && each.querySelector('iframe')); const last = all.at(-1); if (last) last.scrollTop = last.scrollHeight;";
                window.script(end, vec![]).await.unwrap();
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    let came = tokio::time::timeout(PATIENCE * 4, look).await;
    came.unwrap_or_else(|_| panic!("not all of {how_many} were seen: {before:?}"))
}
