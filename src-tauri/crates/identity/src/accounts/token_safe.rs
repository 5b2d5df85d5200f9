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
    protection: RwLock<Chosen>,
}

struct Contents {
    vault: Option<Vault>,
    in_memory: HashMap<String, RefreshToken>,
}

/// What was chosen, and what came of it.
#[derive(Debug, Clone)]
struct Chosen {
    choice: KeyChoice,
    /// `None` until a key was first asked for.
    in_force: Option<KeyChoice>,
}

/// How tokens are protected at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// What the keychain is like.
    pub keychain: KeyState,
    /// What is in force, which the keychain's state may force.
    pub in_force: KeyChoice,
}

impl fmt::Debug for TokenSafe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSafe")
            .field("chosen", &self.chosen())
            .finish_non_exhaustive()
    }
}

impl TokenSafe {
    pub(super) fn new(store: Arc<dyn SecretStore>, keychain: Arc<dyn KeyStore>) -> Self {
        let contents = Contents {
            vault: None,
            in_memory: HashMap::new(),
        };
        let chosen = Chosen {
            choice: KeyChoice::MemoryOnly,
            in_force: None,
        };
        Self {
            store,
            keychain,
            contents: Mutex::new(contents),
            protection: RwLock::new(chosen),
        }
    }

    /// Remembers the choice; its key is asked for when a token is first needed or kept.
    pub(super) fn choose(&self, choice: KeyChoice) {
        self.set_chosen(choice, None);
    }

    /// How tokens are protected now, or would be if one were kept now. Makes no key.
    pub(super) async fn protection(&self) -> Protection {
        let keychain = self.keychain.state().await;
        let Chosen { choice, in_force } = self.chosen();
        let in_force = match (in_force, choice) {
            (Some(in_force), _) => in_force,
            (None, KeyChoice::Keychain) if keychain != KeyState::Available => KeyChoice::MemoryOnly,
            (None, KeyChoice::KeyFile(path)) if !FileKeyStore::new(path.clone()).is_usable() => {
                KeyChoice::MemoryOnly
            }
            (None, choice) => choice,
        };
        Protection { keychain, in_force }
    }

    fn chosen(&self) -> Chosen {
        self.protection
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn set_chosen(&self, choice: KeyChoice, in_force: Option<KeyChoice>) {
        *self
            .protection
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Chosen { choice, in_force };
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
        let stored = self.stored().await?;
        if !stored.is_empty() {
            self.try_unlock(&mut contents).await;
        }
        if contents.vault.is_some() {
            for account in stored {
                match self.read(&mut contents, &account).await {
                    Ok(Some(token)) => drop(contents.in_memory.insert(account, token)),
                    Ok(None) => {}
                    Err(error) => tracing::info!(%error, "a token stays sealed as it is"),
                }
            }
        }
        let forget = choice == KeyChoice::MemoryOnly && self.chosen().choice != choice;
        self.set_chosen(choice, None);
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

    /// Forgets the key of the choice. What is still sealed under it can never be opened again.
    pub(super) async fn forget_key(&self) -> Result<(), IdentityError> {
        let mut contents = self.contents.lock().await;
        contents.vault = None;
        let choice = self.chosen().choice;
        self.set_chosen(choice.clone(), None);
        if let KeyChoice::KeyFile(path) = choice {
            FileKeyStore::new(path).delete().await?;
        }
        self.keychain.delete().await
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
        let choice = self.chosen().choice;
        let key = match &choice {
            KeyChoice::MemoryOnly => Ok(None),
            KeyChoice::Keychain => obtain(self.keychain.as_ref()).await.map(Some),
            KeyChoice::KeyFile(path) => obtain(&FileKeyStore::new(path.clone())).await.map(Some),
        };
        let in_force = match &key {
            Ok(Some(_)) => choice.clone(),
            _ => KeyChoice::MemoryOnly,
        };
        self.set_chosen(choice, Some(in_force));
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
