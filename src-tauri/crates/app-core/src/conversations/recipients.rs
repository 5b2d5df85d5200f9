//! Mail addresses in a text as it was typed or pasted: out of a letter's head, a table's column, a list.

use std::collections::HashSet;

use ipc_contract::conversations::{MailPerson, RecipientsFound, RecipientsRequest};
use linkify::{LinkFinder, LinkKind};

use crate::Core;

/// How many recipients one message takes (the service's limit).
pub(super) const MOST: usize = 500;
/// How many pieces that are no address are told.
const TOLD: usize = 20;
/// How much of each is told.
const LONGEST: usize = 100;

impl Core {
    /// Reads mail addresses from a text: those that one message takes, and what was not understood. Nothing is asked.
    pub fn recipients(&self, request: &RecipientsRequest) -> RecipientsFound {
        read(&request.text)
    }
}

fn read(text: &str) -> RecipientsFound {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Email]);
    let (mut seen, mut recipients) = (HashSet::new(), Vec::new());
    let (mut not_understood, mut too_many) = (Vec::new(), 0_u32);
    for line in text.split([';', '\n', '\r', '\t']) {
        let mut at = 0;
        for link in finder.links(line) {
            let name = name_before(&line[at..link.start()]);
            at = link.end();
            let address = link.as_str();
            if !seen.insert(address.to_lowercase()) {
                continue;
            }
            if recipients.len() == MOST {
                too_many = too_many.saturating_add(1);
                continue;
            }
            recipients.push(MailPerson {
                name: if name.is_empty() {
                    address.to_owned()
                } else {
                    name
                },
                address: address.to_owned(),
            });
        }
        let rest = line[at..].trim_matches(|c: char| c.is_whitespace() || ",<>\"'()[]".contains(c));
        if !rest.is_empty() && not_understood.len() < TOLD {
            not_understood.push(rest.chars().take(LONGEST).collect());
        }
    }
    RecipientsFound {
        recipients,
        not_understood,
        too_many,
        most: u32::try_from(MOST).unwrap_or(u32::MAX),
    }
}

/// The name that stands before an address: `"Lovelace, Ada" <ada@…>`, `, Ada <`.
fn name_before(text: &str) -> String {
    let text = text.trim().trim_end_matches("mailto:");
    let text = text.trim_matches(|c: char| c.is_whitespace() || ",<>()[]:".contains(c));
    let text = text.trim_matches(['"', '\'']);
    text.trim().chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let people = read(text).recipients.into_iter();
        people.map(|person| (person.name, person.address)).collect()
    }

    #[test]
    fn addresses_are_read_however_they_are_written() {
        let ada = ("Lovelace, Ada".to_owned(), "ada@contoso.example".to_owned());
        let grace = (
            "grace@contoso.example".to_owned(),
            "grace@contoso.example".to_owned(),
        );
        for text in [
            "\"Lovelace, Ada\" <ada@contoso.example>; grace@contoso.example",
            "Lovelace, Ada <ada@contoso.example>, grace@contoso.example",
            "Lovelace, Ada <ada@contoso.example>\r\ngrace@contoso.example\nADA@contoso.example",
        ] {
            assert_eq!(found(text), [ada.clone(), grace.clone()], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_and_ten_thousand_are_quick() {
        let answer = read("nobody; ada@contoso.example\nsee you");
        assert_eq!(answer.not_understood, ["nobody", "see you"]);
        let many: Vec<String> = (0..10_000)
            .map(|n| format!("p{n}@contoso.example"))
            .collect();
        let answer = read(&many.join(", "));
        assert_eq!((answer.recipients.len(), answer.too_many), (500, 9_500));
    }
}
