//! What people write in groups, in the languages that they write it in.

mod latin;
mod scripts;

/// One language's words. A `#` in them becomes a number.
#[derive(Debug)]
pub(super) struct Words {
    /// The first letter of a script that only this language has here.
    letters: (char, char),
    /// Words of group names by which a language of Latin letters shows.
    signs: &'static [&'static str],
    pub(super) right_to_left: bool,
    pub(super) subjects: &'static [&'static str],
    pub(super) paragraphs: &'static [&'static str],
    pub(super) replies: &'static [&'static str],
    pub(super) meetings: &'static [&'static str],
    pub(super) places: &'static [&'static str],
    pub(super) folders: &'static [&'static str],
    pub(super) files: &'static [&'static str],
    pub(super) plans: &'static [&'static str],
    pub(super) buckets: &'static [&'static str],
    pub(super) tasks: &'static [&'static str],
    pub(super) notebook: &'static str,
    pub(super) sections: &'static [&'static str],
}

pub(super) const ENGLISH: &Words = &latin::ENGLISH;

const OTHERS: [&Words; 9] = [
    &latin::GERMAN,
    &latin::FRENCH,
    &latin::SPANISH,
    &latin::POLISH,
    &scripts::UKRAINIAN,
    &scripts::ARABIC,
    &scripts::HEBREW,
    &scripts::JAPANESE,
    &scripts::CHINESE,
];

/// The words of the language that a group's name is in; English if that is not plain.
pub(super) fn of(name: &str) -> &'static Words {
    let found = OTHERS.into_iter().find(|words| words.fit(name));
    found.unwrap_or(ENGLISH)
}

impl Words {
    fn fit(&self, name: &str) -> bool {
        let (first, last) = self.letters;
        let letter = |sign: char| first <= sign && sign <= last;
        name.chars().any(letter) || self.signs.iter().any(|sign| name.contains(sign))
    }
}

/// Puts a number where the text has room for one.
pub(super) fn numbered(text: &str, number: usize) -> String {
    text.replace('#', &number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_written_in_in_the_language_of_its_name() {
        let right_to_left = |name| of(name).right_to_left;
        assert!(right_to_left("فريق المبيعات") && right_to_left("צוות פיתוח"));
        assert_eq!(of("採用チーム").notebook, scripts::JAPANESE.notebook);
        assert_eq!(of("市场营销团队").notebook, scripts::CHINESE.notebook);
        assert_eq!(of("Choir Łódź").notebook, latin::POLISH.notebook);
        assert_eq!(of("Legal & Compliance").notebook, ENGLISH.notebook);
    }
}
