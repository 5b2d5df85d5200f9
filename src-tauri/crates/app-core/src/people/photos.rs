//! Photos of people and groups: read many to a request and kept, also that there is none; a group's set.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use cache::{Document, DocumentKind};
use graph_client::models::{GroupId, Photo as GraphPhoto, PhotoSize, PhotoType, UserId};
use graph_client::resources::photos::MAX_PHOTO_BYTES;
use graph_client::{GraphClient, GraphError};
use identity::permissions::Step;
use ipc_contract::commands::PhotosLoaded;
use ipc_contract::events::Tag;
use ipc_contract::people::{Photo, PhotoSetRequest, PhotosRequest};
use jiff::{SignedDuration, Timestamp};

use super::members::parse;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// The contract's limit for one call.
const AT_ONCE: usize = 100;
/// Photos change rarely.
const FRESH_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Whoever has none may set one soon.
const NONE_FRESH_FOR: SignedDuration = SignedDuration::from_hours(24);
/// A picture that was set is kept as it is up to this size; a larger one is read again, made smaller.
const KEPT_AS_SET: usize = 64 * 1024;

/// A photo as an address, or that there is none.
type Kept = Document<Option<String>>;

/// What was read: by whose id, `None` where it could not be.
type Read = HashMap<String, Option<Option<String>>>;

impl Core {
    /// Photos for rows. Those that were seen before come from this machine.
    ///
    /// # Errors
    /// When more than 100 are asked for, or one of them by no directory id. One that cannot be read is
    /// missing.
    pub async fn photos(&self, request: &PhotosRequest) -> Result<PhotosLoaded, CoreError> {
        if request.ids.len() > AT_ONCE {
            return Err(CoreError::invalid("ids"));
        }
        let session = self.session()?;
        let known = self.kept_photos(&session, request.ids.clone()).await?;
        let now = session.service_now(self.now());
        let unknown: Vec<&String> = request
            .ids
            .iter()
            .filter(|id| known.get(*id).is_none_or(|photo| is_old(photo, now)))
            .collect();
        let read = if unknown.is_empty() {
            Read::new()
        } else {
            self.read_photos(&session, request.groups, &unknown).await?
        };
        let photos = request.ids.iter().map(|id| {
            let last = known.get(id).and_then(|photo| photo.value.clone());
            let data_url = read.get(id).cloned().flatten().unwrap_or(last);
            let id = id.clone();
            Photo { id, data_url }
        });
        Ok(PhotosLoaded {
            photos: photos.collect(),
        })
    }

    async fn kept_photos(
        &self,
        session: &ActiveSession,
        ids: Vec<String>,
    ) -> Result<HashMap<String, Kept>, CoreError> {
        session
            .cached(move |cache| {
                let mut known = HashMap::new();
                for id in ids {
                    if let Some(photo) = cache.document(DocumentKind::Photo, &id)? {
                        known.insert(id, photo);
                    }
                }
                Ok(known)
            })
            .await
    }

    async fn read_photos(
        &self,
        session: &ActiveSession,
        groups: bool,
        ids: &[&String],
    ) -> Result<Read, CoreError> {
        let client = session.client(self.host()).await?;
        let answers = if groups {
            of_groups(&client, ids).await?
        } else {
            of_people(&client, ids).await?
        };
        let read: Read = answers
            .into_iter()
            .map(|(id, answer)| {
                let photo = answer.map(|photo| photo.map(|photo| data_url(&photo)));
                (id, photo.ok())
            })
            .collect();
        let kept: Vec<_> = read
            .iter()
            .filter_map(|(id, photo)| Some((id.clone(), photo.clone()?)))
            .collect();
        let as_of = session.service_now(self.now());
        session
            .cached(move |cache| {
                for (id, photo) in kept {
                    cache.put_document(DocumentKind::Photo, &id, &photo, as_of)?;
                }
                Ok(())
            })
            .await?;
        Ok(read)
    }

