//! Checking a pasted list or a file of people: what stands on each line, who that is, and whether they can
//! be added. Nothing is written.
//!
//! Deliberately elsewhere: adding those who are accepted (`changes`), saving the outcome (`export`).

mod already;
mod judge;
mod resolve;
mod table;
mod text;

pub(crate) use table::is_address;

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ipc_contract::jobs::LineChoice;
use ipc_contract::people::{
    CheckedCounts, CheckedLine, LineVerdict, PeopleCheckRequest, PeopleChecked, Person, PersonRef,
    Role,
};
use uuid::Uuid;

use self::judge::Judge;
use self::table::Table;
use super::members::parse;
use super::person::reference;
use crate::{Core, CoreError};

/// The contract's limit, in bytes before encoding.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The longest list.
const MAX_LINES: usize = 50_000;
/// How many lines are shown.
const SHOWN: usize = 2_000;
/// How many checks are remembered.
const REMEMBERED: usize = 5;
/// How many people one request adds.
const PER_REQUEST: u32 = 20;

/// Checks that may be accepted or saved.
#[derive(Debug, Default)]
pub(crate) struct Checks(Mutex<VecDeque<(String, Arc<Check>)>>);

impl Checks {
    fn remember(&self, check: Arc<Check>) -> String {
        let id = Uuid::new_v4().to_string();
        let mut checks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        checks.push_front((id.clone(), check));
        checks.truncate(REMEMBERED);
        id
    }

    fn get(&self, id: &str) -> Option<Arc<Check>> {
        let checks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, check) = checks.iter().find(|(known, _)| known == id)?;
        Some(check.clone())
    }
}

/// A checked list.
#[derive(Debug)]
pub(crate) struct Check {
    /// The group that they shall be added to.
    pub(crate) group_id: String,
    /// As what.
    pub(crate) role: Role,
    /// Every line, in the list's order.
    pub(crate) lines: Vec<CheckedLine>,
}

impl Check {
    /// Whom to add: everybody who may be, and who was chosen on lines that were unclear. Each once.
    pub(crate) fn accepted(&self, choices: &[LineChoice]) -> Vec<PersonRef> {
        let mut seen = HashSet::new();
        self.lines
            .iter()
            .filter_map(|line| match line.verdict {
                LineVerdict::Ready | LineVerdict::Guest => line.person.as_ref(),
                LineVerdict::Unclear => chosen(line, choices),
                _ => None,
            })
            .filter(|person| seen.insert(person.id.as_str()))
            .map(reference)
            .collect()
    }

    fn counts(&self) -> CheckedCounts {
        let mut counts = CheckedCounts::default();
        for line in &self.lines {
            let count = match line.verdict {
                LineVerdict::Ready => &mut counts.ready,
                LineVerdict::Guest => &mut counts.guest,
                LineVerdict::AlreadyIn => &mut counts.already_in,
                LineVerdict::Unclear => &mut counts.unclear,
                LineVerdict::Unknown => &mut counts.unknown,
                LineVerdict::NotAddable => &mut counts.not_addable,
                LineVerdict::Repeated => &mut counts.repeated,
            };
            *count += 1;
        }
        counts
    }

    /// The first lines, those that need a look first.
    fn shown(&self) -> Vec<CheckedLine> {
        let mut lines: Vec<&CheckedLine> = self.lines.iter().collect();
        lines.sort_by_key(|line| line.verdict);
        lines.into_iter().take(SHOWN).cloned().collect()
    }
}

fn chosen<'a>(line: &'a CheckedLine, choices: &[LineChoice]) -> Option<&'a Person> {
    line.candidates.iter().find(|candidate| {
        let mut chosen = choices.iter().filter(|choice| choice.line == line.line);
        chosen.any(|choice| choice.person_id == candidate.id)
    })
}

impl Core {
    /// Checks a list of people against the directory and the group.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for what is no text, more than 16 MB or more than 50,000 lines; else
    /// when the group or the directory may not be read.
    pub async fn check_people(
        &self,
        request: &PeopleCheckRequest,
    ) -> Result<PeopleChecked, CoreError> {
        let session = self.session()?;
        let group = parse(&request.group_id)?;
        let content = request.content.clone();
        let Table { rows, columns } = tokio::task::spawn_blocking(move || read(&content))
            .await
            .map_err(CoreError::internal)??;
        let client = session.client(self.host()).await?;
        let (found, already, rules) = futures::join!(
            self.look_up(&session, &client, &rows),
            self.already_in(&session, &client, &group, request.role),
            self.guest_rules(&client, &group),
        );
        let mut judge = Judge::new(request.role, rules?, already?);
        let found = found?;
        let check = Arc::new(Check {
            group_id: group.to_string(),
            role: request.role,
            lines: rows.iter().map(|row| judge.line(row, &found)).collect(),
        });
        let check_id = session.checks.remember(check.clone());
        Ok(answer(check_id, &check, request, columns))
    }

