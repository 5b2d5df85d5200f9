//! A job under way: what was asked of it, and what keeps it.

use std::pin::pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as Turn, Notify, watch};
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep_until};

use crate::{Asked, ItemIndex, JobState, Progress, Waiting};

/// What the task that runs a job shares with those that ask something of it.
#[derive(Debug, Default)]
pub(super) struct Active {
    control: Mutex<Control>,
    waits: Mutex<Vec<Wait>>,
    task: Mutex<Option<AbortHandle>>,
    ended: watch::Sender<bool>,
    /// Something is to be told.
    pub(super) dirty: Notify,
    /// Rings when nothing more is to be sent.
    stopping: Notify,
    /// The sequence that was told last; held while the next one is told.
    pub(super) told: Turn<u64>,
}

#[derive(Debug, Default)]
struct Control {
    asked: Option<Asked>,
    shut_down: bool,
    /// Something concerns the whole job.
    stopped: bool,
    /// It was asked to go on after it had been asked to stop.
    resumed: bool,
}

#[derive(Debug)]
struct Wait {
    first: ItemIndex,
    until: Instant,
    items: u32,
}

impl Active {
    /// Whether more is to be sent.
    pub(super) fn goes(&self) -> bool {
        let control = lock(&self.control);
        control.asked.is_none() && !control.shut_down && !control.stopped
    }

    pub(super) fn ask(&self, asked: Asked) {
        let mut control = lock(&self.control);
        if control.asked != Some(Asked::Cancel) {
            control.asked = Some(asked);
            control.resumed = false;
        }
        self.dirty.notify_one();
        self.stopping.notify_waiters();
    }

    /// Waits until then; not when nothing more is to be sent.
    pub(super) async fn pause_until(&self, until: Instant) {
        let mut stopping = pin!(self.stopping.notified());
        stopping.as_mut().enable();
        if self.goes() {
            tokio::select! {
                () = stopping => {}
                () = sleep_until(until) => {}
            }
        }
    }

    pub(super) fn asked(&self) -> Option<Asked> {
        lock(&self.control).asked
    }

    pub(super) fn shut_down(&self) {
        lock(&self.control).shut_down = true;
        self.stopping.notify_waiters();
    }

    pub(super) fn stop(&self) {
        lock(&self.control).stopped = true;
        self.stopping.notify_waiters();
    }

    /// Lets it go on: takes back a pause, and makes another pass when it is about to stop. What was
    /// cancelled stays so.
    pub(super) fn go_on(&self) {
        let mut control = lock(&self.control);
        if control.shut_down || (control.asked.is_none() && !control.stopped) {
            return;
        }
        control.asked = control.asked.filter(|asked| *asked == Asked::Cancel);
        control.stopped = false;
        control.resumed = true;
        self.dirty.notify_one();
    }

    /// Whether it was asked to go on while it was about to stop.
    pub(super) fn take_resumed(&self) -> bool {
        std::mem::take(&mut lock(&self.control).resumed)
    }

    /// What a job is that stops now and is not over.
    pub(super) fn halted_as(&self) -> JobState {
        let control = lock(&self.control);
        if control.shut_down && control.asked.is_none() && !control.stopped {
            JobState::Interrupted
        } else {
            JobState::Paused
        }
    }

    pub(super) fn ended(&self) -> watch::Receiver<bool> {
        self.ended.subscribe()
    }

    pub(super) fn end(&self) {
        self.ended.send_replace(true);
    }

    pub(super) fn set_task(&self, task: AbortHandle) {
        *lock(&self.task) = Some(task);
    }

    pub(super) fn abort(&self) {
        if let Some(task) = lock(&self.task).take() {
            task.abort();
        }
    }

    /// What keeps it: the longest time, and all the items.
    pub(super) fn waiting(&self) -> Option<Waiting> {
        let now = Instant::now();
        let waits = lock(&self.waits);
        let lasting = || waits.iter().filter(|wait| wait.until > now);
        let longest = lasting().map(|wait| wait.until - now).max()?;
        Some(Waiting {
            seconds: whole_seconds(longest),
            items: lasting().map(|wait| wait.items).sum(),
        })
    }

    /// The chunk that begins with this item waits no longer.
    pub(super) fn waited(&self, first: ItemIndex) {
        lock(&self.waits).retain(|wait| wait.first != first);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn whole_seconds(time: Duration) -> u32 {
    let started = u64::from(time.subsec_nanos() > 0);
    u32::try_from(time.as_secs() + started).unwrap_or(u32::MAX)
}

/// A chunk that is being sent.
pub(super) struct Sending<'a> {
    pub(super) active: &'a Active,
    pub(super) first: ItemIndex,
}

impl Progress for Sending<'_> {
    fn waiting(&self, time: Duration, items: u32) {
        self.active.waited(self.first);
        lock(&self.active.waits).push(Wait {
            first: self.first,
            until: Instant::now() + time,
            items,
        });
        self.active.dirty.notify_one();
    }
}

impl Drop for Sending<'_> {
    fn drop(&mut self) {
        self.active.waited(self.first);
    }
}
