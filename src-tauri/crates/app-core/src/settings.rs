//! What the person has set, kept as one value beside the accounts.

use ipc_contract::settings::Settings;

use crate::{Core, CoreError};

const KEY: &str = "settings";

impl Core {
    /// What was set. Something unreadable counts as never set: no setting is worth a failed start.
    pub async fn settings(&self) -> Settings {
        let stored = self.settings_store().get(KEY).await.ok().flatten();
        stored
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Sets it, and moves the tokens when their protection changes.
    ///
    /// # Errors
    /// When it cannot be kept; then the former settings stay in force.
    pub async fn set_settings(&self, settings: Settings) -> Result<Settings, CoreError> {
        let before = self.settings().await;
        if before.token_protection != settings.token_protection {
            self.protect_tokens(settings.token_protection).await?;
        }
        let text = serde_json::to_string(&settings).map_err(CoreError::internal)?;
        self.settings_store().set(KEY, &text).await?;
        Ok(settings)
    }
}
