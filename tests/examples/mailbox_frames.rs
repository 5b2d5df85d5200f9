//! How long a full mailbox takes to come into the window, what it asks for, and how long the pictures take meanwhile: a
//! line of JSON for each thing that is opened or moved, times in milliseconds. `cargo xtask bench` shows them.
//!
//! The programs to measure stand in the folder of `TENURE_PROGRAM`; every answer of the service takes 50 ms.

use anyhow::Context as _;
use serde_json::{Value, json};
use tenure_tests::{Desk, PracticeProgram, sign_in};

const CONVERSATIONS: u32 = 5_000;
const POSTS: u32 = 500;
const EVENTS: u32 = 500;
/// How far away the service is.
const LATENCY: u32 = 50;

/// Does something, and counts the pictures until what is waited for is there.
const MEASURE: &str = r#"
const done = arguments[arguments.length - 1];
const began = performance.now();
const times = [];
let last = began;
const busy = () => document.querySelector('[role=tabpanel] [aria-busy=true]') !== null;
const finish = () => {
  const sorted = times.sort((a, b) => a - b);
  const round = (time) => Math.round(time * 10) / 10;
  const part = (share) => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  done({ milliseconds: Math.round(last - began), p50: part(0.5), p95: part(0.95), max: part(1) });
};
const picture = () => {
  const now = performance.now();
  times.push(now - last);
  last = now;
  if (over()) return finish();
  requestAnimationFrame(picture);
};
const scroller = (inside) => {
  let element = document.querySelector(inside);
  while (element && !(element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY))) element = element.parentElement;
  element?.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
  return element;
};
DO
requestAnimationFrame(picture);
"#;

/// Goes to a place, until what is looked for is drawn.
fn opening(place: &str, shown: &str) -> String {
    let (place, shown) = (json!(place), json!(shown));
    format!(
        "location.hash = {place}; const over = () => document.querySelector({shown}) !== null && !busy();"
    )
}

/// Scrolls what `inside` is in to its end, so many pixels with every picture.
fn to_the_end(inside: &str, pixels: u32, all: &str) -> String {
    let inside = json!(inside);
    format!(
        "const list = scroller({inside}); const over = () => {{ const before = list.scrollTop; list.scrollTop += {pixels}; return list.scrollTop === before && {all}; }};"
    )
}

/// Scrolls up and down again, two seconds at sixty pictures a second.
fn to_and_fro(inside: &str, pixels: u32) -> String {
    let inside = json!(inside);
    format!(
        "const list = scroller({inside}); const over = () => {{ list.scrollTop += times.length < 60 ? -{pixels} : {pixels}; return times.length > 120; }};"
    )
}

struct Mailbox {
    practice: PracticeProgram,
    group: String,
    conversation: String,
}

impl Mailbox {
    /// A group whose conversations and calendar are full.
    async fn full() -> anyhow::Result<Self> {
        let practice = PracticeProgram::start("mailbox-frames").await?;
        let world = practice.control("world", None).await?;
        let group = text(&world["groups"][0]["id"])?;
        let filling = json!({ "group": group, "conversations": CONVERSATIONS, "posts": POSTS });
        let filled = practice.control("mailbox", Some(filling)).await?;
        let conversation = text(&filled["value"][0]["conversation"])?;
        let now = practice.control("status", None).await?;
        let month = text(&now["now"])?.get(..8).context("a day")?.to_owned();
        let events =
            json!({ "group": group, "from": format!("{month}01"), "days": 28, "events": EVENTS });
        practice.control("calendar", Some(events)).await?;
        let slow = json!({
            "method": "GET", "path": "/groups/**", "times": 100_000,
            "action": { "kind": "slow", "milliseconds": LATENCY },
        });
        practice.control("faults", Some(slow)).await?;
        Ok(Self {
            practice,
            group,
            conversation,
        })
    }

    /// How often the service was asked for what is the group's so far.
    fn asked(&self) -> anyhow::Result<usize> {
        let record = std::fs::read_to_string(&self.practice.record)?;
        let place = format!("/groups/{}/", self.group);
        let all = record.lines().filter(|line| line.contains(&place));
        Ok(all.count())
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let desk = Desk::new().await?;
    let mailbox = Mailbox::full().await?;
    let window = sign_in(&desk, &mailbox.practice).await?;
    window.settles().await?;
    let list = format!("#/groups/{}/conversations", mailbox.group);
    let thread = format!("{list}?conversation={}", mailbox.conversation);
    let month = format!("#/groups/{}/calendar", mailbox.group);
    let listed = "[role=option]";
    let end = "document.querySelector('[role=option]')?.getAttribute('aria-setsize') !== '-1'";
    let pages = |count: u32, page: u32| count.div_ceil(page);
    let steps = [
        ("conversations opened", 1, opening(&list, listed)),
        (
            "conversations scrolled to the end",
            pages(CONVERSATIONS, 100) - 1,
            to_the_end(listed, 2_000, end),
        ),
        (
            "thread opened",
            1 + pages(POSTS, 100),
            opening(&thread, "[role=tabpanel] iframe"),
        ),
        (
            "thread scrolled",
            0,
            to_and_fro("[role=tabpanel] iframe", 60),
        ),
        (
            "month opened",
            pages(EVENTS, 250),
            opening(&month, "[data-event]"),
        ),
    ];
    for (what, least, script) in steps {
        let before = mailbox.asked()?;
        let script = MEASURE.replace("DO", &script);
        let mut measured = window.script_async(&script).await?;
        window.settles().await?;
        let line = measured.as_object_mut().context("times")?;
        line.insert("what".into(), what.into());
        line.insert("requests".into(), (mailbox.asked()? - before).into());
        line.insert("least".into(), least.into());
        say(&measured);
    }
    window.close().await
}

fn text(value: &Value) -> anyhow::Result<String> {
    let text = value.as_str().context("a text of the practice tenant")?;
    Ok(text.to_owned())
}

#[expect(clippy::print_stdout, reason = "it is what the program is for")]
fn say(measured: &Value) {
    println!("{measured}");
}
