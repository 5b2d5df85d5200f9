//! What changed since a link was given out (group-delta.md): the initial round
//! in pages, then a delta link that brings the groups that changed since.

use std::collections::BTreeMap;

use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::access::READ_GROUPS;
use super::schema::GROUP;
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::body::Page;
use crate::odata::page::{open, seal};
use crate::odata::select::{Extent, Selection};
use crate::odata::{Field, ODataError, Object};

/// How long a link can be followed.
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How many groups one page of a round holds.
const PAGE: usize = 200;
/// How many groups a round can be limited to.
const MAX_FILTERED: usize = 50;

/// What a link of a round remembers.
#[derive(Debug, Serialize, Deserialize)]
struct Link {
    /// The world and its log that the numbers below belong to.
    epoch: String,
    given: Timestamp,
    select: Option<String>,
    ids: Vec<String>,
    /// The first write that this round reports; none in the initial round.
    since: Option<usize>,
    /// The first write that belongs to the next round.
    until: usize,
    /// Groups of this round that were given out already.
    offset: usize,
}

/// `GET /groups/delta`
pub(super) fn get(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_GROUPS)?;
    reading.caller.require_member_user()?;
    let query = reading.call.options()?;
    if query.top.is_some() || query.order_by.is_some() || query.expand.is_some() {
        return Err(ODataError::unsupported(
            "$top, $orderby and $expand are not supported for delta queries.",
        ));
    }
    let token = query.skip_token.as_deref().or(query.delta_token.as_deref());
    let link = match token {
        None => first(reading, query.select, query.filter.as_deref())?,
        Some(latest) if latest.eq_ignore_ascii_case("latest") => {
            let link = first(reading, query.select, query.filter.as_deref())?;
            Link {
                offset: usize::MAX,
                ..link
            }
        }
        Some(token) => follow(reading, token, query.delta_token.is_some())?,
    };
    page(reading, link)
}

fn first(
    reading: &Reading<'_>,
    select: Option<String>,
    filter: Option<&str>,
) -> Result<Link, ODataError> {
    Ok(Link {
        epoch: reading.tenant.epoch(),
        given: reading.tenant.now(),
        select,
        ids: filter.map_or(Ok(Vec::new()), filtered_ids)?,
        since: None,
        until: reading.world.touched.len(),
        offset: 0,
    })
}

/// The only filter is `id eq '…' or id eq '…'`.
fn filtered_ids(filter: &str) -> Result<Vec<String>, ODataError> {
    let refused = || {
        ODataError::unsupported(
            "Only filters on id, joined by 'or', are supported for delta queries.",
        )
    };
    let mut ids = Vec::new();
    for part in filter.split(" or ") {
        let part = part.trim().trim_matches(['(', ')']);
        let id = part
            .strip_prefix("id eq '")
            .and_then(|rest| rest.strip_suffix('\''));
        ids.push(id.ok_or_else(refused)?.to_lowercase());
    }
    if ids.len() > MAX_FILTERED {
        Err(refused())
    } else {
        Ok(ids)
    }
}

fn follow(reading: &Reading<'_>, token: &str, delta: bool) -> Result<Link, ODataError> {
    let link: Link = open(token).map_err(|_| resync(reading))?;
    let old = reading.tenant.now().duration_since(link.given) > LINK_LIFE;
    if old || link.epoch != reading.tenant.epoch() || link.until > reading.world.touched.len() {
        return Err(resync(reading));
    }
    if !delta {
        return Ok(link);
    }
    Ok(Link {
        since: Some(link.until),
        until: reading.world.touched.len(),
        offset: 0,
        given: reading.tenant.now(),
        ..link
    })
}

/// 410: start again at the address in `Location`.
fn resync(reading: &Reading<'_>) -> ODataError {
    let location = format!("{}/groups/delta", reading.call.root());
    ODataError::new(
        StatusCode::GONE,
        "syncStateNotFound",
        "The sync state generation is not found; resync is required.",
    )
    .header("location", location)
}

