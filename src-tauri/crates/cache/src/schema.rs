//! The tables, as steps from one version to the next. A step that has been released never changes: what
//! only this machine knows (favorites that were sent, or are not told) cannot be read again.

use rusqlite::Connection;

use crate::CacheError;
use crate::search::index_all;

/// What leads from one version to the next.
struct Step {
    tables: &'static str,
    /// What is derived from rows that are there already.
    fill: fn(&Connection) -> Result<(), CacheError>,
}

/// Step *n* leads from version *n* to *n + 1*.
const STEPS: &[Step] = &[
    Step {
        tables: GROUPS_AND_FAVORITES,
        fill: |_| Ok(()),
    },
    Step {
        tables: DOCUMENTS,
        fill: |_| Ok(()),
    },
    Step {
        tables: SEARCH_AND_PEOPLE,
        fill: index_all,
    },
];

const GROUPS_AND_FAVORITES: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE groups (
    id TEXT PRIMARY KEY,
    owned INTEGER NOT NULL,
    member INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE favorites (
    group_id TEXT PRIMARY KEY,
    marked INTEGER,
    source TEXT NOT NULL
) STRICT;
CREATE TABLE people (group_id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
";

const DOCUMENTS: &str = "
CREATE TABLE documents (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    as_of TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
";

const SEARCH_AND_PEOPLE: &str = "
-- What a group is found by, folded: its name, and its alias, address and description, a line each.
CREATE TABLE group_words (
    number INTEGER PRIMARY KEY,
    group_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    rest TEXT NOT NULL
) STRICT;

-- The members and owners of a group as last read completely.
CREATE TABLE rosters (
    number INTEGER PRIMARY KEY,
    group_id TEXT NOT NULL,
    role TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    UNIQUE (group_id, role)
) STRICT;
CREATE TABLE roster_people (
    roster INTEGER NOT NULL REFERENCES rosters (number) ON DELETE CASCADE,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (roster, name, person_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX roster_people_by_person ON roster_people (person_id, roster);

-- Everybody who was ever read, wherever.
CREATE TABLE people_seen (
    id TEXT PRIMARY KEY,
    name TEXT,
    mail TEXT,
    kind TEXT NOT NULL,
    enabled INTEGER,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX people_seen_by_words ON people_seen (words);
";

/// Brings the file up to date, one committed step after another.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), CacheError> {
    let found: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let newest = i32::try_from(STEPS.len()).unwrap_or(i32::MAX);
    if found > newest {
        return Err(CacheError::Newer { found });
    }
    for (version, step) in (1..).zip(STEPS).filter(|(version, _)| *version > found) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(step.tables)?;
        (step.fill)(&transaction)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}
