//! The accounts of this machine: remembered, switched, signed out, and lending their credentials.
//!
//! Owns which account is which (`record`, `book`) and their refresh tokens (`token_safe`).
//! Deliberately elsewhere: getting the first tokens (`authorization_code`, `device_code`) and
//! refreshing them (`credential`).

mod book;
mod record;
mod token_safe;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use graph_client::credential::TokenCredential;

use crate::clock::Clock;
use crate::clouds::{Cloud, CloudEndpoints};
use crate::credential::AccountCredential;
use crate::error::IdentityError;
use crate::keys::KeyStore;
use crate::registration::Registration;
use crate::signed_in::{LivingToken, SignedIn};
use crate::store::SecretStore;

pub(crate) use book::AccountBook;
pub use record::AccountRecord;
pub(crate) use token_safe::TokenSafe;
pub use token_safe::{KeyChoice, Protection};

/// What the accounts are built from.
#[derive(Debug)]
pub struct AccountsOptions {
    /// Where accounts and sealed tokens are kept.
    pub store: Arc<dyn SecretStore>,
    /// The keychain for [`KeyChoice::Keychain`].
    pub keychain: Arc<dyn KeyStore>,
    /// This machine's present moment.
    pub clock: Clock,
}

/// The accounts of this machine.
#[derive(Debug)]
pub struct Accounts {
    book: Arc<AccountBook>,
    safe: Arc<TokenSafe>,
    clock: Clock,
    lent: Mutex<HashMap<String, Lent>>,
}

/// What an account holds in memory: the token of its sign-in until somebody asks for a credential,
/// then that credential.
#[derive(Debug, Default)]
struct Lent {
    access: Option<LivingToken>,
    credential: Option<(CloudEndpoints, Arc<AccountCredential>)>,
}

impl Accounts {
    /// The accounts kept in a store. Nothing is unsealed before [`Accounts::choose`] or
    /// [`Accounts::protect`] named the key.
    ///
    /// # Errors
    /// [`IdentityError::Store`] when the store cannot be read.
    pub async fn open(options: AccountsOptions) -> Result<Self, IdentityError> {
        let AccountsOptions {
            store,
            keychain,
            clock,
        } = options;
        let book = AccountBook::open(store.clone()).await?;
        let safe = TokenSafe::new(store, keychain);
        let stored = safe.stored().await?;
        book.amend(|entries| {
            for record in &mut entries.accounts {
                record.needs_sign_in |= !stored.contains(&record.id);
            }
        });
        Ok(Self {
            book: Arc::new(book),
            safe: Arc::new(safe),
            clock,
            lent: Mutex::default(),
        })
    }

    /// Protects tokens in the way that was chosen before. Asks for no key, so that a start waits for
    /// no keychain: that happens when a token is first needed or kept.
    pub fn choose(&self, choice: KeyChoice) {
        self.safe.choose(choice);
    }

    /// Protects tokens in the way that the person chose: those that are kept are sealed anew, or
    /// taken out of the store for [`KeyChoice::MemoryOnly`]. Where the key cannot be had, tokens
    /// stay in memory and [`Accounts::protection`] says so.
    ///
    /// # Errors
    /// [`IdentityError::Store`] when the store cannot be written; tokens are then in memory too.
    pub async fn protect(&self, choice: KeyChoice) -> Result<(), IdentityError> {
        self.safe.protect(choice).await
    }

    /// Forgets the key itself, in the keychain and in a chosen file. Whatever is still sealed under it
    /// can never be opened again; the next token that is kept makes a new one.
    ///
    /// # Errors
    /// [`IdentityError::KeychainLocked`] and [`IdentityError::KeychainAbsent`], or
    /// [`IdentityError::Store`] for a key file that cannot be removed.
    pub async fn forget_key(&self) -> Result<(), IdentityError> {
        self.safe.forget_key().await
    }

    /// How tokens are protected now. Asks the keychain, which may take seconds, and makes no key.
    pub async fn protection(&self) -> Protection {
        self.safe.protection().await
    }

