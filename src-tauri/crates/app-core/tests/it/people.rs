//! People: in groups, found, compared, suggested, pictured.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ipc_contract::details::HealthIssue;
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::groups::{GroupSummary, Visibility};
use ipc_contract::jobs::ChangeRequest;
use ipc_contract::people::{
    CompareRequest, HiddenMembers, MatrixRequest, PeopleFindRequest, PeopleFound, Person,
    PersonKind, PersonRef, PhotoSetRequest, PhotosRequest, Role,
};
use ipc_contract::session::PermissionStep;
use serde_json::json;

use crate::desk::{Desk, Started};

fn ids<'a>(people: impl IntoIterator<Item = &'a Person>) -> BTreeSet<String> {
    people.into_iter().map(|person| person.id.clone()).collect()
}

async fn find(started: &Started, text: &str, group_id: Option<&str>) -> PeopleFound {
    let request = PeopleFindRequest {
        text: text.into(),
        group_id: group_id.map(str::to_owned),
    };
    started.core.find_people(&request).await.unwrap()
}

/// The smallest picture: one grey point.
fn picture() -> Vec<u8> {
    STANDARD
        .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
        .unwrap()
}

#[tokio::test]
async fn people_are_read_behind_the_window_and_kept_for_times_without_a_network() {
    let desk = Desk::new("members").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);

    let first = started.core.members(&group.id).await.unwrap();
    assert!(
        first.refreshing && first.as_of.is_none(),
        "nothing was waited for"
    );
    let list = started.members(&group.id).await;

    let members: BTreeSet<_> = desk
        .people_of(&group.id, "members")
        .await
        .into_iter()
        .collect();
    let shown = list.people.iter().filter(|person| person.member);
    assert_eq!(ids(shown.map(|person| &person.person)), members);
    let owners = list.people.iter().take_while(|person| person.owner).count();
    assert_eq!(
        owners,
        desk.people_of(&group.id, "owners").await.len(),
        "owners stand first"
    );
    assert_eq!(list.people.iter().filter(|person| person.me).count(), 1);
    assert!(list.as_of.is_some() && list.last_error.is_none() && list.fixed.is_none());

    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;
    let again = desk.start().await;
    let known = again.core.members(&group.id).await.unwrap();
    assert_eq!(known.people, list.people);
    // Owners and members are read side by side, and kept one after the other.
    assert!(known.as_of >= list.as_of);
}

#[tokio::test]
async fn a_thousand_members_are_all_there() {
    let desk = Desk::of("members-many", 12, 1_200).await;
    let started = desk.enter().await;
    let groups = started.groups().await.groups;
    let mut large = (String::new(), 0);
    for group in groups.into_iter().filter(|group| group.owned) {
        let members = desk.people_of(&group.id, "members").await.len();
        if members > large.1 {
            large = (group.id, members);
        }
    }
    assert!(large.1 > 1_000, "{} members are more than a page", large.1);

    let list = started.members(&large.0).await;

    assert_eq!(
        list.people.iter().filter(|person| person.member).count(),
        large.1
    );
}

#[tokio::test]
async fn somebody_who_came_is_shown_at_once_and_not_lost_to_lists_that_lag() {
    let desk = Desk::new("members-lag").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    started.members(&group.id).await;
    desk.control(
        "behavior",
        json!({ "lagSeconds": 600, "indexLagSeconds": 600 }),
    )
    .await;
    let members = desk.people_of(&group.id, "members").await;
    let colleagues = desk.colleagues().await;
    let stranger = colleagues
        .into_iter()
        .find(|person| !members.contains(&person.id))
        .unwrap();
    let word = stranger.display_name.clone();
    find(&started, &word, None).await;

    let add = ChangeRequest::AddPeople {
        group_ids: vec![group.id.clone()],
        people: vec![stranger.clone()],
        role: Role::Member,
    };
    started.core.change(&add).await.unwrap();

    let is_in = |list: &ipc_contract::people::MemberList| {
        let found = list.people.iter().find(|one| one.person.id == stranger.id);
        found.is_some_and(|found| found.member && found.person.address.is_some())
    };
    assert!(is_in(&started.core.members(&group.id).await.unwrap()));
    started.core.refresh_members(&group.id).await.unwrap();
    assert!(is_in(&started.members(&group.id).await), "the list lags");
    let found = find(&started, &word, Some(&group.id)).await;
    let found = found
        .people
        .iter()
        .find(|found| found.person.id == stranger.id);
    assert_eq!(found.unwrap().role, Some(Role::Member));
}

#[tokio::test]
async fn people_who_may_not_be_read_are_not_asked_for_again_and_again() {
    let desk = Desk::new("members-refused").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let refused = json!({ "kind": "status", "status": 403 });
    desk.fault("GET", "/groups/*/members", 2, refused).await;

    let list = started.members(&group.id).await;

    assert_eq!(list.last_error.unwrap().code, ErrorCode::NotAllowed);
    assert!(!list.people.is_empty(), "the owners could be read");
    assert!(!started.core.members(&group.id).await.unwrap().refreshing);
    let asked = desk.control("faults", serde_json::Value::Null).await;
    assert_eq!(asked["value"][0]["times"], 1, "once");

    desk.clear_faults().await;
    started.core.refresh_members(&group.id).await.unwrap();
    assert!(started.members(&group.id).await.last_error.is_none());
}

