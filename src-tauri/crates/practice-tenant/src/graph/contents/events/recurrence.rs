//! Recurrences on the wire (resources/recurrencepattern.md): which properties a
//! type needs, and which the service fills in.

use serde_json::{Value, json};

use super::refusals;
use crate::odata::ODataError;
use crate::world::contents::{Pattern, PatternType, RangeType, Recurrence, Zone};

/// The last year that a calendar has.
const LAST_YEAR: i16 = 4_500;

/// What a client sent, if it makes sense.
pub(super) fn read(value: &Value) -> Result<Recurrence, ODataError> {
    let mut value = value.clone();
    if let Some(range) = value.get_mut("range") {
        tidy(range)?;
    }
    let recurrence: Recurrence =
        serde_json::from_value(value).map_err(|_| refusals::unreadable("recurrence"))?;
    if !is_pattern(&recurrence.pattern) || !is_range(&recurrence) {
        return Err(refusals::recurrence());
    }
    Ok(recurrence)
}

/// Absent zones may be written as empty ones, and the date that stands for none means none.
fn tidy(range: &mut Value) -> Result<(), ODataError> {
    let zone = &range["recurrenceTimeZone"];
    match zone.as_str() {
        None | Some("") => range["recurrenceTimeZone"] = Value::Null,
        Some(name) => {
            let known = Zone::named(name);
            known.map_err(super::super::preferences::unsupported)?;
        }
    }
    if range["endDate"] == "0001-01-01" {
        range["endDate"] = Value::Null;
    }
    if range["numberOfOccurrences"].is_null() {
        range["numberOfOccurrences"] = json!(0);
    }
    Ok(())
}

fn is_pattern(pattern: &Pattern) -> bool {
    let day = (1..=31).contains(&pattern.day_of_month);
    let month = (1..=12).contains(&pattern.month);
    let named = !pattern.days_of_week.is_empty();
    (1..=99).contains(&pattern.interval)
        && match pattern.kind {
            PatternType::Daily => true,
            PatternType::Weekly | PatternType::RelativeMonthly => named,
            PatternType::AbsoluteMonthly => day,
            PatternType::AbsoluteYearly => day && month,
            PatternType::RelativeYearly => named && month,
        }
}

fn is_range(recurrence: &Recurrence) -> bool {
    let range = &recurrence.range;
    range.start_date.year() < LAST_YEAR
        && match range.kind {
            RangeType::NoEnd => true,
            RangeType::Numbered => (1..=999).contains(&range.number_of_occurrences),
            RangeType::EndDate => range
                .end_date
                .is_some_and(|end| end >= range.start_date && end.year() <= LAST_YEAR),
        }
}

pub(super) fn shown(recurrence: &Recurrence, zone: &Zone) -> Value {
    let mut shown = json!(recurrence);
    let range = &recurrence.range;
    let last = range.end_date.filter(|_| range.kind == RangeType::EndDate);
    shown["range"]["endDate"] = match last {
        Some(date) => json!(date),
        None => json!("0001-01-01"),
    };
    shown["range"]["recurrenceTimeZone"] = json!(zone.name);
    shown
}
