//! Photos of groups and people.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use practice_tenant::PracticeOptions;
use reqwest::Method;
use serde_json::json;

use crate::client::{Client, id, options, start, start_with};

/// One pixel.
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async fn set(client: &Client, group: &str, media_type: &str, bytes: Vec<u8>) -> u16 {
    let request = client
        .request(Method::PUT, &format!("/groups/{group}/photo/$value"))
        .header("Content-Type", media_type)
        .body(bytes);
    client.send(request).await.status
}

#[tokio::test]
async fn some_groups_and_people_have_a_photo_and_the_others_say_so() {
    let client = start().await;
    let (mut with, mut without) = (0, 0);
    for group in client.owned_ids().await {
        let photo = client.get(&format!("/groups/{group}/photo")).await;
        match photo.status {
            200 => {
                with += 1;
                assert_eq!(photo.json()["@odata.mediaContentType"], "image/png");
                let small = format!("/groups/{group}/photos/48x48/$value");
                let small = client.send_for_bytes(&small).await;
                assert_eq!(imagesize::blob_size(&small).unwrap().width, 48);
            }
            _ => {
                without += 1;
                assert_eq!(photo.code(), "ErrorItemNotFound");
            }
        }
    }
    assert!(with > 5 && without > with, "{with} with, {without} without");
    let people = client.get("/users?$top=60&$select=id").await.value();
    let mut statuses = Vec::new();
    for person in &people {
        let path = format!("/users/{}/photo/$value", id(person));
        statuses.push(client.get(&path).await.status);
    }
    assert!(statuses.contains(&200) && statuses.contains(&404));
}

#[tokio::test]
async fn a_photo_that_an_owner_set_is_shown_and_survives() {
    let folder = tempfile::tempdir().unwrap();
    let options = PracticeOptions {
        state: Some(folder.path().join("state.jsonl")),
        ..options()
    };
    let client = start_with(options.clone()).await;
    let group = client.owned_ids().await.remove(3);
    let picture = STANDARD.decode(PIXEL).unwrap();
    assert_eq!(
        set(&client, &group, "image/png", picture.clone()).await,
        200
    );
    let value = format!("/groups/{group}/photo/$value");
    assert_eq!(client.send_for_bytes(&value).await, picture);
    client.practice.shutdown().await;

    let client = start_with(options).await;
    let photo = client.get(&format!("/groups/{group}/photo")).await.json();
    assert_eq!((&photo["id"], &photo["width"]), (&json!("1x1"), &json!(1)));
    assert_eq!(client.send_for_bytes(&value).await, picture);
}

#[tokio::test]
async fn a_batch_carries_photos_in_base64() {
    let client = start().await;
    let group = client.owned_ids().await.remove(2);
    let answer = client
        .batch(json!([
            {
                "id": "1",
                "method": "PUT",
                "url": format!("/groups/{group}/photo/$value"),
                "headers": {"Content-Type": "image/png"},
                "body": PIXEL,
            },
            {"id": "2", "method": "GET", "url": format!("/groups/{group}/photo/$value"), "dependsOn": ["1"]},
        ]))
        .await
        .json();
    let responses = answer["responses"].as_array().unwrap();
    let got = responses
        .iter()
        .find(|response| response["id"] == "2")
        .unwrap();
    assert_eq!(got["body"], PIXEL);
    assert_eq!(got["headers"]["Content-Type"], "image/png");
}

#[tokio::test]
async fn what_is_no_small_picture_is_refused() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let picture = STANDARD.decode(PIXEL).unwrap();
    assert_eq!(
        set(&client, &group, "image/gif", picture.clone()).await,
        415
    );
    assert_eq!(
        set(&client, &group, "image/jpeg", b"no picture".to_vec()).await,
        400
    );
    let mut large = picture.clone();
    large.resize(4 * 1024 * 1024, 0);
    assert_eq!(set(&client, &group, "image/png", large).await, 413);
    let reader = "User.Read Group.Read.All";
    let client = client
        .signed_in("nadia.haddad@contoso-practice.example", reader)
        .await;
    assert_eq!(set(&client, &group, "image/png", picture).await, 403);
}
