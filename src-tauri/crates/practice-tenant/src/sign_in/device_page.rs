//! The page of the device code flow: the person types the code, chooses an
//! account and accepts or declines. What the app polls for is in `device`.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::device::{DeviceRequest, Outcome};
use super::errors::OAuthError;
use super::pages;
use super::scopes::RequestedScopes;
use super::state::Consent;
use super::{Person, SignIn};

/// What the person answered so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PageParameters {
    user_code: String,
    account: Option<String>,
    #[serde(skip_serializing)]
    find: String,
    #[serde(skip_serializing)]
    decision: String,
}

pub(super) async fn tenant_page(
    State(sign_in): State<Arc<SignIn>>,
    Path(tenant): Path<String>,
    Form(parameters): Form<PageParameters>,
) -> Response {
    match sign_in.check_tenant(&tenant) {
        Ok(()) => sign_in.device_page(&parameters),
        Err(error) => pages::refusal(
            "Sign-in is not possible",
            &error,
            &sign_in.trace(None),
            None,
        ),
    }
}

pub(super) async fn short_page(
    State(sign_in): State<Arc<SignIn>>,
    Form(parameters): Form<PageParameters>,
) -> Response {
    sign_in.device_page(&parameters)
}

impl SignIn {
    fn device_page(&self, parameters: &PageParameters) -> Response {
        if parameters.user_code.is_empty() {
            return pages::device_code(None);
        }
        let Some((key, request)) = self.waiting(&parameters.user_code) else {
            return pages::device_code(Some(
                "That code didn't work. Check the code and try again.",
            ));
        };
        if parameters.decision == "cancel" {
            return self.decide(&key, Outcome::Declined);
        }
        let chosen = parameters
            .account
            .as_deref()
            .and_then(|id| self.tenancy.person(id));
        match chosen.filter(|person| person.enabled && parameters.decision != "find") {
            Some(person) => self.ask_for_device(&key, &request, &person, parameters),
            None => self.device_accounts(parameters),
        }
    }

    fn waiting(&self, user_code: &str) -> Option<(String, DeviceRequest)> {
        let typed = user_code.trim();
        let now = self.tenancy.now();
        let state = self.state();
        let (key, request) = state.devices.iter().find(|(_, request)| {
            request.user_code.eq_ignore_ascii_case(typed)
                && request.outcome == Outcome::Pending
                && request.expires > now
        })?;
        Some((key.clone(), request.clone()))
    }

    fn device_accounts(&self, parameters: &PageParameters) -> Response {
        let people = self.tenancy.people();
        let accounts = pages::Accounts {
            people: &people,
            find: &parameters.find,
            chosen: None,
        };
        let carried = PageParameters {
            account: None,
            ..parameters.clone()
        };
        pages::account_picker(&self.tenancy.tenant_name(), &accounts, &carried)
    }

    fn ask_for_device(
        &self,
        key: &str,
        request: &DeviceRequest,
        person: &Person,
        parameters: &PageParameters,
    ) -> Response {
        let requested = RequestedScopes::parse(&request.scope).unwrap_or_default();
        let permissions = requested.permissions();
        let consent = self
            .state()
            .consent(&request.client_id, person, &permissions);
        match consent {
            Consent::Refused => self.decide(key, Outcome::Declined),
            Consent::AskAdministrator => {
                let error =
                    OAuthError::administrator_needed("access_denied", &self.tenancy.tenant_name());
                pages::refusal("Need admin approval", &error, &self.trace(None), None)
            }
            _ if parameters.decision == "accept" => {
                self.state()
                    .accept(&request.client_id, &person.id, &permissions);
                self.decide(
                    key,
                    Outcome::Accepted {
                        person_id: person.id.clone(),
                    },
                )
            }
            _ => {
                let asked = pages::Request {
                    account: &person.user_principal_name,
                    client_id: &request.client_id,
                    permissions: requested.names(),
                };
                pages::consent(
                    "Are you trying to sign in on another device?",
                    &asked,
                    parameters,
                )
            }
        }
    }

    fn decide(&self, key: &str, outcome: Outcome) -> Response {
        let accepted = matches!(outcome, Outcome::Accepted { .. });
        if let Some(request) = self.state().devices.get_mut(key) {
            request.outcome = outcome;
        }
        self.tenancy.changed();
        if accepted {
            pages::notice(
                "You have signed in",
                "You may now close this window and go back to the app.",
            )
        } else {
            pages::notice(
                "You declined",
                "The app was not signed in. You may close this window.",
            )
        }
    }
}
