//! Chance that depends on a group and a purpose only, so that nothing changes
//! by what was asked for before.

use jiff::{SignedDuration, Timestamp};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest, Sha256};

/// A source of chance of its own.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub(super) fn new(group: &str, purpose: &str) -> Self {
        let seed = Sha256::new()
            .chain_update(group)
            .chain_update([0])
            .chain_update(purpose)
            .finalize();
        Self(ChaCha8Rng::from_seed(seed.into()))
    }

    /// A number from 0 to just before `end`; 0 if there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        if end == 0 {
            0
        } else {
            self.0.random_range(0..end)
        }
    }

    /// A number of this range, both ends included.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        self.0.random_range(least..=most.max(least))
    }

    /// True in `percent` of a hundred cases.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.0.random_range(0..100) < percent
    }

    /// One of them; the tables of words are never empty.
    pub(super) fn pick<'a, T: ?Sized>(&mut self, things: &[&'a T]) -> Option<&'a T> {
        things.get(self.below(things.len())).copied()
    }

    pub(super) fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).unwrap_or_default()
    }

    pub(super) fn bytes(&mut self) -> [u8; 16] {
        self.0.random()
    }

    /// A GUID in small letters.
    pub(super) fn guid(&mut self) -> String {
        uuid::Builder::from_random_bytes(self.bytes())
            .into_uuid()
            .hyphenated()
            .to_string()
    }

    /// A moment of the span; `late` above 1 makes late ones more frequent.
    pub(super) fn moment(&mut self, (from, to): (Timestamp, Timestamp), late: i32) -> Timestamp {
        let seconds = to.duration_since(from).as_secs().max(0) as f64;
        let back = self.0.random::<f64>().powi(late) * seconds;
        let at = to.checked_sub(SignedDuration::from_secs(back as i64));
        at.unwrap_or(from)
    }

    /// So many days and some minutes.
    pub(super) fn days(&mut self, least: usize, most: usize) -> SignedDuration {
        let days = self.between(least, most) as i64;
        let minutes = self.between(0, 1_000) as i64;
        SignedDuration::from_hours(24 * days) + SignedDuration::from_mins(minutes)
    }
}
