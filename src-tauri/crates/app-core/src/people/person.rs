//! From what Graph says of somebody to what a screen shows of them.

use cache::PersonSeen;
use graph_client::models::{Member, MemberKind, User};
use ipc_contract::people::{Person, PersonKind, PersonRef};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Somebody in a group, or an object by its id.
pub(super) fn of_member(member: &Member) -> Person {
    Person {
        id: member.id.to_string(),
        display_name: member.display_name.clone().unwrap_or_default(),
        address: member
            .mail
            .clone()
            .or_else(|| member.user_principal_name.clone()),
        job_title: member.job_title.clone(),
        kind: kind(member.kind()),
        enabled: member.account_enabled,
    }
}

/// Somebody of the directory.
pub(super) fn of_user(user: &User) -> Person {
    of_member(&as_member(user))
}

/// Somebody who was seen before, wherever.
pub(super) fn of_seen(seen: &PersonSeen) -> Person {
    Person {
        id: seen.id.to_string(),
        display_name: seen.display_name.clone().unwrap_or_default(),
        address: seen.mail.clone(),
        job_title: None,
        kind: kind(seen.kind),
        enabled: seen.enabled,
    }
}

/// A person of the directory as a group would list them.
pub(super) fn as_member(user: &User) -> Member {
    Member {
        id: user.id.clone(),
        odata_type: None,
        display_name: user.display_name.clone(),
        mail: user.mail.clone(),
        user_principal_name: user.user_principal_name.clone(),
        user_type: user.user_type.clone(),
        job_title: user.job_title.clone(),
        account_enabled: user.account_enabled,
    }
}

/// For records and sentences.
pub(super) fn reference(person: &Person) -> PersonRef {
    PersonRef {
        id: person.id.clone(),
        display_name: person.display_name.clone(),
    }
}

fn kind(kind: MemberKind) -> PersonKind {
    match kind {
        MemberKind::Person => PersonKind::Member,
        MemberKind::Guest => PersonKind::Guest,
        MemberKind::ServicePrincipal => PersonKind::ServicePrincipal,
        MemberKind::Group | MemberKind::Device | MemberKind::Contact | MemberKind::Other => {
            PersonKind::Other
        }
    }
}

/// A text for comparing and sorting, alike in every language: without case, accents, and more than one
/// space in a row.
pub(super) fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_compare_without_case_accents_and_spacing() {
        assert_eq!(fold("  AGNÈS\u{a0} Brûlé "), "agnes brule");
        assert_eq!(fold("Zoe\u{308}"), fold("ZOË"));
        assert_eq!(fold("ｆｕｌｌ"), "full");
        assert_ne!(fold("北京"), fold("背景"), "what only sounds alike differs");
    }
}
