//! What tells whether groups are alive.

use graph_client::ErrorKind;
use graph_client::models::{EvidencePart, EvidenceRead, EvidenceWanted, GroupEvidence, GroupId};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::batch_server::{answering, failed, items_sent};
use super::{client_of, group_ids};

const ALL: [EvidencePart; 7] = [
    EvidencePart::Conversations,
    EvidencePart::Files,
    EvidencePart::Events,
    EvidencePart::Tasks,
    EvidencePart::Pages,
    EvidencePart::Team,
    EvidencePart::People,
];

fn ok(items: Value) -> Value {
    json!({ "status": 200, "body": { "value": items } })
}

/// What an item asks for, without the group and the query.
fn part(item: &Value) -> String {
    let path = item["url"].as_str().unwrap().split('?').next().unwrap();
    let words: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match words.as_slice() {
        ["groups", _, below @ ..] => below.join("/"),
        ["planner", "plans", _, "tasks"] => "tasks".to_owned(),
        ["teams", _] => "team".to_owned(),
        other => other.join("/"),
    }
}

/// A group in which there is something of everything.
fn alive(item: &Value) -> Value {
    match part(item).as_str() {
        "conversations" => ok(json!([
            { "id": "c", "topic": "Budget", "lastDeliveredDateTime": "2026-03-01T08:00:00Z" },
        ])),
        "drive/root/children" => ok(json!([
            { "id": "a", "name": "A", "lastModifiedDateTime": "2026-01-01T08:00:00Z" },
            { "id": "b", "name": "B", "lastModifiedDateTime": "2026-02-01T08:00:00Z",
              "lastModifiedBy": { "user": { "displayName": "Ada" } } },
        ])),
        "calendarView" => ok(json!([
            { "id": "e", "subject": "Weekly",
              "start": { "dateTime": "2026-04-01T08:00:00.0000000", "timeZone": "UTC" } },
        ])),
        "planner/plans" => ok(json!([{ "id": "plan-1" }, { "id": "plan-2" }])),
        "tasks" => ok(
            json!([{ "id": "task-1", "percentComplete": 100 }, { "id": "task-2", "percentComplete": 50 }]),
        ),
        "onenote/pages" => ok(json!([{ "title": "Minutes" }])),
        "team" => json!({ "status": 200, "body": { "id": group_ids(1)[0], "isArchived": true } }),
        "owners" => ok(json!([{ "id": "00000000-0000-4000-9000-000000000001" }])),
        "members/$count" => json!({ "status": 200, "body": 7 }),
        "members/microsoft.graph.user/$count" => json!({ "status": 200, "body": 2 }),
        _ => failed(400, "notAskedFor"),
    }
}

fn wanted(groups: Vec<GroupId>, parts: &[EvidencePart]) -> Vec<EvidenceWanted> {
    let parts = parts.to_vec();
    let wanted = |group| EvidenceWanted {
        group,
        parts: parts.clone(),
    };
    groups.into_iter().map(wanted).collect()
}

async fn evidence(server: &MockServer, groups: u32, parts: &[EvidencePart]) -> EvidenceRead {
    let from: Timestamp = "2026-03-02T10:00:00Z".parse().unwrap();
    let ahead = (from, from + SignedDuration::from_hours(24));
    let wanted = wanted(group_ids(groups), parts);
    client_of(server).groups().evidence(&wanted, ahead).await
}

async fn of_one(server: &MockServer) -> GroupEvidence {
    evidence(server, 1, &ALL).await.groups.remove(0)
}

#[tokio::test]
async fn everything_about_a_group_is_two_requests() {
    let server = answering(alive).await;

    let read = evidence(&server, 1, &ALL).await;

    assert_eq!(read.requests, 2);
    assert_eq!(server.received_requests().await.unwrap().len(), 2);
    let group = &read.groups[0];
    let conversations = group.conversations.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(conversations.items[0].topic.as_deref(), Some("Budget"));
    assert!(!conversations.more);
    let files = group.files.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(files[1].last_modified_by(), Some("Ada"));
    let event = &group.events.as_ref().unwrap().as_ref().unwrap().items[0];
    assert_eq!(event.start().unwrap().to_string(), "2026-04-01T08:00:00Z");
    let tasks = group.tasks.as_ref().unwrap().as_ref().unwrap();
    let open = tasks.tasks.iter().filter(|task| task.is_open());
    assert_eq!((tasks.plans, open.count()), (2, 2));
    let page = group.page.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(page.as_ref().unwrap().title.as_deref(), Some("Minutes"));
    let team = group.team.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(team.is_archived, Some(true));
    let people = group.people.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(
        (people.member_count, people.guest_count),
        (Some(7), Some(2))
    );
}

