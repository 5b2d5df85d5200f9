//! `$filter` on what a mailbox lists: on the few properties that say what is
//! where and when.

use serde_json::Value;

use super::super::Held;
use crate::odata::filter::Filter;
use crate::odata::{Field, ODataError, Object, Property, Returned, Schema};

const fn filterable(name: &'static str) -> Property {
    Property {
        name,
        returned: Returned::Default,
        filterable: true,
    }
}

const fn schema(name: &'static str, properties: &'static [Property]) -> Schema {
    Schema {
        name,
        properties,
        tokenized: &[],
        relations: &[],
    }
}

static CONVERSATION: Schema = schema(
    "conversation",
    &[
        filterable("id"),
        filterable("topic"),
        filterable("hasAttachments"),
        filterable("lastDeliveredDateTime"),
    ],
);
static THREAD: Schema = schema(
    "conversationThread",
    &[
        filterable("id"),
        filterable("topic"),
        filterable("hasAttachments"),
        filterable("lastDeliveredDateTime"),
        filterable("isLocked"),
    ],
);
static POST: Schema = schema(
    "post",
    &[
        filterable("id"),
        filterable("hasAttachments"),
        filterable("receivedDateTime"),
        filterable("createdDateTime"),
        filterable("lastModifiedDateTime"),
    ],
);

/// Keeps what the call's filter matches, if it has one.
pub(super) fn keep<T: Copy>(
    held: &Held<'_>,
    things: &mut Vec<T>,
    show: &impl Fn(T) -> Value,
    type_name: &str,
) -> Result<(), ODataError> {
    let mut query = held.reading.call.query.iter();
    let given = query.find(|(name, _)| name.trim_start_matches('$').eq_ignore_ascii_case("filter"));
    let Some((_, expression)) = given else {
        return Ok(());
    };
    let schema = match type_name {
        "conversation" => &CONVERSATION,
        "post" => &POST,
        _ => &THREAD,
    };
    let filter = Filter::parse(expression, &[schema])?;
    things.retain(|thing| {
        let shown = show(*thing);
        filter.matches(&Row(schema, &shown))
    });
    Ok(())
}

/// Something as it is shown.
#[derive(Clone, Copy)]
struct Row<'a>(&'static Schema, &'a Value);

impl Object for Row<'_> {
    fn schema(&self) -> &'static Schema {
        self.0
    }

    fn field(&self, property: &'static str) -> Field<'_> {
        match &self.1[property] {
            Value::Bool(value) => Field::Bool(*value),
            Value::String(text) => match text.parse() {
                Ok(time) if property.ends_with("DateTime") => Field::Time(time),
                _ => Field::text(text),
            },
            _ => Field::Null,
        }
    }

    fn related(&self, _: &str) -> usize {
        0
    }

    fn readable(&self) -> bool {
        true
    }
}
