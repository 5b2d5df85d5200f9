//! Photos.

use std::collections::HashMap;

use bytes::Bytes;
use graph_client::ErrorKind;
use graph_client::models::{PhotoSize, PhotoType};
use graph_client::resources::photos::MAX_PHOTO_BYTES;
use serde_json::json;
use wiremock::{MockServer, ResponseTemplate};

use super::batch_server::{answering, failed, items_sent};
use super::{GROUP, client_of, graph_error, group_id, group_ids, serving, user_id, user_ids};

const PICTURE: &[u8] = b"\xff\xd8\xff\x00picture";

#[tokio::test]
async fn a_photo_is_bytes_of_a_type_in_the_size_that_was_asked_for() {
    let address = format!("/users/{}/photos/96x96/$value", user_id());
    let answer = ResponseTemplate::new(200).set_body_raw(PICTURE, "image/png");
    let server = serving("GET", &address, answer).await;
    let client = client_of(&server);
    let photo = client.user(&user_id()).photo(PhotoSize::S96).await;
    let photo = photo.unwrap().unwrap();
    assert_eq!(
        (&photo.bytes[..], photo.content_type.as_str()),
        (PICTURE, "image/png")
    );
    let accept = &server.received_requests().await.unwrap()[0].headers["accept"];
    assert!(accept.to_str().unwrap().starts_with("image/"));
}

#[tokio::test]
async fn no_photo_is_none_and_a_web_page_is_none_either_but_an_error() {
    let address = format!("/groups/{GROUP}/photos/48x48/$value");
    let none = graph_error(404, "ImageNotFound", json!(null));
    let server = serving("GET", &address, none).await;
    let client = client_of(&server);
    let photo = client.group(&group_id()).photo(PhotoSize::S48).await;
    assert_eq!(photo.unwrap(), None);

    let page = ResponseTemplate::new(200).set_body_raw("<html>", "text/html");
    let server = serving("GET", &address, page).await;
    let client = client_of(&server);
    let photo = client.group(&group_id()).photo(PhotoSize::S48).await;
    assert_eq!(photo.unwrap_err().kind(), &ErrorKind::Shape);
}

#[tokio::test]
async fn a_photo_is_put_as_it_is() {
    let address = format!("/groups/{GROUP}/photo/$value");
    let server = serving("PUT", &address, ResponseTemplate::new(200)).await;
    let client = client_of(&server);
    let group = client.group(&group_id());
    let set = group.set_photo(Bytes::from_static(PICTURE), PhotoType::Jpeg);
    set.await.unwrap();
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests[0].body, PICTURE);
    assert_eq!(requests[0].headers["content-type"], "image/jpeg");
}

#[tokio::test]
async fn a_photo_of_four_megabytes_is_not_sent() {
    let server = MockServer::start().await;
    let client = client_of(&server);
    let large = Bytes::from(vec![0; MAX_PHOTO_BYTES]);
    let group = client.group(&group_id());
    let error = group.set_photo(large, PhotoType::Jpeg).await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::OverLimit);
    assert!(server.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn photos_of_rows_come_twenty_to_a_request_each_with_its_own_fate() {
    let server = answering(|item| match item["id"].as_str().unwrap() {
        "0" => json!({ "status": 200, "headers": { "Content-Type": "image/jpeg" }, "body": "/9j/AHBpY3R1cmU=" }),
        "1" => failed(404, "ImageNotFound"),
        "2" => failed(403, "ErrorAccessDenied"),
        _ => json!({ "status": 200, "headers": { "Content-Type": "image/jpeg" }, "body": "no base64!" }),
    })
    .await;

    let ids = group_ids(4);
    let photos = client_of(&server)
        .groups()
        .photos(&ids, PhotoSize::S48)
        .await;

    let photos: HashMap<_, _> = photos.into_iter().collect();
    let photo = photos[&ids[0]].as_ref().unwrap().as_ref().unwrap();
    assert_eq!(photo.bytes, PICTURE);
    assert_eq!(photos[&ids[1]].as_ref().unwrap(), &None);
    assert!(photos[&ids[2]].as_ref().unwrap_err().is_not_allowed());
    let broken = photos[&ids[3]].as_ref().unwrap_err();
    assert_eq!(broken.kind(), &ErrorKind::Shape);
}

#[tokio::test]
async fn peoples_photos_are_asked_for_at_the_people() {
    let server = answering(|_| failed(404, "ImageNotFound")).await;
    let people = user_ids(40);
    let photos = client_of(&server)
        .users()
        .photos(&people, PhotoSize::S64)
        .await;
    assert_eq!(photos.len(), 40);
    assert_eq!(server.received_requests().await.unwrap().len(), 2);
    let url = format!("/users/{}/photos/64x64/$value", people[0]);
    let items = items_sent(&server).await;
    assert!(items.iter().any(|item| item["url"] == url));
}
