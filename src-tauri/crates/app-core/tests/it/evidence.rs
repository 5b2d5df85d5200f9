//! The evidence beside a decision.

use ipc_contract::deleted::Figure;
use ipc_contract::evidence::{Evidence, EvidenceList, EvidenceRequest, Fact};
use ipc_contract::groups::GroupSummary;
use ipc_contract::session::PermissionStep;
use jiff::SignedDuration;
use practice_tenant::{Advance, Conditions};
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

async fn ask(started: &Started, ids: &[String], anew: bool) -> EvidenceList {
    let request = EvidenceRequest {
        group_ids: ids.to_vec(),
        anew,
    };
    started.core.evidence(&request).await.unwrap()
}

async fn of_one(started: &Started, id: &str) -> Evidence {
    let mut list = ask(started, &[id.to_owned()], true).await;
    assert_eq!(list.outlooks.len(), 1);
    list.groups.remove(0)
}

async fn owned(started: &Started) -> Vec<GroupSummary> {
    let list = started.groups().await;
    let mut owned: Vec<_> = list.groups.into_iter().filter(|g| g.owned).collect();
    owned.sort_by_key(|group| group.expires);
    owned
}

fn ids(groups: &[GroupSummary]) -> Vec<String> {
    groups.iter().map(|group| group.id.clone()).collect()
}

fn known<T: Clone>(fact: &Fact<T>) -> Option<T> {
    match fact {
        Fact::Known { value } => Some(value.clone()),
        Fact::Absent | Fact::NotPermitted { .. } | Fact::Unknown => None,
    }
}

/// What another client is told, as the owner.
async fn told(desk: &Desk, path: &str) -> Value {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let get = client
        .get(format!("{}{path}", desk.tenant.graph()))
        .bearer_auth(desk.tenant.owner_token());
    get.send().await.unwrap().json().await.unwrap()
}

/// A call of another client, as the owner.
async fn post(desk: &Desk, path: &str) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let post = client
        .post(format!("{}{path}", desk.tenant.graph()))
        .bearer_auth(desk.tenant.owner_token());
    post.send().await.unwrap().error_for_status().unwrap();
}

/// How many plans the groups have that the owner may look into.
fn plans(list: &EvidenceList) -> u32 {
    let tasks = list.groups.iter().filter_map(|group| known(&group.tasks));
    tasks.map(|tasks| tasks.plans).sum()
}

#[tokio::test]
async fn evidence_says_what_the_service_says_in_no_more_requests_than_needed() {
    let desk = Desk::of("evidence", 30, 60).await;
    let started = desk.enter().await;
    let groups = ids(&owned(&started).await[..20]);

    let list = ask(&started, &groups, false).await;

    assert_eq!(ids_of(&list), groups);
    assert!(plans(&list) > 0);
    assert_eq!(list.requests, 9 + plans(&list).div_ceil(20));
    let complaints = desk.control("complaints", Value::Null).await;
    assert_eq!(complaints["value"], json!([]), "no mailbox was pressed");
    for evidence in &list.groups {
        agrees(&desk, evidence).await;
    }
    let some = |has: fn(&Evidence) -> bool| assert!(list.groups.iter().any(has));
    some(|group| known(&group.conversations).is_some_and(|told| told.last.is_some()));
    some(|group| known(&group.files).is_some_and(|told| told.last.is_some()));
    some(|group| known(&group.events).is_some_and(|told| told.next.is_some()));
    some(|group| known(&group.tasks).is_some_and(|told| told.open > 0));
    some(|group| known(&group.notebook).is_some_and(|told| told.last.is_some()));
    some(|group| group.tasks == Fact::Absent);
    some(|group| group.notebook == Fact::Absent);
    some(|group| group.team == Fact::Absent);
    some(|group| group.tasks == Fact::NotPermitted { permission: None });
}

fn ids_of(list: &EvidenceList) -> Vec<String> {
    let groups = list.groups.iter();
    groups.map(|group| group.group_id.clone()).collect()
}

async fn agrees(desk: &Desk, evidence: &Evidence) {
    let id = &evidence.group_id;
    let path = format!("/groups/{id}/conversations?$top=1");
    let page = told(desk, &path).await;
    let last = page.pointer("/value/0/lastDeliveredDateTime");
    let conversations = known(&evidence.conversations).unwrap();
    assert_eq!(json!(conversations.last), json!(last), "{id}");
    let path = format!("/groups/{id}/drive/root");
    let root = told(desk, &path).await;
    if let Some(last) = known(&evidence.files).unwrap().last {
        assert_eq!(json!(last), root["lastModifiedDateTime"]);
    }
    let people = known(&evidence.people).unwrap();
    assert_eq!(
        people.owners as usize,
        desk.people_of(id, "owners").await.len()
    );
    if let Some(members) = people.members {
        assert_eq!(members as usize, desk.people_of(id, "members").await.len());
    }
}

