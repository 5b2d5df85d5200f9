//! Notebooks of a group, with their sections.

use jiff::Timestamp;

use super::life::Pace;
use super::{Part, UserIndex};

/// A notebook.
#[derive(Debug, Clone)]
pub(crate) struct Notebook {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    pub(crate) by: UserIndex,
    pub(crate) sections: Vec<Section>,
}

/// A section of a notebook.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
}

/// One that has the group's name, in most groups that are used.
pub(super) fn draw(mut part: Part<'_>) -> Vec<Notebook> {
    let used = match part.life.pace {
        Pace::Dormant => 25,
        Pace::Quiet => 45,
        Pace::Steady | Pace::Busy => 75,
    };
    if !part.dice.chance(used) {
        return Vec::new();
    }
    let count = 1 + part.dice.below(2) * part.dice.below(2);
    let span = part.span("notebooks");
    let times = part.moments(span, count).into_iter().enumerate();
    times
        .map(|(place, at)| {
            let name = if place == 0 {
                part.origin.name.clone()
            } else {
                part.words.notebook.to_owned()
            };
            notebook(&mut part, name, at)
        })
        .collect()
}

fn notebook(part: &mut Part<'_>, name: String, modified: Timestamp) -> Notebook {
    let created = part.origin.created;
    let count = part.dice.between(1, part.words.sections.len());
    let sections = part.words.sections.iter().take(count);
    Notebook {
        id: format!("1-{}", part.dice.guid()),
        name,
        created,
        modified,
        by: part.somebody(),
        sections: sections
            .map(|name| Section {
                id: format!("1-{}", part.dice.guid()),
                name: (*name).to_owned(),
                created,
                modified,
            })
            .collect(),
    }
}
