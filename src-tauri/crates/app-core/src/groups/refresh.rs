//! Reading all of the person's groups anew, in the background, one refresh at a time.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use cache::{GroupRecord, Relation};
use futures::{Stream, TryStreamExt as _, pin_mut};
use graph_client::models::{Group, GroupId};
use graph_client::odata::Page;
use graph_client::{GraphClient, GraphError};
use identity::permissions::Step;
use ipc_contract::error::CommandError;
use ipc_contract::events::{AppEvent, Tag};

use crate::core::RetryWaits;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// Favorites are read one group at a time. Up to this many groups that costs so little that all
/// are read; beyond it, only those that are looked at.
const FAVORITES_READ_AT_ONCE: usize = 300;

/// Whether a refresh runs, and how the last one ended.
#[derive(Debug, Default)]
pub(crate) struct Refresh {
    running: AtomicBool,
    sequence: AtomicU32,
    /// How many were started.
    started: AtomicU32,
    /// How many have failed in a row.
    failures: AtomicU32,
    last_error: Mutex<Option<CommandError>>,
}

impl Refresh {
    pub(crate) fn is_running(&self) -> bool {
        self.running.load(Ordering::Acquire)
    }

    pub(crate) fn last_error(&self) -> Option<CommandError> {
        self.last_error
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// True for the one caller that may start.
    fn begin(&self) -> bool {
        let begins = !self.running.swap(true, Ordering::AcqRel);
        if begins {
            self.started.fetch_add(1, Ordering::AcqRel);
        }
        begins
    }

    fn started(&self) -> u32 {
        self.started.load(Ordering::Acquire)
    }

    fn end(&self, error: Option<CommandError>) {
        if error.is_some() {
            self.failures.fetch_add(1, Ordering::AcqRel);
        } else {
            self.failures.store(0, Ordering::Release);
        }
        *self
            .last_error
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = error;
        self.running.store(false, Ordering::Release);
    }

    /// How long after the last one's failure the next one should begin; `None` when it did not fail,
    /// or for a reason that does not pass by itself.
    fn wait(&self, waits: &RetryWaits) -> Option<Duration> {
        let error = self.last_error().filter(|error| error.retryable)?;
        let asked = error.params.retry_after_seconds.unwrap_or_default();
        let wait = waits.after(self.failures.load(Ordering::Acquire));
        Some(wait.max(Duration::from_secs(asked.into())))
    }

    fn next(&self) -> u32 {
        self.sequence.fetch_add(1, Ordering::Relaxed) + 1
    }
}

impl Core {
    /// Starts reading the person's groups anew, unless that is under way. Progress and end are
    /// events; what was known stays until all of it has been read. One that fails for a reason that
    /// passes is tried again by itself, later and later, for as long as this account is shown.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub fn refresh_groups(&self) -> Result<(), CoreError> {
        self.start_refresh(self.session()?);
        Ok(())
    }

    fn start_refresh(&self, session: Arc<ActiveSession>) {
        if !session.refresh.begin() {
            return;
        }
        let core = self.clone();
        tokio::spawn(async move {
            let error = core.refresh(&session).await.err().map(CommandError::from);
            session.refresh.end(error.clone());
            core.host().emit(AppEvent::RefreshEnded {
                error: error.map(Box::new),
            });
            core.changed(&[Tag::Groups]);
            core.refresh_again(session).await;
        });
    }

    /// Waits as the last refresh's failure wants it, and starts the next one if nobody else did.
    async fn refresh_again(&self, session: Arc<ActiveSession>) {
        let started = session.refresh.started();
        let Some(wait) = session.refresh.wait(&self.options().retry) else {
            return;
        };
        tokio::time::sleep(wait).await;
        let current = self.current_session();
        let shown = current.is_some_and(|current| Arc::ptr_eq(&current, &session));
        if shown && session.refresh.started() == started {
            self.start_refresh(session);
        }
    }

