//! How a job runs: what was sent is looked up, what is planned is sent, and the state after each step is
//! on the disk before the next one begins.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt as _;
use futures::stream::{self, StreamExt as _};
use tokio::time::Instant;

use super::Shared;
use super::active::{Active, Sending};
use super::changes::{self, Verdict};
use super::held::Held;
use crate::journal::Change;
use crate::{
    Executor, ItemIndex, ItemRecord, ItemState, ItemsQuery, JobId, JobRecord, JobState, Journal,
    JournalError, Progress as _, Stopped,
};

/// How many items of a lane are looked at to cut a chunk from.
const LOOKAHEAD: u32 = 100;

/// What a lane does next.
enum Next {
    Chunk,
    /// Nothing until then.
    After(Instant),
    None,
}

impl Shared {
    /// Runs the job until it is over or has stopped.
    pub(super) async fn drive(self: Arc<Self>, id: JobId, active: Arc<Active>) {
        loop {
            let passed = tokio::select! {
                biased;
                passed = AssertUnwindSafe(self.pass(id, &active)).catch_unwind() => passed,
                () = self.report(id, &active) => continue,
            };
            let state = match passed {
                Ok(Ok(())) => active.halted_as(),
                Ok(Err(error)) => {
                    tracing::error!(job = %id, %error, "the job stops");
                    JobState::Interrupted
                }
                Err(_) => {
                    tracing::error!(job = %id, "sending ended in a panic, the job stops");
                    JobState::Interrupted
                }
            };
            if let Err(error) = self.on_disk(move |journal| journal.halt(id, state)).await {
                tracing::error!(job = %id, %error, "the end of the job cannot be kept");
            }
            self.emit(id, &active).await;
            if self.leave(id, &active).await {
                active.end();
                return;
            }
        }
    }

    /// Ends the task, unless the job was asked to go on in the last moment.
    async fn leave(&self, id: JobId, active: &Active) -> bool {
        let over = self
            .record(id)
            .await
            .map_or(true, |job| job.state.is_over());
        let mut running = self.running();
        if active.take_resumed() && !over {
            return false;
        }
        running.remove(&id);
        true
    }

    async fn pass(&self, id: JobId, active: &Active) -> Result<(), JournalError> {
        let now = self.clock.now();
        let job = self.on_disk(move |journal| journal.begin(id, now)).await?;
        active.dirty.notify_one();
        if job.counts.sent > 0 {
            self.recover(&job, active).await?;
        }
        let lanes = self.on_disk(move |journal| journal.lanes(id)).await?;
        let failures = stream::iter(lanes)
            .map(|lane| self.send_lane(&job, active, lane))
            .buffer_unordered(self.options.at_once.max(1))
            .filter_map(|sent| async { sent.err() })
            .collect::<Vec<_>>()
            .await;
        failures.into_iter().next().map_or(Ok(()), Err)
    }

    /// Looks up what was sent and never answered.
    async fn recover(&self, job: &JobRecord, active: &Active) -> Result<(), JournalError> {
        let id = job.id;
        let sent = ItemsQuery {
            states: vec![ItemState::Sent],
            ..ItemsQuery::default()
        };
        let items = self
            .on_disk(move |journal| journal.items(id, &sent))
            .await?;
        let found = self.executor.look_up(job, &items).await;
        let verdicts = found.into_iter().map(changes::looked_up).collect();
        self.settle(id, active, &items, verdicts).await
    }

