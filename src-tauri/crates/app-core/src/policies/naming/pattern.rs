//! A naming pattern: read into parts, written back, and filled from a person's attributes.

use ipc_contract::policies::{NameAttribute, NamePart, NamePattern};

const GROUP_NAME: &str = "[GroupName]";
const TOKENS: [(&str, NameAttribute); 6] = [
    ("[Department]", NameAttribute::Department),
    ("[Company]", NameAttribute::Company),
    ("[Office]", NameAttribute::Office),
    ("[StateOrProvince]", NameAttribute::StateOrProvince),
    ("[CountryOrRegion]", NameAttribute::CountryOrRegion),
    ("[Title]", NameAttribute::Title),
];

/// A pattern in parts. Brackets that are no attribute belong to the text.
pub(crate) fn parts(raw: &str) -> Vec<NamePart> {
    let (mut parts, mut text, mut rest) = (Vec::new(), String::new(), raw);
    while let Some(sign) = rest.chars().next() {
        match token(rest) {
            Some((length, part)) => {
                if !text.is_empty() {
                    let text = std::mem::take(&mut text);
                    parts.push(NamePart::Text { text });
                }
                parts.push(part);
                rest = &rest[length..];
            }
            None => {
                text.push(sign);
                rest = &rest[sign.len_utf8()..];
            }
        }
    }
    if !text.is_empty() {
        parts.push(NamePart::Text { text });
    }
    parts
}

fn token(rest: &str) -> Option<(usize, NamePart)> {
    if rest.starts_with(GROUP_NAME) {
        return Some((GROUP_NAME.len(), NamePart::GroupName));
    }
    let (token, attribute) = TOKENS.iter().find(|(token, _)| rest.starts_with(token))?;
    let attribute = *attribute;
    Some((token.len(), NamePart::Attribute { attribute }))
}

/// A pattern as the service keeps it.
pub(crate) fn raw(pattern: &NamePattern) -> String {
    match pattern {
        NamePattern::Raw { raw } => raw.trim().to_owned(),
        NamePattern::Parts { parts } => parts.iter().map(written).collect(),
    }
}

fn written(part: &NamePart) -> &str {
    match part {
        NamePart::Text { text } => text,
        NamePart::GroupName => GROUP_NAME,
        NamePart::Attribute { attribute } => TOKENS
            .iter()
            .find(|(_, known)| known == attribute)
            .map_or("", |(token, _)| token),
    }
}

/// What is in brackets in fixed text, and so stays as it is.
pub(crate) fn unknown_tokens(parts: &[NamePart]) -> Vec<String> {
    let mut tokens = Vec::new();
    for part in parts {
        let NamePart::Text { text } = part else {
            continue;
        };
        let mut rest = text.as_str();
        while let Some(start) = rest.find('[') {
            let Some(length) = rest[start..].find(']') else {
                break;
            };
            tokens.push(rest[start..=start + length].to_owned());
            rest = &rest[start + length + 1..];
        }
    }
    tokens
}

/// What stands before and after the name, with what `attribute` is for somebody.
pub(crate) fn affixes(
    parts: &[NamePart],
    attribute: impl Fn(NameAttribute) -> String,
) -> (String, String) {
    let (mut prefix, mut suffix, mut named) = (String::new(), String::new(), false);
    for part in parts {
        let text = match part {
            NamePart::GroupName => {
                named = true;
                continue;
            }
            NamePart::Text { text } => text.clone(),
            NamePart::Attribute { attribute: which } => attribute(*which),
        };
        if named { &mut suffix } else { &mut prefix }.push_str(&text);
    }
    (prefix, suffix)
}

/// Whether a name could be what the pattern makes of some name, for somebody: attributes stand for anything.
pub(crate) fn could_be(parts: &[NamePart], name: &str) -> bool {
    let Some(place) = parts.iter().position(|part| *part == NamePart::GroupName) else {
        return true;
    };
    let (before, after) = (&parts[..place], &parts[place + 1..]);
    // The name itself stands for anything, too.
    let begins = anchored(before, name, false);
    let ends = begins.and_then(|rest| anchored(after, rest, true));
    ends.is_some_and(|bare| !bare.is_empty())
}

/// What is left of `text` once the parts are taken from its beginning, or from its end.
fn anchored<'a>(parts: &[NamePart], text: &'a str, from_end: bool) -> Option<&'a str> {
    let texts: Vec<Option<&str>> = parts
        .iter()
        .map(|part| match part {
            NamePart::Text { text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let ordered: Box<dyn Iterator<Item = &Option<&str>>> = match from_end {
        true => Box::new(texts.iter().rev()),
        false => Box::new(texts.iter()),
    };
    let (mut rest, mut anything) = (text, false);
    for fixed in ordered {
        let Some(fixed) = fixed else {
            anything = true;
            continue;
        };
        rest = match (anything, from_end) {
            (false, false) => rest.strip_prefix(fixed)?,
            (false, true) => rest.strip_suffix(fixed)?,
            (true, false) => &rest[rest.find(fixed)? + fixed.len()..],
            (true, true) => &rest[..rest.rfind(fixed)?],
        };
        anything = false;
    }
    Some(rest)
}

/// The fixed text alone, as long as it is.
pub(crate) fn fixed_length(parts: &[NamePart]) -> usize {
    let fixed = parts.iter().map(|part| match part {
        NamePart::Text { text } => text.chars().count(),
        _ => 0,
    });
    fixed.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_read_and_written_back() {
        for raw_text in [
            "",
            "GRP_[GroupName]_[Department]",
            "[Custom][GroupName]",
            "[GroupName",
            "ä[Title][GroupName]",
        ] {
            let parts = parts(raw_text);
            assert_eq!(raw(&NamePattern::Parts { parts }), raw_text);
        }
        assert_eq!(
            unknown_tokens(&parts("[X]a[GroupName][Y z]")),
            ["[X]", "[Y z]"]
        );
    }

    #[test]
    fn attributes_stand_for_anything_when_names_are_looked_at() {
        let pattern = parts("GRP_[Department]_[GroupName] (EU)");
        assert!(could_be(&pattern, "GRP_Sales_Team (EU)"));
        assert!(could_be(&pattern, "GRP__Team (EU)"), "nobody's department");
        for name in [
            "Team",
            "GRP_Sales_ (EU)",
            "GRP_Sales_Team",
            "grp_Sales_Team (EU)",
        ] {
            assert!(!could_be(&pattern, name), "{name}");
        }
        assert!(could_be(&[], "anything"));
    }
}