#[tokio::test]
async fn people_are_found_by_part_of_a_name_and_marked_when_they_are_in() {
    let desk = Desk::new("find").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    started.members(&group.id).await;
    let me = desk.me().await;

    let found = find(&started, "nadia had", Some(&group.id)).await;

    assert!(found.asked_service);
    assert_eq!(found.people[0].person.id, me.id);
    assert_eq!(found.people[0].role, Some(Role::OwnerAndMember));
    let login = practice_tenant::PracticeTenant::owner_login();
    assert_eq!(find(&started, login, None).await.people[0].person.id, me.id);
    assert!(
        find(&started, "n", None).await.people.is_empty(),
        "one letter finds everybody"
    );
}

#[tokio::test]
async fn without_a_network_people_are_found_who_were_seen() {
    let desk = Desk::new("find-offline").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    started.members(&group.id).await;
    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;

    let found = find(&started, "haddad NAD", Some(&group.id)).await;

    assert!(!found.asked_service);
    assert_eq!(found.people[0].person.display_name, "Nadia Haddad");
    assert_eq!(found.people[0].role, Some(Role::OwnerAndMember));
}

#[tokio::test]
async fn where_there_is_no_index_people_are_found_by_how_they_begin() {
    let desk = Desk::new("find-no-index").await;
    let started = desk.enter().await;
    desk.fault(
        "GET",
        "/users",
        1,
        json!({ "kind": "status", "status": 400 }),
    )
    .await;

    let found = find(&started, "Nadia", None).await;

    assert!(found.asked_service);
    assert!(
        found
            .people
            .iter()
            .any(|one| one.person.display_name == "Nadia Haddad")
    );
}

#[tokio::test]
async fn two_groups_are_compared_as_they_are() {
    let desk = Desk::new("compare").await;
    let started = desk.enter().await;
    let groups = started.staffable().await;
    let truth = async |id: &str| -> BTreeSet<String> {
        desk.people_of(id, "members").await.into_iter().collect()
    };
    let (left, right) = (truth(&groups[0].id).await, truth(&groups[1].id).await);

    let request = CompareRequest {
        left_id: groups[0].id.clone(),
        right_id: groups[1].id.clone(),
    };
    let compared = started.core.compare(&request).await.unwrap();

    assert_eq!(ids(&compared.only_left), &left - &right);
    assert_eq!(ids(&compared.only_right), &right - &left);
    assert_eq!(ids(&compared.both), &left & &right);
    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;
    assert_eq!(started.core.compare(&request).await.unwrap(), compared);
}

#[tokio::test]
async fn the_matrix_shows_ones_own_groups_only_and_names_whom_it_cannot_read() {
    let desk = Desk::new("matrix").await;
    let started = desk.enter().await;
    let groups = started.groups().await.groups;
    let me = desk.me().await;
    let nobody = PersonRef {
        id: "00000000-0000-4000-8000-000000000000".into(),
        display_name: "Nobody".into(),
    };

    let request = MatrixRequest {
        people: vec![me.clone(), nobody.clone()],
    };
    let matrix = started.core.matrix(&request).await.unwrap();

    let cells: BTreeSet<_> = matrix
        .cells
        .iter()
        .map(|cell| cell.group_id.clone())
        .collect();
    let owned = groups.iter().filter(|group| group.owned);
    assert_eq!(cells, owned.map(|group| group.id.clone()).collect());
    assert!(
        matrix
            .cells
            .iter()
            .all(|cell| cell.person_id == me.id && cell.role != Role::Member)
    );
    assert_eq!(matrix.unreadable, std::slice::from_ref(&nobody));
    let many = MatrixRequest {
        people: vec![nobody; 21],
    };
    assert!(started.core.matrix(&many).await.is_err());
}

#[tokio::test]
async fn second_owners_are_suggested_who_count_as_owners() {
    let desk = Desk::new("suggestions").await;
    let started = desk.enter().await;
    let mut wrote = false;
    for group in started.staffable().await {
        let suggested = started
            .core
            .owner_suggestions(&group.id)
            .await
            .unwrap()
            .people;
        let owners = desk.people_of(&group.id, "owners").await;
        let members = desk.people_of(&group.id, "members").await;
        assert!(suggested.len() <= 5);
        assert!(suggested.is_sorted_by(|a, b| a.posts >= b.posts));
        for one in &suggested {
            assert!(members.contains(&one.person.id) && !owners.contains(&one.person.id));
            assert_eq!(one.person.kind, PersonKind::Member);
            assert_ne!(one.person.enabled, Some(false));
        }
        wrote |= suggested.iter().any(|one| one.posts > 0);
    }
    assert!(wrote, "somebody writes in some group");
}

