//! The company: its people and groups, who owns and belongs to what, and the
//! favorites of each person. It knows nothing of HTTP, tokens or OData; it is
//! changed only through [`World::apply`], so that a written change can be
//! replayed.

mod change;
pub(crate) mod contents;
mod generate;
mod group;
mod group_names;
mod mail_settings;
mod names;
pub(crate) mod photos;
pub(crate) mod pictures;
pub(crate) mod policy;
mod provisioning;
pub(crate) mod teams;
mod upkeep;
mod user;

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

pub(crate) use change::Change;
pub(crate) use generate::Blueprint;
pub(crate) use group::{Group, UserIndex, Visibility};
pub(crate) use mail_settings::MailSettings;
pub(crate) use provisioning::{Part, Provisioning};
pub(crate) use user::{User, UserType};

/// The domain of everybody's sign-in name.
pub(crate) const DOMAIN: &str = "contoso-practice.example";
/// The name of the company.
pub(crate) const COMPANY: &str = "Contoso Practice";
/// The owner's place among the people.
pub(crate) const OWNER: UserIndex = 0;
/// The administrator's place among the people.
pub(crate) const ADMINISTRATOR: UserIndex = 1;

/// A write that readers of the change log can ask for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Touched {
    pub(crate) group: usize,
    pub(crate) property: &'static str,
}

/// Everything in the tenant.
pub(crate) struct World {
    pub(crate) tenant_id: String,
    pub(crate) policy_id: String,
    pub(crate) users: Vec<User>,
    pub(crate) groups: Vec<Group>,
    users_by_key: HashMap<String, UserIndex>,
    groups_by_id: HashMap<String, usize>,
    owned: HashMap<UserIndex, Vec<usize>>,
    joined: HashMap<UserIndex, Vec<usize>>,
    favorites: HashSet<(UserIndex, usize)>,
    /// Every write in the directory since the world was generated, oldest first.
    pub(crate) touched: Vec<Touched>,
    pub(crate) contents: contents::Contents,
    pub(crate) photos: photos::Photos,
    pub(crate) teams: teams::Teams,
}

impl World {
    fn new(tenant_id: String, policy_id: String, users: Vec<User>, groups: Vec<Group>) -> Self {
        let mut world = Self {
            tenant_id,
            policy_id,
            users_by_key: HashMap::with_capacity(users.len() * 2),
            groups_by_id: HashMap::with_capacity(groups.len()),
            users,
            groups,
            owned: HashMap::new(),
            joined: HashMap::new(),
            favorites: HashSet::new(),
            touched: Vec::new(),
            contents: contents::Contents::default(),
            photos: photos::Photos::default(),
            teams: teams::Teams::default(),
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
        self.users_by_key.get(&id_or_login.to_lowercase()).copied()
    }

    pub(crate) fn user(&self, index: UserIndex) -> Option<&User> {
        self.users.get(usize::try_from(index).ok()?)
    }

    pub(crate) fn group_index(&self, id: &str) -> Option<usize> {
        self.groups_by_id.get(&id.to_lowercase()).copied()
    }

    pub(crate) fn owned_by(&self, user: UserIndex) -> &[usize] {
        self.owned.get(&user).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn joined_by(&self, user: UserIndex) -> &[usize] {
        self.joined.get(&user).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn is_favorite(&self, user: UserIndex, group: usize) -> bool {
        self.favorites.contains(&(user, group))
    }

    /// When the next group of `user` expires, and which one that is.
    pub(crate) fn next_expiry(&self, user: UserIndex, now: Timestamp) -> Option<(Timestamp, &str)> {
        let groups = self.owned_by(user).iter().map(|&place| &self.groups[place]);
        groups
            .filter(|group| group.unified)
            .map(|group| {
                (
                    policy::expiration(group.renewed),
                    group.display_name.as_str(),
                )
            })
            .filter(|(expires, _)| *expires > now)
            .min()
    }

    /// Makes a write take effect. A write to something unknown has none.
    pub(crate) fn apply(&mut self, change: &Change) {
        let Some(place) = self.group_index(change.group()) else {
            return;
        };
        match change {
            Change::Renew { at, .. } => {
                self.groups[place].renew(*at);
                let properties = ["renewedDateTime", "expirationDateTime"];
                self.touched.extend(properties.map(|property| Touched {
                    group: place,
                    property,
                }));
            }
            Change::Favorite { user, marked, .. } => {
                let Some(user) = self.user_index(user) else {
                    return;
                };
                if *marked {
                    self.favorites.insert((user, place));
                } else {
                    self.favorites.remove(&(user, place));
                }
            }
            Change::Subscription { .. }
            | Change::Seen { .. }
            | Change::Photo { .. }
            | Change::Team { .. }
            | Change::Archive { .. } => self.apply_to_upkeep(place, change),
        }
    }
}
