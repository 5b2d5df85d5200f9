//! What names come to: for the signed-in person and others, and for the groups that are there.

use std::collections::HashSet;

use cache::GroupRecord;
use graph_client::models::NamingPerson;
use ipc_contract::details::{NameField, NameFinding, NameProblem};
use ipc_contract::people::PersonRef;
use ipc_contract::policies::{
    AdminRole, NameAttribute, NameExample, NamePart, NamingFinding, NamingInput, NamingMisfit,
    NamingMisfits, NamingMisfitsRequest, NamingPolicy, NamingPreview, NamingPreviewRequest,
};

use super::blocked::Blocked;
use super::{NAME_MOST, is_refused, of_input, of_settings, pattern};
use crate::naming::{alias_problem, is_forbidden};
use crate::session::ActiveSession;
use crate::{Core, CoreError};
use graph_client::models::GroupSettingTemplate;

/// How many people are looked at for examples.
const PEOPLE: u32 = 100;
/// How many examples there are beside the signed-in person's.
const OTHERS: usize = 5;
/// With less room than this, names become hard to find.
const LITTLE: i32 = 10;
/// How many misfits an answer has at most.
const MISFITS: u32 = 500;

impl Core {
    /// What names come to by a naming policy. Nothing is written.
    ///
    /// # Errors
    /// When the tenant's own can neither be read nor is known.
    pub async fn naming_preview(
        &self,
        request: &NamingPreviewRequest,
    ) -> Result<NamingPreview, CoreError> {
        let session = self.session()?;
        let mut policy = self
            .naming_policy(&session, request.naming.as_ref())
            .await?;
        let people = self.naming_people(&session).await;
        let blocked = Blocked::new(&policy.blocked_words);
        let examples: Vec<NameExample> = people
            .iter()
            .enumerate()
            .map(|(place, person)| example(&policy, &blocked, person, place == 0, &request.name))
            .collect();
        let little = examples.iter().filter_map(little_room);
        policy.findings.extend(little.take(1));
        let roles = self.known_policies(&session).await.ok();
        let roles = roles.and_then(|known| known.roles).unwrap_or_default();
        Ok(NamingPreview {
            exempt: roles.iter().any(is_exempt),
            valid: !policy.findings.iter().any(is_refused),
            policy,
            examples,
        })
    }

    /// Groups that would not fit a naming policy.
    ///
    /// # Errors
    /// As [`Core::naming_preview`].
    pub async fn naming_misfits(
        &self,
        request: &NamingMisfitsRequest,
    ) -> Result<NamingMisfits, CoreError> {
        let session = self.session()?;
        let policy = self
            .naming_policy(&session, request.naming.as_ref())
            .await?;
        let groups = self.every_group(&session).await?;
        let (count, reading) = (groups.records.len(), groups.reading);
        let looked = tokio::task::spawn_blocking(move || misfits(&policy, &groups.records));
        let rows = looked.await.map_err(CoreError::internal)?;
        let count_of = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let total = count_of(rows.len());
        let page = rows.into_iter().skip(request.offset as usize);
        Ok(NamingMisfits {
            rows: page.take(request.limit.min(MISFITS) as usize).collect(),
            total,
            groups: count_of(count),
            reading,
        })
    }

    async fn naming_policy(
        &self,
        session: &ActiveSession,
        input: Option<&NamingInput>,
    ) -> Result<NamingPolicy, CoreError> {
        if let Some(input) = input {
            return Ok(of_input(input));
        }
        let known = self.known_policies(session).await?;
        Ok(of_settings(known.made(GroupSettingTemplate::UNIFIED)))
    }

    /// The signed-in person first, then others of different departments; whoever cannot be read is left out.
    async fn naming_people(&self, session: &ActiveSession) -> Vec<NamingPerson> {
        let known = session
            .naming_people
            .get_or_init(|| self.read_naming_people(session));
        known.await.clone()
    }

    async fn read_naming_people(&self, session: &ActiveSession) -> Vec<NamingPerson> {
        let mut people = Vec::new();
        if let Ok(client) = session.client(self.host()).await {
            let (me, users) = (client.me(), client.users());
            let (me, others) = futures::join!(me.for_naming(), users.for_naming(PEOPLE));
            people.extend(me.ok());
            let mut seen: HashSet<Option<String>> = people
                .iter()
                .map(|person| person.department.clone())
                .collect();
            let others = others.unwrap_or_default().into_iter();
            let different = others.filter(|person| seen.insert(person.department.clone()));
            people.extend(different.take(OTHERS));
        }
        people
    }
}

/// Global and User Administrators may call groups what they like (groups-naming-policy.md).
const fn is_exempt(role: &AdminRole) -> bool {
    matches!(
        role,
        AdminRole::GlobalAdministrator | AdminRole::UserAdministrator
    )
}