    async fn refresh(&self, session: &Arc<ActiveSession>) -> Result<(), CoreError> {
        let client = session.client(self.host()).await?;
        let gathered = Gathered::default();
        let progress = |loaded| {
            let sequence = session.refresh.next();
            self.host()
                .emit(AppEvent::RefreshProgress { sequence, loaded });
        };
        let my_groups = client.my_groups();
        futures::try_join!(
            gathered.take(
                my_groups.owned().pages(),
                Relation {
                    owned: true,
                    member: false
                },
                &progress
            ),
            gathered.take(
                my_groups.member_of().pages(),
                Relation {
                    owned: false,
                    member: true
                },
                &progress
            ),
        )?;
        let records = gathered.into_records();
        let ids: Vec<GroupId> = records
            .iter()
            .map(|record| record.group.id.clone())
            .collect();
        let as_of = session.service_now(self.now());
        let known = session.cached(|cache| Ok(cache.groups()?)).await?;
        let lost = has_lost_an_owned(&known, &ids);
        let records = session.expected.correct(records, &known);
        let records = session
            .cached(move |cache| {
                let records = keep_newer_renewals(records, cache.groups()?);
                cache.replace_groups(&records, as_of)?;
                Ok(records)
            })
            .await?;
        if lost {
            // It may stand among the deleted ones now.
            self.forget_deleted(session).await?;
            self.changed(&[Tag::Deleted]);
        }
        self.changed(&[Tag::Groups]);
        self.follow_expiries(session, &records).await?;
        self.read_policies(session, &client).await?;
        if ids.len() <= FAVORITES_READ_AT_ONCE {
            self.read_favorites(session, &client, &ids).await?;
        }
        Ok(())
    }

    /// A policy that may not be read stays unknown; the groups are there all the same.
    async fn read_policies(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
    ) -> Result<(), CoreError> {
        if session.require(Step::Policies).is_err() {
            return Ok(());
        }
        match client.lifecycle_policies().list().await {
            Ok(policies) => {
                session
                    .cached(move |cache| Ok(cache.set_lifecycle_policies(&policies)?))
                    .await
            }
            Err(error) if error.is_not_allowed() => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// Whether a group that was the person's own is no longer among those that were read.
fn has_lost_an_owned(known: &[GroupRecord], read: &[GroupId]) -> bool {
    let read: HashSet<&GroupId> = read.iter().collect();
    known
        .iter()
        .any(|record| record.relation.owned && !read.contains(&record.group.id))
}

/// Lists are read through the service's index, which lags: a renewal that the group itself has shown
/// is not taken back by it.
fn keep_newer_renewals(mut read: Vec<GroupRecord>, known: Vec<GroupRecord>) -> Vec<GroupRecord> {
    let known: HashMap<_, _> = known
        .into_iter()
        .map(|record| (record.group.id.clone(), record.group))
        .collect();
    for record in &mut read {
        let newer = known
            .get(&record.group.id)
            .filter(|group| group.renewed_date_time > record.group.renewed_date_time);
        if let Some(group) = newer {
            record.group.renewed_date_time = group.renewed_date_time;
            record.group.expiration_date_time = group.expiration_date_time;
        }
    }
    read
}

/// Groups from both lists, each once, with how the person stands to it.
#[derive(Default)]
struct Gathered(Mutex<HashMap<GroupId, GroupRecord>>);

impl Gathered {
    async fn take(
        &self,
        pages: impl Stream<Item = Result<Page<Group>, GraphError>>,
        relation: Relation,
        progress: &impl Fn(u32),
    ) -> Result<(), CoreError> {
        pin_mut!(pages);
        while let Some(page) = pages.try_next().await? {
            let loaded = self.add(page.value, relation);
            progress(loaded);
        }
        Ok(())
    }

    fn add(&self, groups: Vec<Group>, relation: Relation) -> u32 {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for group in groups.into_iter().filter(Group::is_unified) {
            let record = known
                .entry(group.id.clone())
                .or_insert_with(|| GroupRecord {
                    group,
                    relation: Relation::default(),
                });
            record.relation.owned |= relation.owned;
            record.relation.member |= relation.member;
        }
        u32::try_from(known.len()).unwrap_or(u32::MAX)
    }

    fn into_records(self) -> Vec<GroupRecord> {
        self.0
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
            .into_values()
            .collect()
    }
}
