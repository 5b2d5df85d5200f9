//! The JSON that a client sent as a body: its properties, read one by one with
//! the refusals that the directory has for each kind.

use serde_json::{Map, Value};

use super::Call;
use crate::odata::ODataError;

/// The properties of a body.
#[derive(Debug)]
pub(super) struct Sent(Map<String, Value>);

/// What follows the name of a relation that holds references.
const BIND: &str = "@odata.bind";

impl Sent {
    pub(super) fn read(call: &Call) -> Result<Self, ODataError> {
        if call.body.is_empty() {
            return Err(ODataError::malformed(
                "Empty Payload. JSON content expected.",
            ));
        }
        if call.header("content-type").is_none() {
            return Err(ODataError::malformed(
                "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
            ));
        }
        match serde_json::from_slice(&call.body) {
            Ok(Value::Object(properties)) => Ok(Self(properties)),
            _ => Err(ODataError::malformed(
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
            )),
        }
    }

    /// The names of properties; notes about them are left out, references are not.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.0.keys().map(String::as_str);
        names.filter(|name| !name.contains('@') || name.ends_with(BIND) && name.len() > BIND.len())
    }

    pub(super) fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A text, null, or nothing at all.
    pub(super) fn text(&self, name: &str) -> Result<Option<Option<String>>, ODataError> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Value::Null) => Ok(Some(None)),
            Some(Value::String(text)) => Ok(Some(Some(text.clone()))),
            Some(_) => Err(ODataError::invalid_value(name)),
        }
    }

    /// A text that is there and not null.
    pub(super) fn some_text(&self, name: &str) -> Result<Option<String>, ODataError> {
        Ok(self.text(name)?.flatten())
    }

    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, ODataError> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(ODataError::invalid_value(name)),
        }
    }

    /// A list of texts; null is an empty one.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<String>, ODataError> {
        let values = match self.0.get(name) {
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::Array(values)) => values,
            Some(_) => return Err(ODataError::invalid_value(name)),
        };
        let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
        texts
            .collect::<Option<_>>()
            .ok_or_else(|| ODataError::invalid_value(name))
    }

    /// The addresses that a relation is bound to.
    pub(super) fn bound(&self, relation: &str) -> Result<Vec<String>, ODataError> {
        self.texts(&format!("{relation}{BIND}"))
    }
}

/// A required property is not there.
pub(super) fn missing(name: &str) -> ODataError {
    let message = format!("A value is required for property '{name}' of resource 'Group'.");
    let detail = serde_json::json!({
        "code": "MissingValue",
        "target": name,
        "message": message,
    });
    ODataError::bad_request(message).detail(detail)
}

/// The type has no such property.
pub(super) fn unknown(name: &str) -> ODataError {
    ODataError::bad_request(format!("Invalid property '{name}'."))
}
