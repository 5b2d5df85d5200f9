//! Graph's root address: the one place that a token may be sent to.

use std::net::IpAddr;

use url::{Host, Url};

/// The root of a Graph service, ending in `/v1.0`: `https://graph.microsoft.com/v1.0` and the like.
///
/// Every address that the client calls lies below it; a link to anywhere else is refused, because a
/// token would travel with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphRoot(Url);

/// Why a text is no Graph root.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RootError {
    /// It is no absolute address.
    #[error("not an address: {0}")]
    NotAnAddress(String),
    /// It is not https, and not http to this computer either.
    #[error("only https is allowed, and http for this computer itself")]
    NotSecure,
    /// It carries a user name, a query or a fragment.
    #[error("an address without user name, query and fragment is needed")]
    TooMuch,
}

impl GraphRoot {
    /// Reads a root; `/v1.0` is added when the address has no version.
    ///
    /// # Errors
    /// [`RootError`]: https is required, except for a loopback address.
    pub fn parse(text: &str) -> Result<Self, RootError> {
        let mut url =
            Url::parse(text.trim()).map_err(|error| RootError::NotAnAddress(error.to_string()))?;
        let secure = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
        if !secure {
            return Err(RootError::NotSecure);
        }
        let has_user = !url.username().is_empty() || url.password().is_some();
        if has_user || url.query().is_some() || url.fragment().is_some() {
            return Err(RootError::TooMuch);
        }
        let path = url.path().trim_end_matches('/').to_owned();
        if path.ends_with("/v1.0") {
            url.set_path(&path);
        } else {
            url.set_path(&format!("{path}/v1.0"));
        }
        Ok(Self(url))
    }

    /// The address itself, without a slash at its end.
    pub fn as_url(&self) -> &Url {
        &self.0
    }

    /// The address below the root that `segments` lead to; each is percent-encoded.
    pub(crate) fn join(&self, segments: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.extend(segments);
        }
        url
    }

    /// Whether `url` is on the root's own scheme, host and port.
    pub fn same_origin(&self, url: &Url) -> bool {
        self.0.origin() == url.origin()
    }

    /// Whether the root is this computer.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_without_a_version_gets_one() {
        let root = GraphRoot::parse("https://graph.microsoft.us/").unwrap();
        assert_eq!(root.as_url().as_str(), "https://graph.microsoft.us/v1.0");
    }

    #[test]
    fn plain_http_is_for_this_computer_only() {
        assert!(GraphRoot::parse("http://127.0.0.1:4000/v1.0").is_ok());
        assert!(GraphRoot::parse("http://[::1]:4000").is_ok());
        assert_eq!(
            GraphRoot::parse("http://graph.microsoft.com"),
            Err(RootError::NotSecure)
        );
        assert_eq!(
            GraphRoot::parse("http://127.0.0.1.evil.example"),
            Err(RootError::NotSecure)
        );
    }

    #[test]
    fn another_port_is_another_origin() {
        let root = GraphRoot::parse("http://127.0.0.1:4000").unwrap();
        assert!(
            root.same_origin(
                &Url::parse("http://127.0.0.1:4000/v1.0/groups?$skiptoken=x").unwrap()
            )
        );
        assert!(!root.same_origin(&Url::parse("http://127.0.0.1:4001/v1.0/groups").unwrap()));
    }

    #[test]
    fn ids_cannot_climb_out_of_their_segment() {
        let root = GraphRoot::parse("https://graph.microsoft.com").unwrap();
        assert_eq!(
            root.join(&["groups", "a/b?c"]).path(),
            "/v1.0/groups/a%2Fb%3Fc"
        );
    }
}
