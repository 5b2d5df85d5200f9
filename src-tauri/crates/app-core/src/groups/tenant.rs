//! Groups of the whole tenant: read once, then followed by their changes; searched here.
//!
//! They lie in a file of their own beside the person's groups, which are read in another way and far more
//! often.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use cache::{Cache, GroupChange, GroupRecord, Relation};
use futures::{TryStreamExt as _, pin_mut};
use graph_client::models::{Group, GroupId};
use graph_client::odata::delta::{Change, DeltaLink};
use graph_client::resources::groups::DeltaStart;
use graph_client::{ErrorKind, GraphClient};
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use ipc_contract::tables::{TenantGroups, TenantGroupsRequest};
use jiff::SignedDuration;
use tokio::sync::OnceCell;

use super::Known;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// How many groups an answer has at most.
const PAGE: usize = 200;
/// How many groups a search looks through at most: whoever has more hits types on.
const FOUND: usize = 2_000;
/// Changes are asked for when the last round is older.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(5);

/// The tenant's groups of one account.
#[derive(Debug, Default)]
pub(crate) struct Tenant {
    cache: OnceCell<Arc<Cache>>,
    reading: AtomicBool,
    loaded: AtomicU32,
    last_error: Mutex<Option<CommandError>>,
}

impl Tenant {
    fn last_error(&self) -> Option<CommandError> {
        self.last_error
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn end(&self, error: Option<CommandError>) {
        *self
            .last_error
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = error;
        self.reading.store(false, Ordering::Release);
    }
}

impl Core {
    /// Groups of the whole tenant, as far as they were read. The first call begins reading them; a later one
    /// asks for what has changed when that is due.
    ///
    /// # Errors
    /// When nobody is signed in or the file cannot be read.
    pub async fn tenant_groups(
        &self,
        request: &TenantGroupsRequest,
    ) -> Result<TenantGroups, CoreError> {
        let session = self.session()?;
        let cache = self.tenant_cache(&session).await?;
        let as_of = on_disk(&cache, |cache| Ok(cache.as_of()?)).await?;
        let now = session.service_now(self.now());
        if as_of.is_none_or(|at| now.duration_since(at) > FRESH_FOR) {
            self.follow_tenant(&session, &cache);
        }
        let (text, offset) = (request.text.trim().to_owned(), request.offset as usize);
        let (page, total) = on_disk(&cache, move |cache| page(cache, &text, offset)).await?;
        let tenant = &session.tenant;
        let reading = as_of.is_none() && tenant.reading.load(Ordering::Acquire);
        Ok(TenantGroups {
            groups: self.with_own(&session, page).await?,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            reading: reading.then(|| tenant.loaded.load(Ordering::Acquire)),
            last_error: tenant.last_error(),
        })
    }

    async fn tenant_cache(&self, session: &ActiveSession) -> Result<Arc<Cache>, CoreError> {
        let file = tenant_file(&self.options().cache_dir, &session.account.id);
        let open = || async move {
            let opened = tokio::task::spawn_blocking(move || Cache::open(&file))
                .await
                .map_err(CoreError::internal)?;
            let cache = opened
                .map(|opened| opened.cache)
                .or_else(|_| Cache::in_memory())?;
            Ok::<_, CoreError>(Arc::new(cache))
        };
        Ok(session.tenant.cache.get_or_try_init(open).await?.clone())
    }

    /// How the person stands to each group, its favorite state and its people are with the person's own.
    async fn with_own(
        &self,
        session: &ActiveSession,
        page: Vec<GroupRecord>,
    ) -> Result<Vec<ipc_contract::groups::GroupSummary>, CoreError> {
        session
            .cached(move |cache| {
                let known = Known::read(cache)?;
                page.into_iter()
                    .map(|record| {
                        let own = cache.group(&record.group.id)?;
                        let relation = own.map_or(Relation::default(), |own| own.relation);
                        let group = record.group;
                        Ok(known.summary(&GroupRecord { group, relation }))
                    })
                    .collect()
            })
            .await
    }

    fn follow_tenant(&self, session: &Arc<ActiveSession>, cache: &Arc<Cache>) {
        if session.tenant.reading.swap(true, Ordering::AcqRel) {
            return;
        }
        session.tenant.loaded.store(0, Ordering::Release);
        let (core, session, cache) = (self.clone(), session.clone(), cache.clone());
        tokio::spawn(async move {
            let read = core.read_tenant(&session, &cache).await;
            session.tenant.end(read.err().map(CommandError::from));
            core.changed(&[Tag::Tenant]);
        });
    }

