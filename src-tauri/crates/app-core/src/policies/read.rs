//! The tenant's policies as they were last read: from the cache at once, anew when that is old or wished for.

use std::collections::BTreeSet;
use std::sync::Arc;

use cache::{Document, DocumentKind};
use graph_client::models::{GroupId, GroupLifecyclePolicy, GroupSetting, GroupSettingTemplate};
use graph_client::{GraphClient, GraphError};
use identity::permissions::{self, Step};
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use ipc_contract::groups::SearchRequest;
use ipc_contract::policies::{
    AdminRole, ExpirationState, NamedGroup, NamedGroups, Policies, PoliciesRequest, SettingsState,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{DELAY_SECONDS, expiration, naming, rights, settings};
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// Policies that are older are read anew when they are looked at.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(5);
/// Among the tenant's rules.
const KEY: &str = "policies";
/// How many groups a search answers.
const FOUND: u32 = 50;

/// A part that was read, or may not be.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Part<T> {
    Known(T),
    Refused(Box<CommandError>),
}

impl<T> Part<T> {
    pub(crate) fn known(&self) -> Option<&T> {
        match self {
            Self::Known(part) => Some(part),
            Self::Refused(_) => None,
        }
    }
}

/// What was read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KnownPolicies {
    pub(crate) expiration: Part<Option<GroupLifecyclePolicy>>,
    pub(crate) settings: Part<Vec<GroupSetting>>,
    pub(crate) templates: Part<Vec<GroupSettingTemplate>>,
    /// `None` when it was not told.
    pub(crate) roles: Option<Vec<AdminRole>>,
    /// What the application was allowed then: with more, more can be read.
    #[serde(default)]
    granted: Vec<String>,
    creators: Option<NamedGroup>,
}

impl KnownPolicies {
    /// Whether it was read with these permissions.
    fn is_read_with(&self, granted: &[String]) -> bool {
        let one = |of: &[String]| of.iter().cloned().collect::<BTreeSet<_>>();
        one(&self.granted) == one(granted)
    }

    pub(crate) fn made(&self, template_id: &str) -> Option<&GroupSetting> {
        let settings = self.settings.known()?;
        settings.iter().find(|made| made.is_of(template_id))
    }

    pub(crate) fn template(&self, template_id: &str) -> Option<&GroupSettingTemplate> {
        let templates = self.templates.known()?;
        templates.iter().find(|template| template.is(template_id))
    }
}

impl Core {
    /// What the tenant decides about groups. What was known answers at once; when it is old, it is read anew and
    /// the window is told. What was known with other permissions is no answer.
    ///
    /// # Errors
    /// When it was never read, and cannot be.
    pub async fn policies(&self, request: &PoliciesRequest) -> Result<Policies, CoreError> {
        let session = self.session()?;
        let known = policies_document(&session).await?;
        let now = session.service_now(self.now());
        let (known, last_error) = match known {
            Some(known) if !request.anew && known.value.is_read_with(&session.granted()) => {
                if now.duration_since(known.as_of) > FRESH_FOR {
                    self.read_policies_in_background(session.clone());
                }
                (known, None)
            }
            known => match (self.read_all_policies(&session).await, known) {
                (Ok(read), _) => (read, None),
                (Err(error), Some(known)) => (known, Some(CommandError::from(error))),
                (Err(error), None) => return Err(error),
            },
        };
        self.shown_policies(&session, known, last_error).await
    }

    pub(crate) fn read_policies_in_background(&self, session: Arc<ActiveSession>) {
        let core = self.clone();
        tokio::spawn(async move {
            // Who reads already tells the window, too.
            let Ok(_reading) = session.policies.try_lock() else {
                return;
            };
            match core.fetch_policies(&session).await {
                Ok(_) => core.changed(&[Tag::Policies]),
                Err(error) => tracing::info!(%error, "the policies were not read"),
            }
        });
    }

    /// Reads them now.
    pub(crate) async fn read_all_policies(
        &self,
        session: &ActiveSession,
    ) -> Result<Document<KnownPolicies>, CoreError> {
        let _reading = session.policies.lock().await;
        self.fetch_policies(session).await
    }

