//! Whether the record is as it was written.

use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::entry::COLUMNS;
use crate::seal::{Fields, NOTHING_BEFORE, seal};
use crate::{Ledger, LedgerError};

/// Whether the record is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every hash fits, and none is missing.
    Intact,
    /// It was altered.
    Broken {
        /// The number of the first entry that does not fit or is missing.
        number: u32,
    },
}

/// How far the chain holds.
struct Chain {
    number: u32,
    hash: Vec<u8>,
}

impl Ledger {
    /// Goes through the whole record: some 200,000 entries a second.
    ///
    /// # Errors
    /// When the file cannot be read for another reason than being damaged.
    pub fn verify(&self) -> Result<Verdict, LedgerError> {
        let connection = self.connection();
        let mut chain = Chain {
            number: 0,
            hash: NOTHING_BEFORE.as_bytes().to_vec(),
        };
        match follow(&connection, &mut chain) {
            Ok(true) => {}
            Ok(false) => return Ok(chain.breaks()),
            Err(error) if is_damage(&error) => return Ok(chain.breaks()),
            Err(error) => return Err(error.into()),
        }
        let head = match head(&connection) {
            Ok(head) => head,
            Err(error) if is_damage(&error) => None,
            Err(error) => return Err(error.into()),
        };
        Ok(chain.against(head))
    }
}

impl Chain {
    const fn breaks(&self) -> Verdict {
        Verdict::Broken {
            number: self.number.saturating_add(1),
        }
    }

    /// What is missing at the end, only the head tells.
    fn against(&self, head: Option<(i64, Vec<u8>)>) -> Verdict {
        let last = i64::from(self.number);
        match head {
            Some((count, _)) if count > last => self.breaks(),
            Some((count, hash)) if count == last && hash == self.hash => Verdict::Intact,
            _ => Verdict::Broken {
                number: self.number.max(1),
            },
        }
    }
}

/// Whether every entry fits to the one before it; stops at the first that does not.
fn follow(connection: &Connection, chain: &mut Chain) -> rusqlite::Result<bool> {
    let sql = format!("SELECT {COLUMNS} FROM entries ORDER BY number");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        match fits(row, chain)? {
            Some(hash) => {
                chain.number += 1;
                chain.hash = hash;
            }
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// The entry's hash, when it is the next one and its hash is that of what it says.
fn fits(row: &Row<'_>, chain: &Chain) -> rusqlite::Result<Option<Vec<u8>>> {
    let number: i64 = row.get(0)?;
    let number_text = number.to_string();
    let mut fields: Fields<'_> = [None; 10];
    for (at, field) in fields.iter_mut().enumerate().skip(1) {
        *field = row.get_ref(at)?.as_bytes_or_null()?;
    }
    if let Some(first) = fields.first_mut() {
        *first = Some(number_text.as_bytes());
    }
    let hash = row.get_ref(10)?.as_bytes()?;
    let fits =
        number == i64::from(chain.number) + 1 && seal(&chain.hash, &fields).as_bytes() == hash;
    Ok(fits.then(|| hash.to_vec()))
}

fn head(connection: &Connection) -> rusqlite::Result<Option<(i64, Vec<u8>)>> {
    connection
        .prepare_cached("SELECT count, hash FROM head WHERE one = 1")?
        .query_row([], |row| {
            Ok((row.get(0)?, row.get_ref(1)?.as_bytes()?.to_vec()))
        })
        .optional()
}

/// What was tampered with below SQLite reads as damage, or as a value of another kind.
fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(
        error.sqlite_error_code(),
        Some(DatabaseCorrupt | NotADatabase)
    ) || matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
    )
}
