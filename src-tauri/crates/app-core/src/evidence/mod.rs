//! The evidence beside a decision: read for a few groups at once, kept for a short while, and shown as
//! last known where it cannot be read.
//!
//! Owns what counts as fresh, and how reads and what is kept come together. Deliberately elsewhere: how
//! the requests travel (`graph-client`), the sentence that sums it up (the window), and what was decided
//! on it.

mod facts;
mod freshness;
mod outlook;
mod wanted;

use std::collections::HashMap;

use cache::{DocumentKind, GroupRecord};
use graph_client::GraphError;
use graph_client::models::{
    GroupEvidence, GroupId, GroupLifecyclePolicy, ManagedGroupTypes, Visibility,
};
use ipc_contract::evidence::{Evidence, EvidenceList, EvidenceRequest};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use self::freshness::is_fresh;
use crate::changes::facts::group_ids;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// The contract's limit for one call.
const AT_ONCE: usize = 20;
/// How far the calendar is looked ahead, and conversations back.
const WINDOW: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What this machine knows of the groups that are asked for.
#[derive(Debug, Default)]
struct Known {
    groups: HashMap<GroupId, GroupRecord>,
    evidence: HashMap<GroupId, Evidence>,
    policies: Vec<GroupLifecyclePolicy>,
}

impl Known {
    fn is_hidden(&self, id: &GroupId) -> bool {
        let group = self.groups.get(id);
        group.is_some_and(|known| known.group.visibility == Some(Visibility::HiddenMembership))
    }

    /// Days that a renewal gives where the policy covers some groups at all.
    fn lifetime_days(&self) -> Option<i32> {
        let covers = |policy: &&GroupLifecyclePolicy| {
            let managed = policy.managed_group_types;
            managed.is_some_and(|managed| managed != ManagedGroupTypes::None)
        };
        self.policies.iter().find(covers)?.group_lifetime_in_days
    }
}

impl Core {
    /// The evidence about groups, and what renewing each of them would give. What was read within ten
    /// minutes is not read again unless it is asked for `anew`; where the service cannot be asked, what was
    /// last known is shown, with its age. `k` groups with `p` plans take at most ⌈9·k/20⌉ + ⌈p/20⌉ requests;
    /// for what may not be read none is sent. Calls wait for each other, so that neighbours which are
    /// asked for twice are read once and no mailbox gets more than two requests at once.
    ///
    /// # Errors
    /// When more than 20 groups are asked for, or nothing at all is known or can be read.
    pub async fn evidence(&self, request: &EvidenceRequest) -> Result<EvidenceList, CoreError> {
        if request.group_ids.len() > AT_ONCE {
            return Err(CoreError::invalid("groupIds"));
        }
        let session = self.session()?;
        let ids = group_ids(&request.group_ids)?;
        let _turn = session.evidence.lock().await;
        let granted = session.granted();
        let mut known = known(&session, &ids).await?;
        let now = session.service_now(self.now());
        let due: Vec<GroupId> = ids
            .iter()
            .filter(|id| {
                let kept = known.evidence.get(id);
                request.anew || !kept.is_some_and(|kept| is_fresh(kept, now, &granted))
            })
            .cloned()
            .collect();
        let requests = self
            .read_evidence(&session, &mut known, &due, &granted)
            .await?;
        let now = session.service_now(self.now());
        let outlook = outlook::Outlooks {
            now,
            zone: TimeZone::system(),
            lifetime_days: known.lifetime_days(),
        };
        let there: Vec<&GroupId> = ids
            .iter()
            .filter(|id| known.evidence.contains_key(*id))
            .collect();
        let outlooks = there
            .iter()
            .map(|id| outlook.of(id, known.groups.get(*id)))
            .collect();
        let groups = there
            .iter()
            .filter_map(|id| known.evidence.get(*id).cloned())
            .collect();
        Ok(EvidenceList {
            groups,
            outlooks,
            requests,
        })
    }

    /// Reads the evidence about `due`, and puts it in the place of what was known; how many requests that
    /// took.
    async fn read_evidence(
        &self,
        session: &ActiveSession,
        known: &mut Known,
        due: &[GroupId],
        granted: &[String],
    ) -> Result<u32, CoreError> {
        if due.is_empty() {
            return Ok(0);
        }
        let now = session.service_now(self.now());
        let ahead = (now, now.checked_add(WINDOW).unwrap_or(now));
        let wanted = wanted::of(due, granted);
        let client = match session.client(self.host()).await {
            Ok(client) => client,
            Err(_) if !known.evidence.is_empty() => return Ok(0),
            Err(error) => return Err(error),
        };
        let read = client.groups().evidence(&wanted, ahead).await;
        let now = session.service_now(self.now());
        let mut failed = None;
        for group in read.groups {
            let id = group.group.clone();
            match fate(group, known.is_hidden(&id), now) {
                Fate::Read(evidence) => {
                    keep(session, &id, (*evidence).clone()).await?;
                    known.evidence.insert(id, *evidence);
                }
                Fate::Gone => {
                    forget(session, &id).await?;
                    known.evidence.remove(&id);
                }
                Fate::NotRead(evidence, error) => {
                    failed = Some(error);
                    known.evidence.entry(id).or_insert(*evidence);
                }
            }
        }
        match failed {
            Some(error) if known.evidence.values().all(facts::is_unknown) => Err(error.into()),
            _ => Ok(read.requests),
        }
    }
}

/// What came of reading the evidence about a group.
enum Fate {
    Read(Box<Evidence>),
    /// The group is not there.
    Gone,
    /// Nothing was read, and this is why.
    NotRead(Box<Evidence>, GraphError),
}

fn fate(read: GroupEvidence, hidden: bool, now: Timestamp) -> Fate {
    let people = read.people.as_ref().and_then(|read| read.as_ref().err());
    if people.is_some_and(GraphError::is_not_found) {
        return Fate::Gone;
    }
    let error = facts::first_error(&read);
    let evidence = Box::new(facts::evidence(read, hidden, now));
    match error {
        Some(error) if facts::is_unknown(&evidence) => Fate::NotRead(evidence, error),
        _ => Fate::Read(evidence),
    }
}

async fn known(session: &ActiveSession, ids: &[GroupId]) -> Result<Known, CoreError> {
    let ids = ids.to_vec();
    session
        .cached(move |cache| {
            let mut known = Known {
                policies: cache.lifecycle_policies()?.unwrap_or_default(),
                ..Known::default()
            };
            for id in ids {
                let kept = cache.document::<Evidence>(DocumentKind::Evidence, id.as_str())?;
                if let Some(kept) = kept {
                    known.evidence.insert(id.clone(), kept.value);
                }
                if let Some(group) = cache.group(&id)? {
                    known.groups.insert(id, group);
                }
            }
            Ok(known)
        })
        .await
}

async fn keep(session: &ActiveSession, id: &GroupId, evidence: Evidence) -> Result<(), CoreError> {
    let key = id.to_string();
    session
        .cached(move |cache| {
            let as_of = evidence.as_of;
            Ok(cache.put_document(DocumentKind::Evidence, &key, &evidence, as_of)?)
        })
        .await
}

async fn forget(session: &ActiveSession, id: &GroupId) -> Result<(), CoreError> {
    let key = id.to_string();
    session
        .cached(move |cache| Ok(cache.remove_document(DocumentKind::Evidence, &key)?))
        .await
}
