//! Who is in a group: as last known at once, read anew in the background, one reading a group at a time.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use futures::TryStreamExt as _;
use graph_client::models::{GroupId, Member, MemberKind, UserId};
use graph_client::{GraphClient, GraphError};
use identity::permissions::Step;
use ipc_contract::details::FixedReason;
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use ipc_contract::people::{GroupMember, MemberList, PersonRef};
use jiff::SignedDuration;

use super::PeopleList;
use super::known::KnownPeople;
use super::person::{of_member, reference};
use crate::changes::Moved;
use crate::session::ActiveSession;
use crate::{Core, CoreError, details};

/// People who are known for longer are read anew when they are looked at.
const FRESH_FOR: SignedDuration = SignedDuration::from_secs(60);
/// Plans and comparisons take what is no older than this.
const GOOD_FOR: SignedDuration = SignedDuration::from_mins(5);

impl Core {
    /// Everybody in a group as last known. When that is old, they are read anew and the window is told.
    ///
    /// # Errors
    /// When nobody is signed in or the cache cannot be read.
    pub async fn members(&self, group_id: &str) -> Result<MemberList, CoreError> {
        let session = self.session()?;
        let id = parse(group_id)?;
        let known = self.known_people(&session, &id).await?;
        let hidden = self.hidden_members(&session, &id, &known).await?;
        let as_of = match hidden {
            Some(_) => known.owners.as_ref().map(|owners| owners.as_of),
            None => known.as_of(),
        };
        let now = session.service_now(self.now());
        let old = as_of.is_none_or(|at| now.duration_since(at) > FRESH_FOR);
        if old && !session.lists.rests(&id) {
            self.read_members_in_background(&session, &id);
        }
        Ok(MemberList {
            people: known.shown(&session.account.user_id),
            as_of,
            refreshing: session.lists.is_reading(&id),
            last_error: session.lists.last_error(&id),
            fixed: self.people_fixed(&session, &id).await?,
            hidden,
        })
    }

