//! Where accounts and sealed tokens are kept, seen from here: text by key.
//!
//! Deliberately elsewhere: the files (the shell), and the sealing (`vault`): a store never holds a
//! secret in the clear.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;

/// Text by key, durable once `set` returned.
#[async_trait]
pub trait SecretStore: fmt::Debug + Send + Sync {
    /// The text under `key`.
    ///
    /// # Errors
    /// When the store cannot be read.
    async fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps `value` under `key`; it is durable when this returns.
    ///
    /// # Errors
    /// When the store cannot be written.
    async fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Forgets what is under `key`, if anything.
    ///
    /// # Errors
    /// When the store cannot be written.
    async fn delete(&self, key: &str) -> Result<(), StoreError>;

    /// All keys.
    ///
    /// # Errors
    /// When the store cannot be read.
    async fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// A store that could not be read or written.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct StoreError {
    file: String,
    reason: String,
}

impl StoreError {
    /// A failure of `file` for `reason`.
    pub fn new(file: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            reason: reason.into(),
        }
    }

    /// The file that is concerned.
    pub fn file(&self) -> &str {
        &self.file
    }
}

/// A store in memory: for tests, and for a session that leaves nothing behind.
#[derive(Default)]
pub struct MemoryStore(Mutex<BTreeMap<String, String>>);

impl MemoryStore {
    fn entries(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore")
            .field("entries", &self.entries().len())
            .finish()
    }
}

#[async_trait]
impl SecretStore for MemoryStore {
    async fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.entries().get(key).cloned())
    }

    async fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.entries().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.entries().remove(key);
        Ok(())
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.entries().keys().cloned().collect())
    }
}
