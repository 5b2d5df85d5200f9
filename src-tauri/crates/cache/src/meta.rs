//! Single facts: when the service was last read, the policy that was in force.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Cache, CacheError};

/// When the groups were last read completely.
pub(crate) const AS_OF: &str = "as_of";
const POLICIES: &str = "lifecycle_policies";

impl Cache {
    /// When the groups were last read completely, or brought up to date by a round of changes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn as_of(&self) -> Result<Option<Timestamp>, CacheError> {
        self.fact(AS_OF)
    }

    /// The tenant's lifecycle policies as last read; `None` when they never were.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lifecycle_policies<P: DeserializeOwned>(&self) -> Result<Option<P>, CacheError> {
        self.fact(POLICIES)
    }

    /// Keeps the tenant's lifecycle policies.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_lifecycle_policies<P: Serialize>(&self, policies: &P) -> Result<(), CacheError> {
        put(&self.writing(), POLICIES, policies)
    }

    pub(crate) fn fact<T: DeserializeOwned>(
        &self,
        key: &'static str,
    ) -> Result<Option<T>, CacheError> {
        let text: Option<String> = self
            .reading()
            .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| {
                row.get(0)
            })
            .optional()?;
        text.map(|text| serde_json::from_str(&text).map_err(CacheError::row(key)))
            .transpose()
    }
}

pub(crate) fn put<T: Serialize>(
    connection: &Connection,
    key: &'static str,
    value: &T,
) -> Result<(), CacheError> {
    let text = serde_json::to_string(value).map_err(CacheError::row(key))?;
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)",
        [key, &text],
    )?;
    Ok(())
}
