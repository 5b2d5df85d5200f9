//! The conversations that have been there since the world was drawn.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::super::dice::Dice;
use super::super::life::Pace;
use super::super::texts::{self, Words};
use super::files::Attaching;
use super::forms::{self, Draft, Form};
use super::ids::{self, Kind};
use super::{
    Author, Body, Conversation, Conversations, Correspondent, POSTS_A_NUMBER, Part, Post, Thread,
};

/// So many posts are in the conversation that has HTML of every form.
const EVERYTHING: usize = 48;

/// One conversation to be drawn: its number, and between when it was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) number: usize,
    pub(super) began: Timestamp,
    pub(super) ended: Timestamp,
}

/// None in every seventh group; the first group has one of everything beside.
pub(in super::super) fn draw(mut part: Part<'_>) -> Conversations {
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
    let mut pen = Pen::new(&part, "posts");
    let numbered = ends.into_iter().enumerate();
    let mut all: Vec<Conversation> = numbered
        .map(|(place, ended)| {
            let number = count - place;
            pen.conversation(
                &mut part,
                Slot {
                    number,
                    began,
                    ended,
                },
            )
        })
        .collect();
    if part.origin.first {
        let number = count + 1;
        let ended = span.1;
        all.push(pen.everything(
            &mut part,
            Slot {
                number,
                began,
                ended,
            },
        ));
    }
    Conversations::new(all)
}

/// Writes posts: what they look like is chance of its own.
pub(super) struct Pen {
    dice: Dice,
}

/// What one post is to be.
struct Sheet {
    number: usize,
    opens: bool,
    at: Timestamp,
    /// The form that it must have, and whether it comes from outside.
    form: Option<(&'static Form, bool)>,
}

/// What a thread is about, and what was said in it last.
struct SoFar {
    topic: Arc<str>,
    group: Arc<str>,
    quoted: &'static str,
}

impl Pen {
    pub(super) fn new(part: &Part<'_>, purpose: &str) -> Self {
        Self {
            dice: Dice::new(&part.origin.id, purpose),
        }
    }

    pub(super) fn conversation(&mut self, part: &mut Part<'_>, slot: Slot) -> Conversation {
        let words = if part.dice.chance(20) {
            texts::ENGLISH
        } else {
            part.words
        };
        let topic = texts::numbered(part.dice.word(words.subjects), 1 + slot.number % 52);
        let count = 1 + part.dice.below(4) * part.dice.below(3);
        // Answers come within two weeks.
        let first = slot.ended.checked_sub(part.dice.days(0, 13));
        let first = first.unwrap_or(slot.began).max(slot.began);
        let forms = (0..count).map(|_| None).collect();
        let posts = self.posts(
            part,
            words,
            (&topic, slot.number),
            (first, slot.ended),
            forms,
        );
        let locked = part.dice.chance(3);
        of_one_thread(&part.origin.id, slot.number, topic, (posts, locked))
    }

    /// One conversation of many posts, among them every form and attachment there is.
    fn everything(&mut self, part: &mut Part<'_>, slot: Slot) -> Conversation {
        let topic = texts::ENGLISH.subjects[0];
        let topic = texts::numbered(topic, slot.number);
        let forms = forms::all().map(Some).chain(std::iter::repeat(None));
        let forms = forms.take(EVERYTHING).collect();
        let first = slot.ended.checked_sub(SignedDuration::from_hours(24 * 20));
        let span = (first.unwrap_or(slot.began).max(slot.began), slot.ended);
        let mut posts = self.posts(part, texts::ENGLISH, (&topic, slot.number), span, forms);
        let last = posts.len().saturating_sub(2);
        for (place, post) in posts.iter_mut().enumerate().skip(last) {
            let number = slot.number * POSTS_A_NUMBER + place;
            let mut attaching = Attaching::new(&part.origin.id, number, post.delivered);
            attaching.one_of_each(place * 9);
            post.attachments = attaching.done();
        }
        of_one_thread(&part.origin.id, slot.number, topic, (posts, false))
    }

    /// One post for each of `forms`, at moments of the span, the oldest first.
    pub(super) fn posts(
        &mut self,
        part: &mut Part<'_>,
        words: &'static Words,
        (topic, number): (&str, usize),
        span: (Timestamp, Timestamp),
        forms: Vec<Option<(&'static Form, bool)>>,
    ) -> Vec<Post> {
        let mut times = part.moments(span, forms.len());
        times.reverse();
        let mut so_far = SoFar {
            topic: topic.into(),
            group: part.origin.name.as_str().into(),
            quoted: "",
        };
        let mut posts = Vec::with_capacity(forms.len());
        for (place, (at, form)) in times.into_iter().zip(forms).enumerate() {
            let sheet = Sheet {
                number: number * POSTS_A_NUMBER + place,
                opens: place == 0,
                at,
                form,
            };
            posts.push(self.post(part, words, &mut so_far, sheet));
        }
        posts
    }

    fn post(
        &mut self,
        part: &mut Part<'_>,
        words: &'static Words,
        so_far: &mut SoFar,
        sheet: Sheet,
    ) -> Post {
        let outside = part.dice.chance(4);
        let outside = sheet.form.map_or(outside, |(_, outside)| outside);
        let author = if outside {
            outsider()
        } else {
            Author::Person(part.somebody())
        };
        let text = part.dice.word(if sheet.opens {
            words.paragraphs
        } else {
            words.replies
        });
        let more = if sheet.opens && part.dice.chance(60) {
            part.dice.word(words.paragraphs)
        } else {
            ""
        };
        let form = sheet.form.map(|(form, _)| form);
        let form = form.unwrap_or_else(|| forms::met(&mut self.dice, outside));
        let draft = Draft {
            form,
            text,
            more,
            quoted: so_far.quoted,
            topic: Arc::clone(&so_far.topic),
            group: Arc::clone(&so_far.group),
            right_to_left: words.right_to_left,
        };
        so_far.quoted = text;
        let mut attaching = Attaching::new(&part.origin.id, sheet.number, sheet.at);
        if form.picture {
            attaching.picture();
        }
        if part.dice.chance(9) {
            attaching.some(&mut self.dice);
        }
        Post {
            id: ids::mailbox(&part.origin.id, Kind::Post, sheet.number),
            author,
            delivered: sheet.at,
            preview: draft.preview(),
            body: Body::Drawn(draft),
            attachments: attaching.done(),
            new_participants: Vec::new(),
        }
    }
}

pub(super) fn of_one_thread(
    group: &str,
    number: usize,
    topic: String,
    (posts, locked): (Vec<Post>, bool),
) -> Conversation {
    Conversation {
        id: ids::mailbox(group, Kind::Conversation, number),
        threads: vec![Thread {
            id: ids::mailbox(group, Kind::Thread, number),
            topic: topic.clone(),
            locked,
            posts,
        }],
        topic,
    }
}

fn outsider() -> Author {
    Author::Outsider(Correspondent {
        name: "Marta Quell · Quell & Partner".to_owned(),
        address: "marta@quell.example".to_owned(),
    })
}
