//! What groups have to be called: the tenant's naming policy or one that is being written, what is not in order
//! with it, and what names come to.
//!
//! Deliberately elsewhere: asking the service about a name (`crate::naming`).

mod blocked;
mod pattern;
mod preview;

use graph_client::models::GroupSetting;
use ipc_contract::policies::{
    BLOCKED_WORDS_MOST, NamePart, NamingFinding, NamingInput, NamingPolicy, SettingEntry,
};

use crate::CoreError;
use blocked::Blocked;
use pattern::parts;
pub(crate) use preview::misfits;

/// A whole name has at most so many characters (groups-naming-policy.md)…
const NAME_MOST: u32 = 63;
/// …and a pattern so many (groups-settings-cmdlets.md).
const PATTERN_MOST: u32 = 64;
const PATTERN: &str = "PrefixSuffixNamingRequirement";
const WORDS: &str = "CustomBlockedWordsList";

/// The policy that settings hold.
pub(crate) fn of_settings(made: Option<&GroupSetting>) -> NamingPolicy {
    let text = |name: &str| made.and_then(|made| made.value(name)).unwrap_or_default();
    let words = crate::naming::list(Some(text(WORDS)));
    policy(text(PATTERN).to_owned(), words)
}

/// The same of a whole set that is to be saved.
pub(crate) fn of_entries(entries: Option<&[SettingEntry]>) -> NamingPolicy {
    let entries = entries.unwrap_or_default();
    let text = |name: &str| {
        let entry = entries.iter().find(|entry| entry.name == name);
        entry.map_or("", |entry| entry.value.as_str())
    };
    policy(
        text(PATTERN).to_owned(),
        crate::naming::list(Some(text(WORDS))),
    )
}

pub(crate) fn of_input(input: &NamingInput) -> NamingPolicy {
    let words = input
        .blocked_words
        .iter()
        .map(|word| word.trim().to_owned());
    let words = words.filter(|word| !word.is_empty());
    policy(pattern::raw(&input.pattern), words.collect())
}

fn policy(raw: String, blocked_words: Vec<String>) -> NamingPolicy {
    let parts = parts(&raw);
    NamingPolicy {
        findings: findings(&raw, &parts, &blocked_words),
        raw,
        parts,
        blocked_words,
        name_most: NAME_MOST,
        pattern_most: PATTERN_MOST,
    }
}

/// Whether settings with a naming policy may be saved.
///
/// # Errors
/// [`CoreError::InvalidSetting`] with the value that is refused.
pub(crate) fn check_settings(entries: &[SettingEntry]) -> Result<(), CoreError> {
    let policy = of_entries(Some(entries));
    let refused = policy.findings.iter().find(|finding| is_refused(finding));
    match refused {
        None => Ok(()),
        Some(NamingFinding::TooManyWords { .. } | NamingFinding::WordWithComma { .. }) => {
            Err(CoreError::InvalidSetting(WORDS.into()))
        }
        Some(_) => Err(CoreError::InvalidSetting(PATTERN.into())),
    }
}

/// Whether the service would not take it, or nobody could create a group.
const fn is_refused(finding: &NamingFinding) -> bool {
    !matches!(
        finding,
        NamingFinding::LittleRoom { .. }
            | NamingFinding::UnknownToken { .. }
            | NamingFinding::WordsTwice { .. }
            | NamingFinding::PatternBlocked { .. }
    )
}

fn findings(raw: &str, parts: &[NamePart], words: &[String]) -> Vec<NamingFinding> {
    let mut findings = Vec::new();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    if !raw.is_empty() {
        match parts
            .iter()
            .filter(|part| **part == NamePart::GroupName)
            .count()
        {
            0 => findings.push(NamingFinding::GroupNameMissing),
            1 => {}
            _ => findings.push(NamingFinding::GroupNameTwice),
        }
        let length = count(raw.chars().count());
        if length > PATTERN_MOST {
            let most = PATTERN_MOST;
            findings.push(NamingFinding::PatternTooLong { length, most });
        }
        let length = count(pattern::fixed_length(parts));
        if length >= NAME_MOST {
            let most = NAME_MOST;
            findings.push(NamingFinding::NoRoom { length, most });
        }
        let unknown = pattern::unknown_tokens(parts).into_iter();
        findings.extend(unknown.map(|token| NamingFinding::UnknownToken { token }));
        let blocked = Blocked::new(words);
        let fixed = parts.iter().filter_map(|part| match part {
            NamePart::Text { text } => blocked.find(text),
            _ => None,
        });
        let fixed = fixed.map(|word| NamingFinding::PatternBlocked { word: word.into() });
        findings.extend(fixed);
    }
    if words.len() > BLOCKED_WORDS_MOST as usize {
        findings.push(NamingFinding::TooManyWords {
            count: count(words.len()),
            most: BLOCKED_WORDS_MOST,
        });
    }
    if let Some(word) = words.iter().find(|word| word.contains(',')) {
        findings.push(NamingFinding::WordWithComma { word: word.clone() });
    }
    match count(blocked::repeated(words)) {
        0 => {}
        count => findings.push(NamingFinding::WordsTwice { count }),
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(raw: &str) -> Vec<NamingFinding> {
        policy(raw.to_owned(), Vec::new()).findings
    }

    #[test]
    fn what_the_service_would_not_take_is_found() {
        assert_eq!(found("GRP_"), [NamingFinding::GroupNameMissing]);
        assert_eq!(
            found("[GroupName][GroupName]"),
            [NamingFinding::GroupNameTwice]
        );
        let long = format!("{}[GroupName]", "x".repeat(63));
        assert!(
            found(&long)
                .iter()
                .any(|finding| matches!(finding, NamingFinding::NoRoom { .. }))
        );
        let unknown = found("[Nonsense][GroupName]");
        assert!(
            matches!(&unknown[..], [NamingFinding::UnknownToken { token }] if token == "[Nonsense]")
        );
        assert!(!is_refused(&unknown[0]), "it stays as it is");
        assert!(found("").is_empty() && found("GRP_[GroupName]").is_empty());
    }

    #[test]
    fn five_thousand_words_are_taken_and_one_more_is_not() {
        let words = |most: usize| (0..most).map(|word| word.to_string()).collect();
        assert!(policy(String::new(), words(5_000)).findings.is_empty());
        let refused = policy(String::new(), words(5_001)).findings;
        assert!(matches!(
            refused[..],
            [NamingFinding::TooManyWords { count: 5_001, .. }]
        ));
    }
}
