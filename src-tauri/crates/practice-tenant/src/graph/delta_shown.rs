//! How a group is shown in a round of changes: whole, with what changed, or as
//! removed. People stand under `members@delta` and `owners@delta`; those of a
//! large group are spread over pages that name the group again.

use serde_json::{Map, Value, json};

use super::access::Caller;
use super::schema::GROUP;
use super::viewer::{Entry, Viewer};
use crate::odata::select::Selection;
use crate::odata::{Field, Object};
use crate::world::{Life, People, Touch, UserIndex};

/// So many members of a group are told at once.
const MEMBERS: usize = 1_000;

/// One round, as its groups are shown.
pub(super) struct Round<'a> {
    pub(super) caller: &'a Caller,
    pub(super) viewer: &'a Viewer<'a>,
    pub(super) selection: &'a Selection,
    pub(super) select: Option<&'a str>,
    /// Not the initial one.
    pub(super) later: bool,
    /// Only what changed is shown of a group.
    pub(super) minimal: bool,
}

/// A group in a round.
pub(super) enum Told {
    Nothing,
    Group(Value),
    /// With so many of its members by now, and more on the next page.
    Part(Value, usize),
}

impl Round<'_> {
    /// The group at `place` after these touches; `members` of it were told before.
    pub(super) fn tell(&self, place: usize, touches: &[Touch], members: usize) -> Told {
        match self.viewer.life(place) {
            Life::Live if !self.later || touches.contains(&Touch::Life) => {
                self.whole(place, members)
            }
            Life::Live => self.changed(place, touches),
            Life::Deleted(_) if self.later => self.removed(place, "changed"),
            Life::Gone if self.later => self.removed(place, "deleted"),
            Life::Deleted(_) | Life::Gone => Told::Nothing,
        }
    }

    fn removed(&self, place: usize, reason: &str) -> Told {
        let id = &self.viewer.world.groups[place].id;
        Told::Group(json!({"id": id, "@removed": {"reason": reason}}))
    }

    fn selects(&self, of: People) -> bool {
        match (self.select, of) {
            (None, People::Members) => true,
            (None, People::Owners) => false,
            (Some(select), _) => select.split(',').any(|name| name.trim() == name_of(of)),
        }
    }

    fn whole(&self, place: usize, told: usize) -> Told {
        let mut group = self.properties(place, &[], |_| true);
        let people = self.people(place, People::Members);
        let end = people.len().min(told + MEMBERS);
        if self.selects(People::Members) {
            let part = people.get(told..end).unwrap_or_default();
            group.insert("members@delta".to_owned(), json!(self.there(part)));
        }
        if self.selects(People::Owners) {
            let owners = self.people(place, People::Owners);
            group.insert("owners@delta".to_owned(), json!(self.there(owners)));
        }
        if self.selects(People::Members) && end < people.len() {
            Told::Part(Value::Object(group), end)
        } else {
            Told::Group(Value::Object(group))
        }
    }

    /// Changes of what was not selected do not surface.
    fn changed(&self, place: usize, touches: &[Touch]) -> Told {
        let mut names = Vec::new();
        let mut people = [(People::Members, Vec::new()), (People::Owners, Vec::new())];
        for touch in touches {
            match touch {
                Touch::Property(name) if self.tracks(name) => names.push(*name),
                Touch::Person(of, user) if self.selects(*of) => {
                    let list = people.iter_mut().find(|(list, _)| list == of);
                    list.into_iter().for_each(|(_, users)| users.push(*user));
                }
                _ => {}
            }
        }
        if names.is_empty() && people.iter().all(|(_, users)| users.is_empty()) {
            return Told::Nothing;
        }
        let wanted = |name: &str| !self.minimal || name == "id" || names.contains(&name);
        let mut group = self.properties(place, &names, wanted);
        for (of, users) in people {
            if !users.is_empty() {
                let name = format!("{}@delta", name_of(of));
                group.insert(name, json!(self.came_and_went(place, of, users)));
            }
        }
        Told::Group(Value::Object(group))
    }

    fn tracks(&self, name: &str) -> bool {
        self.select.is_none() || self.selection.selects(name)
    }

    /// A property that was never set is absent; one that was set to null is not.
    fn properties(
        &self,
        place: usize,
        changed: &[&str],
        wanted: impl Fn(&str) -> bool,
    ) -> Map<String, Value> {
        let entry = Entry::Group(self.viewer, place);
        let mut group = Map::new();
        for &name in self.selection.properties(&GROUP) {
            let field = entry.field(name);
            if wanted(name) && (field != Field::Null || changed.contains(&name)) {
                group.insert(name.to_owned(), json!(field));
            }
        }
        group
    }

    fn people(&self, place: usize, of: People) -> &[UserIndex] {
        let group = self.viewer.group(place);
        if of == People::Members && !self.caller.may_see_members(group) {
            return &[];
        }
        group.people(of)
    }

    fn there(&self, people: &[UserIndex]) -> Vec<Value> {
        let known = people
            .iter()
            .filter_map(|user| self.viewer.world.user(*user));
        known.map(|user| object(&user.id)).collect()
    }

    /// What became of people who were touched: they are there now, or no longer.
    fn came_and_went(&self, place: usize, of: People, mut users: Vec<UserIndex>) -> Vec<Value> {
        users.sort_unstable();
        users.dedup();
        let there = self.people(place, of);
        let told = users.into_iter().filter_map(|user| {
            let mut told = object(&self.viewer.world.user(user)?.id);
            if !there.contains(&user) {
                told["@removed"] = json!({"reason": "deleted"});
            }
            Some(told)
        });
        told.collect()
    }
}

fn object(id: &str) -> Value {
    json!({"@odata.type": "#microsoft.graph.user", "id": id})
}

fn name_of(of: People) -> &'static str {
    match of {
        People::Members => "members",
        People::Owners => "owners",
    }
}
