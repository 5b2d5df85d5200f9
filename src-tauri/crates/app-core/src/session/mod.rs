//! The account that the window shows: its cache at once, its client as soon as there are addresses.

mod accounts;
mod expected;
mod permissions;
mod sign_in;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cache::Cache;
use graph_client::models::{GroupId, NamingPerson};
use graph_client::{ClientOptions, GraphClient, GraphRoot};
use identity::AccountRecord;
use identity::accounts::Accounts;
use identity::permissions::Step;
use jiff::Timestamp;
use jobs::Journal;
use ledger::Ledger;
use tokio::sync::OnceCell;

use crate::calendar::Calendars;
use crate::changes::{Changes, Plans};
use crate::conversations::Conversations;
use crate::drafts::LookUps;
use crate::groups::{Refresh, Tenant};
use crate::people::{Checks, Lists};
use crate::policies::WhatIfs;
use crate::{CoreError, Host};

use expected::Expected;
pub(crate) use sign_in::PendingSignIn;
pub use sign_in::SignInDefaults;

/// An account in use.
#[derive(Debug)]
pub(crate) struct ActiveSession {
    pub(crate) account: AccountRecord,
    pub(crate) refresh: Refresh,
    pub(crate) journal: Arc<Journal>,
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) conversations: Conversations,
    pub(crate) changes: OnceCell<Changes>,
    pub(crate) plans: Plans,
    pub(crate) checks: Checks,
    pub(crate) lists: Lists,
    pub(crate) tenant: Tenant,
    pub(crate) calendars: Calendars,
    pub(crate) look_ups: LookUps,
    /// Held by who reads the policies: what is asked for twice is read once.
    pub(crate) policies: tokio::sync::Mutex<()>,
    pub(crate) what_ifs: WhatIfs,
    /// Who examples of names are made for.
    pub(crate) naming_people: OnceCell<Vec<NamingPerson>>,
    /// Held by who reads evidence: what is asked for twice is read once.
    pub(crate) evidence: tokio::sync::Mutex<()>,
    accounts: Arc<Accounts>,
    cache: Arc<Cache>,
    client: OnceCell<GraphClient>,
    reading: Mutex<HashSet<GroupId>>,
    administrator: AtomicBool,
    caught_up: AtomicBool,
    pub(crate) expected: Expected,
}

impl ActiveSession {
    /// The account with what is known of its groups and was done to them; the network is not touched.
    pub(crate) fn open(
        account: AccountRecord,
        accounts: Arc<Accounts>,
        cache: Cache,
        journal: Journal,
        ledger: Ledger,
    ) -> Self {
        Self {
            account,
            refresh: Refresh::default(),
            journal: Arc::new(journal),
            ledger: Arc::new(ledger),
            conversations: Conversations::default(),
            changes: OnceCell::new(),
            plans: Plans::default(),
            checks: Checks::default(),
            lists: Lists::default(),
            tenant: Tenant::default(),
            calendars: Calendars::default(),
            look_ups: LookUps::default(),
            policies: tokio::sync::Mutex::default(),
            what_ifs: WhatIfs::default(),
            naming_people: OnceCell::new(),
            evidence: tokio::sync::Mutex::default(),
            accounts,
            cache: Arc::new(cache),
            client: OnceCell::new(),
            reading: Mutex::default(),
            administrator: AtomicBool::default(),
            caught_up: AtomicBool::default(),
            expected: Expected::default(),
        }
    }

    /// The client for the account's cloud; the practice tenant is started when it is that.
    pub(crate) async fn client(&self, host: &dyn Host) -> Result<GraphClient, CoreError> {
        let make = || async {
            let endpoints = self
                .account
                .cloud
                .endpoints_or(|| host.practice_endpoints())
                .await?;
            let credential = self.accounts.credential(&self.account.id, &endpoints)?;
            let root = GraphRoot::parse(endpoints.graph_root.as_str())?;
            Ok::<_, CoreError>(GraphClient::new(
                root,
                credential,
                ClientOptions::default(),
            )?)
        };
        Ok(self.client.get_or_try_init(make).await?.clone())
    }

