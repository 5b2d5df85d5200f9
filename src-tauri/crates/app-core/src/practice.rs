//! The practice tenant from the account's side: entering it, and following when it changes. To
//! everything else it is a cloud like the others.

use identity::authorization_code::{self, Prompt, SignInOptions};
use identity::permissions::{self, Step};
use identity::registration::{PRACTICE_CLIENT_ID, Registration};
use identity::{Cloud, HeadlessBrowser};
use ipc_contract::events::Tag;
use ipc_contract::session::Session;

use crate::{Core, CoreError};

/// The practice tenant is named as any tenant can be.
const TENANT: &str = "organizations";

impl Core {
    /// Enters the practice tenant: takes up its account, or signs in by the same flow as anywhere,
    /// with a browser that nobody has to look at.
    ///
    /// # Errors
    /// When the practice tenant cannot be started or does not answer.
    pub async fn enter_practice(&self) -> Result<Session, CoreError> {
        let known = self
            .account_store()
            .list()
            .into_iter()
            .find(|account| account.cloud == Cloud::Practice);
        if let Some(account) = known.filter(|account| !account.needs_sign_in) {
            self.account_store().switch(&account.id).await?;
            self.open_session(account)?;
            self.changed(&[Tag::Session, Tag::Groups]);
            return self.current();
        }
        self.sign_in_to_practice().await
    }

    async fn sign_in_to_practice(&self) -> Result<Session, CoreError> {
        let endpoints = self.host().practice_endpoints().await?;
        let registration = Registration::new(endpoints, TENANT, PRACTICE_CLIENT_ID)?;
        let options = SignInOptions {
            scopes: permissions::scopes(&[
                Step::Manage,
                Step::Policies,
                Step::Hidden,
                Step::Evidence,
                Step::Administer,
            ]),
            login_hint: Some(self.host().practice_login()),
            prompt: Some(Prompt::None),
            ..SignInOptions::default()
        };
        let browser = HeadlessBrowser::new();
        let signed_in =
            authorization_code::sign_in(&registration, options, &browser, std::future::pending())
                .await?;
        self.signed_in(signed_in, Cloud::Practice, &registration)
            .await
    }

    /// The practice tenant's clock or behaviour was changed: what is shown is read anew.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub fn practice_changed(&self) -> Result<(), CoreError> {
        self.changed(&[Tag::Practice]);
        if self.session()?.account.cloud == Cloud::Practice {
            self.refresh_groups()?;
        }
        Ok(())
    }

    /// The person's role in the practice tenant was changed: what may be changed is read anew.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub fn practice_role_changed(&self) -> Result<(), CoreError> {
        self.changed(&[Tag::Practice]);
        let session = self.session()?;
        if session.account.cloud == Cloud::Practice {
            self.read_policies_in_background(session);
        }
        Ok(())
    }

    /// The practice tenant was started anew: its account and what was known of it are of no use.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn practice_renewed(&self) -> Result<(), CoreError> {
        let former = self
            .account_store()
            .list()
            .into_iter()
            .find(|account| account.cloud == Cloud::Practice);
        if let Some(account) = former {
            self.close_session(&account.id);
            self.account_store().remove(&account.id).await?;
            self.remove_files_of(&account.id);
            self.sign_in_to_practice().await?;
        }
        self.changed(&[Tag::Practice, Tag::Session, Tag::Groups]);
        Ok(())
    }
}
