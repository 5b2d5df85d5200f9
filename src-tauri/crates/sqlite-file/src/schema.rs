//! The tables of a file, as steps from one version to the next; what is promised of what was written.

use std::error::Error;

use rusqlite::{Connection, TransactionBehavior};

use crate::SqliteFileError;

/// Writes what is derived from the rows of a file.
pub type Derive = fn(&Connection) -> Result<(), Box<dyn Error + Send + Sync>>;

/// What leads from one version to the next. One that has been released never changes.
#[derive(Debug)]
pub struct Step {
    /// SQL that makes or changes tables.
    pub tables: &'static str,
    /// Writes what is derived from rows that are there already.
    pub derive: Option<Derive>,
}

impl Step {
    /// A step that makes or changes tables, and derives nothing.
    pub const fn of(tables: &'static str) -> Self {
        Self {
            tables,
            derive: None,
        }
    }
}

/// When a committed write is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// At once, even when the power goes then.
    Full,
    /// Soon: the end of the program loses nothing, that of the power the last writes.
    Normal,
}

/// What becomes of a file that a newer version wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newer {
    /// It is left as it is, and not opened.
    Refused,
    /// It is set aside as a damaged one is: what is in it can be read again from elsewhere.
    SetAside,
}

/// What a crate keeps in its file, and how carefully.
#[derive(Debug)]
pub struct Schema {
    /// Step *n* leads from version *n* to *n + 1*.
    pub steps: &'static [Step],
    /// When writes are on the disk.
    pub durability: Durability,
    /// Whether every page is looked at when the file is opened. Damage that nobody notices until its page is read
    /// would be found too late; a large file whose content can be read again does without.
    pub checked: bool,
    /// What becomes of a newer version's file.
    pub newer: Newer,
}

/// Brings the file to the version that the steps lead to, one committed step after another. Another process may be
/// doing the same.
pub(crate) fn migrate(connection: &mut Connection, steps: &[Step]) -> Result<(), SqliteFileError> {
    let known = i32::try_from(steps.len()).unwrap_or(i32::MAX);
    loop {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found > known {
            return Err(SqliteFileError::Newer { found, known });
        }
        let next = usize::try_from(found).ok().and_then(|at| steps.get(at));
        let Some(step) = next else {
            return Ok(());
        };
        transaction.execute_batch(step.tables)?;
        if let Some(derive) = step.derive {
            derive(&transaction).map_err(SqliteFileError::Derived)?;
        }
        transaction.pragma_update(None, "user_version", found + 1)?;
        transaction.commit()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Step = Step::of("CREATE TABLE names (name TEXT NOT NULL) STRICT;");

    fn version_of(connection: &Connection) -> i32 {
        connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    }

    fn first_version() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, &[FIRST]).unwrap();
        connection
            .execute("INSERT INTO names VALUES ('Kept')", [])
            .unwrap();
        connection
    }

    #[test]
    fn a_file_of_an_older_version_is_brought_up_to_date_with_everything_in_it() {
        let mut connection = first_version();
        let steps = [
            FIRST,
            Step {
                tables: "ALTER TABLE names ADD COLUMN folded TEXT;",
                derive: Some(|connection| {
                    connection.execute("UPDATE names SET folded = lower(name)", [])?;
                    Ok(())
                }),
            },
        ];

        migrate(&mut connection, &steps).unwrap();
        migrate(&mut connection, &steps).unwrap();

        let both: (String, String) = connection
            .query_row("SELECT name, folded FROM names", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(both, ("Kept".into(), "kept".into()));
        assert_eq!(version_of(&connection), 2);
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_at_the_version_before_it() {
        let mut connection = first_version();
        let no_sql = [FIRST, Step::of("DROP TABLE names; this is no SQL;")];
        let underivable = [
            FIRST,
            Step {
                tables: "DROP TABLE names;",
                derive: Some(|_| Err("it cannot be derived".into())),
            },
        ];
        for steps in [no_sql, underivable] {
            assert!(migrate(&mut connection, &steps).is_err());
            assert_eq!(version_of(&connection), 1);
            let count = connection.query_row("SELECT count(*) FROM names", [], |row| row.get(0));
            assert_eq!(count, Ok(1));
        }
    }

    #[test]
    fn a_file_of_a_newer_version_is_left_as_it_is() {
        let mut connection = first_version();
        connection.pragma_update(None, "user_version", 99).unwrap();
        let error = migrate(&mut connection, &[FIRST]).unwrap_err();
        let newer = matches!(
            error,
            SqliteFileError::Newer {
                found: 99,
                known: 1
            }
        );
        assert!(newer && version_of(&connection) == 99);
    }
}
