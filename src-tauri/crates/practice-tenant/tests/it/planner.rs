//! Plans written over HTTP: made, filled, ordered, changed by two at once, and refused.

use http::header::IF_MATCH;
use practice_tenant::PracticeTenant;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, options, start};

/// A plan in a group that the caller is in.
struct Board {
    client: Client,
    group: String,
    plan: String,
}

impl Board {
    async fn new() -> Self {
        Self::of(start().await).await
    }

    async fn of(client: Client) -> Self {
        let group = group(&client).await;
        let made = make_plan(&client, &group).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let plan = id(&made.json());
        Self {
            client,
            group,
            plan,
        }
    }

    async fn post(&self, kind: &str, body: Value) -> Value {
        let path = format!("/planner/{kind}");
        let answer = self.client.send_json(Method::POST, &path, body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()
    }

    async fn bucket(&self, name: &str) -> String {
        id(&self
            .post("buckets", json!({"name": name, "planId": self.plan}))
            .await)
    }

    async fn task(&self, more: Value) -> Value {
        let mut task = json!({"title": "Order chairs", "planId": self.plan});
        if let (Some(task), Value::Object(more)) = (task.as_object_mut(), more) {
            task.extend(more);
        }
        self.post("tasks", task).await
    }

    async fn read(&self, path: &str) -> Value {
        self.client.get(path).await.json()
    }

    /// A change by somebody who has seen `seen`; answers with what it became.
    async fn change(&self, path: &str, seen: &Value, body: Value) -> Answer {
        let request = self.client.request(Method::PATCH, path).json(&body);
        let request = request
            .header(IF_MATCH, etag(seen))
            .header("prefer", "return=representation");
        self.client.send(request).await
    }

    async fn remove(&self, path: &str, seen: &Value) -> u16 {
        let request = self.client.request(Method::DELETE, path);
        self.client
            .send(request.header(IF_MATCH, etag(seen)))
            .await
            .status
    }

    /// A request that is wrong on purpose.
    async fn refused(&self, path: &str, body: Value) -> (u16, String) {
        let answer = self.client.wrong_json(Method::POST, path, body).await;
        (answer.status, answer.code())
    }

    async fn titles(&self, path: &str) -> Vec<String> {
        let mut tasks = self.client.get(path).await.value();
        tasks.sort_by_key(|task| task["orderHint"].as_str().unwrap().to_owned());
        let title = |task: &Value| task["title"].as_str().unwrap().to_owned();
        tasks.iter().map(title).collect()
    }
}

fn etag(of: &Value) -> String {
    of["@odata.etag"].as_str().unwrap().to_owned()
}

/// A group that the caller owns and is a member of.
async fn group(client: &Client) -> String {
    let mine = client
        .advanced("/me/memberOf/microsoft.graph.group?$select=id&$count=true&$top=999")
        .await;
    let mine: Vec<String> = mine.value().iter().map(id).collect();
    let owned = client.owned_ids().await;
    let mut both = owned.into_iter().filter(|group| mine.contains(group));
    both.next().unwrap()
}

async fn make_plan(client: &Client, group: &str) -> Answer {
    let root = client.practice.graph();
    let container = json!({"url": format!("{root}/groups/{group}")});
    let plan = json!({"container": container, "title": "Spring fair"});
    client.send_json(Method::POST, "/planner/plans", plan).await
}

fn task(id: &Value) -> String {
    format!("/planner/tasks/{}", id["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_plan_is_made_filled_and_deleted_with_all_that_is_in_it() {
    let board = Board::new().await;
    let [todo, done] = [board.bucket("To do").await, board.bucket("Done").await];
    let person = board.client.my_id().await;
    let made = board
        .task(json!({
            "bucketId": todo,
            "dueDateTime": "2027-03-01T10:00:00Z",
            "priority": 1,
            "appliedCategories": {"category3": true},
            "assignments": {person.as_str(): {
                "@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !",
            }},
        }))
        .await;
    assert_eq!(
        (&made["priority"], &made["percentComplete"]),
        (&json!(1), &json!(0))
    );
    assert_eq!(made["appliedCategories"], json!({"category3": true}));
    assert!(
        made["assignments"][&person]["orderHint"]
            .as_str()
            .is_some_and(|hint| !hint.is_empty())
    );
    let mine = board.client.get("/me/planner/tasks").await.value();
    assert!(mine.iter().any(|task| task["id"] == made["id"]));

    let moved = board
        .change(
            &task(&made),
            &made,
            json!({"bucketId": done, "percentComplete": 100}),
        )
        .await
        .json();
    assert_eq!(moved["bucketId"], done.as_str());
    assert_eq!(moved["completedBy"]["user"]["id"], person.as_str());
    let emptied = json!({"assignments": {person.as_str(): null}, "appliedCategories": {"category3": null}, "percentComplete": 50});
    let again = board.change(&task(&made), &moved, emptied).await.json();
    assert_eq!(
        (&again["assignments"], &again["appliedCategories"]),
        (&json!({}), &json!({}))
    );
    assert_eq!(again["completedDateTime"], Value::Null);

    let bucket = format!("/planner/buckets/{done}");
    assert_eq!(board.remove(&bucket, &board.read(&bucket).await).await, 204);
    assert_eq!(
        board.client.wrong(Method::GET, &task(&made)).await.status,
        404
    );
    let plan = format!("/planner/plans/{}", board.plan);
    assert_eq!(board.remove(&plan, &board.read(&plan).await).await, 204);
    assert_eq!(board.client.wrong(Method::GET, &plan).await.status, 404);
}

#[tokio::test]
async fn tasks_and_buckets_stand_where_they_are_put() {
    let board = Board::new().await;
    let bucket = board.bucket("To do").await;
    for title in ["three", "two", "one"] {
        board
            .task(json!({"bucketId": bucket, "title": title}))
            .await;
    }
    let path = format!("/planner/buckets/{bucket}/tasks");
    assert_eq!(
        board.titles(&path).await,
        ["one", "two", "three"],
        "a new one is the first"
    );

    let mut tasks = board.client.get(&path).await.value();
    tasks.sort_by_key(|task| task["orderHint"].as_str().unwrap().to_owned());
    let hint = |place: usize| tasks[place]["orderHint"].as_str().unwrap();
    let between = format!("{} {}!", hint(1), hint(2));
    let moved = board
        .change(&task(&tasks[0]), &tasks[0], json!({"orderHint": between}))
        .await;
    assert_eq!(moved.status, 200, "{}", moved.text);
    assert_eq!(board.titles(&path).await, ["two", "one", "three"]);
    let first = format!(" {}!", hint(1));
    board
        .change(&task(&tasks[2]), &tasks[2], json!({"orderHint": first}))
        .await;
    assert_eq!(board.titles(&path).await, ["three", "two", "one"]);

    board.bucket("Done").await;
    let buckets = format!("/planner/plans/{}/buckets", board.plan);
    let buckets = board.client.get(&buckets).await.value();
    let hints: Vec<_> = buckets
        .iter()
        .map(|bucket| bucket["orderHint"].as_str().unwrap())
        .collect();
    assert!(hints.is_sorted(), "a new bucket is the last: {hints:?}");
}

#[tokio::test]
async fn two_who_change_different_things_do_not_disturb_each_other() {
    let board = Board::new().await;
    let seen = board.task(json!({})).await;
    let path = task(&seen);
    let ours = board
        .change(&path, &seen, json!({"title": "Order tables"}))
        .await;
    assert_eq!(ours.status, 200);
    assert!(etag(&ours.json()) > etag(&seen), "a later etag is greater");
    assert_eq!(
        board
            .change(&path, &seen, json!({"priority": 1}))
            .await
            .status,
        200
    );

    let same = board
        .client
        .request(Method::PATCH, &path)
        .json(&json!({"title": "Order benches"}));
    let same = same
        .header(IF_MATCH, etag(&seen))
        .header("x-practice-kind", "negative");
    assert_eq!(board.client.send(same).await.status, 409);
    let blind = board
        .client
        .wrong_json(Method::PATCH, &path, json!({"title": "x"}))
        .await;
    assert_eq!(blind.status, 412);
    let now = board.read(&path).await;
    assert_eq!(
        (&now["title"], &now["priority"]),
        (&json!("Order tables"), &json!(1))
    );
}

#[tokio::test]
async fn details_have_an_etag_of_their_own_and_are_counted_in_the_task() {
    let board = Board::new().await;
    let made = board.task(json!({})).await;
    let path = format!("{}/details", task(&made));
    let details = board.read(&path).await;
    let point = |title: &str| json!({"@odata.type": "#microsoft.graph.plannerChecklistItem", "title": title, "isChecked": false});
    let [one, two] = [
        "4e35e4a1-6d0c-4f3b-9d1e-1d7c2f9b0a01",
        "4e35e4a1-6d0c-4f3b-9d1e-1d7c2f9b0a02",
    ];
    let filled = json!({
        "description": "Forty of them, folding.",
        "checklist": {one: point("Ask for a price"), two: point("Pay")},
        "references": {"https%3A//example%2Ecom/chairs": {
            "@odata.type": "#microsoft.graph.plannerExternalReference", "alias": "Chairs", "type": "Other",
        }},
    });
    let filled = board.change(&path, &details, filled).await;
    assert_eq!(filled.status, 200, "{}", filled.text);
    let checked = json!({"checklist": {one: {"@odata.type": "#microsoft.graph.plannerChecklistItem", "isChecked": true}, two: null}});
    let checked = board.change(&path, &filled.json(), checked).await.json();
    assert_eq!(checked["checklist"][one]["title"], "Ask for a price");
    assert_eq!(checked["checklist"].as_object().unwrap().len(), 1);
    let counted = board.read(&task(&made)).await;
    assert_eq!(counted["hasDescription"], true);
    assert_eq!(
        (
            &counted["checklistItemCount"],
            &counted["activeChecklistItemCount"],
            &counted["referenceCount"]
        ),
        (&json!(1), &json!(0), &json!(1))
    );

    let plan = format!("/planner/plans/{}/details", board.plan);
    let labels = board
        .change(
            &plan,
            &board.read(&plan).await,
            json!({"categoryDescriptions": {"category1": "Catering"}}),
        )
        .await;
    assert_eq!(
        labels.json()["categoryDescriptions"]["category1"],
        "Catering"
    );
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let board = Board::new().await;
    let of = |more: Value| {
        let mut task = json!({"title": "x", "planId": board.plan});
        task.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        task
    };
    let person = board.client.my_id().await;
    let wrong = [
        json!({"title": ""}),
        json!({"title": "x".repeat(256)}),
        json!({"orderHint": "8586"}),
        json!({"percentComplete": 101}),
        json!({"priority": -1}),
        json!({"startDateTime": "2027-03-02T10:00:00Z", "dueDateTime": "2027-03-01T10:00:00Z"}),
        json!({"bucketId": "nothing"}),
        json!({"assignments": {person.as_str(): {"orderHint": " !"}}}),
        json!({"appliedCategories": {"category26": true}}),
    ];
    for more in wrong {
        let (status, _) = board.refused("/planner/tasks", of(more.clone())).await;
        assert_eq!(status, 400, "{more}");
    }
    let mut people = board.client.colleagues().await;
    people.truncate(21);
    let type_name = "#microsoft.graph.plannerAssignment";
    let assignment = json!({"@odata.type": type_name, "orderHint": " !"});
    let all: serde_json::Map<String, Value> = people
        .iter()
        .map(|person| (person.clone(), assignment.clone()))
        .collect();
    let refused = board
        .refused("/planner/tasks", of(json!({"assignments": all})))
        .await;
    assert_eq!(refused, (403, "MaximumAssigneesInTasks".to_owned()));
    let tasks = format!("/planner/plans/{}/tasks", board.plan);
    assert!(board.client.get(&tasks).await.value().is_empty());
}

#[tokio::test]
async fn only_members_write_and_a_full_plan_says_so() {
    let board = Board::new().await;
    let full = json!({"plan": board.plan, "tasks": 4_000});
    let filled = board.client.control("/tasks", full).await;
    assert!(filled.status < 300, "{}", filled.text);
    let one_more = json!({"title": "One more", "planId": board.plan});
    let refused = board.refused("/planner/tasks", one_more).await;
    assert_eq!(refused, (403, "MaximumActiveTasksInProject".to_owned()));

    let me = board.client.my_id().await;
    board.client.take_out(&board.group, "members", &me).await;
    let owner = json!({"owner": board.group, "title": "Not a member"});
    assert_eq!(board.refused("/planner/plans", owner).await.0, 403);
}

#[tokio::test]
async fn plans_are_there_after_a_restart_and_come_back_with_their_group() {
    let folder = tempfile::tempdir().unwrap();
    let mut wanted = options();
    wanted.state = Some(folder.path().join("state.json"));
    let board = Board::of(crate::client::start_with(wanted.clone()).await).await;
    let made = board.task(json!({})).await;
    let (group, plan) = (board.group.clone(), board.plan.clone());
    board.client.delete(&format!("/groups/{group}")).await;
    let gone = board
        .client
        .wrong(Method::GET, &format!("/planner/plans/{plan}"))
        .await;
    assert_eq!(gone.status, 404);
    drop::<PracticeTenant>(board.client.practice);

    let client = crate::client::start_with(wanted).await;
    let restored = client
        .post(&format!("/directory/deletedItems/{group}/restore"))
        .await;
    assert_eq!(restored.status, 200, "{}", restored.text);
    client
        .practice
        .advance(practice_tenant::Advance::Day)
        .unwrap();
    assert_eq!(
        client.get(&task(&made)).await.json()["title"],
        "Order chairs"
    );
}

#[tokio::test]
async fn a_list_and_references_are_refused_as_a_whole_when_one_of_them_is() {
    let board = Board::new().await;
    let path = format!("{}/details", task(&board.task(json!({})).await));
    let before = board.read(&path).await;
    let refused = async |body: Value| {
        let request = board.client.request(Method::PATCH, &path).json(&body);
        let request = request.header(IF_MATCH, etag(&before));
        let request = request.header("x-practice-kind", "negative");
        let answer = board.client.send(request).await;
        (answer.status, answer.code())
    };
    let type_name = "#microsoft.graph.plannerChecklistItem";
    let point = json!({"@odata.type": type_name, "title": "x"});
    let points = (0..21).map(|number| (format!("point-{number}"), point.clone()));
    let points: serde_json::Map<String, Value> = points.collect();
    let full = refused(json!({"description": "Not kept", "checklist": points})).await;
    assert_eq!(full, (403, "MaximumChecklistItemsOnTask".to_owned()));
    let reference = json!({"@odata.type": "#microsoft.graph.plannerExternalReference"});
    let plain = refused(json!({"references": {"https://contoso.example": reference}})).await;
    assert_eq!(plain.0, 400, "an address that is not encoded");
    let untitled = refused(json!({"checklist": {"a": {"@odata.type": type_name}}})).await;
    assert_eq!(untitled.0, 400);
    assert_eq!(board.read(&path).await, before);
}
