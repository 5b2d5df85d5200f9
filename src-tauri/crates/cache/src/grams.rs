//! The pieces of words that the index holds: any text of a word is found by its pieces, in any script.
//!
//! Every three letters in a row. One and two letters only where a Latin word begins (inside words they
//! would be everywhere and mean nothing), and anywhere where a letter is not ASCII: a Chinese word has
//! no beginning that could be seen.

use std::collections::BTreeSet;

/// At most so many pieces of a word are asked for; what they find is compared with the word itself.
const ASKED: usize = 16;

/// The pieces of a folded text, for the index.
pub(crate) fn of(folded: &str) -> String {
    let mut grams = BTreeSet::new();
    for word in words(folded) {
        let letters: Vec<char> = word.chars().collect();
        let starts = (1..=2).filter_map(|length| letters.get(..length));
        let inside = (1..=2).flat_map(|length| letters.windows(length));
        let short = starts.chain(inside.filter(|gram| is_anywhere(gram)));
        grams.extend(short.chain(letters.windows(3)).map(text));
    }
    grams.into_iter().collect::<Vec<_>>().join(" ")
}

/// The pieces that everything has in which the folded word occurs. None when the word has no piece
/// that the index would hold: then only looking everywhere helps.
pub(crate) fn asked(word: &str) -> Vec<String> {
    let parts: Vec<&str> = words(word).collect();
    let begins_with_letter = |word: &str| !word.starts_with(is_separator);
    let mut grams = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let letters: Vec<char> = part.chars().collect();
        // The first of several parts may be the end of a longer word.
        let may_be_an_end = at == 0 && parts.len() > 1 && begins_with_letter(word);
        match letters.as_slice() {
            [] => {}
            short @ ([_] | [_, _]) if is_anywhere(short) || !may_be_an_end => {
                grams.push(text(short));
            }
            long => grams.extend(long.windows(3).map(text)),
        }
    }
    grams.truncate(ASKED);
    grams
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_separator).filter(|word| !word.is_empty())
}

/// What the index's tokenizer takes for the end of a piece, too.
const fn is_separator(character: char) -> bool {
    character.is_ascii() && !character.is_ascii_alphanumeric()
}

fn is_anywhere(gram: &[char]) -> bool {
    gram.iter().any(|character| !character.is_ascii())
}

fn text(gram: &[char]) -> String {
    gram.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{asked, of};

    #[test]
    fn latin_words_have_their_beginnings_and_every_three_letters() {
        assert_eq!(of("sales-eu"), "ale e eu les s sa sal");
        assert_eq!(asked("ales"), ["ale", "les"]);
        assert_eq!(asked("eu"), ["eu"]);
    }

    #[test]
    fn other_scripts_have_every_letter_and_every_two() {
        assert_eq!(of("営業部"), "営 営業 営業部 業 業部 部");
        assert_eq!(asked("業部"), ["業部"]);
    }

    #[test]
    fn the_end_of_a_word_before_a_hyphen_is_not_taken_for_a_beginning() {
        assert_eq!(asked("s-eu"), ["eu"]);
        assert_eq!(asked("-eu"), ["eu"]);
        assert!(asked("&").is_empty());
    }
}
