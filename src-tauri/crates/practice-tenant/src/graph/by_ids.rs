//! Many objects of the directory by their ids (directoryobject-getbyids.md): a
//! read, though it is a `POST`.

use serde::Deserialize;
use uuid::Uuid;

use super::access::{READ_GROUPS, READ_USERS};
use super::schema::{CONTACT, DEVICE, GROUP, SERVICE_PRINCIPAL, USER};
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::body::{Page, Shown};
use crate::odata::select::{Extent, Selection};
use crate::odata::{ODataError, Schema};
use crate::world::{DirectoryObject, ObjectKind};

/// How many ids one call may bring.
const MAX_IDS: usize = 1_000;
const SCHEMAS: &[&Schema] = &[&USER, &GROUP, &DEVICE, &SERVICE_PRINCIPAL, &CONTACT];
/// Types that can be asked for, whether or not the company has such objects.
const TYPES: [&str; 9] = [
    "directoryobject",
    "user",
    "group",
    "device",
    "serviceprincipal",
    "application",
    "orgcontact",
    "directoryrole",
    "administrativeunit",
];

#[derive(Deserialize)]
struct Asked {
    ids: Vec<String>,
    types: Option<Vec<String>>,
}

/// `POST /directoryObjects/getByIds`: what is not there is left out.
pub(super) fn get(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    if !reading.caller.has(READ_USERS) {
        reading.caller.require(READ_GROUPS)?;
    }
    let asked: Asked = serde_json::from_slice(&reading.call.body)
        .map_err(|error| ODataError::malformed(format!("Unable to read the body: {error}")))?;
    let types = check(&asked)?;
    let wants = |name: &str| {
        types.is_empty()
            || types
                .iter()
                .any(|known| known == name || known == "directoryobject")
    };
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, false);
    let find = |id: &String| {
        let user = reading.world.user_index(id).filter(|_| wants("user"));
        let user = user.and_then(|user| viewer.users([user]).pop());
        let group = || viewer.find(id).ok().filter(|_| wants("group"));
        let object = || {
            reading
                .world
                .object(id)
                .filter(|object| wants(name(object)))
        };
        user.or_else(|| Some(Entry::Group(&viewer, group()?)))
            .or_else(|| Some(Entry::Object(object()?)))
    };
    let selection = Selection::parse(query.select.as_deref(), SCHEMAS, Extent::Many)?;
    let shown = asked.ids.iter().filter_map(find).map(|object| Shown {
        object,
        selection: &selection,
        typed: true,
        context: None,
        expanded: Vec::new(),
    });
    Answer::json(&Page {
        context: format!(
            "{}/$metadata#directoryObjects{}",
            reading.call.root(),
            selection.context()
        ),
        count: None,
        next_link: None,
        delta_link: None,
        value: shown.collect(),
    })
}

/// The type of an object, in small letters.
fn name(object: &DirectoryObject) -> &'static str {
    match object.kind {
        ObjectKind::Device => "device",
        ObjectKind::ServicePrincipal => "serviceprincipal",
        ObjectKind::Contact => "orgcontact",
    }
}

fn check(asked: &Asked) -> Result<Vec<String>, ODataError> {
    if asked.ids.is_empty() || asked.ids.len() > MAX_IDS {
        return Err(ODataError::bad_request(format!(
            "The number of ids must be between 1 and {MAX_IDS}, not {}.",
            asked.ids.len()
        )));
    }
    if let Some(id) = asked.ids.iter().find(|id| Uuid::try_parse(id).is_err()) {
        return Err(ODataError::bad_request(format!("Invalid GUID:{id}")));
    }
    let types = asked.types.iter().flatten().map(|name| name.to_lowercase());
    let types: Vec<String> = types.collect();
    match types.iter().find(|name| !TYPES.contains(&name.as_str())) {
        Some(unknown) => Err(ODataError::bad_request(format!(
            "Invalid value specified for property 'types': '{unknown}'."
        ))),
        None => Ok(types),
    }
}
