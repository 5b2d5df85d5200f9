//! The forms that HTML of posts comes in, as the programs write it that people
//! use for mail: with quoted history, tables, pictures and links, badly, and now
//! and then with the intent to harm. Each is a file of `forms/`, where words in
//! braces become what is said.

use super::super::dice::Dice;

/// A form of HTML.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// How often it is met, beside others.
    weight: usize,
    html: &'static str,
    /// Shows a picture that is attached.
    pub(super) picture: bool,
    /// Whether it is made longer or deeper than anybody would.
    stretch: Stretch,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    None,
    Long,
    Deep,
}

/// What is said in a post.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'a> {
    pub(super) text: &'a str,
    pub(super) more: &'a str,
    /// What is answered.
    pub(super) quoted: &'a str,
    pub(super) topic: &'a str,
    pub(super) group: &'a str,
    pub(super) right_to_left: bool,
}

macro_rules! form {
    ($weight:literal, $file:literal) => {
        Form {
            weight: $weight,
            html: include_str!(concat!("forms/", $file, ".html")),
            picture: false,
            stretch: Stretch::None,
        }
    };
}

/// What people of the company write.
const INSIDE: [Form; 19] = [
    form!(40, "plain"),
    form!(12, "outlook"),
    form!(12, "outlook_web"),
    form!(8, "gmail"),
    form!(5, "apple"),
    form!(2, "thunderbird"),
    form!(4, "table"),
    Form {
        picture: true,
        ..form!(3, "picture")
    },
    form!(2, "remote"),
    form!(3, "links"),
    form!(3, "dark"),
    form!(2, "emoji"),
    form!(1, "empty"),
    form!(1, "broken"),
    form!(1, "white"),
    form!(1, "both_ways"),
    form!(4, "signature"),
    Form {
        stretch: Stretch::Long,
        ..form!(1, "plain")
    },
    Form {
        stretch: Stretch::Deep,
        ..form!(1, "plain")
    },
];
/// What comes from outside.
const OUTSIDE: [Form; 3] = [
    form!(3, "newsletter"),
    form!(2, "hostile"),
    form!(2, "gmail"),
];
/// How many paragraphs, and how many elements in each other.
const LONG: usize = 400;
const DEEP: usize = 1_000;

/// A form that this side is met with.
pub(super) fn met(dice: &mut Dice, outside: bool) -> Form {
    let forms: &[Form] = if outside { &OUTSIDE } else { &INSIDE };
    let total = forms.iter().map(|form| form.weight).sum();
    let mut left = dice.below(total);
    let found = forms.iter().find(|form| {
        let here = left < form.weight;
        left = left.saturating_sub(form.weight);
        here
    });
    found.copied().unwrap_or(INSIDE[0])
}

/// Every form once, and whether it comes from outside.
pub(super) fn all() -> impl Iterator<Item = (Form, bool)> {
    let inside = INSIDE.into_iter().map(|form| (form, false));
    inside.chain(OUTSIDE.into_iter().map(|form| (form, true)))
}

impl Form {
    /// The HTML of what is said.
    pub(super) fn html(&self, said: &Said<'_>) -> String {
        let direction = if said.right_to_left {
            r#" dir="rtl""#
        } else {
            ""
        };
        let text = self.stretched(said.text);
        // Most posts quote nothing longer than they are.
        self.html
            .trim_end()
            .replace("{dir}", direction)
            .replace("{text}", &text)
            .replace("{more}", said.more)
            .replace("{quoted}", said.quoted)
            .replace("{topic}", said.topic)
            .replace("{group}", said.group)
    }

    fn stretched(&self, text: &str) -> String {
        match self.stretch {
            Stretch::None => text.to_owned(),
            Stretch::Long => vec![text; LONG].join("</p><p>"),
            Stretch::Deep => format!("{}{text}{}", "<div>".repeat(DEEP), "</div>".repeat(DEEP)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_says_what_is_said() {
        let said = Said {
            text: "Fine with me.",
            ..Said::default()
        };
        for (form, _) in all() {
            let html = form.html(&said);
            assert!(html.is_empty() || html.contains("Fine with me."), "{html}");
            assert!(!html.contains("{text}") && !html.contains("{topic}"));
        }
    }
}
