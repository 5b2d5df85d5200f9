//! Renewals beside those that the service makes itself: what is used is renewed by activity, and others renew too.
//!
//! A group that was renewed since it was planned needs no renewal from here. Reading first would cost a request for
//! every twenty, so it is done only where the plan is old, as after a pause; and where an answer is missing anyway.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use graph_client::models::GroupId;
use ipc_contract::jobs::Reason;
use jiff::{SignedDuration, Timestamp};
use jobs::{ItemRecord, JobRecord, LookedUp, Settled};

use super::outcome::refused;
use super::reading::not_told;
use super::{GraphExecutor, Ready};

/// What was planned longer ago may have been moved since: as old as lists get before they are read anew.
const OUTDATED: SignedDuration = SignedDuration::from_mins(5);
/// How far a renewal's date may lie before it was sent from here: the service's clock is another one.
const CLOCKS_WITHIN: SignedDuration = SignedDuration::from_mins(2);
/// The waits before each read of groups whose renewal may not be shown yet.
const READ_AFTER: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];

/// What groups show of their renewals. What is not in it could not be read.
pub(super) type Shown = HashMap<GroupId, Renewed>;

/// What a group shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Renewed {
    /// Another renewal than when it was planned.
    At(Timestamp),
    /// None since, or the group is not there any more.
    No,
}

impl GraphExecutor {
    /// Renews what was not renewed since it was planned.
    pub(super) async fn send_renewals(&self, job: &JobRecord, items: &[Ready<'_>]) -> Vec<Settled> {
        let renewed: HashSet<&GroupId> = match is_outdated(job, items) {
            true => self.renewed_meanwhile(items).await,
            false => HashSet::new(),
        };
        let is_renewed =
            |item: &Ready<'_>| item.group.as_ref().is_some_and(|id| renewed.contains(id));
        let open: Vec<_> = items
            .iter()
            .filter(|item| !is_renewed(item))
            .cloned()
            .collect();
        let mut sent = match open.is_empty() {
            true => Vec::new(),
            false => self.send_groups(&open).await,
        }
        .into_iter();
        items
            .iter()
            .map(|item| match is_renewed(item) {
                true => Settled::Already,
                false => sent.next().unwrap_or_else(|| refused(Reason::Refused)),
            })
            .collect()
    }

    /// The groups that show another renewal than when it was planned. One that cannot be read is renewed from here.
    async fn renewed_meanwhile<'a>(&self, items: &'a [Ready<'_>]) -> HashSet<&'a GroupId> {
        let shown = self.read_once(items).await;
        let groups = items.iter().filter_map(|item| item.group.as_ref());
        groups
            .filter(|id| matches!(shown.get(*id), Some(Renewed::At(_))))
            .collect()
    }

    /// Reads the groups together until each shows a renewal, for a few seconds.
    pub(super) async fn read_renewals(&self, items: &[Ready<'_>]) -> Shown {
        let mut shown = Shown::new();
        for wait in READ_AFTER {
            let open: Vec<_> = items
                .iter()
                .filter(|item| is_open(&shown, item))
                .cloned()
                .collect();
            if open.is_empty() {
                break;
            }
            tokio::time::sleep(wait).await;
            shown.extend(self.read_once(&open).await);
        }
        shown
    }

    async fn read_once(&self, items: &[Ready<'_>]) -> Shown {
        let ids: Vec<GroupId> = items.iter().filter_map(|item| item.group.clone()).collect();
        let before: HashMap<&GroupId, Option<Timestamp>> = items
            .iter()
            .filter_map(|item| Some((item.group.as_ref()?, renewed_before(item.record))))
            .collect();
        let read = self.client.groups().get_many(&ids).await;
        read.into_iter()
            .filter_map(|(id, answer)| {
                let before = before.get(&id).copied().flatten();
                let renewed = match answer {
                    Ok(group) => group
                        .renewed_date_time
                        .filter(|renewed| before.is_none_or(|before| *renewed > before))
                        .map_or(Renewed::No, Renewed::At),
                    Err(error) if error.is_not_found() => Renewed::No,
                    Err(_) => return None,
                };
                Some((id, renewed))
            })
            .collect()
    }
}

/// What came of a renewal that was sent and never answered.
pub(super) fn came_of(item: &Ready<'_>, shown: &Shown) -> LookedUp {
    let shown = item.group.as_ref().and_then(|group| shown.get(group));
    match shown {
        Some(Renewed::At(renewed)) if is_earlier(*renewed, item.record) => LookedUp::Already,
        Some(Renewed::At(_)) => LookedUp::Done {
            after: None,
            subject: None,
        },
        Some(Renewed::No) => LookedUp::NotDone,
        None => not_told(&item.op),
    }
}

/// Whether a group shows that it was renewed; `None` when it could not be read.
pub(super) fn is_renewed(item: &Ready<'_>, shown: &Shown) -> Option<bool> {
    let shown = shown.get(item.group.as_ref()?)?;
    Some(matches!(shown, Renewed::At(_)))
}

/// Whether a renewal was made before the one from here was sent: by somebody else, or by activity.
fn is_earlier(renewed: Timestamp, item: &ItemRecord) -> bool {
    item.sent_at
        .is_some_and(|sent| sent.duration_since(renewed) > CLOCKS_WITHIN)
}

fn is_open(shown: &Shown, item: &Ready<'_>) -> bool {
    let group = item.group.as_ref();
    group.is_some_and(|group| !matches!(shown.get(group), Some(Renewed::At(_))))
}

fn is_outdated(job: &JobRecord, items: &[Ready<'_>]) -> bool {
    let sent = items.iter().filter_map(|item| item.record.sent_at).max();
    sent.is_some_and(|sent| sent.duration_since(job.created_at) > OUTDATED)
}

/// The last renewal that was known when it was planned.
fn renewed_before(item: &ItemRecord) -> Option<Timestamp> {
    let renewed = item.before.as_ref()?.get("renewedDateTime")?;
    serde_json::from_value(renewed.clone()).ok()
}
