//! One group in full: as last known at once, read anew in the background.

use cache::{Document, DocumentKind, GroupRecord, Relation};
use futures::TryStreamExt as _;
use graph_client::GraphClient;
use graph_client::models::{
    AssignedLabel, GroupBehavior, GroupDetails as GraphDetails, GroupId, GroupLifecyclePolicy,
    GroupSetting, GroupSettingTemplate, MailSettings as GraphMailSettings, Member, MemberKind,
    Visibility,
};
use identity::permissions::{self, Step};
use ipc_contract::details::{
    FixedReason, GroupDetails, HealthIssue, MailSettings, SensitivityLabel,
};
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use ipc_contract::people::PersonRef;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::changes::facts::counts_as_owner;
use crate::groups::Known as KnownOfLists;
use crate::labels;
use crate::people::PeopleList;
use crate::policies::group;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// Details that are older are read anew when they are looked at.
const FRESH_FOR: SignedDuration = SignedDuration::from_secs(60);
/// A group that was made less long ago may still lack its mailbox, site and more.
const BEING_SET_UP: SignedDuration = SignedDuration::from_mins(15);
/// The tenant's rules change rarely.
pub(crate) const RULES_FRESH_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What was read of one group.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Known {
    details: GraphDetails,
    mail: Option<GraphMailSettings>,
    /// Its sensitivity labels; `None` where the tenant has none, or they were not told.
    #[serde(default)]
    labels: Option<Vec<AssignedLabel>>,
    /// Its own settings, which are about guests; `None` where they may not be read.
    #[serde(default)]
    settings: Option<Vec<GroupSetting>>,
}

impl Known {
    pub(crate) fn is_dynamic(&self) -> bool {
        self.details.group.is_dynamic()
    }

    pub(crate) fn visibility(&self) -> Option<&Visibility> {
        self.details.group.visibility.as_ref()
    }

    pub(crate) fn is_synced(&self) -> bool {
        self.details.is_synced()
    }

    /// Whether members may only read the group's calendar.
    pub(crate) fn keeps_calendar_for_owners(&self) -> bool {
        let behaviors = &self.details.resource_behavior_options;
        behaviors.contains(&GroupBehavior::CalendarMemberReadOnly)
    }

    pub(crate) fn theme(&self) -> Option<String> {
        self.details
            .theme
            .as_ref()
            .map(|theme| theme.as_str().to_owned())
    }

    /// Its sensitivity label; one with an empty id when it has none.
    pub(crate) fn label(&self) -> Option<SensitivityLabel> {
        let labels = self.labels.as_ref()?;
        Some(labels.first().map_or_else(labels::none, labels::shown))
    }

    pub(crate) fn mail_settings(&self) -> Option<MailSettings> {
        let mail = self.mail.as_ref()?;
        Some(MailSettings {
            allow_external_senders: mail.allow_external_senders?,
            auto_subscribe_new_members: mail.auto_subscribe_new_members?,
            hide_from_address_lists: mail.hide_from_address_lists?,
            hide_from_outlook_clients: mail.hide_from_outlook_clients?,
            is_subscribed_by_mail: mail.is_subscribed_by_mail?,
        })
    }
}

impl Core {
    /// One group in full. What was known answers at once; when it is old, it is read anew and the window is
    /// told. A group that was never read is read first.
    ///
    /// # Errors
    /// When a group that is not known cannot be read.
    pub async fn group_details(&self, group_id: &str) -> Result<GroupDetails, CoreError> {
        let session = self.session()?;
        let id = GroupId::parse(group_id).map_err(|_| CoreError::invalid("groupId"))?;
        let known = self.details_document(&session, &id).await?;
        let now = session.service_now(self.now());
        match known {
            Some(known) => {
                let old = now.duration_since(known.as_of) > FRESH_FOR;
                if old && session.begin_reading(&id) {
                    self.read_details_in_background(session.clone(), id.clone());
                }
                self.shown_details(&session, &id, Some(known)).await
            }
            None => match self.read_details(&session, &id).await {
                Ok(document) => self.shown_details(&session, &id, Some(document)).await,
                Err(error) => self.as_lists_know_it(&session, &id, error).await,
            },
        }
    }

