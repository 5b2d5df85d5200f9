//! An application registration: which application asks, in which tenant, in which cloud.
//!
//! Owns the addresses of the identity platform that follow from it. Deliberately elsewhere: the
//! permissions that are asked for (`permissions`) and the conversations with those addresses.

use url::Url;
use uuid::Uuid;

use crate::clouds::CloudEndpoints;
use crate::error::IdentityError;

/// The application ID under which the practice tenant knows this application.
pub const PRACTICE_CLIENT_ID: &str = "7e4c1c3e-5a5d-4b8f-9d26-0f1a5c2b7a10";

/// A validated application registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    endpoints: CloudEndpoints,
    tenant: String,
    client_id: String,
}

impl Registration {
    /// A registration; `tenant` is `organizations`, a tenant's GUID or one of its domains,
    /// `client_id` the application (client) ID.
    ///
    /// # Errors
    /// [`IdentityError::InvalidInput`] for `tenant` or `clientId`.
    pub fn new(
        endpoints: CloudEndpoints,
        tenant: &str,
        client_id: &str,
    ) -> Result<Self, IdentityError> {
        let tenant = tenant.trim().to_ascii_lowercase();
        if tenant != "organizations" && Uuid::parse_str(&tenant).is_err() && !is_domain(&tenant) {
            return Err(IdentityError::InvalidInput { field: "tenant" });
        }
        let client_id = Uuid::parse_str(client_id.trim())
            .map_err(|_| IdentityError::InvalidInput { field: "clientId" })?;
        Ok(Self {
            endpoints,
            tenant,
            client_id: client_id.hyphenated().to_string(),
        })
    }

    /// The cloud's addresses.
    pub fn endpoints(&self) -> &CloudEndpoints {
        &self.endpoints
    }

    /// `organizations`, a GUID or a domain, in lower case.
    pub fn tenant(&self) -> &str {
        &self.tenant
    }

    /// The application (client) ID, a GUID in lower case.
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    /// The tenant's GUID, when the registration names the tenant by it.
    pub(crate) fn tenant_guid(&self) -> Option<Uuid> {
        Uuid::parse_str(&self.tenant).ok()
    }

    /// The page on which a browser ends its session. No address to come back to: nobody listens there
    /// by then, and the page itself says that it is done.
    pub fn logout_url(&self) -> Url {
        self.under("oauth2/v2.0/logout")
    }

    pub(crate) fn authority(&self) -> &Url {
        &self.endpoints.authority
    }

    pub(crate) fn authorize_url(&self) -> Url {
        self.under("oauth2/v2.0/authorize")
    }

    pub(crate) fn token_url(&self) -> Url {
        self.under("oauth2/v2.0/token")
    }

    pub(crate) fn device_code_url(&self) -> Url {
        self.under("oauth2/v2.0/devicecode")
    }

    pub(crate) fn admin_consent_endpoint(&self) -> Url {
        self.under("v2.0/adminconsent")
    }

    fn under(&self, path: &str) -> Url {
        let mut url = self.endpoints.authority.clone();
        let root = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{root}/{}/{path}", self.tenant));
        url
    }
}

fn is_domain(name: &str) -> bool {
    let label = |label: &str| {
        let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (1..=63).contains(&label.len())
            && label.chars().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.len() <= 253 && name.contains('.') && name.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clouds::Cloud;

    fn register(tenant: &str, client_id: &str) -> Result<Registration, IdentityError> {
        Registration::new(Cloud::Global.endpoints().unwrap(), tenant, client_id)
    }

    #[test]
    fn a_tenant_is_organizations_a_guid_or_a_domain() {
        for tenant in [
            "organizations",
            " Contoso.onmicrosoft.com ",
            PRACTICE_CLIENT_ID,
        ] {
            assert!(register(tenant, PRACTICE_CLIENT_ID).is_ok(), "{tenant}");
        }
        for tenant in [
            "",
            "common",
            "contoso",
            "a/b.example",
            "..",
            "-a.example",
            "a.example?x",
        ] {
            let error = register(tenant, PRACTICE_CLIENT_ID).unwrap_err();
            assert!(
                matches!(error, IdentityError::InvalidInput { field: "tenant" }),
                "{tenant}"
            );
        }
    }

    #[test]
    fn an_application_id_is_a_guid() {
        let error = register("organizations", "tenure").unwrap_err();
        assert!(matches!(
            error,
            IdentityError::InvalidInput { field: "clientId" }
        ));
    }

    #[test]
    fn addresses_name_the_tenant() {
        let registration = register("Contoso.example", PRACTICE_CLIENT_ID).unwrap();
        assert_eq!(
            registration.token_url().as_str(),
            "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token"
        );
    }
}
