//! How many tests ran, read from what each runner says of itself.

use serde::Deserialize;

/// What a layer's tests came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Counts {
    /// A rule that holds or does not: one test.
    pub(crate) fn rule(holds: bool) -> Self {
        Self {
            passed: usize::from(holds),
            failed: usize::from(!holds),
            skipped: 0,
        }
    }

    /// The two together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// One number more under what the runner calls it. Other words (slow, flaky, leaky, measured) describe tests that are
    /// counted already.
    fn add(&mut self, number: usize, word: &str) {
        match word {
            "passed" => self.passed += number,
            "skipped" | "ignored" => self.skipped += number,
            "failed" | "timed" | "exec" => self.failed += number,
            _ => {}
        }
    }
}

/// `Summary [ 3.1s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 2 skipped`
pub(crate) fn nextest(output: &str) -> Counts {
    let tests = |line: &str| -> Option<String> {
        let said = line.trim_start().strip_prefix("Summary")?;
        let (_, numbers) = said.split_once(" run: ")?;
        Some(numbers.to_owned())
    };
    output
        .lines()
        .rev()
        .find_map(tests)
        .map(|numbers| sum(numbers.split(',')))
        .unwrap_or_default()
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s`, once a binary.
pub(crate) fn libtest(output: &str) -> Counts {
    output
        .lines()
        .filter_map(|line| {
            line.trim_start()
                .strip_prefix("test result: ")?
                .split_once(". ")
        })
        .map(|(_, numbers)| sum(numbers.split(';')))
        .fold(Counts::default(), Counts::and)
}

/// The names that libtest lists as failed: once a binary, below `failures:`, indented, until an empty line.
pub(crate) fn failed_of_libtest(output: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_list = false;
    for line in output.lines() {
        let name = line.strip_prefix("    ").map(str::trim_end);
        match name {
            _ if line.trim_end() == "failures:" => is_list = true,
            Some(name) if is_list && !name.contains(' ') => names.push(name.to_owned()),
            _ => is_list = false,
        }
    }
    names
}

/// The report of vitest's `json` reporter; a file that does not even load counts as a failed test.
pub(crate) fn vitest(report: &str) -> Counts {
    #[derive(Default, Deserialize)]
    #[serde(rename_all = "camelCase", default)]
    struct Report {
        num_passed_tests: usize,
        num_failed_tests: usize,
        num_pending_tests: usize,
        num_todo_tests: usize,
    }
    let report: Report = serde_json::from_str(report).unwrap_or_default();
    Counts {
        passed: report.num_passed_tests,
        failed: report.num_failed_tests,
        skipped: report.num_pending_tests + report.num_todo_tests,
    }
}

fn sum<'a>(numbers: impl Iterator<Item = &'a str>) -> Counts {
    let mut counts = Counts::default();
    for part in numbers {
        let mut words = part.split_whitespace();
        let number = words.next().and_then(|word| word.parse().ok());
        if let (Some(number), Some(word)) = (number, words.next()) {
            counts.add(number, word);
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::{Counts, failed_of_libtest, libtest, nextest, vitest};

    const fn counts(passed: usize, failed: usize, skipped: usize) -> Counts {
        Counts {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn nextest_says_it_in_its_last_summary() {
        let output = "     Summary [   3.102s] 14 tests run: 11 passed (1 slow, 2 flaky), 2 failed, 1 timed out, 4 skipped\n\
                      TIMEOUT [  60.000s] tests::it a\n";
        assert_eq!(nextest(output), counts(11, 3, 4));
        assert_eq!(
            nextest("Summary [ 0.1s] 1 test run: 1 passed, 0 skipped"),
            counts(1, 0, 0)
        );
        assert_eq!(nextest("error: no tests to run"), Counts::default());
    }

    #[test]
    fn libtest_says_it_once_a_binary() {
        let output = "test a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 5 filtered out; finished in 0.02s\n";
        assert_eq!(libtest(output), counts(5, 1, 1));
    }

    #[test]
    fn libtest_lists_what_failed_behind_what_it_printed() {
        let output = "test tending::b ... FAILED\n\nfailures:\n\n---- tending::b stdout ----\n    at ./src/window.rs:1\n\n\n\
            failures:\n    tending::b\n    owner::c\n\n\
            test result: FAILED. 2 passed; 2 failed; 0 ignored; 0 measured; 5 filtered out; finished in 0.02s\n";
        assert_eq!(failed_of_libtest(output), ["tending::b", "owner::c"]);
    }

    #[test]
    fn vitest_says_it_in_its_report() {
        let report = r#"{"numTotalTests":4,"numPassedTests":2,"numFailedTests":1,"numPendingTests":1,"success":false}"#;
        assert_eq!(vitest(report), counts(2, 1, 1));
        assert_eq!(vitest(""), Counts::default(), "no report, no test");
    }
}
