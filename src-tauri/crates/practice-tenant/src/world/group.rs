//! A group in the directory, and the group as somebody sees it who is behind: a
//! write takes a moment until every reader sees it. Names of properties are in
//! `graph::viewer`, what becomes of a group in `life`.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::mail_settings::MailSettings;
use super::provisioning::{Part, Provisioning};
use super::settings::Setting;

/// A person's place in the list of people.
pub(crate) type UserIndex = u32;

/// Who may join and who may see what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Visibility {
    Public,
    Private,
    HiddenMembership,
}

/// The two lists of people that a group has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum People {
    Members,
    Owners,
}

/// A Microsoft 365 group, or one of another kind when it is not `unified`.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) display_name: String,
    pub(crate) description: Option<String>,
    pub(crate) mail_nickname: String,
    pub(crate) mail: Option<String>,
    pub(crate) unified: bool,
    /// Distribution lists and mail-enabled security groups have it too.
    pub(crate) mail_enabled: bool,
    pub(crate) security_enabled: bool,
    /// Kept in step with a directory on the premises, and changed only there.
    pub(crate) synced: bool,
    pub(crate) membership_rule: Option<String>,
    pub(crate) rule_paused: bool,
    pub(crate) visibility: Visibility,
    pub(crate) classification: Option<String>,
    /// The id of its sensitivity label, which is told only while the tenant has labels for groups.
    pub(crate) label: Option<String>,
    pub(crate) team: bool,
    pub(crate) theme: Option<String>,
    pub(crate) preferred_language: Option<String>,
    pub(crate) preferred_data_location: Option<String>,
    pub(crate) behaviors: Vec<String>,
    /// The group's own; the tenant's count where it has none.
    pub(crate) settings: Vec<Setting>,
    /// Who created it by this service, for their quota.
    pub(crate) creator: Option<UserIndex>,
    pub(crate) created: Timestamp,
    /// By the last write; what time brought about since is in `expiry`.
    pub(crate) renewed: Timestamp,
    /// Somebody is there every week or two, all the time.
    pub(super) in_use: bool,
    /// When somebody was there, in a group that is not in use.
    pub(super) activity: Vec<Timestamp>,
    /// The moment up to which the mails about its expiry are kept.
    pub(super) mailed: Timestamp,
    /// When it was written; none for groups as old as the world.
    pub(crate) appeared: Option<Timestamp>,
    /// When somebody deleted it; time does so too: see `life`.
    pub(crate) deleted: Option<Timestamp>,
    pub(crate) purged: Option<Timestamp>,
    pub(crate) owners: Vec<UserIndex>,
    pub(crate) members: Vec<UserIndex>,
    pub(crate) mail_settings: MailSettings,
    pub(crate) provisioning: Provisioning,
    pub(super) pasts: Vec<Past>,
}

/// A group as it was until a write.
#[derive(Debug, Clone)]
pub(super) struct Past {
    until: Timestamp,
    group: Group,
}

/// No reader is further behind than this.
const LONGEST_LAG: SignedDuration = SignedDuration::from_hours(2);
/// How many former states are kept at most; a reader so far behind sees the oldest.
const MAX_PASTS: usize = 32;

impl Group {
    /// A security group without people, to be filled in.
    pub(super) fn blank(id: String, created: Timestamp) -> Self {
        Self {
            id,
            display_name: String::new(),
            description: None,
            mail_nickname: String::new(),
            mail: None,
            unified: false,
            mail_enabled: false,
            security_enabled: true,
            synced: false,
            membership_rule: None,
            rule_paused: false,
            visibility: Visibility::Private,
            classification: None,
            label: None,
            team: false,
            theme: None,
            preferred_language: None,
            preferred_data_location: None,
            behaviors: Vec::new(),
            settings: Vec::new(),
            creator: None,
            created,
            renewed: created,
            in_use: false,
            activity: Vec::new(),
            mailed: Timestamp::MIN,
            appeared: None,
            deleted: None,
            purged: None,
            owners: Vec::new(),
            members: Vec::new(),
            mail_settings: MailSettings::default(),
            provisioning: Provisioning::Created(created),
            pasts: Vec::new(),
        }
    }

    /// The group as a reader sees it who knows nothing that was written after
    /// `at`; none if it was not there.
    pub(crate) fn seen(&self, at: Timestamp) -> Option<&Self> {
        if self.appeared.is_some_and(|appeared| appeared > at) {
            return None;
        }
        let past = self.pasts.iter().find(|past| past.until > at);
        Some(past.map_or(self, |past| &past.group))
    }

    /// Keeps the present state for readers that lag, before a write at `at`.
    pub(super) fn remember(&mut self, at: Timestamp) {
        let mut pasts = std::mem::take(&mut self.pasts);
        pasts.retain(|past| at.duration_since(past.until) < LONGEST_LAG);
        if pasts.len() >= MAX_PASTS {
            pasts.remove(0);
        }
        pasts.push(Past {
            until: at,
            group: self.clone(),
        });
        self.pasts = pasts;
    }

    /// Whether a part that another service keeps is there: never for a security group.
    pub(crate) fn has(&self, part: Part, now: Timestamp) -> bool {
        self.unified && self.provisioning.has(part, now)
    }

    /// The group's own word on guests.
    pub(crate) fn guests_allowed(&self) -> Option<bool> {
        self.settings.iter().find_map(Setting::guests_allowed)
    }

    pub(crate) fn is_dynamic(&self) -> bool {
        self.membership_rule.is_some()
    }

    pub(crate) fn is_owner(&self, user: UserIndex) -> bool {
        self.owners.contains(&user)
    }

    pub(crate) fn is_member(&self, user: UserIndex) -> bool {
        self.members.contains(&user)
    }

    pub(crate) fn people(&self, of: People) -> &[UserIndex] {
        match of {
            People::Members => &self.members,
            People::Owners => &self.owners,
        }
    }

    pub(super) fn people_mut(&mut self, of: People) -> &mut Vec<UserIndex> {
        match of {
            People::Members => &mut self.members,
            People::Owners => &mut self.owners,
        }
    }
}
