//! A group in the directory, and its dates as a reader sees them: a renewal
//! takes a moment until every reader sees it. Names of properties are in `odata`.

use jiff::{SignedDuration, Timestamp};

use super::mail_settings::MailSettings;
use super::provisioning::{Part, Provisioning};

/// A person's place in the list of people.
pub(crate) type UserIndex = u32;

/// Who may join and who may see what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Visibility {
    Public,
    Private,
    HiddenMembership,
}

/// A Microsoft 365 group, or a security group when it is not `unified`.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) display_name: String,
    pub(crate) description: Option<String>,
    pub(crate) mail_nickname: String,
    pub(crate) mail: Option<String>,
    pub(crate) unified: bool,
    pub(crate) membership_rule: Option<&'static str>,
    pub(crate) visibility: Visibility,
    pub(crate) classification: Option<&'static str>,
    pub(crate) team: bool,
    pub(crate) theme: Option<&'static str>,
    pub(crate) created: Timestamp,
    pub(crate) renewed: Timestamp,
    /// The last renewal, and the date before it for readers that lag.
    pub(crate) renewal: Option<Renewal>,
    pub(crate) owners: Vec<UserIndex>,
    pub(crate) members: Vec<UserIndex>,
    pub(crate) mail_settings: MailSettings,
    pub(crate) provisioning: Provisioning,
}

/// When the group was renewed last, and its renewal date until then.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Renewal {
    pub(crate) written: Timestamp,
    pub(crate) before: Timestamp,
}

impl Group {
    /// The renewal date that a reader sees who is `lag` behind `now`.
    pub(crate) fn renewed_as_seen(&self, now: Timestamp, lag: SignedDuration) -> Timestamp {
        match self.renewal {
            Some(renewal) if !lag.is_zero() && now.duration_since(renewal.written) < lag => {
                renewal.before
            }
            _ => self.renewed,
        }
    }

    pub(crate) fn renew(&mut self, at: Timestamp) {
        self.renewal = Some(Renewal {
            written: at,
            before: self.renewed,
        });
        self.renewed = at;
    }

    /// Whether a part that another service keeps is there: never for a security group.
    pub(crate) fn has(&self, part: Part, now: Timestamp) -> bool {
        self.unified && self.provisioning.has(part, now)
    }

    pub(crate) fn is_owner(&self, user: UserIndex) -> bool {
        self.owners.contains(&user)
    }

    pub(crate) fn is_member(&self, user: UserIndex) -> bool {
        self.members.contains(&user)
    }
}
