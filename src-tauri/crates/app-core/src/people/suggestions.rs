//! Members who would be good second owners: people of the tenant who write most.

use std::collections::{HashMap, HashSet};

use graph_client::models::{Member, MemberKind, UserId};
use ipc_contract::commands::OwnerSuggestions;
use ipc_contract::people::OwnerSuggestion;

use super::PeopleList;
use super::members::parse;
use super::person::{fold, of_member};
use crate::{Core, CoreError};

/// The contract's limit.
const MOST: usize = 5;

impl Core {
    /// Members who would be good second owners, the most active first. Where the group's conversations may
    /// not be read, the first by name.
    ///
    /// # Errors
    /// When the group's people are not known and cannot be read.
    pub async fn owner_suggestions(&self, group_id: &str) -> Result<OwnerSuggestions, CoreError> {
        let session = self.session()?;
        let id = parse(group_id)?;
        let client = session.client(self.host()).await?;
        let list = |list| self.people_list_or_known(&session, &client, &id, list);
        let group = client.group(&id);
        let (members, owners, senders) = futures::join!(
            list(PeopleList::Members),
            list(PeopleList::Owners),
            group.recent_senders(),
        );
        let senders = senders.unwrap_or_else(|error| {
            tracing::info!(%error, "who writes in a group was not read");
            Vec::new()
        });
        let owners = owners?.into_iter().map(|owner| owner.id).collect();
        Ok(OwnerSuggestions {
            people: suggested(&members?, &owners, &senders),
        })
    }
}

/// Senders are names, so whoever shares a name shares the posts.
fn suggested(
    members: &[Member],
    owners: &HashSet<UserId>,
    senders: &[Vec<String>],
) -> Vec<OwnerSuggestion> {
    let mut posts: HashMap<String, u32> = HashMap::new();
    for thread in senders {
        let names: HashSet<String> = thread.iter().map(|name| fold(name)).collect();
        for name in names {
            *posts.entry(name).or_default() += 1;
        }
    }
    let mut people: Vec<(u32, String, &Member)> = members
        .iter()
        .filter(|member| member.kind() == MemberKind::Person)
        .filter(|member| member.account_enabled != Some(false) && !owners.contains(&member.id))
        .map(|member| {
            let name = fold(member.display_name.as_deref().unwrap_or_default());
            (posts.get(&name).copied().unwrap_or_default(), name, member)
        })
        .collect();
    people.sort_by(|a, b| (b.0, &a.1, &a.2.id).cmp(&(a.0, &b.1, &b.2.id)));
    people
        .into_iter()
        .take(MOST)
        .map(|(posts, _, member)| OwnerSuggestion {
            person: of_member(member),
            posts,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::known::tests::member;
    use super::*;

    fn names(suggested: &[OwnerSuggestion]) -> Vec<(&str, u32)> {
        suggested
            .iter()
            .map(|one| (one.person.display_name.as_str(), one.posts))
            .collect()
    }

    #[test]
    fn enabled_people_of_the_tenant_who_write_most_come_first() {
        let mut gone = member(5, "Gone", "Member");
        gone.account_enabled = Some(false);
        let members = [
            member(1, "Owner", "Member"),
            member(2, "Ann", "Member"),
            member(3, "Zoë", "Member"),
            member(4, "Guest", "Guest"),
            gone,
        ];
        let owners = HashSet::from([members[0].id.clone()]);
        let thread = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let senders = [
            thread(&["zoe", "Guest", "Owner"]),
            thread(&["Zoë", "Ann", "Zoë"]),
            thread(&["Gone", "Guest"]),
        ];
        let suggested = suggested(&members, &owners, &senders);
        assert_eq!(names(&suggested), [("Zoë", 2), ("Ann", 1)]);
    }

    #[test]
    fn without_conversations_the_first_five_by_name_are_suggested() {
        let names = ["F", "e", "D", "c", "B", "a"];
        let members: Vec<_> = (1u32..)
            .zip(names)
            .map(|(number, name)| member(number, name, "Member"))
            .collect();
        let suggested = suggested(&members, &HashSet::new(), &[]);
        assert_eq!(
            super::tests::names(&suggested),
            [("a", 0), ("B", 0), ("c", 0), ("D", 0), ("e", 0)]
        );
    }
}
