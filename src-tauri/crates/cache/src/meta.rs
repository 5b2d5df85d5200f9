//! Single facts: when the service was last read, the policy that was in force.

use jiff::Timestamp;
use rusqlite::OptionalExtension as _;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Cache, CacheError};

const AS_OF: &str = "as_of";
const POLICIES: &str = "lifecycle_policies";

impl Cache {
    /// When the groups were last read completely.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn as_of(&self) -> Result<Option<Timestamp>, CacheError> {
        self.fact(AS_OF)
    }

    pub(crate) const fn as_of_key() -> &'static str {
        AS_OF
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
        self.set_fact(POLICIES, policies)
    }

    fn fact<T: DeserializeOwned>(&self, key: &'static str) -> Result<Option<T>, CacheError> {
        let text: Option<String> = self
            .connection()
            .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| {
                row.get(0)
            })
            .optional()?;
        text.map(|text| {
            serde_json::from_str(&text).map_err(|source| CacheError::Row { what: key, source })
        })
        .transpose()
    }

    fn set_fact<T: Serialize>(&self, key: &'static str, value: &T) -> Result<(), CacheError> {
        let text =
            serde_json::to_string(value).map_err(|source| CacheError::Row { what: key, source })?;
        self.connection().execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)",
            [key, &text],
        )?;
        Ok(())
    }
}
