//! People by their exact addresses.

use std::collections::HashMap;

use graph_client::GraphError;
use graph_client::models::User;
use serde_json::{Value, json};
use url::Url;
use wiremock::MockServer;

use super::batch_server::{answering, failed, items_sent};
use super::client_of;

/// The filter of an item, decoded.
fn filter(item: &Value) -> String {
    let url = format!("https://graph.invalid{}", item["url"].as_str().unwrap());
    let url = Url::parse(&url).unwrap();
    let filter = url.query_pairs().find(|(name, _)| name == "$filter");
    filter.unwrap().1.into_owned()
}

fn people(people: &[Value]) -> Value {
    json!({ "status": 200, "body": { "value": people } })
}

async fn look_up(server: &MockServer, addresses: &[&str]) -> HashMap<String, Vec<String>> {
    ask(server, addresses)
        .await
        .into_iter()
        .map(|(address, found)| {
            let ids = found.unwrap().into_iter().map(|user| user.id.to_string());
            (address, ids.collect())
        })
        .collect()
}

async fn ask(
    server: &MockServer,
    addresses: &[&str],
) -> Vec<(String, Result<Vec<User>, GraphError>)> {
    let addresses: Vec<_> = addresses.iter().map(|&text| text.to_owned()).collect();
    client_of(server).users().by_address(&addresses).await
}

#[tokio::test]
async fn a_person_is_found_by_address_sign_in_name_or_alias_in_any_case() {
    let server = answering(|_| {
        people(&[
            json!({ "id": "a", "mail": "Ada@contoso.com" }),
            json!({ "id": "b", "userPrincipalName": "bob@contoso.com", "mail": null }),
            json!({ "id": "c", "proxyAddresses": ["SMTP:main@x.com", "smtp:Cleo@contoso.com", "x500:y"] }),
        ])
    })
    .await;

    let asked = [
        "ADA@contoso.com",
        " bob@contoso.com ",
        "cleo@contoso.com",
        "dan@contoso.com",
    ];
    let found = look_up(&server, &asked).await;

    assert_eq!(found["ADA@contoso.com"], ["a"]);
    assert_eq!(found[" bob@contoso.com "], ["b"]);
    assert_eq!(found["cleo@contoso.com"], ["c"]);
    assert!(found["dan@contoso.com"].is_empty());
    assert_eq!(items_sent(&server).await.len(), 1);
}

#[tokio::test]
async fn a_thousand_addresses_are_ten_requests_of_filters_within_the_limit() {
    let server = answering(|item| {
        let comparisons = filter(item).matches(" eq ").count();
        assert!(comparisons <= 15, "the service takes fifteen");
        people(&[])
    })
    .await;
    let addresses: Vec<_> = (0..1000)
        .map(|i| format!("person{i}@contoso.com"))
        .collect();

    let found = client_of(&server).users().by_address(&addresses).await;

    let order: Vec<_> = found.iter().map(|(address, _)| address).collect();
    assert_eq!(order, addresses.iter().collect::<Vec<_>>());
    assert_eq!(server.received_requests().await.unwrap().len(), 10);
}

#[tokio::test]
async fn an_address_is_quoted_and_encoded() {
    let server = answering(|item| {
        let raw = item["url"].as_str().unwrap();
        assert!(raw.contains("%2Btag") && !raw.contains('#') && !raw.contains("a&b"));
        people(&[])
    })
    .await;
    look_up(&server, &["o'neil+tag@contoso.com", "a&b#ext#@contoso.com"]).await;
    let filter = filter(&items_sent(&server).await[0]);
    assert!(filter.contains("mail eq 'o''neil+tag@contoso.com'"));
    assert!(filter.contains("proxyAddresses/any(p:p eq 'smtp:o''neil+tag@contoso.com')"));
}

#[tokio::test]
async fn what_is_no_address_is_not_asked_for_and_the_same_one_once() {
    let server = answering(|_| people(&[json!({ "id": "a", "mail": "ada@contoso.com" })])).await;
    let long = format!("{}@contoso.com", "x".repeat(400));
    let asked = [
        "",
        "Ada",
        "a b@contoso.com",
        &long,
        "ada@contoso.com",
        "Ada@Contoso.com",
    ];

    let found = look_up(&server, &asked).await;

    let hits = found.values().filter(|people| !people.is_empty()).count();
    assert_eq!((found.len(), hits), (6, 2));
    assert_eq!(
        filter(&items_sent(&server).await[0])
            .matches("mail eq")
            .count(),
        1
    );
}

#[tokio::test]
async fn somebody_found_by_an_alias_that_may_not_be_read_is_looked_up_alone() {
    let server = answering(|item| {
        let filter = filter(item);
        match filter.contains("smtp:alias@contoso.com") {
            true => people(&[json!({ "id": "c", "mail": "main@contoso.com" })]),
            false => people(&[]),
        }
    })
    .await;

    let found = look_up(&server, &["alias@contoso.com", "nobody@contoso.com"]).await;

    assert_eq!(found["alias@contoso.com"], ["c"]);
    assert!(found["nobody@contoso.com"].is_empty());
}

#[tokio::test]
async fn one_address_that_the_service_refuses_costs_only_itself() {
    let server = answering(|item| {
        let filter = filter(item);
        if filter.contains("bad@") {
            return failed(400, "Request_UnsupportedQuery");
        }
        match filter.contains("'ada@contoso.com'") {
            true => people(&[json!({ "id": "a", "mail": "ada@contoso.com" })]),
            false => people(&[]),
        }
    })
    .await;

    let asked = ["ada@contoso.com", "bad@contoso.com", "cleo@contoso.com"];
    let mut found: HashMap<_, _> = ask(&server, &asked).await.into_iter().collect();

    let mut take = |address: &str| found.remove(address).unwrap();
    assert_eq!(take("ada@contoso.com").unwrap().len(), 1);
    assert_eq!(take("bad@contoso.com").unwrap_err().status(), Some(400));
    assert!(take("cleo@contoso.com").unwrap().is_empty());
}

#[tokio::test]
async fn without_the_permission_every_address_says_so() {
    let server = answering(|_| failed(403, "Authorization_RequestDenied")).await;
    for (_, found) in ask(&server, &["ada@contoso.com", "bob@contoso.com"]).await {
        assert!(found.unwrap_err().is_not_allowed());
    }
}
