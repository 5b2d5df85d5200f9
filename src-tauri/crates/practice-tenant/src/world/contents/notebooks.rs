//! Notebooks of a group, with their sections and pages.

use jiff::Timestamp;

use super::dice::Dice;
use super::life::Pace;
use super::{Part, UserIndex, texts};

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
    pub(crate) pages: Vec<Page>,
}

/// A page of a section.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) id: String,
    pub(crate) title: String,
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
    let names = part.words.sections.iter().take(count);
    let mut sections: Vec<Section> = names
        .map(|name| Section {
            id: format!("1-{}", part.dice.guid()),
            name: (*name).to_owned(),
            created,
            modified,
            pages: Vec::new(),
        })
        .collect();
    let section = sections.first_mut();
    section
        .into_iter()
        .for_each(|section| write_in(part, section));
    Notebook {
        id: format!("1-{}", part.dice.guid()),
        name,
        created,
        modified,
        by: part.somebody(),
        sections,
    }
}

/// Pages in the first section, the last of them written when the notebook was.
fn write_in(part: &Part<'_>, section: &mut Section) {
    // Chance of its own: what was drawn before there were pages stays as it was.
    let mut dice = Dice::new(&section.id, "pages");
    let span = (section.created, section.modified);
    let count = dice.between(1, 4);
    section.pages = (0..count)
        .map(|place| {
            let modified = match place {
                0 => section.modified,
                _ => crate::clock::whole_seconds(dice.moment(span, 2)),
            };
            Page {
                id: format!("1-{}", dice.guid()),
                title: texts::numbered(dice.word(part.words.subjects), 1 + place),
                created: section.created,
                modified,
            }
        })
        .collect();
}
