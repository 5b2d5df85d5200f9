//! Files and folders of a library (resources/driveitem.md).

use jiff::Timestamp;
use serde::Deserialize;

/// A file or a folder, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DriveItem {
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// When it was last changed.
    #[serde(default)]
    pub last_modified_date_time: Option<Timestamp>,
    #[serde(default)]
    last_modified_by: Option<IdentitySet>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct IdentitySet {
    #[serde(default)]
    user: Option<Identity>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Identity {
    #[serde(default)]
    display_name: Option<String>,
}

impl DriveItem {
    /// The properties to ask for: neither the content nor where it can be had.
    pub(crate) const SELECT: &'static [&'static str] =
        &["id", "name", "lastModifiedDateTime", "lastModifiedBy"];

    /// The name of who changed it last.
    pub fn last_modified_by(&self) -> Option<&str> {
        let by = self.last_modified_by.as_ref()?.user.as_ref()?;
        by.display_name.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_changed_it_is_a_person_or_nobody_in_particular() {
        let by = |by: &str| {
            let item = format!(r#"{{"id": "1", "lastModifiedBy": {by}}}"#);
            let item: DriveItem = serde_json::from_str(&item).unwrap();
            item.last_modified_by().map(str::to_owned)
        };
        assert_eq!(
            by(r#"{"user": {"displayName": "Ada"}}"#).as_deref(),
            Some("Ada")
        );
        assert_eq!(by(r#"{"application": {"displayName": "Sync"}}"#), None);
        assert_eq!(by("null"), None);
    }
}
