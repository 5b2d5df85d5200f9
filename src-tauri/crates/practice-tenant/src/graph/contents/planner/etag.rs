//! Etags of Planner (planner-overview.md, "Planner resource versioning"): each thing has one of its own, and
//! its details another. A later one is greater when compared as text. What a client has not seen does not
//! matter as long as it changes something else.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::refusals;
use crate::graph::Call;
use crate::odata::ODataError;

/// What has an etag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entity {
    Plan,
    PlanDetails,
    Bucket,
    Task,
    TaskDetails,
}

impl Entity {
    fn name(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::PlanDetails => "PlanDetails",
            Self::Bucket => "Bucket",
            Self::Task => "Task",
            Self::TaskDetails => "TaskDetails",
        }
    }
}

/// The kind is encoded as the service encodes it all. The version is not: in base64 a later one would not always be
/// greater.
pub(super) fn of(entity: Entity, version: u32) -> String {
    format!("W/\"{}{version:012X}\"", prefix(entity))
}

fn prefix(entity: Entity) -> String {
    STANDARD_NO_PAD.encode(format!("'1-{}  ", entity.name()))
}

/// The version that a client has seen of a thing that has `version` now.
///
/// # Errors
/// 412 when it names none, or none that there has been.
pub(super) fn seen(call: &Call, entity: Entity, version: u32) -> Result<u32, ODataError> {
    let sent = call.header("if-match").map(str::trim);
    let seen = sent.and_then(|sent| read(sent, entity));
    seen.filter(|seen| *seen <= version)
        .ok_or_else(refusals::precondition)
}

fn read(sent: &str, entity: Entity) -> Option<u32> {
    let inner = sent.strip_prefix("W/").unwrap_or(sent).trim_matches('"');
    let version = inner.strip_prefix(&prefix(entity))?;
    u32::from_str_radix(version, 16).ok()
}

/// The next version of a thing in which `properties` are changed by somebody who has `seen` it.
///
/// # Errors
/// 409 when one of them was changed since.
pub(super) fn advance(
    (version, touched): (&mut u32, &mut BTreeMap<String, u32>),
    seen: u32,
    properties: &[String],
) -> Result<(), ODataError> {
    let is_newer = |name: &String| touched.get(name).is_some_and(|at| *at > seen);
    if properties.iter().any(is_newer) {
        return Err(refusals::conflict());
    }
    *version += 1;
    for name in properties {
        touched.insert(name.clone(), *version);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::*;

    #[test]
    fn a_later_one_is_greater_as_text() {
        let texts: Vec<String> = (1..400).map(|version| of(Entity::Task, version)).collect();
        assert!(texts.is_sorted());
        assert_eq!(read(&texts[9], Entity::Task), Some(10));
        assert_eq!(
            read(&texts[9], Entity::TaskDetails),
            None,
            "of another thing"
        );
    }

    #[test]
    fn only_what_was_changed_meanwhile_is_refused() {
        let (mut version, mut touched) = (1, BTreeMap::new());
        let [title, notes] = ["title", "due"].map(str::to_owned);
        advance((&mut version, &mut touched), 1, slice::from_ref(&title)).unwrap();
        assert!(advance((&mut version, &mut touched), 1, slice::from_ref(&title)).is_err());
        advance((&mut version, &mut touched), 1, &[notes]).unwrap();
        assert!(advance((&mut version, &mut touched), 3, &[title]).is_ok());
    }
}
