//! Properties of objects: their names, when they are returned, and values in
//! the types that the directory has.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// When a property is part of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Returned {
    Default,
    /// Only when `$select` names it.
    Selected,
    /// Only when `$select` names it, and only for a single object.
    Single,
    /// Known to the service, and never part of an answer.
    Never,
}

/// One property of a type.
#[derive(Debug)]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    pub(crate) returned: Returned,
    pub(crate) filterable: bool,
}

/// A type of object.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) name: &'static str,
    pub(crate) properties: &'static [Property],
    /// Properties that `$search` finds by word; in all others by beginning.
    pub(crate) tokenized: &'static [&'static str],
    /// Relations that `$expand` and `/$count` in a filter may name.
    pub(crate) relations: &'static [&'static str],
}

impl Schema {
    pub(crate) fn property(&self, name: &str) -> Option<&'static Property> {
        self.properties
            .iter()
            .find(|property| property.name.eq_ignore_ascii_case(name))
    }
}

/// The value of a property.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Field<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Text(Cow<'a, str>),
    Time(Timestamp),
    Texts(Vec<Cow<'a, str>>),
    /// A list of complex values.
    Objects(Vec<Value>),
}

impl<'a> Field<'a> {
    pub(crate) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    pub(crate) fn optional(text: Option<&'a str>) -> Self {
        text.map_or(Self::Null, Self::text)
    }

    pub(crate) fn texts(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Texts(texts.into_iter().map(Cow::Borrowed).collect())
    }

    pub(crate) fn empty() -> Self {
        Self::Texts(Vec::new())
    }
}

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(value) => serializer.serialize_i64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Time(value) => serializer.collect_str(value),
            Self::Texts(values) => serializer.collect_seq(values),
            Self::Objects(values) => serializer.collect_seq(values),
        }
    }
}

/// Something with properties that can be listed, filtered and shown.
pub(crate) trait Object: Copy {
    fn schema(&self) -> &'static Schema;
    fn field(&self, property: &'static str) -> Field<'_>;
    /// How many objects a relation leads to, for filters on `/$count`.
    fn related(&self, relation: &str) -> usize;
    /// Whether the caller may see more of it than its id.
    fn readable(&self) -> bool;
}
