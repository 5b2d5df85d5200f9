//! Sending batches, and the items among them that were turned away once more.

use std::time::Duration;

use bytes::Bytes;
use futures::stream::{self, Stream, StreamExt as _};

use super::wire::{Item, Requests, Responses};
use super::{BatchAnswer, BatchRequest, CONCURRENCY, MAX_ITEMS};
use crate::credential::AccessToken;
use crate::error::{ErrorKind, GraphError, Stage};
use crate::pipeline::{Answer, Authentication, Pipeline, Repeat, Request, Retries, Sent};

const OPERATION: &str = "batch";

/// A request under the caller's own name for it.
type Keyed<K> = (K, BatchRequest);
type Fate<K> = (K, Result<BatchAnswer, GraphError>);

impl Pipeline {
    /// Sends all of `requests`; each comes out once, in the order in which fates are known.
    pub(crate) fn batch<'a, K: Send + Sync + 'a>(
        &'a self,
        requests: Vec<Keyed<K>>,
    ) -> impl Stream<Item = Fate<K>> + Send + 'a {
        self.batch_counted(requests, None)
    }

    /// As [`Pipeline::batch`]; `sent` counts the requests, each batch and each repetition as one.
    pub(crate) fn batch_counted<'a, K: Send + Sync + 'a>(
        &'a self,
        requests: Vec<Keyed<K>>,
        sent: Option<&'a Sent>,
    ) -> impl Stream<Item = Fate<K>> + Send + 'a {
        stream::iter(chunks(requests))
            .map(move |chunk| self.batch_of(chunk, sent))
            .buffer_unordered(CONCURRENCY)
            .flat_map(stream::iter)
    }

    /// One batch, and again those of its items that were turned away. Items that refuse the token go
    /// again once with another one: a claims challenge may concern some of them only.
    async fn batch_of<K>(&self, mut waiting: Vec<Keyed<K>>, sent: Option<&Sent>) -> Vec<Fate<K>> {
        let mut retries = self.retries();
        let mut authentication = Authentication::default();
        let mut done = Vec::with_capacity(waiting.len());
        while !waiting.is_empty() {
            let sending = self.send_batch(&waiting, &mut authentication, sent);
            let (answers, token) = match sending.await {
                Ok(answered) => answered,
                Err(error) => {
                    done.extend(
                        waiting
                            .into_iter()
                            .map(|(key, request)| (key, Err(inherited(&error, &request)))),
                    );
                    break;
                }
            };
            let refused = answers.iter().find_map(refused_token);
            let renewed =
                refused.is_some_and(|error| authentication.renew(error.claims().cloned(), token));
            let mut turned_away = settle(waiting, answers, &retries, renewed, &mut done);
            if let Some(wait) = turned_away.iter().filter_map(|item| item.wait).max() {
                if retries.start_round() {
                    tokio::time::sleep(wait).await;
                } else {
                    let given_up = turned_away.extract_if(.., |item| item.wait.is_some());
                    done.extend(given_up.map(|item| (item.keyed.0, Err(item.error))));
                }
            }
            waiting = turned_away.into_iter().map(|item| item.keyed).collect();
        }
        done
    }

    /// The answers to `items`, in their order, and the token that the batch was sent with.
    async fn send_batch<K>(
        &self,
        items: &[Keyed<K>],
        authentication: &mut Authentication,
        sent: Option<&Sent>,
    ) -> Result<(Vec<Result<BatchAnswer, GraphError>>, AccessToken), GraphError> {
        let requests = items
            .iter()
            .enumerate()
            .map(|(index, (_, request))| Item::new(index, request))
            .collect();
        let body = serde_json::to_vec(&Requests { requests }).map_err(|error| {
            GraphError::new(
                ErrorKind::BadRequest,
                Stage::Send,
                OPERATION,
                error.to_string(),
            )
        })?;
        let read_only = items
            .iter()
            .all(|(_, request)| request.repeat == Repeat::Always);
        let url = self.root().join(&["$batch"]);
        let request = if read_only {
            Request::question(OPERATION, url)
        } else {
            Request::action(OPERATION, url)
        };
        let request = request
            .body("application/json", Bytes::from(body))
            .counted_by(sent);
        let (answered, token) = self.send_as(request, authentication).await?;
        let wire: Responses = answered.json(OPERATION, read_only)?;
        Ok((sort(items, wire, &answered.client_request_id), token))
    }
}

