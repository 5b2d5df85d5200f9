//! The tenant as all its parts share it: clock, world, sign-in, faults, and the
//! one way in which the world changes. Public handles are in `practice`, the
//! wire in `server`.

use std::sync::{
    Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, Weak,
};

use http::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Clock;
use crate::faults::{Fault, Faults};
use crate::graph::FavoriteReading;
use crate::odata::ODataError;
use crate::sign_in::{Person, Principal, SignIn, Tenancy, TokenRefused};
use crate::state::{Entry, Header, Journal, Kept};
use crate::world::{ADMINISTRATOR, Blueprint, COMPANY, Change, DOMAIN, OWNER, User, World};

/// How the service behaves where tenants differ.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Behavior {
    pub(crate) favorites: FavoriteReading,
    /// How long a write stays unseen by reads of single objects and plain lists.
    pub(crate) lag: SignedDuration,
    /// The same for the index behind advanced queries.
    pub(crate) index_lag: SignedDuration,
    /// How long a reply is under way before it is listed.
    pub(crate) delivery: SignedDuration,
    /// How long the tenant's settings are shown before they are obeyed.
    pub(crate) settings: SignedDuration,
}

impl Default for Behavior {
    fn default() -> Self {
        Self {
            favorites: FavoriteReading::default(),
            lag: SignedDuration::ZERO,
            index_lag: SignedDuration::from_secs(2),
            delivery: SignedDuration::from_secs(3),
            settings: SignedDuration::from_mins(15),
        }
    }
}

impl Behavior {
    pub(crate) fn lag(&self, indexed: bool) -> SignedDuration {
        if indexed {
            self.lag.max(self.index_lag)
        } else {
            self.lag
        }
    }
}

/// Everything that a running practice tenant holds.
pub(crate) struct Tenant {
    clock: Clock,
    world: RwLock<World>,
    header: RwLock<Header>,
    writes: RwLock<Vec<Change>>,
    journal: Mutex<Journal>,
    faults: Mutex<Faults>,
    behavior: RwLock<Behavior>,
    sign_in: OnceLock<Weak<SignIn>>,
}

impl Tenant {
    /// Draws the world and makes the kept writes take effect again.
    pub(crate) fn new(clock: Clock, kept: &Kept, journal: Journal) -> Self {
        let mut world = kept.header.blueprint.draw();
        let mut writes = Vec::new();
        let mut behavior = Behavior::default();
        let mut faults = Faults::default();
        for entry in &kept.entries {
            match entry {
                Entry::Write(change) => {
                    world.apply(change);
                    writes.push(change.clone());
                }
                Entry::Clock(seconds) => clock.set_offset_seconds(*seconds),
                Entry::Favorites(reading) => behavior.favorites = *reading,
                Entry::Behavior(kept) => behavior = *kept,
                Entry::Faults(kept) => faults.restore(kept),
                Entry::SignIn(_) => {}
            }
        }
        Self {
            clock,
            world: RwLock::new(world),
            header: RwLock::new(kept.header.clone()),
            writes: RwLock::new(writes),
            journal: Mutex::new(journal),
            faults: Mutex::new(faults),
            behavior: RwLock::new(behavior),
            sign_in: OnceLock::new(),
        }
    }

    /// Joins sign-in to the tenant; once, before the first call.
    pub(crate) fn set_sign_in(&self, sign_in: &Arc<SignIn>) {
        if self.sign_in.set(Arc::downgrade(sign_in)).is_err() {
            tracing::warn!("sign-in was joined twice");
        }
    }

    pub(crate) fn sign_in(&self) -> Option<Arc<SignIn>> {
        self.sign_in.get()?.upgrade()
    }

