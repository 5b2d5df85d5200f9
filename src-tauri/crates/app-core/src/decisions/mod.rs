//! What a person decided about expiring groups, and the record of it: decisions follow from the last entry about
//! each group, so that there is one truth, and it survives a crash.
//!
//! The service is told nothing of it. Deliberately elsewhere: how the record is kept and sealed (crate `ledger`),
//! renewing (`renewals`, `changes`), reading evidence, when a notice is due (`notices`).

mod beside;
mod expiries;
mod facts;
mod history;
mod letter;
mod outcomes;

use std::collections::HashMap;

use cache::Cache;
use graph_client::models::{Group, GroupId};
use ipc_contract::decisions::{
    Decided, Decision, DecisionList, DecisionRequest, HistoryEvent, Reopened,
};
use ipc_contract::events::Tag;
use ipc_contract::evidence::Evidence;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::{Ledger, LedgerError, NewEntry};

use crate::session::ActiveSession;
use crate::{Core, CoreError};
pub(crate) use facts::Facts;

/// A note has at most so many characters.
const LONGEST_NOTE: usize = 2_000;

/// Kinds of entries that settle what stands for a group: what was decided ends with a renewal from here.
const SETTLING: &[&str] = &["decided", "revoked", "renewed", "restored"];

impl ActiveSession {
    /// Reads or writes the record of decisions, off the asynchronous workers.
    pub(crate) async fn recorded<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Ledger) -> Result<T, LedgerError> + Send + 'static,
    ) -> Result<T, CoreError> {
        let ledger = self.ledger.clone();
        let done = tokio::task::spawn_blocking(move || work(&ledger)).await;
        Ok(done.map_err(CoreError::internal)??)
    }

    /// An entry about a group, by the person who is signed in.
    fn entry(&self, id: &GroupId, name: &str, event: &HistoryEvent, at: Timestamp) -> NewEntry {
        NewEntry {
            at,
            by: self.account.user_principal_name.clone(),
            account: format!("{}/{}", self.account.tenant_id, self.account.user_id),
            group_id: id.to_string(),
            group_name: name.to_owned(),
            event: serde_json::to_value(event).unwrap_or_default(),
            ..NewEntry::default()
        }
    }
}

impl Core {
    /// What was decided on this machine and stands, and why it is put before the person again.
    ///
    /// # Errors
    /// When nobody is signed in or the record cannot be read.
    pub async fn decisions(&self) -> Result<DecisionList, CoreError> {
        let session = self.session()?;
        self.catch_up(&session);
        let decisions = self.standing(&session).await?;
        Ok(DecisionList { decisions })
    }

    /// Decides about a group, or revokes what was decided.
    ///
    /// # Errors
    /// When the group is not known and cannot be read, the day is not ahead, or the note has more than
    /// 2,000 characters.
    pub async fn decide(&self, request: &DecisionRequest) -> Result<DecisionList, CoreError> {
        let session = self.session()?;
        let id = GroupId::parse(&request.group_id).map_err(|_| CoreError::invalid("groupId"))?;
        let now = session.service_now(self.now());
        let stands = self.standing(&session).await?;
        let known = stands
            .iter()
            .find(|decided| decided.group_id == request.group_id);
        let (event, name) = match &request.decision {
            Some(decision) => {
                check(decision, today(now))?;
                let group = self.group_named(&session, &id).await?;
                let decision = decision.clone();
                (HistoryEvent::Decided { decision }, name_of(&group))
            }
            // Nothing stands: nothing is revoked, and the record says nothing of it.
            None => match known {
                Some(known) => (HistoryEvent::Revoked, known.group_name.clone()),
                None => return Ok(DecisionList { decisions: stands }),
            },
        };
        let mut entry = session.entry(&id, &name, &event, now);
        let (facts, evidence) = self.known_facts(&session, &id).await?;
        entry.facts = serde_json::to_value(facts).ok();
        entry.evidence = evidence.and_then(|evidence| serde_json::to_value(evidence).ok());
        session
            .recorded(move |ledger| ledger.append(&[entry], &[]))
            .await?;
        self.changed(&[Tag::Decisions]);
        self.decisions().await
    }

