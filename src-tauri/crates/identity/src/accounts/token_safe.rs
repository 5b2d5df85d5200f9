//! The refresh tokens: sealed in the store, or in memory where nothing may or can be sealed.
//!
//! A key that cannot be had now (a locked keychain) is asked for again at the next use; what was
//! sealed stays where it is meanwhile, and what comes in stays in memory. Access tokens are never
//! stored at all.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{Mutex, MutexGuard};

use crate::error::IdentityError;
use crate::keys::{FileKeyStore, KeyState, KeyStore, obtain};
use crate::signed_in::RefreshToken;
use crate::store::SecretStore;
use crate::vault::Vault;

const PREFIX: &str = "token/";
const PURPOSE: &str = "refresh token";

/// What the person chose to protect tokens with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyChoice {
    /// Sealed, under a key in the system's keychain.
    Keychain,
    /// Sealed, under a key in this file.
    KeyFile(PathBuf),
    /// Not stored.
    MemoryOnly,
}

/// Keeps refresh tokens.
pub(crate) struct TokenSafe {
    store: Arc<dyn SecretStore>,
    keychain: Arc<dyn KeyStore>,
    contents: Mutex<Contents>,
    in_force: RwLock<KeyChoice>,
}

struct Contents {
    choice: KeyChoice,
    vault: Option<Vault>,
    in_memory: HashMap<String, RefreshToken>,
}

impl fmt::Debug for TokenSafe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSafe")
            .field("in_force", &self.in_force())
            .finish_non_exhaustive()
    }
}

impl TokenSafe {
    pub(super) fn new(store: Arc<dyn SecretStore>, keychain: Arc<dyn KeyStore>) -> Self {
        let contents = Contents {
            choice: KeyChoice::MemoryOnly,
            vault: None,
            in_memory: HashMap::new(),
        };
        let in_force = RwLock::new(KeyChoice::MemoryOnly);
        Self {
            store,
            keychain,
            contents: Mutex::new(contents),
            in_force,
        }
    }

    pub(super) fn in_force(&self) -> KeyChoice {
        self.in_force
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) async fn keychain_state(&self) -> KeyState {
        self.keychain.state().await
    }

    /// The accounts that have a token in the store.
    pub(super) async fn stored(&self) -> Result<Vec<String>, IdentityError> {
        let keys = self.store.keys().await?;
        Ok(keys
            .iter()
            .filter_map(|key| key.strip_prefix(PREFIX))
            .map(str::to_owned)
            .collect())
    }

    /// Puts every token that can be read under another protection.
    pub(super) async fn protect(&self, choice: KeyChoice) -> Result<(), IdentityError> {
        let mut contents = self.contents.lock().await;
        if contents.vault.is_some() {
            for account in self.stored().await? {
                match self.read(&mut contents, &account).await {
                    Ok(Some(token)) => drop(contents.in_memory.insert(account, token)),
                    Ok(None) => {}
                    Err(error) => tracing::info!(%error, "a token stays sealed as it is"),
                }
            }
        }
        let forget = choice == KeyChoice::MemoryOnly && contents.choice != choice;
        contents.choice = choice;
        contents.vault = None;
        if forget {
            for account in self.stored().await? {
                self.store.delete(&key(&account)).await?;
            }
        }
        self.try_unlock(&mut contents).await;
        self.seal_all(&mut contents).await
    }

    /// The account's refresh token; `None` when there is none.
    pub(crate) async fn get(&self, account: &str) -> Result<Option<RefreshToken>, IdentityError> {
        let mut contents = self.contents.lock().await;
        self.read(&mut contents, account).await
    }

    /// Keeps `token` if the account is still `wanted`; it lasts when this returns. On an error it
    /// is kept in memory.
    pub(crate) async fn put(
        &self,
        account: &str,
        token: RefreshToken,
        wanted: impl FnOnce() -> bool + Send,
    ) -> Result<(), IdentityError> {
        let mut contents = self.contents.lock().await;
        if !wanted() {
            return Ok(());
        }
        contents.in_memory.insert(account.to_owned(), token);
        self.try_unlock(&mut contents).await;
        self.seal_all(&mut contents).await
    }

    pub(super) async fn remove(&self, account: &str) -> Result<(), IdentityError> {
        let mut contents = self.contents.lock().await;
        contents.in_memory.remove(account);
        Ok(self.store.delete(&key(account)).await?)
    }

    async fn read(
        &self,
        contents: &mut MutexGuard<'_, Contents>,
        account: &str,
    ) -> Result<Option<RefreshToken>, IdentityError> {
        if let Some(token) = contents.in_memory.get(account) {
            return Ok(Some(token.clone()));
        }
        let Some(sealed) = self.store.get(&key(account)).await? else {
            return Ok(None);
        };
        if contents.vault.is_none() {
            self.unlock(contents).await?;
        }
        let vault = contents
            .vault
            .as_ref()
            .ok_or(IdentityError::SealedElsewhere)?;
        let token = vault.open(account, PURPOSE, &sealed)?;
        Ok(Some(RefreshToken::new(token.as_str())))
    }

    /// Without a key, tokens stay in memory, and `in_force` tells.
    async fn try_unlock(&self, contents: &mut MutexGuard<'_, Contents>) {
        if contents.vault.is_none()
            && let Err(error) = self.unlock(contents).await
        {
            tracing::warn!(%error, "tokens stay in memory");
        }
    }

    /// Gets the key of the choice.
    async fn unlock(&self, contents: &mut MutexGuard<'_, Contents>) -> Result<(), IdentityError> {
        let key = match &contents.choice {
            KeyChoice::MemoryOnly => Ok(None),
            KeyChoice::Keychain => obtain(self.keychain.as_ref()).await.map(Some),
            KeyChoice::KeyFile(path) => obtain(&FileKeyStore::new(path.clone())).await.map(Some),
        };
        let sealing = matches!(key, Ok(Some(_)));
        let in_force = if sealing {
            contents.choice.clone()
        } else {
            KeyChoice::MemoryOnly
        };
        *self
            .in_force
            .write()
            .unwrap_or_else(PoisonError::into_inner) = in_force;
        contents.vault = key?.map(Vault::new);
        Ok(())
    }

    /// Seals what is in memory, if there is a key.
    async fn seal_all(&self, contents: &mut MutexGuard<'_, Contents>) -> Result<(), IdentityError> {
        let Some(vault) = contents.vault.clone() else {
            return Ok(());
        };
        for (account, token) in contents.in_memory.clone() {
            let sealed = vault.seal(&account, PURPOSE, token.expose())?;
            self.store.set(&key(&account), &sealed).await?;
            contents.in_memory.remove(&account);
        }
        Ok(())
    }
}

fn key(account: &str) -> String {
    format!("{PREFIX}{account}")
}