    pub(crate) fn principal(&self, token: &str) -> Result<Principal, TokenRefused> {
        self.sign_in()
            .ok_or(TokenRefused::Invalid)?
            .principal(token)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn clock_offset_seconds(&self) -> i64 {
        self.clock.offset_seconds()
    }

    pub(crate) fn world(&self) -> RwLockReadGuard<'_, World> {
        self.world.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn world_mut(&self) -> RwLockWriteGuard<'_, World> {
        self.world.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// The fault for a call, which is counted; a rule's counts are kept.
    pub(crate) fn take_fault(
        &self,
        method: &Method,
        words: &[String],
        in_batch: bool,
    ) -> Option<Fault> {
        if self.faults().rules.is_empty() {
            return self.faults().take(method, words, in_batch);
        }
        let taken = self.change_faults(|faults| faults.take(method, words, in_batch));
        taken.unwrap_or_else(|error| {
            tracing::error!(%error, "the state file cannot be written");
            None
        })
    }

    /// The one way to change rules and conditions, which are kept.
    pub(crate) fn change_faults<T>(
        &self,
        change: impl FnOnce(&mut Faults) -> T,
    ) -> std::io::Result<T> {
        let mut journal = self.journal();
        let mut faults = self.faults();
        let outcome = change(&mut faults);
        journal.append(&Entry::Faults(faults.kept()))?;
        Ok(outcome)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn behavior(&self) -> Behavior {
        *self.behavior.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The world that links were given out for.
    pub(crate) fn epoch(&self) -> String {
        self.header
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .epoch
            .clone()
    }

    /// Every effective write since the world was drawn, oldest first.
    pub(crate) fn writes(&self) -> Vec<Change> {
        self.writes
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The one way to change the world: kept first, then in effect. Decides on the
    /// world as it is and writes what was decided, in one step: nothing else is
    /// written in between. What changes nothing is no write.
    pub(crate) fn decide(
        &self,
        decide: impl FnOnce(&World) -> Result<Change, ODataError>,
    ) -> Result<Change, ODataError> {
        let mut journal = self.journal();
        let change = decide(&self.world())?;
        if !self.world().is_changed_by(&change) {
            return Ok(change);
        }
        journal
            .append(&Entry::Write(change.clone()))
            .map_err(|error| not_kept(&error))?;
        self.world_mut().apply(&change);
        self.writes
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .push(change.clone());
        Ok(change)
    }

    /// Moves the clock; never back before the real time.
    pub(crate) fn advance(&self, by: SignedDuration) -> std::io::Result<()> {
        let mut journal = self.journal();
        let seconds = self
            .clock
            .offset_seconds()
            .saturating_add(by.as_secs())
            .max(0);
        journal.append(&Entry::Clock(seconds))?;
        self.clock.set_offset_seconds(seconds);
        Ok(())
    }

    pub(crate) fn set_behavior(&self, behavior: Behavior) -> std::io::Result<()> {
        self.journal().append(&Entry::Behavior(behavior))?;
        *self
            .behavior
            .write()
            .unwrap_or_else(PoisonError::into_inner) = behavior;
        Ok(())
    }

    /// Draws a new world of another size, at the real time. People keep their
    /// ids and stay signed in; faults and everything else is forgotten.
    pub(crate) fn reset(&self, groups: u32, users: u32) -> std::io::Result<()> {
        let mut journal = self.journal();
        self.clock.set_offset_seconds(0);
        let seed = self.blueprint().seed;
        let blueprint = Blueprint {
            seed,
            groups,
            users,
            drawn: self.now(),
        };
        let world = blueprint.draw();
        let header = Header::new(new_epoch(), blueprint);
        let snapshot = self
            .sign_in()
            .map(|sign_in| Entry::SignIn(sign_in.snapshot()));
        journal.restart(&header, snapshot.as_slice())?;
        *self.world_mut() = world;
        *self.header.write().unwrap_or_else(PoisonError::into_inner) = header;
        self.writes
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        *self
            .behavior
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Behavior::default();
        *self.faults() = Faults::default();
        Ok(())
    }

    pub(crate) fn blueprint(&self) -> Blueprint {
        self.header
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .blueprint
            .clone()
    }

    /// The owner's and the administrator's object ids.
    pub(crate) fn ready_people(&self) -> [String; 2] {
        let world = self.world();
        [OWNER, ADMINISTRATOR].map(|index| {
            world
                .user(index)
                .map(|user| user.id.clone())
                .unwrap_or_default()
        })
    }
}

/// A name for a world, that no other world has.
pub(crate) fn new_epoch() -> String {
    Uuid::new_v4().to_string()
}

fn not_kept(error: &std::io::Error) -> ODataError {
    tracing::error!(%error, "the state file cannot be written");
    ODataError::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "InternalServerError",
        "The write could not be kept.",
    )
}

fn person(user: &User) -> Person {
    Person {
        id: user.id.clone(),
        display_name: user.display_name.clone(),
        user_principal_name: user.user_principal_name.clone(),
        administrator: user.is_administrator(),
        enabled: user.account_enabled,
    }
}

impl Tenancy for Tenant {
    fn tenant_id(&self) -> String {
        self.world().tenant_id.clone()
    }

    fn domain(&self) -> String {
        DOMAIN.to_owned()
    }

    fn tenant_name(&self) -> String {
        COMPANY.to_owned()
    }

    fn now(&self) -> Timestamp {
        Self::now(self)
    }

    fn people(&self) -> Vec<Person> {
        self.world()
            .users
            .iter()
            .filter(|user| user.account_enabled && user.deleted.is_none())
            .map(person)
            .collect()
    }

    fn person(&self, id_or_login: &str) -> Option<Person> {
        let world = self.world();
        world.user(world.user_index(id_or_login)?).map(person)
    }

    fn changed(&self) {
        let mut journal = self.journal();
        let Some(sign_in) = self.sign_in() else {
            return;
        };
        if let Err(error) = journal.append(&Entry::SignIn(sign_in.snapshot())) {
            tracing::error!(%error, "the state file cannot be written");
        }
    }
}
