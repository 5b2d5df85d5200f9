//! `$select`: which properties an answer shows of each type in it.

use super::{ODataError, Property, Returned, Schema};

/// The properties to show, for each type that an answer may hold.
#[derive(Debug)]
pub(crate) struct Selection {
    by_type: Vec<(&'static str, Vec<&'static str>)>,
    /// What the answer's context says about the selection.
    names: Option<Vec<&'static str>>,
}

/// Whether an answer holds one object or a page of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    One,
    Many,
}

impl Selection {
    pub(crate) fn parse(
        select: Option<&str>,
        schemas: &[&'static Schema],
        extent: Extent,
    ) -> Result<Self, ODataError> {
        let Some(select) =
            select.filter(|select| !select.trim().is_empty() && select.trim() != "*")
        else {
            return Ok(Self::defaults(schemas));
        };
        let mut names = Vec::new();
        for name in select
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            let property = schemas.iter().find_map(|schema| schema.property(name));
            let relation = schemas
                .iter()
                .flat_map(|schema| schema.relations)
                .find(|known| known.eq_ignore_ascii_case(name));
            match (property, relation) {
                (Some(property), _) => names.push(property.name),
                (None, Some(_)) => {}
                (None, None) => {
                    let type_name = if schemas.len() == 1 {
                        schemas[0].name
                    } else {
                        "directoryObject"
                    };
                    return Err(ODataError::no_property(name, type_name));
                }
            }
        }
        let shown = |property: &&Property| {
            names.contains(&property.name)
                && match property.returned {
                    Returned::Default | Returned::Selected => true,
                    Returned::Single => extent == Extent::One,
                    Returned::Never => false,
                }
        };
        let by_type = by_type(schemas, shown);
        Ok(Self {
            by_type,
            names: Some(names),
        })
    }

    fn defaults(schemas: &[&'static Schema]) -> Self {
        let shown = |property: &&Property| property.returned == Returned::Default;
        Self {
            by_type: by_type(schemas, shown),
            names: None,
        }
    }

    pub(crate) fn properties(&self, schema: &Schema) -> &[&'static str] {
        let found = self.by_type.iter().find(|(name, _)| *name == schema.name);
        found.map_or(&[], |(_, properties)| properties)
    }

    pub(crate) fn selects(&self, name: &str) -> bool {
        self.names
            .as_ref()
            .is_some_and(|names| names.contains(&name))
    }

    /// The part of `@odata.context` that names the selection.
    pub(crate) fn context(&self) -> String {
        self.names
            .as_ref()
            .map_or_else(String::new, |names| format!("({})", names.join(",")))
    }
}

fn by_type(
    schemas: &[&'static Schema],
    shown: impl Fn(&&'static Property) -> bool,
) -> Vec<(&'static str, Vec<&'static str>)> {
    let of = |schema: &'static Schema| {
        schema
            .properties
            .iter()
            .filter(&shown)
            .map(|property| property.name)
            .collect()
    };
    schemas
        .iter()
        .map(|schema| (schema.name, of(schema)))
        .collect()
}
