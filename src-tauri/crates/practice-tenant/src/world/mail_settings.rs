//! What a group's mailbox keeps: settings of the group, and what each person
//! decided about its mail. Names of the properties are in `graph`.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::UserIndex;

/// The settings behind the properties that Exchange keeps, not the directory.
#[derive(Debug, Clone, Default)]
pub(crate) struct MailSettings {
    pub(crate) allow_external_senders: bool,
    pub(crate) auto_subscribe_new_members: bool,
    pub(crate) hide_from_address_lists: bool,
    pub(crate) hide_from_outlook_clients: bool,
    subscriptions: BTreeMap<UserIndex, bool>,
    unseen: BTreeMap<UserIndex, (i32, Timestamp)>,
}

impl MailSettings {
    /// As the `index`-th group of a company has them: most are as they began.
    pub(super) fn drawn(index: usize) -> Self {
        Self {
            allow_external_senders: index % 9 == 2,
            auto_subscribe_new_members: index % 3 == 1,
            hide_from_address_lists: index % 10 == 9,
            hide_from_outlook_clients: index % 14 == 6,
            ..Self::default()
        }
    }

    /// What somebody decided; none for who never did.
    pub(crate) fn subscription(&self, user: UserIndex) -> Option<bool> {
        self.subscriptions.get(&user).copied()
    }

    pub(crate) fn subscribe(&mut self, user: UserIndex, subscribed: bool) {
        self.subscriptions.insert(user, subscribed);
    }

    /// Conversations with something unread, as somebody's reading left them, and when that was.
    pub(crate) fn unseen(&self, user: UserIndex) -> Option<(i32, Timestamp)> {
        self.unseen.get(&user).copied()
    }

    pub(crate) fn set_unseen(&mut self, user: UserIndex, count: i32, at: Timestamp) {
        self.unseen.insert(user, (count, at));
    }
}
