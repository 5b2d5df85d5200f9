//! Programs that drive the real window, and print a line of JSON for everything that they have measured.

use anyhow::{Context as _, ensure};
use serde::de::DeserializeOwned;

use crate::project::{Profile, Project};
use crate::steps::Step;
use crate::{application, display};

/// The package that they belong to.
const PACKAGE: &str = "tenure-tests";

/// Builds the application and the example `name`, runs it and answers what it measured.
pub(super) fn measure<T: DeserializeOwned>(
    project: &Project,
    name: &str,
) -> anyhow::Result<Vec<T>> {
    application::build(project, Profile::Release)?;
    Step::cargo("Build what drives the window", &project.root)
        .args(["build", "--package", PACKAGE, "--example", name])
        .args(Profile::Release.arguments().iter().copied())
        .run()?;
    let program = project.example(Profile::Release, name);
    let step = Step::new(name, &project.root, program).env(
        "TENURE_PROGRAM",
        project.program(Profile::Release, "tenure"),
    );
    let captured = display::virtual_for(step).capture()?;
    ensure!(captured.succeeded, "{name} failed");
    parse(&captured.output)
}

/// The lines of JSON in what it printed.
fn parse<T: DeserializeOwned>(output: &str) -> anyhow::Result<Vec<T>> {
    let lines = output.lines().filter(|line| line.starts_with('{'));
    let measured: Vec<T> = lines
        .map(|line| serde_json::from_str(line).with_context(|| line.to_owned()))
        .collect::<anyhow::Result<_>>()?;
    ensure!(!measured.is_empty(), "nothing was measured: {output}");
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::parse;

    #[test]
    fn what_is_measured_is_read_and_what_is_said_beside_it_is_not() {
        let output = "starting\n{\"300\":16}\n";
        let measured: Vec<BTreeMap<String, u32>> = parse(output).expect("times");
        assert_eq!(measured[0]["300"], 16);
        assert!(parse::<BTreeMap<String, u32>>("nothing").is_err());
    }
}
