//! The rules of expiry, as the clock passes.

use super::*;
use crate::world::{ADMINISTRATOR, Blueprint, Change, ManagedGroups, OWNER, PolicyChange};

fn drawn() -> Timestamp {
    "2026-01-01T09:00:00Z".parse().unwrap()
}

fn days(days: i64) -> Timestamp {
    hours(24 * days)
}

fn hours(hours: i64) -> Timestamp {
    drawn() + SignedDuration::from_hours(hours)
}

fn world() -> World {
    let blueprint = Blueprint {
        seed: 3,
        groups: 40,
        users: 60,
        drawn: drawn(),
    };
    blueprint.draw()
}

/// One of the owner's groups that `wanted` holds for, renewed when the world was drawn.
fn fresh(world: &mut World, wanted: impl Fn(&Group) -> bool) -> usize {
    let mut owned = world.owned_by(OWNER).iter();
    let live = |place: &&usize| world.life(**place, drawn()) == Life::Live;
    let found = owned.find(|place| live(place) && wanted(&world.groups[**place]));
    let place = *found.unwrap();
    renew(world, place, drawn());
    place
}

fn id(world: &World, place: usize) -> String {
    world.groups[place].id.clone()
}

fn renew(world: &mut World, place: usize, at: Timestamp) {
    let (group, user) = (id(world, place), world.users[OWNER as usize].id.clone());
    world.apply(&Change::Renew { group, user, at });
}

fn be_active(world: &mut World, place: usize, at: Timestamp) {
    let (group, user) = (id(world, place), "somebody".to_owned());
    world.apply(&Change::Activity { group, user, at });
}

fn decide(world: &mut World, policy: PolicyChange, at: Timestamp) {
    let user = world.users[ADMINISTRATOR as usize].id.clone();
    world.apply(&Change::Policy { user, policy, at });
}

/// Days from the drawing on which mails about the group were sent by `at`, and how many days were left.
fn mailed(world: &World, place: usize, at: Timestamp) -> Vec<(i64, i64)> {
    let group = &world.groups[place].id;
    let all = world.outbox(at).into_iter();
    all.filter(|notice| notice.group == *group && notice.at > drawn())
        .map(|notice| (whole_days(notice.at), notice.days_left))
        .collect()
}

fn whole_days(at: Timestamp) -> i64 {
    at.duration_since(drawn()).as_hours() / 24
}

fn expires(world: &World, place: usize, at: Timestamp) -> Option<i64> {
    let group = &world.groups[place];
    world.expiration(group, at).map(whole_days)
}

fn unused(group: &Group) -> bool {
    !group.in_use
}

#[test]
fn day_by_day_and_all_at_once_come_to_the_same() {
    let (mut slowly, at_once) = (world(), world());
    let end = days(500);
    for day in 1..=500 {
        for place in 0..slowly.groups.len() {
            slowly.settle(place, days(day));
        }
    }
    assert!(slowly.outbox.len() > 50 && at_once.outbox.is_empty());
    assert_eq!(slowly.outbox(end), at_once.outbox(end));
    for (place, group) in at_once.groups.iter().enumerate() {
        let other = &slowly.groups[place];
        assert_eq!(slowly.life(place, end), at_once.life(place, end));
        assert_eq!(slowly.renewed(other, end), at_once.renewed(group, end));
        assert_eq!(
            slowly.expiration(other, end),
            at_once.expiration(group, end)
        );
    }
    let lives: Vec<Life> = (0..40).map(|place| at_once.life(place, end)).collect();
    assert!(lives.contains(&Life::Live) && lives.contains(&Life::Gone));
}

#[test]
fn a_group_that_nobody_uses_gets_three_mails_and_goes() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    assert_eq!(expires(&world, place, days(179)), Some(180));
    assert_eq!(mailed(&world, place, days(149)), []);
    let all = [(150, 30), (165, 15), (179, 1)];
    assert_eq!(mailed(&world, place, days(160)), all[..1]);
    assert_eq!(mailed(&world, place, days(300)), all);
    assert_eq!(world.life(place, hours(180 * 24 + 23)), Life::Live);
    assert_eq!(world.life(place, days(181)), Life::Deleted(days(181)));
    assert_eq!(world.life(place, days(210)), Life::Deleted(days(181)));
    assert_eq!(world.life(place, days(211)), Life::Gone);
}

#[test]
fn a_renewal_ends_the_mails_and_they_begin_anew() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    renew(&mut world, place, days(155));
    assert_eq!(expires(&world, place, days(155)), Some(335));
    let all = [(150, 30), (305, 30), (320, 15), (334, 1)];
    assert_eq!(mailed(&world, place, days(304)), all[..1]);
    assert_eq!(mailed(&world, place, days(340)), all);
}

