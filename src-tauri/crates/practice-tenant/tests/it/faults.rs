//! Faults that rules and conditions bring about.

use practice_tenant::Conditions;
use serde_json::json;

use crate::client::start;

#[tokio::test]
async fn a_rule_throttles_as_often_as_it_says_and_then_lets_pass() {
    let client = start().await;
    let action = json!({"kind": "status", "status": 429, "retryAfter": 2.5});
    client
        .control(
            "/faults",
            json!({"method": "GET", "path": "/me", "times": 2, "action": action}),
        )
        .await;
    for _ in 0..2 {
        let answer = client.get("/me").await;
        assert_eq!((answer.status, answer.header("retry-after")), (429, "2.5"));
        assert_eq!(answer.code(), "TooManyRequests");
    }
    assert_eq!(client.get("/me").await.status, 200);
}

#[tokio::test]
async fn a_client_that_does_not_wait_is_complained_about() {
    let client = start().await;
    let action = json!({"kind": "status", "status": 429, "retryAfter": 600});
    client
        .control(
            "/faults",
            json!({"path": "/me", "times": 1, "action": action}),
        )
        .await;
    client.get("/me").await;
    client.get("/organization").await;
    client.get("/me").await;
    let complaints = client.control_get("/complaints").await;
    assert_eq!(complaints["value"].as_array().unwrap().len(), 1);
    assert_eq!(complaints["value"][0]["call"], "GET /me");
}

#[tokio::test]
async fn a_single_item_of_a_batch_can_be_throttled() {
    let client = start().await;
    let action = json!({"kind": "status", "status": 429, "retryAfter": 1});
    let rule = json!({"path": "/groups/*/renew", "inBatch": true, "skip": 1, "times": 1, "action": action});
    client.control("/faults", rule).await;
    let ids = client.owned_ids().await;
    let requests: Vec<_> = (0..3)
        .map(|n| json!({"id": n.to_string(), "method": "POST", "url": format!("/groups/{}/renew", ids[n])}))
        .collect();
    let answer = client.batch(json!(requests)).await.json();
    let mut statuses: Vec<u64> = answer["responses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["status"].as_u64().unwrap())
        .collect();
    statuses.sort_unstable();
    assert_eq!(
        (answer["responses"].as_array().unwrap().len(), statuses),
        (3, vec![204, 204, 429])
    );
    let throttled = answer["responses"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["status"] == 429)
        .unwrap();
    assert_eq!(throttled["headers"]["Retry-After"], "1");
    assert_eq!(
        client.control_get("/writes").await["value"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn a_connection_is_cut_before_or_after_the_effect() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let writes = async || {
        client.control_get("/writes").await["value"]
            .as_array()
            .unwrap()
            .len()
    };
    for (kind, effects) in [("cutBefore", 0), ("cutAfter", 1)] {
        let rule = json!({"path": "/groups/*/renew", "times": 1, "action": {"kind": kind}});
        client.control("/faults", rule).await;
        let request = client.request(reqwest::Method::POST, &format!("/groups/{group}/renew"));
        assert!(request.send().await.is_err(), "{kind}");
        assert_eq!(writes().await, effects, "{kind}");
    }
}

#[tokio::test]
async fn a_body_can_be_truncated_or_a_proxys_page() {
    let client = start().await;
    client
        .control(
            "/faults",
            json!({"path": "/groups", "times": 1, "action": {"kind": "truncated"}}),
        )
        .await;
    let response = client
        .request(reqwest::Method::GET, "/groups")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status().as_u16(), 200);
    assert!(response.bytes().await.is_err());
    client
        .control(
            "/faults",
            json!({"path": "/groups", "times": 1, "action": {"kind": "html", "status": 502}}),
        )
        .await;
    let page = client.get("/groups").await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (502, "text/html")
    );
    assert_eq!(client.get("/groups").await.status, 200);
}

#[tokio::test]
async fn conditions_hold_until_they_are_normal_again() {
    let client = start().await;
    client.practice.set_conditions(Conditions::Unavailable);
    assert_eq!(client.get("/me").await.status, 503);
    client.practice.set_conditions(Conditions::Throttled);
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(client.get("/me").await.status);
    }
    assert_eq!(statuses, [429, 429, 200]);
    client.practice.set_conditions(Conditions::Normal);
    assert_eq!(client.get("/me").await.status, 200);
}

#[tokio::test]
async fn an_answer_without_a_body_breaks_off_within_its_headers() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let rule = json!({"path": "/groups/*/renew", "times": 1, "action": {"kind": "truncated"}});
    client.control("/faults", rule).await;
    let renew = client.request(reqwest::Method::POST, &format!("/groups/{group}/renew"));
    assert!(renew.send().await.is_err());
    let writes = client.control_get("/writes").await;
    assert_eq!(
        writes["value"].as_array().unwrap().len(),
        1,
        "it took effect"
    );
}

#[tokio::test]
async fn rules_and_conditions_reach_sign_in() {
    let client = start().await;
    let token = format!(
        "{}/organizations/oauth2/v2.0/token",
        client.practice.authority()
    );
    let ask = || client.http.post(&token).form(&[("grant_type", "none")]);
    let rule = async |action: serde_json::Value| {
        let rule = json!({"path": "/oauth2/v2.0/token", "times": 1, "action": action});
        client.control("/faults", rule).await;
    };
    rule(json!({"kind": "status", "status": 429, "retryAfter": 2})).await;
    let throttled = client.send(ask()).await;
    assert_eq!(
        (throttled.status, throttled.header("retry-after")),
        (429, "2")
    );
    assert_eq!(throttled.json()["error"], "temporarily_unavailable");
    rule(json!({"kind": "html", "status": 200})).await;
    assert_eq!(client.send(ask()).await.header("content-type"), "text/html");
    for kind in ["cutBefore", "cutAfter"] {
        rule(json!({ "kind": kind })).await;
        assert!(ask().send().await.is_err(), "{kind}");
    }
    rule(json!({"kind": "truncated"})).await;
    assert!(ask().send().await.unwrap().bytes().await.is_err());
    assert_eq!(client.send(ask()).await.status, 400, "and then it is well");
    client.practice.set_conditions(Conditions::Unavailable);
    assert_eq!(client.send(ask()).await.status, 503);
}
