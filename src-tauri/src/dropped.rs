//! Files that are dragged onto the window, where the web view does not hand them to the page.
//!
//! WebKitGTK gives a page no file that was dropped (since CVE-2025-13947), so there Tauri's own handler stays on: the
//! window tells the page what is over it, and reads what was dropped when the page asks. Nothing is read that nobody
//! dropped, and of a drop only until the next. Elsewhere the page gets files from the web view itself.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ipc_contract::dropped::{DragPhase, DroppedFile};
use ipc_contract::error::{CommandError, ErrorCode, ErrorParams};
use ipc_contract::events::AppEvent;
use tauri::{AppHandle, DragDropEvent, Manager as _, PhysicalPosition};

use crate::events;

/// Larger files are not read into the page: nothing that takes a dropped file takes more.
const MOST_BYTES: u64 = 32 << 20;

/// The files of the last drop.
#[derive(Debug, Default)]
pub struct Dropped(Mutex<Drop>);

#[derive(Debug, Default)]
struct Drop {
    id: u32,
    files: Vec<PathBuf>,
}

impl Dropped {
    /// Keeps the files of a drop, and forgets those of the one before.
    fn keep(&self, files: Vec<PathBuf>) -> u32 {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.id = last.id.wrapping_add(1);
        last.files = files;
        last.id
    }

    /// A file of the last drop.
    fn file(&self, id: u32, index: u32) -> Option<PathBuf> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = usize::try_from(index).ok()?;
        last.files.get(index).filter(|_| last.id == id).cloned()
    }

    /// What is in a file of the last drop.
    ///
    /// # Errors
    /// See [`DropError`].
    pub async fn read(&self, id: u32, index: u32) -> Result<Vec<u8>, DropError> {
        let path = self.file(id, index).ok_or(DropError::Forgotten)?;
        let read = tauri::async_runtime::spawn_blocking(move || bytes_of(&path));
        read.await.map_err(|_| DropError::Forgotten)?
    }
}

/// Why a dropped file is not read.
#[derive(Debug, thiserror::Error)]
pub enum DropError {
    /// It is not of the last drop.
    #[error("the file is not of the last drop")]
    Forgotten,
    /// It is gone, or not for this person.
    #[error("the dropped file could not be read")]
    Unreadable(#[from] std::io::Error),
    /// It has more bytes than are taken.
    #[error("the dropped file has more than {MOST_BYTES} bytes")]
    TooLarge,
}

impl From<DropError> for CommandError {
    fn from(error: DropError) -> Self {
        let code = match error {
            DropError::Forgotten | DropError::Unreadable(_) => ErrorCode::NotFound,
            DropError::TooLarge => ErrorCode::TooLarge,
        };
        let params = ErrorParams {
            most: (code == ErrorCode::TooLarge).then_some(MOST_BYTES),
            ..ErrorParams::default()
        };
        Self {
            params,
            ..Self::new(code, error.to_string())
        }
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, DropError> {
    let mut bytes = Vec::new();
    // One more than is taken tells that there are more.
    let file = std::fs::File::open(path)?.take(MOST_BYTES + 1);
    std::io::BufReader::new(file).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(DropError::TooLarge);
    }
    Ok(bytes)
}

/// Tells the page what is dragged over the window.
pub fn dragged(app: &AppHandle, event: &DragDropEvent) {
    let (phase, position, paths) = match event {
        DragDropEvent::Enter { paths, position } => (DragPhase::Over, position, paths.as_slice()),
        DragDropEvent::Over { position } => (DragPhase::Over, position, [].as_slice()),
        DragDropEvent::Drop { paths, position } => (DragPhase::Dropped, position, paths.as_slice()),
        _ => (DragPhase::Left, &PhysicalPosition::default(), [].as_slice()),
    };
    let dropped = phase == DragPhase::Dropped;
    // A link that is dragged about within the page comes here as well.
    let files: Vec<(PathBuf, DroppedFile)> =
        paths.iter().filter_map(|path| described(path)).collect();
    let (paths, files) = files.into_iter().filter(|_| dropped).unzip();
    let drop_id = if dropped {
        app.state::<Dropped>().keep(paths)
    } else {
        0
    };
    #[expect(clippy::cast_possible_truncation, reason = "a window has fewer pixels")]
    let event = AppEvent::FilesDragged {
        phase,
        x: position.x as i32,
        y: position.y as i32,
        drop_id,
        files,
    };
    events::emit(app, &event);
}

/// A file that can be read as a whole; not a folder, nor anything that has no end.
fn described(path: &Path) -> Option<(PathBuf, DroppedFile)> {
    let known = std::fs::metadata(path)
        .ok()
        .filter(std::fs::Metadata::is_file)?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    let size = known.len();
    Some((path.to_owned(), DroppedFile { name, size }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_files_of_the_last_drop_are_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let list = folder.path().join("people.csv");
        std::fs::write(&list, "amy@contoso.example").expect("a file");
        let dropped = Dropped::default();
        let first = dropped.keep(vec![list.clone()]);
        assert_eq!(
            dropped.read(first, 0).await.expect("bytes"),
            b"amy@contoso.example"
        );
        assert!(dropped.read(first, 1).await.is_err());

        let second = dropped.keep(vec![list.clone()]);
        let stale = dropped.read(first, 0).await.expect_err("another drop");
        assert!(matches!(stale, DropError::Forgotten));

        std::fs::remove_file(&list).expect("it is removed");
        let gone = dropped.read(second, 0).await.expect_err("no file");
        assert_eq!(CommandError::from(gone).code, ErrorCode::NotFound);
    }

    #[tokio::test]
    async fn what_is_too_large_is_said_to_be() {
        let folder = tempfile::tempdir().expect("a folder");
        let large = folder.path().join("large.bin");
        let file = std::fs::File::create(&large).expect("a file");
        file.set_len(MOST_BYTES + 1).expect("a size");
        let dropped = Dropped::default();
        let id = dropped.keep(vec![large]);
        let refused = dropped.read(id, 0).await.expect_err("too large");
        let refused = CommandError::from(refused);
        assert_eq!(
            (refused.code, refused.params.most),
            (ErrorCode::TooLarge, Some(MOST_BYTES))
        );
    }

    #[test]
    fn folders_and_addresses_are_no_files() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(described(folder.path()).is_none());
        assert!(described(Path::new("https://contoso.example/people.csv")).is_none());
    }
}