    /// Sets a group's photo.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for what is neither JPEG nor PNG or has 4 MB or more;
    /// [`CoreError::OutcomeUnknown`] when the answer was lost: setting it once more does no harm.
    pub async fn set_group_photo(&self, request: &PhotoSetRequest) -> Result<(), CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        let id = parse(&request.group_id)?;
        let bytes = picture(&request.content).ok_or(CoreError::invalid("content"))?;
        let kind = picture_type(&bytes).ok_or(CoreError::invalid("content"))?;
        let client = session.client(self.host()).await?;
        match client.group(&id).set_photo(bytes.clone(), kind).await {
            Ok(()) => {}
            Err(error) if error.outcome_unknown() => return Err(CoreError::OutcomeUnknown(error)),
            Err(error) => return Err(error.into()),
        }
        self.keep_set(&session, &id, &bytes, kind).await?;
        self.changed(&[Tag::Details, Tag::Groups]);
        Ok(())
    }

    async fn keep_set(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        bytes: &Bytes,
        kind: PhotoType,
    ) -> Result<(), CoreError> {
        let content_type = match kind {
            PhotoType::Jpeg => "image/jpeg",
            PhotoType::Png => "image/png",
        };
        let picture = (bytes.len() <= KEPT_AS_SET).then(|| {
            data_url(&GraphPhoto {
                bytes: bytes.clone(),
                content_type: content_type.into(),
            })
        });
        let (key, as_of) = (id.to_string(), session.service_now(self.now()));
        session
            .cached(move |cache| {
                match picture {
                    Some(_) => cache.put_document(DocumentKind::Photo, &key, &picture, as_of)?,
                    None => cache.remove_document(DocumentKind::Photo, &key)?,
                }
                Ok(())
            })
            .await
    }
}

async fn of_groups(
    client: &GraphClient,
    ids: &[&String],
) -> Result<Vec<(String, Result<Option<GraphPhoto>, GraphError>)>, CoreError> {
    let ids = parsed(ids, |id| GroupId::parse(id).ok())?;
    let answers = client.groups().photos(&ids, PhotoSize::S48).await;
    Ok(answers
        .into_iter()
        .map(|(id, answer)| (id.to_string(), answer))
        .collect())
}

async fn of_people(
    client: &GraphClient,
    ids: &[&String],
) -> Result<Vec<(String, Result<Option<GraphPhoto>, GraphError>)>, CoreError> {
    let ids = parsed(ids, |id| UserId::parse(id).ok())?;
    let answers = client.users().photos(&ids, PhotoSize::S48).await;
    Ok(answers
        .into_iter()
        .map(|(id, answer)| (id.to_string(), answer))
        .collect())
}

fn parsed<Id>(ids: &[&String], parse: impl Fn(&str) -> Option<Id>) -> Result<Vec<Id>, CoreError> {
    let parsed = ids.iter().map(|id| parse(id));
    parsed
        .collect::<Option<_>>()
        .ok_or(CoreError::invalid("ids"))
}

fn is_old(photo: &Kept, now: Timestamp) -> bool {
    let fresh_for = match photo.value {
        Some(_) => FRESH_FOR,
        None => NONE_FRESH_FOR,
    };
    now.duration_since(photo.as_of) > fresh_for
}

fn data_url(photo: &GraphPhoto) -> String {
    let picture = STANDARD.encode(&photo.bytes);
    format!("data:{};base64,{picture}", photo.content_type)
}

fn picture(content: &str) -> Option<Bytes> {
    if content.len() / 4 * 3 >= MAX_PHOTO_BYTES + 3 {
        return None;
    }
    let bytes = STANDARD.decode(content).ok()?;
    (bytes.len() < MAX_PHOTO_BYTES).then(|| bytes.into())
}

/// By the first bytes: what the file is called says nothing.
fn picture_type(bytes: &[u8]) -> Option<PhotoType> {
    if bytes.starts_with(b"\xff\xd8\xff") {
        Some(PhotoType::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(PhotoType::Png)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_one_by_its_first_bytes_and_under_four_megabytes() {
        let decoded = |bytes: &[u8]| {
            let bytes = picture(&STANDARD.encode(bytes))?;
            picture_type(&bytes)
        };
        assert_eq!(decoded(b"\xff\xd8\xff\xe0rest"), Some(PhotoType::Jpeg));
        assert_eq!(decoded(b"\x89PNG\r\n\x1a\nrest"), Some(PhotoType::Png));
        assert_eq!(decoded(b"<svg xmlns=''/>"), None);
        assert_eq!(decoded(b"GIF89a"), None);
        let mut large = vec![0; MAX_PHOTO_BYTES];
        large[..3].copy_from_slice(b"\xff\xd8\xff");
        assert_eq!(decoded(&large), None);
        large.pop();
        assert_eq!(decoded(&large), Some(PhotoType::Jpeg));
    }
}
