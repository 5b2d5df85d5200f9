//! Finding groups while one types: by any part of their name, alias, address or description, in any
//! script, whatever the case and the accents.

use std::collections::HashSet;

use graph_client::models::{Group, GroupId};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::people::group_id;
use crate::words::fold;
use crate::{Cache, CacheError, grams};

/// How many groups with a word in their names are compared to find the best, when fewer are asked for.
const COMPARED: usize = 200;

impl Cache {
    /// The groups in which every word of `text` occurs, at most `limit`, the best first: those whose name
    /// begins with the text, those that have the words in their name (where a word of it begins first),
    /// and those that have them anywhere; each in the order of their names. One or two Latin letters are
    /// looked for at beginnings of words only. Nothing for a text without words.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search_groups(&self, text: &str, limit: usize) -> Result<Vec<GroupId>, CacheError> {
        let text = fold(text);
        let connection = self.reading();
        let mut search = Search {
            connection: &connection,
            words: text.split(' ').filter(|word| !word.is_empty()).collect(),
            limit,
            found: Vec::new(),
            seen: HashSet::new(),
        };
        if !search.words.is_empty() {
            search.by_beginning(&text)?;
            search.by_words(Where::Name)?;
            search.by_words(Where::Anywhere)?;
        }
        let ids = search.found.into_iter().map(group_id);
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Name,
    Anywhere,
}

struct Search<'a> {
    connection: &'a Connection,
    words: Vec<&'a str>,
    limit: usize,
    found: Vec<String>,
    seen: HashSet<i64>,
}

/// What a group is found by.
struct Words {
    number: i64,
    group_id: String,
    name: String,
    rest: String,
}

impl Search<'_> {
    fn missing(&self) -> usize {
        self.limit.saturating_sub(self.found.len())
    }

    fn take(&mut self, words: Words) {
        if self.missing() > 0 && self.seen.insert(words.number) {
            self.found.push(words.group_id);
        }
    }

    /// Groups whose name begins with the whole text.
    fn by_beginning(&mut self, text: &str) -> Result<(), CacheError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number, group_id, name, '' FROM group_words \
             WHERE name >= ?1 AND name < ?2 ORDER BY name LIMIT ?3",
        )?;
        let end = format!("{text}{}", char::MAX);
        let limit = i64::try_from(self.limit).unwrap_or(i64::MAX);
        let found = statement.query_map(params![text, end, limit], words)?;
        for words in found {
            self.take(words?);
        }
        Ok(())
    }

    /// Groups that have all the words in the given place.
    fn by_words(&mut self, place: Where) -> Result<(), CacheError> {
        if self.missing() == 0 {
            return Ok(());
        }
        let grams: Vec<_> = self
            .words
            .iter()
            .flat_map(|word| grams::asked(word))
            .map(|gram| format!("\"{gram}\""))
            .collect();
        let mut candidates = match grams.as_slice() {
            [] => self.candidates(
                "SELECT number, group_id, name, rest FROM group_words",
                [],
                place,
            )?,
            grams => {
                let all = grams.join(" AND ");
                let asked = match place {
                    Where::Name => format!("name : ({all})"),
                    Where::Anywhere => all,
                };
                let sql = "SELECT w.number, w.group_id, w.name, w.rest FROM group_grams g \
                     JOIN group_words w ON w.number = g.rowid WHERE group_grams MATCH ?1";
                self.candidates(sql, [asked], place)?
            }
        };
        candidates.sort_by_cached_key(|words| (!self.begin_words(&words.name), words.name.clone()));
        for words in candidates {
            self.take(words);
        }
        Ok(())
    }

    /// Those of the rows in which the words really occur: enough to choose the best from.
    fn candidates(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        place: Where,
    ) -> Result<Vec<Words>, CacheError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let occur = |row: &Words| {
            !self.seen.contains(&row.number)
                && self.words.iter().all(|word| {
                    row.name.contains(word) || (place == Where::Anywhere && row.rest.contains(word))
                })
        };
        let rows = statement.query_map(params, words)?;
        let fitting = rows.filter(|row| row.as_ref().map_or(true, occur));
        Ok(fitting
            .take(self.missing().max(COMPARED))
            .collect::<Result<_, _>>()?)
    }

    /// Whether a word of the name begins with one that is looked for.
    fn begin_words(&self, name: &str) -> bool {
        let begins = |word: &str| self.words.iter().any(|asked| word.starts_with(asked));
        name.split(' ').any(begins)
    }
}

fn words(row: &rusqlite::Row<'_>) -> rusqlite::Result<Words> {
    Ok(Words {
        number: row.get(0)?,
        group_id: row.get(1)?,
        name: row.get(2)?,
        rest: row.get(3)?,
    })
}

/// Makes the group findable by what it is called now.
pub(crate) fn index(connection: &Connection, group: &Group) -> Result<(), CacheError> {
    let name = fold(group.display_name.as_deref().unwrap_or_default());
    let rest = [&group.mail_nickname, &group.mail, &group.description]
        .into_iter()
        .flatten()
        .map(|text| fold(text))
        .collect::<Vec<_>>()
        .join("\n");
    let number: Option<i64> = connection
        .prepare_cached(
            "INSERT INTO group_words (group_id, name, rest) VALUES (?1, ?2, ?3) \
             ON CONFLICT (group_id) DO UPDATE SET name = excluded.name, rest = excluded.rest \
             WHERE name <> excluded.name OR rest <> excluded.rest RETURNING number",
        )?
        .query_row(params![group.id.as_str(), name, rest], |row| row.get(0))
        .optional()?;
    // Without a number nothing has changed.
    if let Some(number) = number {
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO group_grams (rowid, name, rest) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![number, grams::of(&name), grams::of(&rest)])?;
    }
    Ok(())
}

/// Makes groups that are no longer kept impossible to find.
pub(crate) fn prune(connection: &Connection) -> Result<(), CacheError> {
    connection.execute_batch(
        "DELETE FROM group_grams WHERE rowid IN \
            (SELECT number FROM group_words WHERE group_id NOT IN (SELECT id FROM groups)); \
         DELETE FROM group_words WHERE group_id NOT IN (SELECT id FROM groups);",
    )?;
    Ok(())
}

/// As [`prune`], for one group.
pub(crate) fn remove(connection: &Connection, id: &GroupId) -> Result<(), CacheError> {
    let number: Option<i64> = connection
        .prepare_cached("DELETE FROM group_words WHERE group_id = ?1 RETURNING number")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?;
    if let Some(number) = number {
        connection
            .prepare_cached("DELETE FROM group_grams WHERE rowid = ?1")?
            .execute([number])?;
    }
    Ok(())
}

/// Makes every group that is kept findable. One that this version cannot read is left to the next refresh.
pub(crate) fn index_all(connection: &Connection) -> Result<(), CacheError> {
    let mut statement = connection.prepare("SELECT body FROM groups")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let body: String = row.get(0)?;
        if let Ok(group) = serde_json::from_str(&body) {
            index(connection, &group)?;
        }
    }
    Ok(())
}
