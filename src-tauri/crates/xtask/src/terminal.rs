//! What a person sees while a command works: headings, notes, results, tables. Nothing else in xtask prints.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "speaking to the person at the terminal is what this module is for"
)]

use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

fn styled(code: &str, text: &str) -> String {
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}

/// Announces what begins now.
pub(crate) fn heading(text: &str) {
    println!("{}", styled("1;36", &format!("── {text}")));
    flush();
}

/// Says something beside the work.
pub(crate) fn note(text: &str) {
    println!("   {text}");
    flush();
}

/// Passes on a line that another program printed.
pub(crate) fn passed_on(line: &str) {
    println!("{line}");
    flush();
}

/// Says that what the last heading announced is done.
pub(crate) fn done(text: &str, elapsed: Duration) {
    let line = format!("   {text} in {}", human(elapsed));
    println!("{}", styled("2", &line));
    flush();
}

/// Says why the command ends here.
pub(crate) fn failure(text: &str) {
    eprintln!("{}", styled("1;31", &format!("xtask: {text}")));
}

/// Prints rows under their headings, columns aligned.
pub(crate) fn table(headings: &[&str], rows: &[Vec<String>]) {
    for line in aligned(headings, rows) {
        println!("{line}");
    }
    flush();
}

/// A duration as a person reads it: `0.4 s`, `12.3 s`, `3 min 05 s`.
pub(crate) fn human(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    if seconds < 60 {
        format!("{:.1} s", elapsed.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

fn aligned(headings: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    let head: Vec<String> = headings.iter().map(|text| (*text).to_owned()).collect();
    let widths: Vec<usize> = (0..headings.len())
        .map(|column| {
            rows.iter()
                .chain([&head])
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or_default()
        })
        .collect();
    let rule = widths.iter().map(|width| "─".repeat(*width)).collect();
    [&head, &rule]
        .into_iter()
        .chain(rows)
        .map(|row| line(row, &widths))
        .collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| format!("{cell:<width$}"))
        .collect();
    cells.join("  ").trim_end().to_owned()
}

fn flush() {
    // A closed pipe is no reason to stop building.
    let _ = std::io::stdout().flush();
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{aligned, human};

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [vec!["Rust tests".to_owned(), "12".to_owned()]];
        assert_eq!(
            aligned(&["layer", "tests"], &rows),
            ["layer       tests", "──────────  ─────", "Rust tests  12"]
        );
    }

    #[test]
    fn durations_read_as_seconds_and_then_as_minutes() {
        assert_eq!(human(Duration::from_millis(420)), "0.4 s");
        assert_eq!(human(Duration::from_secs(185)), "3 min 05 s");
    }
}
