//! Policies as a file: JSON with a version, written here and read back, from whichever tenant.

use ipc_contract::policies::{ExpirationInput, FileFault, SettingEntry};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::read::policies_document;
use super::{expiration, settings};
use crate::{Core, CoreError};

/// What such a file calls itself.
const FORMAT: &str = "tenure-policies";
const VERSION: u32 = 1;
/// Five thousand blocked words take some 100 kB.
const LARGEST: usize = 4 * 1024 * 1024;

/// A file's content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PolicyFile {
    format: String,
    version: u32,
    pub(crate) tenant_id: String,
    pub(crate) tenant_name: String,
    pub(crate) as_of: Timestamp,
    /// Absent where it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expiration: Option<FileExpiration>,
    /// Absent where they could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) settings: Option<Vec<FileSettings>>,
}

/// The expiration policy, or that there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct FileExpiration {
    pub(crate) policy: Option<ExpirationInput>,
}

/// Settings that were made from a template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FileSettings {
    pub(crate) template_id: String,
    pub(crate) display_name: String,
    pub(crate) values: Vec<SettingEntry>,
}

impl PolicyFile {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn read(text: &str) -> Result<Self, FileFault> {
        if text.len() > LARGEST {
            return Err(FileFault::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}');
        let value: Value = serde_json::from_str(text).map_err(|error| FileFault::NotJson {
            line: u32::try_from(error.line()).unwrap_or(u32::MAX),
        })?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(FileFault::NotPolicies);
        }
        let version = value.get("version").and_then(Value::as_u64);
        let version = version.and_then(|version| u32::try_from(version).ok());
        match version {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(FileFault::NewerVersion { version }),
            _ => return Err(damaged("version")),
        }
        let file: Self =
            serde_json::from_value(value).map_err(|error| damaged(&error.to_string()))?;
        file.check()
    }

    fn check(self) -> Result<Self, FileFault> {
        let policy = self
            .expiration
            .as_ref()
            .and_then(|part| part.policy.as_ref());
        if policy.is_some_and(|policy| expiration::check(policy).is_err()) {
            return Err(damaged("expiration"));
        }
        for made in self.settings.iter().flatten() {
            let names: std::collections::HashSet<&str> = made
                .values
                .iter()
                .map(|entry| entry.name.as_str())
                .collect();
            if names.len() != made.values.len() || uuid::Uuid::try_parse(&made.template_id).is_err()
            {
                return Err(damaged(&made.display_name));
            }
        }
        Ok(self)
    }
}

fn damaged(at: &str) -> FileFault {
    FileFault::Damaged { at: at.to_owned() }
}

impl Core {
    /// The tenant's policies as a file, and how many parts it has.
    pub(crate) async fn policy_file(&self) -> Result<(Vec<u8>, usize), CoreError> {
        let session = self.session()?;
        let known = match policies_document(&session).await? {
            Some(known) => known,
            None => self.read_all_policies(&session).await?,
        };
        let (policies, as_of) = (known.value, known.as_of);
        let made = policies.settings.known().map(|made| {
            let made = made.iter().filter_map(|made| {
                let id = made.template_id.as_ref()?.to_string();
                Some(FileSettings {
                    display_name: made.display_name.clone().unwrap_or_else(|| id.clone()),
                    template_id: id,
                    values: settings::entries(Some(made))?,
                })
            });
            made.collect::<Vec<_>>()
        });
        let file = PolicyFile {
            format: FORMAT.to_owned(),
            version: VERSION,
            tenant_id: session.account.tenant_id.clone(),
            tenant_name: session.account.tenant_name.clone(),
            as_of,
            expiration: policies.expiration.known().map(|policy| FileExpiration {
                policy: policy.as_ref().map(expiration::input),
            }),
            settings: made,
        };
        let parts = file.settings.as_ref().map_or(0, Vec::len)
            + usize::from(
                file.expiration
                    .as_ref()
                    .is_some_and(|part| part.policy.is_some()),
            );
        let mut bytes = serde_json::to_vec_pretty(&file).map_err(CoreError::internal)?;
        bytes.push(b'\n');
        Ok((bytes, parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_said() {
        let read = |text: &str| PolicyFile::read(text).unwrap_err();
        assert_eq!(read("{\n\"format\": "), FileFault::NotJson { line: 2 });
        assert_eq!(read("[]"), FileFault::NotPolicies);
        let newer = r#"{"format":"tenure-policies","version":7}"#;
        assert_eq!(read(newer), FileFault::NewerVersion { version: 7 });
        let without = r#"{"format":"tenure-policies","version":1}"#;
        assert!(matches!(read(without), FileFault::Damaged { at } if at.contains("tenantId")));
        assert_eq!(read(&" ".repeat(LARGEST + 1)), FileFault::TooLarge);
    }
}
