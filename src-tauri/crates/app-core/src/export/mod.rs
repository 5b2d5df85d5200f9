//! Saving what the window shows as a file in the person's folder of downloads.
//!
//! A file is written under another name and then given its own, which nothing else has: what is there is
//! never written over, and half a file is never left. Deliberately elsewhere: what the rows are made from
//! (`groups`, `people`, `changes`).

mod calendar_words;
mod csv;
mod event_ics;
mod events;
mod expiries;
mod history;
mod ics;
mod json;
mod meetings;
mod rows;
mod timezones;

use std::io::Write as _;
use std::path::Path;

use ipc_contract::tables::{ExportContent, ExportFormat, ExportRequest, Exported};
use tempfile::NamedTempFile;

use self::rows::Sheet;
use crate::calendar::Range;
use crate::decisions::today;
use crate::{Core, CoreError};

/// So many files of one name and day, and no more.
const MOST_OF_ONE_NAME: u32 = 1_000;

impl Core {
    /// Saves something in the person's folder of downloads.
    ///
    /// # Errors
    /// [`CoreError::NotSaved`] when it cannot be written, [`CoreError::InvalidInput`] for a calendar of anything
    /// but expiries and a group's calendar; else when there is nothing to be read.
    pub async fn export(&self, request: &ExportRequest) -> Result<Exported, CoreError> {
        let (extension, write): (_, Write) = match (request.format, &request.content) {
            (ExportFormat::Csv, _) => ("csv", csv::written),
            (ExportFormat::Json, _) => ("json", json::written),
            (ExportFormat::Ics, ExportContent::Expiries { group_ids }) => {
                return self.save_calendar(group_ids).await;
            }
            (
                ExportFormat::Ics,
                ExportContent::Calendar {
                    group_id,
                    first,
                    last,
                    time_zone,
                },
            ) => {
                let range = Range::new(*first, *last, time_zone)?;
                return self.save_events(group_id, &range).await;
            }
            (ExportFormat::Ics, _) => return Err(CoreError::invalid("format")),
        };
        let sheet = self.sheet(&request.content).await?;
        let rows = sheet.rows.len();
        let name = sheet.name.clone();
        let written = tokio::task::spawn_blocking(move || write(&sheet));
        let bytes = written.await.map_err(CoreError::internal)??;
        self.save_bytes(&name, extension, bytes, rows).await
    }

    /// Saves a file under a name of its own, off the asynchronous workers.
    async fn save_bytes(
        &self,
        name: &str,
        extension: &'static str,
        bytes: Vec<u8>,
        rows: usize,
    ) -> Result<Exported, CoreError> {
        let wanted = format!("{name}-{}", today(self.now()));
        let folder = self.options().downloads_dir.clone();
        tokio::task::spawn_blocking(move || save(&folder, &wanted, extension, &bytes, rows))
            .await
            .map_err(CoreError::internal)?
    }
}

type Write = fn(&Sheet) -> Result<Vec<u8>, CoreError>;

fn save(
    folder: &Path,
    wanted: &str,
    extension: &str,
    bytes: &[u8],
    rows: usize,
) -> Result<Exported, CoreError> {
    let file_name = place(folder, wanted, extension, bytes).map_err(|error| {
        let file = format!("{wanted}.{extension}");
        let reason = error.to_string();
        CoreError::NotSaved { file, reason }
    })?;
    Ok(Exported {
        file_name,
        folder: folder.display().to_string(),
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
    })
}

/// Puts a file under the first name that is free; that name.
fn place(folder: &Path, name: &str, extension: &str, bytes: &[u8]) -> std::io::Result<String> {
    std::fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::with_prefix_in(".saving-", folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    for number in 1..=MOST_OF_ONE_NAME {
        let file_name = match number {
            1 => format!("{name}.{extension}"),
            _ => format!("{name} ({number}).{extension}"),
        };
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn no_file_is_ever_written_over_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("groups-2026-11-24.csv"), "mine").unwrap();

        let names: Vec<_> = (0..2)
            .map(|_| place(folder.path(), "groups-2026-11-24", "csv", b"new").unwrap())
            .collect();

        assert_eq!(
            names,
            ["groups-2026-11-24 (2).csv", "groups-2026-11-24 (3).csv"]
        );
        let kept = fs::read(folder.path().join("groups-2026-11-24.csv")).unwrap();
        assert_eq!(kept, b"mine");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told_with_the_files_name() {
        let folder = tempfile::tempdir().unwrap();
        let occupied = folder.path().join("a file");
        fs::write(&occupied, "").unwrap();
        let refused = save(&occupied, "groups-2026-11-24", "json", b"[]", 0);
        assert!(matches!(
            refused,
            Err(CoreError::NotSaved { file, .. }) if file == "groups-2026-11-24.json"
        ));
    }
}
