//! Saving what the window shows as a file in the person's folder of downloads.
//!
//! Deliberately elsewhere: how a file gets there (`saving`), what the rows are made from (`groups`, `people`,
//! `changes`).

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

use ipc_contract::tables::{ExportContent, ExportFormat, ExportRequest, Exported};

use self::rows::Sheet;
use crate::calendar::Range;
use crate::decisions::today;
use crate::saving::{FileName, Saving};
use crate::{Core, CoreError};

impl Core {
    /// Saves something in the person's folder of downloads.
    ///
    /// # Errors
    /// [`CoreError::NotSaved`] when it cannot be written, [`CoreError::InvalidInput`] for a calendar of anything
    /// but expiries and a group's calendar; else when there is nothing to be read.
    pub async fn export(&self, request: &ExportRequest) -> Result<Exported, CoreError> {
        let (extension, write): (_, Write) = match (request.format, &request.content) {
            (ExportFormat::Json, ExportContent::Policies) => {
                let (bytes, parts) = self.policy_file().await?;
                return self.save_bytes("policies", "json", bytes, parts).await;
            }
            (_, ExportContent::Policies) => return Err(CoreError::invalid("format")),
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

    /// Saves a file under a name of its own.
    async fn save_bytes(
        &self,
        name: &str,
        extension: &'static str,
        bytes: Vec<u8>,
        rows: usize,
    ) -> Result<Exported, CoreError> {
        let name = FileName::new(&format!("{name}-{}", today(self.now())), extension);
        let folder = &self.options().downloads_dir;
        let saving = Saving::begin(folder, &name).await?;
        let file_name = saving.write(bytes.into()).await?.finish(&name).await?;
        Ok(Exported {
            file_name,
            folder: folder.display().to_string(),
            rows: u32::try_from(rows).unwrap_or(u32::MAX),
        })
    }
}

type Write = fn(&Sheet) -> Result<Vec<u8>, CoreError>;
