//! Blocked words: whole phrases in any case, never a part of a word (groups-naming-policy.md).

use std::collections::{HashMap, HashSet};

/// Words to look for, by their first letters: five thousand of them are looked for in fifty thousand names.
#[derive(Debug, Default)]
pub(crate) struct Blocked {
    /// By the first word of the phrase, in small letters: the phrases, and as they were written.
    by_start: HashMap<String, Vec<(String, String)>>,
    /// Phrases that begin with no letter or digit.
    others: Vec<(String, String)>,
}

impl Blocked {
    pub(crate) fn new(words: &[String]) -> Self {
        let mut blocked = Self::default();
        for word in words
            .iter()
            .map(|word| word.trim())
            .filter(|word| !word.is_empty())
        {
            let phrase = word.to_lowercase();
            let start: String = phrase
                .chars()
                .take_while(|sign| sign.is_alphanumeric())
                .collect();
            let entry = (phrase, word.to_owned());
            match start.is_empty() {
                true => blocked.others.push(entry),
                false => blocked.by_start.entry(start).or_default().push(entry),
            }
        }
        blocked
    }

    /// The first blocked word of a text, as it was written.
    pub(crate) fn find(&self, text: &str) -> Option<&str> {
        let text = text.to_lowercase();
        let mut before = None;
        let mut from = None;
        for (place, sign) in text.char_indices() {
            if sign.is_alphanumeric() && from.is_none() && !inside(before) {
                from = Some(place);
                let rest = &text[place..];
                let word: &str = rest.split(|sign: char| !sign.is_alphanumeric()).next()?;
                let phrases = self.by_start.get(word).into_iter().flatten();
                let found = phrases
                    .into_iter()
                    .find(|(phrase, _)| begins_with(rest, phrase));
                if let Some((_, written)) = found {
                    return Some(written);
                }
            } else if !sign.is_alphanumeric() {
                from = None;
            }
            before = Some(sign);
        }
        let other = self.others.iter().find(|(phrase, _)| has(&text, phrase));
        other.map(|(_, written)| written.as_str())
    }
}

fn begins_with(rest: &str, phrase: &str) -> bool {
    rest.strip_prefix(phrase)
        .is_some_and(|after| !inside(after.chars().next()))
}

fn has(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        !inside(before) && !inside(after)
    })
}

fn inside(sign: Option<char>) -> bool {
    sign.is_some_and(char::is_alphanumeric)
}

/// How many words are there more than once.
pub(crate) fn repeated(words: &[String]) -> usize {
    let distinct: HashSet<String> = words
        .iter()
        .map(|word| word.trim().to_lowercase())
        .collect();
    words.len() - distinct.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_phrases_are_found_in_any_case_and_parts_of_words_are_not() {
        let words = ["CEO", "pay roll", "#top", "ÄMTER"].map(str::to_owned);
        let blocked = Blocked::new(&words);
        assert_eq!(blocked.find("The ceo-office"), Some("CEO"));
        assert_eq!(blocked.find("All PAY roll"), Some("pay roll"));
        assert_eq!(blocked.find("die ämter"), Some("ÄMTER"));
        assert_eq!(blocked.find("a #top b"), Some("#top"));
        for fine in ["Oceonic", "pay rolls", "payroll", "#topic", "ceos", ""] {
            assert_eq!(blocked.find(fine), None, "{fine}");
        }
        assert_eq!(repeated(&["a", "A ", "b"].map(str::to_owned)), 1);
    }
}