    /// Reads everybody in a group anew, unless that is under way. Its end is an event.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub async fn refresh_members(&self, group_id: &str) -> Result<(), CoreError> {
        let session = self.session()?;
        self.read_members_in_background(&session, &parse(group_id)?);
        Ok(())
    }

    fn read_members_in_background(&self, session: &Arc<ActiveSession>, id: &GroupId) {
        if !session.lists.begin(id) {
            return;
        }
        let (core, session, id) = (self.clone(), session.clone(), id.clone());
        tokio::spawn(async move {
            let read = core.read_members(&session, &id).await;
            session.lists.end(&id, read.err().map(CommandError::from));
            core.changed(&[Tag::Members, Tag::Details]);
        });
    }

    /// Reads owners and members, and keeps them. One list that may not be read does not cost the other.
    pub(crate) async fn read_members(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<(), CoreError> {
        let client = session.client(self.host()).await?;
        let (owners, members) = futures::join!(
            self.read_list(session, &client, id, PeopleList::Owners),
            self.read_list(session, &client, id, PeopleList::Members),
        );
        match members {
            // The owners are told all the same; the list says why the members are not.
            Err(CoreError::PermissionMissing(Step::Hidden)) => owners.map(drop),
            members => owners.and(members).map(drop),
        }
    }

    async fn read_list(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        id: &GroupId,
        list: PeopleList,
    ) -> Result<Vec<Member>, CoreError> {
        let read = ask(client, id, list).await?;
        if list == PeopleList::Members && read.is_empty() {
            self.require_members(session, client, id).await?;
        }
        let people = session.lists.correct(id, list, read);
        let (kept, group) = (people.clone(), id.clone());
        let as_of = session.service_now(self.now());
        session
            .cached(move |cache| Ok(list.keep(cache, &group, &kept, as_of)?))
            .await?;
        Ok(people)
    }

    pub(super) async fn known_people(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<KnownPeople, CoreError> {
        let id = id.clone();
        session
            .cached(move |cache| KnownPeople::read(cache, &id))
            .await
    }

    /// A list that is no older than five minutes.
    ///
    /// # Errors
    /// When it has to be read and cannot be.
    pub(crate) async fn people_list(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        id: &GroupId,
        list: PeopleList,
    ) -> Result<Vec<Member>, CoreError> {
        match self.known_list(session, id, list).await? {
            (Some(known), true) => Ok(known),
            _ => self.read_list(session, client, id, list).await,
        }
    }

    /// The same; while it cannot be read, what was known, however old.
    pub(super) async fn people_list_or_known(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        id: &GroupId,
        list: PeopleList,
    ) -> Result<Vec<Member>, CoreError> {
        let known = match self.known_list(session, id, list).await? {
            (Some(known), true) => return Ok(known),
            (known, _) => known,
        };
        let read = self.read_list(session, client, id, list).await;
        read.or_else(|error| known.ok_or(error))
    }

    /// What is known of a list, and whether it is good for plans and comparisons.
    async fn known_list(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        list: PeopleList,
    ) -> Result<(Option<Vec<Member>>, bool), CoreError> {
        let group = id.clone();
        let known = session
            .cached(move |cache| Ok(list.of(cache, &group)?))
            .await?;
        let now = session.service_now(self.now());
        let good = known
            .as_ref()
            .is_some_and(|known| now.duration_since(known.as_of) < GOOD_FOR);
        Ok((known.map(|known| known.value), good))
    }

    /// Who is a member, as of the last five minutes.
    ///
    /// # Errors
    /// When that has to be read and cannot be.
    pub(crate) async fn member_ids(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        id: &GroupId,
    ) -> Result<HashSet<UserId>, CoreError> {
        let members = self
            .people_list(session, client, id, PeopleList::Members)
            .await?;
        Ok(members.into_iter().map(|member| member.id).collect())
    }

    /// The members of a group who can be members of another: people and guests.
    ///
    /// # Errors
    /// As [`Core::member_ids`].
    pub(crate) async fn members_to_copy(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        group_id: &str,
    ) -> Result<Vec<PersonRef>, CoreError> {
        let members = self
            .people_list(session, client, &parse(group_id)?, PeopleList::Members)
            .await?;
        Ok(members
            .iter()
            .filter(|member| is_somebody(member))
            .map(|member| reference(&of_member(member)))
            .collect())
    }

    /// Shows at once what the service accepted, in lists that are known, and for a minute also in those
    /// that are read: they lag.
    pub(crate) async fn apply_locally(
        &self,
        session: &ActiveSession,
        moved: &[Moved],
    ) -> Result<(), CoreError> {
        session.lists.note(moved);
        let (moved, lists) = (moved.to_vec(), session.lists.clone());
        session
            .cached(move |cache| {
                for (id, moved) in by_group(&moved) {
                    for list in PeopleList::BOTH {
                        if let Some(mut known) = list.of(cache, id)? {
                            lists.apply(&mut known.value, list, &moved);
                            list.keep(cache, id, &known.value, known.as_of)?;
                        }
                    }
                }
                Ok(())
            })
            .await
    }

    /// Everybody in a group, for saving: as of the last five minutes; while they cannot be read, as last
    /// known.
    ///
    /// # Errors
    /// When they are not known and cannot be read.
    pub(crate) async fn everybody_in(&self, group_id: &str) -> Result<Vec<GroupMember>, CoreError> {
        let session = self.session()?;
        let id = parse(group_id)?;
        let client = session.client(self.host()).await?;
        futures::try_join!(
            self.people_list_or_known(&session, &client, &id, PeopleList::Owners),
            self.people_list_or_known(&session, &client, &id, PeopleList::Members),
        )?;
        let known = self.known_people(&session, &id).await?;
        Ok(known.shown(&session.account.user_id))
    }

    /// Why a group's people cannot be changed, as far as the group is known.
    async fn people_fixed(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<Option<FixedReason>, CoreError> {
        let known = self.known_details(session, id).await?;
        let wanted = id.clone();
        let record = session
            .cached(move |cache| Ok(cache.group(&wanted)?))
            .await?;
        let owned = record.as_ref().is_some_and(|record| record.relation.owned);
        let dynamic = record.is_some_and(|record| record.group.is_dynamic())
            || known.as_ref().is_some_and(details::Known::is_dynamic);
        let synced = known.is_some_and(|known| known.is_synced());
        let manage = session.require(Step::Manage).is_ok();
        let fixed = details::fixed(synced, manage, owned || session.is_administrator());
        Ok(fixed.or(dynamic.then_some(FixedReason::Dynamic)))
    }
}

async fn ask(
    client: &GraphClient,
    id: &GroupId,
    list: PeopleList,
) -> Result<Vec<Member>, GraphError> {
    let group = client.group(id);
    let people = match list {
        PeopleList::Owners => group.owners(),
        PeopleList::Members => group.members(),
    };
    people.items().try_collect().await
}

/// Whether a member is a person or a guest.
pub(super) fn is_somebody(member: &Member) -> bool {
    matches!(member.kind(), MemberKind::Person | MemberKind::Guest)
}

fn by_group(moved: &[Moved]) -> HashMap<&GroupId, Vec<&Moved>> {
    let mut groups: HashMap<&GroupId, Vec<&Moved>> = HashMap::new();
    for moved in moved {
        groups.entry(&moved.group).or_default().push(moved);
    }
    groups
}

/// A group's id as the window sends it.
pub(super) fn parse(group_id: &str) -> Result<GroupId, CoreError> {
    GroupId::parse(group_id).map_err(|_| CoreError::invalid("groupId"))
}
