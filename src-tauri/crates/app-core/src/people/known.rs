//! What is known of the people of groups: a list of owners and one of members a group, each with its age.

use std::collections::{HashMap, HashSet};

use cache::{Cache, CacheError, Document, Role as Roster};
use graph_client::models::{GroupId, Member, UserId};
use ipc_contract::people::{GroupMember, Role};
use jiff::Timestamp;

use super::person::{fold, of_member};
use crate::CoreError;

/// One of a group's two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PeopleList {
    Owners,
    Members,
}

impl PeopleList {
    pub(super) const BOTH: [Self; 2] = [Self::Owners, Self::Members];

    const fn roster(self) -> Roster {
        match self {
            Self::Owners => Roster::Owner,
            Self::Members => Roster::Member,
        }
    }

    /// The list of a group as last read; `None` when it never was.
    pub(crate) fn of(
        self,
        cache: &Cache,
        group: &GroupId,
    ) -> Result<Option<Document<Vec<Member>>>, CacheError> {
        let roster = cache.roster(group, self.roster(), 0..u32::MAX)?;
        Ok(roster.map(|roster| Document {
            value: roster.people,
            as_of: roster.as_of,
        }))
    }

    /// Keeps the list of a group as it was read.
    pub(crate) fn keep(
        self,
        cache: &Cache,
        group: &GroupId,
        people: &[Member],
        as_of: Timestamp,
    ) -> Result<(), CacheError> {
        cache.replace_roster(group, self.roster(), people, as_of)
    }

    /// Whether somebody with this role stands in it.
    pub(super) const fn is_of(self, role: Role) -> bool {
        matches!(
            (self, role),
            (Self::Owners, Role::Owner) | (Self::Members, Role::Member) | (_, Role::OwnerAndMember)
        )
    }
}

/// Both lists of a group as last read.
#[derive(Debug, Default)]
pub(super) struct KnownPeople {
    pub(super) owners: Option<Document<Vec<Member>>>,
    pub(super) members: Option<Document<Vec<Member>>>,
}

impl KnownPeople {
    pub(super) fn read(cache: &Cache, group: &GroupId) -> Result<Self, CoreError> {
        Ok(Self {
            owners: PeopleList::Owners.of(cache, group)?,
            members: PeopleList::Members.of(cache, group)?,
        })
    }

    /// When both had been read.
    pub(super) fn as_of(&self) -> Option<Timestamp> {
        Some(
            self.owners
                .as_ref()?
                .as_of
                .min(self.members.as_ref()?.as_of),
        )
    }

    pub(super) fn owners(&self) -> &[Member] {
        self.owners.as_ref().map_or(&[], |owners| &owners.value)
    }

    pub(super) fn members(&self) -> &[Member] {
        self.members.as_ref().map_or(&[], |members| &members.value)
    }

    /// As what each of them is in the group.
    pub(super) fn roles(&self) -> HashMap<&UserId, Role> {
        let mut roles: HashMap<&UserId, Role> = HashMap::new();
        for member in self.members() {
            roles.insert(&member.id, Role::Member);
        }
        for owner in self.owners() {
            roles
                .entry(&owner.id)
                .and_modify(|role| *role = Role::OwnerAndMember)
                .or_insert(Role::Owner);
        }
        roles
    }

    /// Everybody once, owners first, then by name.
    pub(super) fn shown(&self, me: &str) -> Vec<GroupMember> {
        let roles = self.roles();
        let mut seen = HashSet::with_capacity(roles.len());
        let mut people: Vec<GroupMember> = self
            .owners()
            .iter()
            .chain(self.members())
            .filter(|member| seen.insert(&member.id))
            .map(|member| {
                let role = roles.get(&member.id).copied().unwrap_or(Role::Member);
                GroupMember {
                    person: of_member(member),
                    owner: PeopleList::Owners.is_of(role),
                    member: PeopleList::Members.is_of(role),
                    me: member.id.as_str() == me,
                }
            })
            .collect();
        people.sort_by_cached_key(|someone| {
            let person = &someone.person;
            (
                !someone.owner,
                fold(&person.display_name),
                person.id.clone(),
            )
        });
        people
    }
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;

    /// Somebody with a number.
    pub(crate) fn member(number: u32, name: &str, user_type: &str) -> Member {
        serde_json::from_value(json!({
            "id": format!("00000000-0000-4000-8000-{number:012}"),
            "displayName": name,
            "mail": format!("p{number}@contoso.example"),
            "userType": user_type,
            "accountEnabled": true,
        }))
        .unwrap()
    }

    fn list(value: Vec<Member>) -> Option<Document<Vec<Member>>> {
        let as_of = Timestamp::UNIX_EPOCH;
        Some(Document { value, as_of })
    }

    fn person(number: u32, name: &str) -> Member {
        member(number, name, "Member")
    }

    #[test]
    fn owners_stand_first_and_everybody_once_by_name() {
        let known = KnownPeople {
            owners: list(vec![person(3, "Zoë"), person(1, "bo")]),
            members: list(vec![person(4, "Émile"), person(3, "Zoë"), person(2, "Dan")]),
        };
        let shown: Vec<_> = known
            .shown(person(2, "").id.as_str())
            .into_iter()
            .map(|one| (one.person.display_name, one.owner, one.member, one.me))
            .collect();
        assert_eq!(
            shown,
            [
                ("bo".to_owned(), true, false, false),
                ("Zoë".to_owned(), true, true, false),
                ("Dan".to_owned(), false, true, true),
                ("Émile".to_owned(), false, true, false),
            ]
        );
    }

    #[test]
    fn a_group_is_known_completely_only_with_both_lists() {
        let owners_only = KnownPeople {
            owners: list(Vec::new()),
            members: None,
        };
        assert_eq!(owners_only.as_of(), None);
    }
}
