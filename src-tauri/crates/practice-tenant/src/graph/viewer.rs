//! The world through the eyes of one caller at one moment: the values of
//! properties, some of which are the caller's own (favorites) or lag behind.

use jiff::{SignedDuration, Timestamp};

use super::Reading;
use super::access::{READ_GROUPS, READ_POLICIES};
use super::favorites::FavoriteReading;
use super::others::Other;
use super::schema::{GROUP, USER};
use crate::odata::{Field, Object, Schema};
use crate::world::{Group, User, UserIndex, UserType, Visibility, World, policy};

/// Who looks, when, and how far behind.
pub(crate) struct Viewer<'a> {
    pub(crate) world: &'a World,
    user: UserIndex,
    now: Timestamp,
    lag: SignedDuration,
    favorites: FavoriteReading,
    reads_groups: bool,
    reads_all: bool,
}

impl<'a> Viewer<'a> {
    /// `indexed`: the answer comes from the index behind advanced queries.
    pub(crate) fn new(reading: &Reading<'a>, indexed: bool) -> Self {
        let behavior = reading.tenant.behavior();
        Self {
            world: reading.world,
            user: reading.caller.user,
            now: reading.tenant.now(),
            lag: behavior.lag(indexed),
            favorites: behavior.favorites,
            reads_groups: reading.caller.has(READ_GROUPS),
            // The permissions to read the whole directory are the policies' too.
            reads_all: reading.caller.has(READ_POLICIES),
        }
    }

    pub(crate) fn groups(&'a self, places: impl IntoIterator<Item = usize>) -> Vec<Entry<'a>> {
        places
            .into_iter()
            .map(|place| Entry::Group(self, place))
            .collect()
    }

    pub(crate) fn users(&'a self, people: impl IntoIterator<Item = UserIndex>) -> Vec<Entry<'a>> {
        people
            .into_iter()
            .filter_map(|user| Some(Entry::User(self.world.user(user)?)))
            .collect()
    }
}

/// One object of the directory, as a viewer sees it.
#[derive(Clone, Copy)]
pub(crate) enum Entry<'a> {
    Group(&'a Viewer<'a>, usize),
    User(&'a User),
    Other(&'a Viewer<'a>, &'static Other),
}

impl Object for Entry<'_> {
    fn schema(&self) -> &'static Schema {
        match self {
            Self::Group(..) => &GROUP,
            Self::User(_) => &USER,
            Self::Other(_, other) => other.schema,
        }
    }

    fn field(&self, property: &'static str) -> Field<'_> {
        match self {
            Self::Group(viewer, place) => {
                let group = &viewer.world.groups[*place];
                date(viewer, group, property)
                    .or_else(|| personal(viewer, *place, property))
                    .unwrap_or_else(|| of_group(group, property))
            }
            Self::User(user) => of_user(user, property),
            Self::Other(_, other) => other.field(property),
        }
    }

    fn related(&self, relation: &str) -> usize {
        match self {
            Self::Group(viewer, place) => {
                let group = &viewer.world.groups[*place];
                if relation == "owners" {
                    group.owners.len()
                } else {
                    group.members.len()
                }
            }
            Self::User(_) | Self::Other(..) => 0,
        }
    }

    fn readable(&self) -> bool {
        match self {
            Self::Group(viewer, _) => viewer.reads_groups,
            Self::User(_) => true,
            Self::Other(viewer, _) => viewer.reads_all,
        }
    }
}

fn date<'a>(viewer: &Viewer<'_>, group: &Group, property: &str) -> Option<Field<'a>> {
    let renewed = || group.renewed_as_seen(viewer.now, viewer.lag);
    match property {
        "createdDateTime" => Some(Field::Time(group.created)),
        "renewedDateTime" => Some(Field::Time(renewed())),
        "expirationDateTime" if group.unified => Some(Field::Time(policy::expiration(renewed()))),
        _ => None,
    }
}

