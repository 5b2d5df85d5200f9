//! Where everything that the application keeps on this machine lies.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::Arguments;

/// The data folder and what is in it.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The data folder itself.
    pub data: PathBuf,
}

impl Folders {
    /// Makes the folders below `data`, readable by this user alone.
    ///
    /// # Errors
    /// When a folder cannot be made; the error names it.
    pub fn create(data: PathBuf) -> io::Result<Self> {
        let folders = Self { data };
        for folder in [
            &folders.data,
            &folders.cache(),
            &folders.journal(),
            &folders.logs(),
            &folders.practice(),
        ] {
            fs::create_dir_all(folder)
                .and_then(|()| keep_private(folder))
                .map_err(|error| named(folder, &error))?;
        }
        Ok(folders)
    }

    /// The last known state of each tenant.
    pub fn cache(&self) -> PathBuf {
        self.data.join("cache")
    }

    /// What was done and is to be done, an account each.
    pub fn journal(&self) -> PathBuf {
        self.data.join("journal")
    }

    /// The log.
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    /// The practice tenant's state.
    pub fn practice(&self) -> PathBuf {
        self.data.join("practice")
    }

    /// Accounts and their sealed tokens (tauri-plugin-store).
    pub fn accounts_store(&self) -> PathBuf {
        self.data.join("accounts.json")
    }

    /// What the person has set.
    pub fn settings(&self) -> PathBuf {
        self.data.join("settings.json")
    }

    /// The key that seals tokens where the person chose a file over the keychain.
    pub fn key_file(&self) -> PathBuf {
        self.data.join("tokens.key")
    }

    /// Place and size of the window.
    pub fn window_state(&self) -> PathBuf {
        self.data.join("window.json")
    }

    /// The picture of the icon in the tray, where the system wants a file.
    pub fn tray(&self) -> PathBuf {
        self.data.join("tray")
    }

    /// What the web view keeps.
    pub fn web_view(&self) -> PathBuf {
        self.data.join("webview")
    }
}

/// A name for the application that keeps its things in `data`: letters and digits only, as D-Bus
/// wants it, and the same for the same folder.
pub fn instance_name(data: &Path) -> String {
    let folder = std::path::absolute(data).unwrap_or_else(|_| data.to_owned());
    let id = uuid::Uuid::new_v5(
        &uuid::Uuid::NAMESPACE_URL,
        folder.as_os_str().as_encoded_bytes(),
    );
    format!("app.tenure.desktop.i{}", id.simple())
}

fn named(folder: &Path, error: &io::Error) -> io::Error {
    let text = format!("the folder {} cannot be used: {error}", folder.display());
    io::Error::new(error.kind(), text)
}

/// The name under which the system's keychain lists the key: each data folder has its own, so that
/// removing everything of one leaves the others as they are.
pub fn key_name(arguments: &Arguments) -> String {
    match &arguments.data_dir {
        Some(folder) => format!("Tenure, {}", folder.display()),
        None => "Tenure".into(),
    }
}

#[cfg(unix)]
fn keep_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn keep_private(_folder: &Path) -> io::Result<()> {
    Ok(()) // a user's application folder is private by the system's own rules there
}

#[cfg(test)]
mod tests {
    use super::Folders;

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        std::fs::write(&taken, "a file").unwrap();
        let error = Folders::create(taken.clone()).unwrap_err();
        assert!(error.to_string().contains(&taken.display().to_string()));
    }
}
