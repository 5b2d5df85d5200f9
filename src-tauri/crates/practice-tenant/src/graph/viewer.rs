//! The world through the eyes of one caller at one moment: the values of
//! properties, some of which are the caller's own (favorites) or lag behind.

use jiff::Timestamp;

use super::Reading;
use super::access::{BASIC_PROFILE, READ_GROUPS, READ_POLICIES, Reach};
use super::favorites::FavoriteReading;
use super::labels;
use super::others::Other;
use super::schema::{CONTACT, DEVICE, GROUP, SERVICE_PRINCIPAL, USER};
use crate::odata::{Field, ODataError, Object, Schema};
use crate::world::{
    DirectoryObject, Group, Life, ObjectKind, Rules, User, UserIndex, UserType, Visibility, World,
};

/// Who looks, when, and how far behind.
pub(crate) struct Viewer<'a> {
    pub(crate) world: &'a World,
    rules: &'a Rules,
    user: UserIndex,
    now: Timestamp,
    /// The last moment that the viewer knows of, if they are behind.
    seen: Option<Timestamp>,
    favorites: FavoriteReading,
    reads_groups: bool,
    reads_all: bool,
    reach: Reach,
}

impl<'a> Viewer<'a> {
    /// `indexed`: the answer comes from the index behind advanced queries.
    pub(crate) fn new(reading: &Reading<'a>, indexed: bool) -> Self {
        let behavior = reading.tenant.behavior();
        let (now, lag) = (reading.tenant.now(), behavior.lag(indexed));
        Self {
            world: reading.world,
            rules: reading.world.settings.rules(now),
            user: reading.caller.user,
            now,
            seen: (!lag.is_zero()).then(|| now.checked_sub(lag).unwrap_or(now)),
            favorites: behavior.favorites,
            reads_groups: reading.caller.has(READ_GROUPS),
            // The permissions to read the whole directory are the policies' too.
            reads_all: reading.caller.has(READ_POLICIES),
            reach: reading.caller.reach(),
        }
    }

    /// Sees everything as it is.
    pub(crate) fn present(reading: &Reading<'a>) -> Self {
        Self {
            seen: None,
            ..Self::new(reading, false)
        }
    }

    /// The moment at which the viewer sees the world.
    pub(crate) fn moment(&self) -> Timestamp {
        self.seen.unwrap_or(self.now)
    }

    pub(crate) fn lags(&self) -> bool {
        self.seen.is_some()
    }

    /// The group at `place` as it is seen; as it is, if it is not seen yet.
    pub(crate) fn group(&self, place: usize) -> &'a Group {
        let group = &self.world.groups[place];
        let seen = self.seen.and_then(|at| group.seen(at));
        seen.unwrap_or(group)
    }

    /// What the viewer sees of a group's life.
    pub(crate) fn life(&self, place: usize) -> Life {
        let group = &self.world.groups[place];
        let seen = self.seen.map_or(Some(group), |at| group.seen(at));
        seen.map_or(Life::Gone, |group| self.world.life_of(group, self.moment()))
    }

    pub(crate) fn lives(&self, place: usize) -> bool {
        self.life(place) == Life::Live
    }

    /// The places of all groups that are there.
    pub(crate) fn live_groups(&self) -> impl Iterator<Item = usize> {
        (0..self.world.groups.len()).filter(|place| self.lives(*place))
    }

    /// The place of a group that is there.
    pub(crate) fn find(&self, id: &str) -> Result<usize, ODataError> {
        let place = self.world.group_index(id);
        place
            .filter(|place| self.lives(*place))
            .ok_or_else(|| ODataError::not_found(id))
    }

    /// Everybody may see all of themselves.
    fn reach(&self, user: &User) -> Reach {
        let me = self.world.user(self.user);
        if me.is_some_and(|me| me.id == user.id) {
            Reach::Whole
        } else {
            self.reach
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
            .filter_map(|user| Some(Entry::User(self, self.world.user(user)?)))
            .collect()
    }
}

/// One object of the directory, as a viewer sees it.
#[derive(Clone, Copy)]
pub(crate) enum Entry<'a> {
    Group(&'a Viewer<'a>, usize),
    User(&'a Viewer<'a>, &'a User),
    Object(&'a DirectoryObject),
    Other(&'a Viewer<'a>, &'static Other),
}

impl Object for Entry<'_> {
    fn schema(&self) -> &'static Schema {
        match self {
            Self::Group(..) => &GROUP,
            Self::User(..) => &USER,
            Self::Object(object) => match object.kind {
                ObjectKind::Device => &DEVICE,
                ObjectKind::ServicePrincipal => &SERVICE_PRINCIPAL,
                ObjectKind::Contact => &CONTACT,
            },
            Self::Other(_, other) => other.schema,
        }
    }

    fn field(&self, property: &'static str) -> Field<'_> {
        match self {
            Self::Group(viewer, place) => {
                let group = viewer.group(*place);
                if property == "assignedLabels" {
                    return labels::shown(viewer.rules, group);
                }
                date(viewer, *place, property)
                    .or_else(|| personal(viewer, *place, property))
                    .unwrap_or_else(|| of_group(group, property))
            }
            Self::User(viewer, user) if viewer.reach(user) == Reach::Basic => {
                if BASIC_PROFILE.contains(&property) {
                    of_user(user, property)
                } else {
                    Field::Null
                }
            }
            Self::User(_, user) => of_user(user, property),
            Self::Object(object) => of_object(object, property),
            Self::Other(_, other) => other.field(property),
        }
    }

    fn related(&self, relation: &str) -> usize {
        match self {
            Self::Group(viewer, place) => {
                let group = viewer.group(*place);
                if relation == "owners" {
                    group.owners.len()
                } else {
                    group.members.len()
                }
            }
            Self::User(..) | Self::Object(_) | Self::Other(..) => 0,
        }
    }

    fn readable(&self) -> bool {
        match self {
            Self::Group(viewer, _) => viewer.reads_groups,
            Self::User(viewer, user) => viewer.reach(user) > Reach::Ids,
            Self::Object(_) => true,
            Self::Other(viewer, _) => viewer.reads_all,
        }
    }
}

fn date<'a>(viewer: &Viewer<'_>, place: usize, property: &str) -> Option<Field<'a>> {
    let group = viewer.group(place);
    let time = |at: Option<Timestamp>| at.map_or(Field::Null, Field::Time);
    match property {
        "createdDateTime" => Some(Field::Time(group.created)),
        "renewedDateTime" => Some(Field::Time(viewer.world.renewed(group, viewer.moment()))),
        "expirationDateTime" => Some(time(viewer.world.expiration(group, viewer.moment()))),
        "deletedDateTime" => Some(time(match viewer.life(place) {
            Life::Deleted(at) => Some(at),
            Life::Live | Life::Gone => None,
        })),
        _ => None,
    }
}

