//! Opening the file: its schema, its version, and what happens when it is damaged.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::Connection;

use crate::{Cache, CacheError};

/// Rises with every change of the schema. A file of version 1 gains the tables that it lacks, so that what
/// only this machine knows is carried over; a file of any other version is begun anew.
const SCHEMA_VERSION: i32 = 2;

/// What version 2 added.
const SINCE_2: &str = "
CREATE TABLE documents (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    as_of TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
";

const SCHEMA: &str = "
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

/// An opened cache, and what had to be set aside for it.
#[derive(Debug)]
pub struct Opened {
    /// The cache, ready for use.
    pub cache: Cache,
    /// Where a damaged file was moved to.
    pub set_aside: Option<PathBuf>,
}

impl Cache {
    /// Opens the file at `path`, making it when there is none. A file that SQLite cannot read is
    /// renamed to `….damaged` beside it and a fresh one begun.
    ///
    /// # Errors
    /// When the file can be neither opened nor replaced.
    pub fn open(path: &Path) -> Result<Opened, CacheError> {
        match connect(path) {
            Ok(connection) => Ok(Opened {
                cache: Cache::over(connection),
                set_aside: None,
            }),
            Err(CacheError::Database(error)) if is_damage(&error) => {
                let set_aside = set_aside(path)?;
                Ok(Opened {
                    cache: Cache::over(connect(path)?),
                    set_aside: Some(set_aside),
                })
            }
            Err(other) => Err(other),
        }
    }

    /// A cache that lives in memory: for an account whose folder cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory() -> Result<Self, CacheError> {
        let connection = Connection::open_in_memory()?;
        prepare(&connection)?;
        Ok(Self::over(connection))
    }

    fn over(connection: Connection) -> Self {
        Self {
            connection: Mutex::new(connection),
        }
    }
}

fn connect(path: &Path) -> Result<Connection, CacheError> {
    let connection = Connection::open(path)?;
    prepare(&connection)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), CacheError> {
    // WAL keeps readers quick while a refresh is written, and a crash loses no committed write.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match version {
        SCHEMA_VERSION => Ok(()),
        1 => run(connection, SINCE_2),
        _ => rebuild(connection),
    }
}

fn rebuild(connection: &Connection) -> Result<(), CacheError> {
    let tables = ["meta", "groups", "favorites", "people", "documents"];
    let drops: String = tables
        .iter()
        .map(|table| format!("DROP TABLE IF EXISTS {table};"))
        .collect();
    run(connection, &format!("{drops}{SCHEMA}{SINCE_2}"))
}

fn run(connection: &Connection, statements: &str) -> Result<(), CacheError> {
    connection.execute_batch(&format!(
        "BEGIN IMMEDIATE;{statements}PRAGMA user_version = {SCHEMA_VERSION};COMMIT;"
    ))?;
    Ok(())
}

fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(
        error.sqlite_error_code(),
        Some(DatabaseCorrupt | NotADatabase)
    )
}

fn set_aside(path: &Path) -> Result<PathBuf, CacheError> {
    let aside = path.with_extension("damaged");
    fs::rename(path, &aside)?;
    for companion in ["-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(companion);
        // They belong to the damaged file and may not exist.
        let _ = fs::remove_file(PathBuf::from(name));
    }
    Ok(aside)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Cache;

    #[test]
    fn a_damaged_file_is_set_aside_and_a_fresh_one_begun() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        fs::write(
            &path,
            b"this is no database, however long it may be".repeat(100),
        )
        .unwrap();

        let opened = Cache::open(&path).unwrap();

        let aside = opened
            .set_aside
            .expect("the person is told which file was set aside");
        assert!(aside.exists(), "nothing is thrown away");
        assert!(opened.cache.groups().unwrap().is_empty());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error_and_no_panic() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no such folder").join("account.sqlite");
        assert!(Cache::open(&missing).is_err());
    }
}
