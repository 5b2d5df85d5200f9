//! Fills a mailbox: thousands of conversations, or one of very many posts, for
//! whoever measures or tests what that does to a client.

use jiff::{SignedDuration, Timestamp};

use super::super::dice::Dice;
use super::super::life::Life;
use super::super::texts;
use super::super::{Origin, Part};
use super::draw::{Pen, Slot, of_one_thread};
use super::{ConversationChange, Conversations, POSTS_A_NUMBER};

/// What is filled in spreads over so many days.
const DAYS: i64 = 700;

/// Adds what a `Fill` asks for, all of it before `at`.
pub(super) fn fill(
    conversations: &mut Conversations,
    origin: &Origin,
    change: &ConversationChange,
    at: Timestamp,
) {
    let ConversationChange::Fill {
        conversations: count,
        posts,
    } = change
    else {
        return;
    };
    let purpose = format!("filled from {}", conversations.next());
    let life = Life::draw(origin);
    let mut part = Part {
        origin,
        life: &life,
        words: texts::of(&origin.name),
        dice: Dice::new(&origin.id, &purpose),
    };
    let mut pen = Pen::new(&part, &format!("posts {purpose}"));
    let since = at.checked_sub(SignedDuration::from_hours(24 * DAYS));
    let span = (since.unwrap_or(at), at);
    for ended in part.moments(span, *count) {
        let number = conversations.next();
        let began = span.0;
        let slot = Slot {
            number,
            began,
            ended,
        };
        conversations.all.push(pen.conversation(&mut part, slot));
        conversations.taken += 1;
    }
    if *posts > 0 {
        let number = conversations.next();
        let topic = texts::numbered(part.words.subjects[0], number % 52);
        let forms = (0..*posts).map(|_| None).collect();
        let words = part.words;
        let posts = pen.posts(&mut part, words, (&topic, number), span, forms);
        conversations.taken += 1 + posts.len() / POSTS_A_NUMBER;
        let filled = of_one_thread(&origin.id, number, topic, (posts, false));
        conversations.all.push(filled);
    }
}
