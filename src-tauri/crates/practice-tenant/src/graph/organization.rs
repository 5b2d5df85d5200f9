//! The tenant itself (organization-list.md).

use serde_json::{Map, Value, json};

use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::{COMPANY, DOMAIN};

/// `GET /organization` and `GET /organization/{id}`
pub(super) fn get(reading: &Reading<'_>, id: Option<&str>) -> Result<Answer, ODataError> {
    reading.caller.require_me()?;
    let query = reading.call.options()?;
    let organization = select(
        organization(&reading.world.tenant_id),
        query.select.as_deref(),
    )?;
    let context = format!("{}/$metadata#organization", reading.call.root());
    match id {
        None => Answer::json(&json!({"@odata.context": context, "value": [organization]})),
        Some(id) if id.eq_ignore_ascii_case(&reading.world.tenant_id) => {
            let mut body = json!({"@odata.context": format!("{context}/$entity")});
            if let Some(body) = body.as_object_mut() {
                body.extend(organization);
            }
            Answer::json(&body)
        }
        Some(id) => Err(ODataError::not_found(id)),
    }
}

fn organization(tenant_id: &str) -> Map<String, Value> {
    let body = json!({
        "id": tenant_id,
        "deletedDateTime": null,
        "businessPhones": [],
        "city": "Łódź",
        "country": null,
        "countryLetterCode": "PL",
        "createdDateTime": "2019-03-04T09:12:31Z",
        "defaultUsageLocation": null,
        "displayName": COMPANY,
        "marketingNotificationEmails": [],
        "onPremisesLastSyncDateTime": null,
        "onPremisesSyncEnabled": null,
        "postalCode": null,
        "preferredLanguage": "en",
        "securityComplianceNotificationMails": [],
        "securityComplianceNotificationPhones": [],
        "state": null,
        "street": null,
        "technicalNotificationMails": [format!("it-help@{DOMAIN}")],
        "tenantType": "AAD",
        "assignedPlans": [],
        "provisionedPlans": [],
        "verifiedDomains": [{
            "capabilities": "Email, OfficeCommunicationsOnline",
            "isDefault": true,
            "isInitial": true,
            "name": DOMAIN,
            "type": "Managed",
        }],
    });
    match body {
        Value::Object(properties) => properties,
        _ => Map::new(),
    }
}

/// Keeps the properties that `$select` names.
pub(super) fn select(
    properties: Map<String, Value>,
    select: Option<&str>,
) -> Result<Map<String, Value>, ODataError> {
    let Some(select) = select else {
        return Ok(properties);
    };
    let names: Vec<&str> = select.split(',').map(str::trim).collect();
    for name in &names {
        if !properties.contains_key(*name) {
            return Err(ODataError::no_property(name, "organization"));
        }
    }
    Ok(properties
        .into_iter()
        .filter(|(name, _)| names.contains(&name.as_str()))
        .collect())
}
