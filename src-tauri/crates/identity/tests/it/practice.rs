//! The same flows against the practice tenant, which knows nothing of this crate.

use identity::accounts::KeyChoice;
use identity::authorization_code::{self, Prompt, SignInOptions};
use identity::permissions::{self, Step};
use identity::{
    Cloud, CloudEndpoints, HeadlessBrowser, IdentityError, PRACTICE_CLIENT_ID, Registration,
    SignedIn, device_code,
};
use jiff::SignedDuration;
use practice_tenant::{PracticeOptions, PracticeTenant};

use crate::support::{Machine, token};

async fn practice() -> PracticeTenant {
    PracticeTenant::start(PracticeOptions::default())
        .await
        .unwrap()
}

fn endpoints(practice: &PracticeTenant) -> CloudEndpoints {
    Cloud::custom(&practice.graph(), &practice.authority())
        .unwrap()
        .endpoints()
        .unwrap()
}

fn registration(practice: &PracticeTenant) -> Registration {
    Registration::new(endpoints(practice), "organizations", PRACTICE_CLIENT_ID).unwrap()
}

async fn sign_in(registration: &Registration) -> Result<SignedIn, IdentityError> {
    let options = SignInOptions {
        scopes: permissions::scopes(&[Step::Manage]),
        login_hint: Some(PracticeTenant::owner_login().to_owned()),
        prompt: Some(Prompt::None),
        ..SignInOptions::default()
    };
    let browser = HeadlessBrowser::new();
    authorization_code::sign_in(registration, options, &browser, std::future::pending()).await
}

#[tokio::test]
async fn the_owner_signs_in_with_everything_granted() {
    let practice = practice().await;
    let signed_in = sign_in(&registration(&practice)).await.unwrap();
    assert_eq!(signed_in.preferred_username, PracticeTenant::owner_login());
    assert!(
        Step::Manage.is_granted(&signed_in.granted),
        "{:?}",
        signed_in.granted
    );
    practice.shutdown().await;
}

#[tokio::test]
async fn tokens_are_renewed_again_and_again_across_starts() {
    let practice = practice().await;
    let machine = Machine::default();
    let signed_in = sign_in(&registration(&practice)).await.unwrap();
    let accounts = machine.start(KeyChoice::Keychain).await;
    let account = accounts
        .add(
            signed_in,
            Cloud::Practice,
            "organizations",
            PRACTICE_CLIENT_ID,
        )
        .await
        .unwrap();
    let mut seen = Vec::new();
    for _ in 0..3 {
        let accounts = machine.start(KeyChoice::Keychain).await;
        let credential = accounts
            .credential(&account.id, &endpoints(&practice))
            .unwrap();
        for _ in 0..2 {
            seen.push(token(&*credential).await.unwrap());
            machine.pass(SignedDuration::from_hours(2));
        }
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6);
    practice.shutdown().await;
}

#[tokio::test]
async fn a_code_typed_into_the_practice_tenants_page_signs_in() {
    let practice = practice().await;
    let registration = registration(&practice);
    let owner = sign_in(&registration).await.unwrap().oid;
    let prompt = device_code::start(&registration, &permissions::scopes(&[Step::Manage]))
        .await
        .unwrap();
    let form = [
        ("user_code", prompt.user_code.as_str()),
        ("account", &owner),
        ("decision", "accept"),
    ];
    let page = reqwest::Client::new()
        .post(&prompt.verification_uri)
        .form(&form)
        .send()
        .await;
    assert!(page.unwrap().status().is_success());
    let signed_in = prompt.finish(std::future::pending()).await.unwrap();
    assert_eq!(signed_in.oid, owner);
    practice.shutdown().await;
}

#[tokio::test]
async fn a_tenant_or_application_that_is_not_there_is_named() {
    let practice = practice().await;
    let elsewhere =
        Registration::new(endpoints(&practice), "nowhere.example", PRACTICE_CLIENT_ID).unwrap();
    let error = device_code::start(&elsewhere, &permissions::scopes(&[Step::Read]))
        .await
        .unwrap_err();
    assert!(
        matches!(error, IdentityError::TenantUnknown(_)),
        "{error:?}"
    );
    let nobody = "00000000-0000-0000-0000-000000000000";
    let unknown = Registration::new(endpoints(&practice), "organizations", nobody).unwrap();
    let error = device_code::start(&unknown, &permissions::scopes(&[Step::Read]))
        .await
        .unwrap_err();
    assert!(
        matches!(error, IdentityError::ClientUnknown(_)),
        "{error:?}"
    );
    practice.shutdown().await;
}
