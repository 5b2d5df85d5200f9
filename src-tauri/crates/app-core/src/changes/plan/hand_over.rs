//! Handing everything that somebody owns to somebody else: in each group the successor becomes member and
//! owner first, and only then the one who leaves goes.

use futures::{StreamExt as _, stream};
use graph_client::models::{GroupId, UserId};
use ipc_contract::hand_over::{HandOver, HandOverGroup};
use ipc_contract::jobs::Reason;
use ipc_contract::people::{PersonRef, Role};

use super::Planning;
use super::people::MAX_OWNERS;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::facts::{GroupFacts, Need, user_id};
use crate::changes::op::Op;
use crate::people::PeopleList;

/// How many groups are read at once.
const AT_ONCE: usize = 4;

/// Who goes, who comes.
struct Two<'a> {
    from: &'a PersonRef,
    to: &'a PersonRef,
    leaver: UserId,
    successor: UserId,
    remove_membership: bool,
}

impl Planning<'_> {
    pub(super) async fn hand_over(
        &self,
        from: &PersonRef,
        to: &PersonRef,
        remove_membership: bool,
    ) -> Result<Draft, CoreError> {
        let two = Two {
            from,
            to,
            leaver: user_id(&from.id)?,
            successor: user_id(&to.id)?,
            remove_membership,
        };
        if two.leaver == two.successor {
            return Err(CoreError::invalid("to"));
        }
        let owned = self.owned_by(&two.leaver).await?;
        if owned.whole && !self.session.is_administrator() {
            // What only administrators see tells whether the groups of others can be changed too.
            drop(self.core.deleted_groups().await);
        }
        let mut draft = Draft::default();
        let mut groups = Vec::with_capacity(owned.ids.len());
        let mut read = stream::iter(owned.ids)
            .map(|id| self.group_to_hand_over(id))
            .buffered(AT_ONCE);
        while let Some(group) = read.next().await {
            groups.extend(match group? {
                Read::Group(group, against) => two.plan(&mut draft, &group, against),
                Read::NotAllowed(id, name) => Some(two.unread(&mut draft, &id, &name)),
                Read::Gone => None,
            });
        }
        groups.sort_by_cached_key(|group| group.group_name.to_lowercase());
        draft.hand_over = Some(HandOver {
            groups,
            whole: owned.whole,
        });
        Ok(draft)
    }

    /// One group that may not be read does not cost the others.
    async fn group_to_hand_over(&self, id: GroupId) -> Result<Read, CoreError> {
        let need = Need {
            owners: true,
            members: true,
        };
        let read = self
            .core
            .facts_of(self.session, self.client, id.clone(), need);
        match read.await {
            Ok(mut group) => {
                let lists = &self.session.lists;
                group.owners = group
                    .owners
                    .map(|owners| lists.correct(&group.id, PeopleList::Owners, owners));
                let against = self.against(&group).await?;
                Ok(Read::Group(Box::new(group), against))
            }
            Err(CoreError::Graph(error)) if error.is_not_found() => Ok(Read::Gone),
            Err(CoreError::Graph(error)) if error.is_not_allowed() => {
                let known = id.clone();
                let record = self.session.cached(move |cache| Ok(cache.group(&known)?));
                let name = record.await?.and_then(|record| record.group.display_name);
                Ok(Read::NotAllowed(id, name.unwrap_or_default()))
            }
            Err(error) => Err(error),
        }
    }

    /// Why nothing can be changed in a group, as far as that is known beforehand.
    async fn against(&self, group: &GroupFacts) -> Result<Option<Reason>, CoreError> {
        let known = self.core.known_details(self.session, &group.id).await?;
        if known.is_some_and(|known| known.is_synced()) {
            return Ok(Some(Reason::Synced));
        }
        let mine = group.is_owner(&self.session.account.user_id);
        Ok((!mine && !self.session.is_administrator()).then_some(Reason::NotPermitted))
    }
}

/// What came of reading a group.
enum Read {
    /// With what stands against changing it.
    Group(Box<GroupFacts>, Option<Reason>),
    NotAllowed(GroupId, String),
    Gone,
}

impl Two<'_> {
    /// Plans one group; `None` when they no longer own it, which lists tell late.
    fn plan(
        &self,
        draft: &mut Draft,
        group: &GroupFacts,
        against: Option<Reason>,
    ) -> Option<HandOverGroup> {
        if !group.is_owner(&self.from.id) {
            return None;
        }
        let owners = group.owners.as_ref().map_or(0, Vec::len);
        let full = owners >= MAX_OWNERS && !group.is_owner(&self.to.id);
        let mut shown = self.shown(group);
        match against.or(full.then_some(Reason::TooManyOwners)) {
            Some(reason) => {
                draft.leave_out(&group.name, Some(self.from), reason);
                shown.why = Some(reason);
            }
            None => self.items(draft, group, shown.goes),
        }
        Some(shown)
    }

    fn items(&self, draft: &mut Draft, group: &GroupFacts, goes: Role) {
        let dynamic = group.group.is_dynamic();
        // Whether somebody is in a hidden membership may not be told: then the service knows.
        if group.is_member(&self.successor) != Some(true) && !dynamic {
            draft.plan(Op::AddMember, group, About::person(self.to));
        }
        let needs = (!group.is_owner(&self.to.id))
            .then(|| draft.plan(Op::AddOwner, group, About::person(self.to)));
        draft.plan(Op::RemoveOwner { needs }, group, About::person(self.from));
        if goes == Role::OwnerAndMember {
            draft.plan(Op::RemoveMember { needs }, group, About::person(self.from));
        } else if self.remove_membership && dynamic {
            draft.leave_out(&group.name, Some(self.from), Reason::Dynamic);
        }
    }

    fn shown(&self, group: &GroupFacts) -> HandOverGroup {
        let is_member = group.is_member(&self.leaver) != Some(false);
        let goes = self.remove_membership && is_member && !group.group.is_dynamic();
        let member = group.is_member(&self.successor) == Some(true);
        HandOverGroup {
            group_id: group.id.to_string(),
            group_name: group.name.clone(),
            successor: match (group.is_owner(&self.to.id), member) {
                (true, true) => Some(Role::OwnerAndMember),
                (true, false) => Some(Role::Owner),
                (false, true) => Some(Role::Member),
                (false, false) => None,
            },
            goes: if goes {
                Role::OwnerAndMember
            } else {
                Role::Owner
            },
            why: None,
        }
    }

    fn unread(&self, draft: &mut Draft, id: &GroupId, name: &str) -> HandOverGroup {
        draft.leave_out(name, Some(self.from), Reason::NotPermitted);
        HandOverGroup {
            group_id: id.to_string(),
            group_name: name.to_owned(),
            successor: None,
            goes: Role::Owner,
            why: Some(Reason::NotPermitted),
        }
    }
}