    /// A round of changes; all groups where there was none before, or the service no longer takes the link.
    async fn read_tenant(
        &self,
        session: &ActiveSession,
        cache: &Arc<Cache>,
    ) -> Result<(), CoreError> {
        let client = session.client(self.host()).await?;
        let link: Option<DeltaLink> = on_disk(cache, |cache| Ok(cache.delta_link()?)).await?;
        let begun = match &link {
            Some(link) => {
                self.round(session, cache, &client, DeltaStart::Link(link), false)
                    .await
            }
            None => {
                self.round(session, cache, &client, DeltaStart::All, true)
                    .await
            }
        };
        match begun {
            Err(CoreError::Graph(error)) if *error.kind() == ErrorKind::Gone => {
                on_disk(cache, |cache| Ok(cache.forget_delta_link()?)).await?;
                self.round(session, cache, &client, DeltaStart::All, true)
                    .await
            }
            ended => ended,
        }
    }

    async fn round(
        &self,
        session: &ActiveSession,
        cache: &Arc<Cache>,
        client: &GraphClient,
        start: DeltaStart<'_>,
        whole: bool,
    ) -> Result<(), CoreError> {
        let pages = client.groups().delta(&start)?;
        pin_mut!(pages);
        let (mut changes, mut link) = (Vec::new(), None);
        while let Some(page) = pages.try_next().await? {
            changes.extend(page.changes.into_iter().filter_map(change));
            link = page.delta_link;
            let loaded = u32::try_from(changes.len()).unwrap_or(u32::MAX);
            session.tenant.loaded.store(loaded, Ordering::Release);
            self.changed(&[Tag::Tenant]);
        }
        let link = link.ok_or_else(|| CoreError::internal("a round without an end"))?;
        let as_of = session.service_now(self.now());
        on_disk(cache, move |cache| {
            Ok(if whole {
                cache.replace_groups_and_link(&records(changes), &link, as_of)?
            } else {
                cache.apply_changes(&changes, &link, as_of)?
            })
        })
        .await
    }
}

/// Where the tenant's groups of an account lie.
pub(crate) fn tenant_file(folder: &std::path::Path, account_id: &str) -> PathBuf {
    folder.join(format!("{account_id}.tenant.sqlite"))
}

/// Security groups are left out; one that ceased to be a Microsoft 365 group has gone.
fn change(change: Change<Group>) -> Option<GroupChange> {
    Some(match change {
        Change::Changed(group) if group.is_unified() => GroupChange::Put {
            group: Box::new(group),
            relation: None,
        },
        Change::Changed(_) => return None,
        Change::Removed { id, .. } => GroupChange::Remove(GroupId::try_from(id).ok()?),
    })
}

/// What a first round leaves: the same group may come more than once, and the last one holds.
fn records(changes: Vec<GroupChange>) -> Vec<GroupRecord> {
    let mut records: std::collections::HashMap<GroupId, GroupRecord> =
        std::collections::HashMap::new();
    for change in changes {
        match change {
            GroupChange::Put { group, .. } => {
                let record = GroupRecord {
                    group: *group,
                    relation: Relation::default(),
                };
                records.insert(record.group.id.clone(), record);
            }
            GroupChange::Remove(id) => {
                records.remove(&id);
            }
        }
    }
    records.into_values().collect()
}

/// A page of groups by name, or of what a search finds, and how many there are in all.
fn page(cache: &Cache, text: &str, offset: usize) -> Result<(Vec<GroupRecord>, usize), CoreError> {
    if text.is_empty() {
        let mut groups = cache.groups()?;
        groups.sort_by_cached_key(|record| {
            record
                .group
                .display_name
                .as_deref()
                .unwrap_or_default()
                .to_lowercase()
        });
        let total = groups.len();
        return Ok((groups.into_iter().skip(offset).take(PAGE).collect(), total));
    }
    let found = cache.search_groups(text, FOUND)?;
    let total = found.len();
    let page = found.iter().skip(offset).take(PAGE);
    let records: Vec<Option<GroupRecord>> =
        page.map(|id| cache.group(id)).collect::<Result<_, _>>()?;
    Ok((records.into_iter().flatten().collect(), total))
}

async fn on_disk<T: Send + 'static>(
    cache: &Arc<Cache>,
    work: impl FnOnce(&Cache) -> Result<T, CoreError> + Send + 'static,
) -> Result<T, CoreError> {
    let cache = cache.clone();
    tokio::task::spawn_blocking(move || work(&cache))
        .await
        .map_err(CoreError::internal)?
}
