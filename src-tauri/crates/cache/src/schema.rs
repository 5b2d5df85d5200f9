//! The tables, as steps from one version to the next. A step that has been released never changes: what
//! only this machine knows (favorites that were sent, or are not told) cannot be read again.

use sqlite_file::{Durability, Newer, Schema, Step};

use crate::search::index_all;

/// Nearly all of it can be read again: it is neither looked through before it is used, nor in the way of an older
/// program.
pub(crate) const SCHEMA: Schema = Schema {
    steps: &[
        Step::of(GROUPS_AND_FAVORITES),
        Step::of(DOCUMENTS),
        Step {
            tables: SEARCH_AND_PEOPLE,
            derive: Some(|connection| Ok(index_all(connection)?)),
        },
    ],
    durability: Durability::Normal,
    checked: false,
    newer: Newer::SetAside,
};

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
