//! What a part of the groups holds, one value a group: drawn when somebody first
//! asks, and over it what was written since.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A part of what a group holds that is written to.
pub(super) trait Written: Clone {
    type Change: Clone;

    /// Makes a write to it take effect; `group` is the id of the group that holds it.
    fn apply(&mut self, group: &str, change: &Self::Change);
}

/// The same part of all groups.
#[derive(Debug)]
pub(super) struct Kept<T: Written> {
    made: Mutex<HashMap<String, Arc<T>>>,
    /// What was written to those that nobody has asked for since the start.
    waiting: Mutex<HashMap<String, Vec<T::Change>>>,
}

impl<T: Written> Default for Kept<T> {
    fn default() -> Self {
        Self {
            made: Mutex::default(),
            waiting: Mutex::default(),
        }
    }
}

impl<T: Written> Kept<T> {
    /// That of a group, drawn if nobody has asked for it yet.
    pub(super) fn of(&self, group: &str, draw: impl FnOnce() -> T) -> Arc<T> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let part = made.entry(group.to_owned()).or_insert_with(|| {
            let mut part = draw();
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            for change in waiting.remove(group).into_iter().flatten() {
                part.apply(group, &change);
            }
            Arc::new(part)
        });
        Arc::clone(part)
    }

    /// That of a group, if somebody has asked for it.
    pub(super) fn known(&self, group: &str) -> Option<Arc<T>> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.get(group).cloned()
    }

    /// Makes a write take effect for those who ask from now on.
    pub(super) fn write(&mut self, group: &str, change: &T::Change) {
        let made = self.made.get_mut().unwrap_or_else(PoisonError::into_inner);
        match made.get_mut(group) {
            Some(part) => Arc::make_mut(part).apply(group, change),
            None => {
                let waiting = self.waiting.get_mut();
                let waiting = waiting.unwrap_or_else(PoisonError::into_inner);
                let changes = waiting.entry(group.to_owned()).or_default();
                changes.push(change.clone());
            }
        }
    }
}
