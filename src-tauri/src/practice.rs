//! The practice tenant inside the application: started when it is first needed, kept in the data
//! folder, and steered from Settings. Deliberately elsewhere: how it behaves (`practice-tenant`).

use std::fmt;
use std::fs;
use std::path::PathBuf;

use app_core::CoreError;
use identity::CloudEndpoints;
use ipc_contract::error::CommandError;
use ipc_contract::practice::{
    AdvanceBy, Conditions, PracticeEvent, PracticeEventKind, PracticeStatus, ResetRequest,
};
use practice_tenant::{Advance, EventKind, PracticeOptions, PracticeTenant, StartError, Status};
use tokio::sync::Mutex;
use url::Url;

use crate::cli::Arguments;
use crate::folders::Folders;

/// The practice tenant, running or not.
pub struct Practice {
    options: PracticeOptions,
    state: PathBuf,
    running: Mutex<Option<PracticeTenant>>,
}

impl fmt::Debug for Practice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Practice")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// Why the practice tenant is of no use.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    /// It could not be started.
    #[error(transparent)]
    Start(#[from] StartError),
    /// What it answers with is no address.
    #[error(transparent)]
    Address(#[from] url::ParseError),
    /// Its state could not be kept or removed.
    #[error("{0}")]
    State(String),
}

impl From<PracticeError> for CoreError {
    fn from(error: PracticeError) -> Self {
        Self::Practice(error.to_string())
    }
}

impl From<PracticeError> for CommandError {
    fn from(error: PracticeError) -> Self {
        CoreError::from(error).into()
    }
}

impl Practice {
    /// A practice tenant that keeps its state below the data folder.
    pub fn new(folders: &Folders, arguments: &Arguments) -> Self {
        let state = folders.practice().join("tenant.json");
        let options = PracticeOptions {
            groups: arguments.practice_groups,
            users: arguments.practice_users,
            state: Some(state.clone()),
            record: arguments.practice_record.clone(),
            ..PracticeOptions::default()
        };
        Self {
            options,
            state,
            running: Mutex::new(None),
        }
    }

    /// The person as whom one practises.
    pub fn owner_login() -> String {
        PracticeTenant::owner_login().to_owned()
    }

    /// Where it answers; starts it when it does not run.
    ///
    /// # Errors
    /// When it cannot be started.
    pub async fn endpoints(&self) -> Result<CloudEndpoints, PracticeError> {
        self.with(|tenant| {
            let (graph_root, authority) = (
                Url::parse(&tenant.graph())?,
                Url::parse(&tenant.authority())?,
            );
            Ok(CloudEndpoints {
                graph_root,
                authority,
                portal: None,
            })
        })
        .await
    }

    /// How it stands.
    ///
    /// # Errors
    /// When it cannot be started.
    pub async fn status(&self) -> Result<PracticeStatus, PracticeError> {
        self.with(|tenant| Ok(shown(tenant.status()))).await
    }

    /// Moves its clock.
    ///
    /// # Errors
    /// When it cannot be started or its state not be kept.
    pub async fn advance(&self, by: AdvanceBy) -> Result<PracticeStatus, PracticeError> {
        let by = match by {
            AdvanceBy::Day => Advance::Day,
            AdvanceBy::Week => Advance::Week,
            AdvanceBy::NextEvent => Advance::NextEvent,
        };
        self.with(|tenant| {
            tenant
                .advance(by)
                .map_err(|error| PracticeError::State(error.to_string()))?;
            Ok(shown(tenant.status()))
        })
        .await
    }

    /// Changes its behaviour.
    ///
    /// # Errors
    /// When it cannot be started.
    pub async fn set_conditions(
        &self,
        conditions: Conditions,
    ) -> Result<PracticeStatus, PracticeError> {
        let conditions = match conditions {
            Conditions::Normal => practice_tenant::Conditions::Normal,
            Conditions::Throttled => practice_tenant::Conditions::Throttled,
            Conditions::Slow => practice_tenant::Conditions::Slow,
            Conditions::Unavailable => practice_tenant::Conditions::Unavailable,
        };
        self.with(|tenant| {
            tenant.set_conditions(conditions);
            Ok(shown(tenant.status()))
        })
        .await
    }

    /// Gives the person an administrator's role, or takes it.
    ///
    /// # Errors
    /// When it cannot be started or its state not be kept.
    pub async fn set_administrator(&self, held: bool) -> Result<PracticeStatus, PracticeError> {
        self.with(|tenant| {
            tenant
                .set_administrator(held)
                .map_err(|error| PracticeError::State(error.to_string()))?;
            Ok(shown(tenant.status()))
        })
        .await
    }

    /// Starts it anew, in another size.
    ///
    /// # Errors
    /// When it cannot be started or its state not be kept.
    pub async fn reset(&self, request: &ResetRequest) -> Result<PracticeStatus, PracticeError> {
        let (groups, users) = (
            request.groups.clamp(10, 10_000),
            request.users.clamp(20, 10_000),
        );
        self.with(|tenant| {
            tenant
                .reset(groups, users)
                .map_err(|error| PracticeError::State(error.to_string()))?;
            Ok(shown(tenant.status()))
        })
        .await
    }

    /// Stops it and removes its state.
    ///
    /// # Errors
    /// When the state cannot be removed.
    pub async fn forget(&self) -> Result<(), PracticeError> {
        let mut running = self.running.lock().await;
        if let Some(tenant) = running.take() {
            tenant.shutdown().await;
        }
        let folder = self.state.parent().unwrap_or(&self.state);
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        for file in files {
            fs::remove_file(file.path())
                .map_err(|error| PracticeError::State(error.to_string()))?;
        }
        Ok(())
    }

    async fn with<T>(
        &self,
        work: impl FnOnce(&PracticeTenant) -> Result<T, PracticeError>,
    ) -> Result<T, PracticeError> {
        let mut running = self.running.lock().await;
        if running.is_none() {
            let tenant = PracticeTenant::start(self.options.clone()).await?;
            // Who practised outages and left is not to begin with one that keeps them out.
            tenant.set_conditions(practice_tenant::Conditions::Normal);
            *running = Some(tenant);
        }
        match running.as_ref() {
            Some(tenant) => work(tenant),
            None => Err(PracticeError::State("it is not running".into())),
        }
    }
}

fn shown(status: Status) -> PracticeStatus {
    PracticeStatus {
        now: status.now,
        groups: status.groups,
        users: status.users,
        conditions: match status.conditions {
            practice_tenant::Conditions::Normal => Conditions::Normal,
            practice_tenant::Conditions::Throttled => Conditions::Throttled,
            practice_tenant::Conditions::Slow => Conditions::Slow,
            practice_tenant::Conditions::Unavailable => Conditions::Unavailable,
        },
        administrator: status.administrator,
        next_event: status
            .next_event
            .map(|(at, kind, group_name)| PracticeEvent {
                at,
                kind: shown_kind(kind),
                group_name,
            }),
    }
}

fn shown_kind(kind: EventKind) -> PracticeEventKind {
    match kind {
        EventKind::Notice => PracticeEventKind::Notice,
        EventKind::RenewedByActivity => PracticeEventKind::RenewedByActivity,
        EventKind::Expiry => PracticeEventKind::Expiry,
        EventKind::Deletion => PracticeEventKind::Deletion,
        EventKind::Gone => PracticeEventKind::Gone,
    }
}