/// What differs from person to person.
fn personal<'a>(viewer: &Viewer<'_>, place: usize, property: &str) -> Option<Field<'a>> {
    let group = &viewer.world.groups[place];
    match property {
        "isFavorite" if viewer.favorites.of(place) == FavoriteReading::Readable => {
            Some(Field::Bool(viewer.world.is_favorite(viewer.user, place)))
        }
        "isSubscribedByMail" => {
            let decided = group.mail_settings.subscription(viewer.user);
            let subscribed = decided.unwrap_or_else(|| group.is_member(viewer.user));
            Some(Field::Bool(subscribed))
        }
        "unseenCount" => {
            let left = group.mail_settings.unseen(viewer.user).map(i64::from);
            let drawn = || i64::from(group.is_member(viewer.user)) * (place as i64 % 4);
            Some(Field::Int(left.unwrap_or_else(drawn)))
        }
        _ => None,
    }
}

fn of_group<'a>(group: &'a Group, property: &str) -> Field<'a> {
    match property {
        "id" => Field::text(&group.id),
        "displayName" => Field::text(&group.display_name),
        "description" => Field::optional(group.description.as_deref()),
        "classification" => Field::optional(group.classification),
        "groupTypes" => {
            let unified = group.unified.then_some("Unified");
            Field::texts(
                unified
                    .into_iter()
                    .chain(group.membership_rule.map(|_| "DynamicMembership")),
            )
        }
        "mail" => Field::optional(group.mail.as_deref()),
        "mailEnabled" => Field::Bool(group.unified),
        "mailNickname" => Field::text(&group.mail_nickname),
        "membershipRule" => Field::optional(group.membership_rule),
        "membershipRuleProcessingState" => Field::optional(group.membership_rule.map(|_| "On")),
        "proxyAddresses" => {
            let addresses = group.mail.iter().map(|mail| format!("SMTP:{mail}").into());
            Field::Texts(addresses.collect())
        }
        "resourceProvisioningOptions" => Field::texts(group.team.then_some("Team")),
        "resourceBehaviorOptions"
        | "onPremisesProvisioningErrors"
        | "serviceProvisioningErrors"
        | "assignedLabels"
        | "assignedLicenses" => Field::empty(),
        "securityEnabled" => Field::Bool(!group.unified),
        "securityIdentifier" => Field::Text(security_identifier(&group.id).into()),
        "theme" => Field::optional(group.theme),
        "visibility" if group.unified => Field::text(match group.visibility {
            Visibility::Public => "Public",
            Visibility::Private => "Private",
            Visibility::HiddenMembership => "HiddenMembership",
        }),
        "allowExternalSenders" => Field::Bool(group.mail_settings.allow_external_senders),
        "autoSubscribeNewMembers" => Field::Bool(group.mail_settings.auto_subscribe_new_members),
        "hideFromAddressLists" => Field::Bool(group.mail_settings.hide_from_address_lists),
        "hideFromOutlookClients" => Field::Bool(group.mail_settings.hide_from_outlook_clients),
        _ => Field::Null,
    }
}

/// The four 32-bit parts of the id, as the directory derives them.
fn security_identifier(id: &str) -> String {
    let bytes = uuid::Uuid::try_parse(id).unwrap_or_default().to_bytes_le();
    let part =
        |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    format!("S-1-12-1-{}-{}-{}-{}", part(0), part(4), part(8), part(12))
}

fn of_user<'a>(user: &'a User, property: &str) -> Field<'a> {
    match property {
        "id" => Field::text(&user.id),
        "displayName" => Field::text(&user.display_name),
        "givenName" => Field::text(&user.given_name),
        "surname" => Field::text(&user.surname),
        "jobTitle" => Field::optional(user.job_title),
        "department" => Field::optional(user.department),
        "companyName" => Field::optional((!user.is_guest()).then_some(crate::world::COMPANY)),
        "officeLocation" => Field::optional(user.office_location),
        "preferredLanguage" => Field::optional(user.preferred_language),
        "mail" => Field::text(&user.mail),
        "mailNickname" => Field::text(user.mail.split('@').next().unwrap_or_default()),
        "userPrincipalName" => Field::text(&user.user_principal_name),
        "accountEnabled" => Field::Bool(user.account_enabled),
        "userType" => Field::text(match user.user_type {
            UserType::Member => "Member",
            UserType::Guest => "Guest",
        }),
        "businessPhones" | "otherMails" => Field::empty(),
        "proxyAddresses" => Field::Texts(vec![format!("SMTP:{}", user.mail).into()]),
        _ => Field::Null,
    }
}
