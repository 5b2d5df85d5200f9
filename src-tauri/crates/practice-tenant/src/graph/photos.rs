//! Photos of groups and people (profilephoto-get.md, profilephoto-update.md):
//! most have none. Those that somebody set are answered as they were sent,
//! whatever size is asked for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::StatusCode;
use imagesize::ImageType;
use serde_json::{Value, json};

use super::access::READ_USERS;
use super::contents::items::{Named, PLANNER, page, single};
use super::contents::{Area, enter_mailbox};
use super::writing::Writing;
use super::{Answer, Call, Payload, Reading};
use crate::odata::ODataError;
use crate::world::photos::{Photo, SetPhoto};
use crate::world::pictures::{self, Subject};
use crate::world::{Change, Part};

/// The sides in pixels that the service keeps.
const SIDES: [u32; 9] = [48, 64, 96, 120, 240, 360, 432, 504, 648];
/// The service takes less than this, in bytes.
const MAX_BYTES: usize = 4 * 1024 * 1024;
const READ: &[&str] = &["ProfilePhoto.Read.All", "ProfilePhoto.ReadWrite.All"];
const WRITE: &[&str] = &["ProfilePhoto.ReadWrite.All", "Group.ReadWrite.All"];

/// `GET …/photo`, `/photo/$value`, `/photos` and `/photos/{size}/$value` of a
/// group; `words` begins at `photo`.
pub(super) fn of_group(
    reading: &Reading<'_>,
    id: &str,
    words: &[&str],
) -> Result<Answer, ODataError> {
    let group = enter_mailbox(reading, id)?;
    let drawn = reading.world.contents.were_drawn(&group.id);
    let context = format!("groups('{}')", group.id);
    let owner = (Subject::Group, group.id.as_str());
    answer(reading, (owner, drawn), &context, words)
}

/// The same of a person.
pub(super) fn of_user(
    reading: &Reading<'_>,
    id: &str,
    words: &[&str],
) -> Result<Answer, ODataError> {
    let found = reading.world.user_index(id);
    if found == Some(reading.caller.user) {
        reading.caller.require_me()?;
    } else if !reading.caller.has(READ) {
        reading.caller.require(READ_USERS)?;
    }
    let user = found
        .and_then(|index| reading.world.user(index))
        .ok_or_else(|| ODataError::not_found(id))?;
    let context = format!("users('{}')", user.id);
    answer(
        reading,
        ((Subject::Person, &user.id), true),
        &context,
        words,
    )
}

type Whose<'a> = ((Subject, &'a str), bool);

fn answer(
    reading: &Reading<'_>,
    whose: Whose<'_>,
    context: &str,
    words: &[&str],
) -> Result<Answer, ODataError> {
    let named = |tail: &str| Named {
        context: format!("{}/$metadata#{context}/{tail}", reading.call.root()),
        type_name: "profilePhoto",
    };
    let photo = |side| find(reading, whose, side).ok_or_else(|| missing(whose.0.0));
    match words {
        ["photo"] => single(reading.call, &named("photo"), shown(&photo(None)?)),
        ["photo", "$value"] => Ok(value(photo(None)?)),
        ["photos"] => {
            let sides = SIDES.map(Some).into_iter();
            let mut shown: Vec<Value> = sides
                .filter_map(|side| find(reading, whose, side))
                .map(|photo| shown(&photo))
                .collect();
            shown.dedup();
            page(reading.call, &PLANNER, &named("photos"), shown)
        }
        ["photos", size] => {
            let photo = photo(Some(side(size)?))?;
            single(reading.call, &named("photos"), shown(&photo))
        }
        ["photos", size, "$value"] => Ok(value(photo(Some(side(size)?))?)),
        _ => Err(ODataError::no_segment(words.last().unwrap_or(&""))),
    }
}

/// `240x240` and the like.
fn side(size: &str) -> Result<u32, ODataError> {
    let side = size.split_once('x').and_then(|(width, height)| {
        let width: u32 = width.parse().ok()?;
        (height.parse() == Ok(width)).then_some(width)
    });
    side.filter(|side| SIDES.contains(side)).ok_or_else(|| {
        ODataError::new(
            StatusCode::BAD_REQUEST,
            "ErrorInvalidImageId",
            format!("The photo size '{size}' is not valid."),
        )
    })
}

