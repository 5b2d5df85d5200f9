//! Opening the file, and what happens when it cannot be read.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::aside::set_aside;
use crate::schema::migrate;
use crate::{Durability, Newer, Schema, SqliteFileError};

/// How long another process that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// An opened file, and what had to be set aside for it.
#[derive(Debug)]
pub struct Opened {
    /// The connection that writes.
    pub connection: Connection,
    /// Where a file was moved that could not be read.
    pub set_aside: Option<PathBuf>,
}

impl Schema {
    /// Opens the file at `path`, making it when there is none. A file of an older version is brought up to date. One
    /// that is damaged is renamed to `….damaged` beside it, with a number when there is one already, and a fresh one
    /// begun; so is a newer version's where [`Newer`] says so.
    ///
    /// # Errors
    /// When the file can be neither opened nor replaced, or was written by a newer version.
    pub fn open(&self, path: &Path) -> Result<Opened, SqliteFileError> {
        match self.connect(path) {
            Ok(connection) => Ok(Opened {
                connection,
                set_aside: None,
            }),
            Err(error) if self.is_unreadable(&error) => {
                tracing::warn!(%error, "a file is set aside, and begun anew");
                let set_aside = set_aside(path)?;
                Ok(Opened {
                    connection: self.connect(path)?,
                    set_aside: Some(set_aside),
                })
            }
            Err(other) => Err(other),
        }
    }

    /// The same tables in memory: for a folder that cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory(&self) -> Result<Connection, SqliteFileError> {
        let mut connection = Connection::open_in_memory()?;
        self.prepare(&mut connection)?;
        Ok(connection)
    }

    fn connect(&self, path: &Path) -> Result<Connection, SqliteFileError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        if self.checked {
            check(&connection)?;
        }
        self.prepare(&mut connection)?;
        Ok(connection)
    }

    fn prepare(&self, connection: &mut Connection) -> Result<(), SqliteFileError> {
        // Readers stay quick while something is written, and a crash loses no committed write.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        let synchronous = match self.durability {
            Durability::Full => "FULL",
            Durability::Normal => "NORMAL",
        };
        connection.pragma_update(None, "synchronous", synchronous)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        migrate(connection, self.steps)
    }

    fn is_unreadable(&self, error: &SqliteFileError) -> bool {
        let newer = matches!(error, SqliteFileError::Newer { .. });
        error.is_damage() || (newer && self.newer == Newer::SetAside)
    }
}

fn check(connection: &Connection) -> Result<(), SqliteFileError> {
    let word: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match word.as_str() {
        "ok" => Ok(()),
        _ => Err(SqliteFileError::Damaged(word)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::Step;

    const SCHEMA: Schema = Schema {
        steps: &[Step::of("CREATE TABLE names (name TEXT NOT NULL) STRICT;")],
        durability: Durability::Full,
        checked: true,
        newer: Newer::Refused,
    };

    fn names(connection: &Connection) -> usize {
        let count = connection.query_row("SELECT count(*) FROM names", [], |row| row.get(0));
        usize::try_from(count.unwrap_or(0_i64)).unwrap()
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_an_earlier_one_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        let mut aside = Vec::new();
        for _ in 0..2 {
            fs::write(&path, b"no database, however long it may be".repeat(100)).unwrap();
            aside.push(SCHEMA.open(&path).unwrap().set_aside.unwrap());
            // Closed and opened once more it is in order.
            assert_eq!(SCHEMA.open(&path).unwrap().set_aside, None);
        }
        assert_ne!(aside[0], aside[1]);
        assert!(aside.iter().all(|aside| aside.exists()));
    }

    #[test]
    fn half_a_file_is_noticed_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        let connection = SCHEMA.open(&path).unwrap().connection;
        for _ in 0..500 {
            let name = "A group with a long name".repeat(20);
            connection
                .execute("INSERT INTO names VALUES (?1)", [name])
                .unwrap();
        }
        drop(connection);
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();

        let opened = SCHEMA.open(&path).unwrap();

        assert!(opened.set_aside.is_some());
        assert_eq!(names(&opened.connection), 0);
    }

    #[test]
    fn a_newer_versions_file_is_refused_or_set_aside_and_never_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        let newer = Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 999).unwrap();
        drop(newer);
        assert!(matches!(
            SCHEMA.open(&path).unwrap_err(),
            SqliteFileError::Newer { found: 999, .. }
        ));

        let replacing = Schema {
            newer: Newer::SetAside,
            ..SCHEMA
        };
        let aside = replacing.open(&path).unwrap().set_aside.unwrap();

        let version: i32 = Connection::open(aside)
            .unwrap()
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, 999);
    }

    #[test]
    fn several_that_begin_one_file_at_once_all_find_its_tables() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        let begin = || SCHEMA.open(&path).map(|opened| names(&opened.connection));
        let begun = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(begin)).collect();
            let ended = threads.into_iter().map(|thread| thread.join().unwrap());
            ended.collect::<Result<Vec<_>, _>>()
        });
        assert_eq!(begun.unwrap(), [0; 4]);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error_and_no_panic() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no such folder").join("account.sqlite");
        assert!(SCHEMA.open(&missing).is_err());
    }
}
