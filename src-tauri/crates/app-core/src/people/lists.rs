//! Which groups' people are being read, why that failed last, who was seen, and what was just changed
//! here: the service's lists lag behind changes that it has accepted.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use graph_client::models::{GroupId, Member, UserId};
use ipc_contract::error::CommandError;
use ipc_contract::people::PersonRef;

use super::PeopleList;
use crate::changes::Moved;

/// After a failure a group's people are not read again by themselves for so long.
const REST_FOR: Duration = Duration::from_secs(60);
/// For so long a list that was read is corrected by what was changed here.
const LAGS_FOR: Duration = Duration::from_secs(60);
/// So many people are remembered beside the groups' lists.
const REMEMBERED: usize = 100_000;

/// What one session remembers of the people of groups.
#[derive(Debug, Default, Clone)]
pub(crate) struct Lists(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    reading: HashSet<GroupId>,
    failed: HashMap<GroupId, (CommandError, Instant)>,
    moved: Vec<(Moved, Instant)>,
    seen: HashMap<UserId, Member>,
}

impl Lists {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True for the one caller that may read this group now.
    pub(super) fn begin(&self, group: &GroupId) -> bool {
        self.inner().reading.insert(group.clone())
    }

    pub(super) fn end(&self, group: &GroupId, error: Option<CommandError>) {
        let mut inner = self.inner();
        inner.reading.remove(group);
        match error {
            Some(error) => inner.failed.insert(group.clone(), (error, Instant::now())),
            None => inner.failed.remove(group),
        };
    }

    pub(super) fn is_reading(&self, group: &GroupId) -> bool {
        self.inner().reading.contains(group)
    }

    /// Why the last reading failed.
    pub(super) fn last_error(&self, group: &GroupId) -> Option<CommandError> {
        Some(self.inner().failed.get(group)?.0.clone())
    }

    /// Whether it failed so lately that it is not tried again by itself.
    pub(super) fn rests(&self, group: &GroupId) -> bool {
        let inner = self.inner();
        let failed = inner.failed.get(group);
        failed.is_some_and(|(_, at)| at.elapsed() < REST_FOR)
    }

    /// Remembers people, so that they have more than a name when they come into a group.
    pub(super) fn see(&self, people: impl IntoIterator<Item = Member>) {
        let mut inner = self.inner();
        for member in people {
            if inner.seen.len() >= REMEMBERED && !inner.seen.contains_key(&member.id) {
                return;
            }
            inner.seen.insert(member.id.clone(), member);
        }
    }

    /// Notes what the service accepted.
    pub(super) fn note(&self, moved: &[Moved]) {
        let now = Instant::now();
        let mut inner = self.inner();
        inner
            .moved
            .retain(|(_, at)| now.duration_since(*at) < LAGS_FOR);
        inner
            .moved
            .extend(moved.iter().map(|moved| (moved.clone(), now)));
    }

    /// Corrects a list that was just read by what was changed here a moment ago.
    pub(crate) fn correct(
        &self,
        group: &GroupId,
        list: PeopleList,
        mut read: Vec<Member>,
    ) -> Vec<Member> {
        let inner = self.inner();
        let late = inner
            .moved
            .iter()
            .filter(|(moved, at)| moved.group == *group && at.elapsed() < LAGS_FOR)
            .map(|(moved, _)| moved);
        let late: Vec<&Moved> = late.collect();
        if !late.is_empty() {
            apply(&mut read, list, &late, &|person| {
                inner.seen.get(person).cloned()
            });
        }
        read
    }

    /// What was changed here a moment ago.
    pub(crate) fn late(&self) -> Vec<Moved> {
        let inner = self.inner();
        let late = inner.moved.iter().filter(|(_, at)| at.elapsed() < LAGS_FOR);
        late.map(|(moved, _)| moved.clone()).collect()
    }

