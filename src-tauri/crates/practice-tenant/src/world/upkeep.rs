//! Writes to what the services around the directory keep of a group: mailbox,
//! photo and team.

use jiff::Timestamp;

use super::teams::Archiving;
use super::{Change, Touch, World};

impl World {
    /// Makes such a write to the group at `place` take effect.
    pub(super) fn apply_to_upkeep(&mut self, place: usize, change: &Change) {
        match change {
            Change::Subscription {
                user, subscribed, ..
            } => {
                if let Some(user) = self.user_index(user) {
                    let group = self.write(place, change.at());
                    group.mail_settings.subscribe(user, *subscribed);
                }
            }
            Change::Seen { user, .. } => {
                if let Some(user) = self.user_index(user) {
                    let group = self.write(place, change.at());
                    group.mail_settings.set_unseen(user, 0, change.at());
                }
            }
            Change::Conversation {
                user, change, at, ..
            } => self.converse(place, user, change, *at),
            Change::Calendar { group, change, .. } => self.contents.write_calendar(group, change),
            Change::Planner { group, change, .. } => self.contents.write_board(group, change),
            Change::Photo { group, photo, .. } => self.photos.set(group, photo),
            Change::Team {
                group, settings, ..
            } => {
                self.write(place, change.at()).team = true;
                self.teams.add(group, settings);
                self.touch(
                    place,
                    change.at(),
                    Touch::Property("resourceProvisioningOptions"),
                );
            }
            Change::Archive {
                group,
                operation,
                archived,
                at,
                ..
            } => {
                let archiving = Archiving {
                    operation: operation.clone(),
                    archived: *archived,
                    at: *at,
                };
                self.teams.archive(group, archiving);
                self.use_team(place, *archived, *at);
            }
            _ => {}
        }
    }

    /// Nobody can be active in an archived team; who ends that is.
    fn use_team(&mut self, place: usize, archived: bool, at: Timestamp) {
        let group = self.write(place, at);
        if archived {
            group.in_use = false;
        } else {
            group.activity.push(at);
        }
    }
}
