//! How long the pictures of the renewals timeline take while it is moved: a line of JSON for each size of the tenant and
//! each way of moving it, in milliseconds. `cargo xtask bench` shows them.
//!
//! The program to measure stands in the folder of `TENURE_PROGRAM`; the pictures are those of the real window.

use anyhow::Context as _;
use serde_json::{Value, json};
use tenure_tests::{Desk, Window};

/// How many groups there are.
const SIZES: [u32; 2] = [300, 10_000];
/// How the timeline is moved; and a dot beside it, which is the least that this machine can draw.
const WAYS: [&str; 4] = ["dot", "pan", "zoom", "scroll"];

/// Moves the timeline with every picture, two seconds at sixty a second, and counts the time between them.
const MEASURE: &str = r#"
const [way, done] = [WAY, arguments[arguments.length - 1]];
const queue = document.querySelector('[role=grid]').parentElement;
const { left, top } = queue.getBoundingClientRect();
const at = { bubbles: true, cancelable: true, clientX: left + 500, clientY: top + 200 };
const wheel = (more) => queue.dispatchEvent(new WheelEvent('wheel', { ...at, ...more }));
const PICTURES = 120;
const dot = document.body.appendChild(document.createElement('div'));
dot.style.cssText = 'position: fixed; width: 1px; height: 1px; background: red';
const moves = {
  dot: () => { dot.style.left = `${times.length % 2}px`; },
  pan: (forth) => wheel({ deltaX: forth ? 15 : -15 }),
  zoom: (forth) => wheel({ ctrlKey: true, deltaY: forth ? 8 : -8 }),
  scroll: (forth) => { queue.scrollTop += forth ? 60 : -60; },
};
const times = [];
let last = performance.now();
const picture = () => {
  const now = performance.now();
  times.push(now - last);
  last = now;
  if (times.length > PICTURES) return finish();
  moves[way](times.length <= PICTURES / 2);
  requestAnimationFrame(picture);
};
const finish = () => {
  dot.remove();
  const sorted = times.slice(1).sort((a, b) => a - b);
  const part = (share) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] * 10) / 10;
  done({ p50: part(0.5), p95: part(0.95), max: part(1) });
};
requestAnimationFrame(picture);
"#;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    for groups in SIZES {
        let desk = Desk::new().await?;
        let size = groups.to_string();
        let arguments = [
            "--practice",
            "--view",
            "renewals",
            "--practice-groups",
            size.as_str(),
        ];
        let window = Window::open(&desk, &arguments).await?;
        window.shows("in the next 30 days").await?;
        window.settles().await?;
        for way in WAYS {
            say(groups, way, &measured(&window, way).await?)?;
        }
        window.close().await?;
    }
    Ok(())
}

async fn measured(window: &Window, way: &str) -> anyhow::Result<Value> {
    let script = MEASURE.replace("WAY,", &format!("{},", json!(way)));
    window.script_async(&script).await
}

#[expect(clippy::print_stdout, reason = "it is what the program is for")]
fn say(groups: u32, way: &str, times: &Value) -> anyhow::Result<()> {
    let mut line = times.clone();
    let line = line.as_object_mut().context("times")?;
    line.insert("groups".into(), groups.into());
    line.insert("way".into(), way.into());
    println!("{}", json!(line));
    Ok(())
}