    /// What a list knows of a group that cannot be read is better than nothing.
    async fn as_lists_know_it(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        error: CoreError,
    ) -> Result<GroupDetails, CoreError> {
        let wanted = id.clone();
        let known = session
            .cached(move |cache| Ok(cache.group(&wanted)?))
            .await?;
        if known.is_none() {
            return Err(error);
        }
        let mut shown = self.shown_details(session, id, None).await?;
        shown.last_error = Some(CommandError::from(error));
        Ok(shown)
    }

    /// What is known of a group beside what lists show.
    pub(crate) async fn known_details(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<Option<Known>, CoreError> {
        Ok(self
            .details_document(session, id)
            .await?
            .map(|document| document.value))
    }

    async fn details_document(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<Option<Document<Known>>, CoreError> {
        let key = id.to_string();
        session
            .cached(move |cache| Ok(cache.document(DocumentKind::Details, &key)?))
            .await
    }

    fn read_details_in_background(&self, session: std::sync::Arc<ActiveSession>, id: GroupId) {
        let core = self.clone();
        tokio::spawn(async move {
            let read = core.read_details(&session, &id).await;
            session.end_reading(&id);
            match read {
                Ok(_) => core.changed(&[Tag::Details]),
                Err(error) => tracing::info!(%error, "a group was not read"),
            }
        });
    }

    /// Reads a group, its owners, and what Exchange keeps of it.
    pub(crate) async fn read_details(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<Document<Known>, CoreError> {
        let client = session.client(self.host()).await?;
        let group = client.group(id);
        // What the tenant offers as classifications is shown beside.
        let settings = async { self.group_settings().await.ok().flatten() };
        let may_read = permissions::is_granted("GroupSettings.Read.All", &session.granted());
        let own_settings = async {
            match may_read {
                true => group.settings().await.ok(),
                false => None,
            }
        };
        let (details, mail, owners, settings, own_settings) = futures::join!(
            group.details(),
            group.mail_settings(),
            owners(&client, id),
            settings,
            own_settings
        );
        let known = Known {
            details: details?,
            mail: mail.ok(),
            labels: match has_labels(settings.as_deref()) {
                true => {
                    let (labels, _) =
                        futures::join!(group.assigned_labels(), self.label_choices(session));
                    labels.ok()
                }
                false => None,
            },
            settings: own_settings,
        };
        let as_of = session.service_now(self.now());
        let (kept, key, owners) = (known.clone(), id.to_string(), owners.ok());
        session
            .cached(move |cache| {
                cache.put_document(DocumentKind::Details, &key, &kept, as_of)?;
                if let Some(owners) = owners {
                    let group = &kept.details.group.id;
                    PeopleList::Owners.keep(cache, group, &owners, as_of)?;
                }
                let relation = cache
                    .group(&kept.details.group.id)?
                    .map(|record| record.relation);
                if let Some(relation) = relation {
                    let group = kept.details.group;
                    cache.put_group(&GroupRecord { group, relation })?;
                }
                Ok(())
            })
            .await?;
        Ok(Document {
            value: known,
            as_of,
        })
    }

    async fn shown_details(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        known: Option<Document<Known>>,
    ) -> Result<GroupDetails, CoreError> {
        let wanted = id.clone();
        let (record, lists, owners, members, policies) = session
            .cached(move |cache| {
                Ok((
                    cache.group(&wanted)?,
                    KnownOfLists::read(cache)?,
                    PeopleList::Owners.of(cache, &wanted)?,
                    PeopleList::Members.of(cache, &wanted)?,
                    cache.lifecycle_policies::<Vec<GroupLifecyclePolicy>>()?,
                ))
            })
            .await?;
        let group = known
            .as_ref()
            .map(|known| known.value.details.group.clone());
        let relation = record
            .as_ref()
            .map_or(Relation::default(), |record| record.relation);
        let record = record
            .or(group.map(|group| GroupRecord { group, relation }))
            .ok_or_else(|| CoreError::internal("a group that is not known"))?;
        let now = session.service_now(self.now());
        let settings = self.known_settings(session).await?;
        let synced = known
            .as_ref()
            .is_some_and(|known| known.value.details.is_synced());
        let manage = session.require(Step::Manage).is_ok();
        let fixed = fixed(synced, manage, relation.owned || session.is_administrator());
        let owners = owners.map(|owners| owners.value);
        let members = members.map(|members| members.value);
        Ok(GroupDetails {
            summary: lists.summary(&record),
            as_of: known.as_ref().map(|known| known.as_of),
            last_error: None,
            theme: known.as_ref().and_then(|known| known.value.theme()),
            membership_rule: known
                .as_ref()
                .and_then(|known| known.value.details.membership_rule.clone()),
            mail_settings: known.as_ref().and_then(|known| known.value.mail_settings()),
            classifications: classifications(settings.as_deref()),
            labels: known.as_ref().and_then(|known| {
                let labels = known.value.labels.as_ref()?;
                Some(labels.iter().map(labels::shown).collect())
            }),
            label_choices: match has_labels(settings.as_deref()) {
                true => self.known_label_choices(session).await?,
                false => Vec::new(),
            },
            properties_fixed: fixed,
            people_fixed: fixed.or(record.group.is_dynamic().then_some(FixedReason::Dynamic)),
            being_set_up: is_new(record.group.created_date_time, now),
            health: owners.map_or_else(Vec::new, |owners| {
                health(&owners, members.as_deref(), &session.account.user_id)
            }),
            coverage: group::coverage(policies.as_deref(), record.group.expiration_date_time),
            guests: match (&settings, known.and_then(|known| known.value.settings)) {
                (Some(tenant), Some(own)) => {
                    let roles = self.known_roles(session).await?;
                    Some(group::guests(
                        tenant,
                        &own,
                        &session.granted(),
                        roles.as_deref(),
                    ))
                }
                _ => None,
            },
        })
    }

    /// The tenant's settings for groups, read at most once an hour; `None` when they may not be read.
    pub(crate) async fn group_settings(&self) -> Result<Option<Vec<GroupSetting>>, CoreError> {
        let session = self.session()?;
        let now = session.service_now(self.now());
        let known: Option<Document<Vec<GroupSetting>>> = session
            .cached(|cache| Ok(cache.document(DocumentKind::Rules, "settings")?))
            .await?;
        if let Some(known) = known.filter(|known| now.duration_since(known.as_of) < RULES_FRESH_FOR)
        {
            return Ok(Some(known.value));
        }
        match session
            .client(self.host())
            .await?
            .group_settings()
            .list()
            .await
        {
            Ok(settings) => {
                let kept = settings.clone();
                session
                    .cached(move |cache| {
                        Ok(cache.put_document(DocumentKind::Rules, "settings", &kept, now)?)
                    })
                    .await?;
                Ok(Some(settings))
            }
            Err(_) => self.known_settings(&session).await,
        }
    }

    async fn known_settings(
        &self,
        session: &ActiveSession,
    ) -> Result<Option<Vec<GroupSetting>>, CoreError> {
        let known = session
            .cached(|cache| Ok(cache.document(DocumentKind::Rules, "settings")?))
            .await?;
        Ok(known.map(|known: Document<Vec<GroupSetting>>| known.value))
    }
}

async fn owners(
    client: &GraphClient,
    id: &GroupId,
) -> Result<Vec<Member>, graph_client::GraphError> {
    client.group(id).owners().items().try_collect().await
}

/// Why a group's properties cannot be changed.
pub(crate) fn fixed(synced: bool, manage: bool, may: bool) -> Option<FixedReason> {
    match (manage, synced, may) {
        (false, _, _) => Some(FixedReason::PermissionMissing),
        (_, true, _) => Some(FixedReason::Synced),
        (_, _, false) => Some(FixedReason::NotOwner),
        _ => None,
    }
}

/// What the tenant says of all Microsoft 365 groups.
fn unified(settings: Option<&[GroupSetting]>) -> Option<&GroupSetting> {
    let mut settings = settings.into_iter().flatten();
    settings.find(|setting| setting.is_of(GroupSettingTemplate::UNIFIED))
}

/// Where groups have sensitivity labels, the service ignores classifications.
pub(crate) fn has_labels(settings: Option<&[GroupSetting]>) -> bool {
    unified(settings).and_then(|unified| unified.flag("EnableMIPLabels")) == Some(true)
}

pub(crate) fn classifications(settings: Option<&[GroupSetting]>) -> Vec<String> {
    if has_labels(settings) {
        return Vec::new();
    }
    let offered = unified(settings).and_then(|unified| unified.value("ClassificationList"));
    crate::naming::list(offered)
}

/// Whether a group was made so lately that it may still lack what others have.
pub(crate) fn is_new(created: Option<Timestamp>, now: Timestamp) -> bool {
    created.is_some_and(|created| now.duration_since(created) < BEING_SET_UP)
}

/// What is not in order with a group's owners, the worst first.
pub(crate) fn health(owners: &[Member], members: Option<&[Member]>, me: &str) -> Vec<HealthIssue> {
    let reference = |owner: &Member| PersonRef {
        id: owner.id.to_string(),
        display_name: owner.display_name.clone().unwrap_or_default(),
    };
    let counting: Vec<&Member> = owners
        .iter()
        .filter(|owner| counts_as_owner(owner))
        .collect();
    let mut issues = Vec::new();
    match counting.as_slice() {
        [] => issues.push(HealthIssue::NoOwner),
        [one] => issues.push(HealthIssue::OneOwner {
            person: reference(one),
            me: one.id.as_str() == me,
        }),
        _ => {}
    }
    for owner in owners {
        let person = reference(owner);
        if owner.kind() == MemberKind::Guest {
            issues.push(HealthIssue::OwnerGuest { person });
        } else if owner.account_enabled == Some(false) {
            issues.push(HealthIssue::OwnerDisabled { person });
        } else if let Some(members) = members
            && owner.kind() == MemberKind::Person
            && !members.iter().any(|member| member.id == owner.id)
        {
            let me = owner.id.as_str() == me;
            issues.push(HealthIssue::OwnerNotMember { person, me });
        }
    }
    issues
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(number: u8, enabled: bool, user_type: &str) -> Member {
        serde_json::from_value(serde_json::json!({
            "@odata.type": "#microsoft.graph.user",
            "id": format!("00000000-0000-4000-8000-0000000000{number:02}"),
            "accountEnabled": enabled,
            "userType": user_type,
        }))
        .unwrap()
    }

    fn kinds(issues: &[HealthIssue]) -> Vec<String> {
        issues
            .iter()
            .map(|issue| {
                serde_json::to_value(issue).unwrap()["kind"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn classifications_are_offered_unless_labels_have_taken_their_place() {
        let settings = |labels: &str| -> Vec<GroupSetting> {
            serde_json::from_value(serde_json::json!([{
                "id": "s", "templateId": GroupSettingTemplate::UNIFIED,
                "values": [
                    { "name": "ClassificationList", "value": "General, Confidential" },
                    { "name": "EnableMIPLabels", "value": labels },
                ],
            }]))
            .unwrap()
        };
        let offered = |labels: &str| classifications(Some(&settings(labels)));
        assert_eq!(offered("False"), ["General", "Confidential"]);
        assert_eq!(offered("True"), Vec::<String>::new());
        assert_eq!(classifications(None), Vec::<String>::new());
    }

    #[test]
    fn guests_and_disabled_accounts_do_not_count_as_owners() {
        let owners = [member(1, false, "Member"), member(2, true, "Guest")];
        assert_eq!(
            kinds(&health(&owners, None, "")),
            ["noOwner", "ownerDisabled", "ownerGuest"]
        );
    }

    #[test]
    fn an_owner_who_is_no_member_is_told_once_the_members_are_known() {
        let owners = [member(1, true, "Member"), member(2, true, "Member")];
        assert_eq!(kinds(&health(&owners, None, "")), Vec::<String>::new());
        assert_eq!(
            kinds(&health(&owners, Some(&owners[..1]), "")),
            ["ownerNotMember"]
        );
    }
}
