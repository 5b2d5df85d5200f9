//! What each bad answer of the sign-in service, or of whatever stands before it, means.

use identity::{Cloud, IdentityError, PRACTICE_CLIENT_ID, Registration, device_code};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use wiremock::matchers::any;
use wiremock::{Mock, ResponseTemplate};

use crate::support::{Platform, refusal};

/// What a person who is signing in gets when the service answers with `answer`.
async fn meaning(answer: ResponseTemplate) -> IdentityError {
    let platform = Platform::start().await;
    Mock::given(any())
        .respond_with(answer)
        .mount(&platform.server)
        .await;
    device_code::start(&platform.registration(), &[])
        .await
        .unwrap_err()
}

#[tokio::test]
async fn every_refusal_of_the_service_has_its_meaning() {
    for (error, number, expected) in [
        ("access_denied", 65004, "ConsentDeclined"),
        ("access_denied", 0, "ConsentDeclined"),
        ("invalid_grant", 65001, "AdminConsentRequired"),
        ("invalid_grant", 90094, "AdminConsentRequired"),
        ("access_denied", 90095, "AdminConsentRequired"),
        ("interaction_required", 50076, "InteractionRequired"),
        ("invalid_grant", 50079, "InteractionRequired"),
        ("invalid_grant", 53003, "InteractionRequired"),
        ("invalid_grant", 50158, "InteractionRequired"),
        ("login_required", 50058, "InteractionRequired"),
        ("invalid_grant", 700_082, "InteractionRequired"),
        ("invalid_grant", 50173, "InteractionRequired"),
        ("invalid_grant", 70008, "TimedOut"),
        ("invalid_grant", 54005, "TimedOut"),
        ("invalid_request", 50011, "RegistrationWrong"),
        ("invalid_client", 7_000_218, "RegistrationWrong"),
        ("invalid_grant", 50020, "AccountNotAllowed"),
        ("invalid_grant", 50034, "AccountNotAllowed"),
        ("interaction_required", 16000, "AccountNotAllowed"),
        ("invalid_grant", 50105, "AccountNotAllowed"),
        ("unauthorized_client", 50194, "TenantUnknown"),
        ("invalid_request", 90130, "TenantUnknown"),
        ("invalid_request", 90002, "TenantUnknown"),
        ("invalid_request", 90038, "WrongCloud"),
        ("unauthorized_client", 700_016, "ClientUnknown"),
        ("invalid_grant", 501_481, "SignInFailed"),
        ("invalid_request", 50196, "SignInFailed"),
        ("temporarily_unavailable", 90055, "ServiceUnavailable"),
        ("invalid_request", 90033, "ServiceUnavailable"),
        ("server_error", 0, "ServiceUnavailable"),
    ] {
        let answer = ResponseTemplate::new(400).set_body_json(refusal(error, number));
        let meaning = meaning(answer).await;
        let shown = format!("{meaning:?}");
        assert!(shown.starts_with(expected), "{error} {number}: {shown}");
        if !matches!(meaning, IdentityError::TimedOut) {
            let answer = meaning.answer().unwrap();
            assert_eq!(
                (answer.error.as_str(), answer.aadsts),
                (error, Some(number))
            );
            assert!(
                meaning.to_string().contains("c0ffee00"),
                "the help desk needs it: {meaning}"
            );
        }
    }
}

#[tokio::test]
async fn a_proxys_page_is_told_from_the_service() {
    for status in [200, 302, 403, 407] {
        let answer = ResponseTemplate::new(status).set_body_string("<html>Log in to Wi-Fi</html>");
        let error = meaning(answer).await;
        assert!(
            matches!(error, IdentityError::UnexpectedAnswer { .. }),
            "{status}: {error:?}"
        );
        assert!(!error.to_string().contains("Wi-Fi"));
    }
}

#[tokio::test]
async fn a_service_that_is_down_says_when_to_come_back() {
    for status in [429, 500, 502, 503, 504] {
        let answer = ResponseTemplate::new(status).insert_header("retry-after", "1.5");
        let IdentityError::ServiceUnavailable {
            retry_after,
            status: got,
            ..
        } = meaning(answer).await
        else {
            panic!("{status} passes");
        };
        assert_eq!(
            (retry_after.unwrap().as_millis(), got),
            (1500, Some(status))
        );
    }
}

#[tokio::test]
async fn a_wrong_clock_is_named_with_its_error() {
    let answer = ResponseTemplate::new(400)
        .set_body_json(refusal("invalid_request", 500_133))
        .insert_header("date", "Mon, 01 Jan 2001 00:00:00 GMT");
    let IdentityError::ClockWrong { skew: Some(skew) } = meaning(answer).await else {
        panic!("the service's time is known");
    };
    assert!(
        skew.as_hours() > 24 * 365,
        "this clock is fast, by that measure"
    );
}

#[tokio::test]
async fn no_connection_is_offline() {
    let address = closed_port().await;
    let cloud = Cloud::custom(&address, &address).unwrap();
    let endpoints = cloud.endpoints().unwrap();
    let registration = Registration::new(endpoints, "organizations", PRACTICE_CLIENT_ID).unwrap();
    let error = device_code::start(&registration, &[]).await.unwrap_err();
    assert!(matches!(error, IdentityError::Offline(_)), "{error:?}");
}

async fn closed_port() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

#[tokio::test]
async fn a_body_that_is_cut_short_is_no_answer() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.unwrap();
        let mut request = [0; 4096];
        let _ = connection.read(&mut request).await.unwrap();
        let head =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n";
        connection
            .write_all(format!("{head}{{\"device_co").as_bytes())
            .await
            .unwrap();
    });
    let endpoints = Cloud::custom(&address, &address)
        .unwrap()
        .endpoints()
        .unwrap();
    let registration = Registration::new(endpoints, "organizations", PRACTICE_CLIENT_ID).unwrap();
    let error = device_code::start(&registration, &[]).await.unwrap_err();
    assert!(
        matches!(error, IdentityError::UnexpectedAnswer { .. }),
        "{error:?}"
    );
}
