//! What groups hold: conversations, events, files, plans, notebooks.

use std::collections::HashSet;

use practice_tenant::Advance;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, start};

const OWNER: &str = "nadia.haddad@contoso-practice.example";

/// The first of the owner's groups for which this path has something, and that.
pub(crate) async fn first(client: &Client, tail: &str) -> (String, Vec<Value>) {
    for group in client.owned_ids().await {
        let answer = client.get(&format!("/groups/{group}{tail}")).await;
        if answer.status == 200 && !answer.value().is_empty() {
            return (group, answer.value());
        }
    }
    panic!("no group has anything at {tail}");
}

pub(crate) fn encoded(id: &str) -> String {
    id.replace('/', "%2F")
        .replace('+', "%2B")
        .replace('=', "%3D")
}

pub(crate) async fn everything(client: &Client, path: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut page = client.get(path).await;
    loop {
        all.extend(page.value());
        match page.json()["@odata.nextLink"].as_str() {
            Some(next) => page = client.get(next).await,
            None => return all,
        }
    }
}

pub(crate) fn refused(answer: &Answer) -> (u16, String) {
    (answer.status, answer.code())
}

#[tokio::test]
async fn a_conversation_leads_to_its_threads_and_posts() {
    let client = start().await;
    let (group, found) = first(&client, "/conversations?$top=5").await;
    let conversation = &found[0];
    assert!(!conversation["topic"].as_str().unwrap().is_empty());
    let at = format!(
        "/groups/{group}/conversations/{}",
        encoded(&id(conversation))
    );
    assert_eq!(
        client.get(&at).await.json()["preview"],
        conversation["preview"]
    );
    let thread = client.get(&format!("{at}/threads")).await.value().remove(0);
    assert_eq!(
        thread["lastDeliveredDateTime"],
        conversation["lastDeliveredDateTime"]
    );
    let posts = format!("/groups/{group}/threads/{}/posts", encoded(&id(&thread)));
    let all = everything(&client, &posts).await;
    let last = all.last().unwrap();
    assert_eq!(
        last["receivedDateTime"],
        conversation["lastDeliveredDateTime"]
    );
    assert!(
        last["body"]["content"]
            .as_str()
            .unwrap()
            .starts_with("<html")
    );
    let post = client.get(&format!("{posts}/{}", encoded(&id(last)))).await;
    assert_eq!(post.json()["from"], last["from"]);
    let plain = client
        .request(Method::GET, &posts)
        .header("Prefer", "outlook.body-content-type=\"text\"");
    assert_eq!(
        client.send(plain).await.value()[0]["body"]["contentType"],
        "text"
    );
}

#[tokio::test]
async fn pages_of_conversations_hold_each_one_once_and_the_newest_first() {
    let client = start().await;
    let (mut most, mut group) = (0, String::new());
    for candidate in client.owned_ids().await {
        let path = format!("/groups/{candidate}/conversations?$top=1&$count=true&$select=id");
        let count = client.get(&path).await.json()["@odata.count"]
            .as_u64()
            .unwrap_or(0);
        if count > most {
            (most, group) = (count, candidate);
        }
    }
    assert!(most > 20, "the busiest group has {most} conversations");
    let path = format!("/groups/{group}/conversations?$top=7&$select=topic,lastDeliveredDateTime");
    let all = everything(&client, &path).await;
    assert_eq!(all.len() as u64, most);
    assert_eq!(all.iter().map(id).collect::<HashSet<_>>().len(), all.len());
    let dates: Vec<&str> = all
        .iter()
        .map(|one| one["lastDeliveredDateTime"].as_str().unwrap())
        .collect();
    assert!(dates.is_sorted_by(|one, other| one >= other));
    assert!(all[0]["preview"].is_null());
    let filtered = format!("/groups/{group}/conversations?$filter=colour eq 'x'");
    assert_eq!(client.wrong(Method::GET, &filtered).await.status, 400);
    let unknown = format!("/groups/{group}/conversations?$select=colour");
    assert_eq!(client.wrong(Method::GET, &unknown).await.status, 400);
}

