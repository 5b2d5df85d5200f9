//! Requests and time of what the application does, by app-core's example without a window: reading groups for the
//! first time and again, opening a large group, adding many people, renewing many groups.
//!
//! The example says what it took and how much there was; what the least is, is said here.

use anyhow::{Context as _, ensure};
use serde::Deserialize;

use super::Options;
use super::least::{COLUMNS, Cost, Least};
use super::table::Table;
use super::tenant::{self, Size, THROTTLED_FOR, Tenant};
use crate::project::{Profile, Project};
use crate::steps::Step;

const EXAMPLE: &str = "without_window";
/// A practice tenant of so many people has a group of ten thousand.
const PEOPLE: u32 = 12_000;

/// A step, as the example names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Name {
    OwnGroups,
    OwnAgain,
    Tenant,
    Changes,
    Members,
    Add,
    Renew,
    ReadBack,
    RenewThrottled,
    ReadBackThrottled,
}

impl Name {
    fn words(self) -> &'static str {
        match self {
            Self::OwnGroups => "own groups, first sync",
            Self::OwnAgain => "own groups, read again",
            Self::Tenant => "tenant's groups, first sync",
            Self::Changes => "tenant's groups, nothing changed",
            Self::Members => "people of a large group",
            Self::Add => "people added to a group",
            Self::Renew => "groups renewed by a job",
            Self::ReadBack => "and their new dates read back",
            Self::RenewThrottled => "groups renewed, 10 % throttled for 1 s",
            Self::ReadBackThrottled => "and their new dates read back",
        }
    }
}

/// One line that the example prints.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Taken {
    step: Name,
    milliseconds: u64,
    requests: u32,
    /// The sizes of the collections that had to be read.
    read: Vec<u32>,
    /// How many people were added.
    added: u32,
    /// How many groups were renewed.
    #[serde(default)]
    renewed: u32,
    /// How many groups were read, each by itself.
    #[serde(default)]
    read_back: u32,
    /// How many renewals were turned away, once each.
    #[serde(default)]
    throttled: u32,
}

impl Taken {
    fn least(&self) -> Least {
        Least::reading(&self.read)
            .then(Least::adding(self.added))
            .then(Least::changing(self.renewed).throttled(self.throttled, THROTTLED_FOR))
            .then(Least::reading_each(self.read_back))
    }

    /// How much it was about.
    fn amount(&self) -> u32 {
        match self.step {
            Name::Add => self.added,
            Name::Renew | Name::RenewThrottled => self.renewed,
            Name::ReadBack | Name::ReadBackThrottled => self.read_back,
            _ => self.read.iter().copied().max().unwrap_or_default(),
        }
    }

    fn row(&self, latency: u32) -> Vec<String> {
        let cost = Cost {
            requests: self.requests,
            time: std::time::Duration::from_millis(self.milliseconds),
        };
        let named = [self.step.words().to_owned(), self.amount().to_string()];
        let cells = cost.cells(self.least(), latency);
        named.into_iter().chain(cells).collect()
    }
}

/// Builds what is measured and measures it.
pub(super) fn run(project: &Project, options: &Options) -> anyhow::Result<Table> {
    Step::cargo("Build the application without its window", &project.root)
        .args(["build", "--package", "app-core", "--example", EXAMPLE])
        .args(Profile::Release.arguments().iter().copied())
        .run()?;
    tenant::build(project)?;
    let taken = parse(&measure(project, options)?)?;
    Ok(Table {
        heading: format!(
            "What the application does, at {} ms latency",
            options.latency
        ),
        columns: [&["use case", "of"], &COLUMNS[..]].concat(),
        rows: taken.iter().map(|step| step.row(options.latency)).collect(),
    })
}

fn measure(project: &Project, options: &Options) -> anyhow::Result<String> {
    let size = Size {
        groups: options.groups,
        people: PEOPLE,
        latency: options.latency,
    };
    let tenant = Tenant::start(project, size)?;
    let ready = &tenant.ready;
    let program = project.example(Profile::Release, EXAMPLE);
    let step = Step::new(EXAMPLE, &project.root, program)
        .args(["--graph", &ready.graph, "--authority", &ready.authority])
        .args(["--control", &ready.control, "--login", &ready.owner_login])
        .args(["--add", &options.additions.to_string()])
        .args(["--renew", &options.renewals.to_string()])
        .args(["--record".into(), tenant.record().into_os_string()]);
    let captured = step.capture()?;
    ensure!(captured.succeeded, "{EXAMPLE} failed");
    Ok(captured.output)
}

/// The lines of JSON in what it printed.
fn parse(output: &str) -> anyhow::Result<Vec<Taken>> {
    let lines = output.lines().filter(|line| line.starts_with('{'));
    let taken: Vec<Taken> = lines
        .map(|line| serde_json::from_str(line).with_context(|| line.to_owned()))
        .collect::<anyhow::Result<_>>()?;
    ensure!(!taken.is_empty(), "{EXAMPLE} measured nothing");
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::{Name, parse};

    #[test]
    fn a_step_is_read_and_shown_beside_the_least() {
        let output = concat!(
            "warning: something else\n",
            r#"{"step":"members","milliseconds":660,"requests":12,"read":[10000,3],"added":0}"#,
            "\n",
            r#"{"step":"add","milliseconds":2805,"requests":51,"read":[20],"added":1000}"#,
        );
        let taken = parse(output).expect("steps");
        assert_eq!(taken[0].step, Name::Members);
        assert_eq!(
            taken[0].row(50)[1..],
            ["10000", "12", "12", "1.00", "0.66 s", "0.55 s", "1.20"]
        );
        assert_eq!(
            taken[1].row(50)[1..],
            ["1000", "51", "51", "1.00", "2.81 s", "2.55 s", "1.10"]
        );
    }

    #[test]
    fn a_round_without_changes_is_one_request() {
        let line = r#"{"step":"changes","milliseconds":52,"requests":1,"read":[0],"added":0}"#;
        let least = parse(line).expect("a step")[0].least();
        assert_eq!((least.requests, least.rounds), (1, 1));
    }

    #[test]
    fn renewals_and_their_dates_are_two_rows() {
        let output = concat!(
            r#"{"step":"renewThrottled","milliseconds":2700,"requests":28,"read":[],"added":0,"renewed":500,"readBack":0,"throttled":50}"#,
            "\n",
            r#"{"step":"readBack","milliseconds":350,"requests":25,"read":[],"added":0,"renewed":0,"readBack":500,"throttled":0}"#,
        );
        let taken = parse(output).expect("steps");
        assert_eq!(
            taken[0].row(50)[1..],
            ["500", "28", "28", "1.00", "2.70 s", "1.35 s", "2.00"]
        );
        assert_eq!(
            taken[1].row(50)[1..],
            ["500", "25", "25", "1.00", "0.35 s", "0.35 s", "1.00"]
        );
    }

    #[test]
    fn nothing_measured_is_a_failure() {
        assert!(parse("it was quiet").is_err());
    }
}
