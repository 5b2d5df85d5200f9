//! The words that the shell says itself, in notices and in the tray. They are English: the system shows them, and not
//! the window, whose words are its own.

use app_core::Notice;

/// The application's name.
pub const NAME: &str = "Tenure";
/// What a notice asks for.
pub const DECIDE: &str = "Decide on the renewals desk.";
/// What a click on a notice does.
pub const OPEN: &str = "Open";
/// The tray's entry that shows the window.
pub const OPEN_WINDOW: &str = "Open Tenure";
/// The tray's entry that ends the application.
pub const QUIT: &str = "Quit";
/// Why there is no icon in the tray although it was asked for.
pub const NO_TRAY: &str = "The tray icon cannot be shown";
/// What to do about that.
pub const NO_TRAY_HELP: &str = "It needs libayatana-appindicator3. Install it with the system's packages, then start Tenure again.";

/// What a notice says.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Group { name, days, .. } => format!("{name} expires {}", when(*days)),
        Notice::Several { count: 1, days } => format!("1 group expires {}", when(*days)),
        Notice::Several { count, days } => {
            format!("{count} groups expire, the first {}", when(*days))
        }
    }
}

/// What the tray says when it is pointed at.
pub fn tray(due: u32) -> String {
    match due {
        0 => format!("{NAME}: no group needs a decision"),
        1 => format!("{NAME}: 1 group needs a decision"),
        due => format!("{NAME}: {due} groups need a decision"),
    }
}

/// The tray's entry that shows the renewals desk; where nothing can be pointed at, it alone tells how many are due.
pub fn renewals(due: u32) -> String {
    match due {
        0 => "Renewals".into(),
        due => format!("Renewals ({due})"),
    }
}

fn when(days: u32) -> String {
    match days {
        0 => "today".into(),
        1 => "tomorrow".into(),
        days => format!("in {days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_says_which_group_and_how_soon() {
        let one = Notice::Group {
            group_id: "g".into(),
            name: "Marketing".into(),
            days: 1,
        };
        assert_eq!(notice(&one), "Marketing expires tomorrow");
        let several = |count| notice(&Notice::Several { count, days: 7 });
        assert_eq!(several(5), "5 groups expire, the first in 7 days");
        assert_eq!(several(1), "1 group expires in 7 days");
    }

    #[test]
    fn the_tray_counts_none_one_and_many() {
        assert_eq!(tray(0), "Tenure: no group needs a decision");
        assert_eq!(tray(1), "Tenure: 1 group needs a decision");
        assert_eq!(tray(12), "Tenure: 12 groups need a decision");
        assert_eq!(renewals(0), "Renewals");
        assert_eq!(renewals(12), "Renewals (12)");
    }
}
