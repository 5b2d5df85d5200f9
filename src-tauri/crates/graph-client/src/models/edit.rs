//! What becomes of a property that can also be empty.

use serde::{Serialize, Serializer};

/// What a change does to a property that may be emptied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Edit<T> {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is emptied.
    Clear,
    /// It becomes this.
    Set(T),
}

impl<T> Edit<T> {
    /// Whether nothing is to happen.
    pub fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

/// What is to stay has to be left out; what is emptied becomes null.
impl<T: Serialize> Serialize for Edit<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep | Self::Clear => serializer.serialize_none(),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}
