//! Owners and counts, read for the rows that are looked at, a batch at a time.

use std::collections::HashSet;

use cache::PeopleRecord;
use graph_client::models::{GroupId, GroupPeople, Visibility};
use graph_client::{GraphClient, GraphError};
use ipc_contract::commands::{GroupPeopleLoaded, PeopleOfGroup};
use ipc_contract::events::Tag;

use super::summary;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// The contract's limit for one call.
const AT_ONCE: usize = 100;

impl Core {
    /// Reads owners and counts of the given groups, and favorites that are not known yet.
    ///
    /// # Errors
    /// When more than 100 groups are asked for, or the service cannot be reached at all; a group
    /// whose people may not be read comes without people.
    pub async fn group_people(&self, group_ids: &[String]) -> Result<GroupPeopleLoaded, CoreError> {
        if group_ids.len() > AT_ONCE {
            return Err(CoreError::invalid("groupIds"));
        }
        let session = self.session()?;
        let ids: Vec<GroupId> = group_ids
            .iter()
            .map(|id| GroupId::parse(id).map_err(|_| CoreError::invalid("groupIds")))
            .collect::<Result<_, _>>()?;
        let client = session.client(self.host()).await?;
        let answers = self.read_people(&session, &client, &ids).await?;
        let mut groups = Vec::with_capacity(answers.len());
        let mut records = Vec::with_capacity(answers.len());
        for (id, answer) in answers {
            let people = match answer {
                Ok(people) => Some(people),
                Err(error) if error.is_not_allowed() || error.is_not_found() => None,
                Err(error) => return Err(error.into()),
            };
            groups.push(PeopleOfGroup {
                group_id: id.to_string(),
                people: people.as_ref().map(summary::people),
            });
            records.extend(people.map(|people| PeopleRecord {
                group_id: id,
                people,
            }));
        }
        session
            .cached(move |cache| Ok(cache.put_people(&records)?))
            .await?;
        if self.read_unknown_favorites(&session, &client, ids).await? {
            self.changed(&[Tag::Groups]);
        }
        Ok(GroupPeopleLoaded { groups })
    }

    /// Owners and counts. That nobody is in a group with hidden membership is no count.
    pub(crate) async fn read_people(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        ids: &[GroupId],
    ) -> Result<Vec<(GroupId, Result<GroupPeople, GraphError>)>, CoreError> {
        let wanted = ids.to_vec();
        let hidden: HashSet<GroupId> = session
            .cached(move |cache| {
                let is_hidden = |id: &GroupId| {
                    let record = cache.group(id).ok().flatten();
                    record.is_some_and(|record| {
                        record.group.visibility == Some(Visibility::HiddenMembership)
                    })
                };
                Ok(wanted.into_iter().filter(is_hidden).collect())
            })
            .await?;
        let mut answers = client.groups().people(ids).await;
        for (id, answer) in &mut answers {
            if let Ok(people) = answer
                && people.member_count == Some(0)
                && hidden.contains(id)
            {
                (people.member_count, people.guest_count) = (None, None);
            }
        }
        Ok(answers)
    }
}