#[tokio::test]
async fn groups_differ_in_how_much_goes_on_and_when_it_ended() {
    let client = start().await;
    let mut counts = HashSet::new();
    let mut years = HashSet::new();
    for group in client.owned_ids().await {
        let path = format!("/groups/{group}/conversations?$top=1&$count=true");
        let page = client.get(&path).await;
        counts.insert(page.json()["@odata.count"].as_u64().unwrap());
        if let Some(last) = page.value().first() {
            years.insert(last["lastDeliveredDateTime"].as_str().unwrap()[..7].to_owned());
        }
    }
    assert!(counts.contains(&0) && counts.len() > 15, "{counts:?}");
    assert!(years.len() > 5, "{years:?}");
}

#[tokio::test]
async fn a_calendar_view_draws_series_out_and_needs_both_its_ends() {
    let client = start().await;
    for group in client.owned_ids().await {
        let events = everything(&client, &format!("/groups/{group}/events?$top=50")).await;
        let Some(master) = events.iter().find(|event| event["type"] == "seriesMaster") else {
            continue;
        };
        let from = master["start"]["dateTime"].as_str().unwrap();
        let window = format!(
            "startDateTime={}Z&endDateTime=2099-01-01T00:00:00",
            &from[..19]
        );
        let view =
            format!("/groups/{group}/calendarView?{window}&$top=100&$orderby=start/dateTime");
        let seen = client.get(&view).await.value();
        let occurrence = seen
            .iter()
            .find(|event| event["seriesMasterId"] == master["id"])
            .unwrap();
        assert_eq!(occurrence["type"], "occurrence");
        assert_eq!(occurrence["start"], master["start"]);
        let one = format!("/groups/{group}/events/{}", encoded(&id(occurrence)));
        assert_eq!(client.get(&one).await.json()["subject"], master["subject"]);
        let tokyo = client
            .request(Method::GET, &one)
            .header("Prefer", "outlook.timezone=\"Tokyo Standard Time\"");
        let tokyo = client.send(tokyo).await;
        assert_eq!(tokyo.json()["start"]["timeZone"], "Tokyo Standard Time");
        assert!(tokyo.header("preference-applied").contains("Tokyo"));
        let open = format!("/groups/{group}/calendarView?startDateTime=2026-01-01T00:00:00Z");
        assert_eq!(
            refused(&client.wrong(Method::GET, &open).await),
            (400, "ErrorInvalidParameter".to_owned())
        );
        return;
    }
    panic!("no group has a series of meetings");
}

#[tokio::test]
async fn a_library_adds_up_and_its_folders_open() {
    let client = start().await;
    for group in client.owned_ids().await {
        let root = client
            .get(&format!("/groups/{group}/drive/root"))
            .await
            .json();
        let children = format!("/groups/{group}/drive/root/children");
        let items = everything(&client, &format!("{children}?$top=5")).await;
        assert_eq!(root["folder"]["childCount"], items.len());
        let sizes: u64 = items
            .iter()
            .map(|item| item["size"].as_u64().unwrap())
            .sum();
        assert_eq!(root["size"], sizes);
        let Some(folder) = items
            .iter()
            .find(|item| item["folder"]["childCount"].as_u64() > Some(0))
        else {
            continue;
        };
        assert!(folder["file"].is_null());
        let inside = format!("/groups/{group}/drive/items/{}/children", id(folder));
        let newest = client
            .get(&format!(
                "{inside}?$orderby=lastModifiedDateTime desc&$top=1"
            ))
            .await
            .value();
        assert_eq!(
            newest[0]["lastModifiedDateTime"],
            folder["lastModifiedDateTime"]
        );
        let drive = client.get(&format!("/groups/{group}/drive")).await.json();
        assert_eq!(drive["quota"]["used"], root["size"]);
        assert_eq!(drive["lastModifiedDateTime"], root["lastModifiedDateTime"]);
        let site = client
            .get(&format!("/groups/{group}/sites/root"))
            .await
            .json();
        assert!(
            drive["webUrl"]
                .as_str()
                .unwrap()
                .starts_with(site["webUrl"].as_str().unwrap())
        );
        return;
    }
    panic!("no library has a folder with something in it");
}

