//! Groups of the whole tenant: read once, then followed by their changes; searched here.
//!
//! They lie in a file of their own beside the person's groups, which are read in another way and far more
//! often.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use cache::{Cache, GroupChange, GroupRecord, Relation};
use futures::{TryStreamExt as _, pin_mut};
use graph_client::models::{Group, GroupId};
use graph_client::odata::Query;
use graph_client::odata::delta::{Change, DeltaLink};
use graph_client::resources::groups::DeltaStart;
use graph_client::{ErrorKind, GraphClient};
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use ipc_contract::groups::GroupSummary;
use ipc_contract::tables::{TenantGroups, TenantGroupsRequest};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::OnceCell;

use super::Known;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// How many groups an answer has at most.
const PAGE: usize = 200;
/// Changes are asked for when the last round is older.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(5);
/// After a failure nothing is read by itself for so long.
const REST_FOR: Duration = Duration::from_secs(60);

/// The tenant's groups of one account.
#[derive(Debug, Default)]
pub(crate) struct Tenant {
    cache: OnceCell<Arc<Cache>>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    reading: bool,
    loaded: u32,
    failed: Option<(CommandError, Instant)>,
    /// All of them in the order of their names, as long as nothing has changed.
    by_name: Option<Arc<Vec<GroupId>>>,
    /// Rises whenever something has changed.
    revision: u64,
}

impl State {
    fn rests(&self) -> bool {
        let failed = self.failed.as_ref();
        failed.is_some_and(|(_, at)| at.elapsed() < REST_FOR)
    }

    fn has_changed(&mut self) {
        self.by_name = None;
        self.revision += 1;
    }
}

/// Every group that the person can see, as far as they were read.
#[derive(Debug)]
pub(crate) struct EveryGroup {
    pub(crate) records: Vec<GroupRecord>,
    /// When the tenant's were read completely.
    pub(crate) as_of: Option<Timestamp>,
    /// How many have been read so far, while the first reading is not complete.
    pub(crate) reading: Option<u32>,
}

impl Tenant {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True for the one caller that may read now.
    fn begin(&self) -> bool {
        let mut state = self.state();
        let may = !state.reading && !state.rests();
        if may {
            state.reading = true;
            state.loaded = 0;
        }
        may
    }

    fn end(&self, error: Option<CommandError>) {
        let mut state = self.state();
        state.reading = false;
        state.has_changed();
        state.failed = error.map(|error| (error, Instant::now()));
    }

    fn has_loaded(&self, loaded: usize) {
        let mut state = self.state();
        state.loaded = u32::try_from(loaded).unwrap_or(u32::MAX);
        state.has_changed();
    }
}

