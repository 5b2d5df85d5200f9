//! The naming policy: what a group's name and alias must begin and end with,
//! and words that may not stand in them. Who is exempt is decided in `graph`.

use super::User;

/// What stands for the name itself in a pattern.
pub(crate) const GROUP_NAME: &str = "[GroupName]";
/// How many characters a name may have with what the policy puts around it.
const LONGEST: usize = 63;

/// The policy as it was written down.
#[derive(Debug, Clone, Default)]
pub(crate) struct Naming {
    /// `GRP_[GroupName]_[Department]`; empty when names are free.
    pub(crate) pattern: String,
    pub(crate) blocked_words: Vec<String>,
}

/// What the names of one person's groups must begin and end with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Affixes {
    pub(crate) prefix: String,
    pub(crate) suffix: String,
}

impl Naming {
    /// For a display name, with the attributes of whoever creates the group.
    pub(crate) fn affixes(&self, creator: &User) -> Affixes {
        let Some((prefix, suffix)) = self.pattern.split_once(GROUP_NAME) else {
            return Affixes::default();
        };
        Affixes {
            prefix: filled(prefix, creator),
            suffix: filled(suffix, creator),
        }
    }

    /// The first blocked word in `name`: whole words only, in any case.
    pub(crate) fn blocked_word(&self, name: &str) -> Option<&str> {
        let name = name.to_lowercase();
        let blocked = |word: &&String| !word.is_empty() && has_word(&name, &word.to_lowercase());
        self.blocked_words.iter().find(blocked).map(String::as_str)
    }
}

impl Affixes {
    /// The same for an alias, without what no alias may hold.
    pub(crate) fn for_alias(&self) -> Self {
        let legal = |affix: &str| {
            affix
                .chars()
                .filter(|sign| is_legal_in_alias(*sign))
                .collect()
        };
        Self {
            prefix: legal(&self.prefix),
            suffix: legal(&self.suffix),
        }
    }

    pub(crate) fn fit(&self, name: &str) -> bool {
        name.strip_prefix(&self.prefix)
            .is_some_and(|rest| rest.ends_with(&self.suffix))
    }

    /// Whether a name with them would be too long.
    pub(crate) fn outgrow(&self, name: &str) -> bool {
        *self != Self::default() && name.chars().count() > LONGEST
    }

    /// The name as the policy wants it; what is there already is not repeated.
    pub(crate) fn around(&self, name: &str) -> String {
        let bare = name.strip_prefix(&self.prefix).unwrap_or(name);
        let bare = bare.strip_suffix(&self.suffix).unwrap_or(bare);
        format!("{}{bare}{}", self.prefix, self.suffix)
    }
}

/// ASCII without these signs.
pub(crate) fn is_legal_in_alias(sign: char) -> bool {
    sign.is_ascii_graphic() && !r#"@()\[]";:.<>,/'"#.contains(sign)
}

/// Puts the creator's attributes into a pattern; unknown brackets stay as they are.
fn filled(pattern: &str, creator: &User) -> String {
    let attributes = [
        ("[Department]", creator.department),
        ("[Company]", Some(super::COMPANY)),
        ("[Office]", creator.office_location),
        ("[StateOrProvince]", creator.state()),
        ("[CountryOrRegion]", creator.country()),
        ("[Title]", creator.job_title),
    ];
    attributes
        .into_iter()
        .fold(pattern.to_owned(), |text, (token, value)| {
            text.replace(token, value.unwrap_or_default())
        })
}

fn has_word(name: &str, word: &str) -> bool {
    name.match_indices(word).any(|(at, found)| {
        let before = name[..at].chars().next_back();
        let after = name[at + found.len()..].chars().next();
        let inside = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        !inside(before) && !inside(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocked_words_are_found_whole_and_in_any_case() {
        let naming = Naming {
            blocked_words: vec!["CEO".to_owned(), "pay roll".to_owned()],
            ..Naming::default()
        };
        assert_eq!(naming.blocked_word("The ceo-office"), Some("CEO"));
        assert_eq!(naming.blocked_word("All pay roll"), Some("pay roll"));
        assert_eq!(naming.blocked_word("Oceonic"), None);
    }

    #[test]
    fn an_alias_gets_the_affixes_without_what_it_may_not_hold() {
        let affixes = Affixes {
            prefix: "Grp: ".to_owned(),
            suffix: " (Łódź)".to_owned(),
        };
        assert_eq!(affixes.for_alias().around("chess"), "Grpchessd");
        assert!(affixes.fit("Grp: Chess (Łódź)") && !affixes.fit("Chess (Łódź)"));
        assert_eq!(affixes.around("Grp: Chess"), "Grp: Chess (Łódź)");
    }
}