#[tokio::test]
async fn plans_lead_to_buckets_and_tasks_and_back_to_their_group() {
    let client = start().await;
    let (group, plans) = first(&client, "/planner/plans").await;
    let plan = id(&plans[0]);
    assert_eq!(plans[0]["container"]["containerId"], group.as_str());
    let buckets = client
        .get(&format!("/planner/plans/{plan}/buckets"))
        .await
        .value();
    let tasks = client
        .get(&format!("/planner/plans/{plan}/tasks"))
        .await
        .value();
    let inside = client
        .get(&format!("/planner/buckets/{}/tasks", id(&buckets[0])))
        .await
        .value();
    let expected = tasks
        .iter()
        .filter(|task| task["bucketId"] == buckets[0]["id"]);
    assert_eq!(inside.len(), expected.count());
    for task in tasks.iter().take(3) {
        assert!(task["@odata.etag"].as_str().unwrap().starts_with("W/\""));
        let path = format!("/planner/tasks/{}", id(task));
        assert_eq!(client.get(&path).await.json()["title"], task["title"]);
    }
    // Capitals matter.
    let shouted = format!("/planner/plans/{}", plan.to_uppercase());
    assert_eq!(client.wrong(Method::GET, &shouted).await.status, 404);
}

#[tokio::test]
async fn an_owner_who_is_no_member_stands_outside_of_planner() {
    let client = start().await;
    let joined = client
        .advanced("/me/memberOf/microsoft.graph.group?$select=id&$count=true&$top=999")
        .await;
    let joined: HashSet<String> = joined.value().iter().map(id).collect();
    let owned = client.owned_ids().await;
    let outside = owned.iter().find(|group| !joined.contains(*group)).unwrap();
    let plans = client
        .get(&format!("/groups/{outside}/planner/plans"))
        .await;
    assert_eq!(refused(&plans), (403, String::new()));
    assert_eq!(
        client
            .get(&format!("/groups/{outside}/conversations"))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn notebooks_show_when_somebody_wrote_in_them() {
    let client = start().await;
    let (group, notebooks) = first(
        &client,
        "/onenote/notebooks?$select=displayName,lastModifiedDateTime",
    )
    .await;
    assert!(notebooks[0]["lastModifiedDateTime"].is_string());
    let sections = format!(
        "/groups/{group}/onenote/notebooks/{}/sections",
        id(&notebooks[0])
    );
    assert!(!client.get(&sections).await.value().is_empty());
}

#[tokio::test]
async fn content_takes_a_permission_of_its_own_and_a_place_in_the_group() {
    let client = start().await;
    let groups = client
        .get("/groups?$top=999&$filter=groupTypes/any(c:c eq 'Unified')&$select=id,visibility")
        .await
        .value();
    let mine: HashSet<String> = client
        .get("/me/memberOf?$top=999")
        .await
        .value()
        .iter()
        .map(id)
        .chain(client.owned_ids().await)
        .collect();
    let foreign = groups
        .iter()
        .find(|group| group["visibility"] == "Private" && !mine.contains(&id(group)))
        .unwrap();
    let foreign = id(foreign);
    for (tail, code) in [
        ("conversations", "ErrorAccessDenied"),
        ("events", "ErrorAccessDenied"),
        ("drive", "accessDenied"),
        ("onenote/notebooks", "40004"),
    ] {
        let answer = client.get(&format!("/groups/{foreign}/{tail}")).await;
        assert_eq!(refused(&answer), (403, code.to_owned()));
    }
    let group = client.owned_ids().await.remove(0);
    let client = client
        .signed_in(OWNER, "User.Read Directory.Read.All")
        .await;
    for tail in [
        "conversations",
        "events",
        "drive",
        "sites/root",
        "planner/plans",
    ] {
        let answer = client.get(&format!("/groups/{group}/{tail}")).await;
        assert_eq!(answer.status, 403, "{tail}");
    }
}

#[tokio::test]
async fn a_new_group_gets_its_mailbox_and_site_a_moment_later_and_empty() {
    let client = start().await;
    let group = client.create("Brand new", "brand-new").await;
    let tails = [
        "conversations",
        "events",
        "drive/root",
        "onenote/notebooks",
        "sites/root",
    ];
    for tail in tails {
        let early = client.get(&format!("/groups/{group}/{tail}")).await;
        assert_eq!(early.status, 404, "{tail}");
    }
    let minute = jiff::SignedDuration::from_mins(1);
    client.practice.advance(Advance::By(minute)).unwrap();
    for tail in tails {
        let there = client.get(&format!("/groups/{group}/{tail}")).await;
        assert_eq!(there.status, 200, "{tail}");
        assert!(there.value().is_empty(), "{tail}");
    }
    let root = client
        .get(&format!("/groups/{group}/drive/root"))
        .await
        .json();
    assert_eq!(root["folder"]["childCount"], 0);
    let photo = client.get(&format!("/groups/{group}/photo")).await;
    assert_eq!(photo.code(), "ErrorItemNotFound");
}

#[tokio::test]
async fn what_a_group_held_goes_with_it_and_comes_back_with_it() {
    let client = start().await;
    let (group, before) = first(&client, "/conversations?$top=3").await;
    let path = format!("/groups/{group}/conversations?$top=3");
    let delete = client.request(Method::DELETE, &format!("/groups/{group}"));
    assert_eq!(client.send(delete).await.status, 204);
    assert_eq!(client.get(&path).await.status, 404);
    let restore = format!("/directory/deletedItems/{group}/restore");
    assert_eq!(client.post(&restore).await.status, 200);
    let early = client.get(&path).await;
    assert_eq!(refused(&early), (404, "ErrorNonExistentMailbox".to_owned()));
    let day = jiff::SignedDuration::from_hours(24);
    client.practice.advance(Advance::By(day)).unwrap();
    assert_eq!(client.get(&path).await.value(), before);
}

#[tokio::test]
async fn a_security_group_has_no_mailbox_and_no_site() {
    let client = start().await;
    let path = "/groups?$filter=displayName eq 'VPN Users'&$select=id";
    let group = id(&client.get(path).await.value()[0]);
    let conversations = client.get(&format!("/groups/{group}/conversations")).await;
    assert_eq!(
        refused(&conversations),
        (404, "ErrorNonExistentMailbox".to_owned())
    );
    let site = client.get(&format!("/groups/{group}/sites/root")).await;
    assert_eq!(refused(&site), (404, "itemNotFound".to_owned()));
}

#[tokio::test]
async fn five_calls_at_once_are_one_too_many_for_a_mailbox() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let slow = json!({
        "path": "/groups/*/conversations",
        "action": {"kind": "slow", "milliseconds": 1_500},
    });
    client.control("/faults", slow).await;
    let path = format!("/groups/{group}/conversations?$top=1");
    let calls = (0..5).map(|_| client.get(&path));
    let answers = futures::future::join_all(calls).await;
    let busy: Vec<&Answer> = answers
        .iter()
        .filter(|answer| answer.status == 429)
        .collect();
    assert_eq!(busy.len(), 1);
    assert_eq!(busy[0].code(), "ApplicationThrottled");
    assert_eq!(busy[0].header("retry-after"), "1");
    assert_eq!(
        client.get(&format!("/groups/{group}/events")).await.status,
        200
    );
}

#[tokio::test]
async fn the_pages_of_all_notebooks_are_one_list_with_the_last_change_first() {
    let client = start().await;
    let (group, pages) = first(&client, "/onenote/pages?$top=100").await;
    let changed = |page: &Value| page["lastModifiedDateTime"].as_str().unwrap().to_owned();
    assert!(pages.is_sorted_by(|one, other| changed(one) >= changed(other)));
    let path = format!("/groups/{group}/onenote/notebooks");
    let notebooks = client.get(&path).await.value();
    let newest = notebooks.iter().map(changed).max();
    assert_eq!(Some(changed(&pages[0])), newest);
    let newest = format!("/groups/{group}/onenote/pages?$top=1&$select=title,lastModifiedDateTime");
    assert_eq!(
        client.get(&newest).await.value()[0]["title"],
        pages[0]["title"]
    );

    let client = client
        .signed_in(OWNER, "User.Read Group.Read.All Notes.Create")
        .await;
    assert_eq!(client.get(&path).await.status, 200);
    assert_eq!(
        refused(&client.get(&newest).await),
        (403, "40004".to_owned())
    );
}
