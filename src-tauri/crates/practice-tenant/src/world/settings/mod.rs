//! The directory's settings for groups, as they were written: made from templates, whole, and all of
//! them texts. The tenant's are shown at once and hold later; a group's own hold at once. What they
//! come to is in `rules`, the templates in `templates`; who may write which is decided in `graph`.

mod rules;
mod templates;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use rules::Rules;
pub(crate) use templates::{GUEST, Template};

use templates::UNIFIED;

/// The id of the settings that the tenant began with.
const FIRST_ID: &str = "f0b2d6f5-097d-4177-91af-a24e530b53cc";
const CLASSIFICATIONS: &str = "General,Internal,Confidential";
/// The value by which settings allow guests.
const ADD_GUESTS: &str = "AllowToAddGuests";

/// Settings made from one template, in the service's own form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Setting {
    pub(crate) id: String,
    pub(crate) display_name: String,
    pub(crate) template_id: String,
    pub(crate) values: Vec<SettingValue>,
}

/// One value, always a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingValue {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// The templates, the tenant's settings, and what they come to over time.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) templates: Vec<Template>,
    /// The tenant's, as they are shown.
    pub(crate) of_tenant: Vec<Setting>,
    /// What holds from when on, the oldest first; there is always one.
    rules: Vec<(Timestamp, Rules)>,
}

impl Setting {
    /// The value of `name`; nothing, if there is none.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        let found = self.values.iter().find(|value| value.name == name);
        found.map(|found| found.value.as_str())
    }

    fn flag(&self, name: &str) -> Option<bool> {
        self.value(name)?.to_lowercase().parse().ok()
    }

    pub(crate) fn is_of(&self, template: &str) -> bool {
        self.template_id.eq_ignore_ascii_case(template)
    }

    /// Whether they let guests in; nothing, if they are about something else.
    pub(crate) fn guests_allowed(&self) -> Option<bool> {
        self.is_of(GUEST).then(|| self.flag(ADD_GUESTS)).flatten()
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        match self.values.iter_mut().find(|known| known.name == name) {
            Some(known) => value.clone_into(&mut known.value),
            None => self.values.push(SettingValue {
                name: name.to_owned(),
                value: value.to_owned(),
            }),
        }
    }

    /// A group's own word on guests. The id is unlike any id of a group, and the same at every start.
    pub(super) fn of_guests(group: &str, allowed: bool) -> Self {
        let mut setting =
            templates::guest().settings(&format!("a1{}", group.get(2..).unwrap_or("")));
        setting.set(ADD_GUESTS, &allowed.to_string());
        setting
    }
}

impl Default for Settings {
    fn default() -> Self {
        let mut first = templates::unified().settings(FIRST_ID);
        first.set("ClassificationList", CLASSIFICATIONS);
        let rules = Rules::of(Some(&first), None);
        Self {
            templates: templates::all(),
            of_tenant: vec![first],
            rules: vec![(Timestamp::MIN, rules)],
        }
    }
}

impl Settings {
    /// What holds at `at`.
    pub(crate) fn rules(&self, at: Timestamp) -> &Rules {
        let holding = self.rules.iter().rev().find(|(from, _)| *from <= at);
        // The first holds always.
        &holding.unwrap_or(&self.rules[0]).1
    }

    pub(crate) fn template(&self, id: &str) -> Option<&Template> {
        let same = |template: &&Template| template.id.eq_ignore_ascii_case(id);
        self.templates.iter().find(same)
    }

    /// The tenant's settings of a template.
    pub(crate) fn of_template(&self, template: &str) -> Option<&Setting> {
        self.of_tenant.iter().find(|known| known.is_of(template))
    }

    /// Writes the tenant's settings of a template, to hold from `from` on.
    pub(super) fn put(&mut self, setting: &Setting, from: Timestamp) {
        put(&mut self.of_tenant, setting);
        self.hold(from);
    }

    /// Takes settings of the tenant away; the defaults hold from `from` on.
    pub(super) fn remove(&mut self, id: &str, from: Timestamp) {
        remove(&mut self.of_tenant, id);
        self.hold(from);
    }

    /// Decides values of `Group.Unified`, which hold at once.
    pub(super) fn decide(&mut self, values: &[(&'static str, String)], at: Timestamp) {
        let unified = self.of_template(UNIFIED).cloned();
        let mut setting = unified.unwrap_or_else(|| templates::unified().settings(FIRST_ID));
        for (name, value) in values {
            setting.set(name, value);
        }
        self.put(&setting, at);
    }

    /// Adds a template, or puts it into the place of the one with the same id.
    pub(super) fn plant(&mut self, template: &Template) {
        self.templates.retain(|known| known.id != template.id);
        self.templates.push(template.clone());
    }

    /// What was to hold later is overtaken by what holds from `from` on.
    fn hold(&mut self, from: Timestamp) {
        let rules = Rules::of(self.of_template(UNIFIED), self.of_template(GUEST));
        let overtaken = |(begins, _): &(Timestamp, Rules)| *begins < from;
        self.rules.retain(overtaken);
        self.rules.push((from, rules));
    }
}

/// Puts settings into a list, in the place of those with the same id.
pub(super) fn put(list: &mut Vec<Setting>, setting: &Setting) {
    match list.iter_mut().find(|known| known.id == setting.id) {
        Some(known) => known.clone_from(setting),
        None => list.push(setting.clone()),
    }
}

/// Takes settings out of a list.
pub(super) fn remove(list: &mut Vec<Setting>, id: &str) {
    list.retain(|known| known.id != id);
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
    }

    fn creation(settings: &Settings, allowed: bool) -> Setting {
        let mut setting = settings.of_tenant[0].clone();
        setting.set(
            "EnableGroupCreation",
            if allowed { "True" } else { "False" },
        );
        setting
    }

    #[test]
    fn settings_show_at_once_and_hold_later_in_the_order_in_which_they_were_written() {
        let mut settings = Settings::default();
        settings.put(&creation(&settings, false), at(15));
        settings.put(&creation(&settings, true), at(20));
        let shown = settings.of_tenant[0].value("EnableGroupCreation");
        assert_eq!(shown, Some("True"));
        let holds = [0, 14, 15, 19, 20].map(|minute| settings.rules(at(minute)).group_creation);
        assert_eq!(holds, [true, true, false, false, true]);
    }

    #[test]
    fn what_holds_at_once_overtakes_what_was_to_hold_later() {
        let mut settings = Settings::default();
        settings.put(&creation(&settings, false), at(15));
        settings.decide(&[("EnableGroupCreation", "true".to_owned())], at(5));
        assert!(settings.rules(at(30)).group_creation);
    }

    #[test]
    fn without_settings_the_defaults_hold() {
        let mut settings = Settings::default();
        settings.put(&creation(&settings, false), at(0));
        settings.remove(FIRST_ID, at(10));
        assert!(settings.of_tenant.is_empty());
        assert!(!settings.rules(at(9)).group_creation && settings.rules(at(10)).group_creation);
        assert!(settings.rules(at(10)).classifications.is_empty());
    }
}
