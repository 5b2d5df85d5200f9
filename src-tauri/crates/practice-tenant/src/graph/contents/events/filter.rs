//! `$filter` on events: by their times, their subjects and their kinds.

use jiff::Timestamp;
use serde_json::Value;

use crate::graph::Call;
use crate::odata::filter::Filter;
use crate::odata::{Field, ODataError, Object, Property, Returned, Schema};

const fn filterable(name: &'static str) -> Property {
    Property {
        name,
        returned: Returned::Default,
        filterable: true,
    }
}

static EVENT: Schema = Schema {
    name: "event",
    properties: &[
        filterable("start/dateTime"),
        filterable("end/dateTime"),
        filterable("subject"),
        filterable("isAllDay"),
        filterable("isCancelled"),
        filterable("isOrganizer"),
        filterable("isOnlineMeeting"),
        filterable("importance"),
        filterable("sensitivity"),
        filterable("showAs"),
        filterable("type"),
        filterable("categories"),
        filterable("createdDateTime"),
        filterable("lastModifiedDateTime"),
        filterable("transactionId"),
        filterable("iCalUId"),
        filterable("seriesMasterId"),
    ],
    tokenized: &[],
    relations: &[],
};

/// An event as it is shown.
#[derive(Clone, Copy)]
struct Shown<'a>(&'a Value);

impl Object for Shown<'_> {
    fn schema(&self) -> &'static Schema {
        &EVENT
    }

    fn related(&self, _: &str) -> usize {
        0
    }

    fn readable(&self) -> bool {
        true
    }

    fn field(&self, name: &'static str) -> Field<'_> {
        let value = name.split('/').fold(self.0, |value, name| &value[name]);
        match value {
            Value::Bool(flag) => Field::Bool(*flag),
            Value::String(text) if name.ends_with("edDateTime") => {
                text.parse::<Timestamp>().map_or(Field::Null, Field::Time)
            }
            Value::String(text) => Field::text(text),
            Value::Array(texts) => Field::texts(texts.iter().filter_map(Value::as_str)),
            _ => Field::Null,
        }
    }
}

/// Those that the call's filter lets through.
pub(super) fn filtered(call: &Call, mut events: Vec<Value>) -> Result<Vec<Value>, ODataError> {
    let is_filter = |name: &str| name.trim_start_matches('$').eq_ignore_ascii_case("filter");
    let given = call.query.iter().find(|(name, _)| is_filter(name));
    if let Some((_, expression)) = given {
        let filter = Filter::parse(expression, &[&EVENT])?;
        events.retain(|event| filter.matches(&Shown(event)));
    }
    Ok(events)
}
