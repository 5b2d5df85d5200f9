//! The handles on a practice tenant that runs inside another program: start,
//! addresses, tokens, clock, conditions, reset, shutdown. The same things can be
//! done over HTTP at the control address.

use std::fs::File;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use tokio::net::TcpListener;

use crate::Conditions;
use crate::clock::Clock;
use crate::control::CONTROL;
use crate::options::PracticeOptions;
use crate::record::Recorder;
use crate::server::{Mailboxes, Running, Server};
use crate::sign_in::{SignIn, Tenancy};
use crate::state::{self, Entry, Header, Journal, Kept};
use crate::tenant::{Tenant, new_epoch};
use crate::world::{Blueprint, Change, EventKind, OWNER, Role};

/// Why a practice tenant did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address is taken or not this computer's.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the operating system said.
        source: io::Error,
    },
    /// The state file or the recording cannot be read or written.
    #[error("cannot use the file {}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

/// How far to move the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advance {
    /// By 24 hours.
    Day,
    /// By seven days.
    Week,
    /// To a minute before the owner's next group expires; nothing if none does.
    NextExpiry,
    /// To just after the next thing that time brings about for one of the owner's groups; nothing if
    /// nothing is ahead.
    NextEvent,
    /// By any time, whole seconds; the clock never goes back before the real time.
    By(SignedDuration),
}

/// What the tenant is like at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The tenant's own time.
    pub now: Timestamp,
    /// How many Microsoft 365 groups the owner owns.
    pub groups: u32,
    /// How many people the tenant has.
    pub users: u32,
    /// How the service fares.
    pub conditions: Conditions,
    /// Whether the owner holds the role of a Groups Administrator.
    pub administrator: bool,
    /// When the owner's next group expires, and its name.
    pub next_expiry: Option<(Timestamp, String)>,
    /// What time brings about next for one of the owner's groups, and its name.
    pub next_event: Option<(Timestamp, EventKind, String)>,
}

/// A practice tenant at work. It ends when it is dropped, or in order with
/// [`PracticeTenant::shutdown`].
pub struct PracticeTenant {
    address: SocketAddr,
    tenant: Arc<Tenant>,
    /// The tenant itself holds its sign-in only weakly.
    _sign_in: Arc<SignIn>,
    running: Running,
    /// Keeps other processes from the state file.
    _lock: Option<File>,
    owner_token: String,
    administrator_token: String,
}

impl PracticeTenant {
    /// Starts a tenant: a kept one, if the state file holds one, else a new one.
    ///
    /// # Errors
    /// When the address or one of the files cannot be used.
    pub async fn start(options: PracticeOptions) -> Result<Self, StartError> {
        let address = options.listen;
        let listen = |source| StartError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;

        let lock = options
            .state
            .as_ref()
            .map(|path| state::lock(path).map_err(|source| file(path.clone(), source)));
        let lock = lock.transpose()?;
        let (tenant, sign_in) = open(&options)?;
        let [owner, administrator] = tenant.ready_people();
        let owner_token = sign_in.issue_ready_token(&owner);
        let administrator_token = sign_in.issue_ready_token(&administrator);
        let recorder = options.record.as_ref().map(|path| {
            Recorder::open(path).map_err(|source| StartError::File {
                path: path.clone(),
                source,
            })
        });
        let server = Server {
            tenant: Arc::clone(&tenant),
            sign_in: Arc::clone(&sign_in),
            recorder: recorder.transpose()?.map(Arc::new),
            latency: options.latency,
            mailboxes: Mailboxes::default(),
        };
        let running = server.run(listener);
        Ok(Self {
            address,
            tenant,
            _sign_in: sign_in,
            running,
            _lock: lock,
            owner_token,
            administrator_token,
        })
    }

    /// The address of Microsoft Graph; ends in `/v1.0`.
    pub fn graph(&self) -> String {
        format!("http://{}/v1.0", self.address)
    }

    /// The address of sign-in.
    pub fn authority(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The control address.
    pub fn control(&self) -> String {
        format!("http://{}/control", self.address)
    }

    /// A token of the owner with all permissions, which does not expire.
    pub fn owner_token(&self) -> &str {
        &self.owner_token
    }

    /// A token of the administrator with all permissions, which does not expire.
    pub fn administrator_token(&self) -> &str {
        &self.administrator_token
    }

    /// The sign-in name of the person who owns the groups.
    pub fn owner_login() -> &'static str {
        "nadia.haddad@contoso-practice.example"
    }

    /// What the world was drawn from, which a kept tenant keeps: groups of the owner,
    /// people, seed.
    pub fn drawn_from(&self) -> (u32, u32, u64) {
        let Blueprint {
            groups,
            users,
            seed,
            ..
        } = self.tenant.blueprint();
        (groups, users, seed)
    }

