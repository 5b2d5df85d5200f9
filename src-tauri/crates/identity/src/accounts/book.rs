//! The list of accounts and which one is shown: in memory to read, in the store to last.

use std::sync::{Arc, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::record::AccountRecord;
use crate::error::IdentityError;
use crate::store::SecretStore;

const KEY: &str = "accounts";
const DAMAGED: &str = "accounts.damaged";

/// What the store holds.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Entries {
    pub(super) accounts: Vec<AccountRecord>,
    pub(super) current: Option<String>,
}

impl Entries {
    pub(super) fn find(&mut self, id: &str) -> Option<&mut AccountRecord> {
        self.accounts.iter_mut().find(|record| record.id == id)
    }
}

/// The accounts of this machine.
#[derive(Debug)]
pub(crate) struct AccountBook {
    store: Arc<dyn SecretStore>,
    entries: RwLock<Entries>,
    /// Held by whoever changes the entries, so that the store gets them in order.
    changing: Mutex<()>,
    pub(super) set_aside: Option<&'static str>,
}

impl AccountBook {
    /// Reads the accounts. A list that cannot be read is set aside, not thrown away: better a second
    /// sign-in than an application that does not start.
    pub(super) async fn open(store: Arc<dyn SecretStore>) -> Result<Self, IdentityError> {
        let (mut entries, mut set_aside) = (Entries::default(), None);
        if let Some(text) = store.get(KEY).await? {
            if let Ok(read) = serde_json::from_str(&text) {
                entries = read;
            } else {
                tracing::warn!("the list of accounts is damaged and was set aside");
                store.set(DAMAGED, &text).await?;
                store.delete(KEY).await?;
                set_aside = Some(DAMAGED);
            }
        }
        let (entries, changing) = (RwLock::new(entries), Mutex::default());
        Ok(Self {
            store,
            entries,
            changing,
            set_aside,
        })
    }

    pub(super) fn entries(&self) -> Entries {
        self.entries
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn record(&self, id: &str) -> Option<AccountRecord> {
        self.entries()
            .accounts
            .into_iter()
            .find(|record| record.id == id)
    }

    pub(crate) fn contains(&self, id: &str) -> bool {
        self.record(id).is_some()
    }

    /// Changes the entries for this run only.
    pub(super) fn amend(&self, change: impl FnOnce(&mut Entries)) {
        change(&mut self.entries.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// Changes the entries once the store has them.
    pub(super) async fn update<T>(
        &self,
        change: impl FnOnce(&mut Entries) -> T,
    ) -> Result<T, IdentityError> {
        let _ordered = self.changing.lock().await;
        let mut entries = self.entries();
        let outcome = change(&mut entries);
        let text = serde_json::to_string(&entries).map_err(IdentityError::internal)?;
        self.store.set(KEY, &text).await?;
        self.amend(|current| *current = entries);
        Ok(outcome)
    }

    /// Notes what a token request taught about an account. That it cannot be kept is no reason for
    /// the request to fail.
    pub(crate) async fn learn(&self, id: &str, change: impl Fn(&mut AccountRecord)) {
        let apply = |entries: &mut Entries| {
            if let Some(record) = entries.find(id) {
                change(record);
            }
        };
        let (before, mut after) = (self.entries(), self.entries());
        apply(&mut after);
        if after.accounts == before.accounts {
            return;
        }
        if let Err(error) = self.update(apply).await {
            tracing::warn!(%error, "a change of an account was not kept");
            self.amend(apply);
        }
    }
}
