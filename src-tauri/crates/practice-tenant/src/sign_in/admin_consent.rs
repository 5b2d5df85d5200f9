//! The page on which an administrator consents for everybody, and signing out.
//! Accepting sets the tenant's consent rule to [`ConsentRule::User`].

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use url::Url;

use super::clients::{found, loopback_redirect, with_answer};
use super::errors::OAuthError;
use super::pages;
use super::scopes::RequestedScopes;
use super::{ConsentRule, Person, SignIn};

/// What the app sent and the administrator answered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    client_id: Option<String>,
    scope: String,
    redirect_uri: String,
    state: Option<String>,
    account: Option<String>,
    #[serde(skip_serializing)]
    find: String,
    #[serde(skip_serializing)]
    decision: String,
}

pub(super) async fn admin_consent(
    State(sign_in): State<Arc<SignIn>>,
    Path(tenant): Path<String>,
    Form(parameters): Form<Parameters>,
) -> Response {
    match sign_in.admin_consent(&tenant, &parameters) {
        Ok(response) => response,
        Err(error) => pages::refusal(
            "Consent is not possible",
            &error,
            &sign_in.trace(None),
            None,
        ),
    }
}

impl SignIn {
    fn admin_consent(&self, tenant: &str, parameters: &Parameters) -> Result<Response, OAuthError> {
        self.check_tenant(tenant)?;
        if tenant.eq_ignore_ascii_case("common") {
            return Err(OAuthError::unknown_tenant(tenant));
        }
        let client_id = self.check_client(parameters.client_id.as_deref())?;
        let requested = RequestedScopes::parse(&parameters.scope)?;
        let redirect = loopback_redirect(&parameters.redirect_uri)
            .ok_or_else(|| OAuthError::redirect_mismatch(&parameters.redirect_uri, &client_id))?;
        if parameters.decision == "cancel" {
            return Ok(self.consent_refused(&redirect, parameters));
        }
        let chosen = parameters
            .account
            .as_deref()
            .and_then(|id| self.tenancy.person(id));
        let Some(person) = chosen.filter(|person| person.enabled && parameters.decision != "find")
        else {
            return Ok(self.administrators(parameters));
        };
        if !person.administrator {
            return Err(OAuthError::administrator_needed(
                "access_denied",
                &self.tenancy.tenant_name(),
            ));
        }
        if parameters.decision == "accept" {
            return Ok(self.consent_for_everybody(&redirect, parameters));
        }
        let asked = pages::Request {
            account: &person.user_principal_name,
            client_id: &client_id,
            permissions: requested.names(),
        };
        Ok(pages::consent(
            "Permissions requested for your organization",
            &asked,
            parameters,
        ))
    }

    fn administrators(&self, parameters: &Parameters) -> Response {
        let mut people = self.tenancy.people();
        people.retain(|person: &Person| person.administrator);
        let accounts = pages::Accounts {
            people: &people,
            find: &parameters.find,
            chosen: None,
        };
        let carried = Parameters {
            account: None,
            ..parameters.clone()
        };
        pages::account_picker(&self.tenancy.tenant_name(), &accounts, &carried)
    }

    fn consent_for_everybody(&self, redirect: &Url, parameters: &Parameters) -> Response {
        self.set_consent(ConsentRule::User);
        let tenant_id = self.tenancy.tenant_id();
        found(&with_answer(
            redirect,
            &[
                ("admin_consent", Some("True")),
                ("tenant", Some(&tenant_id)),
                ("scope", Some(&parameters.scope)),
                ("state", parameters.state.as_deref()),
            ],
        ))
    }

    fn consent_refused(&self, redirect: &Url, parameters: &Parameters) -> Response {
        let error = OAuthError::declined();
        let description = self.trace(None).description(&error);
        found(&with_answer(
            redirect,
            &[
                ("error", Some(error.error)),
                ("error_description", Some(&description)),
                ("admin_consent", Some("True")),
                ("state", parameters.state.as_deref()),
            ],
        ))
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct LogoutParameters {
    post_logout_redirect_uri: String,
    state: Option<String>,
}

/// There is no session in the browser to end; the redirect is followed.
pub(super) async fn logout(Query(parameters): Query<LogoutParameters>) -> Response {
    match loopback_redirect(&parameters.post_logout_redirect_uri) {
        Some(redirect) => found(&with_answer(
            &redirect,
            &[("state", parameters.state.as_deref())],
        )),
        None => pages::notice(
            "You signed out of your account",
            "It's a good idea to close all browser windows.",
        ),
    }
}
