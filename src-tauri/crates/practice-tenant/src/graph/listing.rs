//! Answers that list or count objects of the directory, and answers that show
//! one, with expanded relations.

use serde_json::Value;

use super::access::{Caller, READ_MEMBERS, READ_OWNERS};
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::body::{Page, Shown};
use crate::odata::collection::{cut, matching};
use crate::odata::select::{Extent, Selection};
use crate::odata::{ODataError, Object, Query, Schema};

use super::schema::USER;

/// A collection: what it may hold and how its context names it.
pub(super) struct Listing {
    pub(super) schemas: &'static [&'static Schema],
    /// The name after `$metadata#`.
    pub(super) context: &'static str,
}

/// An expanded relation holds no more than this.
const MAX_EXPANDED: usize = 20;

impl Listing {
    /// Objects of mixed types name their type.
    fn typed(&self) -> bool {
        self.context == "directoryObjects"
    }

    pub(super) fn page(
        &self,
        reading: &Reading<'_>,
        query: &Query,
        viewer: &Viewer<'_>,
        entries: Vec<Entry<'_>>,
    ) -> Result<Answer, ODataError> {
        let expand = Expand::parse(query.expand.as_deref(), self.schemas)?;
        let cut = cut(entries, query, self.schemas)?;
        let value = cut
            .objects
            .into_iter()
            .map(|object| Shown {
                object,
                selection: &cut.selection,
                typed: self.typed() || !object.readable(),
                context: None,
                expanded: expand.of(reading.caller, viewer, &object),
            })
            .collect();
        Answer::json(&Page {
            context: format!(
                "{}/$metadata#{}{}",
                reading.call.root(),
                self.context,
                cut.selection.context()
            ),
            count: cut.count,
            next_link: cut
                .next
                .map(|token| reading.call.link("$skiptoken", &token, true)),
            delta_link: None,
            value,
        })
    }

    /// `/$count`: a bare number, by advanced query only.
    pub(super) fn count(
        &self,
        query: &Query,
        entries: Vec<Entry<'_>>,
    ) -> Result<Answer, ODataError> {
        if !query.eventual {
            return Err(ODataError::bad_request(
                "$count is not currently supported.",
            ));
        }
        // Asking for `/$count` counts, and makes the query an advanced one.
        let query = Query {
            count: true,
            ..query.clone()
        };
        Ok(Answer::count(
            matching(entries, &query, self.schemas)?.len(),
        ))
    }
}

/// One object by itself.
pub(super) fn single(
    reading: &Reading<'_>,
    query: &Query,
    viewer: &Viewer<'_>,
    (context, entry): (&str, Entry<'_>),
) -> Result<Answer, ODataError> {
    let schemas = [entry.schema()];
    let expand = Expand::parse(query.expand.as_deref(), &schemas)?;
    let selection = Selection::parse(query.select.as_deref(), &schemas, Extent::One)?;
    Answer::json(&Shown {
        object: entry,
        selection: &selection,
        // Objects of mixed types name their type.
        typed: context == "directoryObjects",
        context: Some(format!(
            "{}/$metadata#{context}{}/$entity",
            reading.call.root(),
            selection.context()
        )),
        expanded: expand.of(reading.caller, viewer, &entry),
    })
}

/// `$expand`: relations, each with a selection of its own.
struct Expand(Vec<(&'static str, Selection)>);

impl Expand {
    fn parse(expand: Option<&str>, schemas: &[&'static Schema]) -> Result<Self, ODataError> {
        let mut relations = Vec::new();
        for part in split(expand.unwrap_or_default()) {
            let (name, options) = part.split_once('(').unwrap_or((part, ""));
            let known = schemas.iter().flat_map(|schema| schema.relations);
            let relation = known
                .copied()
                .find(|relation| relation.eq_ignore_ascii_case(name.trim()))
                .ok_or_else(|| ODataError::no_property(name.trim(), schemas[0].name))?;
            let options = options.trim_end_matches(')').split(';');
            let select = options
                .filter_map(|option| option.trim().strip_prefix("$select="))
                .next();
            relations.push((relation, Selection::parse(select, &[&USER], Extent::Many)?));
        }
        if relations.len() > 1 {
            return Err(ODataError::bad_request(
                "The query specified in the URI is not valid. Only one property can be expanded in a query.",
            ));
        }
        Ok(Self(relations))
    }

    fn of(
        &self,
        caller: &Caller,
        viewer: &Viewer<'_>,
        entry: &Entry<'_>,
    ) -> Vec<(&'static str, Vec<Value>)> {
        let Entry::Group(_, place) = entry else {
            return Vec::new();
        };
        let group = viewer.group(*place);
        let people = |relation: &str| match relation {
            "owners" if caller.has(READ_OWNERS) => group.owners.as_slice(),
            "members" | "transitiveMembers"
                if caller.has(READ_MEMBERS) && caller.may_see_members(group) =>
            {
                group.members.as_slice()
            }
            _ => &[],
        };
        let shown = |relation: &str, selection: &Selection| {
            people(relation)
                .iter()
                .take(MAX_EXPANDED)
                .filter_map(|&user| viewer.world.user(user))
                .map(|user| Shown {
                    object: Entry::User(viewer, user),
                    selection,
                    typed: true,
                    context: None,
                    expanded: Vec::new(),
                })
                .filter_map(|shown| serde_json::to_value(shown).ok())
                .collect()
        };
        self.0
            .iter()
            .map(|(relation, selection)| (*relation, shown(relation, selection)))
            .collect()
    }
}

/// Splits at the commas that stand outside parentheses.
fn split(expand: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let parts = expand.split(move |sign| {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        sign == ',' && depth == 0
    });
    parts.filter(|part| !part.trim().is_empty()).collect()
}