fn find(
    reading: &Reading<'_>,
    ((subject, id), drawn): Whose<'_>,
    side: Option<u32>,
) -> Option<Photo> {
    if let Some(photo) = reading.world.photos.of(id) {
        return Some(photo.clone());
    }
    if drawn && pictures::exists(subject, id) {
        Photo::drawn(subject, id, side)
    } else {
        None
    }
}

fn missing(subject: Subject) -> ODataError {
    match subject {
        Subject::Group => ODataError::new(
            StatusCode::NOT_FOUND,
            "ErrorItemNotFound",
            "The specified object was not found in the store., The photo wasn't found.",
        ),
        Subject::Person => ODataError::new(
            StatusCode::NOT_FOUND,
            "ImageNotFound",
            "The photo wasn't found.",
        ),
    }
}

fn shown(photo: &Photo) -> Value {
    json!({
        "@odata.mediaContentType": photo.media_type,
        "@odata.mediaEtag": format!("W/{}", photo.etag()),
        "id": format!("{}x{}", photo.width, photo.height),
        "height": photo.height,
        "width": photo.width,
    })
}

fn value(photo: Photo) -> Answer {
    Answer {
        status: StatusCode::OK,
        headers: vec![("etag", photo.etag())],
        payload: Payload::Bytes {
            media_type: photo.media_type,
            bytes: photo.bytes,
        },
    }
}

/// `PUT` and `PATCH /groups/{id}/photo/$value`, by an owner or an administrator.
pub(super) fn set(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    if !writing.caller.has(WRITE) {
        return Err(Area::Photo.denied());
    }
    let photo = read(writing.call)?;
    writing.write(|world| {
        let (place, group) = writing.group(world, id)?;
        if !world.provisioned(place, Part::Mailbox, writing.now()) {
            return Err(ODataError::no_mailbox());
        }
        if !writing.caller.may_manage(group) {
            return Err(Area::Photo.denied());
        }
        Ok(Change::Photo {
            group: group.id.clone(),
            user: writing.user(),
            photo,
            at: writing.now(),
        })
    })?;
    Ok(Answer::empty(StatusCode::OK))
}

/// The picture that a call brings.
fn read(call: &Call) -> Result<SetPhoto, ODataError> {
    let declared = call.header("content-type").unwrap_or_default();
    let declared = declared.split(';').next().unwrap_or_default().trim();
    if !["image/jpeg", "image/png"].contains(&declared) {
        return Err(ODataError::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "BadRequest",
            "The content type of a photo must be image/jpeg.",
        ));
    }
    let bytes = unwrapped(&call.body);
    if bytes.len() >= MAX_BYTES {
        return Err(ODataError::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "RequestEntityTooLarge",
            "The size of a photo must be less than 4 MB.",
        ));
    }
    let media_type = match imagesize::image_type(&bytes) {
        Ok(ImageType::Jpeg) => "image/jpeg",
        Ok(ImageType::Png) => "image/png",
        _ => return Err(no_picture()),
    };
    let size = imagesize::blob_size(&bytes).map_err(|_| no_picture())?;
    let pixels = |side: usize| u32::try_from(side).map_err(|_| no_picture());
    let size = (pixels(size.width)?, pixels(size.height)?);
    Ok(SetPhoto::new(size, media_type, &bytes))
}

/// In a batch, bytes come as text in base64.
fn unwrapped(body: &Bytes) -> Bytes {
    let text = serde_json::from_slice::<String>(body).ok();
    let bytes = text.and_then(|text| STANDARD.decode(text).ok());
    bytes.map_or_else(|| body.clone(), Bytes::from)
}

fn no_picture() -> ODataError {
    ODataError::new(
        StatusCode::BAD_REQUEST,
        "ErrorInvalidImage",
        "The content is not a picture that can be used as a photo.",
    )
}
