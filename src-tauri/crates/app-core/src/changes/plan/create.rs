//! The plan of a new group: the creation with the first twenty people, the others after it, and the team.

use ipc_contract::details::NewGroup;
use ipc_contract::groups::Visibility;
use ipc_contract::people::PersonRef;

use super::Planning;
use super::people::distinct;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::op::Op;

/// How many owners and members one creation takes (group-post-groups.md).
const WITH_THE_CREATION: usize = 20;

impl Planning<'_> {
    pub(super) fn create(&self, group: &NewGroup) -> Result<Draft, CoreError> {
        check(group)?;
        let me = PersonRef {
            id: self.session.account.user_id.clone(),
            display_name: self.session.account.display_name.clone(),
        };
        let owners = with_first(&me, &group.owners)?;
        let members = if group.me_as_member {
            with_first(&me, &group.members)?
        } else {
            distinct(&group.members)?
                .into_iter()
                .map(|(_, person)| person)
                .collect()
        };
        let (first_owners, later_owners) = split(&owners, WITH_THE_CREATION);
        let (first_members, later_members) =
            split(&members, WITH_THE_CREATION - first_owners.len());
        let ids = |people: &[PersonRef]| people.iter().map(|person| person.id.clone()).collect();
        let mut draft = Draft::default();
        let op = Op::CreateGroup {
            group: Box::new(group.clone()),
            owners: ids(first_owners),
            members: ids(first_members),
        };
        let name = &group.display_name;
        draft.add(op, "", name, About::default());
        for person in later_members {
            draft.add(Op::AddMember, "", name, About::person(person));
        }
        for person in later_owners {
            draft.add(Op::AddOwner, "", name, About::person(person));
        }
        if group.team {
            draft.add(Op::EnableTeam, "", name, About::default());
        }
        Ok(draft)
    }
}

fn check(group: &NewGroup) -> Result<(), CoreError> {
    if crate::naming::name_problem(&group.display_name).is_some() {
        return Err(CoreError::invalid("displayName"));
    }
    if crate::naming::alias_problem(&group.mail_nickname).is_some() {
        return Err(CoreError::invalid("mailNickname"));
    }
    if group.visibility == Visibility::Unknown {
        return Err(CoreError::invalid("visibility"));
    }
    Ok(())
}

fn with_first(me: &PersonRef, others: &[PersonRef]) -> Result<Vec<PersonRef>, CoreError> {
    let all: Vec<PersonRef> = std::iter::once(me).chain(others).cloned().collect();
    Ok(distinct(&all)?
        .into_iter()
        .map(|(_, person)| person)
        .collect())
}

fn split(people: &[PersonRef], at: usize) -> (&[PersonRef], &[PersonRef]) {
    people.split_at(at.min(people.len()))
}
