//! The groups, as last known and as read anew.

use ipc_contract::error::ErrorCode;
use ipc_contract::events::Tag;
use ipc_contract::groups::PolicySummary;
use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn a_refresh_brings_every_owned_group_with_its_policy() {
    let desk = Desk::new("refresh").await;
    let started = desk.enter().await;

    let list = started.groups().await;

    assert_eq!(list.groups.iter().filter(|group| group.owned).count(), 12);
    assert!(matches!(
        list.policy,
        PolicySummary::Active {
            lifetime_days: 180,
            all_groups: true
        }
    ));
    assert!(list.as_of.is_some() && list.last_error.is_none());
}

#[tokio::test]
async fn a_second_start_shows_the_last_known_groups_while_the_service_is_down() {
    let desk = Desk::new("offline").await;
    let known = desk.enter().await.groups().await.groups.len();
    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;

    let again = desk.start().await;
    let list = again.core.groups().await.unwrap();
    assert_eq!(list.groups.len(), known, "nothing was waited for");

    again.core.refresh_groups().unwrap();
    again.refreshed().await;
    let list = again.core.groups().await.unwrap();
    assert_eq!(list.groups.len(), known, "what was known stays");
    assert_eq!(list.last_error.unwrap().code, ErrorCode::ServiceUnavailable);
}

#[tokio::test]
async fn days_are_counted_from_the_services_clock() {
    let desk = Desk::new("clock").await;
    let started = desk.enter().await;
    let before = started.groups().await.now;

    desk.control("clock", json!({ "advanceSeconds": 30 * 86_400 }))
        .await;
    let after = started.groups().await.now;

    assert!(after.duration_since(before).as_secs() > 29 * 86_400);
}

#[tokio::test]
async fn a_damaged_cache_costs_only_a_refresh() {
    let desk = Desk::new("damaged-cache").await;
    desk.enter().await.groups().await;
    desk.damage_caches();

    let again = desk.start().await;

    assert_eq!(
        again
            .groups()
            .await
            .groups
            .iter()
            .filter(|group| group.owned)
            .count(),
        12
    );
}

#[tokio::test]
async fn owners_and_counts_come_for_the_groups_that_are_looked_at() {
    let desk = Desk::new("people").await;
    let started = desk.enter().await;
    let ids: Vec<_> = started
        .groups()
        .await
        .groups
        .into_iter()
        .map(|group| group.id)
        .take(5)
        .collect();

    let loaded = started.core.group_people(&ids).await.unwrap();

    assert_eq!(loaded.groups.len(), 5);
    let list = started.core.groups().await.unwrap();
    assert_eq!(
        list.groups
            .iter()
            .filter(|group| group.people.is_some())
            .count(),
        5,
        "they are kept"
    );
}

#[tokio::test]
async fn a_search_finds_groups_that_are_not_ones_own() {
    let desk = Desk::new("search").await;
    let started = desk.enter().await;
    let own = started.groups().await.groups;
    let word = own[0]
        .display_name
        .split_whitespace()
        .next()
        .unwrap()
        .to_owned();

    let found = started.core.search_groups(&word).await.unwrap();

    assert!(
        found.groups.iter().any(|group| group.id == own[0].id),
        "{word} finds {}",
        own[0].display_name
    );
    assert!(
        started
            .core
            .search_groups("  ")
            .await
            .unwrap()
            .groups
            .is_empty()
    );
}

#[tokio::test]
async fn a_proxys_page_in_place_of_the_list_is_told_as_such() {
    let desk = Desk::new("proxy").await;
    let started = desk.enter().await;
    started.groups().await;
    desk.fault(
        "GET",
        "/me/**",
        10,
        json!({ "kind": "html", "status": 200 }),
    )
    .await;

    let list = started.groups().await;

    assert_eq!(list.last_error.unwrap().code, ErrorCode::UnexpectedAnswer);
    assert!(!list.groups.is_empty());
}

#[tokio::test]
async fn what_failed_for_a_passing_reason_goes_on_by_itself() {
    let desk = Desk::new("goes-on").await.impatient();
    let started = desk.enter().await;
    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;
    let failed = started.groups().await;
    assert_eq!(
        failed.last_error.unwrap().code,
        ErrorCode::ServiceUnavailable
    );

    desk.control("conditions", json!({ "conditions": "normal" }))
        .await;
    let mut list = started.core.groups().await.unwrap();
    while list.last_error.is_some() {
        started.refreshed().await;
        list = started.core.groups().await.unwrap();
    }

    assert_eq!(list.groups.iter().filter(|group| group.owned).count(), 12);
}

#[tokio::test]
async fn a_refusal_is_not_asked_for_again_and_again() {
    let desk = Desk::new("refused").await.impatient();
    let started = desk.enter().await;
    started.groups().await;
    let refused = json!({ "kind": "status", "status": 403 });
    desk.fault("GET", "/me/**", 1, refused).await;

    let list = started.groups().await;

    assert!(!list.last_error.unwrap().retryable);
    assert!(!list.refreshing);
}

#[tokio::test]
async fn deleted_groups_are_read_anew_when_somebody_asks_for_it() {
    let desk = Desk::new("deleted-refresh").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let listed = async || {
        let list = started.core.deleted_groups().await.unwrap();
        list.groups.iter().any(|deleted| deleted.id == group.id)
    };
    assert!(!listed().await);
    desk.delete_as_administrator(&group.id).await;
    assert!(!listed().await, "what is known is new enough");

    let read = async || {
        started.core.refresh_deleted().await.unwrap();
        listed().await
    };

    started.until(read, |listed| *listed).await;
}

#[tokio::test]
async fn a_group_offers_the_tenants_classifications_when_it_is_first_opened() {
    let desk = Desk::new("classifications").await;
    desk.control("policy", json!({ "classifications": ["Open", "Secret"] }))
        .await;
    let started = desk.enter().await;
    let group = started.groups().await.groups.remove(0);

    let details = started.core.group_details(&group.id).await.unwrap();

    assert_eq!(details.classifications, ["Open", "Secret"]);
    assert_eq!(details.labels, None, "the tenant has no labels for groups");
}

#[tokio::test]
async fn a_group_that_expired_meanwhile_stands_among_the_deleted_ones() {
    let desk = Desk::new("expired-meanwhile").await;
    let started = desk.enter().await;
    let mut groups = started.groups().await.groups;
    groups.retain(|group| group.owned && group.expires.is_some());
    let first = groups
        .into_iter()
        .min_by_key(|group| group.expires)
        .unwrap();
    let is_deleted = async || {
        let list = started.core.deleted_groups().await.unwrap();
        list.groups.iter().any(|deleted| deleted.id == first.id)
    };
    assert!(!is_deleted().await);

    let over = first.expires.unwrap() + jiff::SignedDuration::from_hours(25);
    let unused = json!({ "group": first.id, "inUse": false });
    desk.control("activity", unused).await;
    desk.control("clock", json!({ "at": over.to_string() }))
        .await;
    started.core.refresh_groups().unwrap();

    started.told(Tag::Deleted).await;
    assert!(is_deleted().await);
}
