//! How what was measured is shown: one table a part, all of them after the last measurement.

use std::time::Duration;

use crate::terminal;

/// What one part has measured.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) heading: String,
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn print(&self) {
        terminal::heading(&self.heading);
        terminal::table(&self.columns, &self.rows);
    }
}

/// A time short enough that hundredths of a second matter.
pub(super) fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

/// How many times the least was taken.
pub(super) fn ratio(measured: f64, least: f64) -> String {
    if least > 0.0 {
        format!("{:.2}", measured / least)
    } else {
        "–".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::ratio;

    #[test]
    fn nothing_is_no_measure() {
        assert_eq!(ratio(3.0, 2.0), "1.50");
        assert_eq!(ratio(3.0, 0.0), "–");
    }
}