    async fn fetch_policies(
        &self,
        session: &ActiveSession,
    ) -> Result<Document<KnownPolicies>, CoreError> {
        let client = session.client(self.host()).await?;
        let granted = session.granted();
        let may_read = permissions::is_granted("GroupSettings.Read.All", &granted);
        let expires = async {
            match session.require(Step::Policies) {
                Ok(()) => part(client.lifecycle_policies().list().await),
                Err(missing) => Ok(Part::Refused(Box::new(missing.into()))),
            }
        };
        let refused = || CommandError::from(CoreError::PermissionMissing(Step::Policies));
        let group_settings = client.group_settings();
        let made = async {
            match may_read {
                true => part(group_settings.list().await),
                false => Ok(Part::Refused(Box::new(refused()))),
            }
        };
        let templates = async {
            match may_read {
                true => part(group_settings.templates().await),
                false => Ok(Part::Refused(Box::new(refused()))),
            }
        };
        let me = client.me();
        let (expiration, settings, templates, roles) =
            futures::join!(expires, made, templates, me.roles());
        let settings = settings?;
        let known = KnownPolicies {
            creators: match creators_of(&settings) {
                Some(id) => Some(named(&client, id).await),
                None => None,
            },
            expiration: match expiration? {
                Part::Known(policies) => Part::Known(policies.into_iter().next()),
                Part::Refused(error) => Part::Refused(error),
            },
            settings,
            templates: templates?,
            roles: roles
                .ok()
                .map(|roles| roles.into_iter().map(rights::role).collect()),
            granted,
        };
        let as_of = session.service_now(self.now());
        self.keep_policies(session, known.clone(), as_of).await?;
        Ok(Document {
            value: known,
            as_of,
        })
    }

    /// Keeps what was read, for the parts too that other screens show.
    async fn keep_policies(
        &self,
        session: &ActiveSession,
        known: KnownPolicies,
        as_of: Timestamp,
    ) -> Result<(), CoreError> {
        session
            .cached(move |cache| {
                cache.put_document(DocumentKind::Rules, KEY, &known, as_of)?;
                if let Part::Known(settings) = &known.settings {
                    cache.put_document(DocumentKind::Rules, "settings", settings, as_of)?;
                }
                if let Part::Known(policy) = &known.expiration {
                    let policies: Vec<_> = policy.iter().collect();
                    cache.set_lifecycle_policies(&policies)?;
                }
                Ok(())
            })
            .await
    }

    /// The roles that the person held when that was last asked.
    pub(crate) async fn known_roles(
        &self,
        session: &ActiveSession,
    ) -> Result<Option<Vec<AdminRole>>, CoreError> {
        let known = policies_document(session).await?;
        Ok(known.and_then(|known| known.value.roles))
    }

    /// As last known, else read.
    pub(crate) async fn known_policies(
        &self,
        session: &ActiveSession,
    ) -> Result<KnownPolicies, CoreError> {
        match policies_document(session).await? {
            Some(known) => Ok(known.value),
            None => Ok(self.read_all_policies(session).await?.value),
        }
    }

    /// The expiration policy as last known, else read.
    ///
    /// # Errors
    /// When it may not be read.
    pub(crate) async fn known_expiration(
        &self,
        session: &ActiveSession,
    ) -> Result<Option<GroupLifecyclePolicy>, CoreError> {
        match self.known_policies(session).await?.expiration {
            Part::Known(policy) => Ok(policy),
            Part::Refused(_) => Err(CoreError::PermissionMissing(Step::Policies)),
        }
    }

    async fn shown_policies(
        &self,
        session: &Arc<ActiveSession>,
        known: Document<KnownPolicies>,
        last_error: Option<CommandError>,
    ) -> Result<Policies, CoreError> {
        let Document { value, as_of } = known;
        let made = value.made(GroupSettingTemplate::UNIFIED).is_some();
        let rights = rights::rights(&session.granted(), value.roles.as_deref(), made);
        Ok(Policies {
            as_of: Some(as_of),
            now: session.service_now(self.now()),
            last_error,
            expiration: self.shown_expiration(session, &value).await?,
            settings: shown_settings(&value),
            rights,
            roles: value.roles,
            delay_seconds: DELAY_SECONDS,
        })
    }

