//! Collections and single things as JSON: selected, ordered, counted and cut
//! into pages in the manner of the service that holds them.

use std::cmp::Ordering;

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::options::Options;
use crate::graph::{Answer, Call};
use crate::odata::ODataError;
use crate::odata::body::Page;

/// How a service cuts pages.
pub(in crate::graph) struct Manner {
    page: usize,
    most: usize,
    /// The option in its next links.
    next: &'static str,
    counts: bool,
    /// Options that the endpoint reads by itself.
    takes: &'static [&'static str],
}

pub(in crate::graph) static OUTLOOK: Manner = Manner {
    page: 10,
    most: 1_000,
    next: "$skip",
    counts: true,
    takes: &[],
};
/// The same where the endpoint filters and expands.
pub(super) static MAIL: Manner = Manner {
    page: 10,
    most: 1_000,
    next: "$skip",
    counts: true,
    takes: &["filter", "expand"],
};
pub(in crate::graph) static LIBRARY: Manner = Manner {
    page: 200,
    most: 999,
    next: "$skiptoken",
    counts: false,
    takes: &[],
};
/// Planner sends everything at once.
pub(in crate::graph) static PLANNER: Manner = Manner {
    page: usize::MAX,
    most: usize::MAX,
    next: "$skiptoken",
    counts: true,
    takes: &[],
};
pub(in crate::graph) static ONENOTE: Manner = Manner {
    page: 20,
    most: 100,
    next: "$skip",
    counts: true,
    takes: &[],
};

/// People by relevance: found and filtered by the endpoint itself.
pub(in crate::graph) static RELEVANCE: Manner = Manner {
    page: 10,
    most: 1_000,
    next: "$skip",
    counts: false,
    takes: &["search", "filter"],
};

/// What a collection holds, as its context names it.
pub(in crate::graph) struct Named<'a> {
    pub(in crate::graph) context: String,
    pub(in crate::graph) type_name: &'a str,
}

/// One page. Every object must have all of its properties, absent ones as null.
pub(in crate::graph) fn page(
    call: &Call,
    manner: &Manner,
    named: &Named<'_>,
    objects: Vec<Value>,
) -> Result<Answer, ODataError> {
    page_of(call, manner, named, objects, |object| object)
}

/// The same of things that are shown only if they are on the page, or if the
/// order depends on what they show.
pub(in crate::graph) fn page_of<T>(
    call: &Call,
    manner: &Manner,
    named: &Named<'_>,
    things: Vec<T>,
    show: impl Fn(T) -> Value,
) -> Result<Answer, ODataError> {
    let options = Options::parse(call, manner.takes)?;
    let size = options.top.unwrap_or(manner.page);
    if size > manner.most && manner.most != usize::MAX {
        return Err(too_many(size, manner.most));
    }
    let total = things.len();
    let end = options.skip.saturating_add(size).min(total);
    let start = options.skip.min(end);
    let shown: Vec<Value> = if options.order.is_empty() {
        let here = things.into_iter().skip(start).take(end - start);
        here.map(show).collect()
    } else {
        let mut all: Vec<Value> = things.into_iter().map(show).collect();
        order(&mut all, &options.order, named)?;
        all.drain(start..end).collect()
    };
    let shown = shown.into_iter();
    let value = shown.map(|object| select(object, &options, named));
    Answer::json(&Page {
        context: context(named, &options.select, ""),
        count: (manner.counts && options.count).then_some(total),
        next_link: (end < total).then(|| call.link(manner.next, &end.to_string(), true)),
        delta_link: None,
        value: value.collect::<Result<Vec<_>, _>>()?,
    })
}

fn order(
    objects: &mut [Value],
    keys: &[(String, bool)],
    named: &Named<'_>,
) -> Result<(), ODataError> {
    let known = objects.first().cloned();
    for (path, downwards) in keys.iter().rev() {
        known
            .as_ref()
            .map_or(Ok(()), |known| check(known, path, named))?;
        objects.sort_by(|one, other| compare(at(one, path), at(other, path)));
        if *downwards {
            objects.reverse();
        }
    }
    Ok(())
}

/// One thing by itself.
pub(in crate::graph) fn single(
    call: &Call,
    named: &Named<'_>,
    object: Value,
) -> Result<Answer, ODataError> {
    single_of(call, &OUTLOOK, named, object)
}

/// The same where the endpoint reads some options by itself.
pub(super) fn single_of(
    call: &Call,
    manner: &Manner,
    named: &Named<'_>,
    object: Value,
) -> Result<Answer, ODataError> {
    let options = Options::parse(call, manner.takes)?;
    let selected = select(object, &options, named)?;
    let mut body = Map::new();
    body.insert(
        "@odata.context".to_owned(),
        json!(context(named, &options.select, "/$entity")),
    );
    if let Value::Object(selected) = selected {
        body.extend(selected);
    }
    Answer::json(&body)
}

fn context(named: &Named<'_>, select: &[String], tail: &str) -> String {
    let selected = if select.is_empty() {
        String::new()
    } else {
        format!("({})", select.join(","))
    };
    format!("{}{selected}{tail}", named.context)
}

/// Keeps the id, what stands about it, the properties that were named, and what
/// was expanded.
fn select(object: Value, options: &Options, named: &Named<'_>) -> Result<Value, ODataError> {
    let names = &options.select;
    if names.is_empty() {
        return Ok(object);
    }
    for name in names {
        check(&object, name, named)?;
    }
    let Value::Object(properties) = object else {
        return Ok(object);
    };
    let expanded = options
        .expand
        .as_ref()
        .map(|expand| top_of(&expand.relation));
    let wanted = |property: &str| {
        let named = names.iter().map(|name| top_of(name)).chain(expanded);
        let named = named
            .into_iter()
            .any(|name| name.eq_ignore_ascii_case(property));
        named || property == "id" || property.starts_with("@odata.")
    };
    let kept = properties.into_iter().filter(|(name, _)| wanted(name));
    Ok(Value::Object(kept.collect()))
}

fn top_of(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

fn check(object: &Value, path: &str, named: &Named<'_>) -> Result<(), ODataError> {
    let name = top_of(path);
    let found = object
        .as_object()
        .is_some_and(|properties| properties.keys().any(|key| key.eq_ignore_ascii_case(name)));
    if found {
        Ok(())
    } else {
        Err(ODataError::no_property(name, named.type_name))
    }
}

fn at<'a>(object: &'a Value, path: &str) -> &'a Value {
    path.split('/').fold(object, |value, name| {
        let found = value.as_object().and_then(|properties| {
            let mut properties = properties.iter();
            properties.find(|(key, _)| key.eq_ignore_ascii_case(name))
        });
        found.map_or(&Value::Null, |(_, value)| value)
    })
}

/// Nothing sorts before something.
fn compare(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::String(one), Value::String(other)) => one.to_lowercase().cmp(&other.to_lowercase()),
        (Value::Number(one), Value::Number(other)) => one.as_i64().cmp(&other.as_i64()),
        (Value::Bool(one), Value::Bool(other)) => one.cmp(other),
        (one, other) => other.is_null().cmp(&one.is_null()),
    }
}

fn too_many(size: usize, most: usize) -> ODataError {
    ODataError::new(
        StatusCode::BAD_REQUEST,
        "ErrorInvalidUrlQuery",
        format!("The value '{size}' of $top is greater than the maximum of {most}."),
    )
}
