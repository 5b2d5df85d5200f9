//! Drafts: kept, sent, settled.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde_json::Value;

use crate::files::{self, File};
use crate::{Drafts, DraftsError};

/// How far a draft has come.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// It is being written.
    Writing,
    /// It is being sent.
    Sending {
        /// Since when.
        since: Timestamp,
    },
    /// It was accepted and is not listed yet.
    Delivering {
        /// When it was accepted.
        since: Timestamp,
    },
    /// It was sent, and what came of it is not known.
    Unknown {
        /// When it was sent.
        since: Timestamp,
    },
    /// It was not sent.
    Failed {
        /// Why.
        error: Value,
    },
}

/// Something that is being written or on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its id, chosen by who began it.
    pub id: String,
    /// Id of the group that it is for.
    pub group_id: String,
    /// What it says.
    pub content: Value,
    /// When it was last changed.
    pub changed: Timestamp,
    /// How far it has come.
    pub state: State,
    /// What goes with it, without the bytes, in the order in which it was added.
    pub files: Vec<File>,
}

const COLUMNS: &str = "id, group_id, content, changed, state, since, error";

impl Drafts {
    /// All drafts, the last changed first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn all(&self) -> Result<Vec<Draft>, DraftsError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM drafts ORDER BY changed DESC, id"
        ))?;
        let rows = statement.query_map([], read)?;
        let mut drafts = rows.collect::<Result<Vec<_>, _>>()?;
        for draft in &mut drafts {
            draft.files = files::of(&connection, &draft.id)?;
        }
        Ok(drafts)
    }

    /// One draft.
    ///
    /// # Errors
    /// [`DraftsError::NoSuchDraft`] when there is none under this id.
    pub fn get(&self, id: &str) -> Result<Draft, DraftsError> {
        one(&self.connection(), id)
    }

    /// Keeps what is being written, in the place of what was. One that failed is being written again.
    ///
    /// # Errors
    /// [`DraftsError::OnItsWay`] for one that was sent.
    pub fn save(
        &self,
        id: &str,
        group_id: &str,
        content: &Value,
        changed: Timestamp,
    ) -> Result<Draft, DraftsError> {
        let content = serde_json::to_string(content)?;
        self.write(|connection| {
            match one(connection, id) {
                Ok(draft) => writable(&draft)?,
                Err(DraftsError::NoSuchDraft) => {}
                Err(other) => return Err(other),
            }
            connection.execute(
                "INSERT INTO drafts (id, group_id, content, changed, state) \
                 VALUES (?1, ?2, ?3, ?4, 'writing') ON CONFLICT (id) DO UPDATE SET \
                 group_id = ?2, content = ?3, changed = ?4, state = 'writing', error = NULL",
                params![id, group_id, content, stored(changed)],
            )?;
            one(connection, id)
        })
    }

    /// Marks a draft as being sent: on the disk when this returns, and for one caller only.
    ///
    /// # Errors
    /// [`DraftsError::OnItsWay`] when it was sent already; [`DraftsError::NoSuchDraft`].
    pub fn begin_sending(&self, id: &str, since: Timestamp) -> Result<Draft, DraftsError> {
        self.write(|connection| {
            writable(&one(connection, id)?)?;
            put_state(connection, id, &State::Sending { since })?;
            one(connection, id)
        })
    }

    /// Says how far a draft has come.
    ///
    /// # Errors
    /// [`DraftsError::NoSuchDraft`] when it was thrown away meanwhile.
    pub fn settle(&self, id: &str, state: &State) -> Result<Draft, DraftsError> {
        self.write(|connection| {
            put_state(connection, id, state)?;
            one(connection, id)
        })
    }

    /// Forgets a draft with its files: it was delivered, or thrown away.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove(&self, id: &str) -> Result<(), DraftsError> {
        self.write(|connection| {
            connection.execute("DELETE FROM drafts WHERE id = ?1", [id])?;
            Ok(())
        })
    }

    /// What was being sent when the program ended may have arrived.
    pub(crate) fn forget_what_was_sent(&self) -> Result<(), DraftsError> {
        self.write(|connection| {
            connection.execute(
                "UPDATE drafts SET state = 'unknown' WHERE state = 'sending'",
                [],
            )?;
            Ok(())
        })
    }
}

pub(crate) fn one(connection: &Connection, id: &str) -> Result<Draft, DraftsError> {
    let mut draft = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM drafts WHERE id = ?1"))?
        .query_row([id], read)
        .optional()?
        .ok_or(DraftsError::NoSuchDraft)?;
    draft.files = files::of(connection, id)?;
    Ok(draft)
}

/// Only what is here, and here alone, can be changed or sent.
pub(crate) fn writable(draft: &Draft) -> Result<(), DraftsError> {
    match draft.state {
        State::Writing | State::Failed { .. } => Ok(()),
        State::Sending { .. } | State::Delivering { .. } | State::Unknown { .. } => {
            Err(DraftsError::OnItsWay)
        }
    }
}

fn put_state(connection: &Connection, id: &str, state: &State) -> Result<(), DraftsError> {
    let (name, since, error) = match state {
        State::Writing => ("writing", None, None),
        State::Sending { since } => ("sending", Some(since), None),
        State::Delivering { since } => ("delivering", Some(since), None),
        State::Unknown { since } => ("unknown", Some(since), None),
        State::Failed { error } => ("failed", None, Some(serde_json::to_string(error)?)),
    };
    let since = since.map(|since| stored(*since));
    let changed = connection.execute(
        "UPDATE drafts SET state = ?2, since = ?3, error = ?4 WHERE id = ?1",
        params![id, name, since, error],
    )?;
    match changed {
        0 => Err(DraftsError::NoSuchDraft),
        _ => Ok(()),
    }
}

/// Whole to the millisecond, so that texts have the order of times.
pub(crate) fn stored(at: Timestamp) -> String {
    format!("{at:.3}")
}

fn read(row: &Row<'_>) -> Result<Draft, rusqlite::Error> {
    let time = |column: &str| -> Result<Timestamp, rusqlite::Error> {
        let text: Option<String> = row.get(column)?;
        Ok(text.and_then(|text| text.parse().ok()).unwrap_or_default())
    };
    let json = |text: &str| serde_json::from_str(text).unwrap_or_default();
    let name: String = row.get("state")?;
    let state = match name.as_str() {
        "writing" => State::Writing,
        "sending" => State::Sending { since: time("since")? },
        "delivering" => State::Delivering { since: time("since")? },
        "failed" => State::Failed {
            error: row.get::<_, Option<String>>("error")?.as_deref().map_or(Value::Null, json),
        },
        _ => State::Unknown { since: time("since")? },
    };
    Ok(Draft {
        id: row.get("id")?,
        group_id: row.get("group_id")?,
        content: json(&row.get::<_, String>("content")?),
        changed: time("changed")?,
        state,
        files: Vec::new(),
    })
}
