//! The company: its people and groups, who owns and belongs to what, and the
//! favorites of each person. It knows nothing of HTTP, tokens or OData; it is
//! changed only through [`World::apply`], so that a written change can be
//! replayed.

mod apply;
mod change;
pub(crate) mod contents;
mod edit;
pub(crate) mod expiry;
mod generate;
mod group;
mod group_names;
pub(crate) mod labels;
mod life;
pub(crate) mod lifecycle;
mod mail_settings;
mod names;
pub(crate) mod naming;
mod new_group;
mod object;
mod peculiar;
pub(crate) mod photos;
pub(crate) mod pictures;
mod policies;
mod policy_change;
mod provisioning;
mod role;
pub(crate) mod settings;
pub(crate) mod teams;
mod upkeep;
mod user;

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::Timestamp;

pub(crate) use change::Change;
pub(crate) use edit::{Edit, MailEdit};
pub use expiry::EventKind;
pub(crate) use generate::Blueprint;
pub(crate) use group::{Group, People, UserIndex, Visibility};
pub(crate) use life::Life;
pub(crate) use lifecycle::{LifecyclePolicy, ManagedGroups, PolicyEdit};
pub(crate) use mail_settings::MailSettings;
pub(crate) use new_group::NewGroup;
pub(crate) use object::{DirectoryObject, ObjectKind};
pub(crate) use policy_change::PolicyChange;
pub(crate) use provisioning::{Part, Provisioning};
pub(crate) use role::Role;
pub(crate) use settings::{Rules, Setting};
pub(crate) use user::{User, UserType};

/// The domain of everybody's sign-in name.
pub(crate) const DOMAIN: &str = "contoso-practice.example";
/// The name of the company.
pub(crate) const COMPANY: &str = "Contoso Practice";
/// The owner's place among the people.
pub(crate) const OWNER: UserIndex = 0;
/// The administrator's place among the people.
pub(crate) const ADMINISTRATOR: UserIndex = 1;

/// A write to a group that readers of the change log can ask for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Touched {
    pub(crate) group: usize,
    pub(crate) at: Timestamp,
    pub(crate) what: Touch,
}

/// What a write touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Touch {
    /// The property of that name.
    Property(&'static str),
    /// Somebody came to, or left, one of the two lists.
    Person(People, UserIndex),
    /// The group came, went, or came back.
    Life,
}

/// Everything in the tenant.
pub(crate) struct World {
    pub(crate) tenant_id: String,
    pub(crate) users: Vec<User>,
    /// All there ever were: `life` says which are there.
    pub(crate) groups: Vec<Group>,
    pub(crate) objects: Vec<DirectoryObject>,
    pub(crate) lifecycle: lifecycle::Lifecycle,
    pub(crate) settings: settings::Settings,
    users_by_key: HashMap<String, UserIndex>,
    groups_by_id: HashMap<String, usize>,
    owned: HashMap<UserIndex, Vec<usize>>,
    joined: HashMap<UserIndex, Vec<usize>>,
    favorites: HashSet<(UserIndex, usize)>,
    /// Groups with states that only readers who lag see.
    written: BTreeSet<usize>,
    /// Every write in the directory since the world was generated, oldest first.
    pub(crate) touched: Vec<Touched>,
    pub(crate) contents: contents::Contents,
    pub(crate) photos: photos::Photos,
    pub(crate) teams: teams::Teams,
    /// Mails about expiry that are kept since a write; the others are derived.
    outbox: Vec<expiry::Notice>,
}

impl World {
    fn new(tenant_id: String, policy_id: String, users: Vec<User>, groups: Vec<Group>) -> Self {
        let mut world = Self {
            tenant_id,
            users_by_key: HashMap::with_capacity(users.len() * 2),
            groups_by_id: HashMap::with_capacity(groups.len()),
            users,
            groups,
            objects: Vec::new(),
            lifecycle: lifecycle::Lifecycle::first(policy_id),
            settings: settings::Settings::default(),
            owned: HashMap::new(),
            joined: HashMap::new(),
            favorites: HashSet::new(),
            written: BTreeSet::new(),
            touched: Vec::new(),
            contents: contents::Contents::default(),
            photos: photos::Photos::default(),
            teams: teams::Teams::default(),
            outbox: Vec::new(),
        };
        world.index();
        world
    }

