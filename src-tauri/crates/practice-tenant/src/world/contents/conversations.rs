//! Conversations in a group's mailbox: threads of posts, by people of the group
//! and now and then by somebody from outside.

use jiff::Timestamp;

use super::ids::{self, Kind};
use super::life::Pace;
use super::texts::{self, Words};
use super::{Part, UserIndex};

/// What a conversation is about, and what was said.
#[derive(Debug, Clone)]
pub(crate) struct Conversation {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) threads: Vec<Thread>,
}

/// A thread of posts, the oldest first.
#[derive(Debug, Clone)]
pub(crate) struct Thread {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) locked: bool,
    pub(crate) posts: Vec<Post>,
}

/// One post.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) id: String,
    pub(crate) author: Author,
    pub(crate) received: Timestamp,
    /// HTML as its author's program wrote it: nothing to show unread.
    pub(crate) html: String,
    /// The beginning of it as plain text.
    pub(crate) preview: String,
    pub(crate) has_attachments: bool,
}

/// Who wrote a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Author {
    Person(UserIndex),
    Outsider {
        name: &'static str,
        address: &'static str,
    },
}

impl Thread {
    pub(crate) fn last_post(&self) -> Option<&Post> {
        self.posts.iter().max_by_key(|post| post.received)
    }
}

/// From outside, with what mail from outside carries: pictures that tell of being
/// read, and scripts.
const OUTSIDE: &str = r#"<img src="https://pixel.supplier.example/open.gif?u=4711" width="1" height="1"><script>track()</script>"#;

/// The most recent first; none in every seventh group.
pub(super) fn draw(mut part: Part<'_>) -> Vec<Conversation> {
    let (least, most) = match part.life.pace {
        Pace::Dormant => (0, 12),
        Pace::Quiet => (2, 40),
        Pace::Steady => (10, 120),
        Pace::Busy => (60, 320),
    };
    let mut count = part.dice.between(least, most);
    if part.origin.team {
        // In a team, people talk elsewhere.
        count /= 5;
    }
    if part.dice.chance(14) {
        count = 0;
    }
    let span = part.span("conversations");
    let ends = part.moments(span, count);
    let began = part.life.began;
    let numbered = ends.into_iter().enumerate();
    numbered
        .map(|(number, end)| conversation(&mut part, count - number, (began, end)))
        .collect()
}

fn conversation(part: &mut Part<'_>, number: usize, span: (Timestamp, Timestamp)) -> Conversation {
    let words = if part.dice.chance(20) {
        texts::ENGLISH
    } else {
        part.words
    };
    let topic = texts::numbered(part.dice.word(words.subjects), 1 + number % 52);
    let count = 1 + part.dice.below(4) * part.dice.below(3);
    // Answers come within two weeks.
    let first = span.1.checked_sub(part.dice.days(0, 13));
    let first = first.unwrap_or(span.0).max(span.0);
    let mut times = part.moments((first, span.1), count);
    times.reverse();
    let group = &part.origin.id;
    let id = ids::mailbox(group, Kind::Conversation, number);
    let thread = ids::mailbox(group, Kind::Thread, number);
    let numbered = times.into_iter().enumerate();
    let posts = numbered
        .map(|(place, at)| post(part, words, (number * 64 + place, place == 0), at))
        .collect();
    Conversation {
        id,
        threads: vec![Thread {
            id: thread,
            topic: topic.clone(),
            locked: part.dice.chance(3),
            posts,
        }],
        topic,
    }
}

fn post(
    part: &mut Part<'_>,
    words: &'static Words,
    (number, opens): (usize, bool),
    received: Timestamp,
) -> Post {
    let outside = part.dice.chance(4);
    let author = if outside {
        Author::Outsider {
            name: "Marta Quell · Quell & Partner",
            address: "marta@quell.example",
        }
    } else {
        Author::Person(part.somebody())
    };
    let text = part.dice.word(if opens {
        words.paragraphs
    } else {
        words.replies
    });
    let more = if opens && part.dice.chance(60) {
        part.dice.word(words.paragraphs)
    } else {
        ""
    };
    let direction = if words.right_to_left {
        r#" dir="rtl""#
    } else {
        ""
    };
    let extra = if outside { OUTSIDE } else { "" };
    Post {
        id: ids::mailbox(&part.origin.id, Kind::Post, number),
        author,
        received,
        html: format!("<html><body{direction}><p>{text}</p><p>{more}</p>{extra}</body></html>"),
        preview: format!("{text} {more}").trim().to_owned(),
        has_attachments: part.dice.chance(9),
    }
}
