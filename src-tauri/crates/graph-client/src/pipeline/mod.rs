//! What every request goes through: request id, authentication, sending, retry, log.
//!
//! Owns one attempt and the loop around it. Deliberately elsewhere: what is asked for
//! ([`crate::resources`]) and how many requests share one ([`crate::batch`]).

mod answer;
mod arrived;
mod authentication;
mod budget;
mod challenge;
mod log;
mod mailbox;
mod request;
mod retry;
mod server_time;
mod transport;

use std::sync::Arc;

use http::StatusCode;
use serde::de::DeserializeOwned;
use url::Url;

use crate::GraphRoot;
use crate::credential::{AccessToken, TokenCredential};
use crate::error::{ErrorKind, GraphError, Stage};

pub(crate) use answer::Answer;
pub(crate) use arrived::Arrived;
pub(crate) use authentication::Authentication;
pub(crate) use mailbox::Mailbox;
pub(crate) use request::{Repeat, Request, Sent};
pub(crate) use retry::Retries;
pub use retry::RetryPolicy;
pub use server_time::ServerTime;
pub(crate) use transport::Transport;

use arrived::Receive;
use authentication::credential_failed;
use budget::RetryBudget;
use mailbox::{Gate, Mailboxes, Place};
use server_time::ServerClock;

/// The way to one Graph root with one credential.
#[derive(Debug)]
pub(crate) struct Pipeline {
    root: GraphRoot,
    credential: Arc<dyn TokenCredential>,
    transport: Transport,
    policy: RetryPolicy,
    budget: RetryBudget,
    mailboxes: Mailboxes,
    clock: ServerClock,
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
            mailboxes: Mailboxes::default(),
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

    /// As [`Pipeline::send`], and leaves the body of the answer on its way.
    pub(crate) async fn open(&self, request: Request) -> Result<Arrived, GraphError> {
        let mut authentication = Authentication::default();
        Ok(self.receive(request, &mut authentication).await?.0)
    }

    /// As [`Pipeline::send`], and tells the token that was accepted.
    pub(crate) async fn send_as(
        &self,
        request: Request,
        authentication: &mut Authentication,
    ) -> Result<(Answer, AccessToken), GraphError> {
        self.receive(request, authentication).await
    }

    async fn receive<T: Receive>(
        &self,
        request: Request,
        authentication: &mut Authentication,
    ) -> Result<(T, AccessToken), GraphError> {
        let gate = request.mailbox.as_ref();
        let gate = gate.map(|mailbox| self.mailboxes.gate(mailbox));
        let budget = gate.as_deref().map_or(&self.budget, |gate| &gate.budget);
        let mut retries = Retries::new(&self.policy, budget, 0);
        loop {
            let place = self.place(&request, gate.as_deref()).await;
            let attempt = match place {
                Ok(place) => {
                    self.attempt(&request, authentication, &retries, place)
                        .await
                }
                Err(error) => Err(error),
            };
            let error = match attempt {
                Ok((Ok(received), token)) => {
                    retries.succeeded();
                    return Ok((received, token));
                }
                Ok((Err(answer), token)) => {
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
            if let (Some(gate), Some(wait)) = (&gate, error.retry_after()) {
                gate.pause(wait);
            }
            let Some(wait) = retries.next(&error, request.repeat) else {
                return Err(error);
            };
            tracing::debug!(operation = request.operation, ?wait, %error, "sending again");
            tokio::time::sleep(wait).await;
        }
    }

    /// A place among those that ask the same mailbox, where the request goes to one. A mailbox that
    /// wants to be left alone for longer than anybody waits is not asked.
    async fn place(
        &self,
        request: &Request,
        gate: Option<&Gate>,
    ) -> Result<Option<Place>, GraphError> {
        let Some(gate) = gate else { return Ok(None) };
        let entered = gate.enter(self.policy.max_retry_after).await;
        entered.map(Some).map_err(|left| {
            let reason = "the mailbox takes no requests for now";
            GraphError::new(ErrorKind::Throttled, Stage::Send, request.operation, reason).with(
                |failure| {
                    failure.read_only = request.read_only();
                    failure.retry_after = Some(left);
                },
            )
        })
    }

    /// Sends once. What was asked for, when that succeeded, else the answer that says why not.
    async fn attempt<T: Receive>(
        &self,
        request: &Request,
        authentication: &Authentication,
        retries: &Retries<'_>,
        place: Option<Place>,
    ) -> Result<(Result<T, Answer>, AccessToken), GraphError> {
        let token = self
            .credential
            .token(authentication.request.clone())
            .await
            .map_err(|error| credential_failed(request, error))?;
        if let Some(sent) = &request.sent {
            sent.add();
        }
        let attempt = log::Attempt::begin(request, retries.made());
        let client_request_id = uuid::Uuid::new_v4().to_string();
        let sent = self
            .transport
            .send(request, &token, &client_request_id)
            .await;
        let arrived = sent.map_err(|error| {
            attempt
                .failed(error.with(|failure| failure.client_request_id = Some(client_request_id)))
        })?;
        self.clock.learn(arrived.headers());
        let head = log::Head::of(&arrived);
        let arrived = arrived.holding(place);
        let received = if arrived.status().is_success() {
            T::receive(arrived).await.map(Ok)
        } else {
            arrived.read().await.map(Err)
        };
        let received = received.map_err(|error| attempt.failed(error))?;
        attempt.answered(&head);
        Ok((received, token))
    }
}
