//! Very many events at once, for tests and measurements: the same seeds give
//! the same events.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::dice::Dice;
use super::super::ids::{self, Kind};
use super::details::{Body, Details, Moment};
use super::event::Event;
use super::zone::Zone;

/// How many, and over which days they are spread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Seeds {
    pub(crate) from: Date,
    /// At least 1.
    pub(crate) days: u32,
    /// At most [`Seeds::MOST`].
    pub(crate) events: u32,
    /// Tells these from others in the same calendar.
    pub(crate) number: u32,
}

/// Ids of other events have smaller numbers.
const FIRST: usize = 1 << 28;
const ZONES: [&str; 4] = [
    "Europe/Berlin",
    "Eastern Standard Time",
    "Australia/Sydney",
    "UTC",
];

impl Seeds {
    /// So many events are made by one call.
    pub(crate) const MOST: u32 = 10_000;

    pub(super) fn events(&self, group: &str) -> impl Iterator<Item = Event> {
        let mut dice = Dice::new(group, &format!("seeds {}", self.number));
        (0..self.events).map(move |index| self.event(group, index, &mut dice))
    }

    fn event(&self, group: &str, index: u32, dice: &mut Dice) -> Event {
        let number = FIRST + (self.number * Self::MOST + index) as usize;
        let day = i64::from(index) * i64::from(self.days) / i64::from(self.events.max(1));
        let date = self.from.checked_add(day.days()).unwrap_or(self.from);
        let zone = dice.pick(&ZONES).and_then(|name| Zone::named(name).ok());
        let zone = zone.unwrap_or_else(Zone::utc);
        let start = date.at(dice.between(7, 17) as i8, 30 * dice.below(2) as i8, 0, 0);
        let end = start.checked_add((30 * dice.between(1, 4) as i64).minutes());
        let moment = |local| Moment {
            local,
            zone: zone.clone(),
        };
        let mut details = Details::new(moment(start), moment(end.unwrap_or(start)));
        details.subject = format!("Event {} of {}", index + 1, self.events);
        details.body = Body {
            html: false,
            content: format!("One of {} in {} days.", self.events, self.days),
        };
        let created = details.start.at();
        Event::new(ids::mailbox(group, Kind::Event, number), details, created)
    }
}
