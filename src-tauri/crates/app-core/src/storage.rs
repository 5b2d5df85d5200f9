//! What is kept on this machine: told, and removed.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use identity::accounts::KeyChoice;
use identity::keys::KeyState;
use ipc_contract::events::Tag;
use ipc_contract::settings::{KeychainState, StorageInfo, TokenProtection};

use crate::groups::tenant_file;
use crate::session::{cache_file, journal_file, ledger_file};
use crate::{Core, CoreError};

impl Core {
    /// What is kept on this machine, and how it is protected.
    ///
    /// # Errors
    /// Never at present; folders that cannot be read count as empty.
    pub async fn storage(&self) -> Result<StorageInfo, CoreError> {
        let options = self.options();
        let (cache_dir, log_dir) = (options.cache_dir.clone(), options.log_dir.clone());
        let protection = self.account_store().protection().await;
        let sizes = move || (size_of(&cache_dir), size_of(&log_dir));
        let (cache_bytes, log_bytes) = tokio::task::spawn_blocking(sizes)
            .await
            .map_err(CoreError::internal)?;
        Ok(StorageInfo {
            data_dir: options.data_dir.display().to_string(),
            cache_bytes,
            log_bytes,
            keychain: match protection.keychain {
                KeyState::Available => KeychainState::Available,
                KeyState::Locked => KeychainState::Locked,
                KeyState::Absent => KeychainState::Absent,
            },
            protection_in_force: match protection.in_force {
                KeyChoice::Keychain => TokenProtection::Keychain,
                KeyChoice::KeyFile(_) => TokenProtection::KeyFile,
                KeyChoice::MemoryOnly => TokenProtection::MemoryOnly,
            },
            set_aside: options
                .set_aside
                .iter()
                .filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()))
                .collect(),
        })
    }

    /// Signs every account out and removes what is kept of their tenants, the settings, the practice
    /// tenant, the log, and the key that sealed the tokens. A keychain that is locked keeps the key,
    /// which then opens nothing.
    ///
    /// # Errors
    /// When an account's tokens cannot be removed; what was removed until then stays removed.
    pub async fn clear_storage(&self) -> Result<(), CoreError> {
        self.cancel_sign_in();
        for account in self.account_store().list() {
            self.close_session(&account.id);
            self.account_store().remove(&account.id).await?;
            self.remove_files_of(&account.id);
        }
        for key in self.settings_store().keys().await? {
            self.settings_store().delete(&key).await?;
        }
        self.host().forget_practice().await?;
        if let Err(error) = self.account_store().forget_key().await {
            tracing::info!(%error, "the key stays in the keychain");
        }
        let protection = self.settings().await.token_protection;
        self.account_store().choose(self.key_choice(protection));
        self.remove_leftovers();
        self.changed(&[Tag::Session, Tag::Groups, Tag::Settings, Tag::Practice]);
        Ok(())
    }

    /// Removes what is kept of an account: its cache, and its records of what was done and decided.
    pub(crate) fn remove_files_of(&self, account_id: &str) {
        let options = self.options();
        remove_database(&cache_file(&options.cache_dir, account_id));
        remove_database(&tenant_file(&options.cache_dir, account_id));
        remove_database(&journal_file(&options.journal_dir, account_id));
        remove_database(&ledger_file(&options.journal_dir, account_id));
    }

    /// The key file, what was set aside as damaged, and the logs. One that is in use may stay.
    fn remove_leftovers(&self) {
        let options = self.options();
        let damaged = files_in(&options.data_dir)
            .chain(files_in(&options.journal_dir))
            .filter(|file| is_set_aside(file));
        for file in damaged
            .chain(files_in(&options.cache_dir))
            .chain(files_in(&options.log_dir))
            .chain([options.key_file.clone()])
        {
            if let Err(error) = fs::remove_file(&file) {
                tracing::debug!(%error, "a file was not removed");
            }
        }
    }

    /// Puts the tokens under another protection.
    pub(crate) async fn protect_tokens(
        &self,
        protection: TokenProtection,
    ) -> Result<(), CoreError> {
        let choice = self.key_choice(protection);
        Ok(self.account_store().protect(choice).await?)
    }

    pub(crate) fn key_choice(&self, protection: TokenProtection) -> KeyChoice {
        match protection {
            TokenProtection::Keychain => KeyChoice::Keychain,
            TokenProtection::KeyFile => KeyChoice::KeyFile(self.options().key_file.clone()),
            TokenProtection::MemoryOnly => KeyChoice::MemoryOnly,
        }
    }
}

/// The size of a folder's files, one level deep: neither caches nor logs nest.
fn size_of(folder: &Path) -> u64 {
    files_in(folder)
        .filter_map(|file| file.metadata().ok())
        .map(|data| data.len())
        .sum()
}

fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
}

/// Whether it is `….damaged`, another of that name (`….damaged-2`), or what SQLite keeps beside one.
fn is_set_aside(file: &Path) -> bool {
    let extension = file.extension().and_then(OsStr::to_str);
    extension.is_some_and(|name| name.starts_with("damaged"))
}

/// Removes a file with what SQLite keeps beside it. What is left over is harmless: it is of an account that
/// is not there any more.
fn remove_database(file: &Path) {
    for companion in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(companion);
        if let Err(error) = fs::remove_file(&name) {
            tracing::debug!(%error, "a file was not removed");
        }
    }
}
