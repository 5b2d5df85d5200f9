//! Opening the file, and what happens when it cannot be read.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::{Connection, OpenFlags};

use crate::schema::migrate;
use crate::{Cache, CacheError};

/// An opened cache, and what had to be set aside for it.
#[derive(Debug)]
pub struct Opened {
    /// The cache, ready for use.
    pub cache: Cache,
    /// Where a file was moved that is damaged, or a newer version's.
    pub set_aside: Option<PathBuf>,
}

impl Cache {
    /// Opens the file at `path`, making it when there is none. One of an older version is brought up to
    /// date. One that cannot be read, since it is damaged or a newer version's, is renamed to
    /// `….damaged` beside it and a fresh one begun.
    ///
    /// # Errors
    /// When the file can be neither opened nor replaced.
    pub fn open(path: &Path) -> Result<Opened, CacheError> {
        match connect(path) {
            Ok(cache) => Ok(Opened {
                cache,
                set_aside: None,
            }),
            Err(error) if is_unreadable(&error) => {
                tracing::warn!(%error, "the cache is begun anew");
                let set_aside = set_aside(path)?;
                Ok(Opened {
                    cache: connect(path)?,
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
        let mut connection = Connection::open_in_memory()?;
        prepare(&mut connection)?;
        Ok(Self {
            writer: Mutex::new(connection),
            reader: None,
            haystack: Mutex::default(),
        })
    }
}

fn connect(path: &Path) -> Result<Cache, CacheError> {
    let mut writer = Connection::open(path)?;
    prepare(&mut writer)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(path, flags)?;
    Ok(Cache {
        writer: Mutex::new(writer),
        reader: Some(Mutex::new(reader)),
        haystack: Mutex::default(),
    })
}

fn prepare(connection: &mut Connection) -> Result<(), CacheError> {
    // WAL keeps readers quick while a refresh is written, and a crash loses no committed write.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate(connection)
}

fn is_unreadable(error: &CacheError) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        CacheError::Newer { .. } => true,
        CacheError::Database(error) => matches!(
            error.sqlite_error_code(),
            Some(DatabaseCorrupt | NotADatabase)
        ),
        _ => false,
    }
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

    use rusqlite::Connection;

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
    fn a_file_of_a_newer_version_is_set_aside_and_not_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        let newer = Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 999).unwrap();
        drop(newer);

        let aside = Cache::open(&path).unwrap().set_aside.unwrap();

        let version: i32 = Connection::open(aside)
            .unwrap()
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, 999);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error_and_no_panic() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no such folder").join("account.sqlite");
        assert!(Cache::open(&missing).is_err());
    }
}
