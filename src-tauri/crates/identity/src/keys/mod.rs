//! Where the sealing key lies.
//!
//! Owns the trait and its three forms: the system's keychain, a file that only this user may read,
//! and memory. Deliberately elsewhere: choosing among them (`accounts`).

mod file;
mod keyring;
mod memory;

use std::fmt;

use async_trait::async_trait;

use crate::error::IdentityError;
use crate::vault::SealingKey;

pub use file::FileKeyStore;
pub use keyring::KeyringKeyStore;
pub use memory::MemoryKeyStore;

/// What a key store is like at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It can be read and written.
    Available,
    /// It is there, and the person has to unlock it.
    Locked,
    /// There is none.
    Absent,
}

/// Keeps the one key that everything is sealed under.
#[async_trait]
pub trait KeyStore: fmt::Debug + Send + Sync {
    /// Whether a key could be read and written now.
    async fn state(&self) -> KeyState;

    /// The key; `None` only when the store is available and holds none.
    ///
    /// # Errors
    /// [`IdentityError::KeychainLocked`], [`IdentityError::KeychainAbsent`], or
    /// [`IdentityError::Store`] for a key file that cannot be used.
    async fn load(&self) -> Result<Option<SealingKey>, IdentityError>;

    /// Keeps `key`, over any other.
    ///
    /// # Errors
    /// As [`KeyStore::load`].
    async fn save(&self, key: &SealingKey) -> Result<(), IdentityError>;

    /// Forgets the key; that there is none is as good.
    ///
    /// # Errors
    /// As [`KeyStore::load`].
    async fn delete(&self) -> Result<(), IdentityError>;
}

/// The key of `store`, made and kept when it has none yet.
pub(crate) async fn obtain(store: &dyn KeyStore) -> Result<SealingKey, IdentityError> {
    if let Some(key) = store.load().await? {
        return Ok(key);
    }
    let key = SealingKey::generate();
    store.save(&key).await?;
    Ok(key)
}
