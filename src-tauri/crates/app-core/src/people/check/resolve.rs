//! Who the rows mean: by id, by address, and where there is neither, by exact name. Each id, address and
//! name is looked up once, many to a request.

use std::collections::{BTreeSet, HashMap};

use graph_client::models::{MemberKind, User, UserId};
use graph_client::{GraphClient, GraphError};
use ipc_contract::people::{Person, PersonKind};

use super::table::Row;
use crate::people::person::{as_member, fold, of_member, of_user};
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// What was found for an id, an address or a name.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// These people; several when it is not one's own.
    People(Vec<Person>),
    /// A device, a group, a contact, an application.
    Thing(Person),
    /// It could not be looked up.
    NotLookedUp,
}

/// All that was found. What is missing belongs to nobody.
#[derive(Debug, Default)]
pub(super) struct Findings {
    keys: HashMap<String, Found>,
    names: HashMap<String, Found>,
}

/// What a row is looked up by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wanted {
    Id(UserId),
    /// In small letters.
    Address(String),
    /// As it stands there, and with the family name behind.
    Name(Vec<String>),
    Nothing,
}

/// What a row names.
pub(super) fn wanted(row: &Row) -> Wanted {
    let key = row.key.as_deref().map(str::trim).unwrap_or_default();
    if let Ok(id) = UserId::parse(key) {
        return Wanted::Id(id);
    }
    if key.contains('@') {
        return Wanted::Address(key.to_lowercase());
    }
    // A column of accounts may hold names.
    let name = row.name.as_deref().unwrap_or(key);
    match spellings(name) {
        names if names.is_empty() => Wanted::Nothing,
        names => Wanted::Name(names),
    }
}

/// "Vance, Adele" is Adele Vance, too.
fn spellings(name: &str) -> Vec<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let turned = name.split_once(',').map(|(last, first)| {
        let turned = format!("{} {}", first.trim(), last.trim());
        turned.trim().to_owned()
    });
    let names = [Some(name), turned].into_iter().flatten();
    names.filter(|name| !name.is_empty()).collect()
}

impl Findings {
    /// What was found for it; `None` for nobody.
    pub(super) fn of(&self, wanted: &Wanted) -> Option<Found> {
        match wanted {
            Wanted::Id(id) => self.keys.get(id.as_str()).cloned(),
            Wanted::Address(address) => self.keys.get(address).cloned(),
            Wanted::Name(names) => names
                .iter()
                .find_map(|name| self.names.get(&fold(name)).cloned()),
            Wanted::Nothing => None,
        }
    }

    #[cfg(test)]
    pub(super) fn with(mut self, key: &str, found: Found) -> Self {
        self.keys.insert(key.to_lowercase(), found.clone());
        self.names.insert(fold(key), found);
        self
    }

    fn note(
        &mut self,
        key: String,
        answer: Result<Vec<User>, GraphError>,
    ) -> Result<(), CoreError> {
        if let Some(found) = found(answer)? {
            self.keys.insert(key, found);
        }
        Ok(())
    }
}

/// Everything that rows are looked up by, each once.
#[derive(Default)]
struct Questions {
    ids: BTreeSet<UserId>,
    addresses: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Questions {
    fn of(rows: &[Row]) -> Self {
        let mut questions = Self::default();
        for row in rows {
            match wanted(row) {
                Wanted::Id(id) => drop(questions.ids.insert(id)),
                Wanted::Address(address) => drop(questions.addresses.insert(address)),
                Wanted::Name(names) => questions.names.extend(names),
                Wanted::Nothing => {}
            }
        }
        questions
    }
}

impl Core {
    /// Looks all rows up.
    ///
    /// # Errors
    /// When the directory may not be read at all. A single look-up that fails is a finding.
    pub(super) async fn look_up(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        rows: &[Row],
    ) -> Result<Findings, CoreError> {
        let Questions {
            ids,
            addresses,
            names,
        } = Questions::of(rows);
        let ids: Vec<UserId> = ids.into_iter().collect();
        let addresses: Vec<String> = addresses.into_iter().collect();
        let names: Vec<String> = names.into_iter().collect();
        let users = client.users();
        let (by_id, by_address, by_name) = futures::join!(
            users.get_many(&ids),
            users.by_address(&addresses),
            users.by_name(&names),
        );
        let people = by_address
            .iter()
            .chain(&by_name)
            .filter_map(|(_, people)| people.as_ref().ok());
        let people = people
            .flatten()
            .chain(by_id.iter().filter_map(|(_, user)| user.as_ref().ok()));
        session.lists.see(people.map(as_member));
        let mut findings = Findings::default();
        let mut nobody = Vec::new();
        for (id, answer) in by_id {
            match answer {
                Err(error) if error.is_not_found() => nobody.push(id),
                answer => findings.note(id.to_string(), answer.map(|user| vec![user]))?,
            }
        }
        for (address, answer) in by_address {
            findings.note(address, answer)?;
        }
        for (name, answer) in by_name {
            if let Some(found) = found(answer)? {
                findings.names.insert(fold(&name), found);
            }
        }
        things(client, &nobody, &mut findings).await?;
        let groups = self.addresses_of_groups(session).await?;
        for (address, group) in groups {
            findings.keys.entry(address).or_insert(Found::Thing(group));
        }
        Ok(findings)
    }

