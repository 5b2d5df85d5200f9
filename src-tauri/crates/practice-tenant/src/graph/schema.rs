//! The types that answers hold, with their properties: returned by default, on
//! `$select`, or only of a single object (resources/group.md, resources/user.md).
//! Values are in `viewer`.

use crate::odata::{Property, Returned, Schema};

/// Microsoft 365 and security groups.
pub(crate) static GROUP: Schema = Schema {
    name: "group",
    properties: GROUP_PROPERTIES,
    tokenized: &["displayName", "description"],
    relations: &["owners", "members", "transitiveMembers"],
};

/// People.
pub(crate) static USER: Schema = Schema {
    name: "user",
    properties: USER_PROPERTIES,
    tokenized: &["displayName"],
    relations: &["ownedObjects", "memberOf"],
};

/// Apps that somebody registered.
pub(crate) static APPLICATION: Schema = Schema {
    name: "application",
    properties: OTHER_PROPERTIES,
    tokenized: &["displayName"],
    relations: &[],
};

/// Roles in the directory.
pub(crate) static ROLE: Schema = Schema {
    name: "directoryRole",
    properties: ROLE_PROPERTIES,
    tokenized: &["displayName"],
    relations: &[],
};

/// Computers and telephones.
pub(crate) static DEVICE: Schema = Schema {
    name: "device",
    properties: OBJECT_PROPERTIES,
    tokenized: &["displayName"],
    relations: &[],
};

/// Apps as they act in this tenant.
pub(crate) static SERVICE_PRINCIPAL: Schema = Schema {
    name: "servicePrincipal",
    properties: OBJECT_PROPERTIES,
    tokenized: &["displayName"],
    relations: &[],
};

/// People outside whose addresses the company keeps.
pub(crate) static CONTACT: Schema = Schema {
    name: "orgContact",
    properties: CONTACT_PROPERTIES,
    tokenized: &["displayName"],
    relations: &[],
};

const OBJECT_PROPERTIES: &[Property] = &[
    shown("id").filterable(),
    shown("deletedDateTime"),
    shown("accountEnabled").filterable(),
    shown("displayName").filterable(),
];

const CONTACT_PROPERTIES: &[Property] = &[
    shown("id").filterable(),
    shown("deletedDateTime"),
    shown("displayName").filterable(),
];

const OTHER_PROPERTIES: &[Property] = &[
    shown("id").filterable(),
    shown("deletedDateTime"),
    shown("description"),
    shown("displayName").filterable(),
];

const ROLE_PROPERTIES: &[Property] = &[
    shown("id").filterable(),
    shown("deletedDateTime"),
    shown("description"),
    shown("displayName").filterable(),
    shown("roleTemplateId").filterable(),
];

const fn property(name: &'static str, returned: Returned) -> Property {
    Property {
        name,
        returned,
        filterable: false,
    }
}

const fn shown(name: &'static str) -> Property {
    property(name, Returned::Default)
}

const fn selected(name: &'static str) -> Property {
    property(name, Returned::Selected)
}

const fn single(name: &'static str) -> Property {
    property(name, Returned::Single)
}

const fn never(name: &'static str) -> Property {
    property(name, Returned::Never)
}

impl Property {
    const fn filterable(mut self) -> Self {
        self.filterable = true;
        self
    }
}

const GROUP_PROPERTIES: &[Property] = &[
    shown("id").filterable(),
    shown("deletedDateTime").filterable(),
    shown("classification").filterable(),
    shown("createdDateTime").filterable(),
    shown("description").filterable(),
    shown("displayName").filterable(),
    shown("expirationDateTime").filterable(),
    shown("groupTypes").filterable(),
    shown("isAssignableToRole").filterable(),
    shown("mail").filterable(),
    shown("mailEnabled").filterable(),
    shown("mailNickname").filterable(),
    shown("membershipRule"),
    shown("membershipRuleProcessingState"),
    shown("onPremisesDomainName"),
    shown("onPremisesLastSyncDateTime").filterable(),
    shown("onPremisesNetBiosName"),
    shown("onPremisesSamAccountName").filterable(),
    shown("onPremisesSecurityIdentifier").filterable(),
    shown("onPremisesSyncEnabled").filterable(),
    shown("preferredDataLocation"),
    shown("preferredLanguage"),
    shown("proxyAddresses").filterable(),
    shown("renewedDateTime").filterable(),
    shown("resourceBehaviorOptions"),
    shown("resourceProvisioningOptions").filterable(),
    shown("securityEnabled").filterable(),
    shown("securityIdentifier").filterable(),
    shown("theme"),
    selected("uniqueName").filterable(),
    shown("visibility"),
    shown("onPremisesProvisioningErrors"),
    shown("serviceProvisioningErrors"),
    selected("assignedLabels"),
    selected("assignedLicenses"),
    selected("licenseProcessingState"),
    single("allowExternalSenders"),
    single("autoSubscribeNewMembers"),
    single("hideFromAddressLists"),
    single("hideFromOutlookClients"),
    single("isFavorite"),
    single("isSubscribedByMail"),
    single("unseenCount"),
    never("isArchived"),
    never("hasMembersWithLicenseErrors").filterable(),
];

const USER_PROPERTIES: &[Property] = &[
    shown("id").filterable(),
    shown("businessPhones"),
    shown("displayName").filterable(),
    shown("givenName").filterable(),
    shown("jobTitle").filterable(),
    shown("mail").filterable(),
    shown("mobilePhone"),
    shown("officeLocation").filterable(),
    shown("preferredLanguage").filterable(),
    shown("surname").filterable(),
    shown("userPrincipalName").filterable(),
    selected("accountEnabled").filterable(),
    selected("companyName").filterable(),
    selected("country").filterable(),
    selected("createdDateTime").filterable(),
    selected("department").filterable(),
    selected("mailNickname").filterable(),
    selected("onPremisesSyncEnabled").filterable(),
    selected("otherMails").filterable(),
    selected("proxyAddresses").filterable(),
    selected("state").filterable(),
    selected("usageLocation").filterable(),
    selected("userType").filterable(),
];
