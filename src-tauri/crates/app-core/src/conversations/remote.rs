//! Images that lie elsewhere, fetched only where the person asked for it: without a token or a cookie, from
//! addresses of the open internet alone.
//!
//! A message could otherwise make this machine ask its own network. So names are looked up here, every address
//! that they lead to is judged, also of a redirect, and the connection goes to what was judged. Behind a proxy
//! of the system's it is the proxy that looks names up.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::{Attempt, Policy};
use reqwest::{Client, Url};

/// A larger image is not fetched.
const LARGEST: usize = 5 * 1024 * 1024;
const CONNECT: Duration = Duration::from_secs(5);
const WHOLE: Duration = Duration::from_secs(15);
const REDIRECTS: usize = 5;

/// Why an image was not fetched.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotFetched {
    /// The address is none of the open internet by https.
    #[error("the address is not one of the open internet")]
    Address,
    /// It could not be reached.
    #[error("it could not be reached")]
    Unreachable(#[from] reqwest::Error),
    /// It is larger than is shown.
    #[error("it is too large")]
    TooLarge,
}

static CLIENT: LazyLock<Result<Client, reqwest::Error>> = LazyLock::new(|| {
    Client::builder()
        .https_only(true)
        .redirect(Policy::custom(only_outside))
        .dns_resolver(Arc::new(Outside))
        .connect_timeout(CONNECT)
        .timeout(WHOLE)
        .referer(false)
        .build()
});

/// Fetches an image.
///
/// # Errors
/// See [`NotFetched`].
pub(super) async fn fetched(address: &str) -> Result<Bytes, NotFetched> {
    let url = Url::parse(address).ok().and_then(by_https);
    let url = url.filter(may_be_asked).ok_or(NotFetched::Address)?;
    let client = CLIENT.as_ref().map_err(|_| NotFetched::Address)?;
    let get = client
        .get(url)
        .header("accept", "image/png,image/jpeg,image/gif,image/webp");
    let mut answer = get.send().await?.error_for_status()?;
    let mut bytes = BytesMut::new();
    while let Some(piece) = answer.chunk().await? {
        if bytes.len() + piece.len() > LARGEST {
            return Err(NotFetched::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes.freeze())
}

/// Most images that are named by http are there by https too.
fn by_https(mut url: Url) -> Option<Url> {
    if url.scheme() == "http" && url.port().is_none() {
        url.set_scheme("https").ok()?;
    }
    (url.scheme() == "https").then_some(url)
}

fn only_outside(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    let may = attempt.url().scheme() == "https" && may_be_asked(attempt.url());
    if may && attempt.previous().len() <= REDIRECTS {
        attempt.follow()
    } else {
        attempt.stop()
    }
}

/// Whether an address names a host of the open internet, as far as it says without looking the name up.
fn may_be_asked(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(address)) => is_outside(address.into()),
        Some(url::Host::Ipv6(address)) => is_outside(address.into()),
        Some(url::Host::Domain(name)) => name.contains('.') && !name.ends_with(".localhost"),
        None => false,
    }
}

/// Looks names up and keeps what lies outside.
#[derive(Debug)]
struct Outside;

impl Resolve for Outside {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let outside: Vec<SocketAddr> = found.filter(|found| is_outside(found.ip())).collect();
            if outside.is_empty() {
                return Err("no address of the open internet".into());
            }
            Ok(Box::new(outside.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is one of the open internet: neither this machine's nor its network's, nor set aside for
/// anything else (RFC 6890).
fn is_outside(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_outside_v4(address),
        IpAddr::V6(address) => {
            let [first, second, ..] = address.segments();
            let embedded = address.to_ipv4();
            embedded.is_none_or(is_outside_v4)
                && !address.is_loopback()
                && !address.is_unspecified()
                && !address.is_multicast()
                && first & 0xfe00 != 0xfc00
                && first & 0xffc0 != 0xfe80
                && first & 0xffc0 != 0xfec0
                && first != 0x0064
                && first != 0x2002
                && (first, second) != (0x2001, 0x0db8)
                && (first, second) != (0x2001, 0)
        }
    }
}

fn is_outside_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || first == 0
        || first >= 240
        || (first == 100 && (64..128).contains(&second))
        || (first == 192 && second == 0 && third == 0)
        || (first == 198 && (18..20).contains(&second)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_and_its_network_are_never_asked() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
        ] {
            assert!(!is_outside(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"] {
            assert!(is_outside(outside.parse().unwrap()), "{outside}");
        }
    }

    #[tokio::test]
    async fn an_address_that_leads_inside_is_refused_before_anything_is_sent() {
        for address in [
            "https://127.0.0.1/x.png",
            "https://[::1]/x.png",
            "https://localhost/x.png",
            "https://2130706433/x.png",
            "https://0x7f.1/x.png",
            "https://router/x.png",
            "http://example.com:8080/x.png",
            "file:///etc/passwd",
            "ftp://example.com/x.png",
        ] {
            let refused = fetched(address).await;
            assert!(matches!(refused, Err(NotFetched::Address)), "{address}");
        }
    }
}
