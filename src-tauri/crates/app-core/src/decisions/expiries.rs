//! Expiries that moved without this program: put down once, when a refresh brings another one than the last known.

use std::collections::BTreeMap;

use cache::GroupRecord;
use graph_client::models::Group;
use ipc_contract::decisions::HistoryEvent;
use ipc_contract::events::Tag;
use jiff::{SignedDuration, Timestamp};
use jobs::{ItemRecord, ItemState};
use ledger::{Note, NoteKind};
use serde_json::Value;

use super::name_of;
use crate::changes::Op;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// How far a renewal's date may lie from when it was sent from here: the service's clock, and its time to answer.
const OURS_WITHIN: SignedDuration = SignedDuration::from_mins(2);
/// How many changes of a group are looked through for a renewal from here.
const LOOKED_THROUGH: u32 = 10;

impl Core {
    /// Compares what was read with the expiries that were last known, and puts down those that the service moved.
    /// What is noted and what is put down are one write, so that a move is put down once, whatever happens.
    pub(crate) async fn follow_expiries(
        &self,
        session: &ActiveSession,
        read: &[GroupRecord],
    ) -> Result<(), CoreError> {
        let known = session
            .recorded(|ledger| ledger.notes(NoteKind::Expiry))
            .await?;
        let now = session.service_now(self.now());
        let (mut notes, mut moved) = (Vec::new(), Vec::new());
        for group in read
            .iter()
            .filter(|record| record.relation.owned)
            .map(|record| &record.group)
        {
            let Some(before) = last_known(&known, group) else {
                notes.push(note(group));
                continue;
            };
            if before == group.expiration_date_time {
                continue;
            }
            notes.push(note(group));
            if !renewed_from_here(session, group, now).await? {
                let event = HistoryEvent::Moved {
                    expired_before: before,
                    expires: group.expiration_date_time,
                };
                moved.push(session.entry(&group.id, &name_of(group), &event, now));
            }
        }
        if notes.is_empty() {
            return Ok(());
        }
        let put_down = session
            .recorded(move |ledger| ledger.append(&moved, &notes))
            .await?;
        if put_down > 0 {
            self.changed(&[Tag::Decisions]);
        }
        Ok(())
    }
}

/// What is noted of a group's expiry.
pub(super) fn note(group: &Group) -> Note {
    Note {
        kind: NoteKind::Expiry,
        key: group.id.to_string(),
        value: serde_json::to_value(group.expiration_date_time).unwrap_or_default(),
    }
}

/// The expiry that was noted; `None` when none ever was, or it cannot be read.
fn last_known(notes: &BTreeMap<String, Value>, group: &Group) -> Option<Option<Timestamp>> {
    let noted = notes.get(group.id.as_str())?;
    serde_json::from_value(noted.clone()).ok()
}

/// Whether the group's last renewal is one that was sent from here.
async fn renewed_from_here(
    session: &ActiveSession,
    group: &Group,
    now: Timestamp,
) -> Result<bool, CoreError> {
    let Some(renewed) = group.renewed_date_time else {
        return Ok(false);
    };
    let subject = group.id.to_string();
    let done = session
        .journalled(move |journal| journal.history_of(&subject, LOOKED_THROUGH))
        .await?;
    Ok(done
        .iter()
        .any(|entry| may_have_sent(&entry.item, renewed, now)))
}

fn may_have_sent(item: &ItemRecord, renewed: Timestamp, now: Timestamp) -> bool {
    let sent = matches!(
        item.state,
        ItemState::Sent | ItemState::Done | ItemState::Unknown
    );
    let Some(begun) = item.sent_at.filter(|_| sent) else {
        return false;
    };
    let ended = item.settled_at.unwrap_or(now);
    matches!(Op::from_value(&item.op), Some(Op::RenewGroup))
        && renewed.duration_since(begun) > -OURS_WITHIN
        && renewed.duration_since(ended) < OURS_WITHIN
}
