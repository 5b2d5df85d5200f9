//! The forms that HTML of posts comes in, as the programs write it that people
//! use for mail: with quoted history, tables, pictures and links, badly, and now
//! and then with the intent to harm. Each is a file of `forms/`, where words in
//! braces become what is said.

use std::sync::Arc;

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

/// What is said in a post, and the form that it has.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) form: &'static Form,
    pub(super) text: &'static str,
    pub(super) more: &'static str,
    /// What is answered.
    pub(super) quoted: &'static str,
    pub(super) topic: Arc<str>,
    pub(super) group: Arc<str>,
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
static INSIDE: [Form; 19] = [
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
static OUTSIDE: [Form; 3] = [
    form!(3, "newsletter"),
    form!(2, "hostile"),
    form!(2, "gmail"),
];
/// How many paragraphs, and how many elements in each other.
const LONG: usize = 400;
const DEEP: usize = 1_000;

/// A form that this side is met with.
pub(super) fn met(dice: &mut Dice, outside: bool) -> &'static Form {
    let forms: &'static [Form] = if outside { &OUTSIDE } else { &INSIDE };
    let total = forms.iter().map(|form| form.weight).sum();
    let mut left = dice.below(total);
    let found = forms.iter().find(|form| {
        let here = left < form.weight;
        left = left.saturating_sub(form.weight);
        here
    });
    found.unwrap_or(&INSIDE[0])
}

/// Every form once, and whether it comes from outside.
pub(super) fn all() -> impl Iterator<Item = (&'static Form, bool)> {
    let inside = INSIDE.iter().map(|form| (form, false));
    inside.chain(OUTSIDE.iter().map(|form| (form, true)))
}

impl Draft {
    /// The HTML of what is said.
    pub(super) fn html(&self) -> String {
        let direction = if self.right_to_left {
            r#" dir="rtl""#
        } else {
            ""
        };
        let text = self.form.stretched(self.text);
        let html = self.form.html.trim_end();
        html.replace("{dir}", direction)
            .replace("{text}", &text)
            .replace("{more}", self.more)
            .replace("{quoted}", self.quoted)
            .replace("{topic}", &self.topic)
            .replace("{group}", &self.group)
    }

    /// The beginning of it as plain text.
    pub(super) fn preview(&self) -> String {
        if self.form.html.is_empty() {
            return String::new();
        }
        format!("{} {}", self.text, self.more).trim().to_owned()
    }
}

impl Form {
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
        for (form, _) in all() {
            let draft = Draft {
                form,
                text: "Fine with me.",
                more: "",
                quoted: "",
                topic: "Offer".into(),
                group: "Legal".into(),
                right_to_left: false,
            };
            let html = draft.html();
            assert!(html.is_empty() || html.contains("Fine with me."), "{html}");
            assert!(!html.contains("{text}") && !html.contains("{topic}"));
            assert_eq!(html.is_empty(), draft.preview().is_empty());
        }
    }
}
