//! Opening the file, and its two connections. What happens when it cannot be read is `sqlite_file`'s.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::{Connection, OpenFlags};

use crate::schema::SCHEMA;
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
        let opened = SCHEMA.open(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(path, flags)?;
        Ok(Opened {
            cache: Self::over(opened.connection, Some(reader)),
            set_aside: opened.set_aside,
        })
    }

    /// A cache that lives in memory: for an account whose folder cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory() -> Result<Self, CacheError> {
        Ok(Self::over(SCHEMA.in_memory()?, None))
    }

    fn over(writer: Connection, reader: Option<Connection>) -> Self {
        Self {
            writer: Mutex::new(writer),
            reader: reader.map(Mutex::new),
            haystack: Mutex::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::Cache;

    #[test]
    fn a_newer_versions_file_makes_way_for_one_that_can_be_used() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        let newer = Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 999).unwrap();
        drop(newer);

        let opened = Cache::open(&path).unwrap();

        let aside = opened
            .set_aside
            .expect("the person is told which file was set aside");
        assert!(aside.exists(), "nothing is thrown away");
        assert!(opened.cache.groups().unwrap().is_empty());
    }
}
