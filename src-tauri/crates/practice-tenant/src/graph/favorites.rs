//! My favorites: marking, and reading them back, which no page of the
//! documentation promises (group-addfavorite.md, group-removefavorite.md).

use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::Answer;
use super::access::FAVORITE;
use super::writing::Writing;
use crate::odata::ODataError;
use crate::world::Change;

/// What a client gets that asks for `isFavorite`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FavoriteReading {
    /// True or false.
    #[default]
    Readable,
    /// The property is there, and null.
    Null,
    /// The property is refused as unknown.
    Refused,
    /// Each of the above for a third of the groups.
    Mixed,
}

impl FavoriteReading {
    /// What holds for one group, by its place in the world.
    pub(crate) fn of(self, group: usize) -> Self {
        match self {
            Self::Mixed => [Self::Readable, Self::Null, Self::Refused][group % 3],
            all => all,
        }
    }
}

/// `POST /groups/{id}/addFavorite` and `/removeFavorite`; doing it again does no harm.
pub(super) fn set(writing: &Writing<'_>, id: &str, marked: bool) -> Result<Answer, ODataError> {
    writing.caller.require(FAVORITE)?;
    writing.write(|world| {
        let (_, group) = writing.group(world, id)?;
        if !group.unified {
            return Err(ODataError::new(
                StatusCode::BAD_REQUEST,
                "ErrorInvalidGroup",
                "The requested operation is supported for Microsoft 365 groups only.",
            ));
        }
        Ok(Change::Favorite {
            group: group.id.clone(),
            user: writing.user(),
            marked,
            at: writing.now(),
        })
    })?;
    Ok(Answer::action(writing.call.prefers("return=minimal")))
}