/// Answers come in any order; an item without one has an unknown fate.
fn sort<K>(
    items: &[Keyed<K>],
    wire: Responses,
    client_request_id: &str,
) -> Vec<Result<BatchAnswer, GraphError>> {
    let mut sorted: Vec<Option<_>> = items.iter().map(|_| None).collect();
    for response in wire.responses {
        let place = response
            .index()
            .and_then(|index| sorted.get_mut(index).zip(items.get(index)));
        if let Some((place, (_, request))) = place {
            let answer = BatchAnswer {
                status: response.status(),
                headers: response.headers(),
                body: response.body,
            };
            *place = Some(checked(answer, request, client_request_id));
        }
    }
    sorted
        .into_iter()
        .zip(items)
        .map(|(answer, (_, request))| answer.unwrap_or_else(|| Err(unanswered(request))))
        .collect()
}

fn checked(
    answer: BatchAnswer,
    request: &BatchRequest,
    client_request_id: &str,
) -> Result<BatchAnswer, GraphError> {
    if answer.status.is_success() {
        return Ok(answer);
    }
    let body = serde_json::to_vec(&answer.body).unwrap_or_default();
    let answer = Answer {
        status: answer.status,
        headers: answer.headers,
        body: Bytes::from(body),
        client_request_id: client_request_id.to_owned(),
    };
    Err(answer.into_error(request.operation, request.repeat == Repeat::Always))
}

fn unanswered(request: &BatchRequest) -> GraphError {
    let reason = "the batch was answered without this item";
    GraphError::new(ErrorKind::Lost, Stage::Decode, request.operation, reason)
        .with(|failure| failure.read_only = request.repeat == Repeat::Always)
}

/// What befell the whole batch befell each of its items.
fn inherited(error: &GraphError, request: &BatchRequest) -> GraphError {
    error.clone().with(|failure| {
        failure.operation = request.operation;
        failure.read_only = request.repeat == Repeat::Always;
    })
}

/// An item that may go again, and what it was turned away with.
struct TurnedAway<K> {
    keyed: Keyed<K>,
    error: GraphError,
    /// None where another token is all that it needs.
    wait: Option<Duration>,
}

fn refused_token(answer: &Result<BatchAnswer, GraphError>) -> Option<&GraphError> {
    let error = answer.as_ref().err()?;
    (*error.kind() == ErrorKind::Unauthorized).then_some(error)
}

/// Moves what is settled to `done` and returns what may go again.
fn settle<K>(
    sent: Vec<Keyed<K>>,
    answers: Vec<Result<BatchAnswer, GraphError>>,
    retries: &Retries<'_>,
    renewed: bool,
    done: &mut Vec<Fate<K>>,
) -> Vec<TurnedAway<K>> {
    let mut again = Vec::new();
    for (keyed, answer) in sent.into_iter().zip(answers) {
        match answer {
            Ok(answer) => done.push((keyed.0, Ok(answer))),
            Err(error) => {
                let error = error.with(|failure| failure.retries = retries.made());
                let wait = retries.wait_for(&error, keyed.1.repeat);
                let unauthorized = *error.kind() == ErrorKind::Unauthorized;
                match wait.map(Some).or((renewed && unauthorized).then_some(None)) {
                    Some(wait) => again.push(TurnedAway { keyed, error, wait }),
                    None => done.push((keyed.0, Err(error))),
                }
            }
        }
    }
    again
}

fn chunks<K>(requests: Vec<Keyed<K>>) -> Vec<Vec<Keyed<K>>> {
    let mut rest = requests.into_iter();
    std::iter::from_fn(|| {
        let chunk: Vec<_> = rest.by_ref().take(MAX_ITEMS).collect();
        (!chunk.is_empty()).then_some(chunk)
    })
    .collect()
}
