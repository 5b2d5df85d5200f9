//! Plans, buckets and tasks.

use std::collections::BTreeMap;

use futures::TryStreamExt as _;
use graph_client::ErrorKind;
use graph_client::models::{
    BucketId, ChecklistPoint, Edit, Etag, NewPlannerTask, OrderHint, OrderHintRequest, PlanId,
    PlannerCategory, PlannerExternalReference, PlannerTask, PlannerTaskDetailsPatch,
    PlannerTaskPatch, ReferenceUrl, TaskId, UserId,
};
use serde_json::{Value, json};
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{GROUP, body_sent, client_of, graph_error, group_id, serving, user_id};

const TASK: &str = "01gzSlKkIUSUl6DF_EilrmQAKDhh";
const PLAN: &str = "xqQg5FS2LkCp935s-FIFm2QAFkHM";

fn task_id() -> TaskId {
    TaskId::parse(TASK).unwrap()
}

fn plan_id() -> PlanId {
    PlanId::parse(PLAN).unwrap()
}

fn seen() -> Etag {
    Etag::try_from("W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"".to_owned()).unwrap()
}

fn task() -> Value {
    json!({
        "@odata.etag": seen().as_str(), "id": TASK, "planId": PLAN, "bucketId": null,
        "title": "Order chairs", "orderHint": "8585269235419217847P[", "percentComplete": 50,
        "priority": 3, "dueDateTime": "2026-03-02T10:00:00Z", "startDateTime": null,
        "appliedCategories": { "category3": true, "category9": false, "somethingNew": true },
        "assignments": {
            user_id().as_str(): { "@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": "8586!" },
            "00000000-0000-4000-9000-000000000009": null,
        },
        "checklistItemCount": 4, "activeChecklistItemCount": 1, "referenceCount": 0,
    })
}

#[tokio::test]
async fn a_board_is_read_with_its_labels_people_and_places() {
    let tasks = ResponseTemplate::new(200).set_body_json(json!({ "value": [task()] }));
    let server = serving("GET", &format!("/planner/plans/{PLAN}/tasks"), tasks).await;
    let client = client_of(&server);
    let plan = client.planner().plan(&plan_id());
    let read: Vec<PlannerTask> = plan.tasks().items().try_collect().await.unwrap();
    let [read] = &read[..] else {
        panic!("{read:?}")
    };
    assert_eq!(read.id, task_id(), "with its capitals");
    assert_eq!(read.applied_categories, [PlannerCategory::new(3).unwrap()]);
    let people: Vec<&UserId> = read.assignments.keys().collect();
    assert_eq!(people, [&user_id()], "who was taken off is not there");
    assert_eq!((&read.bucket_id, read.is_open()), (&None, true));
}

#[tokio::test]
async fn a_change_names_what_was_seen_and_says_only_what_changes() {
    let server = MockServer::start().await;
    Mock::given(method("PATCH"))
        .and(path(format!("/v1.0/planner/tasks/{TASK}")))
        .and(header("if-match", seen().as_str()))
        .and(header("prefer", "return=representation"))
        .respond_with(ResponseTemplate::new(200).set_body_json(task()))
        .expect(1)
        .mount(&server)
        .await;
    let patch = PlannerTaskPatch {
        bucket_id: Edit::Set(BucketId::parse("b").unwrap()),
        order_hint: Some(OrderHintRequest::between(
            Some(&OrderHint::from(Some("A".to_owned()))),
            None,
        )),
        due_date_time: Edit::Clear,
        assignments: BTreeMap::from([
            (user_id(), true),
            (UserId::try_from("gone".to_owned()).unwrap(), false),
        ]),
        applied_categories: BTreeMap::from([(PlannerCategory::new(25).unwrap(), true)]),
        ..PlannerTaskPatch::default()
    };
    let client = client_of(&server);
    let changed = client
        .planner()
        .task(&task_id())
        .update(&seen(), &patch)
        .await;
    assert_eq!(changed.unwrap().title, "Order chairs");
    assert_eq!(
        body_sent(&server).await,
        json!({
            "bucketId": "b", "orderHint": "A !", "dueDateTime": null,
            "assignments": {
                user_id().as_str(): { "@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !" },
                "gone": null,
            },
            "appliedCategories": { "category25": true },
        })
    );
}

#[tokio::test]
async fn what_the_service_does_not_tell_is_read() {
    let server = MockServer::start().await;
    let address = format!("/v1.0/planner/tasks/{TASK}");
    Mock::given(method("PATCH"))
        .and(path(address.as_str()))
        .respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(method("GET"))
        .and(path(address.as_str()))
        .respond_with(ResponseTemplate::new(200).set_body_json(task()))
        .expect(2)
        .mount(&server)
        .await;
    let client = client_of(&server);
    let task = client.planner().task(&task_id());
    let done = PlannerTaskPatch {
        percent_complete: Some(100),
        ..PlannerTaskPatch::default()
    };
    assert_eq!(task.update(&seen(), &done).await.unwrap().id, task_id());
    let nothing = task.update(&seen(), &PlannerTaskPatch::default()).await;
    assert_eq!(nothing.unwrap().id, task_id(), "an empty change only reads");
}

#[tokio::test]
async fn list_and_references_say_their_types_and_encode_addresses() {
    let address = format!("/planner/tasks/{TASK}/details");
    let answer = json!({ "@odata.etag": seen().as_str(), "id": TASK, "description": null,
        "checklist": { "a": { "title": "Pay", "isChecked": true, "orderHint": "8585" } },
        "references": { "https%3A//contoso%2Eexample/a": { "alias": "Prices", "type": "Other" } } });
    let server = serving(
        "PATCH",
        &address,
        ResponseTemplate::new(200).set_body_json(answer),
    )
    .await;
    let patch = PlannerTaskDetailsPatch {
        description: Some("Forty.".to_owned()),
        checklist: BTreeMap::from([
            (
                "a".to_owned(),
                Some(ChecklistPoint {
                    is_checked: Some(true),
                    ..ChecklistPoint::default()
                }),
            ),
            ("b".to_owned(), None),
        ]),
        references: BTreeMap::from([(
            ReferenceUrl::new("https://contoso.example/a"),
            Some(PlannerExternalReference {
                alias: Some("Prices".to_owned()),
                kind: None,
            }),
        )]),
    };
    let client = client_of(&server);
    let details = client
        .planner()
        .task(&task_id())
        .update_details(&seen(), &patch)
        .await
        .unwrap();
    assert!(details.description.is_empty() && details.checklist["a"].is_checked);
    assert_eq!(
        details.references.keys().next().unwrap().as_str(),
        "https://contoso.example/a"
    );
    assert_eq!(
        body_sent(&server).await,
        json!({
            "description": "Forty.",
            "checklist": {
                "a": { "@odata.type": "#microsoft.graph.plannerChecklistItem", "isChecked": true },
                "b": null,
            },
            "references": { "https%3A//contoso%2Eexample/a": {
                "@odata.type": "#microsoft.graph.plannerExternalReference", "alias": "Prices", "type": null,
            } },
        })
    );
}

#[tokio::test]
async fn plans_and_tasks_are_made_in_their_places() {
    let plan = json!({ "id": PLAN, "title": "Spring fair", "@odata.etag": "W/\"1\"" });
    let server = serving(
        "POST",
        "/planner/plans",
        ResponseTemplate::new(201).set_body_json(plan),
    )
    .await;
    let made = client_of(&server)
        .planner()
        .create_plan(&group_id(), "Spring fair")
        .await
        .unwrap();
    assert_eq!((made.id, made.etag.is_some()), (plan_id(), true));
    let container = format!("{}/v1.0/groups/{GROUP}", server.uri());
    let sent = json!({ "container": { "url": container }, "title": "Spring fair" });
    assert_eq!(body_sent(&server).await, sent);

    let server = serving(
        "POST",
        "/planner/tasks",
        ResponseTemplate::new(201).set_body_json(task()),
    )
    .await;
    let title = PlannerTaskPatch {
        title: Some("Order chairs".to_owned()),
        ..PlannerTaskPatch::default()
    };
    let new = NewPlannerTask {
        plan_id: plan_id(),
        properties: title,
    };
    client_of(&server)
        .planner()
        .create_task(&new)
        .await
        .unwrap();
    assert_eq!(
        body_sent(&server).await,
        json!({ "planId": PLAN, "title": "Order chairs" })
    );
}

#[tokio::test]
async fn somebody_elses_change_is_a_conflict_and_nothing_is_deleted_unseen() {
    let conflict = graph_error(412, "", json!([]));
    let server = serving("DELETE", &format!("/planner/tasks/{TASK}"), conflict).await;
    let client = client_of(&server);
    let refused = client
        .planner()
        .task(&task_id())
        .delete(&seen())
        .await
        .unwrap_err();
    assert_eq!(refused.kind(), &ErrorKind::Conflict);
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests[0].headers["if-match"], seen().as_str());
}
