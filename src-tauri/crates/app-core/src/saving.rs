//! Files that are saved in a folder of the person's: written under another name and then given their own, which
//! nothing else has. What is there is never written over, and half a file is never left.
//!
//! Deliberately elsewhere: what is written (`export`, `conversations`).

use std::io::Write as _;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use tempfile::NamedTempFile;

use crate::CoreError;

/// So many files of one name, and no more.
const MOST_OF_ONE_NAME: u32 = 1_000;
/// How many characters a name that a stranger chose keeps.
const LONGEST: usize = 120;
/// How long an ending may be that is kept whole.
const LONGEST_ENDING: usize = 16;

/// Names that mean devices on Windows, whatever their ending.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// A file's name in two parts: a number can come between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileName {
    stem: String,
    /// With its dot; empty when there is none.
    ending: String,
}

impl FileName {
    /// A name of this application's own making.
    pub(crate) fn new(stem: &str, ending: &str) -> Self {
        Self {
            stem: stem.to_owned(),
            ending: format!(".{ending}"),
        }
    }

    /// A name that a stranger chose, made safe for any system: no folder, no device, nothing hidden or unseen.
    pub(crate) fn safe(name: &str) -> Self {
        let kept: String = name
            .chars()
            .map(|c| if is_plain(c) { c } else { '_' })
            .collect();
        let kept = kept.trim_matches([' ', '.', '_']);
        let kept = if kept.is_empty() { "attachment" } else { kept };
        let (stem, ending) = match kept.rsplit_once('.') {
            Some((stem, ending)) if ending.chars().count() <= LONGEST_ENDING => {
                (stem, format!(".{ending}"))
            }
            _ => (kept, String::new()),
        };
        let stem: String = stem.chars().take(LONGEST).collect();
        let stem = stem.trim_end_matches([' ', '.']).to_owned();
        let device = stem
            .split('.')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let stem = match DEVICES.contains(&device.as_str()) {
            true => format!("_{stem}"),
            false => stem,
        };
        Self { stem, ending }
    }

    /// The `number`-th file of this name.
    fn numbered(&self, number: u32) -> String {
        let Self { stem, ending } = self;
        match number {
            1 => format!("{stem}{ending}"),
            _ => format!("{stem} ({number}){ending}"),
        }
    }

    fn not_saved(&self, error: impl ToString) -> CoreError {
        CoreError::NotSaved {
            file: self.numbered(1),
            reason: error.to_string(),
        }
    }
}

/// Whether a character stands for itself in a file's name, and can be seen in it.
fn is_plain(c: char) -> bool {
    let unseen = matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !c.is_control() && !unseen && !"/\\:*?\"<>|".contains(c)
}

/// A file that is being saved. Dropped before it is finished, nothing of it is left.
#[derive(Debug)]
pub(crate) struct Saving {
    file: NamedTempFile,
    folder: PathBuf,
}

impl Saving {
    /// Begins a file in `folder`, which is made when it is not there.
    ///
    /// # Errors
    /// [`CoreError::NotSaved`] with the file's name.
    pub(crate) async fn begin(folder: &Path, name: &FileName) -> Result<Self, CoreError> {
        let folder = folder.to_owned();
        let begun = off_workers(move || {
            std::fs::create_dir_all(&folder)?;
            let file = NamedTempFile::with_prefix_in(".saving-", &folder)?;
            Ok(Self { file, folder })
        });
        begun.await?.map_err(|error| name.not_saved(error))
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// [`CoreError::NotSaved`] when the disk is full.
    pub(crate) async fn write(mut self, piece: Bytes) -> Result<Self, CoreError> {
        let written = off_workers(move || self.file.write_all(&piece).map(|()| self));
        written
            .await?
            .map_err(|error| FileName::new("file", "part").not_saved(error))
    }

    /// Gives the file the first name that is free; that name.
    ///
    /// # Errors
    /// [`CoreError::NotSaved`] with the file's name.
    pub(crate) async fn finish(self, name: &FileName) -> Result<String, CoreError> {
        let wanted = name.clone();
        let finished = off_workers(move || self.place(&wanted));
        finished.await?.map_err(|error| name.not_saved(error))
    }

    fn place(self, name: &FileName) -> std::io::Result<String> {
        let Self { mut file, folder } = self;
        file.as_file().sync_all()?;
        for number in 1..=MOST_OF_ONE_NAME {
            let file_name = name.numbered(number);
            match file.persist_noclobber(folder.join(&file_name)) {
                Ok(_) => return Ok(file_name),
                Err(taken) if taken.error.kind() == std::io::ErrorKind::AlreadyExists => {
                    file = taken.file;
                }
                Err(refused) => return Err(refused.error),
            }
        }
        Err(std::io::ErrorKind::AlreadyExists.into())
    }
}

async fn off_workers<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<std::io::Result<T>, CoreError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(CoreError::internal)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    async fn saved(folder: &Path, name: &FileName) -> Result<String, CoreError> {
        let saving = Saving::begin(folder, name).await?;
        saving
            .write(Bytes::from_static(b"new"))
            .await?
            .finish(name)
            .await
    }

    #[tokio::test]
    async fn no_file_is_ever_written_over_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("groups-2026-11-24.csv"), "mine").unwrap();
        let name = FileName::new("groups-2026-11-24", "csv");

        let first = saved(folder.path(), &name).await.unwrap();
        let second = saved(folder.path(), &name).await.unwrap();
        drop(Saving::begin(folder.path(), &name).await.unwrap());

        assert_eq!(
            [first, second],
            ["groups-2026-11-24 (2).csv", "groups-2026-11-24 (3).csv"]
        );
        let kept = fs::read(folder.path().join("groups-2026-11-24.csv")).unwrap();
        assert_eq!(kept, b"mine");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_written_is_told_with_the_files_name() {
        let folder = tempfile::tempdir().unwrap();
        let occupied = folder.path().join("a file");
        fs::write(&occupied, "").unwrap();
        let refused = saved(&occupied, &FileName::new("groups", "json")).await;
        assert!(matches!(
            refused,
            Err(CoreError::NotSaved { file, .. }) if file == "groups.json"
        ));
    }

    #[test]
    fn a_strangers_name_leads_nowhere_else() {
        for (given, safe) in [
            ("plan.pdf", "plan.pdf"),
            ("Übersicht 2026.xlsx", "Übersicht 2026.xlsx"),
            ("../../etc/passwd", "etc_passwd"),
            ("C:\\Windows\\x.dll", "C__Windows_x.dll"),
            ("con.txt", "_con.txt"),
            ("invoice\u{202e}fdp.exe", "invoice_fdp.exe"),
            (".bashrc", "bashrc"),
            ("", "attachment"),
            ("...", "attachment"),
            ("a\nb\0c.txt", "a_b_c.txt"),
        ] {
            assert_eq!(FileName::safe(given).numbered(1), safe, "{given}");
        }
        let long = FileName::safe(&format!("{}.tar", "x".repeat(1000)));
        assert_eq!(long.numbered(2).len(), LONGEST + 8);
    }
}
