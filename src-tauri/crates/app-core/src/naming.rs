//! Names and aliases: what can be known here, what the service says, and what would be accepted instead.

use graph_client::models::{
    GroupId, GroupSetting, GroupSettingTemplate, NameCheck, NameFault, NameProperty, NameReason,
    NameVerdict as GraphVerdict,
};
use ipc_contract::details::{
    CreationRules, NameCheckRequest, NameField, NameFinding, NameProblem, NameVerdict,
};

use crate::{Core, CoreError};

/// The service takes names of at most so many characters (group-post-groups.md)…
const MAX_NAME: u32 = 256;
/// …and aliases of at most so many.
const MAX_ALIAS: u32 = 64;
/// How often an alias that follows from a name is corrected.
const CORRECTIONS: usize = 4;
/// What an alias cannot have beside characters outside ASCII.
const FORBIDDEN: &str = "@()\\[]\";:.<>, /'";

/// What is wrong with a name, as far as that is known here.
pub(crate) fn name_problem(name: &str) -> Option<NameProblem> {
    if name.trim().is_empty() {
        return Some(NameProblem::Empty);
    }
    too_long(name, MAX_NAME)
}

/// What is wrong with an alias, as far as that is known here.
pub(crate) fn alias_problem(alias: &str) -> Option<NameProblem> {
    if alias.is_empty() {
        return Some(NameProblem::Empty);
    }
    let mut characters: Vec<char> = alias.chars().filter(|&c| is_forbidden(c)).collect();
    characters.sort_unstable();
    characters.dedup();
    if !characters.is_empty() {
        let characters = characters.into_iter().collect();
        return Some(NameProblem::ForbiddenCharacters { characters });
    }
    too_long(alias, MAX_ALIAS)
}

fn too_long(text: &str, most: u32) -> Option<NameProblem> {
    (text.chars().count() > most as usize).then_some(NameProblem::TooLong { most })
}

pub(crate) fn is_forbidden(c: char) -> bool {
    !c.is_ascii() || c.is_ascii_control() || FORBIDDEN.contains(c)
}

/// An alias that fits a name: its ASCII letters and digits in small, hyphens between; empty when the name
/// has none of them.
pub(crate) fn alias_for(name: &str) -> String {
    let mut alias = String::new();
    for c in deunicode::deunicode(name).chars() {
        if c.is_ascii_alphanumeric() {
            alias.push(c.to_ascii_lowercase());
        } else if !alias.ends_with('-') && !alias.is_empty() {
            alias.push('-');
        }
    }
    alias.truncate(MAX_ALIAS as usize);
    alias.trim_matches('-').to_owned()
}

impl Core {
    /// Whether a name and an alias would be accepted. What the service is not needed for is said at once,
    /// and without a network nothing else is.
    ///
    /// # Errors
    /// When the service refuses to say.
    pub async fn check_names(&self, request: &NameCheckRequest) -> Result<NameVerdict, CoreError> {
        let suggested = alias_for(&request.display_name);
        let alias = request.mail_nickname.as_deref();
        let mut verdict = NameVerdict {
            findings: local(&request.display_name, alias),
            suggested_alias: Some(suggested).filter(|suggested| !suggested.is_empty()),
            checked_by_service: false,
        };
        if !verdict.findings.is_empty() {
            return Ok(verdict);
        }
        let follows = alias.is_none() && request.group_id.is_none();
        for _ in 0..CORRECTIONS {
            let alias = match follows {
                true => verdict.suggested_alias.clone(),
                false => request.mail_nickname.clone(),
            };
            let Some(findings) = self.ask_about(request, alias.as_deref()).await? else {
                return Ok(verdict);
            };
            verdict.checked_by_service = true;
            verdict.findings = findings;
            // An alias that follows from the name is corrected by itself, and asked about again.
            let corrected = verdict.findings.iter().find_map(|finding| {
                let of_alias = follows && finding.field == NameField::MailNickname;
                finding.suggestion.clone().filter(|_| of_alias)
            });
            match corrected {
                Some(corrected) => verdict.suggested_alias = Some(corrected),
                None => break,
            }
        }
        Ok(verdict)
    }

