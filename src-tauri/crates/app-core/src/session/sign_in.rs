//! Signing in, through the browser or with a code, and giving it up.

use identity::authorization_code::{self, Prompt, SignInOptions};
use identity::device_code::{self, DeviceCodePrompt};
use identity::permissions::{self, Step, admin_consent_url, with_sign_in};
use identity::registration::Registration;
use identity::{Cloud, IdentityError, SignedIn};
use ipc_contract::events::Tag;
use ipc_contract::session::{CloudName, DeviceCode, PermissionStep, Session, SignInRequest};
use tokio_util::sync::CancellationToken;

use super::permissions::step_of;
use crate::{Core, CoreError};

/// Where the form's last content is kept.
const LAST_FORM: &str = "signIn";

/// The sign-in that is under way, if any.
#[derive(Debug, Default)]
pub(crate) struct PendingSignIn {
    cancel: CancellationToken,
    device: Option<PendingDevice>,
}

#[derive(Debug)]
struct PendingDevice {
    prompt: DeviceCodePrompt,
    registration: Registration,
    steps: Vec<Step>,
    cloud: Cloud,
}

/// What a sign-in asks for.
pub(super) struct Asking {
    steps: Vec<Step>,
    /// What is granted already and stays granted.
    also: Vec<String>,
}

impl Asking {
    fn new(steps: Vec<Step>) -> Self {
        Self {
            steps,
            also: Vec::new(),
        }
    }

    /// For `step`, beside what was granted.
    pub(super) fn more(step: Step, granted: Vec<String>) -> Self {
        Self {
            steps: vec![step],
            also: granted,
        }
    }

    fn scopes(&self) -> Vec<String> {
        let mut names = self.also.clone();
        let asked = permissions::of(&self.steps).map(|known| known.name.to_owned());
        names.extend(asked.filter(|name| !self.also.contains(name)));
        with_sign_in(&names)
    }
}

/// What the command line gives the sign-in form.
#[derive(Debug, Clone, Default)]
pub struct SignInDefaults {
    /// Graph's root of a cloud with addresses of its own.
    pub graph_url: Option<String>,
    /// Its sign-in root.
    pub authority: Option<String>,
    /// The application ID.
    pub client_id: Option<String>,
    /// The tenant.
    pub tenant: Option<String>,
}

impl Core {
    /// What the sign-in form begins with: the command line, else the last sign-in.
    pub async fn sign_in_form(&self, defaults: &SignInDefaults) -> SignInRequest {
        let last = self.settings_store().get(LAST_FORM).await.ok().flatten();
        let mut form = last
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_else(empty_form);
        if defaults.graph_url.is_some() {
            form.cloud = CloudName::Custom;
            form.graph_url.clone_from(&defaults.graph_url);
            form.authority.clone_from(&defaults.authority);
        }
        if let Some(client_id) = &defaults.client_id {
            form.client_id.clone_from(client_id);
        }
        if let Some(tenant) = &defaults.tenant {
            form.tenant.clone_from(tenant);
        }
        form
    }

    /// Signs in through the system's browser.
    ///
    /// # Errors
    /// Everything that can go wrong with a sign-in; see [`IdentityError`].
    pub async fn sign_in_with_browser(&self, form: &SignInRequest) -> Result<Session, CoreError> {
        let registration = registration(form)?;
        self.remember(form).await;
        let asking = Asking::new(steps_of(form));
        self.sign_in_in_browser(registration, cloud(form)?, asking, None)
            .await
    }

    pub(super) async fn sign_in_in_browser(
        &self,
        registration: Registration,
        cloud: Cloud,
        asking: Asking,
        login_hint: Option<String>,
    ) -> Result<Session, CoreError> {
        let cancel = self.begin(None);
        let options = SignInOptions {
            scopes: asking.scopes(),
            prompt: login_hint.is_none().then_some(Prompt::SelectAccount),
            login_hint,
            ..SignInOptions::default()
        };
        let browser = self.host().browser();
        let signed_in = authorization_code::sign_in(
            &registration,
            options,
            browser.as_ref(),
            cancel.cancelled_owned(),
        )
        .await
        .map_err(|error| with_consent(error, &registration, &asking.steps))?;
        self.signed_in(signed_in, cloud, &registration).await
    }

    /// Begins a sign-in with a code.
    ///
    /// # Errors
    /// When the form is wrong or the service gives no code.
    pub async fn start_device_sign_in(
        &self,
        form: &SignInRequest,
    ) -> Result<DeviceCode, CoreError> {
        let registration = registration(form)?;
        self.remember(form).await;
        let steps = steps_of(form);
        let prompt = device_code::start(&registration, &permissions::scopes(&steps))
            .await
            .map_err(|error| with_consent(error, &registration, &steps))?;
        let code = DeviceCode {
            user_code: prompt.user_code.clone(),
            verification_uri: prompt.verification_uri.to_string(),
            expires_at: prompt.expires_at,
        };
        self.begin(Some(PendingDevice {
            prompt,
            registration,
            steps,
            cloud: cloud(form)?,
        }));
        Ok(code)
    }

