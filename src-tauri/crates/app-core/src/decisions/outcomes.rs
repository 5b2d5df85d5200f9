//! What came of renewals and restores from here, put down once for each item of a job.
//!
//! A renewal is put down when the group itself shows its new date, or when it does not after some reads: then as
//! sent. Each entry has the item's name, so that a job that is resumed, or followed up twice, is put down once.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use cache::GroupRecord;
use graph_client::models::{Group, GroupId};
use ipc_contract::decisions::HistoryEvent;
use ipc_contract::events::Tag;
use ipc_contract::jobs::Action;
use jiff::Timestamp;
use jobs::{ItemRecord, ItemState, ItemsQuery, JobId, JobsQuery};
use ledger::{NewEntry, Note};
use serde_json::Value;

use super::expiries::note;
use crate::changes::{Op, kind};
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// The waits before each read of renewed groups.
const READ_AFTER: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];
/// How many of the last jobs of a kind may have ended without being put down.
const LOOKED_THROUGH: u32 = 20;

impl Core {
    /// Puts down what was done by jobs that ended while nobody followed them, since the program ended with them.
    /// Once a session, in the background.
    pub(crate) fn catch_up(&self, session: &Arc<ActiveSession>) {
        if !session.begin_catching_up() {
            return;
        }
        let (core, session) = (self.clone(), session.clone());
        tokio::spawn(async move {
            if let Err(error) = core.put_down_last_jobs(&session).await {
                tracing::warn!(%error, "what came of the last jobs was not put down");
            }
        });
    }

    async fn put_down_last_jobs(&self, session: &ActiveSession) -> Result<(), CoreError> {
        let jobs = session
            .journalled(|journal| {
                let mut jobs = Vec::new();
                for action in [Action::RenewGroup, Action::RestoreGroup] {
                    let query = JobsQuery {
                        kind: Some(kind(action)),
                        limit: LOOKED_THROUGH,
                        ..JobsQuery::default()
                    };
                    for (_, job) in journal.jobs(&query)? {
                        jobs.push((job.id, journal.items(job.id, &ItemsQuery::default())?));
                    }
                }
                Ok(jobs)
            })
            .await?;
        for (job, items) in jobs {
            self.put_down(session, job, &items).await?;
        }
        Ok(())
    }

    /// Puts down the renewals and restores among a job's items, those of renewals after reading the groups.
    pub(crate) async fn put_down(
        &self,
        session: &ActiveSession,
        job: JobId,
        items: &[ItemRecord],
    ) -> Result<(), CoreError> {
        let open = self.not_put_down(session, job, items).await?;
        let (renewals, restores): (Vec<_>, Vec<_>) =
            open.into_iter().partition(|done| done.renewal);
        let restored = restores
            .iter()
            .map(|done| done.entry(session, &HistoryEvent::Restored))
            .collect();
        self.append_outcomes(session, restored, Vec::new()).await?;
        self.put_down_renewals(session, renewals).await
    }

    /// Reads the renewed groups until they show it, keeps what they show, and puts it down.
    async fn put_down_renewals(
        &self,
        session: &ActiveSession,
        mut open: Vec<DoneItem>,
    ) -> Result<(), CoreError> {
        if open.is_empty() {
            return Ok(());
        }
        let client = session.client(self.host()).await?;
        for wait in READ_AFTER {
            if open.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(wait).await;
            let ids: Vec<GroupId> = open.iter().map(|done| done.group.clone()).collect();
            let read = client.groups().get_many(&ids).await;
            let shown: HashMap<GroupId, Group> = read
                .into_iter()
                .filter_map(|(id, group)| Some((id, group.ok()?)))
                .collect();
            let (confirmed, rest): (Vec<_>, Vec<_>) = open
                .into_iter()
                .partition(|done| done.is_shown(shown.get(&done.group)));
            open = rest;
            let (mut entries, mut notes) = (Vec::new(), Vec::new());
            for done in &confirmed {
                let Some(group) = shown.get(&done.group) else {
                    continue;
                };
                notes.push(note(group));
                entries.push(done.entry(session, &done.renewed(group.expiration_date_time)));
            }
            self.keep_shown(session, shown).await?;
            self.append_outcomes(session, entries, notes).await?;
        }
        let sent = open
            .iter()
            .map(|done| done.entry(session, &done.renewed(None)))
            .collect();
        self.append_outcomes(session, sent, Vec::new()).await
    }

