//! Plans that put people into groups and take them out.

use std::collections::HashSet;

use graph_client::models::{MemberKind, UserId};
use ipc_contract::jobs::{LineChoice, Reason};
use ipc_contract::people::{LineReason, PersonRef, Role};

use super::Planning;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::facts::{GroupFacts, Need, group_ids, user_id};
use crate::changes::op::Op;

/// At most this many owners has a group (group-post-owners.md).
pub(super) const MAX_OWNERS: usize = 100;
/// Up to this many people are simply added: the service says who is in already.
const WITHOUT_LOOKING: usize = 1;

impl Planning<'_> {
    pub(super) async fn add_people(
        &self,
        ids: &[String],
        people: &[PersonRef],
        role: Role,
    ) -> Result<Draft, CoreError> {
        let people = distinct(people)?;
        let need = Need {
            owners: role != Role::Member,
            members: role != Role::Owner && people.len() > WITHOUT_LOOKING,
        };
        let groups = self
            .core
            .facts(self.session, self.client, group_ids(ids)?, need)
            .await?;
        let guests = self.known_guests(&people).await?;
        let mut draft = Draft::default();
        for group in &groups {
            let people = self
                .let_in(&mut draft, group, &people, &guests, role)
                .await?;
            add_to(&mut draft, group, &people, role);
        }
        Ok(draft)
    }

    /// Those of the people who are known to be guests.
    async fn known_guests(
        &self,
        people: &[(UserId, PersonRef)],
    ) -> Result<HashSet<UserId>, CoreError> {
        let ids: Vec<UserId> = people.iter().map(|(id, _)| id.clone()).collect();
        let seen = self
            .session
            .cached(move |cache| Ok(cache.people_seen(&ids)?))
            .await?;
        let guests = seen
            .into_iter()
            .filter(|(_, person)| person.kind == MemberKind::Guest);
        Ok(guests.map(|(id, _)| id).collect())
    }

    /// The people without the guests whom the tenant or the group is known to keep out.
    async fn let_in(
        &self,
        draft: &mut Draft,
        group: &GroupFacts,
        people: &[(UserId, PersonRef)],
        guests: &HashSet<UserId>,
        role: Role,
    ) -> Result<Vec<(UserId, PersonRef)>, CoreError> {
        if guests.is_empty() {
            return Ok(people.to_vec());
        }
        let rules = self.core.guest_rules(self.client, &group.id).await?;
        let against = match rules.against(role) {
            None => return Ok(people.to_vec()),
            Some(LineReason::GuestCannotOwn) => Reason::GuestCannotOwn,
            Some(_) => Reason::GuestsNotAllowed,
        };
        let (kept_out, let_in): (Vec<_>, Vec<_>) = people
            .iter()
            .cloned()
            .partition(|(id, _)| guests.contains(id));
        for (_, person) in &kept_out {
            draft.leave_out(&group.name, Some(person), against);
        }
        Ok(let_in)
    }

    pub(super) async fn add_checked(
        &self,
        check_id: &str,
        choices: &[LineChoice],
    ) -> Result<Draft, CoreError> {
        let check = self.core.check(check_id)?;
        let people = check.accepted(choices);
        self.add_people(std::slice::from_ref(&check.group_id), &people, check.role)
            .await
    }

    pub(super) async fn remove_people(
        &self,
        ids: &[String],
        people: &[PersonRef],
        role: Role,
    ) -> Result<Draft, CoreError> {
        let people = distinct(people)?;
        let need = Need {
            owners: role != Role::Member,
            members: false,
        };
        let groups = self
            .core
            .facts(self.session, self.client, group_ids(ids)?, need)
            .await?;
        let mut draft = Draft::default();
        for group in &groups {
            remove_from(&mut draft, group, &people, role);
        }
        Ok(draft)
    }

    pub(super) async fn copy_people(&self, from: &str, to: &str) -> Result<Draft, CoreError> {
        let people = self
            .core
            .members_to_copy(self.session, self.client, from)
            .await?;
        self.add_people(&[to.to_owned()], &people, Role::Member)
            .await
    }
}

/// Members first: who is an owner and no member is locked out of Planner and Teams for that long.
fn add_to(draft: &mut Draft, group: &GroupFacts, people: &[(UserId, PersonRef)], role: Role) {
    if group.group.is_dynamic() && role != Role::Owner {
        for (_, person) in people {
            draft.leave_out(&group.name, Some(person), Reason::Dynamic);
        }
        return;
    }
    if role != Role::Owner {
        for (id, person) in people {
            match group.is_member(id) {
                Some(true) if role == Role::Member => {
                    draft.leave_out(&group.name, Some(person), Reason::AlreadyMember);
                }
                Some(true) => {}
                _ => {
                    draft.plan(Op::AddMember, group, About::person(person));
                }
            }
        }
    }
    if role != Role::Member {
        add_owners(draft, group, people);
    }
}