    /// A check that may be accepted or saved.
    ///
    /// # Errors
    /// [`CoreError::PlanGone`] for one that is not known, or not any more.
    pub(crate) fn check(&self, check_id: &str) -> Result<Arc<Check>, CoreError> {
        let check = self.session()?.checks.get(check_id);
        check.ok_or(CoreError::PlanGone)
    }
}

fn answer(
    check_id: String,
    check: &Check,
    request: &PeopleCheckRequest,
    columns: Vec<String>,
) -> PeopleChecked {
    let counts = check.counts();
    let requests = (counts.ready + counts.guest).div_ceil(PER_REQUEST);
    PeopleChecked {
        check_id,
        file_name: request.file_name.clone(),
        lines: u32::try_from(check.lines.len()).unwrap_or(u32::MAX),
        columns,
        counts,
        shown: check.shown(),
        requests: match request.role {
            Role::OwnerAndMember => 2 * requests,
            Role::Member | Role::Owner => requests,
        },
    }
}

/// From what the window sends to rows.
fn read(content: &str) -> Result<Table, CoreError> {
    let invalid = || CoreError::invalid("content");
    if content.len() / 4 * 3 > MAX_BYTES + 2 {
        return Err(invalid());
    }
    let bytes = STANDARD.decode(content).map_err(|_| invalid())?;
    let text = text::decode(&bytes).ok_or_else(invalid)?;
    let table = table::read(&text);
    if table.rows.len() > MAX_LINES {
        return Err(invalid());
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use ipc_contract::people::PersonKind;

    use super::*;

    fn person(id: &str) -> Person {
        Person {
            id: id.into(),
            display_name: id.to_uppercase(),
            address: None,
            job_title: None,
            kind: PersonKind::Member,
            enabled: Some(true),
        }
    }

    fn line(number: u32, verdict: LineVerdict, people: &[&str]) -> CheckedLine {
        let people: Vec<Person> = people.iter().map(|id| person(id)).collect();
        let unclear = verdict == LineVerdict::Unclear;
        CheckedLine {
            line: number,
            text: String::new(),
            verdict,
            reason: None,
            person: people.first().filter(|_| !unclear).cloned(),
            candidates: if unclear { people } else { Vec::new() },
        }
    }

    fn check() -> Check {
        Check {
            group_id: String::new(),
            role: Role::Member,
            lines: vec![
                line(1, LineVerdict::Ready, &["a"]),
                line(2, LineVerdict::AlreadyIn, &["b"]),
                line(3, LineVerdict::Unclear, &["c", "d"]),
                line(3, LineVerdict::Unclear, &["e", "f"]),
                line(4, LineVerdict::Guest, &["g"]),
                line(5, LineVerdict::Unclear, &["a"]),
            ],
        }
    }

    fn accepted(choices: &[(u32, &str)]) -> Vec<String> {
        let choices: Vec<_> = choices
            .iter()
            .map(|&(line, id)| LineChoice {
                line,
                person_id: id.into(),
            })
            .collect();
        let accepted = check().accepted(&choices).into_iter();
        accepted.map(|person| person.id).collect()
    }

    #[test]
    fn unclear_lines_without_a_choice_are_left_out() {
        assert_eq!(accepted(&[]), ["a", "g"]);
    }

    #[test]
    fn a_choice_counts_on_its_own_line_only_and_nobody_is_accepted_twice() {
        let choices = [(3, "d"), (3, "e"), (4, "c"), (3, "x"), (5, "a")];
        assert_eq!(accepted(&choices), ["a", "d", "e", "g"]);
    }

    #[test]
    fn what_needs_a_look_is_shown_first_in_the_lists_order() {
        let shown: Vec<_> = check().shown().iter().map(|line| line.line).collect();
        assert_eq!(shown, [3, 3, 5, 4, 1, 2]);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let png = STANDARD.encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
        let long = STANDARD.encode("a@x.example\n".repeat(MAX_LINES + 1));
        let large = "A".repeat(MAX_BYTES / 3 * 4 + 8);
        for content in ["no base64!", &png, &long, &large] {
            let refused = read(content);
            assert!(matches!(refused, Err(CoreError::InvalidInput("content"))));
        }
        let most = STANDARD.encode("a@x.example\n".repeat(MAX_LINES));
        assert_eq!(read(&most).unwrap().rows.len(), MAX_LINES);
    }
}