    /// Puts down a single renewal that was read back by who asked for it.
    pub(crate) async fn put_down_renewal(
        &self,
        session: &ActiveSession,
        item: (&str, u32),
        before: &Group,
        renewed: Option<&Group>,
    ) -> Result<(), CoreError> {
        let event = HistoryEvent::Renewed {
            expired_before: before.expiration_date_time,
            expires: renewed.and_then(|group| group.expiration_date_time),
        };
        let at = session.service_now(self.now());
        let mut entry = session.entry(&before.id, &super::name_of(before), &event, at);
        entry.once = Some(name(item.0, item.1));
        let notes = renewed.map(note).into_iter().collect();
        self.append_outcomes(session, vec![entry], notes).await
    }

    async fn not_put_down(
        &self,
        session: &ActiveSession,
        job: JobId,
        items: &[ItemRecord],
    ) -> Result<Vec<DoneItem>, CoreError> {
        let done: Vec<DoneItem> = items
            .iter()
            .filter_map(|item| DoneItem::read(job, item))
            .collect();
        let names: Vec<String> = done.iter().map(|done| done.once.clone()).collect();
        let known = session
            .recorded(move |ledger| ledger.known_names(&names))
            .await?;
        Ok(done
            .into_iter()
            .filter(|done| !known.contains(&done.once))
            .collect())
    }

    /// What a group itself shows is newer than what any list says.
    async fn keep_shown(
        &self,
        session: &ActiveSession,
        shown: HashMap<GroupId, Group>,
    ) -> Result<(), CoreError> {
        session
            .cached(move |cache| {
                let mut records = Vec::new();
                for (id, group) in shown {
                    if let Some(known) = cache.group(&id)? {
                        let relation = known.relation;
                        records.push(GroupRecord { group, relation });
                    }
                }
                Ok(cache.put_groups(&records)?)
            })
            .await
    }

    async fn append_outcomes(
        &self,
        session: &ActiveSession,
        entries: Vec<NewEntry>,
        notes: Vec<Note>,
    ) -> Result<(), CoreError> {
        if entries.is_empty() {
            return Ok(());
        }
        session
            .recorded(move |ledger| ledger.append(&entries, &notes))
            .await?;
        self.changed(&[Tag::Groups, Tag::Decisions]);
        Ok(())
    }
}

/// A renewal or a restore that was sent.
struct DoneItem {
    once: String,
    renewal: bool,
    group: GroupId,
    name: String,
    at: Timestamp,
    renewed_before: Option<Timestamp>,
    expired_before: Option<Timestamp>,
}

impl DoneItem {
    /// What was there already was not done from here; what was refused changed nothing.
    fn read(job: JobId, item: &ItemRecord) -> Option<Self> {
        let renewal = match (Op::from_value(&item.op)?, item.state) {
            (Op::RenewGroup, ItemState::Done | ItemState::Unknown) => true,
            (Op::RestoreGroup, ItemState::Done) => false,
            _ => return None,
        };
        let date = |name| -> Option<Timestamp> {
            let value: &Value = item.before.as_ref()?.get(name)?;
            serde_json::from_value(value.clone()).ok()
        };
        Some(Self {
            once: name(&job.to_string(), item.index.0),
            renewal,
            group: GroupId::parse(&item.subject).ok()?,
            name: item.subject_name.clone(),
            at: item.settled_at.or(item.sent_at)?,
            renewed_before: date("renewedDateTime"),
            expired_before: date("expirationDateTime"),
        })
    }

    fn is_shown(&self, group: Option<&Group>) -> bool {
        group.is_some_and(|group| group.renewed_date_time > self.renewed_before)
    }

    fn renewed(&self, expires: Option<Timestamp>) -> HistoryEvent {
        HistoryEvent::Renewed {
            expired_before: self.expired_before,
            expires,
        }
    }

    fn entry(&self, session: &ActiveSession, event: &HistoryEvent) -> NewEntry {
        NewEntry {
            once: Some(self.once.clone()),
            ..session.entry(&self.group, &self.name, event, self.at)
        }
    }
}

/// The name under which an item of a job is put down.
fn name(job: &str, index: u32) -> String {
    format!("{job}:{index}")
}
