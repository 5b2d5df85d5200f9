//! How tables were left, kept as one value beside the settings.

use ipc_contract::tables::TableLayout;

use crate::{Core, CoreError};

const KEY: &str = "tableLayout";

impl Core {
    /// How the table of groups was left. Something unreadable counts as never set.
    pub async fn table_layout(&self) -> TableLayout {
        let stored = self.settings_store().get(KEY).await.ok().flatten();
        stored
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Keeps how the table of groups is left.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn set_table_layout(&self, layout: TableLayout) -> Result<(), CoreError> {
        let text = serde_json::to_string(&layout).map_err(CoreError::internal)?;
        Ok(self.settings_store().set(KEY, &text).await?)
    }
}