    /// Sends the lane's items, a chunk after the other. Other lanes finish what they have under way
    /// when this one fails.
    async fn send_lane(
        &self,
        job: &JobRecord,
        active: &Active,
        lane: String,
    ) -> Result<(), JournalError> {
        let mut held = Held::default();
        while active.goes() {
            let next = self.send_next(job, active, &lane, &mut held).await;
            match next {
                Ok(Next::Chunk) => {}
                Ok(Next::After(until)) => wait(active, &held, until).await,
                Ok(Next::None) => break,
                Err(error) => {
                    active.stop();
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    /// Sends the lane's next chunk when it is its turn.
    async fn send_next(
        &self,
        job: &JobRecord,
        active: &Active,
        lane: &str,
        held: &mut Held,
    ) -> Result<Next, JournalError> {
        let _inside = self.lanes.enter(lane).await;
        let _permit = self.permits.acquire().await;
        if active.goes() {
            self.send_chunk(job, active, lane, held).await
        } else {
            Ok(Next::None)
        }
    }

    async fn send_chunk(
        &self,
        job: &JobRecord,
        active: &Active,
        lane: &str,
        held: &mut Held,
    ) -> Result<Next, JournalError> {
        let items = self
            .take(job.id, lane, held.waiting(Instant::now()))
            .await?;
        let Some(first) = items.first() else {
            let next = held.next();
            return Ok(next.map_or(Next::None, |(until, _)| Next::After(until)));
        };
        let sending = Sending {
            active,
            first: first.index,
        };
        active.dirty.notify_one();
        let settled = self.executor.send(job, &items, &sending).await;
        drop(sending);
        let all_wait = held.keep(Instant::now(), &items, &settled);
        let verdicts = items
            .iter()
            .zip(settled)
            .map(|(item, settled)| changes::settled(item, settled, self.options))
            .collect();
        self.settle(job.id, active, &items, verdicts).await?;
        Ok(all_wait.map_or(Next::Chunk, Next::After))
    }

    /// Cuts the lane's next chunk from what does not wait, and marks it as sent.
    async fn take(
        &self,
        id: JobId,
        lane: &str,
        waiting: Vec<ItemIndex>,
    ) -> Result<Vec<ItemRecord>, JournalError> {
        let lane = lane.to_owned();
        let executor = self.executor.clone();
        let now = self.clock.now();
        self.on_disk(move |journal| {
            let mut items = chunk(journal, &*executor, (id, &lane), &waiting)?;
            let indices: Vec<_> = items.iter().map(|item| item.index).collect();
            if !journal.mark_sent(id, &indices, now)? {
                return Ok(Vec::new());
            }
            for item in &mut items {
                item.state = ItemState::Sent;
                item.attempts += 1;
                item.sent_at = Some(now);
            }
            Ok(items)
        })
        .await
    }

    /// Records what came of items. One without a verdict stays sent, and the job stops: what came of it
    /// is looked up when it is resumed.
    async fn settle(
        &self,
        id: JobId,
        active: &Active,
        items: &[ItemRecord],
        verdicts: Vec<Verdict>,
    ) -> Result<(), JournalError> {
        if verdicts.len() < items.len() {
            tracing::error!(job = %id, "an item was sent and has no result, the job stops");
            active.stop();
        }
        let (changes, stopped) = split(items, verdicts);
        if stopped.is_some() {
            active.stop();
        }
        let now = self.clock.now();
        let kept = self
            .on_disk(move |journal| journal.settle(id, &changes, stopped.as_ref(), now))
            .await;
        active.dirty.notify_one();
        kept
    }
}

fn split(
    items: &[ItemRecord],
    verdicts: Vec<Verdict>,
) -> (Vec<(ItemIndex, Change)>, Option<Stopped>) {
    let mut first_stop = None;
    let mut changes = Vec::with_capacity(items.len());
    for (item, (change, stopped)) in items.iter().zip(verdicts) {
        changes.push((item.index, change));
        first_stop = first_stop.or(stopped);
    }
    (changes, first_stop)
}

fn chunk(
    journal: &Journal,
    executor: &dyn Executor,
    (id, lane): (JobId, &str),
    waiting: &[ItemIndex],
) -> Result<Vec<ItemRecord>, JournalError> {
    let beyond = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
    let mut items = journal.next_of_lane(id, lane, LOOKAHEAD.saturating_add(beyond))?;
    items.retain(|item| !waiting.contains(&item.index));
    items.truncate(LOOKAHEAD as usize);
    let length = match items.as_slice() {
        [] => 0,
        items => executor.chunk(items).max(1),
    };
    items.truncate(length);
    Ok(items)
}

/// Waits, and tells how long and for how many items.
async fn wait(active: &Active, held: &Held, until: Instant) {
    let Some((_, first)) = held.next() else {
        return;
    };
    let sending = Sending { active, first };
    let items = u32::try_from(held.len()).unwrap_or(u32::MAX);
    sending.waiting(until.saturating_duration_since(Instant::now()), items);
    active.pause_until(until).await;
}
