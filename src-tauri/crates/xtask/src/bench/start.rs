//! From the start of the process to the first picture and to a list that answers, as the application marks them itself.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use super::memory::Watch;
use super::table::Table;
use crate::project::{Profile, Project};
use crate::steps::Step;
use crate::{application, display};

/// Tenants of these sizes.
const GROUPS: [u32; 2] = [200, 10_000];

/// The marks, in the order in which they are passed.
const MARKS: [&str; 3] = ["window", "first-picture", "interactive"];

/// One line of the marks file.
#[derive(Debug, Deserialize)]
struct Line {
    mark: String,
    milliseconds: u64,
}

/// Starts the application twice with each size: with nothing known yet, and with what the first start has kept.
pub(super) fn run(project: &Project) -> anyhow::Result<Table> {
    application::build(project, Profile::Release)?;
    let mut rows = Vec::new();
    for groups in GROUPS {
        let data = tempfile::tempdir()?;
        keep_tokens_in(data.path())?;
        for start in ["first", "again"] {
            let marks = data.path().join(format!("{start}.jsonl"));
            let watch = Watch::start(data.path().display().to_string());
            let opened = open(project, groups, data.path(), &marks);
            let memory = watch.stop();
            opened?;
            let passed = parse(&std::fs::read_to_string(&marks).context("no mark was written")?)?;
            rows.push(row(groups, start, &passed, memory));
        }
    }
    Ok(Table {
        heading:
            "From the start of the process, in milliseconds; memory of all its processes in MB"
                .to_owned(),
        columns: vec![
            "groups",
            "start",
            "window",
            "first picture",
            "interactive",
            "memory",
        ],
        rows,
    })
}

/// Who starts it again is still signed in, also on a machine for measuring, which has no keychain.
fn keep_tokens_in(data: &Path) -> anyhow::Result<()> {
    let settings = serde_json::json!({ "tokenProtection": "keyFile" }).to_string();
    let store = serde_json::json!({ "settings": settings }).to_string();
    std::fs::write(data.join("settings.json"), store).context("the settings could not be written")
}

/// Opens it until its list answers: it quits once it has drawn its picture.
fn open(project: &Project, groups: u32, data: &Path, marks: &Path) -> anyhow::Result<()> {
    let step = Step::new(
        "Start",
        &project.root,
        project.program(Profile::Release, "tenure"),
    )
    .args([
        "--practice",
        "--view",
        "groups",
        "--practice-groups",
        &groups.to_string(),
    ])
    .args(["--data-dir".as_ref(), data.as_os_str()])
    .args(["--marks".as_ref(), marks.as_os_str()])
    .args([
        "--screenshot".as_ref(),
        data.join("picture.png").as_os_str(),
    ]);
    display::virtual_for(step).run()
}

/// The first time that each mark was passed.
fn parse(lines: &str) -> anyhow::Result<BTreeMap<String, u64>> {
    let mut passed = BTreeMap::new();
    for line in lines.lines() {
        let Line { mark, milliseconds } =
            serde_json::from_str(line).with_context(|| line.to_owned())?;
        passed.entry(mark).or_insert(milliseconds);
    }
    Ok(passed)
}

fn row(groups: u32, start: &str, passed: &BTreeMap<String, u64>, memory: u64) -> Vec<String> {
    let times = MARKS.map(|mark| passed.get(mark).map_or("–".to_owned(), u64::to_string));
    [groups.to_string(), start.to_owned()]
        .into_iter()
        .chain(times)
        .chain([memory.to_string()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{parse, row};

    #[test]
    fn the_first_time_counts_and_a_mark_that_was_not_passed_is_a_dash() {
        let lines = concat!(
            r#"{"mark":"window","milliseconds":90}"#,
            "\n",
            r#"{"mark":"first-picture","milliseconds":410}"#,
            "\n",
            r#"{"mark":"first-picture","milliseconds":900}"#,
        );
        let passed = parse(lines).expect("marks");
        assert_eq!(
            row(200, "first", &passed, 301),
            ["200", "first", "90", "410", "–", "301"]
        );
    }
}