#[tokio::test]
async fn suggestions_do_without_conversations() {
    let desk = Desk::new("suggestions-refused").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    desk.fault(
        "GET",
        "/groups/*/threads",
        1,
        json!({ "kind": "status", "status": 403 }),
    )
    .await;

    let suggested = started
        .core
        .owner_suggestions(&group.id)
        .await
        .unwrap()
        .people;

    assert!(!suggested.is_empty() && suggested.iter().all(|one| one.posts == 0));
}

#[tokio::test]
async fn photos_are_asked_for_once_also_where_there_is_none() {
    let desk = Desk::new("photos").await;
    let started = desk.enter().await;
    let colleagues = desk.colleagues().await;
    let request = PhotosRequest {
        groups: false,
        ids: colleagues.into_iter().map(|person| person.id).collect(),
    };

    let photos = started.core.photos(&request).await.unwrap().photos;

    let there = photos.iter().filter_map(|photo| photo.data_url.as_ref());
    assert!(there.clone().all(|url| url.starts_with("data:image/")));
    assert!(there.clone().count() > 0, "somebody has one");
    assert!(
        photos.iter().any(|photo| photo.data_url.is_none()),
        "somebody has none"
    );
    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;
    assert_eq!(started.core.photos(&request).await.unwrap().photos, photos);
    let many = PhotosRequest {
        groups: false,
        ids: vec![String::new(); 101],
    };
    assert!(started.core.photos(&many).await.is_err());
}

#[tokio::test]
async fn a_photo_that_cannot_be_read_now_is_asked_for_again() {
    let desk = Desk::new("photos-again").await;
    let started = desk.enter().await;
    let colleagues = desk.colleagues().await;
    let request = PhotosRequest {
        groups: false,
        ids: colleagues
            .into_iter()
            .map(|person| person.id)
            .take(5)
            .collect(),
    };
    let refused = json!({ "kind": "status", "status": 403 });
    desk.fault("GET", "/users/*/photos/**", 5, refused).await;
    let none = started.core.photos(&request).await.unwrap().photos;
    assert!(none.iter().all(|photo| photo.data_url.is_none()));

    let again = started.core.photos(&request).await.unwrap().photos;

    assert!(again.iter().any(|photo| photo.data_url.is_some()));
}

#[tokio::test]
async fn a_groups_photo_is_set_and_shown_at_once() {
    let desk = Desk::new("photo-set").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let set = |bytes: &[u8]| PhotoSetRequest {
        group_id: group.id.clone(),
        content: STANDARD.encode(bytes),
    };

    started
        .core
        .set_group_photo(&set(&picture()))
        .await
        .unwrap();

    let shown = PhotosRequest {
        groups: true,
        ids: vec![group.id.clone()],
    };
    let url = format!("data:image/png;base64,{}", STANDARD.encode(picture()));
    let photos = started.core.photos(&shown).await.unwrap().photos;
    assert_eq!(photos[0].data_url.as_ref(), Some(&url));
    let refused = started
        .core
        .set_group_photo(&set(b"<svg/>"))
        .await
        .unwrap_err();
    assert_eq!(CommandError::from(refused).code, ErrorCode::InvalidInput);
}

#[tokio::test]
async fn hidden_members_are_said_to_be_missing_until_the_permission_is_there() {
    let desk = Desk::of("hidden-members", 60, 60).await;
    let started = desk.start().await;
    let form = started.form(PermissionStep::Manage);
    started.core.sign_in_with_browser(&form).await.unwrap();
    let list = started.groups().await;
    let hidden = |group: &&GroupSummary| {
        group.owned && !group.dynamic && group.visibility == Visibility::HiddenMembership
    };
    let group = list.groups.iter().find(hidden).unwrap();
    let other = &started.staffable().await[0];

    let members = started.members(&group.id).await;

    assert_eq!(members.hidden, Some(HiddenMembers::PermissionMissing));
    assert!(members.as_of.is_some() && members.last_error.is_none());
    assert!(members.people.iter().any(|member| member.owner));
    let details = started.core.group_details(&group.id).await.unwrap();
    let locked_out = |issue: &HealthIssue| matches!(issue, HealthIssue::OwnerNotMember { .. });
    assert!(!details.health.iter().any(locked_out), "that is not known");
    let people = started.core.group_people(std::slice::from_ref(&group.id));
    let people = people.await.unwrap().groups.remove(0).people.unwrap();
    assert_eq!(people.member_count, None);
    let compare = CompareRequest {
        left_id: group.id.clone(),
        right_id: other.id.clone(),
    };
    let error = CommandError::from(started.core.compare(&compare).await.unwrap_err());
    assert_eq!(error.code, ErrorCode::PermissionMissing);
    assert_eq!(
        error.params.permissions.last().unwrap(),
        "Member.Read.Hidden"
    );

    let more = started.core.request_permissions(PermissionStep::Hidden);
    assert!(more.await.unwrap().can_manage);
    let ask = async || started.core.members(&group.id).await.unwrap();
    started.core.refresh_members(&group.id).await.unwrap();
    let members = started
        .until(ask, |list| !list.refreshing && list.hidden.is_none())
        .await;

    let ids: Vec<_> = members
        .people
        .iter()
        .filter(|member| member.member)
        .collect();
    assert_eq!(ids.len(), desk.people_of(&group.id, "members").await.len());
}
