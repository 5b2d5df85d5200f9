//! The tables, as steps from one version to the next. A step that has been released never changes.

use rusqlite::Connection;

use crate::JournalError;

/// Step *n* leads from version *n* to *n + 1*.
pub(super) const STEPS: &[&str] = &[
    "
CREATE TABLE jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    undo_of TEXT,
    undo INTEGER NOT NULL,
    cancel_asked INTEGER NOT NULL DEFAULT 0,
    stopped TEXT,
    sequence INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX jobs_unfinished ON jobs (state) WHERE state NOT IN ('cancelled', 'finished');
CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    op TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    object TEXT,
    object_name TEXT,
    lane TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    before TEXT,
    after TEXT,
    outcome TEXT,
    sent_at INTEGER,
    settled_at INTEGER,
    undoes_job TEXT,
    undoes_item INTEGER,
    undone_by TEXT,
    -- The names, folded, to be searched.
    words TEXT NOT NULL,
    -- Rises from one item that is acted on to the next, whatever the clock does.
    turn INTEGER,
    UNIQUE (job, position)
) STRICT;
CREATE INDEX items_by_state ON items (job, state);
CREATE INDEX items_to_send ON items (job, lane, position) WHERE state = 'planned';
CREATE INDEX items_by_turn ON items (turn) WHERE turn IS NOT NULL;
CREATE INDEX items_by_subject ON items (subject, turn) WHERE turn IS NOT NULL;
",
    "
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL,
    content TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    stage TEXT NOT NULL,
    sent_at INTEGER,
    error TEXT
) STRICT;
CREATE INDEX drafts_by_group ON drafts (group_id, changed_at);
CREATE TABLE draft_files (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (draft, id)
) STRICT;
",
];

/// Brings the file to the version that `steps` lead to, one committed step after another.
pub(super) fn migrate(connection: &mut Connection, steps: &[&str]) -> Result<(), JournalError> {
    let known = i32::try_from(steps.len()).unwrap_or(i32::MAX);
    let found: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(JournalError::Newer { found, known });
    }
    for (version, step) in (1..).zip(steps).filter(|(version, _)| *version > found) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{STEPS, migrate};
    use crate::JournalError;

    fn names(connection: &Connection) -> Vec<String> {
        let mut statement = connection
            .prepare("SELECT subject_name FROM items")
            .unwrap();
        let names = statement.query_map([], |row| row.get(0)).unwrap();
        names.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_file_of_an_older_version_is_brought_up_to_date_with_everything_in_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, STEPS).unwrap();
        connection
            .execute_batch(
                "INSERT INTO jobs (id, kind, title, state, created_at, undo) \
                 VALUES ('x', 'renew', '\"t\"', 'finished', 0, 0); \
                 INSERT INTO items (job, position, op, subject, subject_name, lane, state, words) \
                 VALUES (1, 0, 'null', 'g', 'Kept', 'g', 'done', 'kept');",
            )
            .unwrap();
        let further = "ALTER TABLE items ADD COLUMN further TEXT; \
                       UPDATE items SET further = subject_name;";
        let steps: Vec<_> = STEPS.iter().copied().chain([further]).collect();

        migrate(&mut connection, &steps).unwrap();
        migrate(&mut connection, &steps).unwrap();

        assert_eq!(names(&connection), ["Kept"]);
        let further: String = connection
            .query_row("SELECT further FROM items", [], |row| row.get(0))
            .unwrap();
        assert_eq!(further, "Kept");
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_at_the_version_before_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        let steps: Vec<_> = STEPS
            .iter()
            .copied()
            .chain(["DROP TABLE items; this is no SQL;"])
            .collect();

        assert!(migrate(&mut connection, &steps).is_err());

        migrate(&mut connection, STEPS).unwrap();
        assert!(names(&connection).is_empty());
    }

    #[test]
    fn a_file_of_a_newer_version_is_left_as_it_is() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        let error = migrate(&mut connection, STEPS).unwrap_err();
        assert!(matches!(error, JournalError::Newer { found: 99, .. }));
    }
}
