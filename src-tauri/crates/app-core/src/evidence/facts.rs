//! From what the service answered to facts, each with how well it is known.

use graph_client::GraphError;
use graph_client::models::{
    Beginning, Conversation, DriveItem, Event, EvidencePart, GroupEvidence, GroupPeople,
    OnenotePage, Owner, PlannedTasks, PlannerTask, Read, Team,
};
use ipc_contract::deleted::Figure;
use ipc_contract::evidence::{
    ConversationEvidence, EventEvidence, Evidence, Fact, FileEvidence, NotebookEvidence,
    PeopleEvidence, TaskEvidence, TeamEvidence,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{WINDOW, wanted};

/// What was read of a group; `hidden`: nobody is told who is in it without a permission of its own.
pub(super) fn evidence(read: GroupEvidence, hidden: bool, now: Timestamp) -> Evidence {
    Evidence {
        group_id: read.group.to_string(),
        as_of: now,
        conversations: fact(EvidencePart::Conversations, read.conversations, |read| {
            known(conversations(&read, now))
        }),
        files: fact(EvidencePart::Files, read.files, |read| known(files(&read))),
        events: fact(EvidencePart::Events, read.events, |read| {
            known(events(&read, now))
        }),
        tasks: fact(EvidencePart::Tasks, read.tasks, |read| tasks(&read, now)),
        notebook: fact(EvidencePart::Pages, read.page, notebook),
        team: fact(EvidencePart::Team, read.team, |read| known(team(&read))),
        people: fact(EvidencePart::People, read.people, |read| {
            known(people(&read, hidden))
        }),
    }
}

/// Whether nothing is known of the group, not even that something may not be read.
pub(super) fn is_unknown(evidence: &Evidence) -> bool {
    states(evidence).all(|(unknown, permission_missing)| unknown || permission_missing)
        && has_unknown(evidence)
}

/// Whether something could not be read this time.
pub(super) fn has_unknown(evidence: &Evidence) -> bool {
    states(evidence).any(|(unknown, _)| unknown)
}

/// Of each fact: whether reading it failed, and whether it was not asked for.
fn states(evidence: &Evidence) -> impl Iterator<Item = (bool, bool)> {
    fn state<T>(fact: &Fact<T>) -> (bool, bool) {
        let not_asked = matches!(
            fact,
            Fact::NotPermitted {
                permission: Some(_)
            }
        );
        (matches!(fact, Fact::Unknown), not_asked)
    }
    [
        state(&evidence.conversations),
        state(&evidence.files),
        state(&evidence.events),
        state(&evidence.tasks),
        state(&evidence.notebook),
        state(&evidence.team),
        state(&evidence.people),
    ]
    .into_iter()
}

/// What the first part that could not be read failed with.
pub(super) fn first_error(read: &GroupEvidence) -> Option<GraphError> {
    fn failed<T>(read: &Read<T>) -> Option<&GraphError> {
        let error = read.as_ref()?.as_ref().err()?;
        let says_something = error.is_not_allowed() || error.is_not_found();
        (!says_something).then_some(error)
    }
    failed(&read.people)
        .or_else(|| failed(&read.conversations))
        .or_else(|| failed(&read.files))
        .or_else(|| failed(&read.events))
        .or_else(|| failed(&read.tasks))
        .or_else(|| failed(&read.page))
        .or_else(|| failed(&read.team))
        .cloned()
}

fn known<T>(value: T) -> Fact<T> {
    Fact::Known { value }
}

fn fact<T, U>(part: EvidencePart, read: Read<T>, make: impl FnOnce(T) -> Fact<U>) -> Fact<U> {
    match read {
        None => Fact::NotPermitted {
            permission: Some(wanted::permission(part).to_owned()),
        },
        Some(Ok(read)) => make(read),
        Some(Err(error)) if error.is_not_allowed() => Fact::NotPermitted { permission: None },
        Some(Err(error)) if error.is_not_found() => Fact::Absent,
        Some(Err(_)) => Fact::Unknown,
    }
}

fn figure(count: usize, at_least: bool) -> Figure {
    Figure::Known {
        count: u32::try_from(count).unwrap_or(u32::MAX),
        at_least,
    }
}

fn conversations(read: &Beginning<Conversation>, now: Timestamp) -> ConversationEvidence {
    let since = now.checked_sub(WINDOW).unwrap_or(now);
    let delivered = |one: &Conversation| one.last_delivered_date_time;
    let recent = |one: &&Conversation| delivered(one).is_some_and(|at| at >= since);
    let count = read.items.iter().filter(recent).count();
    // What follows is older still, where the last ones come first.
    let in_order = read.items.is_sorted_by(|a, b| delivered(a) >= delivered(b));
    let at_least = read.more && !(in_order && count < read.items.len());
    let last = read.items.iter().max_by_key(|one| delivered(one));
    ConversationEvidence {
        last: last.and_then(delivered),
        topic: last.and_then(|last| last.topic.clone()),
        recent: figure(count, at_least),
    }
}

fn files(read: &[DriveItem]) -> FileEvidence {
    let last = read.iter().max_by_key(|item| item.last_modified_date_time);
    FileEvidence {
        last: last.and_then(|item| item.last_modified_date_time),
        name: last.and_then(|item| item.name.clone()),
        by: last.and_then(|item| item.last_modified_by().map(str::to_owned)),
    }
}

/// A calendar's window also holds what has begun already: that is not ahead.
fn events(read: &Beginning<Event>, now: Timestamp) -> EventEvidence {
    let ahead: Vec<&Event> = read
        .items
        .iter()
        .filter(|event| event.is_cancelled != Some(true))
        .filter(|event| event.start().is_none_or(|start| start >= now))
        .collect();
    let starts = ahead
        .iter()
        .filter_map(|event| Some((event.start()?, *event)));
    let next = starts.min_by_key(|(start, _)| *start);
    EventEvidence {
        upcoming: figure(ahead.len(), read.more),
        next: next.map(|(start, _)| start),
        subject: next.and_then(|(_, event)| event.subject.clone()),
    }
}

fn tasks(read: &PlannedTasks, now: Timestamp) -> Fact<TaskEvidence> {
    if read.plans == 0 {
        return Fact::Absent;
    }
    // Due dates are days: one is late when its day is over.
    let day = |at: Timestamp| TimeZone::UTC.to_datetime(at).date();
    let open: Vec<&PlannerTask> = read.tasks.iter().filter(|task| task.is_open()).collect();
    let due = || open.iter().filter_map(|task| task.due_date_time);
    let late = due().filter(|due| day(*due) < day(now)).count();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    known(TaskEvidence {
        plans: count(read.plans),
        open: count(open.len()),
        late: count(late),
        due: due().min(),
    })
}

/// A notebook without a page tells no more than none.
fn notebook(page: Option<OnenotePage>) -> Fact<NotebookEvidence> {
    page.map_or(Fact::Absent, |page| {
        known(NotebookEvidence {
            last: page.last_modified_date_time,
            title: page.title,
        })
    })
}

fn team(team: &Team) -> TeamEvidence {
    TeamEvidence {
        archived: team.is_archived == Some(true),
    }
}

/// That nobody is in a group with hidden membership is no count.
fn people(read: &GroupPeople, hidden: bool) -> PeopleEvidence {
    let told = !(hidden && read.member_count == Some(0));
    let disabled = |owner: &&Owner| owner.account_enabled == Some(false);
    let enabled = |owner: &&Owner| !owner.is_guest() && !disabled(owner);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let names = read.owners.iter().filter(disabled);
    PeopleEvidence {
        owners: count(read.owners.len()),
        enabled_owners: count(read.owners.iter().filter(enabled).count()),
        disabled: names
            .filter_map(|owner| owner.display_name.clone())
            .collect(),
        members: read.member_count.filter(|_| told),
        guests: read.guest_count.filter(|_| told),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn now() -> Timestamp {
        "2026-06-30T12:00:00Z".parse().unwrap()
    }

    fn beginning<T: serde::de::DeserializeOwned>(items: Value, more: bool) -> Beginning<T> {
        let items = serde_json::from_value(items).unwrap();
        Beginning { items, more }
    }

    fn delivered(dates: &[&str], more: bool) -> ConversationEvidence {
        let items = dates
            .iter()
            .map(|date| json!({ "id": date, "topic": date, "lastDeliveredDateTime": date }));
        conversations(&beginning(items.collect(), more), now())
    }

    #[test]
    fn recent_conversations_are_counted_and_said_to_be_more_only_where_they_may_be() {
        let (new, newer) = ("2026-06-01T00:00:00Z", "2026-06-29T00:00:00Z");
        let old = "2026-03-01T00:00:00Z";
        let recent = |dates: &[&str], more| delivered(dates, more).recent;
        assert_eq!(recent(&[newer, new], false), figure(2, false));
        assert_eq!(recent(&[newer, new], true), figure(2, true));
        assert_eq!(recent(&[newer, new, old], true), figure(2, false));
        assert_eq!(recent(&[old, new], true), figure(1, true), "in no order");
        let last = delivered(&[new, newer, old], false);
        assert_eq!(last.topic.as_deref(), Some(newer));
        let never = delivered(&[], false);
        assert_eq!((never.last, never.recent), (None, figure(0, false)));
    }

    #[test]
    fn what_has_begun_or_was_called_off_is_not_ahead() {
        let event = |subject, start, cancelled| {
            let start = json!({ "dateTime": start, "timeZone": "UTC" });
            json!({ "id": subject, "subject": subject, "start": start, "isCancelled": cancelled })
        };
        let items = json!([
            event("under way", "2026-06-30T11:30:00", false),
            event("called off", "2026-07-01T09:00:00", true),
            event("later", "2026-07-03T09:00:00", false),
            event("next", "2026-07-02T09:00:00", false),
        ]);
        let events = events(&beginning(items, false), now());
        assert_eq!(events.upcoming, figure(2, false));
        assert_eq!(events.subject.as_deref(), Some("next"));
    }

    #[test]
    fn a_task_is_late_when_its_day_is_over() {
        let read = PlannedTasks {
            plans: 2,
            tasks: serde_json::from_value(json!([
                { "id": "task-1", "percentComplete": 0, "dueDateTime": "2026-06-30T10:00:00Z" },
                { "id": "task-2", "percentComplete": 50, "dueDateTime": "2026-06-29T10:00:00Z" },
                { "id": "task-3", "percentComplete": 100, "dueDateTime": "2026-01-01T10:00:00Z" },
                { "id": "task-4", "percentComplete": 0, "dueDateTime": null },
            ]))
            .unwrap(),
        };
        let Fact::Known { value } = tasks(&read, now()) else {
            panic!("there are plans");
        };
        assert_eq!((value.plans, value.open, value.late), (2, 3, 1));
        assert_eq!(value.due.unwrap().to_string(), "2026-06-29T10:00:00Z");
    }

    #[test]
    fn guests_and_disabled_accounts_cannot_renew_and_hidden_members_are_not_nobody() {
        let owner = |name, enabled: Option<bool>, user_type| {
            json!({ "id": "00000000-0000-4000-8000-000000000001", "displayName": name,
                "accountEnabled": enabled, "userType": user_type })
        };
        let read = GroupPeople {
            owners: serde_json::from_value(json!([
                owner("Ada", Some(true), "Member"),
                owner("Ben", Some(false), "Member"),
                owner("Cy", Some(true), "Guest"),
                owner("Di", None, "Member"),
            ]))
            .unwrap(),
            member_count: Some(0),
            guest_count: Some(0),
        };
        let shown = people(&read, true);
        assert_eq!((shown.owners, shown.enabled_owners), (4, 2));
        assert_eq!(shown.disabled, ["Ben"]);
        assert_eq!((shown.members, shown.guests), (None, None));
        assert_eq!(people(&read, false).members, Some(0));
    }
}
