//! A collection as a query asks for it: filtered, searched, ordered, counted
//! and cut into pages.

use serde::{Deserialize, Serialize};

use super::filter::Filter;
use super::page::{open, seal};
use super::query::DEFAULT_PAGE;
use super::search::Search;
use super::select::{Extent, Selection};
use super::{Field, ODataError, Object, Query, Schema};

/// A page's worth of objects and what belongs on the page beside them.
pub(crate) struct Cut<O> {
    pub(crate) objects: Vec<O>,
    pub(crate) selection: Selection,
    /// Of the whole collection, on the first page.
    pub(crate) count: Option<usize>,
    /// The token of the next page, if there is one.
    pub(crate) next: Option<String>,
}

/// What a link to the next page remembers.
#[derive(Serialize, Deserialize)]
struct Position {
    offset: usize,
}

/// Expanding a relation makes the service cut smaller pages.
const EXPANDED_PAGE: usize = 100;

/// The objects that the query asks for.
pub(crate) fn matching<O: Object>(
    mut objects: Vec<O>,
    query: &Query,
    schemas: &[&'static Schema],
) -> Result<Vec<O>, ODataError> {
    query.check_search()?;
    if let Some(expression) = &query.filter {
        let filter = Filter::parse(expression, schemas)?;
        if filter.advanced && !query.advanced() {
            return Err(ODataError::unsupported("Unsupported Query."));
        }
        objects.retain(|object| filter.matches(object));
    }
    if let Some(expression) = &query.search {
        let search = Search::parse(expression, schemas)?;
        objects.retain(|object| search.matches(object));
    }
    if let Some(order) = &query.order_by {
        if (query.filter.is_some() || query.search.is_some()) && !query.advanced() {
            return Err(ODataError::unsupported(
                "Sorting not supported for current query.",
            ));
        }
        sort(&mut objects, order, schemas)?;
    }
    Ok(objects)
}

/// One page of the objects that the query asks for.
pub(crate) fn cut<O: Object>(
    objects: Vec<O>,
    query: &Query,
    schemas: &[&'static Schema],
) -> Result<Cut<O>, ODataError> {
    let selection = Selection::parse(query.select.as_deref(), schemas, Extent::Many)?;
    let mut objects = matching(objects, query, schemas)?;
    let offset = query
        .skip_token
        .as_deref()
        .map_or(Ok(0), |token| open(token).map(|at: Position| at.offset))?;
    let size = query.top.unwrap_or(DEFAULT_PAGE);
    let size = if query.expand.is_some() {
        size.min(EXPANDED_PAGE)
    } else {
        size
    };
    let total = objects.len();
    let end = offset.saturating_add(size).min(total);
    let next = (end < total).then(|| seal(&Position { offset: end }));
    objects.truncate(end);
    objects.drain(..offset.min(end));
    let count = (query.counts() && offset == 0).then_some(total);
    Ok(Cut {
        objects,
        selection,
        count,
        next,
    })
}

fn sort<O: Object>(
    objects: &mut [O],
    order: &str,
    schemas: &[&'static Schema],
) -> Result<(), ODataError> {
    // The last key first: sorting keeps the order of equals.
    for key in order.split(',').rev() {
        let mut words = key.split_whitespace();
        let name = words.next().unwrap_or_default();
        let descending = match words.next().map(str::to_ascii_lowercase).as_deref() {
            None | Some("asc") => false,
            Some("desc") => true,
            Some(other) => return Err(unordered(other, order)),
        };
        if let Some(more) = words.next() {
            return Err(unordered(more, order));
        }
        let property = schemas.iter().find_map(|schema| schema.property(name));
        let property = property
            .filter(|property| property.filterable)
            .ok_or_else(|| {
                ODataError::malformed(format!(
                    "Invalid orderby clause: '{name}' cannot be sorted by."
                ))
            })?;
        objects.sort_by_cached_key(|object| sort_key(&object.field(property.name)));
        if descending {
            objects.reverse();
        }
    }
    Ok(())
}

fn unordered(word: &str, order: &str) -> ODataError {
    ODataError::malformed(format!(
        "Invalid orderby clause: syntax error at '{word}' in '{order}'."
    ))
}

/// Nothing sorts before something.
fn sort_key(field: &Field<'_>) -> String {
    match field {
        Field::Text(text) => format!("1{}", text.to_lowercase()),
        Field::Time(at) => format!("1{at}"),
        Field::Bool(value) => format!("1{value}"),
        Field::Int(value) => format!("1{value:020}"),
        Field::Null | Field::Texts(_) | Field::Objects(_) => "0".to_owned(),
    }
}
