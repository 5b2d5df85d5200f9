//! The authorize endpoint: checks what an app asks for, lets the person choose
//! an account and accept, and sends a code back to the app's loopback redirect.
//! With `prompt=none` and `login_hint` it answers at once, without pages.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::SignedDuration;
use url::Url;

use super::authorize_request::{FORM_POST, Parameters, Request};
use super::clients::{found, with_answer};
use super::errors::OAuthError;
use super::pages;
use super::state::{AuthorizationCode, Consent, Grant};
use super::{Person, SignIn, random};

/// Codes live ten minutes (v2-oauth2-auth-code-flow.md).
const CODE_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

pub(super) async fn authorize(
    State(sign_in): State<Arc<SignIn>>,
    Path(tenant): Path<String>,
    Form(parameters): Form<Parameters>,
) -> Response {
    let redirect = match sign_in.check_app(&tenant, &parameters) {
        Ok(redirect) => redirect,
        Err(error) => {
            return pages::refusal(
                "Sorry, but we're having trouble signing you in",
                &error,
                &sign_in.trace(None),
                None,
            );
        }
    };
    match sign_in.authorize(&redirect, &parameters) {
        Ok(response) => response,
        Err(error) => {
            let description = sign_in.trace(None).description(&error);
            let answer = refusal(&error, &description, &parameters);
            send_back(&redirect, &parameters, &answer)
        }
    }
}

impl SignIn {
    fn authorize(&self, redirect: &Url, parameters: &Parameters) -> Result<Response, OAuthError> {
        let request = self.check_request(parameters)?;
        if parameters.prompt.as_deref() == Some("none") {
            let person = self.hinted(parameters)?;
            self.accept_silently(&request, &person)?;
            return self.grant_code(redirect, parameters, request, &person);
        }
        match parameters.decision.as_str() {
            "cancel" => return Err(OAuthError::declined()),
            "find" => return Ok(self.account_page(parameters)),
            _ => {}
        }
        let chosen = parameters
            .account
            .as_deref()
            .and_then(|id| self.tenancy.person(id));
        let Some(person) = chosen.filter(|person| person.enabled) else {
            return Ok(self.account_page(parameters));
        };
        self.ask(redirect, parameters, request, &person)
    }

    fn hinted(&self, parameters: &Parameters) -> Result<Person, OAuthError> {
        let hint = parameters
            .login_hint
            .as_deref()
            .ok_or_else(OAuthError::not_signed_in)?;
        let person = self
            .tenancy
            .person(hint)
            .ok_or_else(OAuthError::not_signed_in)?;
        if person.enabled {
            Ok(person)
        } else {
            Err(OAuthError::disabled("interaction_required"))
        }
    }

    /// Stands in for a person who accepts as soon as they may.
    fn accept_silently(&self, request: &Request, person: &Person) -> Result<(), OAuthError> {
        let permissions = request.requested.permissions();
        let consent = self
            .state()
            .consent(&request.client_id, person, &permissions);
        match consent {
            Consent::Granted => Ok(()),
            Consent::AskPerson => {
                self.state()
                    .accept(&request.client_id, &person.id, &permissions);
                Ok(())
            }
            Consent::AskAdministrator => Err(OAuthError::administrator_needed(
                "consent_required",
                &self.tenancy.tenant_name(),
            )),
            Consent::Refused => Err(OAuthError::declined()),
        }
    }

    /// Asks the chosen person to accept, unless they did before.
    fn ask(
        &self,
        redirect: &Url,
        parameters: &Parameters,
        request: Request,
        person: &Person,
    ) -> Result<Response, OAuthError> {
        let permissions = request.requested.permissions();
        let consent = self
            .state()
            .consent(&request.client_id, person, &permissions);
        match consent {
            Consent::Refused => Err(OAuthError::declined()),
            Consent::AskAdministrator => Ok(self.administrator_page(redirect, parameters)),
            Consent::Granted if parameters.prompt.as_deref() != Some("consent") => {
                self.grant_code(redirect, parameters, request, person)
            }
            _ if parameters.decision == "accept" => {
                self.state()
                    .accept(&request.client_id, &person.id, &permissions);
                self.grant_code(redirect, parameters, request, person)
            }
            _ => Ok(consent_page(&request, parameters, person)),
        }
    }

    fn account_page(&self, parameters: &Parameters) -> Response {
        let hinted = parameters
            .login_hint
            .as_deref()
            .and_then(|hint| self.tenancy.person(hint));
        let accounts = pages::Accounts {
            people: &self.tenancy.people(),
            find: &parameters.find,
            chosen: hinted.as_ref().map(|person| person.id.as_str()),
        };
        let carried = Parameters {
            account: None,
            ..parameters.clone()
        };
        pages::account_picker(&self.tenancy.tenant_name(), &accounts, &carried)
    }

    fn administrator_page(&self, redirect: &Url, parameters: &Parameters) -> Response {
        let error = OAuthError::administrator_needed("access_denied", &self.tenancy.tenant_name());
        let description = self.trace(None).description(&error);
        let back = with_answer(redirect, &refusal(&error, &description, parameters));
        pages::refusal(
            "Need admin approval",
            &error,
            &self.trace(None),
            Some(back.as_str()),
        )
    }

    fn grant_code(
        &self,
        redirect: &Url,
        parameters: &Parameters,
        request: Request,
        person: &Person,
    ) -> Result<Response, OAuthError> {
        let now = self.tenancy.now();
        let code = random::secret();
        let record = AuthorizationCode {
            grant: Grant {
                client_id: request.client_id,
                person_id: person.id.clone(),
                scope: request.scope,
                nonce: parameters.nonce.clone(),
                claims: request.claims,
            },
            redirect_uri: redirect.to_string(),
            code_challenge: request.code_challenge,
            expires: now
                .checked_add(CODE_LIFETIME)
                .map_err(|_| OAuthError::unavailable())?,
            redeemed: false,
        };
        self.state().codes.insert(random::digest(&code), record);
        self.tenancy.changed();
        let answer = [
            ("code", Some(code.as_str())),
            ("state", parameters.state.as_deref()),
        ];
        Ok(send_back(redirect, parameters, &answer))
    }
}

type Pair<'a> = (&'a str, Option<&'a str>);

fn refusal<'a>(
    error: &'a OAuthError,
    description: &'a str,
    parameters: &'a Parameters,
) -> [Pair<'a>; 3] {
    [
        ("error", Some(error.error)),
        ("error_description", Some(description)),
        ("state", parameters.state.as_deref()),
    ]
}

/// Takes the answer to the app, in the way that it asked for.
fn send_back(redirect: &Url, parameters: &Parameters, answer: &[Pair<'_>]) -> Response {
    if parameters.response_mode.as_deref() == Some(FORM_POST) {
        return pages::post_back(redirect.as_str(), answer);
    }
    found(&with_answer(redirect, answer))
}

fn consent_page(request: &Request, parameters: &Parameters, person: &Person) -> Response {
    let asked = pages::Request {
        account: &person.user_principal_name,
        client_id: &request.client_id,
        permissions: request.requested.names(),
    };
    pages::consent("Permissions requested", &asked, parameters)
}
