//! Finding people while one types: the service's index, those first with whom one has most to do; without
//! a network, the people who were ever seen.

use std::collections::{HashMap, HashSet};

use cache::PersonSeen;
use graph_client::models::{Member, Person as RankedPerson, User, UserId};
use graph_client::{ErrorKind, GraphClient, GraphError};
use identity::permissions::is_granted;
use ipc_contract::people::{PeopleFindRequest, PeopleFound, Person, PersonFound, PersonKind};

use super::members::parse;
use super::person::{as_member, of_seen, of_user};
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// The contract's limit.
const MOST: usize = 25;
/// Fewer characters find everybody.
const FEWEST: usize = 2;
const RANKING: &str = "People.Read";

impl Core {
    /// Finds people by part of a name or an address, best first, and marks who is in the group already.
    ///
    /// # Errors
    /// When nobody is signed in. While the service cannot be asked, people who were seen are looked
    /// through.
    pub async fn find_people(&self, request: &PeopleFindRequest) -> Result<PeopleFound, CoreError> {
        let session = self.session()?;
        let text = request.text.trim();
        if text.chars().count() < FEWEST {
            return Ok(PeopleFound {
                people: Vec::new(),
                asked_service: false,
            });
        }
        let (people, asked_service) = match self.ask_service(&session, text).await {
            Ok(people) => (people, true),
            Err(error) if is_signed_out(&error) => return Err(error),
            Err(error) => {
                tracing::info!(%error, "people were not searched");
                (self.among_seen(&session, text).await?, false)
            }
        };
        let people = self
            .with_roles(&session, request.group_id.as_deref(), people)
            .await?;
        Ok(PeopleFound {
            people,
            asked_service,
        })
    }

    async fn ask_service(
        &self,
        session: &ActiveSession,
        text: &str,
    ) -> Result<Vec<Person>, CoreError> {
        let client = session.client(self.host()).await?;
        let (ranked, exact, found) = futures::join!(
            ranked(&client, &session.account.granted, text),
            exact(&client, text),
            found(&client, text),
        );
        let found = found?;
        let seen: Vec<Member> = exact.iter().chain(&found).map(as_member).collect();
        let kept: Vec<PersonSeen> = seen.iter().map(PersonSeen::from).collect();
        session.lists.see(seen);
        session
            .cached(move |cache| Ok(cache.put_people_seen(&kept)?))
            .await?;
        Ok(merge(&exact, &ranked, &found))
    }

    async fn among_seen(
        &self,
        session: &ActiveSession,
        text: &str,
    ) -> Result<Vec<Person>, CoreError> {
        let text = text.to_owned();
        session
            .cached(move |cache| {
                let found = cache.find_people_seen(&text, MOST as u32)?;
                Ok(found.iter().map(of_seen).collect())
            })
            .await
    }

    async fn with_roles(
        &self,
        session: &ActiveSession,
        group_id: Option<&str>,
        people: Vec<Person>,
    ) -> Result<Vec<PersonFound>, CoreError> {
        let known = match group_id {
            Some(id) => self.known_people(session, &parse(id)?).await?,
            None => Default::default(),
        };
        let roles = known.roles();
        let role = |person: &Person| roles.get(&UserId::parse(&person.id).ok()?).copied();
        Ok(people
            .into_iter()
            .take(MOST)
            .map(|person| PersonFound {
                role: role(&person),
                person,
            })
            .collect())
    }
}

/// With whom one has to do. Only an addition: without it nothing is missing but the order.
async fn ranked(client: &GraphClient, granted: &[String], text: &str) -> Vec<RankedPerson> {
    if !is_granted(RANKING, granted) {
        return Vec::new();
    }
    let people = client.me().people(text, MOST as u32).await;
    people.unwrap_or_else(|error| {
        tracing::debug!(%error, "people are not ranked");
        Vec::new()
    })
}

/// Who has a whole address, which the index may not know yet, or only as an alias.
async fn exact(client: &GraphClient, text: &str) -> Vec<User> {
    if !text.contains('@') {
        return Vec::new();
    }
    let answers = client.users().by_address(&[text.to_owned()]).await;
    let people = answers.into_iter().filter_map(|(_, people)| people.ok());
    people.flatten().collect()
}

async fn found(client: &GraphClient, text: &str) -> Result<Vec<User>, GraphError> {
    let users = client.users();
    match users.search(text, MOST as u32).await {
        Err(error) if *error.kind() == ErrorKind::BadRequest => {
            users.starting_with(text, MOST as u32).await
        }
        answer => answer,
    }
}

/// Each once: who has the very address, then those one has to do with, then what the index found.
fn merge(exact: &[User], ranked: &[RankedPerson], found: &[User]) -> Vec<Person> {
    let known: HashMap<&UserId, &User> = found.iter().map(|user| (&user.id, user)).collect();
    let by_rank = ranked.iter().filter_map(|person| {
        let id = person.user_id()?;
        Some(
            known
                .get(&id)
                .map_or_else(|| of_ranked(&id, person), |user| of_user(user)),
        )
    });
    let mut seen = HashSet::new();
    exact
        .iter()
        .map(of_user)
        .chain(by_rank)
        .chain(found.iter().map(of_user))
        .filter(|person| seen.insert(person.id.clone()))
        .collect()
}

/// Somebody whom only the ranking found. It ranks people of the tenant and tells less of them.
fn of_ranked(id: &UserId, person: &RankedPerson) -> Person {
    let address = person.scored_email_addresses.first();
    Person {
        id: id.to_string(),
        display_name: person.display_name.clone().unwrap_or_default(),
        address: address
            .and_then(|scored| scored.address.clone())
            .or_else(|| person.user_principal_name.clone()),
        job_title: person.job_title.clone(),
        kind: PersonKind::Member,
        enabled: None,
    }
}

/// Whether signing in again is what helps.
fn is_signed_out(error: &CoreError) -> bool {
    use graph_client::credential::CredentialError;
    let CoreError::Graph(error) = error else {
        return false;
    };
    match error.kind() {
        ErrorKind::Unauthorized => true,
        ErrorKind::Credential => !matches!(
            error.credential_error(),
            Some(CredentialError::Unavailable(_))
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::known::tests::member;
    use super::*;

    fn user(number: u32, name: &str) -> User {
        let member = serde_json::to_value(member(number, name, "Member")).unwrap();
        serde_json::from_value(member).unwrap()
    }

    fn names(people: &[Person]) -> Vec<&str> {
        people
            .iter()
            .map(|person| person.display_name.as_str())
            .collect()
    }

    #[test]
    fn the_very_address_stands_first_then_those_one_works_with() {
        let ranked: Vec<RankedPerson> = [3, 9]
            .map(|number| {
                serde_json::from_value(json!({
                    "id": user(number, "").id,
                    "displayName": format!("Ranked {number}"),
                    "personType": { "class": "Person", "subclass": "OrganizationUser" },
                }))
                .unwrap()
            })
            .into();
        let found = [user(1, "Ann A"), user(2, "Ann B"), user(3, "Ann C")];
        let merged = merge(&found[1..2], &ranked, &found);
        assert_eq!(names(&merged), ["Ann B", "Ann C", "Ranked 9", "Ann A"]);
    }
}
