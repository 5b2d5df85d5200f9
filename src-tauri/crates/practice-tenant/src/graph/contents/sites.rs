//! The group's site (site-get.md).

use serde_json::json;
use uuid::Uuid;

use super::Held;
use super::items::{Named, single};
use crate::graph::Answer;
use crate::odata::ODataError;

/// Where the company's sites are.
pub(super) const HOST: &str = "contoso-practice.sharepoint.example";

/// `GET /groups/{id}/sites/root`
pub(super) fn root(held: &Held<'_>) -> Result<Answer, ODataError> {
    let named = Named {
        context: held.context("sites"),
        type_name: "site",
    };
    let drive = &held.content.drive;
    let modified = drive.root().map(|root| drive.modified(root));
    let guid = |name: &str| {
        let group = Uuid::try_parse(&held.group.id).unwrap_or_default();
        Uuid::new_v5(&group, name.as_bytes())
    };
    let site = json!({
        "id": format!("{HOST},{},{}", guid("site"), guid("web")),
        "name": held.group.mail_nickname,
        "displayName": held.group.display_name,
        "description": held.group.description.as_deref().unwrap_or_default(),
        "webUrl": held.site(),
        "createdDateTime": held.group.created,
        "lastModifiedDateTime": modified,
        "root": {},
        "siteCollection": {"hostname": HOST},
    });
    single(held.reading.call, &named, site)
}
