//! Names of things as the services that keep them write them: opaque, each in a
//! form of its own. Planner's lead back to the group, since its paths do not name it.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use uuid::Uuid;

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    Conversation = 1,
    Thread,
    Post,
    Event,
    Drive,
    Item,
    Plan,
    Bucket,
    Task,
    Attachment,
}

/// Ids look like nothing that is in them.
const MASK: [u8; 16] = *b"\x5a\x13\xc7\x2e\x91\xf4\x08\x6d\xb2\x3f\xe5\x77\x1c\xa9\xd0\x46";

fn masked(group: &str) -> [u8; 16] {
    let bytes = Uuid::try_parse(group).unwrap_or_default().into_bytes();
    std::array::from_fn(|at| bytes[at] ^ MASK[at])
}

fn bytes(group: &str, kind: Kind, number: usize) -> Vec<u8> {
    let mut bytes = masked(group).to_vec();
    bytes.push(kind as u8);
    bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
    bytes
}

/// As Exchange writes ids: they may hold `/`, `+` and `=`.
pub(super) fn mailbox(group: &str, kind: Kind, number: usize) -> String {
    let mut bytes = bytes(group, kind, number);
    bytes.push(0);
    format!("AAQkAD{}", STANDARD.encode(bytes))
}

/// As libraries write ids: `b!…` of the drive, `01…` of what is in it.
pub(super) fn library(group: &str, kind: Kind, number: usize) -> String {
    let bytes = bytes(group, kind, number);
    if kind == Kind::Drive {
        return format!("b!{}", URL_SAFE_NO_PAD.encode(bytes));
    }
    let letters = bytes[4..].iter().map(|byte| format!("{byte:02X}"));
    format!("01{}", letters.collect::<String>())
}

/// As Planner writes ids: 28 letters, capitals matter.
pub(super) fn planner(group: &str, kind: Kind, number: usize) -> String {
    URL_SAFE_NO_PAD.encode(bytes(group, kind, number))
}

/// The group that holds a plan, bucket or task of this id.
pub(super) fn group_of(id: &str, kind: Kind) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(id).ok()?;
    let (group, rest) = bytes.split_first_chunk::<16>()?;
    let plain = std::array::from_fn(|at| group[at] ^ MASK[at]);
    (rest.len() == 5 && rest[0] == kind as u8)
        .then(|| Uuid::from_bytes(plain).hyphenated().to_string())
}

impl Kind {
    /// The group whose plan, bucket or task has this id.
    pub(crate) fn group_of(self, id: &str) -> Option<String> {
        group_of(id, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_planner_lead_back_to_the_group() {
        let group = "0a8b2c46-0f0e-4d22-9a51-6a3a0d1f7c11";
        let id = planner(group, Kind::Task, 7);
        assert_eq!(id.len(), 28);
        assert_eq!(Kind::Task.group_of(&id).as_deref(), Some(group));
        assert_eq!(Kind::Plan.group_of(&id), None);
        assert_eq!(Kind::Task.group_of("no id"), None);
    }
}
