//! What becomes of a property that can also be empty.

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