    /// What stands, at most one a group.
    pub(crate) async fn standing(
        &self,
        session: &ActiveSession,
    ) -> Result<Vec<Decided>, CoreError> {
        let last = session
            .recorded(|ledger| ledger.last_of_kinds(SETTLING))
            .await?;
        let stands: Vec<Stands> = last.into_iter().filter_map(Stands::read).collect();
        let ids: Vec<GroupId> = stands.iter().map(|stands| stands.id.clone()).collect();
        let evidence = self.evidence_at_hand(session, &ids).await;
        let facts = session
            .cached(move |cache| facts_of(cache, &ids, &evidence))
            .await?;
        let now = session.service_now(self.now());
        Ok(stands
            .into_iter()
            .map(|stands| {
                let known = facts.get(&stands.id);
                stands.decided(known, now)
            })
            .collect())
    }

    /// What is known of one group, for comparing later; and the evidence that it was shown with.
    async fn known_facts(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<(Facts, Option<Evidence>), CoreError> {
        let ids = vec![id.clone()];
        let evidence = self.evidence_at_hand(session, &ids).await;
        let shown = evidence.get(id).cloned();
        let mut facts = session
            .cached(move |cache| facts_of(cache, &ids, &evidence))
            .await?;
        Ok((facts.remove(id).unwrap_or_default(), shown))
    }
}

/// A decision as the record has it.
struct Stands {
    id: GroupId,
    name: String,
    decision: Decision,
    at: Timestamp,
    facts: Facts,
}

impl Stands {
    /// `None` for an entry that ends a decision, or that cannot be read.
    fn read(entry: ledger::Entry) -> Option<Self> {
        let HistoryEvent::Decided { decision } = serde_json::from_value(entry.event).ok()? else {
            return None;
        };
        Some(Self {
            id: GroupId::try_from(entry.group_id).ok()?,
            name: entry.group_name,
            decision,
            at: entry.at.parse().ok()?,
            facts: entry
                .facts
                .and_then(|facts| serde_json::from_value(facts).ok())
                .unwrap_or_default(),
        })
    }

    fn decided(self, known: Option<&Facts>, now: Timestamp) -> Decided {
        let reopened = self.reopened(known, now);
        Decided {
            group_id: self.id.to_string(),
            group_name: self.name,
            decision: self.decision,
            at: self.at,
            reopened,
        }
    }

    fn reopened(&self, known: Option<&Facts>, now: Timestamp) -> Option<Reopened> {
        let unknown = Facts::default();
        let taken = facts::Taken {
            decision: &self.decision,
            at: self.at,
            facts: &self.facts,
        };
        taken.reopened(known.unwrap_or(&unknown), now, &TimeZone::system())
    }
}

fn facts_of(
    cache: &Cache,
    ids: &[GroupId],
    evidence: &HashMap<GroupId, Evidence>,
) -> Result<HashMap<GroupId, Facts>, CoreError> {
    let people = cache.people()?;
    let mut facts = HashMap::new();
    for id in ids {
        if let Some(record) = cache.group(id)? {
            let known = Facts::of(&record.group, people.get(id), evidence.get(id));
            facts.insert(id.clone(), known);
        }
    }
    Ok(facts)
}

fn check(decision: &Decision, today: Date) -> Result<(), CoreError> {
    match decision {
        Decision::Later { until } if *until <= today => Err(CoreError::invalid("until")),
        Decision::LetExpire { note } if note.chars().count() > LONGEST_NOTE => {
            Err(CoreError::invalid("note"))
        }
        _ => Ok(()),
    }
}

/// The day that it is here.
pub(crate) fn today(now: Timestamp) -> Date {
    TimeZone::system().to_datetime(now).date()
}

fn name_of(group: &Group) -> String {
    group.display_name.clone().unwrap_or_default()
}
