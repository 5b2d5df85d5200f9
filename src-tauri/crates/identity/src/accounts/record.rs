//! An account as it is remembered: who, where, and what was granted. Nothing of it is secret.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clouds::Cloud;
use crate::signed_in::SignedIn;

/// An account that has signed in on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountRecord {
    /// Made here, stable, and safe as a file name.
    pub id: String,
    /// The cloud.
    pub cloud: Cloud,
    /// The tenant as it was named when signing in.
    pub tenant: String,
    /// The application (client) ID.
    pub client_id: String,
    /// The person's object id.
    pub user_id: String,
    /// The tenant's id.
    pub tenant_id: String,
    /// The person's display name; the sign-in name where there was none.
    pub display_name: String,
    /// The sign-in name.
    pub user_principal_name: String,
    /// The tenant's display name; empty until it is known.
    pub tenant_name: String,
    /// Names of the granted permissions.
    pub granted: Vec<String>,
    /// Whether the account has to sign in again before it can be used.
    pub needs_sign_in: bool,
}

impl AccountRecord {
    /// The record of who signed in, under an id of its own.
    pub(super) fn new(who: &SignedIn, cloud: Cloud, tenant: &str, client_id: &str) -> Self {
        let unnamed = who.name.is_empty();
        let name = if unnamed {
            &who.preferred_username
        } else {
            &who.name
        };
        Self {
            id: Uuid::new_v4().to_string(),
            cloud,
            tenant: tenant.to_owned(),
            client_id: client_id.to_owned(),
            user_id: who.oid.clone(),
            tenant_id: who.tid.clone(),
            display_name: name.clone(),
            user_principal_name: who.preferred_username.clone(),
            tenant_name: String::new(),
            granted: who.granted.clone(),
            needs_sign_in: false,
        }
    }

    /// Whether both are the same person in the same tenant of the same cloud.
    pub(super) fn is_same_person(&self, other: &Self) -> bool {
        (&self.cloud, &self.tenant_id, &self.user_id)
            == (&other.cloud, &other.tenant_id, &other.user_id)
    }
}
