//! Bodies of answers, written straight from the objects: one object, or a page
//! with its context, count and next link.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::select::Selection;
use super::{Field, Object};

/// One object as an answer shows it.
pub(crate) struct Shown<'a, O> {
    pub(crate) object: O,
    pub(crate) selection: &'a Selection,
    /// Name the type: in collections of mixed types.
    pub(crate) typed: bool,
    pub(crate) context: Option<String>,
    pub(crate) expanded: Vec<(&'static str, Vec<serde_json::Value>)>,
}

impl<O: Object> Serialize for Shown<'_, O> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let schema = self.object.schema();
        let properties = self.selection.properties(schema);
        let mut map = serializer.serialize_map(None)?;
        if let Some(context) = &self.context {
            map.serialize_entry("@odata.context", context)?;
        }
        if self.typed {
            map.serialize_entry(
                "@odata.type",
                &format_args!("#microsoft.graph.{}", schema.name),
            )?;
        }
        let readable = self.object.readable();
        for &name in properties {
            let hidden = !readable && name != "id";
            let value = if hidden {
                Field::Null
            } else {
                self.object.field(name)
            };
            map.serialize_entry(name, &value)?;
        }
        for (relation, objects) in &self.expanded {
            map.serialize_entry(relation, objects)?;
        }
        map.end()
    }
}

/// A page of a collection.
#[derive(Serialize)]
pub(crate) struct Page<T> {
    #[serde(rename = "@odata.context")]
    pub(crate) context: String,
    #[serde(rename = "@odata.count", skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<usize>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    pub(crate) next_link: Option<String>,
    #[serde(rename = "@odata.deltaLink", skip_serializing_if = "Option::is_none")]
    pub(crate) delta_link: Option<String>,
    pub(crate) value: Vec<T>,
}