    /// A group's address is nobody's, and says so.
    async fn addresses_of_groups(
        &self,
        session: &ActiveSession,
    ) -> Result<Vec<(String, Person)>, CoreError> {
        let groups = session.cached(|cache| Ok(cache.groups()?)).await?;
        Ok(groups
            .into_iter()
            .filter_map(|record| {
                let group = record.group;
                let address = group.mail?;
                let person = Person {
                    id: group.id.to_string(),
                    display_name: group.display_name.unwrap_or_default(),
                    address: Some(address.clone()),
                    job_title: None,
                    kind: PersonKind::Other,
                    enabled: None,
                };
                Some((address.to_lowercase(), person))
            })
            .collect())
    }
}

/// Ids that are no person's may be something else's.
async fn things(
    client: &GraphClient,
    ids: &[UserId],
    findings: &mut Findings,
) -> Result<(), CoreError> {
    for (id, answer) in client.directory_objects().get_many(ids).await {
        let found = match answer {
            // A person who has come to be in between.
            Ok(object) if matches!(object.kind(), MemberKind::Person | MemberKind::Guest) => {
                Found::People(vec![of_member(&object)])
            }
            Ok(object) => Found::Thing(of_member(&object)),
            Err(error) if is_nobody(&error) => continue,
            Err(_) => Found::NotLookedUp,
        };
        findings.keys.insert(id.to_string(), found);
    }
    Ok(())
}

/// `None` when it belongs to nobody.
fn found(answer: Result<Vec<User>, GraphError>) -> Result<Option<Found>, CoreError> {
    match answer {
        Ok(people) if people.is_empty() => Ok(None),
        Ok(people) => Ok(Some(Found::People(people.iter().map(of_user).collect()))),
        Err(error) if error.is_not_allowed() => Err(error.into()),
        Err(error) if is_nobody(&error) => Ok(None),
        Err(_) => Ok(Some(Found::NotLookedUp)),
    }
}

/// Whether the service says of a single one that nobody has it, or can have it.
fn is_nobody(error: &GraphError) -> bool {
    use graph_client::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::BadRequest | ErrorKind::Unprocessable
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, name: &str) -> Row {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Row {
            line: 1,
            text: String::new(),
            key: some(key),
            name: some(name),
        }
    }

    #[test]
    fn a_row_is_looked_up_by_the_surest_that_it_has() {
        let id = "5F6B2D0A-6F0E-4A2C-9D63-4D1D5F1F0A01";
        assert!(
            matches!(wanted(&row(id, "Ann")), Wanted::Id(found) if found.as_str() == id.to_lowercase())
        );
        assert_eq!(
            wanted(&row("Ann@X.example", "Bo")),
            Wanted::Address("ann@x.example".into())
        );
        assert_eq!(wanted(&row("ann", "")), Wanted::Name(vec!["ann".into()]));
        let turned = vec!["Vance, Adele".to_owned(), "Adele Vance".into()];
        assert_eq!(wanted(&row("", " Vance,  Adele")), Wanted::Name(turned));
        assert_eq!(wanted(&row("", " ")), Wanted::Nothing);
    }
}
