//! What protects stored tokens, and what happens when it is locked, absent, changed or another's.

use std::sync::Arc;

use graph_client::credential::CredentialError;
use identity::SecretStore as _;
use identity::accounts::{Accounts, KeyChoice};
use identity::keys::{KeyState, MemoryKeyStore};

use crate::support::{Machine, PERSON, Platform, credential, keep, token, tokens};

/// Signs in on `machine`, with tokens under `choice`.
async fn signed_in(platform: &Platform, machine: &Machine, choice: KeyChoice) -> Accounts {
    let accounts = machine.start(choice).await;
    let signed_in = platform.sign_in(PERSON, "access-1", "refresh-1").await;
    keep(&accounts, platform, signed_in).await;
    accounts
}

/// The stored token as the store has it.
async fn stored(machine: &Machine) -> Option<String> {
    let keys = machine.store.keys().await.unwrap();
    let key = keys.into_iter().find(|key| key.starts_with("token/"))?;
    machine.store.get(&key).await.unwrap()
}

/// Whether the account on `accounts` can get a new token with the refresh token that it kept.
async fn goes_on(accounts: &Accounts, platform: &Platform) -> bool {
    platform
        .token_once(200, tokens("access-2", "refresh-1"))
        .await;
    let account = accounts.current().unwrap();
    let credential = credential(accounts, platform, &account);
    let outcome = token(&*credential).await;
    let used = platform.token_forms().await.pop().unwrap();
    outcome.is_ok_and(|token| token == "access-2") && used["refresh_token"] == "refresh-1"
}

#[tokio::test]
async fn without_a_keychain_tokens_stay_in_memory_and_it_is_said() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    machine.keychain.set_state(KeyState::Absent);
    let accounts = signed_in(&platform, &machine, KeyChoice::Keychain).await;
    assert_eq!(accounts.protection().await.in_force, KeyChoice::MemoryOnly);
    assert_eq!(accounts.protection().await.keychain, KeyState::Absent);
    assert_eq!(stored(&machine).await, None);
    let credential = credential(&accounts, &platform, &accounts.current().unwrap());
    assert_eq!(
        token(&*credential).await.unwrap(),
        "access-1",
        "the session works"
    );
    let later = machine.start(KeyChoice::Keychain).await;
    assert!(later.current().unwrap().needs_sign_in);
}

#[tokio::test]
async fn a_locked_keychain_loses_nothing_and_is_asked_again() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    signed_in(&platform, &machine, KeyChoice::Keychain).await;
    let before = stored(&machine).await;
    machine.keychain.set_state(KeyState::Locked);
    let accounts = machine.start(KeyChoice::Keychain).await;
    assert_eq!(accounts.protection().await.in_force, KeyChoice::MemoryOnly);
    let account = accounts.current().unwrap();
    let credential = credential(&accounts, &platform, &account);
    let error = token(&*credential).await.unwrap_err();
    assert!(matches!(&error, CredentialError::Locked(_)), "{error:?}");
    assert!(!accounts.current().unwrap().needs_sign_in);
    assert_eq!(stored(&machine).await, before);

    machine.keychain.set_state(KeyState::Available);
    assert!(goes_on(&accounts, &platform).await);
    assert_eq!(accounts.protection().await.in_force, KeyChoice::Keychain);
}

#[tokio::test]
async fn who_signs_in_while_the_keychain_is_locked_is_kept_once_it_opens() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    machine.keychain.set_state(KeyState::Locked);
    let accounts = signed_in(&platform, &machine, KeyChoice::Keychain).await;
    assert_eq!(stored(&machine).await, None);
    machine.keychain.set_state(KeyState::Available);
    accounts.protect(KeyChoice::Keychain).await.unwrap();
    drop(accounts);
    assert!(goes_on(&machine.start(KeyChoice::Keychain).await, &platform).await);
}

#[tokio::test]
async fn tokens_that_another_machine_sealed_ask_for_a_new_sign_in() {
    let (platform, there) = (Platform::start().await, Machine::default());
    signed_in(&platform, &there, KeyChoice::Keychain).await;
    let mut here = there.clone();
    here.keychain = Arc::new(MemoryKeyStore::default());
    let accounts = here.start(KeyChoice::Keychain).await;
    let credential = credential(&accounts, &platform, &accounts.current().unwrap());
    let error = token(&*credential).await.unwrap_err();
    assert!(
        matches!(error, CredentialError::InteractionRequired { .. }),
        "{error:?}"
    );
    assert!(accounts.current().unwrap().needs_sign_in);
    let mended = platform.sign_in(PERSON, "access-1", "refresh-1").await;
    keep(&accounts, &platform, mended).await;
    assert!(goes_on(&here.start(KeyChoice::Keychain).await, &platform).await);
}

#[tokio::test]
async fn a_damaged_token_asks_for_a_new_sign_in() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    let accounts = signed_in(&platform, &machine, KeyChoice::Keychain).await;
    let account = accounts.current().unwrap();
    for damage in ["", "half", "v1.abc", "\u{0}"] {
        machine
            .store
            .set(&format!("token/{}", account.id), damage)
            .await
            .unwrap();
        let accounts = machine.start(KeyChoice::Keychain).await;
        let credential = credential(&accounts, &platform, &account);
        let error = token(&*credential).await.unwrap_err();
        assert!(
            matches!(error, CredentialError::InteractionRequired { .. }),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn another_protection_takes_the_tokens_along() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    let folder = tempfile::tempdir().unwrap();
    let file = KeyChoice::KeyFile(folder.path().join("tokens.key"));
    let accounts = signed_in(&platform, &machine, KeyChoice::Keychain).await;
    let under_keychain = stored(&machine).await;

    accounts.protect(file.clone()).await.unwrap();
    assert_eq!(accounts.protection().await.in_force, file);
    assert_ne!(stored(&machine).await, under_keychain);
    assert!(goes_on(&machine.start(file.clone()).await, &platform).await);

    let accounts = machine.start(file).await;
    accounts.protect(KeyChoice::MemoryOnly).await.unwrap();
    assert_eq!(stored(&machine).await, None, "nothing stays on disk");
    assert!(goes_on(&accounts, &platform).await);
}

#[cfg(unix)]
#[tokio::test]
async fn a_key_file_that_others_can_read_is_not_used() {
    use std::os::unix::fs::PermissionsExt as _;
    let (platform, machine) = (Platform::start().await, Machine::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tokens.key");
    std::fs::write(&path, "").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let accounts = signed_in(&platform, &machine, KeyChoice::KeyFile(path)).await;
    assert_eq!(accounts.protection().await.in_force, KeyChoice::MemoryOnly);
    assert_eq!(stored(&machine).await, None);
}
