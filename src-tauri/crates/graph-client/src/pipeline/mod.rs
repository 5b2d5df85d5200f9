//! What every request goes through: request id, authentication, sending, retry, log.
//!
//! Owns one attempt and the loop around it. Deliberately elsewhere: what is asked for
//! ([`crate::resources`]) and how many requests share one ([`crate::batch`]).

mod answer;
mod budget;
mod challenge;
mod request;
mod retry;
mod server_time;
mod transport;

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::StatusCode;
use serde::de::DeserializeOwned;
use url::Url;

use crate::GraphRoot;
use crate::credential::{AccessToken, CredentialError, TokenCredential, TokenRequest};
use crate::error::{ErrorKind, GraphError, Stage};

pub(crate) use answer::Answer;
pub(crate) use request::{Repeat, Request, Sent};
pub(crate) use retry::Retries;
pub use retry::RetryPolicy;
pub use server_time::ServerTime;
pub(crate) use transport::Transport;

use budget::RetryBudget;
use server_time::ServerClock;

/// The way to one Graph root with one credential.
#[derive(Debug)]
pub(crate) struct Pipeline {
    root: GraphRoot,
    credential: Arc<dyn TokenCredential>,
    transport: Transport,
    policy: RetryPolicy,
    budget: RetryBudget,
    clock: ServerClock,
}

/// What one refused token leads to: at most one more try with another one.
#[derive(Default)]
pub(crate) struct Authentication {
    request: TokenRequest,
    renewed: bool,
}

impl Pipeline {
    pub(crate) fn new(
        root: GraphRoot,
        credential: Arc<dyn TokenCredential>,
        transport: Transport,
        policy: RetryPolicy,
    ) -> Self {
        Self {
            root,
            credential,
            transport,
            policy,
            budget: RetryBudget::default(),
            clock: ServerClock::default(),
        }
    }

    pub(crate) fn root(&self) -> &GraphRoot {
        &self.root
    }

    pub(crate) fn server_time(&self) -> Option<ServerTime> {
        self.clock.last()
    }

    /// The retries of one call, drawn from the client's one budget.
    pub(crate) fn retries(&self) -> Retries<'_> {
        self.retries_after(0)
    }

    /// The same of a call that was sent again so often already.
    pub(crate) fn retries_after(&self, made: u32) -> Retries<'_> {
        Retries::new(&self.policy, &self.budget, made)
    }

    /// The address that a link of the service leads to; it is followed on the root's own origin only.
    pub(crate) fn follow(&self, operation: &'static str, link: &str) -> Result<Url, GraphError> {
        let foreign =
            |reason: &str| GraphError::new(ErrorKind::ForeignLink, Stage::Link, operation, reason);
        let url = Url::parse(link).map_err(|_| foreign("the service's link is no address"))?;
        if self.root.same_origin(&url) {
            Ok(url)
        } else {
            Err(foreign(
                "the service's link leads to another host and was not followed",
            ))
        }
    }

    /// Sends `request` and reads the JSON of its answer.
    pub(crate) async fn json<T: DeserializeOwned>(
        &self,
        request: Request,
    ) -> Result<T, GraphError> {
        let operation = request.operation;
        let read_only = request.read_only();
        let answer = self.send(request).await?;
        answer.json(operation, read_only)
    }

    /// Sends `request`, again where that is right, until there is a successful answer or an end.
    pub(crate) async fn send(&self, request: Request) -> Result<Answer, GraphError> {
        let mut authentication = Authentication::default();
        Ok(self.send_as(request, &mut authentication).await?.0)
    }

    /// As [`Pipeline::send`], and tells the token that was accepted.
    pub(crate) async fn send_as(
        &self,
        request: Request,
        authentication: &mut Authentication,
    ) -> Result<(Answer, AccessToken), GraphError> {
        let mut retries = self.retries();
        loop {
            let error = match self.attempt(&request, authentication, &retries).await {
                Ok((answer, token)) if answer.status.is_success() => {
                    retries.succeeded();
                    return Ok((answer, token));
                }
                Ok((answer, token)) => {
                    if answer.status == StatusCode::UNAUTHORIZED
                        && authentication.renew(challenge::claims(&answer.headers), token)
                    {
                        continue;
                    }
                    answer.into_error(request.operation, request.read_only())
                }
                Err(error) => error,
            };
            let error = error.with(|failure| failure.retries = retries.made());
            let Some(wait) = retries.next(&error, request.repeat) else {
                return Err(error);
            };
            tracing::debug!(operation = request.operation, ?wait, %error, "sending again");
            tokio::time::sleep(wait).await;
        }
    }

    async fn attempt(
        &self,
        request: &Request,
        authentication: &Authentication,
        retries: &Retries<'_>,
    ) -> Result<(Answer, AccessToken), GraphError> {
        let token = self
            .credential
            .token(authentication.request.clone())
            .await
            .map_err(|error| credential_failed(request, error))?;
        if let Some(sent) = &request.sent {
            sent.add();
        }
        let started = Instant::now();
        let client_request_id = uuid::Uuid::new_v4().to_string();
        let sent = self
            .transport
            .send(request, &token, &client_request_id)
            .await;
        let sent = sent.map_err(|error| {
            error.with(|failure| failure.client_request_id = Some(client_request_id))
        });
        if let Ok(answer) = &sent {
            self.clock.learn(&answer.headers);
        }
        log(request, retries.made(), started.elapsed(), &sent);
        Ok((sent?, token))
    }
}

impl Authentication {
    /// Asks for another token the next time; false when that was tried already.
    pub(crate) fn renew(&mut self, claims: Option<String>, refused: AccessToken) -> bool {
        let first = !self.renewed;
        self.renewed = true;
        self.request = TokenRequest {
            claims,
            rejected: Some(refused),
        };
        first
    }
}

fn credential_failed(request: &Request, error: CredentialError) -> GraphError {
    GraphError::new(
        ErrorKind::Credential,
        Stage::Token,
        request.operation,
        error.to_string(),
    )
    .with(|failure| {
        failure.credential = Some(error);
    })
}

/// One line an attempt: never a query (it may hold names), a body, or a token.
fn log(request: &Request, retry: u32, took: Duration, sent: &Result<Answer, GraphError>) {
    let ms = took.as_millis();
    let method = request.method().as_str();
    match sent {
        Ok(answer) => tracing::debug!(
            operation = request.operation,
            method,
            path = request.url.path(),
            status = answer.status.as_u16(),
            request_id = answer.request_id(),
            retry,
            ms,
            "answered"
        ),
        Err(error) => {
            tracing::warn!(operation = request.operation, method, path = request.url.path(), retry, ms, %error, "no answer");
        }
    }
}
