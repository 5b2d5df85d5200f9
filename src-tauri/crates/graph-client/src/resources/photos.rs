//! Photos of groups and people, one by one and many to a request.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures::stream::StreamExt as _;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::{GroupRequests, GroupsRequests, UserRequests, UsersRequests};
use crate::batch::{BatchAnswer, BatchRequest};
use crate::error::{ErrorKind, GraphError, Stage};
use crate::models::{GroupId, Photo, PhotoSize, PhotoType, UserId};
use crate::odata::Query;
use crate::pipeline::{Mailbox, Pipeline, Request};

/// A photo has to be smaller (profilephoto-update.md).
pub const MAX_PHOTO_BYTES: usize = 4 * 1024 * 1024;

const GROUP_PHOTO: &str = "group.photo";
const USER_PHOTO: &str = "user.photo";

impl GroupRequests<'_> {
    /// The group's photo: `GET /groups/{id}/photos/{size}/$value` (profilephoto-get.md), `None` when
    /// it has none. Permission: `Group.Read.All`.
    ///
    /// # Errors
    /// 403 without that permission.
    pub async fn photo(&self, size: PhotoSize) -> Result<Option<Photo>, GraphError> {
        one(
            self.pipeline,
            GROUP_PHOTO,
            &path("groups", self.id.as_str(), size),
            self.mailbox(),
        )
        .await
    }

    /// Sets the group's photo: `PUT /groups/{id}/photo/$value` (profilephoto-update.md). Permission:
    /// `Group.ReadWrite.All`, delegated only, and being an owner.
    ///
    /// # Errors
    /// [`ErrorKind::OverLimit`], with nothing sent, for [`MAX_PHOTO_BYTES`] and more; 404 while the
    /// mailbox of a new group is being made.
    pub async fn set_photo(&self, bytes: Bytes, photo_type: PhotoType) -> Result<(), GraphError> {
        const OPERATION: &str = "group.setPhoto";
        if bytes.len() >= MAX_PHOTO_BYTES {
            let reason = format!("a photo of {} bytes; less than 4 MiB is taken", bytes.len());
            return Err(GraphError::over_limit(OPERATION, reason));
        }
        let url = self.url(&["photo", "$value"]);
        let request = Request::put(OPERATION, url).body(photo_type.as_str(), bytes);
        self.pipeline
            .send(request.in_mailbox(self.mailbox()))
            .await?;
        Ok(())
    }
}

impl UserRequests<'_> {
    /// The person's photo: `GET /users/{id}/photos/{size}/$value` (profilephoto-get.md), `None` when
    /// there is none. Permission: `User.ReadBasic.All`.
    ///
    /// # Errors
    /// 403 without that permission.
    pub async fn photo(&self, size: PhotoSize) -> Result<Option<Photo>, GraphError> {
        one(
            self.pipeline,
            USER_PHOTO,
            &path("users", self.id.as_str(), size),
            Mailbox::User(self.id.clone()),
        )
        .await
    }
}

impl GroupsRequests<'_> {
    /// The photo of each group, 20 to a request; as [`GroupRequests::photo`]. Each has its own error.
    pub async fn photos(
        &self,
        ids: &[GroupId],
        size: PhotoSize,
    ) -> Vec<(GroupId, Result<Option<Photo>, GraphError>)> {
        let requests = ids.iter().map(|id| {
            let segments = path("groups", id.as_str(), size);
            (id.clone(), asked(GROUP_PHOTO, &segments))
        });
        many(self.pipeline, GROUP_PHOTO, requests.collect()).await
    }
}

impl UsersRequests<'_> {
    /// The photo of each person, 20 to a request; as [`UserRequests::photo`]. Each has its own error.
    pub async fn photos(
        &self,
        ids: &[UserId],
        size: PhotoSize,
    ) -> Vec<(UserId, Result<Option<Photo>, GraphError>)> {
        let requests = ids.iter().map(|id| {
            let segments = path("users", id.as_str(), size);
            (id.clone(), asked(USER_PHOTO, &segments))
        });
        many(self.pipeline, USER_PHOTO, requests.collect()).await
    }
}

fn path<'a>(collection: &'a str, id: &'a str, size: PhotoSize) -> [&'a str; 5] {
    [collection, id, "photos", size.as_str(), "$value"]
}

async fn one(
    pipeline: &Pipeline,
    operation: &'static str,
    segments: &[&str],
    mailbox: Mailbox,
) -> Result<Option<Photo>, GraphError> {
    let request =
        Request::get(operation, pipeline.root().join(segments)).accept("image/*, application/json");
    match pipeline.send(request.in_mailbox(mailbox)).await {
        Ok(answer) => photo(operation, answer.status, &answer.headers, answer.body).map(Some),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

fn asked(operation: &'static str, segments: &[&str]) -> BatchRequest {
    BatchRequest::get(operation, segments, &Query::default())
}

async fn many<Id: Send + Sync>(
    pipeline: &Pipeline,
    operation: &'static str,
    requests: Vec<(Id, BatchRequest)>,
) -> Vec<(Id, Result<Option<Photo>, GraphError>)> {
    pipeline
        .batch(requests)
        .map(|(id, answer)| (id, batched(operation, answer)))
        .collect()
        .await
}

/// In a batch the picture is a text in base64.
fn batched(
    operation: &'static str,
    answer: Result<BatchAnswer, GraphError>,
) -> Result<Option<Photo>, GraphError> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) if error.is_not_found() => return Ok(None),
        Err(error) => return Err(error),
    };
    let bytes = match &answer.body {
        Value::String(text) => STANDARD.decode(text.trim()).ok(),
        _ => None,
    };
    let bytes = bytes.ok_or_else(|| no_photo(operation, answer.status))?;
    photo(operation, answer.status, &answer.headers, bytes.into()).map(Some)
}

fn photo(
    operation: &'static str,
    status: StatusCode,
    headers: &HeaderMap,
    bytes: Bytes,
) -> Result<Photo, GraphError> {
    let declared = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let content_type = declared.unwrap_or("image/jpeg").to_ascii_lowercase();
    if bytes.is_empty() || !content_type.starts_with("image/") {
        return Err(no_photo(operation, status));
    }
    Ok(Photo {
        bytes,
        content_type,
    })
}

fn no_photo(operation: &'static str, status: StatusCode) -> GraphError {
    let reason = "the answer is no picture";
    GraphError::new(ErrorKind::Shape, Stage::Decode, operation, reason)
        .with(|failure| failure.status = Some(status))
}
