//! The accounts of this machine: listed, shown, signed out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use cache::Cache;
use identity::permissions::Step;
use identity::{AccountRecord, Cloud, IdentityError};
use ipc_contract::commands::AccountList;
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use ipc_contract::session::{Account, CloudName, Session, SessionState};
use jobs::Journal;
use ledger::Ledger;

use super::{ActiveSession, cache_file, journal_file, ledger_file};
use crate::core::damaged;
use crate::{Core, CoreError};

impl Core {
    /// Whether somebody is signed in, and who.
    pub fn session_state(&self) -> SessionState {
        match self.current() {
            Ok(session) => SessionState::SignedIn { session },
            Err(_) => SessionState::SignedOut,
        }
    }

    /// All accounts on this machine.
    ///
    /// # Errors
    /// Never at present.
    pub async fn accounts(&self) -> Result<AccountList, CoreError> {
        let current = self.current_id();
        let accounts = self.account_store().list();
        Ok(AccountList {
            accounts: accounts
                .iter()
                .map(|record| account(record, current.as_deref()))
                .collect(),
        })
    }

    /// Shows another account.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn switch_account(&self, account_id: &str) -> Result<Session, CoreError> {
        let record = self.record(account_id)?;
        self.account_store().switch(account_id).await?;
        self.open_session(record)?;
        self.changed(&[Tag::Session, Tag::Groups]);
        self.current()
    }

    /// Forgets an account: its tokens and what is kept of its tenant. Nothing changes in Microsoft
    /// 365. The session in the system's browser goes on, unless `browser` asks to end it too.
    ///
    /// # Errors
    /// When there is no such account, the browser does not open (then nothing is forgotten), or the
    /// store cannot be written.
    pub async fn sign_out(
        &self,
        account_id: &str,
        browser: bool,
    ) -> Result<SessionState, CoreError> {
        let record = self.record(account_id)?;
        if browser {
            self.end_browser_session(&record).await?;
        }
        self.close_session(&record.id);
        self.account_store().remove(&record.id).await?;
        self.remove_files_of(&record.id);
        if self.current_session().is_none()
            && let Some(next) = self.account_store().current()
        {
            self.open_session(next)?;
        }
        self.changed(&[Tag::Session, Tag::Groups]);
        Ok(self.session_state())
    }

    /// Opens the page on which the sign-in service ends its session; it asks which, if there are more.
    async fn end_browser_session(&self, account: &AccountRecord) -> Result<(), CoreError> {
        let registration = self.registration_of(account).await?;
        let opened = self.host().browser().open(&registration.logout_url()).await;
        opened.map_err(|error| IdentityError::from(error).into())
    }

    fn record(&self, account_id: &str) -> Result<AccountRecord, CoreError> {
        let known = self.account_store().find(account_id);
        known.ok_or(CoreError::invalid("accountId"))
    }

    /// Makes `account` the one that the window shows. Where its cache cannot be used, it does without
    /// one for as long as it is shown, and the person is told.
    pub(crate) fn open_session(&self, account: AccountRecord) -> Result<(), CoreError> {
        let options = self.options();
        let file = cache_file(&options.cache_dir, &account.id);
        let opened = Cache::open(&file).map(|opened| (opened.cache, opened.set_aside));
        let cache = self.or_in_memory(&file, opened, Cache::in_memory)?;
        let file = journal_file(&options.journal_dir, &account.id);
        let opened = Journal::open(&file).map(|opened| (opened.journal, opened.set_aside));
        let journal = self.or_in_memory(&file, opened, Journal::in_memory)?;
        let file = ledger_file(&options.journal_dir, &account.id);
        let opened = Ledger::open(&file).map(|opened| (opened.ledger, opened.set_aside));
        let ledger = self.or_in_memory(&file, opened, Ledger::in_memory)?;
        let accounts = self.account_store().clone();
        let session = ActiveSession::open(account, accounts, cache, journal, ledger);
        self.set_session(Some(Arc::new(session)));
        Ok(())
    }

    /// What was opened; or the same in memory, when the file is of no use. The person is told once of a file
    /// that was set aside or could not be opened.
    fn or_in_memory<T, E>(
        &self,
        file: &Path,
        opened: Result<(T, Option<PathBuf>), E>,
        in_memory: fn() -> Result<T, E>,
    ) -> Result<T, CoreError>
    where
        CoreError: From<E>,
    {
        let (value, notice) = match opened {
            Ok((value, set_aside)) => (value, set_aside.as_deref().map(damaged)),
            Err(error) => {
                let mut notice = CommandError::from(CoreError::from(error));
                notice.params.file = Some(file.display().to_string());
                (in_memory()?, Some(notice))
            }
        };
        if let Some(notice) = notice {
            tracing::warn!(file = %file.display(), reason = notice.message, "a file was of no use");
            self.notice(notice);
        }
        Ok(value)
    }

    /// Leaves the account if it is the one that the window shows.
    pub(crate) fn close_session(&self, account_id: &str) {
        if self.current_id().as_deref() == Some(account_id) {
            self.set_session(None);
        }
    }

    fn current_id(&self) -> Option<String> {
        self.current_session()
            .map(|session| session.account.id.clone())
    }

    /// The signed-in account with what it may do.
    pub(crate) fn current(&self) -> Result<Session, CoreError> {
        let active = self.session()?;
        // Its name or its need to sign in again may have changed since the session was opened.
        let record = self
            .record(&active.account.id)
            .unwrap_or_else(|_| active.account.clone());
        Ok(Session {
            account: account(&record, Some(&active.account.id)),
            user_id: record.user_id.clone(),
            can_manage: Step::Manage.is_granted(&record.granted),
            granted: record.granted,
        })
    }
}

fn account(record: &AccountRecord, current: Option<&str>) -> Account {
    Account {
        id: record.id.clone(),
        display_name: record.display_name.clone(),
        user_principal_name: record.user_principal_name.clone(),
        tenant_name: record.tenant_name.clone(),
        cloud: cloud_name(&record.cloud),
        current: current == Some(record.id.as_str()),
        needs_sign_in: record.needs_sign_in,
    }
}

fn cloud_name(cloud: &Cloud) -> CloudName {
    match cloud {
        Cloud::Global => CloudName::Global,
        Cloud::UsGovL4 => CloudName::UsGovL4,
        Cloud::UsGovL5 => CloudName::UsGovL5,
        Cloud::China => CloudName::China,
        Cloud::Custom { .. } => CloudName::Custom,
        Cloud::Practice => CloudName::Practice,
    }
}