    /// What is granted now: a renewed token may bring more or less than the sign-in did.
    pub(crate) fn granted(&self) -> Vec<String> {
        self.accounts
            .find(&self.account.id)
            .map_or_else(Vec::new, |record| record.granted)
    }

    /// What is granted decides what can be done.
    ///
    /// # Errors
    /// [`CoreError::PermissionMissing`].
    pub(crate) fn require(&self, step: Step) -> Result<(), CoreError> {
        if step.is_granted(&self.granted()) {
            Ok(())
        } else {
            Err(CoreError::PermissionMissing(step))
        }
    }

    /// Reads or writes the cache, off the asynchronous workers.
    pub(crate) async fn cached<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Cache) -> Result<T, CoreError> + Send + 'static,
    ) -> Result<T, CoreError> {
        let cache = self.cache.clone();
        tokio::task::spawn_blocking(move || work(&cache))
            .await
            .map_err(CoreError::internal)?
    }

    /// True for the one caller that may read this group now.
    pub(crate) fn begin_reading(&self, id: &GroupId) -> bool {
        self.reading().insert(id.clone())
    }

    /// The group was read.
    pub(crate) fn end_reading(&self, id: &GroupId) {
        self.reading().remove(id);
    }

    fn reading(&self) -> MutexGuard<'_, HashSet<GroupId>> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True for the one caller that puts down what came of the last jobs.
    pub(crate) fn begin_catching_up(&self) -> bool {
        !self.caught_up.swap(true, Ordering::AcqRel)
    }

    /// Whether the service has shown this person what only administrators see.
    pub(crate) fn is_administrator(&self) -> bool {
        self.administrator.load(Ordering::Acquire)
    }

    pub(crate) fn set_administrator(&self, is: bool) {
        self.administrator.store(is, Ordering::Release);
    }

    /// The service's present moment, by its last answer; this machine's before there was one.
    pub(crate) fn service_now(&self, local: Timestamp) -> Timestamp {
        let time = self.client.get().and_then(GraphClient::last_server_time);
        time.map_or(local, |time| time.now(local))
    }
}

/// Where an account's journal lies.
pub(crate) fn journal_file(folder: &Path, account_id: &str) -> PathBuf {
    folder.join(format!("{account_id}.sqlite"))
}

/// Where an account's record of decisions lies.
pub(crate) fn ledger_file(folder: &Path, account_id: &str) -> PathBuf {
    folder.join(format!("{account_id}.ledger.sqlite"))
}

/// Where an account's cache lies. Account ids are made by `identity` and safe as file names.
pub(crate) fn cache_file(folder: &Path, account_id: &str) -> PathBuf {
    folder.join(format!("{account_id}.sqlite"))
}

#[cfg(test)]
mod tests {
    use identity::accounts::AccountsOptions;
    use identity::keys::MemoryKeyStore;
    use identity::{Clock, MemoryStore, SecretStore as _};
    use serde_json::json;

    use super::*;

    #[tokio::test]
    async fn what_a_renewed_token_grants_counts_and_not_what_the_sign_in_did() {
        let record = json!({
            "id": "a", "cloud": "practice", "tenant": "organizations", "clientId": "c",
            "userId": "u", "tenantId": "t", "displayName": "Ada", "userPrincipalName": "ada",
            "tenantName": "", "granted": ["User.Read"], "needsSignIn": false,
        });
        let store = Arc::new(MemoryStore::default());
        let book = json!({ "accounts": [record], "current": "a" }).to_string();
        store.set("accounts", &book).await.unwrap();
        let accounts = Accounts::open(AccountsOptions {
            store,
            keychain: Arc::new(MemoryKeyStore::default()),
            clock: Clock::default(),
        });
        let accounts = Arc::new(accounts.await.unwrap());
        let mut at_sign_in = accounts.current().unwrap();
        at_sign_in.granted = identity::permissions::scopes(&[Step::Manage]);

        let session = ActiveSession::open(
            at_sign_in,
            accounts,
            Cache::in_memory().unwrap(),
            Journal::in_memory().unwrap(),
            Ledger::in_memory().unwrap(),
        );

        assert_eq!(session.granted(), ["User.Read"]);
        assert!(session.require(Step::Manage).is_err());
    }
}