    async fn shown_expiration(
        &self,
        session: &Arc<ActiveSession>,
        known: &KnownPolicies,
    ) -> Result<ExpirationState, CoreError> {
        Ok(match &known.expiration {
            Part::Refused(error) => ExpirationState::Unknown {
                error: error.clone(),
            },
            Part::Known(None) => ExpirationState::None,
            Part::Known(Some(policy)) => {
                let groups = self.every_group(session).await?.records;
                let covered = groups
                    .iter()
                    .filter(|record| record.group.expiration_date_time.is_some())
                    .count();
                let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                ExpirationState::Active {
                    policy: expiration::shown(policy),
                    covered: count(covered),
                    groups: count(groups.len()),
                }
            }
        })
    }

    /// Groups of any kind by name: who may create groups is often a security group.
    ///
    /// # Errors
    /// When the service refuses the search.
    pub async fn find_groups_of_any_kind(
        &self,
        request: &SearchRequest,
    ) -> Result<NamedGroups, CoreError> {
        let text = request.text.trim();
        if text.is_empty() {
            return Ok(NamedGroups { groups: Vec::new() });
        }
        let client = self.session()?.client(self.host()).await?;
        let found = client.groups().search(text, FOUND).await?;
        let groups = found.into_iter().map(|group| NamedGroup {
            security: !group.is_unified(),
            display_name: group.display_name.unwrap_or_default(),
            id: group.id.to_string(),
        });
        Ok(NamedGroups {
            groups: groups.collect(),
        })
    }
}

pub(super) async fn policies_document(
    session: &ActiveSession,
) -> Result<Option<Document<KnownPolicies>>, CoreError> {
    session
        .cached(|cache| Ok(cache.document(DocumentKind::Rules, KEY)?))
        .await
}

/// What may not be read stays unknown; the rest is there all the same.
fn part<T>(answer: Result<T, GraphError>) -> Result<Part<T>, CoreError> {
    match answer {
        Ok(part) => Ok(Part::Known(part)),
        Err(error) if error.is_not_allowed() => {
            Ok(Part::Refused(Box::new(CoreError::from(error).into())))
        }
        Err(error) => Err(error.into()),
    }
}

fn creators_of(settings: &Part<Vec<GroupSetting>>) -> Option<GroupId> {
    let mut settings = settings.known()?.iter();
    let made = settings.find(|made| made.is_of(GroupSettingTemplate::UNIFIED))?;
    GroupId::parse(made.value("GroupCreationAllowedGroupId")?).ok()
}

async fn named(client: &GraphClient, id: GroupId) -> NamedGroup {
    match client.group(&id).get().await {
        Ok(group) => NamedGroup {
            security: !group.is_unified(),
            display_name: group.display_name.unwrap_or_else(|| id.to_string()),
            id: id.to_string(),
        },
        Err(_) => NamedGroup {
            id: id.to_string(),
            display_name: id.to_string(),
            security: true,
        },
    }
}

/// A tenant's templates in their order, that of groups first; then settings whose template is not known.
fn shown_settings(known: &KnownPolicies) -> SettingsState {
    let (made, templates) = match (&known.settings, &known.templates) {
        (Part::Known(made), Part::Known(templates)) => (made, templates.as_slice()),
        (Part::Known(made), Part::Refused(_)) => (made, [].as_slice()),
        (Part::Refused(error), _) => {
            return SettingsState::Unknown {
                error: error.clone(),
            };
        }
    };
    let of_template = templates.iter().filter_map(|template| {
        let made = made.iter().find(|made| made.is_of(template.id.as_str()));
        settings::shown(Some(template), made)
    });
    let others = made.iter().filter(|made| {
        let known = |template: &GroupSettingTemplate| made.is_of(template.id.as_str());
        !templates.iter().any(known)
    });
    let others = others.filter_map(|made| settings::shown(None, Some(made)));
    let mut shown: Vec<_> = of_template.chain(others).collect();
    shown.sort_by_key(|object| {
        !object
            .template_id
            .eq_ignore_ascii_case(GroupSettingTemplate::UNIFIED)
    });
    SettingsState::Known {
        settings: shown,
        naming: naming::of_settings(known.made(GroupSettingTemplate::UNIFIED)),
        creators: known.creators.clone(),
    }
}
