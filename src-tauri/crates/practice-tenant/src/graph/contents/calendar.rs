//! The group's one calendar (group-get-calendar.md).

use serde_json::json;

use super::Held;
use super::access::may_write_calendar;
use super::items::{Named, single};
use crate::graph::Answer;
use crate::odata::ODataError;

/// `GET /groups/{id}/calendar`
pub(super) fn get(held: &Held<'_>) -> Result<Answer, ODataError> {
    let named = Named {
        context: held.context("calendar"),
        type_name: "calendar",
    };
    let mailbox = held.mailbox();
    let calendar = json!({
        "id": format!("AAMkCal{}", held.group.id.replace('-', "")),
        "name": "Calendar",
        "color": "auto",
        "hexColor": "",
        "isDefaultCalendar": true,
        "changeKey": "DxYSthXJXEWwAQSYQnXvIgAAIxGttg==",
        "canShare": false,
        "canViewPrivateItems": true,
        "canEdit": may_write_calendar(held.reading.caller, held.group),
        "isRemovable": false,
        "isTallyingResponses": false,
        "allowedOnlineMeetingProviders": ["teamsForBusiness"],
        "defaultOnlineMeetingProvider": "teamsForBusiness",
        "owner": mailbox["emailAddress"],
    });
    single(held.reading.call, &named, calendar)
}
