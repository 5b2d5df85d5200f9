//! Sending batches, and the items among them that were turned away once more.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures::stream::{self, Stream, StreamExt as _};
use tokio::time::Instant;

use super::queue::{Next, Queue, Queued};
use super::wire::{Item, Requests, Responses};
use super::{BatchAnswer, BatchRequest, CONCURRENCY, MAX_ITEMS};
use crate::credential::AccessToken;
use crate::error::{ErrorKind, GraphError, Stage};
use crate::pipeline::{Answer, Authentication, Pipeline, Repeat, Request, Sent};

const OPERATION: &str = "batch";

/// A request under the caller's own name for it.
type Keyed<K> = (K, BatchRequest);
type Fate<K> = (K, Result<BatchAnswer, GraphError>);

/// What came of one batch.
struct Round<K> {
    done: Vec<Fate<K>>,
    turned_away: Vec<TurnedAway<K>>,
}

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
        let senders = requests.len().div_ceil(MAX_ITEMS).min(CONCURRENCY);
        let queue = Queue::new(requests.into_iter().map(queued).collect());
        let queue = Arc::new(Mutex::new(queue));
        let senders = (0..senders).map(|_| Box::pin(self.sender(queue.clone(), sent)));
        stream::select_all(senders).flat_map(stream::iter)
    }

    /// As [`Pipeline::batch`], but nothing is sent again: what was turned away comes back at once, with
    /// the time after which it may be ([`GraphError::again_after`]).
    pub(crate) fn batch_once<'a, K: Send + Sync + 'a>(
        &'a self,
        requests: Vec<Keyed<K>>,
    ) -> impl Stream<Item = Fate<K>> + Send + 'a {
        stream::iter(chunks(requests))
            .map(move |chunk| async move {
                let Round {
                    mut done,
                    turned_away,
                } = self.send_round(chunk, None).await;
                done.extend(turned_away.into_iter().map(|item| {
                    let error = item.error.with(|failure| failure.again = Some(item.wait));
                    (item.queued.key, Err(error))
                }));
                done
            })
            .buffer_unordered(CONCURRENCY)
            .flat_map(stream::iter)
    }

    /// One of those that send at once, until nothing is left. Items that were turned away wait aside
    /// while others go; a service that turned away all of a batch is left alone for as long as it asks.
    fn sender<'a, K: Send + Sync + 'a>(
        &'a self,
        queue: Arc<Mutex<Queue<K>>>,
        sent: Option<&'a Sent>,
    ) -> impl Stream<Item = Vec<Fate<K>>> + Send + 'a {
        stream::unfold(queue, move |queue| async move {
            loop {
                let next = lock(&queue).next(Instant::now());
                let items = match next {
                    Next::Send(items) => items,
                    Next::Wait(until) => {
                        tokio::time::sleep_until(until).await;
                        continue;
                    }
                    Next::Over => return None,
                };
                let Round { done, turned_away } = self.send_round(items, sent).await;
                let longest = turned_away.iter().map(|item| item.wait).max();
                hold(&queue, turned_away);
                match longest {
                    Some(wait) if done.is_empty() => tokio::time::sleep(wait).await,
                    _ => return Some((done, queue)),
                }
            }
        })
    }

    /// One batch, once. Items that refuse the token go again at once with another one: a claims
    /// challenge may concern some of them only.
    async fn send_round<K>(&self, mut waiting: Vec<Queued<K>>, sent: Option<&Sent>) -> Round<K> {
        let mut authentication = Authentication::default();
        let mut round = Round {
            done: Vec::with_capacity(waiting.len()),
            turned_away: Vec::new(),
        };
        while !waiting.is_empty() {
            let sending = self.send_batch(&waiting, &mut authentication, sent);
            let (answers, token) = match sending.await {
                Ok(answered) => answered,
                Err(error) => {
                    let fate = |item: Queued<K>| (item.key, Err(inherited(&error, &item.request)));
                    round.done.extend(waiting.into_iter().map(fate));
                    break;
                }
            };
            let refused = answers.iter().find_map(refused_token);
            let renewed =
                refused.is_some_and(|error| authentication.renew(error.claims().cloned(), token));
            waiting = self.settle(waiting, answers, renewed, &mut round);
        }
        if !round.turned_away.is_empty() && !self.retries().start_round() {
            let given_up = round.turned_away.drain(..);
            let fates = given_up.map(|item| (item.queued.key, Err(item.error)));
            round.done.extend(fates);
        }
        round
    }

    /// Puts each item where it belongs, and returns those that need another token only.
    fn settle<K>(
        &self,
        sent: Vec<Queued<K>>,
        answers: Vec<Result<BatchAnswer, GraphError>>,
        renewed: bool,
        round: &mut Round<K>,
    ) -> Vec<Queued<K>> {
        let mut again = Vec::new();
        for (item, answer) in sent.into_iter().zip(answers) {
            let error = match answer {
                Ok(answer) => {
                    round.done.push((item.key, Ok(answer)));
                    continue;
                }
                Err(error) => error.with(|failure| failure.retries = item.made),
            };
            let wait = self
                .retries_after(item.made)
                .wait_for(&error, item.request.repeat);
            match wait {
                Some(wait) => round.turned_away.push(TurnedAway {
                    queued: Queued {
                        made: item.made + 1,
                        ..item
                    },
                    error,
                    wait,
                }),
                None if renewed && *error.kind() == ErrorKind::Unauthorized => again.push(item),
                None => round.done.push((item.key, Err(error))),
            }
        }
        again
    }

    /// The answers to `items`, in their order, and the token that the batch was sent with.
    async fn send_batch<K>(
        &self,
        items: &[Queued<K>],
        authentication: &mut Authentication,
        sent: Option<&Sent>,
    ) -> Result<(Vec<Result<BatchAnswer, GraphError>>, AccessToken), GraphError> {
        let requests = items
            .iter()
            .enumerate()
            .map(|(index, item)| Item::new(index, &item.request))
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
            .all(|item| item.request.repeat == Repeat::Always);
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
    items: &[Queued<K>],
    wire: Responses,
    client_request_id: &str,
) -> Vec<Result<BatchAnswer, GraphError>> {
    let mut sorted: Vec<Option<_>> = items.iter().map(|_| None).collect();
    for response in wire.responses {
        let place = response
            .index()
            .and_then(|index| sorted.get_mut(index).zip(items.get(index)));
        if let Some((place, item)) = place {
            let answer = BatchAnswer {
                status: response.status(),
                headers: response.headers(),
                body: response.body,
            };
            *place = Some(checked(answer, &item.request, client_request_id));
        }
    }
    sorted
        .into_iter()
        .zip(items)
        .map(|(answer, item)| answer.unwrap_or_else(|| Err(unanswered(&item.request))))
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

/// An item that may go again after a wait, and what it was turned away with.
struct TurnedAway<K> {
    queued: Queued<K>,
    error: GraphError,
    wait: Duration,
}

fn queued<K>((key, request): Keyed<K>) -> Queued<K> {
    Queued {
        key,
        request,
        made: 0,
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hold<K>(queue: &Mutex<Queue<K>>, turned_away: Vec<TurnedAway<K>>) {
    let (now, mut queue) = (Instant::now(), lock(queue));
    for item in turned_away {
        queue.hold(now + item.wait, item.queued);
    }
}

fn refused_token(answer: &Result<BatchAnswer, GraphError>) -> Option<&GraphError> {
    let error = answer.as_ref().err()?;
    (*error.kind() == ErrorKind::Unauthorized).then_some(error)
}

fn chunks<K>(requests: Vec<Keyed<K>>) -> Vec<Vec<Queued<K>>> {
    let mut rest = requests.into_iter().map(queued);
    std::iter::from_fn(|| {
        let chunk: Vec<_> = rest.by_ref().take(MAX_ITEMS).collect();
        (!chunk.is_empty()).then_some(chunk)
    })
    .collect()
}