    fn index(&mut self) {
        for (place, user) in (0..).zip(&self.users) {
            self.users_by_key.insert(user.id.clone(), place);
            self.users_by_key
                .insert(user.user_principal_name.to_lowercase(), place);
        }
        for (place, group) in self.groups.iter().enumerate() {
            self.groups_by_id.insert(group.id.clone(), place);
            for owner in &group.owners {
                self.owned.entry(*owner).or_default().push(place);
            }
            for member in &group.members {
                self.joined.entry(*member).or_default().push(place);
            }
        }
    }

    /// Finds a person by object id or user principal name, in any case.
    pub(crate) fn user_index(&self, id_or_login: &str) -> Option<UserIndex> {
        let found = self.users_by_key.get(&id_or_login.to_lowercase()).copied();
        found.filter(|user| self.user(*user).is_some())
    }

    /// A person; nobody, if they were deleted.
    pub(crate) fn user(&self, index: UserIndex) -> Option<&User> {
        let user = self.users.get(usize::try_from(index).ok()?);
        user.filter(|user| user.deleted.is_none())
    }

    /// The place of a group that is there or was: see [`World::life`].
    pub(crate) fn group_index(&self, id: &str) -> Option<usize> {
        self.groups_by_id.get(&id.to_lowercase()).copied()
    }

    pub(crate) fn object(&self, id: &str) -> Option<&DirectoryObject> {
        self.objects
            .iter()
            .find(|object| object.id.eq_ignore_ascii_case(id))
    }

    /// What has become of the group at `place` by `at`.
    pub(crate) fn life(&self, place: usize, at: Timestamp) -> Life {
        self.life_of(&self.groups[place], at)
    }

    /// The same for a group as somebody sees it.
    pub(crate) fn life_of(&self, group: &Group, at: Timestamp) -> Life {
        group.life(&self.lifecycle, at)
    }

    /// The places of all groups that are there.
    pub(crate) fn live_groups(&self, at: Timestamp) -> impl Iterator<Item = usize> {
        (0..self.groups.len()).filter(move |place| self.life(*place, at) == Life::Live)
    }

    /// Whether a part that another service keeps is there for the group at `place`.
    pub(crate) fn provisioned(&self, place: usize, part: Part, now: Timestamp) -> bool {
        self.life(place, now) == Life::Live && self.groups[place].has(part, now)
    }

    /// The groups that somebody owns, in any order, deleted ones too.
    pub(crate) fn owned_by(&self, user: UserIndex) -> &[usize] {
        self.owned.get(&user).map_or(&[], Vec::as_slice)
    }

    /// The groups that somebody belongs to, in any order, deleted ones too.
    pub(crate) fn joined_by(&self, user: UserIndex) -> &[usize] {
        self.joined.get(&user).map_or(&[], Vec::as_slice)
    }

    /// Whether it would be another world after `change`.
    pub(crate) fn is_changed_by(&self, change: &Change) -> bool {
        match change {
            Change::Favorite {
                group,
                user,
                marked,
                ..
            } => {
                let (place, user) = (self.group_index(group), self.user_index(user));
                let known = place.zip(user);
                known.is_some_and(|(place, user)| self.is_favorite(user, place) != *marked)
            }
            Change::Activity { group, at, .. } => {
                let place = self.group_index(group);
                place.is_some_and(|place| self.is_unnoticed(place, *at))
            }
            Change::Calendar { group, change, .. } => self.contents.is_changed_by(group, change),
            Change::Cover { group, covered, .. } => self.lifecycle.is_selected(group) != *covered,
            Change::Role {
                person, role, held, ..
            } => {
                let user = self.user_index(person).and_then(|user| self.user(user));
                user.is_some_and(|user| user.roles.contains(role) != *held)
            }
            _ => true,
        }
    }

    pub(crate) fn is_favorite(&self, user: UserIndex, group: usize) -> bool {
        self.favorites.contains(&(user, group))
    }

    /// Groups that readers who lag may see otherwise than they are.
    pub(crate) fn written(&self) -> impl Iterator<Item = usize> {
        self.written.iter().copied()
    }

    fn touch(&mut self, group: usize, at: Timestamp, what: Touch) {
        self.touched.push(Touched { group, at, what });
    }

    /// When the next group of `user` expires, and which one that is.
    pub(crate) fn next_expiry(&self, user: UserIndex, now: Timestamp) -> Option<(Timestamp, &str)> {
        let owned = self.owned_by(user).iter();
        let live = owned.filter(|place| self.life(**place, now) == Life::Live);
        live.map(|place| &self.groups[*place])
            .filter_map(|group| Some((self.expiration(group, now)?, group.display_name.as_str())))
            .filter(|(expires, _)| *expires > now)
            .min()
    }
}
