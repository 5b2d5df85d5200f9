//! What this program has just changed and lists do not show yet: they are read through an index that lags.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use cache::GroupRecord;
use graph_client::models::GroupId;

/// For so long a list is not believed about a group that was just made or deleted here.
const FOR: Duration = Duration::from_secs(120);

/// Groups that are there, or gone, whatever a list says.
#[derive(Debug, Default)]
pub(crate) struct Expected(Mutex<HashMap<GroupId, (bool, Instant)>>);

impl Expected {
    pub(crate) fn set(&self, ids: impl IntoIterator<Item = GroupId>, there: bool) {
        let now = Instant::now();
        let mut expected = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        expected.retain(|_, (_, since)| now.duration_since(*since) < FOR);
        expected.extend(ids.into_iter().map(|id| (id, (there, now))));
    }

    fn of(&self, id: &GroupId) -> Option<bool> {
        let expected = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (there, since) = expected.get(id)?;
        (since.elapsed() < FOR).then_some(*there)
    }

    /// Corrects what a list said by what is known better.
    pub(crate) fn correct(
        &self,
        mut read: Vec<GroupRecord>,
        known: &[GroupRecord],
    ) -> Vec<GroupRecord> {
        read.retain(|record| self.of(&record.group.id) != Some(false));
        for record in known {
            // Rarely is any expected: lists of thousands are not compared with each other.
            if self.of(&record.group.id) == Some(true)
                && !read.iter().any(|other| other.group.id == record.group.id)
            {
                read.push(record.clone());
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use cache::Relation;

    use super::*;

    fn record(number: u32) -> GroupRecord {
        let id = format!("00000000-0000-0000-0000-{number:012}");
        GroupRecord {
            group: serde_json::from_value(serde_json::json!({ "id": id })).unwrap(),
            relation: Relation::default(),
        }
    }

    #[test]
    fn a_list_that_lags_neither_hides_what_was_made_nor_shows_what_was_deleted() {
        let (made, deleted, other) = (record(1), record(2), record(3));
        let expected = Expected::default();
        expected.set([made.group.id.clone()], true);
        expected.set([deleted.group.id.clone()], false);
        let read = expected.correct(
            vec![deleted.clone(), other.clone()],
            &[made.clone(), deleted],
        );
        assert_eq!(read, [other, made]);
    }
}
