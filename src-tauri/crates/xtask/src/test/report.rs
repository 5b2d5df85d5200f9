//! The summary: one row a layer, then one line that a program can read.

use std::time::Duration;

use super::counts::Counts;
use crate::terminal;

/// One layer that ran.
#[derive(Debug)]
pub(crate) struct Layer {
    pub(crate) name: &'static str,
    pub(crate) command: String,
    pub(crate) counts: Counts,
    pub(crate) elapsed: Duration,
    /// Tests that failed at first and passed when they were tried again: counted as passed, and named.
    pub(crate) unsteady: Vec<String>,
}

impl Layer {
    /// A layer as its command left it: a command that failed without naming a test has failed all the same.
    pub(crate) fn new(
        name: &'static str,
        command: String,
        succeeded: bool,
        mut counts: Counts,
        elapsed: Duration,
    ) -> Self {
        if !succeeded && counts.failed == 0 {
            counts.failed = 1;
        }
        Self {
            name,
            command,
            counts,
            elapsed,
            unsteady: Vec::new(),
        }
    }

    /// The layer with the tests in it that failed and then passed: each counts once, as passed.
    pub(crate) fn with_unsteady(mut self, unsteady: Vec<String>) -> Self {
        let number = unsteady.len().min(self.counts.failed);
        self.counts.failed -= number;
        self.counts.passed += number;
        self.unsteady = unsteady;
        self
    }

    /// Nothing failed, and something ran.
    pub(crate) fn is_good(&self) -> bool {
        self.counts.failed == 0 && self.counts.passed > 0
    }

    fn verdict(&self) -> &'static str {
        if self.is_good() {
            "ok"
        } else if self.counts.failed > 0 {
            "FAILED"
        } else {
            "RAN NO TEST"
        }
    }

    fn row(&self) -> Vec<String> {
        let Counts {
            passed,
            failed,
            skipped,
        } = self.counts;
        vec![
            self.name.to_owned(),
            self.verdict().to_owned(),
            passed.to_string(),
            failed.to_string(),
            skipped.to_string(),
            terminal::human(self.elapsed),
            self.command.clone(),
        ]
    }
}

/// Prints the summary; whether all is well.
pub(crate) fn print(layers: &[Layer]) -> bool {
    terminal::heading("What ran");
    let rows: Vec<_> = layers.iter().map(Layer::row).collect();
    terminal::table(
        &[
            "layer", "result", "passed", "failed", "skipped", "time", "command",
        ],
        &rows,
    );
    for layer in layers {
        for test in &layer.unsteady {
            terminal::note(&format!(
                "{test} passed at the second attempt only: it is unsteady"
            ));
        }
    }
    terminal::passed_on(&last_line(layers));
    layers.iter().all(Layer::is_good)
}

/// `212 passed, 0 failed`; a layer in which no test ran counts as one that failed.
fn last_line(layers: &[Layer]) -> String {
    let counts = layers
        .iter()
        .map(|layer| layer.counts)
        .fold(Counts::default(), Counts::and);
    let empty = layers
        .iter()
        .filter(|layer| layer.counts.failed == 0 && !layer.is_good())
        .count();
    format!("{} passed, {} failed", counts.passed, counts.failed + empty)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Counts, Layer, last_line};

    fn layer(succeeded: bool, passed: usize, failed: usize) -> Layer {
        let counts = Counts {
            passed,
            failed,
            skipped: 0,
        };
        Layer::new(
            "a layer",
            "a command".to_owned(),
            succeeded,
            counts,
            Duration::ZERO,
        )
    }

    #[test]
    fn a_layer_in_which_no_test_ran_is_not_good() {
        let layers = [layer(true, 7, 0), layer(true, 0, 0)];
        assert_eq!(layers[1].verdict(), "RAN NO TEST");
        assert_eq!(last_line(&layers), "7 passed, 1 failed");
    }

    #[test]
    fn a_test_that_passes_at_the_second_attempt_counts_once_and_is_named() {
        let mended = layer(false, 3, 1).with_unsteady(vec!["a::test".to_owned()]);
        assert!(mended.is_good());
        assert_eq!(last_line(&[mended]), "4 passed, 0 failed");
        let still = layer(false, 3, 2).with_unsteady(vec!["a::test".to_owned()]);
        assert_eq!(last_line(&[still]), "4 passed, 1 failed");
    }

    #[test]
    fn a_command_that_fails_without_naming_a_test_has_failed() {
        let crashed = layer(false, 3, 0);
        assert!(!crashed.is_good());
        assert_eq!(last_line(&[crashed]), "3 passed, 1 failed");
    }
}
