//! How a practice tenant is set up. What happens to it later (clock, faults,
//! reset) is in `tenant` and `control`.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

/// The size, the address and the files of a practice tenant.
#[derive(Debug, Clone)]
pub struct PracticeOptions {
    /// Where to listen; port 0 takes any free port.
    pub listen: SocketAddr,
    /// How many Microsoft 365 groups the owner owns. The tenant has about a quarter more,
    /// and three that were deleted lately, two of them the owner's.
    pub groups: u32,
    /// How many people the tenant has, guests and disabled accounts included; at least 12.
    /// From 1,200 on, one of the owner's groups has over 1,000 members; from 12,000 on, over
    /// 10,000.
    pub users: u32,
    /// The same seed, size and time give the same people and groups.
    pub seed: u64,
    /// The file that keeps everything that was changed; without it, nothing is kept.
    pub state: Option<PathBuf>,
    /// Whether permissions that need an administrator wait for one. Else everybody may
    /// accept them, which is easier to practise with than the service is.
    pub admin_consent_only: bool,
    /// Added to every answer of Microsoft Graph.
    pub latency: Duration,
    /// A JSON Lines file to which every exchange is appended.
    pub record: Option<PathBuf>,
}

impl Default for PracticeOptions {
    fn default() -> Self {
        Self {
            listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            groups: 52,
            users: 240,
            seed: 1,
            state: None,
            admin_consent_only: false,
            latency: Duration::ZERO,
            record: None,
        }
    }
}