impl Core {
    /// Groups of the whole tenant, as far as they were read. The first call begins reading them; a later
    /// one asks for what has changed when that is due.
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
        let offset = request.offset as usize;
        let (page, total) = match request.text.trim() {
            "" => in_order(&session.tenant, &cache, offset).await?,
            text => found(&cache, text.to_owned(), offset).await?,
        };
        let groups = self.with_own(&session, page).await?;
        let state = session.tenant.state();
        Ok(TenantGroups {
            groups,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            reading: (as_of.is_none() && state.reading).then_some(state.loaded),
            last_error: state.failed.as_ref().map(|(error, _)| error.clone()),
        })
    }

    /// Groups by their ids, in that order: the person's own, and those of the tenant that were read.
    pub(crate) async fn any_groups(
        &self,
        ids: Vec<GroupId>,
    ) -> Result<Vec<GroupSummary>, CoreError> {
        let session = self.session()?;
        let cache = self.tenant_cache(&session).await?;
        let wanted = ids.clone();
        let records = on_disk(&cache, move |cache| known(cache, &wanted)).await?;
        let mut read: HashMap<GroupId, GroupRecord> = records
            .into_iter()
            .map(|record| (record.group.id.clone(), record))
            .collect();
        session
            .cached(move |own| {
                let known = Known::read(own)?;
                ids.iter()
                    .filter_map(|id| {
                        let record = own.group(id).transpose();
                        record.or_else(|| read.remove(id).map(Ok))
                    })
                    .map(|record| Ok(known.summary(&record?)))
                    .collect()
            })
            .await
    }

    /// Every group that the person can see, as far as they were read; begins reading them.
    ///
    /// # Errors
    /// As [`Core::tenant_groups`].
    pub(crate) async fn every_group(
        &self,
        session: &Arc<ActiveSession>,
    ) -> Result<EveryGroup, CoreError> {
        let cache = self.tenant_cache(session).await?;
        let as_of = on_disk(&cache, |cache| Ok(cache.as_of()?)).await?;
        let now = session.service_now(self.now());
        if as_of.is_none_or(|at| now.duration_since(at) > FRESH_FOR) {
            self.follow_tenant(session, &cache);
        }
        let read = on_disk(&cache, |cache| Ok(cache.groups()?)).await?;
        let own = session.cached(|cache| Ok(cache.groups()?)).await?;
        let mut by_id: HashMap<GroupId, GroupRecord> = read
            .into_iter()
            .chain(own)
            .map(|record| (record.group.id.clone(), record))
            .collect();
        let records = by_id.drain().map(|(_, record)| record).collect();
        let state = session.tenant.state();
        Ok(EveryGroup {
            records: session.expected.correct(records, &[]),
            as_of,
            reading: (as_of.is_none() && state.reading).then_some(state.loaded),
        })
    }

    /// Reads the tenant's groups whole once more, where they were read: a policy that is changed moves the dates
    /// of groups that a round of changes does not name.
    pub(crate) async fn reread_tenant(
        &self,
        session: &Arc<ActiveSession>,
    ) -> Result<(), CoreError> {
        let cache = self.tenant_cache(session).await?;
        let known = on_disk(&cache, |cache| Ok(cache.as_of()?)).await?;
        if known.is_some() {
            on_disk(&cache, |cache| Ok(cache.forget_delta_link()?)).await?;
            self.follow_tenant(session, &cache);
        }
        Ok(())
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
            let cache = Arc::new(cache);
            tokio::spawn(prepare_search(cache.clone()));
            Ok::<_, CoreError>(cache)
        };
        Ok(session.tenant.cache.get_or_try_init(open).await?.clone())
    }

    /// A group of the person's own is better known there: how the person stands to it, and what was just
    /// changed. One that was just deleted here is left out.
    async fn with_own(
        &self,
        session: &ActiveSession,
        page: Vec<GroupRecord>,
    ) -> Result<Vec<GroupSummary>, CoreError> {
        let page = session.expected.correct(page, &[]);
        session
            .cached(move |cache| {
                let known = Known::read(cache)?;
                page.into_iter()
                    .map(|record| {
                        let own = cache.group(&record.group.id)?;
                        Ok(known.summary(&own.unwrap_or(record)))
                    })
                    .collect()
            })
            .await
    }

    fn follow_tenant(&self, session: &Arc<ActiveSession>, cache: &Arc<Cache>) {
        if !session.tenant.begin() {
            return;
        }
        let (core, session, cache) = (self.clone(), session.clone(), cache.clone());
        tokio::spawn(async move {
            let read = core.read_tenant(&session, &cache).await;
            session.tenant.end(read.err().map(CommandError::from));
            prepare_search(cache).await;
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
        let Some(link) = link else {
            return self.read_all(session, cache, &client).await;
        };
        match self.read_changes(session, cache, &client, &link).await {
            Err(CoreError::Graph(error)) if *error.kind() == ErrorKind::Gone => {
                on_disk(cache, |cache| Ok(cache.forget_delta_link()?)).await?;
                self.read_all(session, cache, &client).await
            }
            ended => ended,
        }
    }

    /// Lists them all, in pages five times as large as those of a round of changes, and follows their changes from
    /// before the list was begun. Keeps each page as it comes, so that it is shown; only the end makes it whole.
    async fn read_all(
        &self,
        session: &ActiveSession,
        cache: &Arc<Cache>,
        client: &GraphClient,
    ) -> Result<(), CoreError> {
        let begins = client.groups().delta(&DeltaStart::Latest)?;
        pin_mut!(begins);
        let mut link = None;
        while let Some(page) = begins.try_next().await? {
            link = page.delta_link;
        }
        let link = link.ok_or_else(|| CoreError::internal("a round without an end"))?;
        let query = Query::default()
            .select(Group::SELECT)
            .filter("groupTypes/any(type:type eq 'Unified')")
            .top(Query::MAX_TOP);
        let pages = client.groups().list(&query).pages();
        pin_mut!(pages);
        let mut read = HashMap::new();
        while let Some(page) = pages.try_next().await? {
            let records: Vec<GroupRecord> = page.value.into_iter().map(of_nobody).collect();
            read.extend(
                records
                    .iter()
                    .cloned()
                    .map(|record| (record.group.id.clone(), record)),
            );
            on_disk(cache, move |cache| Ok(cache.put_groups(&records)?)).await?;
            session.tenant.has_loaded(read.len());
        }
        let as_of = session.service_now(self.now());
        let records: Vec<GroupRecord> = read.into_values().collect();
        on_disk(cache, move |cache| {
            Ok(cache.replace_groups_and_link(&records, &link, as_of)?)
        })
        .await
    }

    async fn read_changes(
        &self,
        session: &ActiveSession,
        cache: &Arc<Cache>,
        client: &GraphClient,
        link: &DeltaLink,
    ) -> Result<(), CoreError> {
        let pages = client.groups().delta(&DeltaStart::Link(link))?;
        pin_mut!(pages);
        let (mut changes, mut link) = (Vec::new(), None);
        while let Some(page) = pages.try_next().await? {
            changes.extend(page.changes.into_iter().filter_map(change));
            link = page.delta_link;
        }
        let link = link.ok_or_else(|| CoreError::internal("a round without an end"))?;
        let as_of = session.service_now(self.now());
        on_disk(cache, move |cache| {
            Ok(cache.apply_changes(&changes, &link, as_of)?)
        })
        .await
    }
}

/// Where the tenant's groups of an account lie.
pub(crate) fn tenant_file(folder: &Path, account_id: &str) -> PathBuf {
    folder.join(format!("{account_id}.tenant.sqlite"))
}

/// Security groups are left out.
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

/// How the person stands to a group is with the person's own groups.
fn of_nobody(group: Group) -> GroupRecord {
    GroupRecord {
        group,
        relation: Relation::default(),
    }
}

/// A page of all groups by name, and how many there are in all.
async fn in_order(
    tenant: &Tenant,
    cache: &Arc<Cache>,
    offset: usize,
) -> Result<(Vec<GroupRecord>, usize), CoreError> {
    let (kept, revision) = {
        let state = tenant.state();
        (state.by_name.clone(), state.revision)
    };
    let ids = match kept {
        Some(ids) => ids,
        None => {
            let ids = Arc::new(on_disk(cache, by_name).await?);
            let mut state = tenant.state();
            if state.revision == revision {
                state.by_name = Some(ids.clone());
            }
            ids
        }
    };
    page(cache, ids, offset).await
}

fn by_name(cache: &Cache) -> Result<Vec<GroupId>, CoreError> {
    let mut groups = cache.groups()?;
    groups.sort_by_cached_key(|record| {
        let name = record.group.display_name.as_deref().unwrap_or_default();
        (name.to_lowercase(), record.group.id.clone())
    });
    Ok(groups.into_iter().map(|record| record.group.id).collect())
}

/// A page of what a search finds, and how much it finds in all.
async fn found(
    cache: &Arc<Cache>,
    text: String,
    offset: usize,
) -> Result<(Vec<GroupRecord>, usize), CoreError> {
    let found = on_disk(cache, move |cache| {
        Ok(cache.search_groups(&text, usize::MAX)?)
    })
    .await?;
    page(cache, Arc::new(found), offset).await
}

async fn page(
    cache: &Arc<Cache>,
    ids: Arc<Vec<GroupId>>,
    offset: usize,
) -> Result<(Vec<GroupRecord>, usize), CoreError> {
    let total = ids.len();
    let records = on_disk(cache, move |cache| {
        let start = offset.min(total);
        known(cache, &ids[start..total.min(start + PAGE)])
    });
    Ok((records.await?, total))
}

fn known(cache: &Cache, ids: &[GroupId]) -> Result<Vec<GroupRecord>, CoreError> {
    let records: Vec<Option<GroupRecord>> = ids
        .iter()
        .map(|id| cache.group(id))
        .collect::<Result<_, _>>()?;
    Ok(records.into_iter().flatten().collect())
}

/// So that the first keystroke does not wait for what groups are called to be read. A failure costs
/// only that: the search itself reads them then, and says what is wrong.
async fn prepare_search(cache: Arc<Cache>) {
    if let Err(error) = on_disk(&cache, |cache| Ok(cache.prepare_search()?)).await {
        tracing::info!(%error, "the search was not prepared");
    }
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