fn page(reading: &Reading<'_>, link: Link) -> Result<Answer, ODataError> {
    let names = link.select.as_deref().map(without_relations);
    let selection = Selection::parse(names.as_deref(), &[&GROUP], Extent::Many)?;
    let viewer = Viewer::new(reading, false);
    let changed = changed(reading, &link);
    let places: Vec<usize> = match link.since {
        None => (0..reading.world.groups.len()).collect(),
        Some(_) => changed
            .keys()
            .copied()
            .filter(|place| tracked(&selection, &link, &changed[place]))
            .collect(),
    };
    let wanted =
        |place: &usize| link.ids.is_empty() || link.ids.contains(&reading.world.groups[*place].id);
    let mut places: Vec<usize> = places.into_iter().filter(wanted).collect();
    let end = link.offset.saturating_add(PAGE).min(places.len());
    let more = end < places.len();
    places.truncate(end);
    places.drain(..link.offset.min(end));
    let minimal = reading.call.prefers("return=minimal") && link.since.is_some();
    let value = places
        .iter()
        .map(|place| {
            let only = minimal.then(|| changed[place].as_slice());
            shown(
                reading,
                &Entry::Group(&viewer, *place),
                &selection,
                only,
                &link,
            )
        })
        .collect();
    let context = format!(
        "{}/$metadata#groups{}",
        reading.call.root(),
        selection.context()
    );
    let name = if more { "$skiptoken" } else { "$deltatoken" };
    let next = Link {
        offset: if more { end } else { 0 },
        ..link
    };
    let address = reading.call.link(name, &seal(&next), false);
    let (next_link, delta_link) = if more {
        (Some(address), None)
    } else {
        (None, Some(address))
    };
    Answer::json(&Page {
        context,
        count: None,
        next_link,
        delta_link,
        value,
    })
}

/// Members and owners are relations: they are added under names of their own.
fn without_relations(select: &str) -> String {
    let names = select.split(',').map(str::trim);
    let mut names: Vec<&str> = names
        .filter(|name| !matches!(*name, "members" | "owners"))
        .collect();
    if !names.contains(&"id") {
        names.push("id");
    }
    names.join(",")
}

/// The properties that were written in this round, by group.
fn changed(reading: &Reading<'_>, link: &Link) -> BTreeMap<usize, Vec<&'static str>> {
    let mut changed: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
    if let Some(since) = link.since {
        // A token that somebody made up may hold any numbers.
        let round = reading.world.touched.get(since..link.until);
        for touched in round.unwrap_or_default() {
            changed
                .entry(touched.group)
                .or_default()
                .push(touched.property);
        }
    }
    changed
}

/// Changes of properties that were not selected do not surface.
fn tracked(selection: &Selection, link: &Link, changed: &[&'static str]) -> bool {
    link.select.is_none() || changed.iter().any(|property| selection.selects(property))
}

fn shown(
    reading: &Reading<'_>,
    entry: &Entry<'_>,
    selection: &Selection,
    only: Option<&[&'static str]>,
    link: &Link,
) -> Value {
    let mut object = Map::new();
    for &name in selection.properties(&GROUP) {
        let field = entry.field(name);
        let wanted = only.is_none_or(|only| name == "id" || only.contains(&name));
        // A property that was never set is absent.
        if wanted && field != Field::Null {
            object.insert(name.to_owned(), json!(field));
        }
    }
    let selects = |relation: &str| {
        link.select
            .as_deref()
            .map_or(relation == "members", |select| select.contains(relation))
    };
    if link.since.is_none() {
        for relation in ["members", "owners"]
            .into_iter()
            .filter(|relation| selects(relation))
        {
            object.insert(
                format!("{relation}@delta"),
                json!(people(reading, entry, relation)),
            );
        }
    }
    Value::Object(object)
}

fn people(reading: &Reading<'_>, entry: &Entry<'_>, relation: &str) -> Vec<Value> {
    let Entry::Group(viewer, place) = entry else {
        return Vec::new();
    };
    let group = &viewer.world.groups[*place];
    let people = match relation {
        "owners" => group.owners.as_slice(),
        _ if reading.caller.may_see_members(group) => group.members.as_slice(),
        _ => &[],
    };
    let users = people.iter().filter_map(|&user| viewer.world.user(user));
    users
        .map(|user| json!({"@odata.type": "#microsoft.graph.user", "id": user.id}))
        .collect()
}