    /// What the service finds about a name and an alias; `None` when it cannot be asked. Creating says it again: a
    /// check that cannot be made stands in nobody's way.
    async fn ask_about(
        &self,
        request: &NameCheckRequest,
        alias: Option<&str>,
    ) -> Result<Option<Vec<NameFinding>>, CoreError> {
        let names = NameCheck {
            display_name: Some(request.display_name.trim().to_owned()),
            mail_nickname: alias.map(str::to_owned),
            on_behalf_of: None,
        };
        let session = self.session()?;
        let client = session.client(self.host()).await?;
        let answer = match &request.group_id {
            Some(id) => {
                let id = GroupId::parse(id).map_err(|_| CoreError::invalid("groupId"))?;
                client.group(&id).validate(&names).await
            }
            None => client.groups().validate(&names).await,
        };
        match answer {
            Ok(GraphVerdict::Valid) => Ok(Some(Vec::new())),
            Ok(GraphVerdict::Refused(faults)) => {
                let name = request.display_name.trim();
                let finding = |fault| finding(fault, name, alias.unwrap_or_default());
                Ok(Some(faults.iter().map(finding).collect()))
            }
            Err(error) if error.status().is_none() || error.is_not_allowed() => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// What creating groups is like in this tenant, as far as its settings may be read.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub async fn creation_rules(&self) -> Result<CreationRules, CoreError> {
        let settings = self.group_settings().await?;
        let mut rules = known_rules(settings.as_deref());
        if let Some(settings) = settings.as_deref() {
            let session = self.session()?;
            rules.barrier = self.creation_barrier(&session, settings).await?;
        }
        if crate::details::has_labels(settings.as_deref()) {
            let labels = self.label_choices(self.session()?.as_ref()).await;
            rules.labels = Some(labels.unwrap_or_default());
        }
        Ok(rules)
    }
}

fn known_rules(settings: Option<&[GroupSetting]>) -> CreationRules {
    let unified = settings.map(|settings| {
        settings
            .iter()
            .find(|setting| setting.is_of(GroupSettingTemplate::UNIFIED))
    });
    let Some(rules) = unified else {
        return rules_of(None, None, None);
    };
    let everybody = rules
        .and_then(|rules| rules.flag("EnableGroupCreation"))
        .unwrap_or(true);
    rules_of(rules, settings, Some(everybody))
}

fn rules_of(
    rules: Option<&GroupSetting>,
    settings: Option<&[GroupSetting]>,
    everybody: Option<bool>,
) -> CreationRules {
    let text = |name: &str| rules.and_then(|rules| rules.value(name)).map(str::to_owned);
    CreationRules {
        name_example: text("PrefixSuffixNamingRequirement"),
        guidelines_url: text("UsageGuidelinesUrl").filter(|url| url.starts_with("https://")),
        classifications: crate::details::classifications(settings),
        default_classification: text("DefaultClassification"),
        labels: None,
        everybody_may_create: everybody,
        guest_guidelines_url: text("GuestUsageGuidelinesUrl")
            .filter(|url| url.starts_with("https://")),
        barrier: None,
    }
}

/// A list as the service keeps it: commas between.
pub(crate) fn list(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default()
        .split(',')
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect()
}

fn local(name: &str, alias: Option<&str>) -> Vec<NameFinding> {
    let name = name_problem(name).map(|problem| NameFinding {
        field: NameField::DisplayName,
        problem,
        suggestion: None,
    });
    let alias = alias.and_then(|alias| {
        let problem = alias_problem(alias)?;
        Some(NameFinding {
            field: NameField::MailNickname,
            problem,
            suggestion: Some(alias_for(alias)).filter(|fits| !fits.is_empty()),
        })
    });
    name.into_iter().chain(alias).collect()
}

fn finding(fault: &NameFault, name: &str, alias: &str) -> NameFinding {
    let field = match fault.property {
        Some(NameProperty::MailNickname) => NameField::MailNickname,
        _ => NameField::DisplayName,
    };
    let written = match field {
        NameField::DisplayName => name,
        NameField::MailNickname => alias,
    };
    let suggestion = match &fault.reason {
        NameReason::MissingPrefixSuffix {
            prefix,
            suffix,
            suggested,
        } => suggested
            .clone()
            .or_else(|| Some(complete(written, prefix, suffix, field))),
        NameReason::PropertyConflict if field == NameField::MailNickname => Some(numbered(written)),
        _ => None,
    };
    NameFinding {
        field,
        problem: problem(&fault.reason),
        suggestion,
    }
}

fn problem(reason: &NameReason) -> NameProblem {
    match reason {
        NameReason::PropertyConflict => NameProblem::Taken,
        NameReason::MissingPrefixSuffix { prefix, suffix, .. } => {
            NameProblem::MissingPrefixSuffix {
                prefix: prefix.clone(),
                suffix: suffix.clone(),
            }
        }
        NameReason::ContainsBlockedWord { word } => NameProblem::BlockedWord { word: word.clone() },
        NameReason::InvalidLength => NameProblem::TooLong { most: MAX_NAME },
        NameReason::Other(code) => NameProblem::Other {
            reason: code.clone(),
        },
    }
}

/// The name with what is missing; an alias loses what it cannot have, and keeps what is only spelt otherwise.
fn complete(written: &str, prefix: &str, suffix: &str, field: NameField) -> String {
    let fits = |affix: &str| -> String {
        match field {
            NameField::DisplayName => affix.to_owned(),
            NameField::MailNickname => affix.chars().filter(|&c| !is_forbidden(c)).collect(),
        }
    };
    let (prefix, suffix) = (fits(prefix), fits(suffix));
    let begins = |end: usize| {
        written
            .get(..end)
            .is_some_and(|begin| begin.eq_ignore_ascii_case(&prefix))
    };
    let stem = match begins(prefix.len()) {
        true => &written[prefix.len()..],
        false => written,
    };
    let start = stem.len().saturating_sub(suffix.len());
    let ends = stem
        .get(start..)
        .is_some_and(|end| end.eq_ignore_ascii_case(&suffix));
    let stem = if ends { &stem[..start] } else { stem };
    format!("{prefix}{stem}{suffix}")
}

/// The next alias: "team" becomes "team-2", "team-2" becomes "team-3".
fn numbered(alias: &str) -> String {
    let (stem, number) = match alias.rsplit_once('-') {
        Some((stem, number)) if !stem.is_empty() => match number.parse::<u32>() {
            Ok(number) => (stem, number.saturating_add(1)),
            Err(_) => (alias, 2),
        },
        _ => (alias, 2),
    };
    let ending = format!("-{number}");
    let room = (MAX_ALIAS as usize).saturating_sub(ending.len());
    let stem: String = stem.chars().take(room).collect();
    format!("{stem}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_made_of_any_name() {
        assert_eq!(alias_for("Réseau Zürich – 2026"), "reseau-zurich-2026");
        assert_eq!(alias_for("デザイン室"), "dezainshi");
        assert_eq!(alias_for("🎓"), alias_for("🎓").trim_matches('-'));
        assert!(alias_problem(&alias_for(&"ä".repeat(300))).is_none());
    }

    #[test]
    fn what_an_alias_cannot_have_is_named() {
        assert_eq!(
            alias_problem("a b@c"),
            Some(NameProblem::ForbiddenCharacters {
                characters: " @".into()
            })
        );
        assert_eq!(
            alias_problem(&"a".repeat(65)),
            Some(NameProblem::TooLong { most: 64 })
        );
        assert_eq!(alias_problem("hr_hiring-loop"), None);
    }

    #[test]
    fn a_taken_alias_counts_on() {
        assert_eq!(numbered("team"), "team-2");
        assert_eq!(numbered("team-2"), "team-3");
        assert!(numbered(&"a".repeat(64)).len() <= 64);
    }

    #[test]
    fn what_a_policy_wants_is_put_where_it_belongs() {
        assert_eq!(
            complete("Hiring", "HR ", " (EU)", NameField::DisplayName),
            "HR Hiring (EU)"
        );
        assert_eq!(
            complete("HR Hiring", "HR ", "", NameField::DisplayName),
            "HR Hiring"
        );
        assert_eq!(
            complete("hiring", "HR ", "(EU)", NameField::MailNickname),
            "HRhiringEU"
        );
    }

    proptest::proptest! {
        #[test]
        fn every_alias_that_is_suggested_is_taken(name in ".{0,300}") {
            let alias = alias_for(&name);
            proptest::prop_assert!(alias.is_empty() || alias_problem(&alias).is_none());
        }
    }
}
