//! The clouds of Microsoft 365: which addresses belong together.
//!
//! Registrations, tokens and data never cross clouds, so Graph's root and the sign-in root always
//! travel as a pair. Deliberately elsewhere: which account uses which cloud (`accounts`), and the
//! practice tenant's addresses, which exist only while it runs.

use std::future::Future;

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::IdentityError;
use crate::permissions::is_sign_in_scope;

/// A cloud of Microsoft 365, or the practice tenant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Cloud {
    /// Worldwide, and US GCC.
    Global,
    /// US Government L4 (GCC High).
    UsGovL4,
    /// US Government L5 (DoD).
    UsGovL5,
    /// China, operated by 21Vianet.
    China,
    /// Addresses given by the person; made by [`Cloud::custom`].
    Custom {
        /// Graph's root, ending in `/v1.0`.
        graph: Url,
        /// The sign-in root, without a tenant.
        authority: Url,
    },
    /// The practice tenant, whose addresses are known only while it runs.
    Practice,
}

/// The addresses of one cloud.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CloudEndpoints {
    /// Graph's root, ending in `/v1.0`.
    pub graph_root: Url,
    /// The sign-in root, without a tenant.
    pub authority: Url,
    /// The administration centre, where there is one.
    pub portal: Option<Url>,
}

impl Cloud {
    /// A cloud at addresses that the person gives; `/v1.0` is added to Graph's when missing.
    ///
    /// # Errors
    /// [`IdentityError::InvalidInput`] for `graph` or `authority`: not an address, user information
    /// or a query in it, or plain http to anything but this machine.
    pub fn custom(graph: &str, authority: &str) -> Result<Self, IdentityError> {
        Ok(Self::Custom {
            graph: graph_root(graph)?,
            authority: root(authority, "authority")?,
        })
    }

    /// The addresses; `None` for [`Cloud::Practice`].
    pub fn endpoints(&self) -> Option<CloudEndpoints> {
        let (graph, authority, portal) = match self {
            Self::Global => (
                "https://graph.microsoft.com/v1.0",
                "https://login.microsoftonline.com",
                "https://entra.microsoft.com",
            ),
            Self::UsGovL4 => (
                "https://graph.microsoft.us/v1.0",
                "https://login.microsoftonline.us",
                "https://portal.azure.us",
            ),
            Self::UsGovL5 => (
                "https://dod-graph.microsoft.us/v1.0",
                "https://login.microsoftonline.us",
                "https://portal.azure.us",
            ),
            Self::China => (
                "https://microsoftgraph.chinacloudapi.cn/v1.0",
                "https://login.partner.microsoftonline.cn",
                "https://portal.azure.cn",
            ),
            Self::Custom { graph, authority } => {
                return Some(CloudEndpoints {
                    graph_root: graph.clone(),
                    authority: authority.clone(),
                    portal: None,
                });
            }
            Self::Practice => return None,
        };
        Some(CloudEndpoints {
            graph_root: Url::parse(graph).ok()?,
            authority: Url::parse(authority).ok()?,
            portal: Url::parse(portal).ok(),
        })
    }

    /// The addresses, with those of the practice tenant supplied by `practice`, which is called for
    /// [`Cloud::Practice`] only.
    ///
    /// # Errors
    /// What `practice` fails with.
    pub async fn endpoints_or<E, F>(
        &self,
        practice: impl FnOnce() -> F,
    ) -> Result<CloudEndpoints, E>
    where
        F: Future<Output = Result<CloudEndpoints, E>>,
    {
        match self.endpoints() {
            Some(endpoints) => Ok(endpoints),
            None => practice().await,
        }
    }
}

impl CloudEndpoints {
    /// A scope as this cloud's token endpoint wants it: Graph permissions carry Graph's address.
    ///
    /// At a plain http address, which is this machine, the bare name is the only one both sides know.
    pub(crate) fn qualified_scope(&self, name: &str) -> String {
        let bare = is_sign_in_scope(name) || name.contains("://");
        if bare || self.graph_root.scheme() != "https" {
            return name.to_owned();
        }
        format!("{}/{name}", self.graph_root.origin().ascii_serialization())
    }
}

fn graph_root(address: &str) -> Result<Url, IdentityError> {
    let mut url = root(address, "graph")?;
    let path = url.path().trim_end_matches('/').to_owned();
    if path.ends_with("/v1.0") {
        url.set_path(&path);
    } else {
        url.set_path(&format!("{path}/v1.0"));
    }
    Ok(url)
}

fn root(address: &str, field: &'static str) -> Result<Url, IdentityError> {
    let invalid = || IdentityError::InvalidInput { field };
    let url = Url::parse(address.trim()).map_err(|_| invalid())?;
    let plain = url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none();
    let private = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
    (url.has_host() && plain && anonymous && private)
        .then_some(url)
        .ok_or_else(invalid)
}

/// Whether `url` is one of this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_microsoft_cloud_has_a_graph_root_of_version_one() {
        for cloud in [Cloud::Global, Cloud::UsGovL4, Cloud::UsGovL5, Cloud::China] {
            let endpoints = cloud.endpoints().unwrap();
            assert!(endpoints.graph_root.path().ends_with("/v1.0"), "{cloud:?}");
            assert_eq!(endpoints.authority.scheme(), "https");
        }
        assert_eq!(Cloud::Practice.endpoints(), None);
    }

    #[test]
    fn a_custom_graph_address_gets_its_version_once() {
        for given in [
            "https://graph.example",
            "https://graph.example/v1.0",
            "https://graph.example/v1.0/",
        ] {
            let cloud = Cloud::custom(given, "https://login.example").unwrap();
            let root = cloud.endpoints().unwrap().graph_root;
            assert_eq!(root.as_str(), "https://graph.example/v1.0");
        }
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        assert!(Cloud::custom("http://127.0.0.1:81/v1.0", "http://localhost:82").is_ok());
        assert!(Cloud::custom("http://[::1]:81", "http://127.0.0.1:82").is_ok());
        for (graph, authority, field) in [
            ("http://graph.example", "https://login.example", "graph"),
            (
                "https://graph.example",
                "http://localhost.example",
                "authority",
            ),
            (
                "https://user:word@graph.example",
                "https://login.example",
                "graph",
            ),
            ("graph.example", "https://login.example", "graph"),
            (
                "https://graph.example",
                "https://login.example/?x=1",
                "authority",
            ),
        ] {
            let error = Cloud::custom(graph, authority).unwrap_err();
            assert!(matches!(error, IdentityError::InvalidInput { field: f } if f == field));
        }
    }

    #[test]
    fn scopes_carry_the_cloud_they_are_for() {
        let china = Cloud::China.endpoints().unwrap();
        assert_eq!(
            china.qualified_scope("User.Read"),
            "https://microsoftgraph.chinacloudapi.cn/User.Read"
        );
        assert_eq!(china.qualified_scope("offline_access"), "offline_access");
    }
}
