//! What comes of each line, from what was found for it. Asks nothing.

use std::collections::HashSet;

use ipc_contract::people::{CheckedLine, LineReason, LineVerdict, Person, PersonKind, Role};

use super::resolve::{Findings, Found, Wanted, wanted};
use super::table::Row;

/// How many candidates an unclear line shows.
const CANDIDATES: usize = 10;

/// What guests may be; `None` for what may not be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GuestRules {
    /// What the tenant says; its word stands above the group's.
    pub(crate) tenant_lets_in: Option<bool>,
    /// What the group says.
    pub(crate) group_lets_in: Option<bool>,
    pub(crate) may_own: Option<bool>,
}

impl GuestRules {
    /// Why a guest cannot be added in this role; `None` when they can, or the service has to say.
    pub(crate) fn against(&self, role: Role) -> Option<LineReason> {
        let (owner, member) = (role != Role::Member, role != Role::Owner);
        if owner && self.may_own == Some(false) {
            return Some(LineReason::GuestCannotOwn);
        }
        match (member, self.tenant_lets_in, self.group_lets_in) {
            (true, Some(false), _) => Some(LineReason::GuestsNotAllowed),
            (true, _, Some(false)) => Some(LineReason::GuestsNotAllowedHere),
            _ => None,
        }
    }

    /// Whether all that decides on a guest in this role is known.
    fn is_known(&self, role: Role) -> bool {
        let (owner, member) = (role != Role::Member, role != Role::Owner);
        let let_in = self.tenant_lets_in.is_some() && self.group_lets_in.is_some();
        (!owner || self.may_own.is_some()) && (!member || let_in)
    }
}

/// Goes through the lines in their order.
pub(super) struct Judge {
    role: Role,
    rules: GuestRules,
    already: HashSet<String>,
    seen: HashSet<String>,
}

#[derive(Debug, Default)]
struct Judgement {
    verdict: Option<LineVerdict>,
    reason: Option<LineReason>,
    person: Option<Person>,
    candidates: Vec<Person>,
}

impl Judge {
    pub(super) fn new(role: Role, rules: GuestRules, already: HashSet<String>) -> Self {
        Self {
            role,
            rules,
            already,
            seen: HashSet::new(),
        }
    }

    pub(super) fn line(&mut self, row: &Row, findings: &Findings) -> CheckedLine {
        let wanted = wanted(row);
        let judgement = match findings.of(&wanted) {
            None if wanted == Wanted::Nothing => unknown(LineReason::Empty),
            None => unknown(LineReason::NoSuchAccount),
            Some(Found::NotLookedUp) => unknown(LineReason::NotLookedUp),
            Some(Found::Thing(thing)) => not_addable(LineReason::NotAPerson, thing),
            Some(Found::People(people)) => self.people(people, matches!(wanted, Wanted::Name(_))),
        };
        CheckedLine {
            line: row.line,
            text: row.text.clone(),
            verdict: judgement.verdict.unwrap_or(LineVerdict::Unknown),
            reason: judgement.reason,
            person: judgement.person,
            candidates: judgement.candidates,
        }
    }

    /// A name alone is never sure, whoever has it.
    fn people(&mut self, mut people: Vec<Person>, by_name: bool) -> Judgement {
        if !by_name && people.len() == 1 {
            return match people.pop() {
                Some(person) => self.person(person),
                None => unknown(LineReason::NoSuchAccount),
            };
        }
        let refused = people.iter().find_map(|person| self.refused(person));
        people.retain(|person| self.refused(person).is_none());
        match (people.as_slice(), refused) {
            ([], Some((reason, person))) => not_addable(reason, person),
            ([_], _) if by_name => unclear(LineReason::NameOnly, people),
            _ => unclear(LineReason::SeveralMatch, people),
        }
    }

    fn person(&mut self, person: Person) -> Judgement {
        let first = self.seen.insert(person.id.clone());
        let mut reason = None;
        let verdict = if !first {
            LineVerdict::Repeated
        } else if self.already.contains(&person.id) {
            LineVerdict::AlreadyIn
        } else if let Some((reason, person)) = self.refused(&person) {
            return not_addable(reason, person);
        } else if person.kind == PersonKind::Guest {
            reason = (!self.rules.is_known(self.role)).then_some(LineReason::GuestsNotKnown);
            LineVerdict::Guest
        } else {
            LineVerdict::Ready
        };
        Judgement {
            verdict: Some(verdict),
            reason,
            person: Some(person),
            ..Judgement::default()
        }
    }

    /// Why somebody cannot be added.
    fn refused(&self, person: &Person) -> Option<(LineReason, Person)> {
        let reason = match person.kind {
            PersonKind::Guest => self.rules.against(self.role)?,
            PersonKind::Member => return None,
            PersonKind::ServicePrincipal | PersonKind::Other => LineReason::NotAPerson,
        };
        Some((reason, person.clone()))
    }
}