#[test]
fn mails_go_to_the_owners_of_that_day_or_to_who_is_named_for_groups_without() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    let group = id(&world, place);
    let owners = world.groups[place].owners.clone();
    let people = owners
        .iter()
        .map(|owner| world.users[*owner as usize].id.clone());
    world.apply(&Change::RemovePeople {
        group: group.clone(),
        user: "somebody".to_owned(),
        from: crate::world::People::Owners,
        people: people.collect(),
        at: days(160),
    });
    let sent = world.outbox(days(300)).into_iter();
    let to: Vec<Vec<String>> = sent
        .filter(|notice| notice.group == group && notice.at > drawn())
        .map(|notice| notice.to)
        .collect();
    assert!(to[0].contains(&world.users[OWNER as usize].mail));
    assert!(
        to[1]
            .iter()
            .map(String::as_str)
            .eq(world.lifecycle.notified())
    );
    assert_eq!(to[1], to[2]);
}

#[test]
fn what_is_used_is_renewed_thirty_five_days_ahead_and_gets_no_mail() {
    let mut world = world();
    let place = fresh(&mut world, |group| group.in_use);
    assert_eq!(expires(&world, place, days(144)), Some(180));
    assert_eq!(expires(&world, place, days(145)), Some(325));
    assert_eq!(expires(&world, place, days(290)), Some(470));
    assert_eq!(mailed(&world, place, days(2_000)), []);
    assert_eq!(world.life(place, days(2_000)), Life::Live);
}

#[test]
fn activity_renews_once_and_soon_when_little_time_is_left() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    be_active(&mut world, place, days(20));
    assert_eq!(expires(&world, place, days(144)), Some(180));
    assert_eq!(expires(&world, place, days(145)), Some(325));
    assert_eq!(mailed(&world, place, days(300)), [(295, 30)]);
    be_active(&mut world, place, days(300));
    assert_eq!(expires(&world, place, days(300)), Some(325), "not at once");
    assert_eq!(expires(&world, place, days(301)), Some(480), "within a day");
    assert_eq!(mailed(&world, place, days(400)), [(295, 30)]);
}

#[test]
fn an_archived_team_expires_all_the_same() {
    let mut world = world();
    let place = fresh(&mut world, |group| group.team && group.in_use);
    let group = id(&world, place);
    let archive = |archived, at| Change::Archive {
        group: group.clone(),
        user: "somebody".to_owned(),
        operation: String::new(),
        archived,
        at,
    };
    world.apply(&archive(true, days(10)));
    assert_eq!(world.life(place, days(182)), Life::Deleted(days(181)));
    let archived = |group: &&Group| world.teams.is_archived(&group.id, drawn());
    let mut teams = world.groups.iter().filter(archived);
    assert!(teams.next().is_some() && teams.all(|group| !group.in_use));
}

#[test]
fn who_restores_a_group_that_had_expired_has_a_day_to_renew_it() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    let (group, user) = (id(&world, place), "somebody".to_owned());
    let at = days(200);
    world.apply(&Change::RestoreGroup { group, user, at });
    assert_eq!(world.life(place, hours(200 * 24 + 23)), Life::Live);
    assert_eq!(world.life(place, days(201)), Life::Deleted(days(201)));
    assert_eq!(mailed(&world, place, days(201)).len(), 3, "no more of them");
}

#[test]
fn a_lifetime_that_is_set_anew_gives_what_is_older_thirty_five_days_and_takes_nothing_back() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    let days_of = |lifetime_days| PolicyChange {
        lifetime_days: Some(lifetime_days),
        ..PolicyChange::default()
    };
    decide(&mut world, days_of(60), days(100));
    assert_eq!(expires(&world, place, days(100)), Some(135));
    assert_eq!(mailed(&world, place, days(120)), [(105, 30), (120, 15)]);
    decide(&mut world, days_of(360), days(140));
    assert_eq!(world.life(place, days(140)), Life::Deleted(days(136)));
}

#[test]
fn what_the_policy_does_not_cover_stays() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    let selected = PolicyChange {
        managed_group_types: Some(ManagedGroups::Selected),
        ..PolicyChange::default()
    };
    decide(&mut world, selected, days(10));
    assert_eq!(expires(&world, place, days(10)), None);
    assert_eq!(world.life(place, days(3_000)), Life::Live);
    let group = id(&world, place);
    world.apply(&Change::Cover {
        group,
        user: "somebody".to_owned(),
        covered: true,
        at: days(400),
    });
    assert_eq!(expires(&world, place, days(400)), Some(435));
    assert_eq!(mailed(&world, place, days(1_000)).len(), 3);
}

#[test]
fn the_next_event_leads_from_notice_to_notice_and_to_the_end() {
    let mut world = world();
    let place = fresh(&mut world, unused);
    let mut now = days(140);
    let mut events = Vec::new();
    while let Some((at, kind)) = world.next_of(place, now) {
        events.push((whole_days(at), kind));
        now = at;
    }
    assert_eq!(
        events,
        [
            (150, EventKind::Notice),
            (165, EventKind::Notice),
            (179, EventKind::Notice),
            (180, EventKind::Expiry),
            (181, EventKind::Deletion),
            (211, EventKind::Gone),
        ]
    );
    be_active(&mut world, place, days(20));
    let renewed = Some((days(145), EventKind::RenewedByActivity));
    assert_eq!(world.next_of(place, days(140)), renewed);
    let (at, _, name) = world.next_event(OWNER, drawn()).unwrap();
    assert!(at > drawn() && at < days(2) && !name.is_empty());
}