    /// Waits until the code was entered.
    ///
    /// # Errors
    /// When it was declined, ran out, or the sign-in was given up.
    pub async fn finish_device_sign_in(&self) -> Result<Session, CoreError> {
        let (device, cancel) = {
            let mut pending = self.pending();
            (pending.device.take(), pending.cancel.clone())
        };
        let Some(PendingDevice {
            prompt,
            registration,
            steps,
            cloud,
        }) = device
        else {
            return Err(IdentityError::Cancelled.into());
        };
        let signed_in = prompt
            .finish(cancel.cancelled_owned())
            .await
            .map_err(|error| with_consent(error, &registration, &steps))?;
        self.signed_in(signed_in, cloud, &registration).await
    }

    /// Gives up the sign-in that is under way, if any.
    pub fn cancel_sign_in(&self) {
        self.begin(None);
    }

    /// Ends what is under way and begins anew.
    fn begin(&self, device: Option<PendingDevice>) -> CancellationToken {
        let mut pending = self.pending();
        pending.cancel.cancel();
        *pending = PendingSignIn {
            cancel: CancellationToken::new(),
            device,
        };
        pending.cancel.clone()
    }

    /// Keeps the account and shows it.
    pub(crate) async fn signed_in(
        &self,
        signed_in: SignedIn,
        cloud: Cloud,
        registration: &Registration,
    ) -> Result<Session, CoreError> {
        let account = self
            .account_store()
            .add(
                signed_in,
                cloud,
                registration.tenant(),
                registration.client_id(),
            )
            .await?;
        self.open_session(account)?;
        self.learn_tenant_name();
        self.changed(&[Tag::Session, Tag::Groups, Tag::Policies]);
        self.current()
    }

    /// Asks for the tenant's name in the background: nothing waits for it.
    fn learn_tenant_name(&self) {
        let core = self.clone();
        tokio::spawn(async move {
            if let Err(error) = core.read_tenant_name().await {
                tracing::info!(%error, "the tenant's name was not read");
            }
        });
    }

    async fn read_tenant_name(&self) -> Result<(), CoreError> {
        let session = self.session()?;
        let organization = session
            .client(self.host())
            .await?
            .organization()
            .get()
            .await?;
        let name = organization.display_name.unwrap_or_default();
        self.account_store()
            .set_tenant_name(&session.account.id, &name)
            .await?;
        self.changed(&[Tag::Session]);
        Ok(())
    }

    /// Keeps the form for the next time; that it cannot be kept is no reason not to sign in.
    async fn remember(&self, form: &SignInRequest) {
        if let Ok(text) = serde_json::to_string(form)
            && let Err(error) = self.settings_store().set(LAST_FORM, &text).await
        {
            tracing::warn!(%error, "the sign-in form was not kept");
        }
    }
}

fn empty_form() -> SignInRequest {
    SignInRequest {
        cloud: CloudName::Global,
        tenant: "organizations".into(),
        client_id: String::new(),
        graph_url: None,
        authority: None,
        step: PermissionStep::Read,
        policies: true,
    }
}

fn cloud(form: &SignInRequest) -> Result<Cloud, CoreError> {
    Ok(match form.cloud {
        CloudName::Global => Cloud::Global,
        CloudName::UsGovL4 => Cloud::UsGovL4,
        CloudName::UsGovL5 => Cloud::UsGovL5,
        CloudName::China => Cloud::China,
        CloudName::Custom => Cloud::custom(
            form.graph_url.as_deref().unwrap_or_default(),
            form.authority.as_deref().unwrap_or_default(),
        )
        .map_err(named_as_in_the_form)?,
        // It has a button of its own and no form.
        CloudName::Practice => return Err(CoreError::invalid("cloud")),
    })
}

fn named_as_in_the_form(error: IdentityError) -> CoreError {
    match error {
        IdentityError::InvalidInput { field: "graph" } => CoreError::invalid("graphUrl"),
        other => other.into(),
    }
}

/// What a filled-in form asks for.
pub(super) fn steps_of(form: &SignInRequest) -> Vec<Step> {
    let policies = form.policies.then_some(Step::Policies);
    [step_of(form.step)].into_iter().chain(policies).collect()
}

/// The registration that a filled-in form names.
pub(super) fn registration(form: &SignInRequest) -> Result<Registration, CoreError> {
    let endpoints = cloud(form)?
        .endpoints()
        .ok_or(CoreError::invalid("cloud"))?;
    Ok(Registration::new(endpoints, &form.tenant, &form.client_id)?)
}

/// A person who lacks an administrator's consent gets the link to send on.
fn with_consent(error: IdentityError, registration: &Registration, steps: &[Step]) -> CoreError {
    match error {
        IdentityError::AdminConsentRequired(_) => CoreError::AdminConsent {
            error: Box::new(error),
            url: admin_consent_url(registration, steps).to_string(),
            steps: steps.to_vec(),
        },
        other => other.into(),
    }
}
