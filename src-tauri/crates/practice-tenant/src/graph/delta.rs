//! What changed since a link was given out (group-delta.md): the initial round
//! in pages, then a delta link that brings the groups that changed since. How a
//! group is shown in a round is in `delta_shown`.

use std::collections::BTreeMap;

use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::access::READ_GROUPS;
use super::delta_shown::{Round, Told};
use super::schema::GROUP;
use super::viewer::Viewer;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::odata::body::Page;
use crate::odata::page::{open, seal};
use crate::odata::select::{Extent, Selection};
use crate::world::{Life, Touch, World};

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
    /// The moment up to which the round before told what time brought about.
    before: Option<Timestamp>,
    /// The moment at which this round sees the world.
    seen: Timestamp,
    /// The place of the next group, and how many of its members were told already.
    place: usize,
    members: usize,
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
    let viewer = Viewer::new(reading, false);
    let link = match token {
        None => first(reading, &viewer, query.select, query.filter.as_deref())?,
        Some(latest) if latest.eq_ignore_ascii_case("latest") => {
            let link = first(reading, &viewer, query.select, query.filter.as_deref())?;
            Link {
                place: usize::MAX,
                ..link
            }
        }
        Some(token) => follow(reading, &viewer, token, query.delta_token.is_some())?,
    };
    page(reading, &viewer, link)
}

fn first(
    reading: &Reading<'_>,
    viewer: &Viewer<'_>,
    select: Option<String>,
    filter: Option<&str>,
) -> Result<Link, ODataError> {
    Ok(Link {
        epoch: reading.tenant.epoch(),
        given: reading.tenant.now(),
        select,
        ids: filter.map_or(Ok(Vec::new()), filtered_ids)?,
        since: None,
        until: heard_of(reading.world, viewer.moment()),
        before: None,
        seen: viewer.moment(),
        place: 0,
        members: 0,
    })
}

/// How many writes somebody knows of who sees the world as it was at `moment`.
fn heard_of(world: &World, moment: Timestamp) -> usize {
    let later = world.touched.iter().rev();
    let later = later.take_while(|touched| touched.at > moment).count();
    world.touched.len() - later
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

fn follow(
    reading: &Reading<'_>,
    viewer: &Viewer<'_>,
    token: &str,
    delta: bool,
) -> Result<Link, ODataError> {
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
        until: heard_of(reading.world, viewer.moment()).max(link.until),
        before: Some(link.seen),
        seen: viewer.moment(),
        place: 0,
        members: 0,
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

fn page(reading: &Reading<'_>, viewer: &Viewer<'_>, link: Link) -> Result<Answer, ODataError> {
    let names = link.select.as_deref().map(without_relations);
    let selection = Selection::parse(names.as_deref(), &[&GROUP], Extent::Many)?;
    let round = Round {
        caller: reading.caller,
        viewer,
        selection: &selection,
        select: link.select.as_deref(),
        later: link.since.is_some(),
        minimal: reading.call.prefers("return=minimal"),
    };
    let (value, next) = told(&round, &link);
    let context = format!(
        "{}/$metadata#groups{}",
        reading.call.root(),
        selection.context()
    );
    let (name, (place, members)) = match next {
        Some(next) => ("$skiptoken", next),
        None => ("$deltatoken", (0, 0)),
    };
    let next = Link {
        place,
        members,
        ..link
    };
    let address = reading.call.link(name, &seal(&next), false);
    let more = name == "$skiptoken";
    Answer::json(&Page {
        context,
        count: None,
        next_link: more.then(|| address.clone()),
        delta_link: (!more).then_some(address),
        value,
    })
}

/// A page's worth of the round, and where the next page begins.
fn told(round: &Round<'_>, link: &Link) -> (Vec<Value>, Option<(usize, usize)>) {
    let world = round.viewer.world;
    let changed = changed(world, link);
    let mut value = Vec::new();
    for place in link.place..world.groups.len() {
        let id = &world.groups[place].id;
        if !link.ids.is_empty() && !link.ids.contains(id) {
            continue;
        }
        let mut touches = changed.get(&place).cloned().unwrap_or_default();
        touches.extend(by_time(round.viewer, link, place));
        if link.since.is_some() && touches.is_empty() && !passed_away(round.viewer, link, place) {
            continue;
        }
        if value.len() >= PAGE {
            return (value, Some((place, 0)));
        }
        let members = if place == link.place { link.members } else { 0 };
        match round.tell(place, &touches, members) {
            Told::Nothing => {}
            Told::Group(group) => value.push(group),
            Told::Part(group, members) => {
                value.push(group);
                return (value, Some((place, members)));
            }
        }
    }
    (value, None)
}

/// Whether time alone ended a group since the round before.
fn passed_away(viewer: &Viewer<'_>, link: &Link, place: usize) -> bool {
    let Some(before) = link.before else {
        return false;
    };
    let group = &viewer.world.groups[place];
    let then = group
        .seen(before)
        .map_or(Life::Gone, |group| viewer.world.life_of(group, before));
    std::mem::discriminant(&then) != std::mem::discriminant(&viewer.life(place))
}

/// What time alone changed in a group since the round before: its renewal by activity.
fn by_time(viewer: &Viewer<'_>, link: &Link, place: usize) -> Vec<Touch> {
    let Some(before) = link.before else {
        return Vec::new();
    };
    let then = viewer.world.groups[place].seen(before);
    let then = then.map(|group| viewer.world.renewed(group, before));
    let now = viewer.world.renewed(viewer.group(place), viewer.moment());
    match then {
        Some(then) if then != now => ["renewedDateTime", "expirationDateTime"]
            .map(Touch::Property)
            .into(),
        _ => Vec::new(),
    }
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

/// What was written in this round, by group.
fn changed(world: &World, link: &Link) -> BTreeMap<usize, Vec<Touch>> {
    let mut changed: BTreeMap<usize, Vec<Touch>> = BTreeMap::new();
    if let Some(since) = link.since {
        // A token that somebody made up may hold any numbers.
        let round = world.touched.get(since..link.until);
        for touched in round.unwrap_or_default() {
            changed.entry(touched.group).or_default().push(touched.what);
        }
    }
    changed
}
