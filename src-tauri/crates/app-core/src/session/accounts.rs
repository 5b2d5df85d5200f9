//! The accounts of this machine: listed, shown, signed out.

use std::sync::Arc;

use identity::permissions::Step;
use identity::{AccountRecord, Cloud};
use ipc_contract::commands::AccountList;
use ipc_contract::events::Tag;
use ipc_contract::session::{Account, CloudName, Session, SessionState};

use super::ActiveSession;
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
    /// When there is no such account, or its cache cannot be opened.
    pub async fn switch_account(&self, account_id: &str) -> Result<Session, CoreError> {
        let record = self.record(account_id)?;
        self.account_store().switch(account_id).await?;
        self.open_session(record)?;
        self.changed(&[Tag::Session, Tag::Groups]);
        self.current()
    }

    /// Forgets an account: its tokens and what is kept of its tenant. Nothing changes in Microsoft
    /// 365, and the browser's own session goes on.
    ///
    /// # Errors
    /// When there is no such account, or the store cannot be written.
    pub async fn sign_out(&self, account_id: &str) -> Result<SessionState, CoreError> {
        let record = self.record(account_id)?;
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

    fn record(&self, account_id: &str) -> Result<AccountRecord, CoreError> {
        let known = self
            .account_store()
            .list()
            .into_iter()
            .find(|record| record.id == account_id);
        known.ok_or(CoreError::invalid("accountId"))
    }

    /// Makes `account` the one that the window shows.
    pub(crate) fn open_session(&self, account: AccountRecord) -> Result<(), CoreError> {
        let session = ActiveSession::open(
            account,
            self.account_store().clone(),
            &self.options().cache_dir,
            &self.options().journal_dir,
        )?;
        self.set_session(Some(Arc::new(session)));
        Ok(())
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
