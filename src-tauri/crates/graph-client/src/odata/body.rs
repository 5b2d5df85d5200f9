//! The JSON of a change: only what was given goes into it.

use serde_json::{Map, Value};

use crate::GraphRoot;
use crate::models::{Edit, UserId};

/// A body that grows by property.
#[derive(Debug, Default)]
pub(crate) struct Body(Map<String, Value>);

impl Body {
    /// With `name` set to `value`.
    pub(crate) fn set(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// With `name` set, when there is a value.
    pub(crate) fn set_some<T: Into<Value>>(self, name: &str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// With `name` set, emptied or left out.
    pub(crate) fn edit<T: Into<Value>>(self, name: &str, edit: Edit<T>) -> Self {
        match edit {
            Edit::Keep => self,
            Edit::Clear => self.set(name, Value::Null),
            Edit::Set(value) => self.set(name, value),
        }
    }

    /// With `name` bound to people below `collection`, when there are any.
    pub(crate) fn bind(
        self,
        name: &str,
        root: &GraphRoot,
        collection: &str,
        people: &[UserId],
    ) -> Self {
        if people.is_empty() {
            return self;
        }
        let links = people
            .iter()
            .map(|id| root.join(&[collection, id.as_str()]).to_string())
            .collect::<Vec<_>>();
        self.set(&format!("{name}@odata.bind"), links)
    }

    pub(crate) fn into_json(self) -> Value {
        Value::Object(self.0)
    }
}