fn add_owners(draft: &mut Draft, group: &GroupFacts, people: &[(UserId, PersonRef)]) {
    let mut owners = group.owners.as_ref().map_or(0, Vec::len);
    for (_, person) in people {
        if group.is_owner(&person.id) {
            draft.leave_out(&group.name, Some(person), Reason::AlreadyOwner);
        } else if owners >= MAX_OWNERS {
            draft.leave_out(&group.name, Some(person), Reason::TooManyOwners);
        } else {
            owners += 1;
            draft.plan(Op::AddOwner, group, About::person(person));
        }
    }
}

fn remove_from(draft: &mut Draft, group: &GroupFacts, people: &[(UserId, PersonRef)], role: Role) {
    if group.group.is_dynamic() && role == Role::Member {
        for (_, person) in people {
            draft.leave_out(&group.name, Some(person), Reason::Dynamic);
        }
        return;
    }
    let mut staying: HashSet<&str> = group
        .human_owners()
        .map(|owner| owner.id.as_str())
        .collect();
    for (_, person) in people {
        if role != Role::Member {
            if !group.is_owner(&person.id) {
                draft.leave_out(&group.name, Some(person), Reason::NotOwner);
                continue;
            }
            let counted = staying.remove(person.id.as_str());
            if staying.is_empty() {
                if counted {
                    staying.insert(person.id.as_str());
                }
                draft.leave_out(&group.name, Some(person), Reason::LastOwner);
                continue;
            }
            draft.plan(
                Op::RemoveOwner { needs: None },
                group,
                About::person(person),
            );
        }
        if role != Role::Owner && !group.group.is_dynamic() {
            draft.plan(
                Op::RemoveMember { needs: None },
                group,
                About::person(person),
            );
        }
    }
}

/// Each person once, by ids that are ids.
pub(super) fn distinct(people: &[PersonRef]) -> Result<Vec<(UserId, PersonRef)>, CoreError> {
    let mut seen = HashSet::new();
    people
        .iter()
        .filter(|person| seen.insert(person.id.as_str()))
        .map(|person| Ok((user_id(&person.id)?, person.clone())))
        .collect()
}

#[cfg(test)]
mod tests {
    use graph_client::models::{Group, GroupId, Member};

    use super::*;

    const ID: &str = "5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01";

    fn person(number: u8) -> (UserId, PersonRef) {
        let id = format!("00000000-0000-4000-8000-0000000000{number:02}");
        let reference = PersonRef {
            id: id.clone(),
            display_name: format!("P{number}"),
        };
        (UserId::parse(&id).unwrap(), reference)
    }

    fn owner(number: u8, enabled: bool, user_type: &str) -> Member {
        serde_json::from_value(serde_json::json!({
            "@odata.type": "#microsoft.graph.user",
            "id": person(number).1.id,
            "accountEnabled": enabled,
            "userType": user_type,
        }))
        .unwrap()
    }

    fn group(owners: Vec<Member>) -> GroupFacts {
        let group: Group = serde_json::from_value(serde_json::json!({"id": ID})).unwrap();
        GroupFacts {
            id: GroupId::parse(ID).unwrap(),
            name: "G".into(),
            group,
            owners: Some(owners),
            members: None,
        }
    }

    fn removing(owners: Vec<Member>, people: &[u8]) -> (usize, Vec<Reason>) {
        let mut draft = Draft::default();
        let people: Vec<_> = people.iter().copied().map(person).collect();
        remove_from(&mut draft, &group(owners), &people, Role::Owner);
        (draft.items().len(), draft.reasons())
    }

    #[test]
    fn the_last_enabled_owner_of_the_tenant_stays() {
        let owners = || {
            vec![
                owner(1, true, "Member"),
                owner(2, false, "Member"),
                owner(3, true, "Guest"),
            ]
        };
        assert_eq!(removing(owners(), &[1]), (0, vec![Reason::LastOwner]));
        assert_eq!(removing(owners(), &[2]), (1, vec![]));
        assert_eq!(removing(owners(), &[2, 3]), (2, vec![]));
    }

    #[test]
    fn of_two_owners_who_are_to_go_one_stays() {
        let owners = vec![owner(1, true, "Member"), owner(2, true, "Member")];
        assert_eq!(removing(owners, &[1, 2]), (1, vec![Reason::LastOwner]));
    }

    #[test]
    fn whoever_is_in_already_is_left_out() {
        let mut facts = group(vec![owner(1, true, "Member")]);
        facts.members = Some([person(1).0].into());
        let mut draft = Draft::default();
        add_to(
            &mut draft,
            &facts,
            &[person(1), person(2)],
            Role::OwnerAndMember,
        );
        let planned: Vec<_> = draft
            .items()
            .iter()
            .map(|(op, item)| (op.clone(), item.object_name.clone()))
            .collect();
        assert_eq!(
            planned,
            [
                (Op::AddMember, Some("P2".into())),
                (Op::AddOwner, Some("P2".into()))
            ]
        );
        assert_eq!(draft.reasons(), [Reason::AlreadyOwner]);
    }
}
