//! Apps and their redirects. The practice tenant knows every client id as a
//! public client with a loopback redirect; nothing has to be registered.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::LOCATION;
use url::{Host, Url};
use uuid::Uuid;

use super::SignIn;
use super::errors::OAuthError;

impl SignIn {
    /// Takes any GUID but the one of zeros, which stands for an unknown app.
    pub(super) fn check_client(&self, client_id: Option<&str>) -> Result<String, OAuthError> {
        let client_id = client_id
            .filter(|id| !id.is_empty())
            .ok_or_else(|| OAuthError::missing("client_id"))?;
        let known = Uuid::try_parse(client_id).is_ok_and(|id| !id.is_nil());
        known
            .then(|| client_id.to_ascii_lowercase())
            .ok_or_else(|| OAuthError::unknown_client(client_id, &self.tenancy.tenant_name()))
    }
}

/// Takes `http` on `localhost` or `127.0.0.1` with any port; `[::1]` is
/// refused as the service refuses it (reply-url.md).
pub(super) fn loopback_redirect(redirect: &str) -> Option<Url> {
    let url = Url::parse(redirect).ok()?;
    let loopback = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(_) => false,
    };
    (loopback && url.scheme() == "http" && url.fragment().is_none()).then_some(url)
}

/// The redirect with what the tenant answers; absent values are left out.
pub(super) fn with_answer(redirect: &Url, answer: &[(&str, Option<&str>)]) -> Url {
    let mut url = redirect.clone();
    // Asking for the pairs would leave a bare `?` behind when there are none.
    for (name, value) in answer {
        if let Some(value) = value {
            url.query_pairs_mut().append_pair(name, value);
        }
    }
    url
}

pub(super) fn found(url: &Url) -> Response {
    (StatusCode::FOUND, [(LOCATION, url.as_str())]).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_only_to_this_computer() {
        assert!(loopback_redirect("http://localhost:5123").is_some());
        assert!(loopback_redirect("http://127.0.0.1:5123/back").is_some());
        for refused in [
            "http://[::1]:5123",
            "https://localhost",
            "http://localhost.example",
            "tenure://back",
        ] {
            assert!(loopback_redirect(refused).is_none(), "{refused}");
        }
    }

    #[test]
    fn an_answer_keeps_the_query_of_the_redirect() {
        let redirect = Url::parse("http://localhost:1/?app=1").unwrap();
        let answered = with_answer(&redirect, &[("code", Some("a b")), ("state", None)]);
        assert_eq!(answered.as_str(), "http://localhost:1/?app=1&code=a+b");
    }
}