    /// Puts `moved` into, and takes it out of, a list that is known.
    pub(super) fn apply(&self, people: &mut Vec<Member>, list: PeopleList, moved: &[&Moved]) {
        let inner = self.inner();
        apply(people, list, moved, &|person| {
            inner.seen.get(person).cloned()
        });
    }
}

fn apply(
    people: &mut Vec<Member>,
    list: PeopleList,
    moved: &[&Moved],
    seen: &dyn Fn(&UserId) -> Option<Member>,
) {
    // The last word about each person, so that a thousand changes are one pass.
    let mut last: HashMap<UserId, &Moved> = HashMap::new();
    let mut order = Vec::new();
    for moved in moved.iter().filter(|moved| list.is_of(moved.role)) {
        if let Ok(id) = UserId::parse(&moved.person.id)
            && last.insert(id.clone(), *moved).is_none()
        {
            order.push(id);
        }
    }
    let mut there = HashSet::new();
    people.retain(|member| match last.get(&member.id) {
        Some(moved) if !moved.added => false,
        Some(_) => there.insert(member.id.clone()),
        None => true,
    });
    for id in order {
        if let Some(moved) = last.get(&id)
            && moved.added
            && !there.contains(&id)
        {
            people.push(seen(&id).unwrap_or_else(|| named(id, &moved.person)));
        }
    }
}

/// Somebody of whom only the name is known.
fn named(id: UserId, person: &PersonRef) -> Member {
    Member {
        id,
        odata_type: None,
        display_name: Some(person.display_name.clone()),
        mail: None,
        user_principal_name: None,
        user_type: None,
        job_title: None,
        account_enabled: None,
    }
}

#[cfg(test)]
mod tests {
    use ipc_contract::error::ErrorCode;
    use ipc_contract::people::Role;

    use super::super::known::tests::member;
    use super::*;

    fn group() -> GroupId {
        GroupId::parse("5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01").unwrap()
    }

    fn moved(number: u32, role: Role, added: bool) -> Moved {
        let person = member(number, "Ann", "Member");
        Moved {
            group: group(),
            person: PersonRef {
                id: person.id.to_string(),
                display_name: "Ann".into(),
            },
            role,
            added,
        }
    }

    #[test]
    fn a_list_that_lags_neither_loses_who_came_nor_shows_who_went() {
        let lists = Lists::default();
        lists.see([member(2, "Bo", "Guest")]);
        lists.note(&[
            moved(1, Role::Member, false),
            moved(2, Role::Member, true),
            moved(3, Role::Owner, true),
        ]);

        let read = vec![member(1, "Ann", "Member"), member(4, "Di", "Member")];
        let members = lists.correct(&group(), PeopleList::Members, read);

        let expected = [member(4, "Di", "Member"), member(2, "Bo", "Guest")];
        assert_eq!(members, expected);
    }

    #[test]
    fn the_last_of_several_changes_of_somebody_holds() {
        let lists = Lists::default();
        let changes = [
            moved(1, Role::OwnerAndMember, true),
            moved(1, Role::Owner, false),
        ];
        let changes: Vec<&Moved> = changes.iter().collect();
        let (mut owners, mut members) = (Vec::new(), Vec::new());
        lists.apply(&mut owners, PeopleList::Owners, &changes);
        lists.apply(&mut members, PeopleList::Members, &changes);
        assert_eq!((owners.len(), members.len()), (0, 1));
    }

    #[test]
    fn a_group_that_just_failed_is_let_rest() {
        let lists = Lists::default();
        assert!(lists.begin(&group()) && !lists.begin(&group()));
        let error = CommandError::new(ErrorCode::Offline, "");
        lists.end(&group(), Some(error.clone()));
        assert!(lists.rests(&group()) && !lists.is_reading(&group()));
        assert_eq!(lists.last_error(&group()), Some(error));
        lists.end(&group(), None);
        assert!(!lists.rests(&group()));
    }
}
