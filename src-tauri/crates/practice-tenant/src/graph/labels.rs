//! `assignedLabels` of groups (resources/assignedlabel.md, group-update.md): how they are shown, and what
//! creations and changes may hold of them. Which labels there are is in `world::labels`.

use serde_json::{Value, json};

use super::sent::Sent;
use crate::odata::{Field, ODataError};
use crate::world::{Group, Rules, labels};

const PROPERTY: &str = "assignedLabels";

/// A group's labels with their names; none while the tenant has no labels for groups.
pub(super) fn shown<'a>(rules: &Rules, group: &Group) -> Field<'a> {
    let assigned = group.label.as_deref().filter(|_| rules.labels);
    let label = assigned.and_then(labels::by_id);
    let shown = label.map(|label| json!({"labelId": label.id, "displayName": label.display_name}));
    Field::Objects(shown.into_iter().collect())
}

/// The id of the label that was sent, nothing for an empty list; absent when labels are not spoken of. Names
/// are read-only and left unread.
pub(super) fn sent(
    rules: &Rules,
    sent: &Sent,
    unified: bool,
) -> Result<Option<Option<String>>, ODataError> {
    let Some(value) = sent.value(PROPERTY) else {
        return Ok(None);
    };
    if !rules.labels {
        return Err(ODataError::bad_request(
            "Sensitivity labels are not enabled for groups in this tenant.",
        ));
    }
    let wrong = || ODataError::invalid_value(PROPERTY);
    match value.as_array().ok_or_else(wrong)?.as_slice() {
        [] => Ok(Some(None)),
        [one] if unified => {
            let id = one.get("labelId").and_then(Value::as_str);
            let label = id.and_then(labels::by_id).ok_or_else(wrong)?;
            Ok(Some(Some(label.id.to_owned())))
        }
        _ => Err(wrong()),
    }
}
