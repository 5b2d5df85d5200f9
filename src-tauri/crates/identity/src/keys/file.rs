//! The key in a file that only this user may read: weaker than a keychain, and chosen by the person.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use zeroize::Zeroizing;

use super::{KeyState, KeyStore};
use crate::error::IdentityError;
use crate::store::StoreError;
use crate::vault::SealingKey;

/// Keeps the key in a file.
#[derive(Debug, Clone)]
pub struct FileKeyStore {
    path: PathBuf,
}

impl FileKeyStore {
    /// The key file at `path`, which need not exist yet; its folder must.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Whether a key could be read from it, or made.
    pub(crate) fn is_usable(&self) -> bool {
        match self.read() {
            Ok(Some(_)) => true,
            Ok(None) => self.path.parent().is_some_and(Path::is_dir),
            Err(_) => false,
        }
    }

    fn failed(&self, reason: impl Into<String>) -> IdentityError {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        StoreError::new(name, reason).into()
    }

    fn read(&self) -> Result<Option<SealingKey>, IdentityError> {
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.failed(error.to_string())),
        };
        if others_may_read(&file).map_err(|error| self.failed(error.to_string()))? {
            return Err(self.failed("the key file can be read by others"));
        }
        let mut text = Zeroizing::new(String::new());
        file.read_to_string(&mut text)
            .map_err(|error| self.failed(error.to_string()))?;
        let key = SealingKey::decode(&text).ok_or_else(|| self.failed("holds no key"))?;
        Ok(Some(key))
    }

    /// Writes beside the file and renames, so that a crash leaves the old key or the new one.
    fn write(&self, key: &SealingKey) -> io::Result<()> {
        let beside = self.path.with_extension("new");
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = create_private(&beside)?;
        file.write_all(key.encode().as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &self.path)
    }
}

#[async_trait]
impl KeyStore for FileKeyStore {
    async fn state(&self) -> KeyState {
        if self.path.parent().is_some_and(Path::is_dir) {
            KeyState::Available
        } else {
            KeyState::Absent
        }
    }

    async fn load(&self) -> Result<Option<SealingKey>, IdentityError> {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.read())
            .await
            .map_err(IdentityError::internal)?
    }

    async fn save(&self, key: &SealingKey) -> Result<(), IdentityError> {
        let (store, key) = (self.clone(), key.clone());
        let written = tokio::task::spawn_blocking(move || store.write(&key)).await;
        written
            .map_err(IdentityError::internal)?
            .map_err(|error| self.failed(error.to_string()))
    }

    async fn delete(&self) -> Result<(), IdentityError> {
        match tokio::fs::remove_file(&self.path).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(self.failed(error.to_string()))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(unix)]
fn others_may_read(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(file.metadata()?.permissions().mode() & 0o077 != 0)
}

/// Elsewhere the profile folder's own rights keep others out.
#[cfg(not(unix))]
fn others_may_read(_file: &File) -> io::Result<bool> {
    Ok(false)
}

fn create_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::keys::obtain;

    #[tokio::test]
    async fn a_key_is_made_once_for_this_user_only() {
        let folder = tempfile::tempdir().unwrap();
        let store = FileKeyStore::new(folder.path().join("tokens.key"));
        let key = obtain(&store).await.unwrap();
        assert!(obtain(&store).await.unwrap() == key);
        let mode = fs::metadata(&store.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[tokio::test]
    async fn a_key_file_that_others_may_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let store = FileKeyStore::new(folder.path().join("tokens.key"));
        obtain(&store).await.unwrap();
        fs::set_permissions(&store.path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(store.load().await, Err(IdentityError::Store(_))));
    }

    #[tokio::test]
    async fn a_damaged_key_file_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let store = FileKeyStore::new(folder.path().join("tokens.key"));
        create_private(&store.path)
            .unwrap()
            .write_all(b"half a ke")
            .unwrap();
        assert!(matches!(obtain(&store).await, Err(IdentityError::Store(_))));
        assert_eq!(fs::read(&store.path).unwrap(), b"half a ke");
    }
}
