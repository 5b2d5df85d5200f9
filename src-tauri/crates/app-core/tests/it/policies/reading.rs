//! What everybody may read, and who may change what.

use ipc_contract::details::NameCheckRequest;
use ipc_contract::policies::{
    AdminRole, Coverage, CreationBarrier, ExpirationState, ManagedGroups, Obstacle,
    PoliciesRequest, PolicyArea, SettingsState,
};
use ipc_contract::session::PermissionStep;
use serde_json::json;

use super::{UNIFIED, give, policy, read, set, settings, unified};
use crate::desk::Desk;

#[tokio::test]
async fn an_owner_reads_everything_and_learns_which_roles_may_change_it() {
    let desk = Desk::new("policies-read").await;
    let started = desk.enter().await;

    let policies = read(&started).await;

    assert_eq!(policies.rights.len(), 8);
    for right in &policies.rights {
        assert_eq!(right.obstacle, Some(Obstacle::Role), "{:?}", right.area);
        assert!(right.roles.contains(&AdminRole::GroupsAdministrator));
    }
    assert_eq!(policies.roles.as_deref(), Some(&[][..]));
    let ExpirationState::Active { policy, .. } = &policies.expiration else {
        panic!("{:?}", policies.expiration);
    };
    assert_eq!(
        (policy.lifetime_days, policy.managed),
        (180, ManagedGroups::All)
    );
    let all = settings(policies);
    assert!(all.len() > 2, "all templates are there");
    assert_eq!(all[0].display_name, "Group.Unified");
    let creation = all[0]
        .values
        .iter()
        .find(|value| value.name == "EnableGroupCreation");
    assert_eq!(
        creation.unwrap().value_type.as_deref(),
        Some("System.Boolean")
    );
}

#[tokio::test]
async fn what_was_read_is_shown_without_a_network_with_its_age() {
    let desk = Desk::new("policies-offline").await;
    let started = desk.enter().await;
    let before = read(&started).await;
    desk.control("conditions", json!({ "conditions": "unavailable" }))
        .await;

    let cached = PoliciesRequest { anew: false };
    let shown = started.core.policies(&cached).await.unwrap();
    assert_eq!(
        (shown.as_of, &shown.settings),
        (before.as_of, &before.settings)
    );
    let anew = read(&started).await;

    assert!(anew.last_error.is_some());
    assert_eq!(anew.as_of, before.as_of);
}

#[tokio::test]
async fn a_role_opens_what_it_may_change() {
    let desk = Desk::new("policies-roles").await;
    let started = desk.enter().await;
    give(&desk, "user", true).await;
    let obstacle = async |area| {
        let rights = read(&started).await.rights;
        rights
            .into_iter()
            .find(|right| right.area == area)
            .unwrap()
            .obstacle
    };
    assert_eq!(obstacle(PolicyArea::Expiration).await, None);
    give(&desk, "user", false).await;
    give(&desk, "global", true).await;
    assert_eq!(obstacle(PolicyArea::Templates).await, None);
}

#[tokio::test]
async fn a_newer_templates_value_is_shown_and_kept_when_others_change() {
    let (desk, started) = super::administrator("policies-newer").await;
    let planted =
        json!({ "templateId": UNIFIED, "values": [{ "name": "NewerValue", "value": "x" }] });
    desk.control("settings", planted).await;

    let shown = unified(&started).await;
    let newer = shown.values.last().unwrap();
    assert_eq!(
        (newer.name.as_str(), newer.value.as_str()),
        ("NewerValue", "x")
    );
    assert_eq!(newer.value_type, None);
    let change = set(
        &started,
        &[("UsageGuidelinesUrl", "https://contoso.example/g")],
    )
    .await;
    started.core.change(&change).await.unwrap();

    let shown = unified(&started).await;
    assert_eq!(shown.values.last().unwrap().value, "x");
}

#[tokio::test]
async fn settings_of_a_template_that_is_not_known_are_shown() {
    let desk = Desk::new("policies-unknown-template").await;
    let started = desk.enter().await;
    let id = "aaaaaaaa-1111-4111-8111-111111111111";
    let planted = json!({ "templateId": id, "displayName": "Newer", "values": [{ "name": "A", "value": "b" }] });
    desk.control("settings", planted).await;

    let all = settings(read(&started).await);

    let newer = all.iter().find(|object| object.template_id == id).unwrap();
    assert_eq!(
        (newer.display_name.as_str(), newer.values[0].value.as_str()),
        ("Newer", "b")
    );
}

#[tokio::test]
async fn a_group_says_which_policy_covers_it_and_whether_guests_come_in() {
    let desk = Desk::new("policies-group").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    read(&started).await;

    let details = started.core.group_details(&group.id).await.unwrap();

    let id = policy(&started).await.unwrap().id;
    let expected = Coverage::Covered {
        policy_id: id,
        lifetime_days: 180,
        selected: false,
    };
    assert_eq!(details.coverage, expected);
    let guests = details.guests.unwrap();
    assert!(guests.allowed && guests.tenant);
    assert_eq!(guests.right.obstacle, Some(Obstacle::Role));
}

#[tokio::test]
async fn whoever_may_not_create_groups_hears_why() {
    let (desk, started) = super::administrator("policies-creation").await;
    let off = set(&started, &[("EnableGroupCreation", "false")]).await;
    started.core.change(&off).await.unwrap();
    let rules = started.core.creation_rules().await.unwrap();
    assert_eq!(rules.barrier, None, "administrators may");

    give(&desk, "groups", false).await;

    let rules = started.core.creation_rules().await.unwrap();
    assert_eq!(rules.barrier, Some(CreationBarrier::Off));
}

#[tokio::test]
async fn a_name_is_refused_as_the_settings_say() {
    let (desk, started) = super::administrator("policies-name").await;
    let naming = [("PrefixSuffixNamingRequirement", "GRP_[GroupName]")];
    let change = set(&started, &naming).await;
    started.core.change(&change).await.unwrap();
    give(&desk, "groups", false).await;

    let check = NameCheckRequest {
        group_id: None,
        display_name: "Chess".into(),
        mail_nickname: None,
    };
    let verdict = started.core.check_names(&check).await.unwrap();

    assert_eq!(verdict.findings[0].suggestion.as_deref(), Some("GRP_Chess"));
    let SettingsState::Known { naming, .. } = read(&started).await.settings else {
        panic!("not read");
    };
    assert_eq!(naming.raw, "GRP_[GroupName]");
}

#[tokio::test]
async fn what_was_not_allowed_is_read_as_soon_as_it_is_granted() {
    let desk = Desk::new("policies-granted").await;
    give(&desk, "groups", true).await;
    let started = desk.start().await;
    let mut form = started.form(PermissionStep::Manage);
    form.policies = false;
    started.core.sign_in_with_browser(&form).await.unwrap();
    let look = PoliciesRequest { anew: false };
    let before = started.core.policies(&look).await.unwrap();
    assert!(matches!(before.settings, SettingsState::Unknown { .. }));

    let step = PermissionStep::Administer;
    started.core.request_permissions(step).await.unwrap();

    let after = started.core.policies(&look).await.unwrap();
    assert!(matches!(after.expiration, ExpirationState::Active { .. }));
    assert!(matches!(after.settings, SettingsState::Known { .. }));
    assert!(after.rights.iter().all(|right| right.obstacle.is_none()));
}
