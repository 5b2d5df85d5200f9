//! From what Graph says of a group to what a screen shows of it.

use std::collections::HashMap;

use cache::{Cache, FavoriteRecord, FavoriteSource, GroupRecord};
use graph_client::models::{GroupId, GroupPeople, Visibility as GraphVisibility};
use ipc_contract::groups as contract;

use crate::CoreError;

/// Everything that is known beside the groups themselves.
#[derive(Debug, Default)]
pub(crate) struct Known {
    favorites: HashMap<GroupId, FavoriteRecord>,
    people: HashMap<GroupId, GroupPeople>,
}

impl Known {
    /// Reads it all.
    pub(crate) fn read(cache: &Cache) -> Result<Self, CoreError> {
        Ok(Self {
            favorites: cache.favorites()?,
            people: cache.people()?,
        })
    }

    /// What a screen shows of `record`.
    pub(crate) fn summary(&self, record: &GroupRecord) -> contract::GroupSummary {
        let group = &record.group;
        contract::GroupSummary {
            id: group.id.to_string(),
            display_name: group.display_name.clone().unwrap_or_default(),
            mail_nickname: group.mail_nickname.clone().unwrap_or_default(),
            mail: group.mail.clone(),
            description: group.description.clone(),
            visibility: visibility(group.visibility.as_ref()),
            classification: group.classification.clone(),
            team: group.has_team(),
            dynamic: group.is_dynamic(),
            owned: record.relation.owned,
            member: record.relation.member,
            created: group.created_date_time,
            renewed: group.renewed_date_time,
            expires: group.expiration_date_time,
            favorite: favorite(self.favorites.get(&group.id)),
            people: self.people.get(&group.id).map(people),
        }
    }
}

/// How a group's visibility reads on screen.
pub(crate) fn visibility(visibility: Option<&GraphVisibility>) -> contract::Visibility {
    match visibility {
        Some(GraphVisibility::Public) => contract::Visibility::Public,
        Some(GraphVisibility::Private) => contract::Visibility::Private,
        Some(GraphVisibility::HiddenMembership) => contract::Visibility::HiddenMembership,
        Some(GraphVisibility::Unknown(_)) | None => contract::Visibility::Unknown,
    }
}

/// What the service is told; `None` for what cannot be chosen.
pub(crate) fn to_graph(visibility: contract::Visibility) -> Option<GraphVisibility> {
    match visibility {
        contract::Visibility::Public => Some(GraphVisibility::Public),
        contract::Visibility::Private => Some(GraphVisibility::Private),
        contract::Visibility::HiddenMembership => Some(GraphVisibility::HiddenMembership),
        contract::Visibility::Unknown => None,
    }
}

/// How a favorite's record reads on screen.
pub(crate) fn favorite(record: Option<&FavoriteRecord>) -> contract::Favorite {
    let Some(record) = record else {
        return contract::Favorite {
            marked: None,
            certainty: contract::Certainty::Unknown,
        };
    };
    let certainty = match (record.source, record.marked) {
        (_, None) => contract::Certainty::Unknown,
        (FavoriteSource::Service, _) => contract::Certainty::Confirmed,
        (FavoriteSource::Sent, _) => contract::Certainty::Sent,
        (FavoriteSource::Untold, _) => contract::Certainty::Local,
    };
    contract::Favorite {
        marked: record.marked,
        certainty,
    }
}

/// What a screen shows of a group's people.
pub(crate) fn people(people: &GroupPeople) -> contract::GroupPeople {
    contract::GroupPeople {
        owners: people
            .owners
            .iter()
            .map(|owner| contract::OwnerSummary {
                id: owner.id.to_string(),
                display_name: owner.display_name.clone().unwrap_or_default(),
                enabled: owner.account_enabled,
                guest: owner.is_guest(),
            })
            .collect(),
        member_count: people.member_count,
        guest_count: people.guest_count,
    }
}
