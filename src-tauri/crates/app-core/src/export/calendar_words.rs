//! The words in a calendar of expiries. They are English: calendar programs show them, and not the window, whose words
//! are its own.

use jiff::civil::Date;

/// What an event is called.
pub(super) fn summary(name: &str) -> String {
    format!("{name} expires")
}

/// What an alarm says so many days before.
pub(super) fn alarm(name: &str, days: u8) -> String {
    match days {
        1 => format!("{name} expires tomorrow"),
        days => format!("{name} expires in {days} days"),
    }
}

/// What an event tells beside its name and day.
pub(super) fn description(name: &str, expires: Date, deleted: Date, restorable: Date) -> String {
    format!(
        "{name} expires on {expires} unless it is renewed. It is deleted on {deleted}, and can be restored until {restorable}."
    )
}
