//! What Teams keeps of a group that is a team: its settings, and whether it is
//! archived, which takes a moment to come about.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

/// From the request until a team is archived, or no longer.
const DURATION: SignedDuration = SignedDuration::from_secs(3);

/// The teams that differ from what a team is at first, by the id of the group.
#[derive(Debug, Default)]
pub(crate) struct Teams(HashMap<String, Team>);

/// One of them.
#[derive(Debug, Default)]
pub(crate) struct Team {
    /// Those that somebody set.
    pub(crate) settings: Value,
    archivings: Vec<Archiving>,
}

/// A request to archive a team, or to end that.
#[derive(Debug, Clone)]
pub(crate) struct Archiving {
    pub(crate) operation: String,
    pub(crate) archived: bool,
    pub(crate) at: Timestamp,
}

impl Teams {
    pub(crate) fn of(&self, group: &str) -> Option<&Team> {
        self.0.get(group)
    }

    pub(super) fn add(&mut self, group: &str, settings: &Value) {
        self.0.entry(group.to_owned()).or_default().settings = settings.clone();
    }

    pub(super) fn archive(&mut self, group: &str, archiving: Archiving) {
        let team = self.0.entry(group.to_owned()).or_default();
        team.archivings.push(archiving);
    }

    pub(crate) fn is_archived(&self, group: &str, now: Timestamp) -> bool {
        let team = self.0.get(group);
        team.is_some_and(|team| team.is_archived(now))
    }
}

impl Team {
    fn is_archived(&self, now: Timestamp) -> bool {
        let mut done = self.archivings.iter().rev().filter(|one| one.is_done(now));
        done.next().is_some_and(|one| one.archived)
    }

    pub(crate) fn operation(&self, id: &str) -> Option<&Archiving> {
        self.archivings
            .iter()
            .find(|one| one.operation.eq_ignore_ascii_case(id))
    }
}

impl Archiving {
    /// When it comes about.
    pub(crate) fn done(&self) -> Timestamp {
        self.at + DURATION
    }

    pub(crate) fn is_done(&self, now: Timestamp) -> bool {
        now >= self.done()
    }
}
