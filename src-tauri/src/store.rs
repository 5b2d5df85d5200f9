//! tauri-plugin-store as the place where accounts, sealed tokens and settings are kept.
//!
//! The plugin begins with an empty store when its file cannot be read, and would then write over it;
//! so the file is looked at first, set aside when it is damaged, and its last good copy taken.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use identity::{SecretStore, StoreError};
use serde_json::Value;
use tauri::{AppHandle, Runtime};
use tauri_plugin_store::{Store, StoreExt as _};

/// A store of the plugin, behind the trait that identity and settings are written against.
pub struct PluginStore<R: Runtime> {
    store: Arc<Store<R>>,
    file: PathBuf,
}

impl<R: Runtime> std::fmt::Debug for PluginStore<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PluginStore")
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}

/// A store, and the damaged file that was set aside for it.
#[derive(Debug)]
pub struct OpenedStore<R: Runtime> {
    /// The store.
    pub store: PluginStore<R>,
    /// Where a damaged file was moved to.
    pub set_aside: Option<PathBuf>,
}

impl<R: Runtime> PluginStore<R> {
    /// Opens the store in `file`.
    ///
    /// # Errors
    /// When a damaged file cannot be moved, or the plugin refuses.
    pub fn open(app: &AppHandle<R>, file: PathBuf) -> Result<OpenedStore<R>, StoreError> {
        let set_aside = set_aside_if_damaged(&file).map_err(|error| failed(&file, &error))?;
        let store = app
            .store_builder(&file)
            .disable_auto_save()
            .build()
            .map_err(|error| failed(&file, &error))?;
        Ok(OpenedStore {
            store: Self { store, file },
            set_aside,
        })
    }

    fn save(&self) -> Result<(), StoreError> {
        self.store
            .save()
            .map_err(|error| failed(&self.file, &error))?;
        keep_copy(&self.file).map_err(|error| failed(&self.file, &error))
    }
}

#[async_trait]
impl<R: Runtime> SecretStore for PluginStore<R> {
    async fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .store
            .get(key)
            .and_then(|value| value.as_str().map(str::to_owned)))
    }

    async fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.store.set(key, Value::from(value));
        self.save()
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.store.delete(key);
        self.save()
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.store.keys())
    }
}

fn copy_of(file: &Path) -> PathBuf {
    file.with_extension("json.last-good")
}

/// The plugin writes in place: a crash in the middle would leave half a file. A whole copy beside
/// it, replaced at once, is what the next start falls back to.
fn keep_copy(file: &Path) -> io::Result<()> {
    let fresh = file.with_extension("json.new");
    fs::copy(file, &fresh)?;
    keep_private(file)?;
    keep_private(&fresh)?;
    fs::rename(&fresh, copy_of(file))
}

fn set_aside_if_damaged(file: &Path) -> io::Result<Option<PathBuf>> {
    if is_whole(file) || !file.exists() {
        return Ok(None);
    }
    let aside = file.with_extension("json.damaged");
    fs::rename(file, &aside)?;
    if is_whole(&copy_of(file)) {
        fs::copy(copy_of(file), file)?;
    }
    Ok(Some(aside))
}

fn is_whole(file: &Path) -> bool {
    let text = fs::read(file).unwrap_or_default();
    matches!(serde_json::from_slice(&text), Ok(Value::Object(_)))
}

fn failed(file: &Path, error: &impl ToString) -> StoreError {
    StoreError::new(file.display().to_string(), error.to_string())
}

#[cfg(unix)]
fn keep_private(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(file, fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn keep_private(_file: &Path) -> io::Result<()> {
    Ok(()) // the folder is the user's own there
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{keep_copy, set_aside_if_damaged};

    #[test]
    fn half_a_file_is_set_aside_and_its_last_good_copy_taken() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("accounts.json");
        fs::write(&file, r#"{"accounts":"[]"}"#).unwrap();
        keep_copy(&file).unwrap();
        fs::write(&file, r#"{"accou"#).unwrap();

        let aside = set_aside_if_damaged(&file)
            .unwrap()
            .expect("the person is told of it");

        assert_eq!(
            fs::read_to_string(aside).unwrap(),
            r#"{"accou"#,
            "nothing is thrown away"
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), r#"{"accounts":"[]"}"#);
    }

    #[test]
    fn a_first_start_sets_nothing_aside() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(
            set_aside_if_damaged(&folder.path().join("accounts.json")).unwrap(),
            None
        );
    }
}