    /// The store's key under which a damaged list of accounts was set aside at this start.
    pub fn set_aside(&self) -> Option<&'static str> {
        self.book.set_aside
    }

    /// The account that is shown.
    pub fn current(&self) -> Option<AccountRecord> {
        let entries = self.book.entries();
        entries.current.and_then(|id| self.book.record(&id))
    }

    /// One account.
    pub fn find(&self, id: &str) -> Option<AccountRecord> {
        self.book.record(id)
    }

    /// All accounts, in the order in which they first signed in.
    pub fn list(&self) -> Vec<AccountRecord> {
        self.book.entries().accounts
    }

    /// Keeps who signed in, and shows that account. The same person in the same tenant and cloud
    /// keeps their id.
    ///
    /// # Errors
    /// [`IdentityError::Store`] when the store cannot be written; the account is not kept then.
    pub async fn add(
        &self,
        signed_in: SignedIn,
        cloud: Cloud,
        tenant: &str,
        client_id: &str,
    ) -> Result<AccountRecord, IdentityError> {
        let mut record = AccountRecord::new(&signed_in, cloud, tenant, client_id);
        if let Some(known) = self
            .list()
            .iter()
            .find(|known| known.is_same_person(&record))
        {
            record.id.clone_from(&known.id);
            record.tenant_name.clone_from(&known.tenant_name);
        }
        if let Some(token) = signed_in.tokens.refresh {
            self.safe.put(&record.id, token, || true).await?;
        }
        let added = record.clone();
        let update = self.book.update(|entries| {
            entries.current = Some(added.id.clone());
            match entries.find(&added.id) {
                Some(known) => *known = added,
                None => entries.accounts.push(added),
            }
        });
        update.await?;
        let lent = Lent {
            access: Some(signed_in.tokens.access),
            credential: None,
        };
        self.lent().insert(record.id.clone(), lent);
        Ok(record)
    }

    /// Notes the tenant's display name.
    ///
    /// # Errors
    /// [`IdentityError::Store`] when the store cannot be written.
    pub async fn set_tenant_name(&self, id: &str, name: &str) -> Result<(), IdentityError> {
        let update = self.book.update(|entries| {
            if let Some(record) = entries.find(id) {
                name.clone_into(&mut record.tenant_name);
            }
        });
        update.await
    }

    /// Signs an account out of this machine: its tokens are forgotten, and another account is shown
    /// if there is one. The browser's own session goes on.
    ///
    /// # Errors
    /// [`IdentityError::Store`] when the store cannot be written.
    pub async fn remove(&self, id: &str) -> Result<(), IdentityError> {
        self.safe.remove(id).await?;
        let update = self.book.update(|entries| {
            entries.accounts.retain(|record| record.id != id);
            if entries.current.as_deref() == Some(id) {
                entries.current = entries.accounts.first().map(|record| record.id.clone());
            }
        });
        update.await?;
        self.lent().remove(id);
        // A refresh that was under way may have kept its token between the two.
        self.safe.remove(id).await
    }

    /// Shows another account.
    ///
    /// # Errors
    /// [`IdentityError::InvalidInput`] when there is no such account, [`IdentityError::Store`] when
    /// the store cannot be written.
    pub async fn switch(&self, id: &str) -> Result<(), IdentityError> {
        self.known(id)?;
        self.book
            .update(|entries| entries.current = Some(id.to_owned()))
            .await
    }

    /// The account's credential at `endpoints`: one object for all who ask.
    ///
    /// # Errors
    /// [`IdentityError::InvalidInput`] when there is no such account.
    pub fn credential(
        &self,
        id: &str,
        endpoints: &CloudEndpoints,
    ) -> Result<Arc<dyn TokenCredential>, IdentityError> {
        let record = self.known(id)?;
        let mut all = self.lent();
        let lent = all.entry(id.to_owned()).or_default();
        if let Some((at, credential)) = &lent.credential
            && at == endpoints
        {
            return Ok(credential.clone());
        }
        let registration = Registration::new(endpoints.clone(), &record.tenant, &record.client_id)?;
        let (book, safe) = (self.book.clone(), self.safe.clone());
        let credential = Arc::new(AccountCredential::new(
            record.id,
            registration,
            (book, safe),
            self.clock.clone(),
            lent.access.take(),
        )?);
        lent.credential = Some((endpoints.clone(), credential.clone()));
        Ok(credential)
    }

    fn known(&self, id: &str) -> Result<AccountRecord, IdentityError> {
        self.book
            .record(id)
            .ok_or(IdentityError::InvalidInput { field: "accountId" })
    }

    fn lent(&self) -> MutexGuard<'_, HashMap<String, Lent>> {
        self.lent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