/// What differs from person to person.
fn personal<'a>(viewer: &Viewer<'_>, place: usize, property: &str) -> Option<Field<'a>> {
    let group = viewer.group(place);
    match property {
        "isFavorite" if viewer.favorites.of(place) == FavoriteReading::Readable => {
            Some(Field::Bool(viewer.world.is_favorite(viewer.user, place)))
        }
        "isSubscribedByMail" => {
            let decided = group.mail_settings.subscription(viewer.user);
            let subscribed = decided.unwrap_or_else(|| group.is_member(viewer.user));
            Some(Field::Bool(subscribed))
        }
        "unseenCount" => Some(Field::Int(unseen(viewer, place))),
        _ => None,
    }
}

/// Conversations with something that others wrote and nobody has marked as seen.
fn unseen(viewer: &Viewer<'_>, place: usize) -> i64 {
    let (group, user) = (viewer.group(place), viewer.user);
    let contents = &viewer.world.contents;
    let conversations = &contents.of(group).conversations;
    let member = group.is_member(user);
    let (left, since) = match group.mail_settings.unseen(user) {
        Some((count, at)) => (i64::from(count), at),
        None => {
            let unread = conversations.len().min(place % 4);
            (
                unread as i64 * i64::from(member),
                contents.drawn_until(group),
            )
        }
    };
    let arrived = conversations.arrived(user, since, viewer.moment());
    left + i64::from(member) * arrived as i64
}

fn of_group<'a>(group: &'a Group, property: &str) -> Field<'a> {
    match property {
        "id" => Field::text(&group.id),
        "displayName" => Field::text(&group.display_name),
        "description" => Field::optional(group.description.as_deref()),
        "classification" => Field::optional(group.classification.as_deref()),
        "groupTypes" => {
            let unified = group.unified.then_some("Unified");
            Field::texts(
                unified
                    .into_iter()
                    .chain(group.is_dynamic().then_some("DynamicMembership")),
            )
        }
        "mail" => Field::optional(group.mail.as_deref()),
        "mailEnabled" => Field::Bool(group.mail_enabled),
        "mailNickname" => Field::text(&group.mail_nickname),
        "membershipRule" => Field::optional(group.membership_rule.as_deref()),
        "membershipRuleProcessingState" => {
            let state = if group.rule_paused { "Paused" } else { "On" };
            Field::optional(group.is_dynamic().then_some(state))
        }
        "onPremisesSyncEnabled" => match group.synced {
            true => Field::Bool(true),
            false => Field::Null,
        },
        "onPremisesDomainName" => Field::optional(group.synced.then_some("plant.contoso.example")),
        "preferredDataLocation" => Field::optional(group.preferred_data_location.as_deref()),
        "preferredLanguage" => Field::optional(group.preferred_language.as_deref()),
        "proxyAddresses" => {
            let addresses = group.mail.iter().map(|mail| format!("SMTP:{mail}").into());
            Field::Texts(addresses.collect())
        }
        "resourceProvisioningOptions" => Field::texts(group.team.then_some("Team")),
        "resourceBehaviorOptions" => Field::texts(group.behaviors.iter().map(String::as_str)),
        "onPremisesProvisioningErrors" | "serviceProvisioningErrors" | "assignedLicenses" => {
            Field::empty()
        }
        "securityEnabled" => Field::Bool(group.security_enabled),
        "securityIdentifier" => Field::Text(security_identifier(&group.id).into()),
        "theme" => Field::optional(group.theme.as_deref()),
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

fn of_object<'a>(object: &'a DirectoryObject, property: &str) -> Field<'a> {
    match property {
        "id" => Field::text(&object.id),
        "displayName" => Field::text(&object.display_name),
        "accountEnabled" => Field::Bool(true),
        _ => Field::Null,
    }
}

fn of_user<'a>(user: &'a User, property: &str) -> Field<'a> {
    match property {
        "id" => Field::text(&user.id),
        "displayName" => Field::text(&user.display_name),
        "givenName" => Field::optional(some_text(&user.given_name)),
        "surname" => Field::optional(some_text(&user.surname)),
        "jobTitle" => Field::optional(user.job_title),
        "department" => Field::optional(user.department),
        "companyName" => Field::optional((!user.is_guest()).then_some(crate::world::COMPANY)),
        "officeLocation" => Field::optional(user.office_location),
        "state" => Field::optional(user.state()),
        "country" => Field::optional(user.country()),
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

fn some_text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
