//! How a write to the directory takes effect. That it may be made was decided
//! before: a write to something unknown has no effect.

use jiff::Timestamp;

use super::edit::Edit;
use super::{Change, Group, NewGroup, People, Role, Touch, UserIndex, World, settings};

impl World {
    /// Makes a write take effect.
    pub(crate) fn apply(&mut self, change: &Change) {
        match change {
            Change::CreateGroup {
                group,
                user,
                new,
                at,
            } => self.create(group, user, new, *at),
            Change::DeleteUser { person, at, .. } => self.delete_user(person, *at),
            Change::EnableUser {
                person, enabled, ..
            } => self.enable_user(person, *enabled),
            Change::Role {
                person, role, held, ..
            } => self.set_role(person, *role, *held),
            Change::Policy { .. }
            | Change::CreatePolicy { .. }
            | Change::DeletePolicy { .. }
            | Change::PlantTemplate { .. } => self.apply_to_policies(change),
            Change::PutSetting { group, .. } | Change::DeleteSetting { group, .. }
                if group.is_empty() =>
            {
                self.apply_to_policies(change);
            }
            _ => {
                if let Some(place) = self.group_index(change.group()) {
                    self.apply_to_group(place, change);
                }
            }
        }
    }

    fn apply_to_group(&mut self, place: usize, change: &Change) {
        let at = change.at();
        match change {
            Change::Renew { .. } => {
                self.write(place, at).renewed = at;
                for property in ["renewedDateTime", "expirationDateTime"] {
                    self.touch(place, at, Touch::Property(property));
                }
            }
            Change::Cover { covered, .. } => {
                self.write(place, at);
                let id = self.groups[place].id.clone();
                self.lifecycle.select(&id, *covered, at);
                self.touch(place, at, Touch::Property("expirationDateTime"));
            }
            Change::Activity { .. } => self.write(place, at).activity.push(at),
            Change::InUse { in_use, .. } => self.write(place, at).in_use = *in_use,
            Change::Favorite { user, marked, .. } => self.mark(place, user, *marked),
            Change::UpdateGroup { edits, members, .. } => {
                self.edit(place, edits, at);
                self.add(place, People::Members, members, at);
            }
            Change::UpdateMailSettings { user, edits, .. } => {
                let user = self.user_index(user);
                let group = self.write(place, at);
                edits.iter().for_each(|edit| edit.apply(group, user, at));
            }
            Change::AddPeople { to, people, .. } => self.add(place, *to, people, at),
            Change::RemovePeople { from, people, .. } => self.remove(place, *from, people, at),
            Change::DeleteGroup { .. } => {
                self.write(place, at).deleted = Some(at);
                self.touch(place, at, Touch::Life);
            }
            Change::RestoreGroup { .. } => {
                let group = self.write(place, at);
                group.deleted = None;
                group.provisioning = super::Provisioning::Restored(at);
                self.touch(place, at, Touch::Life);
            }
            Change::PurgeGroup { .. } => {
                self.write(place, at).purged = Some(at);
                self.touch(place, at, Touch::Life);
            }
            Change::PutSetting { setting, .. } => {
                settings::put(&mut self.write(place, at).settings, setting);
            }
            Change::DeleteSetting { setting, .. } => {
                settings::remove(&mut self.write(place, at).settings, setting);
            }
            _ => self.apply_to_upkeep(place, change),
        }
    }

    /// The group at `place`, to be written at `at`; readers that lag keep the old one.
    pub(super) fn write(&mut self, place: usize, at: Timestamp) -> &mut Group {
        self.written.insert(place);
        self.groups[place].remember(at);
        self.settle(place, at);
        &mut self.groups[place]
    }

    fn create(&mut self, id: &str, creator: &str, new: &NewGroup, at: Timestamp) {
        let place = self.groups.len();
        let creator = self.user_index(creator);
        self.groups.push(new.group(id, creator, at));
        self.groups_by_id.insert(id.to_lowercase(), place);
        self.written.insert(place);
        self.touch(place, at, Touch::Life);
        self.insert(place, People::Owners, &new.owners);
        self.insert(place, People::Members, &new.members);
    }

    fn edit(&mut self, place: usize, edits: &[Edit], at: Timestamp) {
        if edits.is_empty() {
            return;
        }
        let group = self.write(place, at);
        edits.iter().for_each(|edit| edit.apply(group));
        for edit in edits {
            self.touch(place, at, Touch::Property(edit.property()));
        }
        if edits
            .iter()
            .any(|edit| matches!(edit, Edit::MembershipRule(_)))
        {
            self.touch(place, at, Touch::Property("groupTypes"));
        }
    }

    fn mark(&mut self, place: usize, user: &str, marked: bool) {
        let Some(user) = self.user_index(user) else {
            return;
        };
        if marked {
            self.favorites.insert((user, place));
        } else {
            self.favorites.remove(&(user, place));
        }
    }

    fn add(&mut self, place: usize, to: People, people: &[String], at: Timestamp) {
        if people.is_empty() {
            return;
        }
        self.write(place, at);
        for user in self.insert(place, to, people) {
            self.touch(place, at, Touch::Person(to, user));
        }
    }

    /// Without a trace; those who were not there before.
    fn insert(&mut self, place: usize, to: People, people: &[String]) -> Vec<UserIndex> {
        let known = people.iter().filter_map(|id| self.user_index(id));
        let mut added: Vec<UserIndex> = known.collect();
        let list = self.groups[place].people_mut(to);
        added.retain(|user| {
            let new = !list.contains(user);
            if new {
                list.push(*user);
            }
            new
        });
        for user in &added {
            self.places_mut(*user, to).push(place);
        }
        added
    }

    fn remove(&mut self, place: usize, from: People, people: &[String], at: Timestamp) {
        let known: Vec<UserIndex> = people.iter().filter_map(|id| self.user_index(id)).collect();
        self.write(place, at);
        for user in known {
            self.take_out(place, from, user);
            self.touch(place, at, Touch::Person(from, user));
        }
    }

    fn take_out(&mut self, place: usize, from: People, user: UserIndex) {
        let list = self.groups[place].people_mut(from);
        list.retain(|other| *other != user);
        self.places_mut(user, from).retain(|other| *other != place);
    }

    fn places_mut(&mut self, user: UserIndex, of: People) -> &mut Vec<usize> {
        let places = match of {
            People::Members => &mut self.joined,
            People::Owners => &mut self.owned,
        };
        places.entry(user).or_default()
    }

    /// Takes somebody out of the directory, and so out of every group.
    fn delete_user(&mut self, person: &str, at: Timestamp) {
        let Some(user) = self.user_index(person) else {
            return;
        };
        for from in [People::Members, People::Owners] {
            for place in self.places_mut(user, from).clone() {
                self.write(place, at);
                self.take_out(place, from, user);
            }
        }
        if let Some(user) = self.users.get_mut(user as usize) {
            user.deleted = Some(at);
        }
    }

    fn set_role(&mut self, person: &str, role: Role, held: bool) {
        let user = self.user_index(person);
        if let Some(user) = user.and_then(|user| self.users.get_mut(user as usize)) {
            user.roles.retain(|known| *known != role);
            user.roles.extend(held.then_some(role));
            user.roles.sort();
        }
    }

    fn enable_user(&mut self, person: &str, enabled: bool) {
        let user = self.user_index(person);
        if let Some(user) = user.and_then(|user| self.users.get_mut(user as usize)) {
            user.account_enabled = enabled;
        }
    }
}
