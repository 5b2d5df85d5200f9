//! The plans that a group has had from the beginning: buckets of tasks, from the group's id.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::super::ids::{self, Kind};
use super::super::life::Pace;
use super::super::{Part, UserIndex, texts};
use super::things::{Assignment, Bucket, ChecklistItem, Plan, PlanAbout, Task, TaskDetails};

/// None in half of the groups.
pub(in super::super) fn draw(mut part: Part<'_>) -> Vec<Plan> {
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
            touched: BTreeMap::new(),
        })
        .collect();
    let count = match part.life.pace {
        Pace::Dormant => part.dice.between(0, 8),
        Pace::Quiet => part.dice.between(2, 20),
        Pace::Steady => part.dice.between(5, 60),
        Pace::Busy => part.dice.between(20, 150),
    };
    let times = part.moments(span, count).into_iter().enumerate();
    let tasks: Vec<Task> = times
        .map(|(place, at)| task(part, &buckets, number * 10_000 + place, at))
        .collect();
    let title = part.dice.word(part.words.plans);
    let mut plan = Plan::new(PlanAbout {
        id: ids::planner(group, Kind::Plan, number),
        title: texts::numbered(title, number),
        created: part.origin.created,
        by: part.somebody(),
        categories: BTreeMap::new(),
        version: 1,
        details_version: 1,
    });
    plan.buckets = buckets;
    for task in tasks {
        plan.put_task(task);
    }
    plan
}

fn task(part: &mut Part<'_>, buckets: &[Bucket], number: usize, created: Timestamp) -> Task {
    let age = part.origin.until.duration_since(created).as_hours() / 24;
    // Most of what is old has been done.
    let done = part.dice.chance(if age > 60 { 75 } else { 30 });
    let started = part.dice.chance(35);
    let due = created + part.dice.days(2, 45);
    let completed = (created + part.dice.days(0, 30)).min(part.life.last.max(created));
    let points = part.dice.below(6);
    let assigned = part.dice.below(3);
    let by = part.somebody();
    let people: Vec<UserIndex> = (0..assigned).map(|_| part.somebody()).collect();
    let mut task = Task {
        id: ids::planner(&part.origin.id, Kind::Task, number),
        bucket: Some(buckets[part.dice.below(buckets.len())].id.clone()),
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
        by,
        start: None,
        due: part.dice.chance(60).then(|| midday(due)),
        completed: done.then(|| (crate::clock::whole_seconds(completed), by)),
        assigned: Vec::new(),
        categories: Vec::new(),
        order_hint: hint(number),
        assignee_priority: String::new(),
        preview: "automatic".to_owned(),
        version: 1 + part.dice.below(9) as u32,
        touched: BTreeMap::new(),
        details: TaskDetails::default(),
    };
    for user in people {
        task.assign(Assignment {
            user,
            at: created,
            by,
            order_hint: String::new(),
        });
    }
    task.details = details(part, &task, (points, done));
    task
}

/// Its text and its list, of which half is done, or all with the task.
fn details(part: &mut Part<'_>, task: &Task, (points, done): (usize, bool)) -> TaskDetails {
    let open = if done { 0 } else { points / 2 };
    let description = match part.dice.chance(40) {
        true => part.dice.word(part.words.tasks).to_owned(),
        false => String::new(),
    };
    let checklist = (0..points).map(|place| {
        let item = ChecklistItem {
            title: texts::numbered(part.dice.word(part.words.tasks), place + 1),
            checked: place >= open,
            order_hint: hint(points - place),
            modified: task.created,
            by: task.by,
        };
        (part.dice.guid(), item)
    });
    TaskDetails {
        description,
        checklist: checklist.collect(),
        version: 1,
        ..TaskDetails::default()
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
