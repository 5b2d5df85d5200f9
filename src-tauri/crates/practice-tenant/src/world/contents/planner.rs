//! Plans of a group: buckets of tasks.

use jiff::{SignedDuration, Timestamp};

use super::ids::{self, Kind};
use super::life::Pace;
use super::{Part, UserIndex, texts};

/// A plan.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) created: Timestamp,
    pub(crate) by: UserIndex,
    pub(crate) buckets: Vec<Bucket>,
    pub(crate) tasks: Vec<Task>,
    /// Counts the changes; what the etag is made of.
    pub(crate) version: u32,
}

/// A column of a plan's board.
#[derive(Debug, Clone)]
pub(crate) struct Bucket {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) order_hint: String,
    pub(crate) version: u32,
}

/// A task of a plan.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    pub(crate) id: String,
    /// Id of the bucket.
    pub(crate) bucket: String,
    pub(crate) title: String,
    /// 0, 1 to 99, or 100 when it is done.
    pub(crate) percent_complete: i32,
    /// 1 urgent, 3 important, 5 medium, 9 low.
    pub(crate) priority: i32,
    pub(crate) created: Timestamp,
    pub(crate) by: UserIndex,
    pub(crate) due: Option<Timestamp>,
    pub(crate) completed: Option<Timestamp>,
    pub(crate) assigned: Vec<UserIndex>,
    /// Points of its list: all, and those still open.
    pub(crate) checklist: (i32, i32),
    pub(crate) has_description: bool,
    pub(crate) order_hint: String,
    pub(crate) version: u32,
}

/// None in half of the groups.
pub(super) fn draw(mut part: Part<'_>) -> Vec<Plan> {
    let count = match part.life.pace {
        _ if part.dice.chance(45) => 0,
        Pace::Dormant | Pace::Quiet => 1,
        Pace::Steady => part.dice.between(1, 2),
        Pace::Busy => part.dice.between(1, 4),
    };
    (1..=count).map(|number| plan(&mut part, number)).collect()
}

fn plan(part: &mut Part<'_>, number: usize) -> Plan {
    let group = &part.origin.id;
    let span = part.span("plans");
    let names = part.words.buckets.iter().enumerate();
    let buckets: Vec<Bucket> = names
        .map(|(place, name)| Bucket {
            id: ids::planner(group, Kind::Bucket, number * 100 + place),
            name: (*name).to_owned(),
            order_hint: hint(place),
            version: 1,
        })
        .collect();
    let count = match part.life.pace {
        Pace::Dormant => part.dice.between(0, 8),
        Pace::Quiet => part.dice.between(2, 20),
        Pace::Steady => part.dice.between(5, 60),
        Pace::Busy => part.dice.between(20, 150),
    };
    let times = part.moments(span, count).into_iter().enumerate();
    let tasks = times
        .map(|(place, at)| task(part, &buckets, number * 10_000 + place, at))
        .collect();
    let title = part.dice.word(part.words.plans);
    Plan {
        id: ids::planner(group, Kind::Plan, number),
        title: texts::numbered(title, number),
        created: part.origin.created,
        by: part.somebody(),
        buckets,
        tasks,
        version: 1,
    }
}

fn task(part: &mut Part<'_>, buckets: &[Bucket], number: usize, created: Timestamp) -> Task {
    let age = part.origin.until.duration_since(created).as_hours() / 24;
    // Most of what is old has been done.
    let done = part.dice.chance(if age > 60 { 75 } else { 30 });
    let started = part.dice.chance(35);
    let due = created + part.dice.days(2, 45);
    let completed = (created + part.dice.days(0, 30)).min(part.life.last.max(created));
    let points = part.dice.below(6) as i32;
    let assigned = part.dice.below(3);
    Task {
        id: ids::planner(&part.origin.id, Kind::Task, number),
        bucket: buckets[part.dice.below(buckets.len())].id.clone(),
        title: texts::numbered(part.dice.word(part.words.tasks), number % 10_000),
        percent_complete: if done {
            100
        } else if started {
            50
        } else {
            0
        },
        priority: [1, 3, 5, 5, 9][part.dice.below(5)],
        created,
        by: part.somebody(),
        due: part.dice.chance(60).then(|| midday(due)),
        completed: done.then(|| crate::clock::whole_seconds(completed)),
        assigned: (0..assigned).map(|_| part.somebody()).collect(),
        checklist: (points, if done { 0 } else { points / 2 }),
        has_description: part.dice.chance(40),
        order_hint: hint(number),
        version: 1 + part.dice.below(9) as u32,
    }
}

/// Planner's dates are days: they stand at ten o'clock.
fn midday(at: Timestamp) -> Timestamp {
    const DAY: i64 = 24 * 60 * 60;
    let day = at.as_second() / DAY * DAY;
    Timestamp::from_second(day).map_or(at, |day| day + SignedDuration::from_hours(10))
}

/// Sorted as text, in the order of the numbers.
fn hint(number: usize) -> String {
    format!("85{:011}Pk", 70_000_000 + number * 1_000)
}