#[tokio::test]
async fn what_was_read_a_short_while_ago_is_not_read_again_unless_somebody_asks() {
    let desk = Desk::new("evidence-kept").await;
    let started = desk.enter().await;
    let groups = ids(&owned(&started).await[..3]);
    let first = ask(&started, &groups, false).await;
    assert_eq!(first.requests, 2 + plans(&first).div_ceil(20));

    let again = ask(&started, &groups, false).await;
    assert_eq!((again.requests, &again.groups), (0, &first.groups));
    assert!(ask(&started, &groups, true).await.requests > 0);
    let more = [&groups[..], &ids(&owned(&started).await[3..4])].concat();
    let added = ask(&started, &more, false).await;
    assert!(
        (1..=2).contains(&added.requests),
        "only the new one, not {} requests",
        added.requests
    );
    desk.tenant.advance(Advance::Day).unwrap();
    owned(&started).await;
    assert!(
        ask(&started, &groups, false).await.requests > 0,
        "a day later"
    );
    let too_many = EvidenceRequest {
        group_ids: vec![groups[0].clone(); 21],
        anew: false,
    };
    assert!(started.core.evidence(&too_many).await.is_err());
}

#[tokio::test]
async fn what_was_known_is_shown_where_the_service_cannot_be_asked() {
    let desk = Desk::new("evidence-offline").await;
    let started = desk.enter().await;
    let groups = ids(&owned(&started).await[..2]);
    let before = ask(&started, &groups[..1], false).await;
    desk.fault("POST", "/$batch", 1_000, json!({"kind": "cutBefore"}))
        .await;

    // Another start, and so nothing of it in memory.
    let started = desk.enter().await;
    let shown = ask(&started, &groups[..1], true).await;
    assert_eq!(shown.groups, before.groups);
    let unknown = EvidenceRequest {
        group_ids: groups[1..].to_vec(),
        anew: false,
    };
    assert!(started.core.evidence(&unknown).await.is_err());
    desk.clear_faults().await;
    desk.tenant.set_conditions(Conditions::Normal);
    assert!(ask(&started, &groups, false).await.groups.len() == 2);
}

#[tokio::test]
async fn for_a_permission_that_is_missing_no_request_is_sent_and_it_is_named() {
    let desk = Desk::new("evidence-scopes").await;
    let started = desk.start().await;
    let form = started.form(PermissionStep::Manage);
    started.core.sign_in_with_browser(&form).await.unwrap();
    let group = owned(&started).await[0].id.clone();
    for path in ["/groups/*/drive/**", "/groups/*/onenote/**"] {
        let broken = json!({"kind": "status", "status": 500});
        desk.fault("GET", path, 1_000, broken).await;
    }

    let evidence = of_one(&started, &group).await;

    let missing = |name: &str| Some(name.to_owned());
    let (files, notes) = (missing("Files.Read.All"), missing("Notes.Read.All"));
    assert_eq!(evidence.files, Fact::NotPermitted { permission: files });
    assert_eq!(evidence.notebook, Fact::NotPermitted { permission: notes });
    assert!(known(&evidence.conversations).is_some());
    desk.clear_faults().await;

    let more = started.core.request_permissions(PermissionStep::Evidence);
    assert!(more.await.unwrap().can_manage);
    let evidence = ask(&started, &[group], false).await;
    assert!(evidence.requests > 0, "what was left out is read at once");
    assert!(known(&evidence.groups[0].files).is_some());
}

#[tokio::test]
async fn who_may_only_read_gets_people_and_the_names_of_what_is_missing() {
    let desk = Desk::new("evidence-read").await;
    let started = desk.start().await;
    let mut form = started.form(PermissionStep::Read);
    form.policies = false;
    started.core.sign_in_with_browser(&form).await.unwrap();
    let group = owned(&started).await[0].id.clone();
    let list = ask(&started, &[group], false).await;
    assert_eq!(list.requests, 1);
    let evidence = &list.groups[0];
    let manage = Some("Group.ReadWrite.All".to_owned());
    assert_eq!(evidence.tasks, Fact::NotPermitted { permission: manage });
    assert!(known(&evidence.people).is_some());
    assert_eq!(
        list.outlooks[0].renewing_today, None,
        "the policy is unknown"
    );
}

#[tokio::test]
async fn a_new_group_has_neither_mailbox_nor_site_and_no_group_is_left_out() {
    let desk = Desk::new("evidence-new").await;
    let started = desk.enter().await;
    let others = ids(&owned(&started).await[..1]);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let new = json!({
        "displayName": "Brand new", "mailNickname": "brand-new", "mailEnabled": true,
        "securityEnabled": false, "groupTypes": ["Unified"],
    });
    let create = client
        .post(format!("{}/groups", desk.tenant.graph()))
        .bearer_auth(desk.tenant.owner_token())
        .json(&new);
    let created: Value = create.send().await.unwrap().json().await.unwrap();
    let group = created["id"].as_str().unwrap().to_owned();
    // Of a group that is gone nothing is told.
    let gone = "5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01".to_owned();

    let list = ask(&started, &[group.clone(), gone, others[0].clone()], false).await;

    assert_eq!(ids_of(&list), [group, others[0].clone()]);
    let evidence = &list.groups[0];
    assert_eq!(evidence.conversations, Fact::Absent);
    assert_eq!(evidence.files, Fact::Absent);
    assert_eq!(evidence.events, Fact::Absent);
    assert_eq!(evidence.team, Fact::Absent);
    assert!(known(&evidence.people).is_some());
}

