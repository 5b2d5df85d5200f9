//! The key in the system's keychain: Secret Service, Keychain Services or Credential Manager.
//!
//! A locked Secret Service answers a read with "no entry" and refuses only a write, so an empty read
//! is believed after a write of something harmless has succeeded. Every call may block for as long
//! as a prompt is on the screen, so each has a time limit.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use keyring::{Entry, Error};
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::{KeyState, KeyStore};
use crate::error::IdentityError;
use crate::vault::SealingKey;

/// A keychain that takes longer shows a prompt, which is what "locked" means.
const PATIENCE: Duration = Duration::from_secs(3);

const KEY: &str = "token sealing key";
const PROBE: &str = "probe";

/// Keeps the key in the system's keychain.
#[derive(Clone)]
pub struct KeyringKeyStore {
    service: String,
    /// Held while a call runs, also one that nobody waits for any more: one prompt at a time.
    busy: Arc<Mutex<()>>,
}

impl fmt::Debug for KeyringKeyStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyringKeyStore")
            .field("service", &self.service)
            .finish_non_exhaustive()
    }
}

impl KeyringKeyStore {
    /// The keychain's entry for `service`, the application's name.
    pub fn new(service: impl Into<String>) -> Self {
        Self {
            service: service.into(),
            busy: Arc::default(),
        }
    }

    /// Runs `work` on a thread of its own: one that hangs on a prompt must not keep the runtime
    /// from ending, as a blocking task would.
    async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&str) -> Result<T, IdentityError> + Send + 'static,
    ) -> Result<T, IdentityError> {
        let (sender, answer) = oneshot::channel();
        let (service, busy) = (self.service.clone(), self.busy.clone());
        let run = move || {
            let _alone = busy.lock().unwrap_or_else(PoisonError::into_inner);
            if !sender.is_closed() {
                let _ = sender.send(work(&service));
            }
        };
        std::thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(run)
            .map_err(IdentityError::internal)?;
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err(IdentityError::KeychainAbsent),
            Err(_) => Err(IdentityError::KeychainLocked),
        }
    }
}

#[async_trait]
impl KeyStore for KeyringKeyStore {
    async fn state(&self) -> KeyState {
        match self.load().await {
            Ok(_) => KeyState::Available,
            Err(IdentityError::KeychainLocked) => KeyState::Locked,
            Err(_) => KeyState::Absent,
        }
    }

    async fn load(&self) -> Result<Option<SealingKey>, IdentityError> {
        self.call(|service| {
            let entry = Entry::new(service, KEY).map_err(|error| meaning(&error))?;
            match entry.get_password().map(Zeroizing::new) {
                Ok(text) => Ok(SealingKey::decode(&text)),
                Err(Error::NoEntry) => probe(service).map(|()| None),
                Err(error) => Err(meaning(&error)),
            }
        })
        .await
    }

    async fn save(&self, key: &SealingKey) -> Result<(), IdentityError> {
        let text = key.encode();
        self.call(move |service| {
            Entry::new(service, KEY)
                .and_then(|entry| entry.set_password(&text))
                .map_err(|error| meaning(&error))
        })
        .await
    }

    async fn delete(&self) -> Result<(), IdentityError> {
        self.call(|service| {
            match Entry::new(service, KEY).and_then(|entry| entry.delete_credential()) {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(meaning(&error)),
            }
        })
        .await
    }
}

/// Whether the keychain is open: it takes an entry.
fn probe(service: &str) -> Result<(), IdentityError> {
    let entry = Entry::new(service, PROBE).map_err(|error| meaning(&error))?;
    entry
        .set_password("open")
        .map_err(|error| meaning(&error))?;
    entry.delete_credential().map_err(|error| meaning(&error))
}

fn meaning(error: &Error) -> IdentityError {
    tracing::debug!(kind = kind(error), "the keychain refused");
    match error {
        Error::NoStorageAccess(_) => IdentityError::KeychainLocked,
        _ => IdentityError::KeychainAbsent,
    }
}

/// The variant alone: some of them carry the bytes of the entry.
fn kind(error: &Error) -> &'static str {
    match error {
        Error::NoStorageAccess(_) => "no storage access",
        Error::PlatformFailure(_) => "platform failure",
        Error::NoDefaultStore => "no default store",
        Error::NoEntry => "no entry",
        _ => "other",
    }
}
