//! When groups expire, and the days that follow from it: as rows, and for a calendar.

use std::collections::{BTreeMap, HashSet};

use graph_client::models::GroupId;
use ipc_contract::groups::GroupSummary;
use ipc_contract::tables::Exported;
use jiff::civil::Date;
use ledger::{Note, NoteKind};
use serde_json::{Value, json};

use super::ics::{self, Dated, Saved, after};
use super::rows::{Sheet, sheet};
use crate::decisions::today;
use crate::{Core, CoreError};

const EXPIRIES: &[&str] = &[
    "id",
    "displayName",
    "mail",
    "owned",
    "expires",
    "notice30",
    "notice15",
    "notice1",
    "deleted",
    "restorableUntil",
];

impl Core {
    /// One row a group that expires; days are those of this machine's time zone.
    pub(super) async fn expiries_sheet(&self, group_ids: &[String]) -> Result<Sheet, CoreError> {
        let groups = self.any_groups(ids(group_ids)?).await?;
        let rows = groups.iter().filter_map(row).collect();
        Ok(sheet("expiring-groups", EXPIRIES, rows))
    }

    /// Saves a calendar of these groups. What was saved before and has moved or ended since comes along, so that no
    /// calendar keeps a date that does not hold any more.
    pub(super) async fn save_calendar(&self, group_ids: &[String]) -> Result<Exported, CoreError> {
        let session = self.session()?;
        let before = session
            .recorded(|ledger| ledger.notes(NoteKind::Calendar))
            .await?;
        let before: BTreeMap<String, Saved> = before
            .into_iter()
            .filter_map(|(id, note)| Some((id, serde_json::from_value(note).ok()?)))
            .collect();
        let groups = self.any_groups(ids(group_ids)?).await?;
        let mut dated: Vec<Dated> = groups.iter().map(of).collect();
        dated.extend(self.moved_since(group_ids, &before).await?);
        let (bytes, saved) = ics::written(&session.account.tenant_id, &dated, &before, self.now());
        let rows = saved.len();
        let exported = self
            .save_bytes("expiring-groups", "ics", bytes, rows)
            .await?;
        // Only now: what could not be saved is in no calendar.
        let notes: Vec<Note> = saved
            .into_iter()
            .map(|(key, saved)| Note {
                kind: NoteKind::Calendar,
                key,
                value: serde_json::to_value(saved).unwrap_or_default(),
            })
            .collect();
        session
            .recorded(move |ledger| ledger.append(&[], &notes))
            .await?;
        Ok(exported)
    }

    /// Groups that were saved before, are not asked for now, and have another date or none.
    async fn moved_since(
        &self,
        asked: &[String],
        before: &BTreeMap<String, Saved>,
    ) -> Result<Vec<Dated>, CoreError> {
        let session = self.session()?;
        let (own, read) = session
            .cached(|cache| Ok((cache.groups()?, cache.as_of()?.is_some())))
            .await?;
        let asked: HashSet<&str> = asked.iter().map(String::as_str).collect();
        let own: BTreeMap<String, Dated> = own
            .into_iter()
            .map(|record| {
                let id = record.group.id.to_string();
                let dated = Dated {
                    id: id.clone(),
                    name: record.group.display_name.unwrap_or_default(),
                    expires: record.group.expiration_date_time.map(today),
                };
                (id, dated)
            })
            .collect();
        Ok(before
            .iter()
            .filter(|(id, _)| !asked.contains(id.as_str()) || !own.contains_key(*id))
            .filter_map(|(id, saved)| match own.get(id) {
                Some(known) if known.expires == Some(saved.date) && !saved.cancelled => None,
                Some(known) => Some(known.clone()),
                // Before the first reading nothing is known to be gone.
                None => read.then(|| Dated {
                    id: id.clone(),
                    name: String::new(),
                    expires: None,
                }),
            })
            .collect())
    }
}

fn ids(group_ids: &[String]) -> Result<Vec<GroupId>, CoreError> {
    crate::changes::facts::group_ids(group_ids)
}

fn of(group: &GroupSummary) -> Dated {
    Dated {
        id: group.id.clone(),
        name: group.display_name.clone(),
        expires: group.expires.map(today),
    }
}

fn row(group: &GroupSummary) -> Option<Vec<Value>> {
    let expires: Date = group.expires.map(today)?;
    let mut row = vec![
        json!(group.id),
        json!(group.display_name),
        json!(group.mail),
        json!(group.owned),
    ];
    row.extend([0, -30, -15, -1, 1, 31].map(|days| json!(after(expires, days))));
    Some(row)
}
