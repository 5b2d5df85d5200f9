//! The service's search, for groups that are not among the person's own.

use cache::{GroupRecord, Relation};
use graph_client::models::Group;
use ipc_contract::commands::GroupsFound;

use super::Known;
use crate::{Core, CoreError};

/// How many groups a search brings back at most.
const LIMIT: u32 = 50;

impl Core {
    /// Searches the service's index by name and description.
    ///
    /// # Errors
    /// When the service cannot be reached or does not let the person search (guests).
    pub async fn search_groups(&self, text: &str) -> Result<GroupsFound, CoreError> {
        let text = text.trim().to_owned();
        if text.is_empty() {
            return Ok(GroupsFound { groups: Vec::new() });
        }
        let session = self.session()?;
        let found = session
            .client(self.host())
            .await?
            .groups()
            .search(&text, LIMIT)
            .await?;
        let groups = session
            .cached(move |cache| {
                let known = Known::read(cache)?;
                found
                    .into_iter()
                    .filter(Group::is_unified)
                    .map(|group| {
                        let relation = cache
                            .group(&group.id)?
                            .map_or(Relation::default(), |own| own.relation);
                        Ok(known.summary(&GroupRecord { group, relation }))
                    })
                    .collect()
            })
            .await?;
        Ok(GroupsFound { groups })
    }
}
