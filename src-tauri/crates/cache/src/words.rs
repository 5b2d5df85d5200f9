//! Texts as they are searched: without case, accents, width and invisible marks.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text folded, its words one space apart. Two texts that a person would take for the same word
/// come out alike: `Équipe` and `EQUIPE`, `Ⅳ` and `iv`, Arabic with and without vowel marks.
pub(crate) fn fold(text: &str) -> String {
    let folded: String = text
        .nfkd()
        .filter(|character| !is_combining_mark(*character) && !is_invisible(*character))
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect();
    let mut words = folded.split_whitespace();
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut text, word| {
        text.push(' ');
        text.push_str(word);
        text
    })
}

/// Marks of direction and joining, soft hyphens, and the stroke that stretches Arabic words.
const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Letters whose stroke is no mark of its own in Unicode.
const fn plain(character: char) -> char {
    match character {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ς' => 'σ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn what_a_person_takes_for_the_same_comes_out_alike() {
        for (written, typed) in [
            ("Équipe  Zoë", "equipe zoe"),
            ("e\u{301}quipe", "ÉQUIPE"),
            ("ＦＵＬＬ　Ｗｉｄｔｈ", "full width"),
            ("İstanbul Işık", "istanbul isik"),
            ("Łódź Øresund", "lodz oresund"),
            ("مَشْروع\u{200f}", "مشروع"),
            ("שָׁלוֹם", "שלום"),
            ("ﬁnance Ⅳ", "finance iv"),
            ("ΟΔΟΣ", "οδος"),
        ] {
            assert_eq!(fold(written), fold(typed), "{written}");
        }
        assert_ne!(fold("営業"), fold("企画"));
    }

    #[test]
    fn nothing_is_left_of_nothing() {
        assert_eq!(fold(" \u{200b}\u{301}\n"), "");
    }
}