fn attribute(person: &NamingPerson, which: NameAttribute) -> String {
    let value = match which {
        NameAttribute::Department => &person.department,
        NameAttribute::Company => &person.company_name,
        NameAttribute::Office => &person.office_location,
        NameAttribute::StateOrProvince => &person.state,
        NameAttribute::CountryOrRegion => &person.country,
        NameAttribute::Title => &person.job_title,
    };
    value.clone().unwrap_or_default()
}

fn example(
    policy: &NamingPolicy,
    blocked: &Blocked,
    person: &NamingPerson,
    me: bool,
    name: &str,
) -> NameExample {
    let (prefix, suffix) = pattern::affixes(&policy.parts, |which| attribute(person, which));
    let name = name.trim();
    let display_name = format!("{prefix}{name}{suffix}");
    let bare = crate::naming::alias_for(name);
    let mail_nickname = format!("{}{bare}{}", for_alias(&prefix), for_alias(&suffix));
    let length = display_name.chars().count();
    let signed = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let affixes = signed(prefix.chars().count() + suffix.chars().count());
    let findings = match name.is_empty() {
        true => Vec::new(),
        false => problems(policy, blocked, &display_name, &mail_nickname),
    };
    NameExample {
        person: PersonRef {
            id: person.id.to_string(),
            display_name: person.display_name.clone().unwrap_or_default(),
        },
        me,
        unset: unset(&policy.parts, person),
        findings,
        length: u32::try_from(length).unwrap_or(u32::MAX),
        room: signed(NAME_MOST as usize) - affixes,
        display_name,
        mail_nickname,
    }
}

fn unset(parts: &[NamePart], person: &NamingPerson) -> Vec<NameAttribute> {
    let mut unset: Vec<NameAttribute> = Vec::new();
    for part in parts {
        if let NamePart::Attribute { attribute: which } = part
            && attribute(person, *which).is_empty()
            && !unset.contains(which)
        {
            unset.push(*which);
        }
    }
    unset
}

fn problems(policy: &NamingPolicy, blocked: &Blocked, name: &str, alias: &str) -> Vec<NameFinding> {
    let finding = |field, problem| NameFinding {
        field,
        problem,
        suggestion: None,
    };
    let mut findings = Vec::new();
    if !policy.raw.is_empty() && name.chars().count() > NAME_MOST as usize {
        let most = NAME_MOST;
        findings.push(finding(
            NameField::DisplayName,
            NameProblem::TooLong { most },
        ));
    }
    for (field, text) in [
        (NameField::DisplayName, name),
        (NameField::MailNickname, alias),
    ] {
        if let Some(word) = blocked.find(text) {
            let word = Some(word.to_owned());
            findings.push(finding(field, NameProblem::BlockedWord { word }));
        }
    }
    findings.extend(alias_problem(alias).map(|problem| finding(NameField::MailNickname, problem)));
    findings
}

fn little_room(example: &NameExample) -> Option<NamingFinding> {
    (example.room < LITTLE).then(|| NamingFinding::LittleRoom {
        left: u32::try_from(example.room).unwrap_or_default(),
        person: example.person.clone(),
    })
}

fn for_alias(affix: &str) -> String {
    affix.chars().filter(|&sign| !is_forbidden(sign)).collect()
}

/// The groups that do not fit, by name.
pub(crate) fn misfits(policy: &NamingPolicy, groups: &[GroupRecord]) -> Vec<NamingMisfit> {
    let blocked = Blocked::new(&policy.blocked_words);
    let (prefix, suffix) = pattern::affixes(&policy.parts, |_| "…".to_owned());
    let mut rows: Vec<NamingMisfit> = groups
        .iter()
        .filter_map(|record| {
            let group = &record.group;
            let name = group.display_name.as_deref().unwrap_or_default();
            let alias = group.mail_nickname.as_deref().unwrap_or_default();
            let mut problems = Vec::new();
            if !pattern::could_be(&policy.parts, name) {
                problems.push(NameProblem::MissingPrefixSuffix {
                    prefix: prefix.clone(),
                    suffix: suffix.clone(),
                });
            }
            if !policy.raw.is_empty() && name.chars().count() > NAME_MOST as usize {
                problems.push(NameProblem::TooLong { most: NAME_MOST });
            }
            if let Some(word) = blocked.find(name).or_else(|| blocked.find(alias)) {
                let word = Some(word.to_owned());
                problems.push(NameProblem::BlockedWord { word });
            }
            (!problems.is_empty()).then(|| NamingMisfit {
                group_id: group.id.to_string(),
                group_name: name.to_owned(),
                mail_nickname: alias.to_owned(),
                owned: record.relation.owned,
                problems,
            })
        })
        .collect();
    rows.sort_by_cached_key(|row| row.group_name.to_lowercase());
    rows
}
