//! Signing in by the same code as to Microsoft 365, at addresses of one's own.

use app_core::SignInDefaults;
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::groups::PolicySummary;
use ipc_contract::session::{CloudName, PermissionStep};
use serde_json::json;

use crate::desk::{Desk, Started};

async fn failure(
    started: &Started,
    change: impl FnOnce(&mut ipc_contract::session::SignInRequest),
) -> CommandError {
    let mut form = started.form(PermissionStep::Read);
    change(&mut form);
    started
        .core
        .sign_in_with_browser(&form)
        .await
        .unwrap_err()
        .into()
}

#[tokio::test]
async fn what_was_granted_decides_what_can_be_done() {
    let desk = Desk::new("read-only").await;
    let started = desk.start().await;
    let session = started
        .core
        .sign_in_with_browser(&started.form(PermissionStep::Read))
        .await
        .unwrap();
    assert!(!session.can_manage);
    let group = started.some_group().await;

    let error = CommandError::from(started.core.renew(&group.id).await.unwrap_err());
    assert_eq!(error.code, ErrorCode::PermissionMissing);
    assert!(
        error
            .params
            .permissions
            .contains(&"Group.ReadWrite.All".to_owned())
    );
    assert_eq!(desk.writes("renew").await, 0);

    let session = started
        .core
        .request_permissions(PermissionStep::Manage)
        .await
        .unwrap();
    assert!(session.can_manage);
    started.core.renew(&group.id).await.unwrap();
}

#[tokio::test]
async fn the_same_person_signing_in_again_is_no_second_account() {
    let desk = Desk::new("again").await;
    let started = desk.start().await;
    for _ in 0..2 {
        started
            .core
            .sign_in_with_browser(&started.form(PermissionStep::Read))
            .await
            .unwrap();
    }
    assert_eq!(started.core.accounts().await.unwrap().accounts.len(), 1);
}

#[tokio::test]
async fn wrong_input_names_its_field_and_sends_nothing() {
    let desk = Desk::new("wrong-input").await;
    let started = desk.start().await;
    let field = |error: CommandError| (error.code, error.params.field.unwrap_or_default());
    let invalid = |name: &str| (ErrorCode::InvalidInput, name.to_owned());

    assert_eq!(
        field(failure(&started, |form| form.client_id = "tenure".into()).await),
        invalid("clientId")
    );
    assert_eq!(
        field(failure(&started, |form| form.tenant = "a/b".into()).await),
        invalid("tenant")
    );
    assert_eq!(
        field(
            failure(&started, |form| form.authority =
                Some("http://login.example".into()))
            .await
        ),
        invalid("authority")
    );
    assert_eq!(
        field(failure(&started, |form| form.graph_url = None).await),
        invalid("graphUrl")
    );
}

#[tokio::test]
async fn missing_consent_comes_with_the_administrators_link() {
    let desk = Desk::new("admin-consent").await;
    desk.control("sign-in", json!({ "consent": "adminOnly" }))
        .await;
    let started = desk.start().await;

    let error = failure(&started, |_| {}).await;

    assert_eq!(error.code, ErrorCode::AdminConsentRequired);
    let link = error.params.admin_consent_url.unwrap();
    assert!(link.contains("/adminconsent?client_id="), "{link}");
    assert!(!error.params.permissions.is_empty());
}

#[tokio::test]
async fn the_form_begins_with_the_last_sign_in_and_the_command_line_overrules_it() {
    let desk = Desk::new("form").await;
    let started = desk.start().await;
    started
        .core
        .sign_in_with_browser(&started.form(PermissionStep::Read))
        .await
        .unwrap();

    let again = desk.start().await;
    let form = again.core.sign_in_form(&SignInDefaults::default()).await;
    assert_eq!(
        (form.cloud, form.graph_url),
        (CloudName::Custom, Some(desk.tenant.graph()))
    );

    let defaults = SignInDefaults {
        tenant: Some("contoso.example".into()),
        ..SignInDefaults::default()
    };
    assert_eq!(
        again.core.sign_in_form(&defaults).await.tenant,
        "contoso.example"
    );
}

#[tokio::test]
async fn nobody_listening_is_told_as_offline() {
    let desk = Desk::new("offline-sign-in").await;
    let started = desk.start().await;
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let mut form = started.form(PermissionStep::Read);
    form.authority = Some(format!("http://{free}"));
    let error = CommandError::from(started.core.start_device_sign_in(&form).await.unwrap_err());
    assert_eq!(error.code, ErrorCode::Offline);
}

#[tokio::test]
async fn a_sign_in_that_was_given_up_says_so() {
    let desk = Desk::new("given-up").await;
    let started = desk.start().await;
    started
        .core
        .start_device_sign_in(&started.form(PermissionStep::Read))
        .await
        .unwrap();
    let waiting = tokio::spawn({
        let core = started.core.clone();
        async move { core.finish_device_sign_in().await }
    });
    tokio::task::yield_now().await;
    started.core.cancel_sign_in();
    let error = CommandError::from(waiting.await.unwrap().unwrap_err());
    assert_eq!(error.code, ErrorCode::SignInCancelled);
}

#[tokio::test]
async fn a_tenant_that_does_not_grant_its_policies_shows_and_renews_groups_all_the_same() {
    let desk = Desk::new("no-policies").await;
    let started = desk.start().await;
    let mut form = started.form(PermissionStep::Manage);
    form.policies = false;

    let session = started.core.sign_in_with_browser(&form).await.unwrap();

    assert!(session.can_manage && !session.granted.contains(&"Directory.Read.All".to_owned()));
    let list = started.groups().await;
    assert!(list.last_error.is_none());
    assert!(matches!(list.policy, PolicySummary::Unknown));
    let group = started.some_group().await;
    started.core.renew(&group.id).await.unwrap();

    let session = started
        .core
        .request_permissions(PermissionStep::Policies)
        .await
        .unwrap();
    assert!(session.can_manage, "what was granted stays granted");
    let list = started.groups().await;
    assert!(matches!(list.policy, PolicySummary::Active { .. }));
}

#[tokio::test]
async fn the_administrators_link_leaves_out_what_the_form_does_not_ask_for() {
    let desk = Desk::new("link").await;
    desk.control("sign-in", json!({ "consent": "adminOnly" }))
        .await;
    let started = desk.start().await;

    let error = failure(&started, |form| form.policies = false).await;

    let link = error.params.admin_consent_url.unwrap();
    assert!(!link.contains("Directory.Read.All"), "{link}");
    let asked = error.params.permissions;
    assert!(!asked.contains(&"Directory.Read.All".to_owned()));
}
