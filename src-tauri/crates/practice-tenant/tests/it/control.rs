//! The control address: what it says of itself, refuses, and keeps.

use practice_tenant::PracticeOptions;
use reqwest::Method;
use serde_json::json;

use crate::client::{options, start, start_with};

#[tokio::test]
async fn it_says_what_it_can_be_asked_and_every_word_of_that_is_true() {
    let client = start().await;
    let index = client.control_get("").await;
    let calls = index["value"].as_array().unwrap();
    assert!(calls.len() > 10);
    let world = client.control_get("/world").await;
    let group = world["groups"][0]["id"].as_str().unwrap();
    for call in calls {
        let method: Method = call["method"].as_str().unwrap().parse().unwrap();
        let path = call["path"].as_str().unwrap().replace("{id}", group);
        let address = format!("{}{path}", client.practice.authority());
        let answer = client.send(client.http.request(method, address)).await;
        assert!(
            ![404, 405].contains(&answer.status),
            "{path} {}",
            answer.status
        );
    }
}

#[tokio::test]
async fn a_misspelt_word_is_refused_with_the_reason_and_has_no_effect() {
    let client = start().await;
    let cut = json!({"kind": "cutBefore"});
    for (path, body, word) in [
        ("/faults", json!({"pth": "/me", "action": cut}), "pth"),
        (
            "/faults",
            json!({"action": {"kind": "status", "status": 429, "retry": 1}}),
            "retry",
        ),
        ("/faults", json!({"path": "/me"}), "action"),
        ("/behavior", json!({"lag": 3}), "lag"),
        ("/sign-in", json!({"revoked": "x"}), "revoked"),
        (
            "/conditions",
            json!({"conditions": "slow", "times": 1}),
            "times",
        ),
        ("/clock", json!({"advanceDays": 1}), "advanceDays"),
        ("/reset", json!({"people": 9}), "people"),
        ("/users", json!({"remove": "x"}), "remove"),
        ("/policy", json!({"blocked": ["x"]}), "blocked"),
    ] {
        let refused = client.control(path, body).await;
        assert_eq!(refused.status, 400, "{path} {}", refused.text);
        let reason = refused.json()["error"]["message"].to_string();
        assert!(reason.contains(word), "{reason}");
    }
    assert_eq!(client.get("/me").await.status, 200);
}

#[tokio::test]
async fn rules_conditions_and_lags_outlive_a_restart_with_what_is_left_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || PracticeOptions {
        state: Some(folder.path().join("practice.jsonl")),
        ..options()
    };
    let client = start_with(kept()).await;
    let action = json!({"kind": "status", "status": 503});
    let rule = json!({"path": "/me", "times": 2, "action": action});
    client.control("/faults", rule).await;
    client
        .control("/behavior", json!({"lagSeconds": 600}))
        .await;
    assert_eq!(client.get("/me").await.status, 503);
    let group = client.owned_ids().await.remove(0);
    let shown = format!("/groups/{group}?$select=renewedDateTime");
    let before = client.get(&shown).await.json();
    drop(client);

    let client = start_with(kept()).await;
    assert_eq!(client.get("/me").await.status, 503, "one of two is left");
    assert_eq!(client.get("/me").await.status, 200);
    client.post(&format!("/groups/{group}/renew")).await;
    let after = client.get(&shown).await.json();
    let renewed = "renewedDateTime";
    assert_eq!(after[renewed], before[renewed], "the lag is kept");
    client
        .control("/conditions", json!({"conditions": "unavailable"}))
        .await;
    drop(client);

    let client = start_with(kept()).await;
    assert_eq!(client.get("/me").await.status, 503);
}

#[tokio::test]
async fn a_state_file_belongs_to_one_tenant_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || PracticeOptions {
        state: Some(folder.path().join("practice.jsonl")),
        ..options()
    };
    let first = start_with(kept()).await;
    let error = practice_tenant::PracticeTenant::start(kept()).await.err();
    let source = std::error::Error::source(&error.unwrap())
        .unwrap()
        .to_string();
    assert!(source.contains("another practice tenant"), "{source}");
    drop(first);
    start_with(kept()).await;
}

#[tokio::test]
async fn marking_what_is_marked_is_no_write() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    for action in [
        "removeFavorite",
        "addFavorite",
        "addFavorite",
        "removeFavorite",
    ] {
        assert_eq!(
            client
                .post(&format!("/groups/{group}/{action}"))
                .await
                .status,
            200
        );
    }
    let writes = client.control_get("/writes").await;
    assert_eq!(writes["value"].as_array().unwrap().len(), 2);
}
