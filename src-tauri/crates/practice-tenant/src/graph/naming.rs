//! The naming policy and the uniqueness of aliases, as creations, changes and
//! checks apply them (groups-naming-policy.md, group-validateproperties.md).

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::odata::ODataError;
use crate::world::naming::Affixes;
use crate::world::{Life, Role, User, UserIndex, World};

/// The names that somebody wants to give a group.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names<'a> {
    pub(super) display_name: Option<&'a str>,
    pub(super) mail_nickname: Option<&'a str>,
}

/// What stands against a name.
#[derive(Debug)]
pub(super) struct Fault {
    target: &'static str,
    kind: FaultKind,
}

#[derive(Debug)]
enum FaultKind {
    Affixes { affixes: Affixes, suggested: String },
    TooLong,
    Blocked(String),
    Taken,
}

impl Names<'_> {
    fn each(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let name = self.display_name.map(|name| ("displayName", name));
        let alias = self.mail_nickname.map(|alias| ("mailNickname", alias));
        name.into_iter().chain(alias)
    }
}

/// Who need not follow the policy.
const EXEMPT: [Role; 2] = [Role::Global, Role::User];

/// What the policy has against names that `person` gives: only the first kind of
/// fault is told, prefixes and suffixes for both names.
pub(super) fn faults(
    world: &World,
    person: UserIndex,
    names: &Names<'_>,
    now: Timestamp,
) -> Vec<Fault> {
    let bound = |user: &&User| !user.roles.iter().any(|role| EXEMPT.contains(role));
    let Some(creator) = world.user(person).filter(bound) else {
        return Vec::new();
    };
    let naming = &world.settings.rules(now).naming;
    let affixes = naming.affixes(creator);
    let missing: Vec<Fault> = names
        .each()
        .filter_map(|(target, name)| missing(target, name, &affixes))
        .collect();
    if !missing.is_empty() {
        return missing;
    }
    let too_long = names.each().filter(|(_, name)| affixes.outgrow(name));
    let too_long: Vec<Fault> = too_long
        .map(|(target, _)| Fault {
            target,
            kind: FaultKind::TooLong,
        })
        .collect();
    if !too_long.is_empty() {
        return too_long;
    }
    let blocked = names.each().find_map(|(target, name)| {
        let word = naming.blocked_word(name)?.to_owned();
        let kind = FaultKind::Blocked(word);
        Some(Fault { target, kind })
    });
    blocked.into_iter().collect()
}

fn missing(target: &'static str, name: &str, affixes: &Affixes) -> Option<Fault> {
    let affixes = match target {
        "mailNickname" => affixes.for_alias(),
        _ => affixes.clone(),
    };
    let suggested = affixes.around(name);
    let kind = FaultKind::Affixes {
        affixes: affixes.clone(),
        suggested,
    };
    (!affixes.fit(name)).then_some(Fault { target, kind })
}

/// Whether another Microsoft 365 group has the alias.
pub(super) fn taken(
    world: &World,
    alias: &str,
    except: Option<usize>,
    now: Timestamp,
) -> Option<Fault> {
    let same = |place: &usize| {
        let group = &world.groups[*place];
        group.unified && group.mail_nickname.eq_ignore_ascii_case(alias)
    };
    let others = (0..world.groups.len()).filter(|place| Some(*place) != except);
    let taken = others
        .filter(same)
        .any(|place| world.life(place, now) == Life::Live);
    taken.then_some(Fault {
        target: "mailNickname",
        kind: FaultKind::Taken,
    })
}

impl Fault {
    fn code(&self) -> &'static str {
        match self.kind {
            FaultKind::Affixes { .. } => "MissingPrefixSuffix",
            FaultKind::TooLong => "InvalidLength",
            FaultKind::Blocked(_) => "ContainsBlockedWord",
            FaultKind::Taken => "PropertyConflict",
        }
    }

    fn message(&self) -> String {
        let target = self.target;
        match &self.kind {
            FaultKind::Affixes { .. } => format!(
                "Property {target} is missing a required prefix/suffix per your organization's Group naming requirements."
            ),
            FaultKind::TooLong => format!(
                "Property {target} is longer than your organization's Group naming requirements allow."
            ),
            FaultKind::Blocked(word) => format!(
                "Property {target} contains the word '{word}', which is blocked per your organization's Group naming requirements."
            ),
            FaultKind::Taken => {
                format!("Another object with the same value for property {target} already exists.")
            }
        }
    }

    /// As `validateProperties` tells it.
    pub(super) fn told(&self) -> Value {
        let mut told = json!({
            "target": self.target,
            "code": self.code(),
            "message": self.message(),
        });
        if let FaultKind::Affixes { affixes, .. } = &self.kind {
            told["prefix"] = json!(affixes.prefix);
            told["suffix"] = json!(affixes.suffix);
        }
        told
    }

    /// As a creation or a change is refused.
    fn refused(&self) -> Value {
        let mut refused = json!({
            "target": self.target,
            "code": self.code(),
            "message": self.message(),
        });
        match &self.kind {
            FaultKind::Affixes { suggested, .. } => {
                refused["suggestedPropertyValue"] = json!(suggested);
            }
            FaultKind::Taken => refused["code"] = json!("ObjectConflict"),
            FaultKind::TooLong | FaultKind::Blocked(_) => {}
        }
        refused
    }
}

/// Refuses a creation or a change for these faults; nothing, if there are none.
pub(super) fn refuse(faults: &[Fault]) -> Result<(), ODataError> {
    let Some(first) = faults.first() else {
        return Ok(());
    };
    let error = ODataError::bad_request(first.message());
    Err(faults
        .iter()
        .fold(error, |error, fault| error.detail(fault.refused())))
}
