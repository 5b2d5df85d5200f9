//! A person in the directory. Which of the properties an answer shows is
//! decided in `odata`; who may sign in, in `sign_in`.

use jiff::Timestamp;

use super::{Role, names};

/// Whether somebody belongs to the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UserType {
    Member,
    Guest,
}

/// A user as the directory knows them.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) display_name: String,
    pub(crate) given_name: String,
    pub(crate) surname: String,
    pub(crate) mail: String,
    pub(crate) user_principal_name: String,
    pub(crate) job_title: Option<&'static str>,
    pub(crate) department: Option<&'static str>,
    pub(crate) office_location: Option<&'static str>,
    pub(crate) preferred_language: Option<&'static str>,
    pub(crate) user_type: UserType,
    pub(crate) account_enabled: bool,
    /// Administrators hold at least one.
    pub(crate) roles: Vec<Role>,
    /// Since when the directory has known the person no longer.
    pub(crate) deleted: Option<Timestamp>,
}

impl User {
    pub(crate) fn is_administrator(&self) -> bool {
        !self.roles.is_empty()
    }

    /// The state or province of the office.
    pub(crate) fn state(&self) -> Option<&'static str> {
        names::place_of(self.office_location?).map(|(state, _)| state)
    }

    /// The country or region of the office.
    pub(crate) fn country(&self) -> Option<&'static str> {
        names::place_of(self.office_location?).map(|(_, country)| country)
    }

    pub(crate) fn is_guest(&self) -> bool {
        self.user_type == UserType::Guest
    }
}
