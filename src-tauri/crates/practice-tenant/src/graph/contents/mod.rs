//! What a group holds, read by its members: conversations, events, files, plans,
//! notebooks. Each service has its own permissions, refusals and query options;
//! the things themselves are in `world::contents`.

mod access;
mod calendar;
mod conversations;
mod events;
mod files;
pub(super) mod items;
mod notebooks;
mod options;
mod planner;
mod preferences;
mod sites;

use std::sync::Arc;

use serde_json::{Value, json};

use super::writing::Writing;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::contents::{Author, Content};
use crate::world::{Change, Group, UserIndex};

pub(super) use access::{Area, enter_mailbox, may_read};
pub(super) use events::write as write_calendar;
pub(super) use planner::{get as get_planner, mine as my_tasks};

/// A group whose content the caller may see.
pub(super) struct Held<'a> {
    reading: &'a Reading<'a>,
    group: &'a Group,
    content: Arc<Content>,
}

/// `GET /groups/{id}/…`, for everything that a group holds; `words` is what
/// follows the id. None, if the path leads to something else.
pub(super) fn get(
    reading: &Reading<'_>,
    id: &str,
    words: &[&str],
) -> Option<Result<Answer, ODataError>> {
    // Ids inside a mailbox are compared with their capitals.
    let keys: Vec<&str> = reading
        .call
        .segments
        .iter()
        .skip(2)
        .map(String::as_str)
        .collect();
    let hold = |area| access::hold(reading, id, area);
    Some(match words {
        ["conversations" | "threads", ..] => {
            hold(Area::Conversations).and_then(|held| conversations::get(&held, words, &keys))
        }
        [list @ ("acceptedsenders" | "rejectedsenders")] => {
            hold(Area::Conversations).and_then(|held| conversations::senders(&held, list))
        }
        ["calendar", rest @ ("events" | "calendarview"), ..] => {
            let words = [&[*rest], &words[2..]].concat();
            hold(Area::Events).and_then(|held| events::get(&held, &words, &keys[1..]))
        }
        ["calendar"] => hold(Area::Events).and_then(|held| calendar::get(&held)),
        ["events" | "calendarview", ..] => {
            hold(Area::Events).and_then(|held| events::get(&held, words, &keys))
        }
        ["drive" | "drives", ..] => {
            hold(Area::Files).and_then(|held| files::get(&held, words, &keys))
        }
        ["sites", "root"] => hold(Area::Site).and_then(|held| sites::root(&held)),
        ["planner", "plans"] => planner::plans(reading, id),
        ["onenote", "pages"] => hold(Area::Pages).and_then(|held| notebooks::pages(&held)),
        ["onenote", "notebooks", ..] => {
            hold(Area::OneNote).and_then(|held| notebooks::get(&held, words, &keys))
        }
        _ => return None,
    })
}

/// The calls that write what a group holds; none for other paths.
pub(super) fn write(writing: &Writing<'_>, words: &[&str]) -> Option<Result<Answer, ODataError>> {
    if let Some(answer) = planner::write(writing, words) {
        return Some(answer);
    }
    let ["groups", id, words @ ..] = words else {
        return None;
    };
    let segments = writing.call.segments.iter().skip(2);
    let keys: Vec<&str> = segments.map(String::as_str).collect();
    conversations::write(writing, id, (words, &keys))
}

/// Reading what people wrote, and opening a file, is activity in a group (groups-lifecycle.md); that a
/// list shows that they are there is none. Of a client's reads more may count here than the service
/// counts, so that one shows that opens what it only wants to list.
pub(super) fn notice(writing: &Writing<'_>, words: &[&str]) -> Result<(), ODataError> {
    let (["groups", id, "threads", _, "posts", ..]
    | ["groups", id, "conversations", _, "threads", _, "posts", ..]
    | ["groups", id, "drive", "items", _]) = words
    else {
        return Ok(());
    };
    notice_activity(writing, id)
}

/// Somebody was active in a group just now.
fn notice_activity(writing: &Writing<'_>, id: &str) -> Result<(), ODataError> {
    writing.write(|world| {
        let (_, group) = writing.group(world, id)?;
        Ok(Change::Activity {
            group: group.id.clone(),
            user: writing.user(),
            at: writing.now(),
        })
    })?;
    Ok(())
}

impl Held<'_> {
    /// The context of an answer: `tail` is the path after the group.
    fn context(&self, tail: &str) -> String {
        let root = self.reading.call.root();
        format!("{root}/$metadata#groups('{}')/{tail}", self.group.id)
    }

    fn unknown(&self) -> ODataError {
        let segment = self.reading.call.segments.last();
        ODataError::no_segment(segment.map_or("", String::as_str))
    }

    /// Somebody, as files and plans name them.
    fn identity(&self, user: Option<UserIndex>) -> Value {
        match user.and_then(|user| self.reading.world.user(user)) {
            Some(user) => json!({"user": {"id": user.id, "displayName": user.display_name}}),
            None => json!({"user": {"displayName": "System Account"}}),
        }
    }

    /// Somebody, as mail names them.
    fn recipient(&self, author: &Author) -> Value {
        let (name, address) = match author {
            Author::Person(user) => match self.reading.world.user(*user) {
                Some(user) => (user.display_name.as_str(), user.mail.as_str()),
                None => ("", ""),
            },
            Author::Outsider(outsider) => (outsider.name.as_str(), outsider.address.as_str()),
        };
        json!({"emailAddress": {"name": name, "address": address}})
    }

    /// The group itself, as mail names it.
    fn mailbox(&self) -> Value {
        json!({"emailAddress": {
            "name": self.group.display_name,
            "address": self.group.mail,
        }})
    }

    /// The address of the group's site.
    fn site(&self) -> String {
        format!("https://{}/sites/{}", sites::HOST, self.group.mail_nickname)
    }
}
