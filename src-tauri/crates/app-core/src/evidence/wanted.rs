//! Which parts of the evidence may be asked for, by what was granted. For what may not, no request is
//! sent: the person is told the permission instead.

use graph_client::models::{EvidencePart, EvidenceWanted, GroupId};
use identity::permissions;
use ipc_contract::evidence::{Evidence, Fact};

/// Everything, in the order in which it is asked for.
const ALL: [EvidencePart; 7] = [
    EvidencePart::Conversations,
    EvidencePart::Events,
    EvidencePart::Files,
    EvidencePart::Tasks,
    EvidencePart::Pages,
    EvidencePart::Team,
    EvidencePart::People,
];

/// The permission that this application asks for so that it can read a part.
pub(super) const fn permission(part: EvidencePart) -> &'static str {
    match part {
        EvidencePart::Conversations
        | EvidencePart::Events
        | EvidencePart::Tasks
        | EvidencePart::Team => "Group.ReadWrite.All",
        EvidencePart::Files => "Files.Read.All",
        EvidencePart::Pages => "Notes.Read.All",
        EvidencePart::People => "GroupMember.Read.All",
    }
}

/// Permissions that let read a part too, where an administrator granted them beside.
const fn sufficient(part: EvidencePart) -> &'static [&'static str] {
    match part {
        EvidencePart::Conversations => &[
            "Group-Conversation.Read.All",
            "Group-Conversation.ReadWrite.All",
            "Group.Read.All",
        ],
        EvidencePart::Events => &["Group.Read.All"],
        EvidencePart::Tasks => &["Tasks.Read", "Tasks.ReadWrite", "Group.Read.All"],
        EvidencePart::Team => &[
            "Team.ReadBasic.All",
            "TeamSettings.Read.All",
            "TeamSettings.ReadWrite.All",
            "Group.Read.All",
            "Directory.Read.All",
        ],
        EvidencePart::Files => &["Files.Read", "Files.ReadWrite"],
        EvidencePart::Pages => &["Notes.Read", "Notes.ReadWrite"],
        EvidencePart::People => &[],
    }
}

fn may_read(part: EvidencePart, granted: &[String]) -> bool {
    let also = sufficient(part).iter();
    std::iter::once(&permission(part))
        .chain(also)
        .any(|name| permissions::is_granted(name, granted))
}

/// What can be read of these groups.
pub(super) fn of(groups: &[GroupId], granted: &[String]) -> Vec<EvidenceWanted> {
    let parts: Vec<EvidencePart> = ALL
        .into_iter()
        .filter(|part| may_read(*part, granted))
        .collect();
    let wanted = |group: &GroupId| EvidenceWanted {
        group: group.clone(),
        parts: parts.clone(),
    };
    groups.iter().map(wanted).collect()
}

/// Whether something was left out for a permission that has been granted since.
pub(super) fn has_come(kept: &Evidence, granted: &[String]) -> bool {
    let Evidence {
        conversations,
        files,
        events,
        tasks,
        notebook,
        team,
        people,
        ..
    } = kept;
    let missing = [
        (EvidencePart::Conversations, lacks(conversations)),
        (EvidencePart::Files, lacks(files)),
        (EvidencePart::Events, lacks(events)),
        (EvidencePart::Tasks, lacks(tasks)),
        (EvidencePart::Pages, lacks(notebook)),
        (EvidencePart::Team, lacks(team)),
        (EvidencePart::People, lacks(people)),
    ];
    let mut missing = missing.into_iter();
    missing.any(|(part, lacks)| lacks && may_read(part, granted))
}

fn lacks<T>(fact: &Fact<T>) -> bool {
    let permission = match fact {
        Fact::NotPermitted { permission } => permission.as_ref(),
        Fact::Known { .. } | Fact::Absent | Fact::Unknown => None,
    };
    permission.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readable(granted: &[&str]) -> Vec<EvidencePart> {
        let granted: Vec<String> = granted.iter().map(|name| (*name).to_owned()).collect();
        let all = ALL.into_iter();
        all.filter(|part| may_read(*part, &granted)).collect()
    }

    #[test]
    fn what_managing_groups_takes_is_all_that_most_of_the_evidence_takes() {
        assert_eq!(
            readable(&["Group.ReadWrite.All"]),
            [
                EvidencePart::Conversations,
                EvidencePart::Events,
                EvidencePart::Tasks,
                EvidencePart::Team,
                EvidencePart::People,
            ]
        );
        assert_eq!(readable(&["GroupMember.Read.All"]), [EvidencePart::People]);
        assert_eq!(readable(&["Files.Read.All"]), [EvidencePart::Files]);
        assert_eq!(readable(&["Notes.Read"]), [EvidencePart::Pages]);
    }

    #[test]
    fn every_permission_that_is_named_is_one_that_can_be_asked_for() {
        for part in ALL {
            let name = permission(part);
            assert!(permissions::ALL.iter().any(|known| known.name == name));
        }
    }
}
