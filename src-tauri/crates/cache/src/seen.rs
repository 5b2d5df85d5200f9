//! Everybody who was ever read, wherever: so that a name can be said without a network.

use std::collections::HashMap;

use graph_client::models::{Member, MemberKind, UserId};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::words::fold;
use crate::{Cache, CacheError};

const COLUMNS: &str = "id, name, mail, kind, enabled";

/// Somebody as last read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonSeen {
    /// Directory id.
    pub id: UserId,
    /// Display name.
    pub display_name: Option<String>,
    /// Primary address; without one the name with which the person signs in.
    pub mail: Option<String>,
    /// What it is.
    pub kind: MemberKind,
    /// Whether the account may sign in; `None` when that may not be read.
    pub enabled: Option<bool>,
}

impl From<&Member> for PersonSeen {
    fn from(member: &Member) -> Self {
        let mail = member.mail.as_ref();
        Self {
            id: member.id.clone(),
            display_name: member.display_name.clone(),
            mail: mail.or(member.user_principal_name.as_ref()).cloned(),
            kind: member.kind(),
            enabled: member.account_enabled,
        }
    }
}

impl Cache {
    /// Somebody who was seen.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn person_seen(&self, id: &UserId) -> Result<Option<PersonSeen>, CacheError> {
        find(&self.reading(), id)
    }

    /// Those of these people who were seen.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people_seen(&self, ids: &[UserId]) -> Result<HashMap<UserId, PersonSeen>, CacheError> {
        let connection = self.reading();
        ids.iter()
            .filter_map(|id| find(&connection, id).transpose())
            .map(|found| found.map(|person| (person.id.clone(), person)))
            .collect()
    }

    /// People and guests in whose name or address every word of the text occurs, at most `limit`, those
    /// whose name begins with it first. Nothing for a text without words.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_people_seen(&self, text: &str, limit: u32) -> Result<Vec<PersonSeen>, CacheError> {
        let text = fold(text);
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let words: Vec<&str> = text.split(' ').collect();
        let words = serde_json::to_string(&words).map_err(CacheError::row("text"))?;
        let sql = format!(
            "SELECT {COLUMNS} FROM people_seen WHERE kind IN ('person', 'guest') AND NOT EXISTS \
                (SELECT 1 FROM json_each(?2) asked WHERE instr(words, asked.value) = 0) \
             ORDER BY instr(words, ?1) <> 1, words LIMIT ?3"
        );
        let connection = self.reading();
        let mut statement = connection.prepare_cached(&sql)?;
        let found = statement.query_map(params![text, words, limit], person)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Keeps what was read of people.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing of it is kept.
    pub fn put_people_seen(&self, people: &[PersonSeen]) -> Result<(), CacheError> {
        self.write(|connection| people.iter().try_for_each(|person| put(connection, person)))
    }
}

/// Keeps what was read. What may not be read any longer is still known.
pub(crate) fn put(connection: &Connection, person: &PersonSeen) -> Result<(), CacheError> {
    let known = find(connection, &person.id)?;
    let merged = match &known {
        None => person.clone(),
        Some(known) => PersonSeen {
            display_name: person.display_name.clone().or(known.display_name.clone()),
            mail: person.mail.clone().or(known.mail.clone()),
            enabled: person.enabled.or(known.enabled),
            ..person.clone()
        },
    };
    if known.as_ref() == Some(&merged) {
        return Ok(());
    }
    let named = merged.display_name.iter().chain(&merged.mail);
    let words: Vec<_> = named.map(String::as_str).collect();
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO people_seen (id, name, mail, kind, enabled, words) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            merged.id.as_str(),
            merged.display_name,
            merged.mail,
            word(merged.kind),
            merged.enabled,
            fold(&words.join(" "))
        ])?;
    Ok(())
}

fn find(connection: &Connection, id: &UserId) -> Result<Option<PersonSeen>, CacheError> {
    let sql = format!("SELECT {COLUMNS} FROM people_seen WHERE id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id.as_str()], person)
        .optional()?)
}

fn person(row: &Row<'_>) -> rusqlite::Result<PersonSeen> {
    let unfit = |error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error));
    let kind: String = row.get(3)?;
    Ok(PersonSeen {
        id: UserId::try_from(row.get::<_, String>(0)?).map_err(unfit)?,
        display_name: row.get(1)?,
        mail: row.get(2)?,
        kind: KINDS
            .into_iter()
            .find(|known| word(*known) == kind)
            .unwrap_or(MemberKind::Other),
        enabled: row.get(4)?,
    })
}

const KINDS: [MemberKind; 6] = [
    MemberKind::Person,
    MemberKind::Guest,
    MemberKind::Group,
    MemberKind::Device,
    MemberKind::ServicePrincipal,
    MemberKind::Contact,
];

/// As the file has it.
const fn word(kind: MemberKind) -> &'static str {
    match kind {
        MemberKind::Person => "person",
        MemberKind::Guest => "guest",
        MemberKind::Group => "group",
        MemberKind::Device => "device",
        MemberKind::ServicePrincipal => "service principal",
        MemberKind::Contact => "contact",
        MemberKind::Other => "other",
    }
}
