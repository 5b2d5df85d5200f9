//! Groups of the whole tenant, and how tables were left.

use ipc_contract::details::GroupChanges;
use ipc_contract::error::ErrorCode;
use ipc_contract::events::Tag;
use ipc_contract::jobs::ChangeRequest;
use ipc_contract::tables::{TableLayout, TenantGroups, TenantGroupsRequest};
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

async fn ask(started: &Started, text: &str, offset: u32) -> TenantGroups {
    let request = TenantGroupsRequest {
        text: text.into(),
        offset,
    };
    started.core.tenant_groups(&request).await.unwrap()
}

/// Once everything was read.
async fn whole(started: &Started, text: &str) -> TenantGroups {
    let ask = async || ask(started, text, 0).await;
    let is_whole = |answer: &TenantGroups| answer.reading.is_none() && answer.total > 0;
    started.until(ask, is_whole).await
}

/// How many Microsoft 365 groups there are.
async fn unified(desk: &Desk) -> usize {
    let world = desk.control("world", Value::Null).await;
    let groups = world["groups"].as_array().unwrap().iter();
    groups.filter(|group| group["unified"] == true).count()
}

async fn rename(started: &Started, group_id: &str, name: &str) {
    let changes = GroupChanges {
        display_name: Some(name.into()),
        ..GroupChanges::default()
    };
    let rename = ChangeRequest::UpdateGroups {
        group_ids: vec![group_id.into()],
        changes,
    };
    started.core.change(&rename).await.unwrap();
}

#[tokio::test]
async fn the_whole_tenant_is_read_once_and_shown_page_by_page_without_a_network() {
    let desk = Desk::of("tenant", 300, 30).await;
    let started = desk.enter().await;
    let own = started.groups().await.groups;

    let first = ask(&started, "", 0).await;
    assert_eq!(first.reading, Some(0), "nothing was waited for");
    let answer = whole(&started, "").await;

    assert_eq!(answer.total as usize, unified(&desk).await);
    assert_eq!(answer.groups.len(), 200);
    let rest = ask(&started, "", 200).await;
    assert_eq!(200 + rest.groups.len(), answer.total as usize);
    let all: Vec<_> = answer.groups.iter().chain(&rest.groups).collect();
    assert!(all.is_sorted_by_key(|group| group.display_name.to_lowercase()));
    let owned = all.iter().filter(|group| group.owned).count();
    assert_eq!(owned, own.iter().filter(|group| group.owned).count());
    assert!(ask(&started, "", 100_000).await.groups.is_empty());

    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;
    let again = desk.start().await;
    assert_eq!(ask(&again, "", 0).await.groups, answer.groups);
    let name = &answer.groups[7].display_name;
    let found = ask(&again, name, 0).await;
    assert!(
        found
            .groups
            .iter()
            .any(|group| group.id == answer.groups[7].id)
    );
}

#[tokio::test]
async fn the_first_keystroke_finds_what_was_read_ahead() {
    let desk = Desk::new("tenant-search").await;
    let started = desk.enter().await;
    ask(&started, "", 0).await;
    started.told(Tag::Tenant).await;
    let name = ask(&started, "", 0).await.groups.remove(0).display_name;

    desk.empty_search_of_tenant();

    assert!(ask(&started, &name, 0).await.total > 0);
}

#[tokio::test]
async fn what_changes_is_followed() {
    let desk = Desk::new("tenant-delta").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    whole(&started, "").await;
    rename(&started, &group.id, "Quokka Appreciation").await;
    desk.fault(
        "GET",
        "/groups/delta",
        1,
        json!({ "kind": "slow", "milliseconds": 1 }),
    )
    .await;
    desk.control("clock", json!({ "advanceSeconds": 400 }))
        .await;
    started.groups().await;

    let ask = async || ask(&started, "quokka", 0).await;
    let found = started.until(ask, |answer| answer.total == 1).await;

    assert_eq!(found.groups[0].id, group.id);
    let asked = desk.control("faults", Value::Null).await;
    assert_eq!(asked["value"][0]["times"], 0, "the changes were asked for");
}

#[tokio::test]
async fn a_link_that_is_too_old_costs_only_a_new_reading() {
    let desk = Desk::new("tenant-gone").await;
    let started = desk.enter().await;
    let groups = started.staffable().await;
    // Others end in the time that passes.
    let group = groups.iter().max_by_key(|group| group.expires).unwrap();
    whole(&started, "").await;
    rename(&started, &group.id, "Quokka Appreciation").await;
    desk.control("clock", json!({ "advanceSeconds": 9 * 86_400 }))
        .await;
    started.groups().await;

    let ask = async || ask(&started, "quokka", 0).await;
    let found = started.until(ask, |answer| answer.total == 1).await;

    assert_eq!(found.last_error, None);
}

#[tokio::test]
async fn whoever_may_not_read_the_tenant_is_told_and_not_asked_again_and_again() {
    let desk = Desk::new("tenant-refused").await;
    let started = desk.enter().await;
    desk.fault(
        "GET",
        "/groups/delta",
        5,
        json!({ "kind": "status", "status": 403 }),
    )
    .await;

    let refused = async || ask(&started, "", 0).await;
    let answer = started
        .until(refused, |answer| answer.last_error.is_some())
        .await;

    assert_eq!(answer.last_error.unwrap().code, ErrorCode::NotAllowed);
    for _ in 0..3 {
        assert_eq!(ask(&started, "", 0).await.reading, None);
    }
    let asked = desk.control("faults", Value::Null).await;
    assert_eq!(asked["value"][0]["times"], 4, "once");
}

#[tokio::test]
async fn a_group_that_was_just_deleted_here_is_not_shown() {
    let desk = Desk::new("tenant-deleted").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    whole(&started, "").await;

    let delete = ChangeRequest::DeleteGroups {
        group_ids: vec![group.id.clone()],
    };
    started.core.change(&delete).await.unwrap();

    let shown = ask(&started, "", 0).await.groups;
    assert!(shown.iter().all(|shown| shown.id != group.id));
}

#[tokio::test]
async fn signing_out_leaves_nothing_of_the_tenant() {
    let desk = Desk::new("tenant-signed-out").await;
    let started = desk.enter().await;
    whole(&started, "").await;
    let accounts = started.core.accounts().await.unwrap().accounts;

    started.core.sign_out(&accounts[0].id, false).await.unwrap();

    assert_eq!(desk.cache_files(), 0);
}

#[tokio::test]
async fn a_table_is_as_it_was_left_after_another_start() {
    let desk = Desk::new("table-layout").await;
    let started = desk.start().await;
    assert_eq!(started.core.table_layout().await, TableLayout::default());
    let layout = TableLayout {
        columns: vec!["name".into(), "expires".into()],
        widths: [("name".to_owned(), 320)].into(),
        sort: Some("expires".into()),
        descending: true,
        filters: vec!["owned".into()],
    };

    started.core.set_table_layout(layout.clone()).await.unwrap();

    assert_eq!(desk.start().await.core.table_layout().await, layout);
}
