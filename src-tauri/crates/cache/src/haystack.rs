//! The words of all groups in one piece of memory, in the order of the groups' names: what is looked
//! through while one types. It takes about as much memory as the texts themselves.

use std::ops::Range;

use graph_client::models::GroupId;
use memchr::memmem::Finder;
use rusqlite::Connection;

use crate::CacheError;
use crate::people::group_id;

/// What one group is found by, in [`Haystack::text`]: its name, then the rest, a line each.
struct Entry {
    id: GroupId,
    start: usize,
    name_end: usize,
    end: usize,
}

pub(crate) struct Haystack {
    /// The revision of the words that this was made from.
    pub(crate) revision: i64,
    entries: Vec<Entry>,
    text: String,
}

/// How well a group fits, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The words are in its name, and a word of the name begins with one.
    Beginning,
    /// The words are in its name.
    Name,
    /// The words are in it.
    Anywhere,
}

impl Haystack {
    /// Reads the words of all groups.
    pub(crate) fn read(connection: &Connection, revision: i64) -> Result<Self, CacheError> {
        let mut haystack = Self {
            revision,
            entries: Vec::new(),
            text: String::new(),
        };
        let mut statement = connection
            .prepare_cached("SELECT group_id, name, rest FROM group_words ORDER BY name")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text = &mut haystack.text;
            let start = text.len();
            text.push_str(row.get_ref(1)?.as_str().unwrap_or_default());
            let name_end = text.len();
            text.push('\n');
            text.push_str(row.get_ref(2)?.as_str().unwrap_or_default());
            text.push('\n');
            haystack.entries.push(Entry {
                id: group_id(row.get(0)?)?,
                start,
                name_end,
                end: text.len(),
            });
        }
        Ok(haystack)
    }

    /// The groups that fit the folded text, the best first.
    pub(crate) fn find(&self, text: &str, limit: usize) -> Vec<GroupId> {
        let beginning = self.named(text);
        let mut words: Vec<&str> = text.split(' ').collect();
        // The longest is the rarest, as a rule.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut found: Vec<usize> = beginning.clone().take(limit).collect();
        let others = self.fitting(&words, limit.saturating_sub(found.len()), &beginning);
        found.extend(others);
        found.truncate(limit);
        let id = |entry: usize| self.entries.get(entry).map(|entry| entry.id.clone());
        found.into_iter().filter_map(id).collect()
    }

    /// The groups whose name begins with the text: they stand side by side.
    fn named(&self, text: &str) -> Range<usize> {
        let name = |entry: &Entry| &self.text[entry.start..entry.name_end];
        let start = self.entries.partition_point(|entry| name(entry) < text);
        let rest = &self.entries[start..];
        start..start + rest.partition_point(|entry| name(entry).starts_with(text))
    }

    /// The groups in which all the words occur, but for those in `known`.
    fn fitting(&self, words: &[&str], limit: usize, known: &Range<usize>) -> Vec<usize> {
        let [mut beginning, mut name, mut anywhere] = [const { Vec::new() }; 3];
        let Some((rarest, others)) = words.split_first() else {
            return anywhere;
        };
        let finder = Finder::new(rarest);
        let mut from = 0;
        while beginning.len() < limit
            && let Some(at) = finder.find(&self.text.as_bytes()[from..])
        {
            let at = from + at;
            let index = self.entries.partition_point(|entry| entry.end <= at);
            let Some(entry) = self.entries.get(index) else {
                break;
            };
            from = entry.end;
            if known.contains(&index) {
                continue;
            }
            match self.fit(entry, rarest, at, others) {
                Some(Fit::Beginning) => beginning.push(index),
                Some(Fit::Name) if name.len() < limit => name.push(index),
                Some(Fit::Anywhere) if anywhere.len() < limit => anywhere.push(index),
                _ => {}
            }
        }
        beginning.into_iter().chain(name).chain(anywhere).collect()
    }

    /// How the group fits in which `rarest` first occurs at this place.
    fn fit(&self, entry: &Entry, rarest: &str, at: usize, others: &[&str]) -> Option<Fit> {
        let name = &self.text[entry.start..entry.name_end];
        let whole = &self.text[entry.start..entry.end];
        if at >= entry.name_end || !others.iter().all(|word| name.contains(word)) {
            let fits = others.iter().all(|word| whole.contains(word));
            return fits.then_some(Fit::Anywhere);
        }
        let begins = begins_word(name, rarest) || others.iter().any(|word| begins_word(name, word));
        Some(if begins { Fit::Beginning } else { Fit::Name })
    }
}

/// Whether a word of the name begins with this one.
fn begins_word(name: &str, word: &str) -> bool {
    let begins = |at: usize| {
        let before = name[..at].chars().next_back();
        before.is_none_or(|character| !character.is_alphanumeric())
    };
    name.match_indices(word).any(|(at, _)| begins(at))
}
