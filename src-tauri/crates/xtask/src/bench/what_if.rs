//! What another lifetime would come to for every group of a very large tenant, by app-core's example without a
//! window: time and memory beside merely reading the groups from where they are kept.

use anyhow::{Context as _, ensure};
use serde::Deserialize;

use super::table::{Table, ratio};
use super::tenant::{self, Size, Tenant};
use crate::project::{Profile, Project};
use crate::steps::Step;

const EXAMPLE: &str = "without_window";
const SIZE: Size = Size {
    groups: 50_000,
    people: 2_000,
    latency: 0,
};

/// The line that the example prints: times in milliseconds, memory in mebibytes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reckoned {
    groups: u32,
    reckoned: f64,
    page: f64,
    read: f64,
    memory: f64,
    read_memory: f64,
}

impl Reckoned {
    fn row(&self) -> Vec<String> {
        let time = |milliseconds: f64| format!("{milliseconds} ms");
        let memory = |mebibytes: f64| format!("{mebibytes} MiB");
        vec![
            self.groups.to_string(),
            time(self.reckoned),
            time(self.read),
            ratio(self.reckoned, self.read),
            time(self.page),
            memory(self.memory),
            memory(self.read_memory),
        ]
    }
}

/// Builds what is measured and measures it.
pub(super) fn run(project: &Project) -> anyhow::Result<Table> {
    Step::cargo("Build the application without its window", &project.root)
        .args(["build", "--package", "app-core", "--example", EXAMPLE])
        .args(Profile::Release.arguments().iter().copied())
        .run()?;
    tenant::build(project)?;
    let tenant = Tenant::start(project, SIZE)?;
    let ready = &tenant.ready;
    let program = project.example(Profile::Release, EXAMPLE);
    let step = Step::new(EXAMPLE, &project.root, program)
        .args(["--graph", &ready.graph, "--authority", &ready.authority])
        .args(["--control", &ready.control, "--login", &ready.owner_login])
        .args(["--record".into(), tenant.record().into_os_string()])
        .args(["--what-if"]);
    let captured = step.capture()?;
    ensure!(captured.succeeded, "{EXAMPLE} failed");
    Ok(Table {
        heading: "What another lifetime would come to, for every group".to_owned(),
        columns: vec![
            "groups",
            "reckoned",
            "rows read",
            "ratio",
            "first page",
            "memory",
            "of rows",
        ],
        rows: vec![parse(&captured.output)?.row()],
    })
}

fn parse(output: &str) -> anyhow::Result<Reckoned> {
    let line = output.lines().find(|line| line.starts_with('{'));
    let line = line.context("nothing was measured")?;
    serde_json::from_str(line).with_context(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_what_if_is_a_row_beside_reading_the_groups() {
        let line = r#"{"groups":50000,"reckoned":600.0,"page":12.5,"read":400.0,"memory":30.0,"readMemory":20.5}"#;
        let row = parse(&format!("starting\n{line}\n")).expect("a line").row();
        let expected = [
            "50000", "600 ms", "400 ms", "1.50", "12.5 ms", "30 MiB", "20.5 MiB",
        ];
        assert_eq!(row, expected);
        assert!(parse("it was quiet").is_err());
    }
}
