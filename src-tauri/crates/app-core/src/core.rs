//! The one value that the shell holds: the parts, put together, and who is signed in.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use identity::accounts::{Accounts, AccountsOptions};
use identity::keys::KeyStore;
use identity::{Clock, SecretStore};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::events::{AppEvent, Tag};
use jiff::Timestamp;

use crate::session::{ActiveSession, PendingSignIn};
use crate::{CoreError, Host};

/// What the use cases are built from.
pub struct CoreOptions {
    /// The program around them.
    pub host: Arc<dyn Host>,
    /// Where accounts and sealed tokens are kept.
    pub accounts_store: Arc<dyn SecretStore>,
    /// Where settings are kept.
    pub settings_store: Arc<dyn SecretStore>,
    /// The keychain that holds the key of sealed tokens, unless the person chose otherwise.
    pub keychain: Arc<dyn KeyStore>,
    /// The folder of everything.
    pub data_dir: PathBuf,
    /// The folder of the caches, which exists.
    pub cache_dir: PathBuf,
    /// The folder of the journals, which exists: what was done and is to be done, an account each.
    pub journal_dir: PathBuf,
    /// The person's folder of downloads.
    pub downloads_dir: PathBuf,
    /// The folder of the logs.
    pub log_dir: PathBuf,
    /// Where the key lies when the person chose a file over the keychain.
    pub key_file: PathBuf,
    /// Damaged files that were set aside at this start.
    pub set_aside: Vec<PathBuf>,
    /// When a refresh that failed for a passing reason is tried again.
    pub retry: RetryWaits,
}

/// Waits between tries, each twice as long as the one before.
#[derive(Debug, Clone, Copy)]
pub struct RetryWaits {
    /// The first.
    pub first: Duration,
    /// No wait is longer, unless the service asks for it.
    pub longest: Duration,
}

impl Default for RetryWaits {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(15),
            longest: Duration::from_secs(5 * 60),
        }
    }
}

impl RetryWaits {
    /// The wait after this many failures in a row.
    pub(crate) fn after(&self, failures: u32) -> Duration {
        let times = 2_u32.saturating_pow(failures.saturating_sub(1));
        self.first.saturating_mul(times).min(self.longest)
    }
}

impl fmt::Debug for CoreOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CoreOptions")
            .field("data_dir", &self.data_dir)
            .finish_non_exhaustive()
    }
}

/// All use cases. Cheap to clone; clones share everything.
#[derive(Debug, Clone)]
pub struct Core(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    options: CoreOptions,
    accounts: Arc<Accounts>,
    session: RwLock<Option<Arc<ActiveSession>>>,
    pending: Mutex<PendingSignIn>,
    notices: Mutex<Vec<CommandError>>,
}

impl Core {
    /// Puts the parts together and takes up the account that was shown last. Touches neither network
    /// nor keychain, either of which may take its time.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub async fn start(options: CoreOptions) -> Result<Self, CoreError> {
        let accounts = Accounts::open(AccountsOptions {
            store: options.accounts_store.clone(),
            keychain: options.keychain.clone(),
            clock: Clock::default(),
        })
        .await?;
        let damaged = options.set_aside.iter().map(|file| damaged(file)).collect();
        let core = Self(Arc::new(Parts {
            options,
            accounts: Arc::new(accounts),
            session: RwLock::new(None),
            pending: Mutex::default(),
            notices: Mutex::new(damaged),
        }));
        let protection = core.settings().await.token_protection;
        core.account_store().choose(core.key_choice(protection));
        if let Some(account) = core.account_store().current() {
            core.open_session(account)?;
        }
        Ok(core)
    }

    /// What the person has to know once, such as a damaged file that was set aside. Told once.
    pub fn take_notices(&self) -> Vec<CommandError> {
        std::mem::take(&mut *self.notices())
    }

    pub(crate) fn notice(&self, notice: CommandError) {
        let mut notices = self.notices();
        if !notices.contains(&notice) {
            notices.push(notice);
        }
    }

    fn notices(&self) -> std::sync::MutexGuard<'_, Vec<CommandError>> {
        self.0
            .notices
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn options(&self) -> &CoreOptions {
        &self.0.options
    }

    pub(crate) fn host(&self) -> &dyn Host {
        self.0.options.host.as_ref()
    }

    pub(crate) fn settings_store(&self) -> &dyn SecretStore {
        self.0.options.settings_store.as_ref()
    }

    pub(crate) fn account_store(&self) -> &Arc<Accounts> {
        &self.0.accounts
    }

    pub(crate) fn pending(&self) -> std::sync::MutexGuard<'_, PendingSignIn> {
        self.0
            .pending
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The account in use.
    pub(crate) fn session(&self) -> Result<Arc<ActiveSession>, CoreError> {
        self.current_session().ok_or(CoreError::NotSignedIn)
    }

    pub(crate) fn current_session(&self) -> Option<Arc<ActiveSession>> {
        self.0
            .session
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn set_session(&self, session: Option<Arc<ActiveSession>>) {
        *self
            .0
            .session
            .write()
            .unwrap_or_else(PoisonError::into_inner) = session;
    }

    /// Tells the window what to read again.
    pub(crate) fn changed(&self, tags: &[Tag]) {
        self.host().emit(AppEvent::Changed {
            tags: tags.to_vec(),
        });
    }

    /// This machine's present moment.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A file that could not be read was set aside as `file`.
pub(crate) fn damaged(file: &Path) -> CommandError {
    let mut notice = CommandError::new(ErrorCode::StorageDamaged, "a damaged file was set aside");
    notice.params.file = Some(file.display().to_string());
    notice
}
