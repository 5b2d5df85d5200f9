//! Favorites as far as they are known. Graph has no list of them and may refuse to tell, so what
//! this machine has set is kept beside what the service said.

use std::collections::HashMap;

use graph_client::models::GroupId;
use rusqlite::params;

use crate::people::group_id;
use crate::{Cache, CacheError};

/// Whose word a favorite's state is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FavoriteSource {
    /// The service was read and said so.
    Service,
    /// The service accepted the change and has not been read since, or does not tell.
    Sent,
    /// Asked, the service does not tell.
    Untold,
}

impl FavoriteSource {
    const ALL: [Self; 3] = [Self::Service, Self::Sent, Self::Untold];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Sent => "sent",
            Self::Untold => "untold",
        }
    }

    /// A source that a newer version wrote counts as *untold*: nothing is claimed from it.
    fn parse(text: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|source| source.as_str() == text)
            .unwrap_or(Self::Untold)
    }
}

/// What is known of one favorite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FavoriteRecord {
    /// The state; `None` when nothing is known.
    pub marked: Option<bool>,
    /// Whose word it is.
    pub source: FavoriteSource,
}

impl Cache {
    /// What is known of all favorites.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn favorites(&self) -> Result<HashMap<GroupId, FavoriteRecord>, CacheError> {
        let connection = self.reading();
        let mut statement =
            connection.prepare_cached("SELECT group_id, marked, source FROM favorites")?;
        let rows = statement.query_map([], |row| {
            let id: String = row.get(0)?;
            let source: String = row.get(2)?;
            let record = FavoriteRecord {
                marked: row.get(1)?,
                source: FavoriteSource::parse(&source),
            };
            Ok((group_id(id)?, record))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps what was learnt or set.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing of it is kept.
    pub fn put_favorites(&self, records: &[(GroupId, FavoriteRecord)]) -> Result<(), CacheError> {
        let mut connection = self.writing();
        let transaction = connection.transaction()?;
        for (id, record) in records {
            transaction
                .prepare_cached("INSERT OR REPLACE INTO favorites (group_id, marked, source) VALUES (?1, ?2, ?3)")?
                .execute(params![id.as_str(), record.marked, record.source.as_str()])?;
        }
        transaction.commit()?;
        Ok(())
    }
}
