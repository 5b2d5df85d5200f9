//! Accounts over several starts.

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use identity::IdentityError;
use identity::keys::{KeyState, KeyStore, MemoryKeyStore};
use identity::vault::SealingKey;
use ipc_contract::decisions::{Decision, DecisionRequest, HistoryRequest};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::session::{PermissionStep, SessionState};

use crate::desk::Desk;

#[tokio::test]
async fn the_next_start_is_still_signed_in_and_can_write() {
    let desk = Desk::new("still-signed-in").await;
    let group = desk.enter().await.some_group().await;

    let again = desk.start().await;

    assert!(matches!(
        again.core.session_state(),
        SessionState::SignedIn { .. }
    ));
    again.core.renew(&group.id).await.unwrap();
}

#[tokio::test]
async fn signing_out_leaves_nothing_of_the_tenant_behind() {
    let desk = Desk::new("sign-out").await;
    let started = desk.enter().await;
    started.groups().await;
    let account = started.core.accounts().await.unwrap().accounts.remove(0);

    let state = started.core.sign_out(&account.id, false).await.unwrap();

    assert_eq!(state, SessionState::SignedOut);
    assert_eq!(desk.cache_files(), 0);
    assert!(matches!(
        desk.start().await.core.session_state(),
        SessionState::SignedOut
    ));
}

#[tokio::test]
async fn signing_out_ends_the_session_in_the_browser_when_that_is_asked_for() {
    let desk = Desk::new("sign-out-browser").await;
    let started = desk.start().await;
    for browser in [false, true] {
        let form = started.form(PermissionStep::Read);
        let session = started.core.sign_in_with_browser(&form).await.unwrap();
        let id = session.account.id;
        started.core.sign_out(&id, browser).await.unwrap();
    }
    let opened = started.host.opened.lock().unwrap().clone();
    let logout: Vec<_> = opened
        .iter()
        .filter(|url| url.path() == "/organizations/oauth2/v2.0/logout")
        .collect();
    assert_eq!(logout.len(), 1);
    let page = reqwest::Client::builder().no_proxy().build().unwrap();
    let page = page.get(logout[0].clone()).send().await.unwrap();
    assert!(page.text().await.unwrap().contains("You signed out"));
}

#[tokio::test]
async fn two_accounts_live_side_by_side_and_the_last_shown_comes_back() {
    let desk = Desk::new("two-accounts").await;
    let started = desk.enter().await;
    let practice = started.core.accounts().await.unwrap().accounts.remove(0);
    let form = started.form(PermissionStep::Read);
    let second = started.core.sign_in_with_browser(&form).await.unwrap();
    assert_ne!(second.account.id, practice.id);

    started.core.switch_account(&practice.id).await.unwrap();

    let SessionState::SignedIn { session } = desk.start().await.core.session_state() else {
        panic!("the account that was shown last is shown again")
    };
    assert_eq!(session.account.id, practice.id);
}

#[tokio::test]
async fn without_an_account_every_use_case_asks_to_sign_in() {
    let desk = Desk::new("signed-out").await;
    let started = desk.start().await;
    let error = CommandError::from(started.core.groups().await.unwrap_err());
    assert_eq!(error.code, ErrorCode::SignInRequired);
}

#[tokio::test]
async fn clearing_the_storage_forgets_every_account() {
    let keychain = Arc::new(MemoryKeyStore::default());
    let desk = Desk::new("clear").await.with_keychain(keychain.clone());
    let started = desk.enter().await;
    let group = started.some_group().await;
    started.core.decide(&let_expire(&group.id)).await.unwrap();
    desk.leave_damaged();
    assert!(keychain.load().await.unwrap().is_some());
    assert!(desk.ledger_file().is_some());

    started.core.clear_storage().await.unwrap();

    assert_eq!(started.core.session_state(), SessionState::SignedOut);
    assert_eq!(desk.cache_files(), 0);
    assert_eq!(desk.journal_files(), 0, "what was done and decided is gone");
    assert!(
        keychain.load().await.unwrap().is_none(),
        "nor is a key kept"
    );
    assert!(
        desk.start()
            .await
            .core
            .accounts()
            .await
            .unwrap()
            .accounts
            .is_empty()
    );
}

#[tokio::test]
async fn a_practice_tenant_that_begins_anew_knows_no_decisions() {
    let desk = Desk::new("practice-anew").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    started.core.decide(&let_expire(&group.id)).await.unwrap();

    started.core.practice_renewed().await.unwrap();

    let decided = started.core.decisions().await.unwrap().decisions;
    assert!(decided.is_empty());
    let all = HistoryRequest {
        group_id: None,
        before: None,
    };
    assert_eq!(started.core.history(&all).await.unwrap().total, 0);
}

/// Lets a group expire.
fn let_expire(group_id: &str) -> DecisionRequest {
    DecisionRequest {
        group_id: group_id.into(),
        decision: Some(Decision::LetExpire {
            note: String::new(),
        }),
    }
}

#[tokio::test]
async fn a_cache_that_cannot_be_opened_is_told_once_and_everything_else_works() {
    let desk = Desk::new("blocked-cache").await;
    let before = desk.enter().await.groups().await.groups.len();
    desk.block_caches();

    let again = desk.start().await;

    assert_eq!(again.groups().await.groups.len(), before);
    again.core.enter_practice().await.unwrap();
    let notices = again.core.take_notices();
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].code, ErrorCode::StorageNotWritable);
    assert!(notices[0].params.file.is_some());
    assert!(again.core.take_notices().is_empty());
}

#[tokio::test]
async fn the_start_waits_for_no_keychain() {
    let desk = Desk::new("slow-keychain").await;
    let before = desk.enter().await.groups().await.groups.len();
    let desk = desk.with_keychain(Arc::new(PromptingKeychain));

    let started = tokio::time::timeout(Duration::from_secs(30), desk.start());

    let started = started.await.expect("nobody answers the prompt");
    assert_eq!(started.core.groups().await.unwrap().groups.len(), before);
}

#[tokio::test]
async fn a_start_without_an_account_makes_no_key() {
    let keychain = Arc::new(MemoryKeyStore::default());
    let desk = Desk::new("no-key").await.with_keychain(keychain.clone());
    desk.start().await.core.storage().await.unwrap();
    assert!(keychain.load().await.unwrap().is_none());
}

/// A keychain that shows a prompt for ever.
#[derive(Debug)]
struct PromptingKeychain;

#[async_trait]
impl KeyStore for PromptingKeychain {
    async fn state(&self) -> KeyState {
        pending().await
    }

    async fn load(&self) -> Result<Option<SealingKey>, IdentityError> {
        pending().await
    }

    async fn save(&self, _key: &SealingKey) -> Result<(), IdentityError> {
        pending().await
    }

    async fn delete(&self) -> Result<(), IdentityError> {
        pending().await
    }
}