#[tokio::test]
async fn disabled_owners_and_archived_teams_are_told() {
    let desk = Desk::of("evidence-owners", 30, 60).await;
    let started = desk.enter().await;
    let groups = owned(&started).await;
    let team = groups.iter().find(|group| group.team && group.member);
    let team = team.unwrap();
    let colleague = desk.colleagues().await.remove(0);
    let add = |relation: &str| format!("/groups/{}/{relation}/$ref", team.id);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let reference = format!("{}/directoryObjects/{}", desk.tenant.graph(), colleague.id);
    let add = client
        .post(format!("{}{}", desk.tenant.graph(), add("owners")))
        .bearer_auth(desk.tenant.owner_token())
        .json(&json!({ "@odata.id": reference }));
    add.send().await.unwrap();
    desk.control("users", json!({ "disable": colleague.id }))
        .await;
    post(&desk, &format!("/teams/{}/archive", team.id)).await;
    let while_it_is_done = SignedDuration::from_mins(1);
    desk.tenant.advance(Advance::By(while_it_is_done)).unwrap();

    let evidence = of_one(&started, &team.id).await;

    assert!(known(&evidence.team).unwrap().archived);
    let people = known(&evidence.people).unwrap();
    assert!(people.disabled.contains(&colleague.display_name));
    assert!(people.enabled_owners < people.owners);
}

#[tokio::test]
async fn a_part_that_fails_is_unknown_and_one_that_is_turned_away_is_asked_again() {
    let desk = Desk::new("evidence-faults").await;
    let started = desk.enter().await;
    let groups = ids(&owned(&started).await[..2]);
    let busy = json!({"kind": "status", "status": 429, "retryAfter": 0.1});
    desk.fault("GET", "/groups/*/conversations", 2, busy).await;
    let broken = json!({"kind": "status", "status": 400});
    desk.fault("GET", "/groups/*/calendarView", 100, broken)
        .await;

    let list = ask(&started, &groups, false).await;

    for evidence in &list.groups {
        assert!(known(&evidence.conversations).is_some());
        assert_eq!(evidence.events, Fact::Unknown);
    }
    // One batch of two groups, once more for the two that were turned away, one of their tasks.
    let batches = 1 + 1 + plans(&list).min(1);
    assert_eq!(list.requests, batches);
    desk.clear_faults().await;
    assert_eq!(
        ask(&started, &groups, false).await.requests,
        0,
        "not at once"
    );
}

#[tokio::test]
async fn the_outlook_is_what_the_policy_gives() {
    let desk = Desk::new("evidence-outlook").await;
    let started = desk.enter().await;
    let group = owned(&started).await.remove(0);
    let list = ask(&started, std::slice::from_ref(&group.id), false).await;
    let outlook = &list.outlooks[0];
    let renewed = started.core.renew(&group.id).await.unwrap();
    let zone = jiff::tz::TimeZone::system();
    let expires = zone.to_datetime(renewed.group.expires.unwrap()).date();
    assert_eq!(outlook.renewing_today, Some(expires));
    let before = zone.to_datetime(group.expires.unwrap()).date();
    let ahead = (before - outlook.by_activity_from.unwrap()).get_days();
    assert_eq!(ahead, 35);
    assert!(outlook.by_activity >= outlook.renewing_today);
    let figure = known(&list.groups[0].conversations).unwrap().recent;
    assert!(matches!(figure, Figure::Known { .. }));
}

#[tokio::test]
async fn reading_evidence_is_no_activity_and_moves_no_expiry() {
    let desk = Desk::new("evidence-activity").await;
    let started = desk.enter().await;
    let groups = owned(&started).await;
    let group = groups.last().unwrap();
    post(&desk, &format!("/groups/{}/renew", group.id)).await;
    let nobody = json!({"group": group.id, "inUse": false});
    desk.control("activity", nobody).await;
    let expires = desk.truth(&group.id).await["expires"].take();
    let days = |days: i64| Advance::By(SignedDuration::from_hours(24 * days));
    // A sign-in that is left alone for ninety days is over.
    for _ in 0..2 {
        desk.tenant.advance(days(70)).unwrap();
        owned(&started).await;
    }
    assert!(of_one(&started, &group.id).await.as_of > group.renewed.unwrap());

    // Past the moment at which the service renews what is used, and read once more.
    desk.tenant.advance(days(10)).unwrap();
    owned(&started).await;
    of_one(&started, &group.id).await;
    desk.tenant.advance(days(10)).unwrap();

    assert_eq!(desk.truth(&group.id).await["expires"], expires);
    assert_eq!(desk.writes("activity").await, 0);
    // Somebody who is in it moves it: the tenant would have noticed.
    desk.control("activity", json!({"group": group.id})).await;
    desk.tenant.advance(days(1)).unwrap();
    assert_ne!(desk.truth(&group.id).await["expires"], expires);
}
