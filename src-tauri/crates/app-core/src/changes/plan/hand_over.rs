//! Handing everything that somebody owns to somebody else: in each group the successor becomes member and
//! owner first, and only then the one who leaves goes.

use futures::TryStreamExt as _;
use graph_client::models::{Group, GroupId};
use ipc_contract::jobs::Reason;
use ipc_contract::people::PersonRef;

use super::Planning;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::facts::{GroupFacts, Need, user_id};
use crate::changes::op::Op;

impl Planning<'_> {
    pub(super) async fn hand_over(
        &self,
        from: &PersonRef,
        to: &PersonRef,
        remove_membership: bool,
    ) -> Result<Draft, CoreError> {
        let leaver = user_id(&from.id)?;
        let successor = user_id(&to.id)?;
        if leaver == successor {
            return Err(CoreError::invalid("to"));
        }
        let owned: Vec<Group> = self
            .client
            .user(&leaver)
            .owned_groups()
            .items()
            .try_collect()
            .await?;
        let ids: Vec<GroupId> = owned
            .into_iter()
            .filter(Group::is_unified)
            .map(|group| group.id)
            .collect();
        let need = Need {
            owners: true,
            members: true,
        };
        let groups = self
            .core
            .facts(self.session, self.client, ids, need)
            .await?;
        let mut draft = Draft::default();
        for group in &groups {
            hand_over_one(&mut draft, group, from, to, &successor, remove_membership);
        }
        Ok(draft)
    }
}

fn hand_over_one(
    draft: &mut Draft,
    group: &GroupFacts,
    from: &PersonRef,
    to: &PersonRef,
    successor: &graph_client::models::UserId,
    remove_membership: bool,
) {
    let dynamic = group.group.is_dynamic();
    if group.is_member(successor) == Some(false) && !dynamic {
        draft.plan(Op::AddMember, group, About::person(to));
    }
    let needs = if group.is_owner(&to.id) {
        None
    } else {
        Some(draft.plan(Op::AddOwner, group, About::person(to)))
    };
    draft.plan(Op::RemoveOwner { needs }, group, About::person(from));
    let is_member = user_id(&from.id).is_ok_and(|leaver| group.is_member(&leaver) == Some(true));
    if remove_membership && is_member {
        if dynamic {
            draft.leave_out(&group.name, Some(from), Reason::Dynamic);
        } else {
            draft.plan(Op::RemoveMember { needs }, group, About::person(from));
        }
    }
}