#[tokio::test]
async fn twenty_groups_are_nine_batches_and_two_of_their_tasks() {
    let server = answering(alive).await;
    let read = evidence(&server, 20, &ALL).await;
    // 20 × 9 items, then 20 × 2 plans.
    assert_eq!(read.requests, 9 + 2);
    assert_eq!(server.received_requests().await.unwrap().len(), 11);
}

#[tokio::test]
async fn nothing_is_opened_and_no_text_is_asked_for() {
    let server = answering(alive).await;
    evidence(&server, 1, &ALL).await;
    for item in items_sent(&server).await {
        let url = item["url"].as_str().unwrap();
        assert_eq!(item["method"], "GET");
        for word in ["posts", "content", "body", "preview", "items/", "details"] {
            assert!(!url.contains(word), "{url}");
        }
    }
}

#[tokio::test]
async fn only_what_is_wanted_is_asked_for() {
    let server = answering(alive).await;
    let read = evidence(&server, 3, &[EvidencePart::Files, EvidencePart::Team]).await;
    assert_eq!(items_sent(&server).await.len(), 6);
    assert_eq!(read.requests, 1);
    let group = &read.groups[0];
    assert!(group.conversations.is_none() && group.people.is_none());
    assert!(group.tasks.is_none() && group.team.is_some());
    let nothing = evidence(&server, 3, &[]).await;
    assert_eq!((nothing.requests, nothing.groups.len()), (0, 3));
}

#[tokio::test]
async fn each_part_has_its_own_fate() {
    let server = answering(|item| match part(item).as_str() {
        "conversations" => failed(404, "ErrorNonExistentMailbox"),
        "planner/plans" => failed(403, ""),
        "onenote/pages" => ok(json!([])),
        "team" => failed(404, "NotFound"),
        _ => alive(item),
    })
    .await;
    let group = of_one(&server).await;
    let kind = |error: graph_client::GraphError| error.kind().clone();
    assert_eq!(
        group.conversations.unwrap().map_err(kind),
        Err(ErrorKind::NotFound)
    );
    assert_eq!(
        group.tasks.unwrap().map_err(kind),
        Err(ErrorKind::Forbidden)
    );
    assert_eq!(group.page.unwrap().map_err(kind), Ok(None));
    assert_eq!(group.team.unwrap().map_err(kind), Err(ErrorKind::NotFound));
    assert!(group.files.unwrap().is_ok());
}

#[tokio::test]
async fn a_plan_that_went_meanwhile_is_left_out_and_one_that_cannot_be_read_spoils_the_sum() {
    let of_plan = |status| {
        move |item: &Value| match item["url"].as_str().unwrap().contains("plan-2") {
            true => failed(status, ""),
            false => alive(item),
        }
    };
    let gone = of_one(&answering(of_plan(404)).await).await;
    let tasks = gone.tasks.unwrap().unwrap();
    assert_eq!((tasks.plans, tasks.tasks.len()), (1, 2));
    let forbidden = of_one(&answering(of_plan(403)).await).await;
    assert!(forbidden.tasks.unwrap().unwrap_err().is_not_allowed());
}

#[tokio::test]
async fn an_item_that_is_turned_away_goes_again_alone_and_is_counted() {
    let refused = std::sync::atomic::AtomicBool::new(false);
    let server = answering(move |item| {
        let first = part(item) == "onenote/pages"
            && !refused.swap(true, std::sync::atomic::Ordering::SeqCst);
        match first {
            true => failed(429, "20166"),
            false => alive(item),
        }
    })
    .await;
    let read = evidence(&server, 1, &ALL).await;
    assert!(read.groups[0].page.as_ref().unwrap().is_ok());
    assert_eq!(read.requests, 3);
    assert_eq!(server.received_requests().await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_large_library_is_read_to_its_end() {
    let more = std::sync::Arc::new(std::sync::OnceLock::<String>::new());
    let link = more.clone();
    let server = answering(move |item| {
        let mut answer = alive(item);
        if part(item) == "drive/root/children" {
            answer["body"]["@odata.nextLink"] = link.get().unwrap().as_str().into();
        }
        answer
    })
    .await;
    more.set(format!("{}/v1.0/more", server.uri())).unwrap();
    let page = json!({ "value": [{ "id": "z", "name": "Z" }] });
    let page = ResponseTemplate::new(200).set_body_json(page);
    Mock::given(path("/v1.0/more"))
        .respond_with(page)
        .mount(&server)
        .await;
    let read = evidence(&server, 1, &[EvidencePart::Files]).await;
    assert_eq!(read.requests, 2);
    assert_eq!(
        read.groups[0]
            .files
            .as_ref()
            .unwrap()
            .as_ref()
            .unwrap()
            .len(),
        3
    );
}