    /// What the tenant is like at the moment.
    pub fn status(&self) -> Status {
        let now = self.tenant.now();
        let world = self.tenant.world();
        Status {
            now,
            groups: self.tenant.blueprint().groups,
            users: u32::try_from(world.users.len()).unwrap_or(u32::MAX),
            conditions: self.tenant.faults().conditions,
            administrator: world
                .user(OWNER)
                .is_some_and(|owner| owner.roles.contains(&Role::Groups)),
            next_expiry: world
                .next_expiry(OWNER, now)
                .map(|(at, group)| (at, group.to_owned())),
            next_event: world
                .next_event(OWNER, now)
                .map(|(at, kind, group)| (at, kind, group.to_owned())),
        }
    }

    /// Moves the tenant's clock.
    ///
    /// # Errors
    /// When the state file cannot be written; the clock stays as it was then.
    pub fn advance(&self, advance: Advance) -> io::Result<()> {
        let by = match advance {
            Advance::Day => SignedDuration::from_hours(24),
            Advance::Week => SignedDuration::from_hours(7 * 24),
            Advance::NextExpiry => self.until_next_expiry(),
            Advance::NextEvent => self.until_next_event(),
            Advance::By(by) => by,
        };
        self.tenant.advance(by)
    }

    fn until_next_expiry(&self) -> SignedDuration {
        let soon = self.tenant.now() + SignedDuration::from_mins(1);
        let world = self.tenant.world();
        world
            .next_expiry(OWNER, soon)
            .map_or(SignedDuration::ZERO, |(at, _)| at.duration_since(soon))
    }

    fn until_next_event(&self) -> SignedDuration {
        let now = self.tenant.now();
        let world = self.tenant.world();
        let next = world.next_event(OWNER, now);
        next.map_or(SignedDuration::ZERO, |(at, ..)| {
            at.duration_since(now) + SignedDuration::from_secs(1)
        })
    }

    /// Makes the service throttled, slow, unavailable or normal again.
    pub fn set_conditions(&self, conditions: Conditions) {
        let set = self
            .tenant
            .change_faults(|faults| faults.conditions = conditions);
        if let Err(error) = set {
            tracing::error!(%error, "the conditions hold until the end of this process only");
        }
    }

    /// Gives the owner the role of a Groups Administrator, or takes it. It holds at once.
    ///
    /// # Errors
    /// When the state file cannot be written; the owner stays what they were then.
    pub fn set_administrator(&self, held: bool) -> io::Result<()> {
        let person = {
            let world = self.tenant.world();
            world.user(OWNER).map(|owner| owner.id.clone())
        };
        let change = Change::Role {
            person: person.unwrap_or_default(),
            user: CONTROL.to_owned(),
            role: Role::Groups,
            held,
            at: self.tenant.now(),
        };
        let decided = self.tenant.decide(|_| Ok(change));
        decided
            .map(drop)
            .map_err(|error| io::Error::other(error.to_string()))
    }

    /// Draws a new world of this size at the real time. People stay signed in.
    ///
    /// # Errors
    /// When the state file cannot be written.
    pub fn reset(&self, groups: u32, users: u32) -> io::Result<()> {
        self.tenant.reset(groups, users)
    }

    /// Ends the tenant; open calls get two seconds to finish.
    pub async fn shutdown(self) {
        self.running.shutdown().await;
    }
}

fn open(options: &PracticeOptions) -> Result<(Arc<Tenant>, Arc<SignIn>), StartError> {
    let clock = Clock::default();
    let kept = match &options.state {
        Some(path) => state::read(path).map_err(|source| file(path.clone(), source))?,
        None => None,
    };
    let kept = kept.unwrap_or_else(|| fresh(options, &clock));
    let journal = match &options.state {
        Some(path) => Journal::create(path, &kept.header, &kept.entries)
            .map_err(|source| file(path.clone(), source))?,
        None => Journal::default(),
    };
    let seed = kept.header.blueprint.seed;
    let tenant = Arc::new(Tenant::new(clock, &kept, journal));
    let sign_in = Arc::new(SignIn::new(seed, Arc::clone(&tenant) as Arc<dyn Tenancy>));
    tenant.set_sign_in(&sign_in);
    for entry in &kept.entries {
        if let Entry::SignIn(snapshot) = entry {
            sign_in.restore(snapshot);
        }
    }
    if options.admin_consent_only {
        sign_in.restrict_consent();
    }
    Ok((tenant, sign_in))
}

fn file(path: PathBuf, source: io::Error) -> StartError {
    StartError::File { path, source }
}

fn fresh(options: &PracticeOptions, clock: &Clock) -> Kept {
    let PracticeOptions {
        seed,
        groups,
        users,
        ..
    } = *options;
    let blueprint = Blueprint {
        seed,
        groups,
        users,
        drawn: clock.now(),
    };
    Kept {
        header: Header::new(new_epoch(), blueprint),
        entries: Vec::new(),
    }
}
