//! Permissions that an app can ask for: their names, which of them need an
//! administrator, and how a `scope` parameter is read and answered.
//! What a permission allows is decided where the requests are answered.

use std::collections::{BTreeMap, BTreeSet};

use super::errors::OAuthError;

/// Scopes of OpenID Connect. They are no permissions of Microsoft Graph.
const OPENID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// Every person may accept these (section "permissions-reference.md").
const FOR_EVERYBODY: [&str; 27] = [
    "Calendars.Read",
    "Calendars.ReadBasic",
    "Calendars.ReadWrite",
    "Calendars.ReadWrite.Shared",
    "Contacts.Read",
    "Files.Read",
    "Files.Read.All",
    "Files.ReadWrite",
    "Files.ReadWrite.All",
    "Mail.Read",
    "Mail.ReadWrite",
    "Mail.Send",
    "Notes.Create",
    "Notes.Read",
    "Notes.Read.All",
    "Notes.ReadWrite",
    "Notes.ReadWrite.All",
    "People.Read",
    "Presence.Read.All",
    "Sites.Read.All",
    "Sites.ReadWrite.All",
    "Tasks.Read",
    "Tasks.ReadWrite",
    "Team.Create",
    "Team.ReadBasic.All",
    "User.Read",
    "User.ReadBasic.All",
];

/// These need the consent of an administrator.
const FOR_ADMINISTRATORS: [&str; 26] = [
    "Directory.AccessAsUser.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
    "Group-Conversation.Read.All",
    "Group-Conversation.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadBasic.All",
    "Group.ReadWrite.All",
    "GroupMember.Read.All",
    "GroupMember.ReadBasic.All",
    "GroupMember.ReadWrite.All",
    "GroupSettings.Read.All",
    "GroupSettings.ReadWrite.All",
    "Member.Read.Hidden",
    "Organization.Read.All",
    "Organization.ReadWrite.All",
    "People.Read.All",
    "ProfilePhoto.Read.All",
    "ProfilePhoto.ReadWrite.All",
    "TeamMember.Read.All",
    "TeamMember.ReadWrite.All",
    "TeamSettings.Read.All",
    "TeamSettings.ReadWrite.All",
    "TeamworkTag.Read",
    "User.Read.All",
    "User.ReadWrite.All",
];

/// Whether an administrator has to accept `name` first.
pub(super) fn needs_administrator(name: &str) -> bool {
    FOR_ADMINISTRATORS.contains(&name)
}

/// All permissions of Microsoft Graph that the practice tenant knows.
pub(super) fn all() -> BTreeSet<String> {
    permissions().map(str::to_owned).collect()
}

fn permissions() -> impl Iterator<Item = &'static str> {
    FOR_EVERYBODY.into_iter().chain(FOR_ADMINISTRATORS)
}

/// A `scope` parameter, read.
#[derive(Debug, Clone, Default)]
pub(super) struct RequestedScopes {
    /// `openid`, `profile`, `email`, `offline_access`.
    pub(super) openid: BTreeSet<String>,
    /// Short name of a permission → the prefix it was asked with (may be empty).
    permissions: BTreeMap<String, String>,
}

impl RequestedScopes {
    /// Reads a space-separated list; names are compared without case, and the
    /// resource in front of a name (`https://graph.microsoft.com/`) is optional.
    pub(super) fn parse(scope: &str) -> Result<Self, OAuthError> {
        let mut requested = Self::default();
        for asked in scope.split_ascii_whitespace() {
            requested.add(asked)?;
        }
        Ok(requested)
    }

    fn add(&mut self, asked: &str) -> Result<(), OAuthError> {
        let start = asked.rfind('/').map_or(0, |slash| slash + 1);
        let (resource, name) = asked.split_at(start);
        if name.eq_ignore_ascii_case(".default") {
            self.permissions
                .extend(permissions().map(|known| (known.to_owned(), resource.to_owned())));
        } else if let Some(known) = OPENID.iter().find(|known| known.eq_ignore_ascii_case(name)) {
            self.openid.insert((*known).to_owned());
        } else {
            let known = permissions()
                .find(|known| known.eq_ignore_ascii_case(name))
                .ok_or_else(|| OAuthError::unknown_scope(name))?;
            self.permissions
                .insert(known.to_owned(), resource.to_owned());
        }
        Ok(())
    }

    /// Short names of the permissions asked for.
    pub(super) fn permissions(&self) -> BTreeSet<String> {
        self.permissions.keys().cloned().collect()
    }

    /// Everything asked for, for a person to read.
    pub(super) fn names(&self) -> Vec<&str> {
        self.openid
            .iter()
            .chain(self.permissions.keys())
            .map(String::as_str)
            .collect()
    }

    pub(super) fn has_openid(&self, name: &str) -> bool {
        self.openid.contains(name)
    }

    /// The `scope` of a token answer: what was granted, written as it was asked
    /// for. `offline_access` shows by the refresh token, not by its name.
    pub(super) fn answer(&self, granted: &BTreeSet<String>) -> String {
        let prefix = self.permissions.values().next().map_or("", String::as_str);
        let openid = self
            .openid
            .iter()
            .filter(|name| *name != "offline_access")
            .cloned();
        let permissions = granted.iter().map(|name| {
            let own = self.permissions.get(name).map_or(prefix, String::as_str);
            format!("{own}{name}")
        });
        openid.chain(permissions).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_permissions_the_way_they_were_asked_for() {
        let asked = "openid offline_access https://graph.microsoft.com/group.read.all User.Read";
        let requested = RequestedScopes::parse(asked).unwrap();
        assert_eq!(
            requested.answer(&requested.permissions()),
            "openid https://graph.microsoft.com/Group.Read.All User.Read"
        );
    }

    #[test]
    fn refuses_a_permission_that_does_not_exist() {
        assert!(RequestedScopes::parse("Group.Paint.All").is_err());
    }

    #[test]
    fn the_default_scope_asks_for_everything() {
        let requested = RequestedScopes::parse("https://graph.microsoft.com/.default").unwrap();
        assert_eq!(requested.permissions(), all());
    }
}