fn unknown(reason: LineReason) -> Judgement {
    Judgement {
        verdict: Some(LineVerdict::Unknown),
        reason: Some(reason),
        ..Judgement::default()
    }
}

fn not_addable(reason: LineReason, person: Person) -> Judgement {
    Judgement {
        verdict: Some(LineVerdict::NotAddable),
        reason: Some(reason),
        person: Some(person),
        ..Judgement::default()
    }
}

fn unclear(reason: LineReason, mut candidates: Vec<Person>) -> Judgement {
    candidates.truncate(CANDIDATES);
    Judgement {
        verdict: Some(LineVerdict::Unclear),
        reason: Some(reason),
        candidates,
        ..Judgement::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, kind: PersonKind) -> Person {
        Person {
            id: id.into(),
            display_name: id.into(),
            address: None,
            job_title: None,
            kind,
            enabled: Some(true),
        }
    }

    fn row(key: &str, name: &str) -> Row {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Row {
            line: 1,
            text: String::new(),
            key: some(key),
            name: some(name),
        }
    }

    fn member(id: &str) -> Found {
        Found::People(vec![person(id, PersonKind::Member)])
    }

    fn rules(may_be_added: bool, may_own: bool) -> GuestRules {
        GuestRules {
            tenant_lets_in: Some(may_be_added),
            group_lets_in: Some(true),
            may_own: Some(may_own),
        }
    }

    fn verdict(
        judge: &mut Judge,
        row: &Row,
        findings: &Findings,
    ) -> (LineVerdict, Option<LineReason>) {
        let line = judge.line(row, findings);
        (line.verdict, line.reason)
    }

    #[test]
    fn every_kind_of_line_is_told() {
        let findings = Findings::default()
            .with("a@x", member("a"))
            .with("alias@x", member("a"))
            .with("in@x", member("in"))
            .with("team@x", Found::Thing(person("t", PersonKind::Other)))
            .with("lost@x", Found::NotLookedUp)
            .with("Ann", member("ann"))
            .with(
                "Kim",
                Found::People(vec![
                    person("k1", PersonKind::Member),
                    person("k2", PersonKind::Guest),
                ]),
            );
        let mut judge = Judge::new(Role::Member, rules(true, false), ["in".into()].into());
        let mut told = |key: &str, name: &str| verdict(&mut judge, &row(key, name), &findings);

        assert_eq!(told("A@x", ""), (LineVerdict::Ready, None));
        assert_eq!(told("alias@x", ""), (LineVerdict::Repeated, None));
        assert_eq!(told("in@x", ""), (LineVerdict::AlreadyIn, None));
        assert_eq!(
            told("no@x", "Ann"),
            (LineVerdict::Unknown, Some(LineReason::NoSuchAccount))
        );
        assert_eq!(
            told("team@x", ""),
            (LineVerdict::NotAddable, Some(LineReason::NotAPerson))
        );
        assert_eq!(
            told("lost@x", ""),
            (LineVerdict::Unknown, Some(LineReason::NotLookedUp))
        );
        assert_eq!(
            told("", "ann"),
            (LineVerdict::Unclear, Some(LineReason::NameOnly))
        );
        assert_eq!(
            told("", "kim"),
            (LineVerdict::Unclear, Some(LineReason::SeveralMatch))
        );
        assert_eq!(
            told("", "No One"),
            (LineVerdict::Unknown, Some(LineReason::NoSuchAccount))
        );
        assert_eq!(
            told("", ""),
            (LineVerdict::Unknown, Some(LineReason::Empty))
        );
    }

    #[test]
    fn guests_are_what_the_tenant_lets_them_be() {
        let guest = || Found::People(vec![person("g", PersonKind::Guest)]);
        let findings = Findings::default()
            .with("g@x", guest())
            .with("Gus", guest());
        let told = |role, rules, key: &str, name: &str| {
            let mut judge = Judge::new(role, rules, HashSet::new());
            verdict(&mut judge, &row(key, name), &findings)
        };
        let not = |reason| (LineVerdict::NotAddable, Some(reason));
        assert_eq!(
            told(Role::Member, rules(true, false), "g@x", ""),
            (LineVerdict::Guest, None)
        );
        assert_eq!(
            told(Role::Member, rules(false, true), "g@x", ""),
            not(LineReason::GuestsNotAllowed)
        );
        for role in [Role::Owner, Role::OwnerAndMember] {
            assert_eq!(
                told(role, rules(true, false), "", "gus"),
                not(LineReason::GuestCannotOwn)
            );
            assert_eq!(
                told(role, rules(true, true), "g@x", ""),
                (LineVerdict::Guest, None)
            );
        }
    }
}
