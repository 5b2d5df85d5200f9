//! Requests and time of graph-client's examples against the practice tenant with a set latency.
//!
//! What a request costs is the tenant's latency; what is above `least` is ours, and the tenant's own work.

use std::time::Instant;

use anyhow::ensure;

use super::Options;
use super::least::{COLUMNS, Cost, Least};
use super::table::Table;
use super::tenant::{self, Size, THROTTLED_FOR, THROTTLED_ONE_OF, Tenant};
use crate::project::{Profile, Project};
use crate::steps::Step;

/// How many people the tenant has.
const PEOPLE: u32 = 240;

/// A program that is measured: its name, how many groups there are, and the least it can take.
struct Measured {
    example: &'static str,
    arguments: Vec<String>,
    groups: u32,
    /// How many changes are turned away, once each.
    throttled: u32,
    least: Least,
}

impl Options {
    fn measured(&self) -> [Measured; 3] {
        // The groups to renew have to be listed first.
        let renewing = Least::reading(&[self.renewals]).then(Least::changing(self.renewals));
        let renew = |throttled| Measured {
            example: "renew_groups",
            arguments: vec!["--first".to_owned(), self.renewals.to_string()],
            groups: self.renewals,
            throttled,
            least: renewing.throttled(throttled, THROTTLED_FOR),
        };
        [
            Measured {
                example: "list_groups",
                arguments: vec!["--count".to_owned()],
                groups: self.groups,
                throttled: 0,
                least: Least::reading(&[self.groups]),
            },
            renew(0),
            renew(self.renewals / THROTTLED_ONE_OF),
        ]
    }
}

/// Builds what is measured and measures it.
pub(super) fn run(project: &Project, options: &Options) -> anyhow::Result<Table> {
    Step::cargo("Build the measured programs", &project.root)
        .args(["build", "--package", "graph-client", "--examples"])
        .args(Profile::Release.arguments().iter().copied())
        .run()?;
    tenant::build(project)?;
    let mut rows = Vec::new();
    for measured in options.measured() {
        rows.push(measure(project, options, &measured)?);
    }
    Ok(Table {
        heading: format!("The client's programs, at {} ms latency", options.latency),
        columns: [&["program", "groups"], &COLUMNS[..]].concat(),
        rows,
    })
}

fn measure(
    project: &Project,
    options: &Options,
    measured: &Measured,
) -> anyhow::Result<Vec<String>> {
    let size = Size {
        groups: measured.groups,
        people: PEOPLE,
        latency: options.latency,
    };
    let tenant = Tenant::start(project, size)?;
    tenant.throttle(measured.throttled)?;
    let program = project.example(Profile::Release, measured.example);
    let step = Step::new(measured.example, &project.root, program)
        .args(["--graph", &tenant.ready.graph])
        .args(["--token", &tenant.ready.owner_token])
        .args(&measured.arguments);
    let began = Instant::now();
    ensure!(step.capture()?.succeeded, "{} failed", measured.example);
    let cost = Cost {
        time: began.elapsed(),
        requests: tenant.requests()?,
    };
    let name = match measured.throttled {
        0 => measured.example.to_owned(),
        throttled => format!("{}, {throttled} throttled for 1 s", measured.example),
    };
    let named = [name, measured.groups.to_string()];
    let cells = cost.cells(measured.least, options.latency);
    Ok(named.into_iter().chain(cells).collect())
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn groups_that_are_renewed_are_listed_first() {
        let options = Options {
            latency: 50,
            groups: 10_000,
            renewals: 500,
            additions: 1_000,
        };
        let [list, renew, throttled] = options.measured().map(|measured| measured.least);
        assert_eq!((list.requests, list.rounds), (11, 11));
        assert_eq!((renew.requests, renew.rounds), (26, 8));
        assert_eq!((throttled.requests, throttled.rounds), (29, 8));
    }
}
