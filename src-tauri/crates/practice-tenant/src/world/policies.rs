//! Writes to what the tenant decides about all groups: the expiration policy, settings, and what
//! settings can be made from.

use jiff::Timestamp;

use super::lifecycle::Lifecycle;
use super::{Change, Life, Touch, World};

impl World {
    /// Makes such a write take effect.
    pub(super) fn apply_to_policies(&mut self, change: &Change) {
        let at = change.at();
        match change {
            Change::Policy { policy, .. } => {
                if let Some(edit) = policy.of_lifecycle() {
                    self.decide_on_expiry(at, |lifecycle| lifecycle.edit(&edit, at));
                }
                let values = policy.of_settings();
                if !values.is_empty() {
                    self.settings.decide(&values, at);
                }
            }
            Change::CreatePolicy { policy, .. } => {
                self.decide_on_expiry(at, |lifecycle| lifecycle.begin(policy, at));
            }
            Change::DeletePolicy { .. } => self.decide_on_expiry(at, Lifecycle::end),
            Change::PutSetting { setting, holds, .. } => self.settings.put(setting, *holds),
            Change::DeleteSetting { setting, holds, .. } => self.settings.remove(setting, *holds),
            Change::PlantTemplate { template, .. } => self.settings.plant(template),
            _ => {}
        }
    }

    /// What time has brought about stays as it is; expiry follows what was decided.
    fn decide_on_expiry(&mut self, at: Timestamp, decide: impl FnOnce(&mut Lifecycle)) {
        self.settle_all(at);
        let before: Vec<_> = self.expirations(at).collect();
        decide(&mut self.lifecycle);
        let after: Vec<_> = self.expirations(at).collect();
        for (place, (before, after)) in (0..).zip(before.into_iter().zip(after)) {
            if before == after || self.life(place, at) != Life::Live {
                continue;
            }
            self.touch(place, at, Touch::Property("expirationDateTime"));
        }
    }

    fn expirations(&self, at: Timestamp) -> impl Iterator<Item = Option<Timestamp>> {
        self.groups
            .iter()
            .map(move |group| self.expiration(group, at))
    }
}
