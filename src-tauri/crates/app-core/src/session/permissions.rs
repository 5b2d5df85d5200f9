//! What may be asked for, what was granted, and asking for more.

use identity::AccountRecord;
use identity::permissions::{self, Step, admin_consent_url};
use identity::registration::Registration;
use ipc_contract::session::{Permission, PermissionList, PermissionStep, Session, SignInRequest};

use super::sign_in::{self, Asking};
use crate::{Core, CoreError};

impl Core {
    /// The permissions, for a form that is being filled in or for the session.
    ///
    /// # Errors
    /// Never at present: a form that is not complete only lacks the administrator's link.
    pub async fn permissions(
        &self,
        form: Option<&SignInRequest>,
    ) -> Result<PermissionList, CoreError> {
        let session = self.current_session();
        let granted = session
            .filter(|_| form.is_none())
            .map(|session| session.granted());
        let all = || {
            vec![
                Step::Manage,
                Step::Policies,
                Step::Hidden,
                Step::Evidence,
                Step::Administer,
            ]
        };
        let steps = form.map_or_else(all, sign_in::steps_of);
        let registration = match form {
            Some(form) => sign_in::registration(form).ok(),
            None => self.registration_of_session().await.ok(),
        };
        Ok(PermissionList {
            permissions: permissions::ALL
                .iter()
                .map(|known| permission(known, granted.as_deref()))
                .collect(),
            admin_consent_url: registration
                .as_ref()
                .map(|known| admin_consent_url(known, &steps).to_string()),
        })
    }

    /// Asks for more permissions for the current account, in the browser.
    ///
    /// # Errors
    /// As signing in does.
    pub async fn request_permissions(&self, step: PermissionStep) -> Result<Session, CoreError> {
        let session = self.session()?;
        let registration = self.registration_of_session().await?;
        let login = session.account.user_principal_name.clone();
        self.sign_in_in_browser(
            registration,
            session.account.cloud.clone(),
            Asking::more(step_of(step), session.granted()),
            Some(login),
        )
        .await
    }

    async fn registration_of_session(&self) -> Result<Registration, CoreError> {
        self.registration_of(&self.session()?.account).await
    }

    pub(super) async fn registration_of(
        &self,
        account: &AccountRecord,
    ) -> Result<Registration, CoreError> {
        let endpoints = account
            .cloud
            .endpoints_or(|| self.host().practice_endpoints())
            .await?;
        Ok(Registration::new(
            endpoints,
            &account.tenant,
            &account.client_id,
        )?)
    }
}

pub(super) fn step_of(step: PermissionStep) -> Step {
    match step {
        PermissionStep::Read => Step::Read,
        PermissionStep::Manage => Step::Manage,
        PermissionStep::Policies => Step::Policies,
        PermissionStep::Hidden => Step::Hidden,
        PermissionStep::Evidence => Step::Evidence,
        PermissionStep::Administer => Step::Administer,
    }
}

fn permission(known: &permissions::Permission, granted: Option<&[String]>) -> Permission {
    Permission {
        name: known.name.to_owned(),
        step: match known.step {
            Step::Read => PermissionStep::Read,
            Step::Manage => PermissionStep::Manage,
            Step::Policies => PermissionStep::Policies,
            Step::Hidden => PermissionStep::Hidden,
            Step::Evidence => PermissionStep::Evidence,
            Step::Administer => PermissionStep::Administer,
        },
        admin_consent: known.admin_consent,
        granted: granted.map(|granted| permissions::is_granted(known.name, granted)),
    }
}
