//! Desktop notices before groups expire: which are due, and when to look again; and how many groups need a decision. It
//! works from what is known on this
//! machine and asks nothing of the service.
//!
//! Deliberately elsewhere: when that is exactly (`plan`), showing a notice and following a click (the shell).

mod plan;

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use ipc_contract::decisions::{Decided, Decision};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ledger::{Note, NoteKind};

use crate::{Core, CoreError};
use plan::{Candidate, Given, Hold, nights, plan};

/// A machine that slept does not count the time: it is looked again at least this often.
const LONGEST: Duration = Duration::from_secs(5 * 60);
/// A group that expires in so many days needs a decision, as one that is overdue does.
const DECISION_DAYS: u32 = 30;
/// So many groups have a notice each; of more there is one for all.
const ONE_EACH: usize = 3;

/// Something to be shown on the desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A group is about to expire.
    Group {
        /// Its id.
        group_id: String,
        /// Its name.
        name: String,
        /// Days until it expires, counted as nights.
        days: u32,
    },
    /// Several groups are.
    Several {
        /// How many.
        count: u32,
        /// Days until the first of them expires.
        days: u32,
    },
}

/// What is due now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueNotices {
    /// To be shown; they are noted as given.
    pub notices: Vec<Notice>,
    /// When to look again, unless something changes.
    pub again_in: Duration,
}

impl Core {
    /// The notices that are due now. They are noted as given before they are handed out, so that each is given at
    /// most once, whatever happens after. Nothing is due when notices are off or nobody is signed in.
    ///
    /// # Errors
    /// When what is known cannot be read, or the notes not be written.
    pub async fn due_notices(&self) -> Result<DueNotices, CoreError> {
        let nothing = DueNotices {
            notices: Vec::new(),
            again_in: LONGEST,
        };
        let settings = self.settings().await.notices;
        let Some(session) = self.current_session().filter(|_| settings.enabled) else {
            return Ok(nothing);
        };
        let now = session.service_now(self.now());
        let records = session.cached(|cache| Ok(cache.groups()?)).await?;
        let decided: HashMap<String, Decided> = self
            .standing(&session)
            .await?
            .into_iter()
            .map(|decided| (decided.group_id.clone(), decided))
            .collect();
        let candidates: Vec<Candidate> = records
            .into_iter()
            .filter(|record| record.relation.owned)
            .filter_map(|record| {
                let id = record.group.id.to_string();
                Some(Candidate {
                    hold: decided.get(&id).map_or(Hold::None, hold),
                    name: record.group.display_name.unwrap_or_default(),
                    expires: record.group.expiration_date_time?,
                    id,
                })
            })
            .collect();
        let given: BTreeMap<String, Given> = session
            .recorded(|ledger| ledger.notes(NoteKind::Notice))
            .await?
            .into_iter()
            .filter_map(|(id, note)| Some((id, serde_json::from_value(note).ok()?)))
            .collect();
        let zone = TimeZone::system();
        let planned = plan(&candidates, &given, &settings, now, &zone);
        let notes: Vec<Note> = planned
            .due
            .iter()
            .map(|(candidate, threshold)| Note {
                kind: NoteKind::Notice,
                key: candidate.id.clone(),
                value: serde_json::to_value(Given {
                    expires: candidate.expires,
                    days: *threshold,
                })
                .unwrap_or_default(),
            })
            .collect();
        let due: Vec<&Candidate> = planned
            .due
            .iter()
            .map(|(candidate, _)| *candidate)
            .collect();
        let notices = notices(&due, now, &zone);
        if !notes.is_empty() {
            session
                .recorded(move |ledger| ledger.append(&[], &notes))
                .await?;
        }
        let again_in = planned.next.map_or(LONGEST, |next| wait(next, now));
        Ok(DueNotices { notices, again_in })
    }

    /// How many groups need a decision, as the window's own number says: the person's that are overdue or expire within
    /// 30 days, whatever was decided. None when nobody is signed in.
    ///
    /// # Errors
    /// When what is known cannot be read.
    pub async fn groups_due(&self) -> Result<u32, CoreError> {
        let Some(session) = self.current_session() else {
            return Ok(0);
        };
        let (now, zone) = (session.service_now(self.now()), TimeZone::system());
        let records = session.cached(|cache| Ok(cache.groups()?)).await?;
        let due = records
            .iter()
            .filter(|record| record.relation.owned)
            .filter_map(|record| record.group.expiration_date_time)
            .filter(|expires| nights(now, *expires, &zone) <= DECISION_DAYS)
            .count();
        Ok(u32::try_from(due).unwrap_or(u32::MAX))
    }
}

fn wait(next: Timestamp, now: Timestamp) -> Duration {
    let wait = next.duration_since(now).max(SignedDuration::ZERO);
    // Not before it: the timer of some systems is early by a little.
    let wait = wait.saturating_add(SignedDuration::from_secs(1));
    Duration::try_from(wait).map_or(LONGEST, |wait| wait.min(LONGEST))
}

/// What a decision means for notices.
fn hold(decided: &Decided) -> Hold {
    match decided.decision {
        Decision::Later { until } => Hold::Until(until),
        Decision::LetExpire { .. } => Hold::LetExpire { since: decided.at },
    }
}

fn notices(due: &[&Candidate], now: Timestamp, zone: &TimeZone) -> Vec<Notice> {
    if due.len() > ONE_EACH {
        return vec![Notice::Several {
            count: u32::try_from(due.len()).unwrap_or(u32::MAX),
            days: due
                .iter()
                .map(|group| group.days(now, zone))
                .min()
                .unwrap_or_default(),
        }];
    }
    due.iter()
        .map(|group| Notice::Group {
            group_id: group.id.clone(),
            name: group.name.clone(),
            days: group.days(now, zone),
        })
        .collect()
}
