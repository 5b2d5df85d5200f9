//! Several accounts on one machine.

use identity::accounts::KeyChoice;
use identity::{Cloud, IdentityError, SecretStore as _};

use crate::support::{Machine, PERSON, Platform, credential, keep, token};

const OTHER: &str = "99999999-2222-4333-8444-555555555555";

#[tokio::test]
async fn accounts_are_remembered_in_order_and_the_last_one_is_shown() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    let accounts = machine.start(KeyChoice::Keychain).await;
    assert!(accounts.current().is_none());
    let first = keep(
        &accounts,
        &platform,
        platform.sign_in(PERSON, "a-1", "r-1").await,
    )
    .await;
    let second = keep(
        &accounts,
        &platform,
        platform.sign_in(OTHER, "a-2", "r-2").await,
    )
    .await;
    accounts
        .set_tenant_name(&first.id, "Contoso")
        .await
        .unwrap();
    assert_eq!(accounts.current().unwrap().id, second.id);

    accounts.switch(&first.id).await.unwrap();
    let later = machine.start(KeyChoice::Keychain).await;
    assert_eq!(later.current().unwrap().tenant_name, "Contoso");
    let ids: Vec<_> = later.list().into_iter().map(|account| account.id).collect();
    assert_eq!(ids, [first.id, second.id]);
    assert!(later.list().iter().all(|account| !account.needs_sign_in));
}

#[tokio::test]
async fn the_same_person_in_the_same_tenant_keeps_their_account() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    let accounts = machine.start(KeyChoice::Keychain).await;
    let first = keep(
        &accounts,
        &platform,
        platform.sign_in(PERSON, "a-1", "r-1").await,
    )
    .await;
    accounts
        .set_tenant_name(&first.id, "Contoso")
        .await
        .unwrap();
    let again = keep(
        &accounts,
        &platform,
        platform.sign_in(PERSON, "a-2", "r-2").await,
    )
    .await;
    assert_eq!(
        (again.id.as_str(), again.tenant_name.as_str()),
        (first.id.as_str(), "Contoso")
    );
    assert_eq!(accounts.list().len(), 1);
    let credential = credential(&accounts, &platform, &again);
    assert_eq!(token(&*credential).await.unwrap(), "a-2");

    let elsewhere = platform.sign_in(PERSON, "a-3", "r-3").await;
    accounts
        .add(elsewhere, Cloud::Practice, &again.tenant, &again.client_id)
        .await
        .unwrap();
    assert_eq!(accounts.list().len(), 2, "another cloud is another account");
}

#[tokio::test]
async fn signing_out_forgets_the_tokens_and_shows_another_account() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    let accounts = machine.start(KeyChoice::Keychain).await;
    let first = keep(
        &accounts,
        &platform,
        platform.sign_in(PERSON, "a-1", "r-1").await,
    )
    .await;
    let second = keep(
        &accounts,
        &platform,
        platform.sign_in(OTHER, "a-2", "r-2").await,
    )
    .await;
    accounts.remove(&second.id).await.unwrap();
    assert_eq!(accounts.current().unwrap().id, first.id);
    let keys = machine.store.keys().await.unwrap();
    assert!(keys.iter().all(|key| !key.contains(&second.id)), "{keys:?}");
    accounts.remove(&first.id).await.unwrap();
    assert!(accounts.current().is_none());
}

#[tokio::test]
async fn an_account_that_does_not_exist_is_refused() {
    let accounts = Machine::default().start(KeyChoice::Keychain).await;
    let error = accounts.switch("nobody").await.unwrap_err();
    assert!(matches!(
        error,
        IdentityError::InvalidInput { field: "accountId" }
    ));
    let endpoints = Cloud::Global.endpoints().unwrap();
    assert!(accounts.credential("nobody", &endpoints).is_err());
}

#[tokio::test]
async fn a_damaged_list_is_set_aside_and_the_application_starts() {
    let (platform, machine) = (Platform::start().await, Machine::default());
    machine
        .store
        .set("accounts", "{\"accounts\": [{\"id\"")
        .await
        .unwrap();
    let accounts = machine.start(KeyChoice::Keychain).await;
    assert!(accounts.list().is_empty());
    let aside = accounts.set_aside().unwrap();
    let kept = machine.store.get(aside).await.unwrap().unwrap();
    assert!(kept.starts_with("{\"accounts\""), "nothing is thrown away");
    keep(
        &accounts,
        &platform,
        platform.sign_in(PERSON, "a-1", "r-1").await,
    )
    .await;
    assert_eq!(machine.start(KeyChoice::Keychain).await.list().len(), 1);
}
