//! Posts and their attachments.

use futures::TryStreamExt as _;
use graph_client::models::{
    AttachmentId, AttachmentKind, BodyType, Post, PostForward, PostId, Recipient, ThreadId,
};
use graph_client::resources::PostRequests;
use graph_client::{ErrorKind, GraphClient};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{GROUP, body_sent, client_of, graph_error, group_id, query_sent, serving};

fn posts_address() -> String {
    format!("/groups/{GROUP}/threads/t=/posts")
}

fn content_address() -> String {
    format!("{}/p%2F1/attachments/a=/$value", posts_address())
}

fn post(client: &GraphClient) -> PostRequests<'_> {
    let thread = client
        .group(&group_id())
        .thread(&ThreadId::parse("t=").unwrap());
    thread.post(&PostId::parse("p/1").unwrap())
}

fn attachment() -> AttachmentId {
    AttachmentId::parse("a=").unwrap()
}

#[tokio::test]
async fn posts_come_with_their_attachments_named_and_not_loaded() {
    let answer = json!({ "value": [{
        "id": "p/1", "hasAttachments": true, "receivedDateTime": "2026-03-01T08:00:00Z",
        "body": { "contentType": "html", "content": "<p>Hello</p>" },
        "from": { "emailAddress": { "name": "Ada", "address": "ada@contoso.example" } },
        "attachments": [
            { "@odata.type": "#microsoft.graph.fileAttachment", "id": "a=", "name": "plan.txt", "size": 70 },
            { "@odata.type": "#microsoft.graph.laterAttachment", "id": "b=" },
        ],
    }] });
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    let server = serving("GET", &posts_address(), answer).await;
    let client = client_of(&server);
    let thread = client
        .group(&group_id())
        .thread(&ThreadId::parse("t=").unwrap());

    let posts: Vec<Post> = thread
        .posts_with_attachments(50)
        .items()
        .try_collect()
        .await
        .unwrap();

    let body = posts[0].body.as_ref().unwrap();
    assert_eq!(
        (&body.content_type, body.content.as_str()),
        (&BodyType::Html, "<p>Hello</p>")
    );
    let attachments = posts[0].attachments.as_ref().unwrap();
    assert_eq!(attachments[0].kind, Some(AttachmentKind::File));
    assert_eq!(attachments[0].size, Some(70));
    let later = "#microsoft.graph.laterAttachment".to_owned();
    assert_eq!(attachments[1].kind, Some(AttachmentKind::Unknown(later)));
    let expand = query_sent(&server)
        .await
        .into_iter()
        .find(|(name, _)| name == "$expand");
    assert_eq!(
        expand.unwrap().1,
        "attachments($select=id,name,contentType,size,isInline,lastModifiedDateTime)"
    );
}

#[tokio::test]
async fn a_post_is_passed_on_once() {
    let address = format!("{}/p%2F1/forward", posts_address());
    let server = serving("POST", &address, ResponseTemplate::new(504)).await;
    let client = client_of(&server);
    let forward = PostForward {
        comment: Some("For you".into()),
        to_recipients: vec![Recipient::new(None, "bo@contoso.example")],
    };
    let error = post(&client).forward(&forward).await.unwrap_err();
    assert!(error.outcome_unknown());
    assert_eq!(
        body_sent(&server).await,
        json!({ "comment": "For you", "toRecipients": [{ "emailAddress": { "address": "bo@contoso.example" } }] })
    );
}

#[tokio::test]
async fn an_attachment_comes_in_pieces_whose_number_of_bytes_is_known_before() {
    let content: Vec<u8> = (0..3_000_000_u32)
        .map(|byte| byte.to_le_bytes()[0])
        .collect();
    let answer = ResponseTemplate::new(200).set_body_raw(content.clone(), "image/png");
    let server = serving("GET", &content_address(), answer).await;
    let client = client_of(&server);

    let arriving = post(&client)
        .attachment_content(&attachment())
        .await
        .unwrap();

    assert_eq!(arriving.length, Some(3_000_000));
    assert_eq!(arriving.content_type.as_deref(), Some("image/png"));
    let pieces: Vec<_> = arriving.pieces().try_collect().await.unwrap();
    assert!(pieces.len() > 1);
    assert_eq!(pieces.concat(), content);
}

#[tokio::test]
async fn where_bytes_alone_are_not_offered_they_are_taken_out_of_the_attachment() {
    let server = MockServer::start().await;
    let refused = graph_error(400, "ErrorInvalidRequest", json!(null));
    let whole = json!({ "id": "a=", "contentType": "text/plain", "contentBytes": "c29vbg==" });
    let whole = ResponseTemplate::new(200).set_body_json(whole);
    let address = content_address();
    let attachment_itself = address.trim_end_matches("/$value");
    for (address, answer) in [(address.as_str(), refused), (attachment_itself, whole)] {
        Mock::given(path(format!("/v1.0{address}")))
            .respond_with(answer)
            .mount(&server)
            .await;
    }
    let client = client_of(&server);
    let content = post(&client)
        .attachment_content(&attachment())
        .await
        .unwrap();
    assert_eq!(content.length, Some(4));
    assert_eq!(&content.bytes().await.unwrap()[..], b"soon");
}

#[tokio::test]
async fn a_link_has_no_content() {
    let link = json!({ "@odata.type": "#microsoft.graph.referenceAttachment", "id": "a=" });
    let server = MockServer::start().await;
    for (address, answer) in [
        (content_address(), ResponseTemplate::new(405)),
        (
            content_address().replace("/$value", ""),
            ResponseTemplate::new(200).set_body_json(link),
        ),
    ] {
        Mock::given(path(format!("/v1.0{address}")))
            .respond_with(answer)
            .mount(&server)
            .await;
    }
    let client = client_of(&server);
    let error = post(&client)
        .attachment_content(&attachment())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Shape);
}

#[tokio::test]
async fn content_that_breaks_off_is_not_taken_for_the_whole() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0_u8; 4096];
        assert!(stream.read(&mut request).await.unwrap() > 0);
        let part = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
        stream.write_all(part).await.unwrap();
    });
    let root = graph_client::GraphRoot::parse(&format!("http://{address}")).unwrap();
    let credential = std::sync::Arc::new(graph_client::credential::StaticToken::new("t"));
    let client = GraphClient::new(root, credential, super::impatient()).unwrap();

    let content = post(&client)
        .attachment_content(&attachment())
        .await
        .unwrap();

    assert_eq!(content.length, Some(10));
    assert_eq!(
        content.bytes().await.unwrap_err().kind(),
        &ErrorKind::Truncated
    );
}
