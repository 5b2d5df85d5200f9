//! A key store in memory, for tests of whatever is built on one.

use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;

use super::{KeyState, KeyStore};
use crate::error::IdentityError;
use crate::vault::SealingKey;

/// Keeps the key in memory, in whichever state it is put.
#[derive(Debug)]
pub struct MemoryKeyStore(Mutex<(KeyState, Option<SealingKey>)>);

impl Default for MemoryKeyStore {
    fn default() -> Self {
        Self(Mutex::new((KeyState::Available, None)))
    }
}

impl MemoryKeyStore {
    /// A key store that behaves as one in `state`.
    pub fn new(state: KeyState) -> Self {
        Self(Mutex::new((state, None)))
    }

    /// Locks, unlocks or removes it. The key stays.
    pub fn set_state(&self, state: KeyState) {
        self.held().0 = state;
    }

    fn held(&self) -> std::sync::MutexGuard<'_, (KeyState, Option<SealingKey>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn usable(state: KeyState) -> Result<(), IdentityError> {
    match state {
        KeyState::Available => Ok(()),
        KeyState::Locked => Err(IdentityError::KeychainLocked),
        KeyState::Absent => Err(IdentityError::KeychainAbsent),
    }
}

#[async_trait]
impl KeyStore for MemoryKeyStore {
    async fn state(&self) -> KeyState {
        self.held().0
    }

    async fn load(&self) -> Result<Option<SealingKey>, IdentityError> {
        let held = self.held();
        usable(held.0).map(|()| held.1.clone())
    }

    async fn save(&self, key: &SealingKey) -> Result<(), IdentityError> {
        let mut held = self.held();
        usable(held.0)?;
        held.1 = Some(key.clone());
        Ok(())
    }

    async fn delete(&self) -> Result<(), IdentityError> {
        let mut held = self.held();
        usable(held.0)?;
        held.1 = None;
        Ok(())
    }
}
