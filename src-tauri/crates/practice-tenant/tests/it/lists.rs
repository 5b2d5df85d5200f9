//! Lists: pages, selection, filters, search, order and counts.

use std::collections::HashSet;

use practice_tenant::PracticeOptions;
use reqwest::Method;

use crate::client::{id, options, start, start_with};

const OWNED: &str = "/me/ownedObjects/microsoft.graph.group";

#[tokio::test]
async fn next_links_lead_through_every_group_once_on_the_host_that_was_asked() {
    let client = start_with(PracticeOptions {
        groups: 230,
        ..options()
    })
    .await;
    let port = client.practice.graph().replace("http://127.0.0.1:", "");
    let mut link = format!("http://localhost:{port}{OWNED}?$select=id,displayName&$top=90");
    let mut seen = HashSet::new();
    let mut pages = 0;
    loop {
        let page = client.get(&link).await;
        seen.extend(page.value().iter().map(id));
        pages += 1;
        match page.json()["@odata.nextLink"].as_str() {
            Some(next) => {
                assert!(next.starts_with("http://localhost:"));
                link = next.to_owned();
            }
            None => break,
        }
    }
    assert_eq!((pages, seen.len()), (3, 230));
}

#[tokio::test]
async fn a_page_holds_100_unless_asked_and_never_more_than_999() {
    let client = start_with(PracticeOptions {
        groups: 1_100,
        ..options()
    })
    .await;
    assert_eq!(client.get(OWNED).await.value().len(), 100);
    assert_eq!(
        client.get(&format!("{OWNED}?$top=999")).await.value().len(),
        999
    );
    let refused = client
        .wrong(Method::GET, &format!("{OWNED}?$top=1000"))
        .await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "Request_BadRequest")
    );
}

#[tokio::test]
async fn a_group_shows_its_default_properties_or_just_the_selected_ones() {
    let client = start().await;
    let ids = client.owned_ids().await;
    let group = client.get(&format!("/groups/{}", ids[0])).await.json();
    assert_eq!(group["groupTypes"][0], "Unified");
    assert!(group["expirationDateTime"].is_string() && group.get("isFavorite").is_none());
    let group = client
        .get(&format!("/groups/{}?$select=id,isFavorite,mail", ids[0]))
        .await
        .json();
    let names: Vec<&str> = group
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert_eq!(group["isFavorite"], false);
    let list = client.get("/groups?$select=id,isFavorite&$top=5").await;
    assert!(list.value()[0].get("isFavorite").is_none());
    let unknown = client.wrong(Method::GET, "/groups?$select=id,colour").await;
    assert!(unknown.status == 400 && unknown.text.contains("'colour'"));
}

#[tokio::test]
async fn relations_without_a_cast_mix_types_and_name_them() {
    let client = start().await;
    let types = async |path: &str| {
        let objects = client.get(path).await.value();
        let of = |object: &serde_json::Value| object["@odata.type"].as_str().unwrap().to_owned();
        objects.iter().map(of).collect::<HashSet<_>>()
    };
    let group = "#microsoft.graph.group".to_owned();
    let application = "#microsoft.graph.application".to_owned();
    let owned = types("/me/ownedObjects?$top=999").await;
    assert_eq!(owned, HashSet::from([group.clone(), application]));
    assert_eq!(types("/me/memberOf?$top=999").await, HashSet::from([group]));
    let cast = "/me/memberOf/microsoft.graph.group?$count=true&$top=999";
    assert_eq!(client.wrong(Method::GET, cast).await.status, 400);
    let member = client.advanced(cast).await;
    assert!(
        member
            .value()
            .iter()
            .all(|group| group["groupTypes"].is_array())
    );
}

#[tokio::test]
async fn paths_are_read_in_every_way_that_clients_write_them() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    for path in [
        "//groups".to_owned(),
        "/groups/".to_owned(),
        "/Groups".to_owned(),
        format!("/groups('{group}')"),
        format!("/GROUPS/{}/", group.to_uppercase()),
        "/me/OwnedObjects/Microsoft.Graph.Group".to_owned(),
    ] {
        assert_eq!(client.wrong(Method::GET, &path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn filters_choose_and_advanced_ones_need_their_header_and_count() {
    let client = start().await;
    let unified = "/groups?$top=999&$select=id,groupTypes&$filter=groupTypes/any(c:c eq 'Unified')";
    let groups = client.get(unified).await.value();
    assert!(
        !groups.is_empty()
            && groups
                .iter()
                .all(|group| group["groupTypes"][0] == "Unified")
    );

    let soon = client.control_get("/status").await["now"]
        .as_str()
        .unwrap()
        .to_owned();
    let later =
        format!("/groups?$filter=expirationDateTime ge {soon} and mailEnabled eq true&$top=999");
    assert!(client.get(&later).await.value().len() > 50);

    let ownerless = "/groups?$filter=owners/$count eq 0&$select=id";
    let refused = client.wrong(Method::GET, ownerless).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "Request_UnsupportedQuery")
    );
    let found = client.advanced(&format!("{ownerless}&$count=true")).await;
    assert_eq!(found.json()["@odata.count"], found.value().len());
    assert!(!found.value().is_empty());

    for broken in [
        "displayName eq",
        "colour eq 'x'",
        "displayName eq 'x",
        "(displayName eq 'x'",
    ] {
        let refused = client
            .wrong(Method::GET, &format!("/groups?$filter={broken}"))
            .await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (400, "BadRequest"),
            "{broken}"
        );
    }
    let visibility = client
        .wrong(Method::GET, "/groups?$filter=visibility eq 'Public'")
        .await;
    assert_eq!(visibility.code(), "Request_UnsupportedQuery");
}

#[tokio::test]
async fn negations_of_filters_bring_what_the_filter_leaves_out() {
    let client = start().await;
    let all: usize = client
        .advanced("/groups/$count")
        .await
        .text
        .parse()
        .unwrap();
    let count = async |filter: &str| -> usize {
        let path = format!("/groups/$count?$filter={filter}");
        client.advanced(&path).await.text.parse().unwrap()
    };
    let unified = count("groupTypes/any(c:c eq 'Unified')").await;
    assert_eq!(
        unified + count("not groupTypes/any(c:c eq 'Unified')").await,
        all
    );
    assert_eq!(
        count("mailEnabled ne true or mailEnabled eq true").await,
        all
    );
    assert_eq!(
        count("startswith(displayName,'Project') and endsWith(mail,'.invalid')").await,
        0
    );
    assert_eq!(
        count("displayName in ('VPN Users','Legal %26 Compliance')").await,
        2
    );
}

#[tokio::test]
async fn search_finds_words_and_needs_its_header() {
    let client = start().await;
    let search = "/groups?$search=\"displayName:compli\"&$select=id,displayName";
    let refused = client.wrong(Method::GET, search).await;
    assert!(refused.status == 400 && refused.text.contains("ConsistencyLevel"));
    let found = client.advanced(search).await.value();
    assert!(
        found
            .iter()
            .any(|group| group["displayName"] == "Legal & Compliance")
    );
    let either = client
        .advanced("/groups?$search=\"displayName:legal\" OR \"mailNickname:vpn\"")
        .await
        .value();
    assert!(either.len() >= 2);
    let script = client
        .advanced("/groups?$search=\"displayName:市场\"")
        .await
        .value();
    assert!(!script.is_empty());
}

#[tokio::test]
async fn order_needs_an_advanced_query_only_together_with_a_filter() {
    let client = start().await;
    let page = client
        .get("/groups?$orderby=displayName&$top=999&$select=displayName")
        .await
        .value();
    let names: Vec<String> = page
        .iter()
        .map(|group| group["displayName"].as_str().unwrap().to_lowercase())
        .collect();
    assert!(names.is_sorted());
    let both = "/groups?$orderby=displayName desc&$filter=startswith(displayName,'P')";
    assert_eq!(
        client.wrong(Method::GET, both).await.code(),
        "Request_UnsupportedQuery"
    );
    assert_eq!(
        client.advanced(&format!("{both}&$count=true")).await.status,
        200
    );
}

#[tokio::test]
async fn a_count_comes_on_the_first_page_and_only_with_the_header() {
    let client = start().await;
    let path = "/groups?$count=true&$top=30&$select=id";
    assert!(
        client
            .wrong(Method::GET, path)
            .await
            .json()
            .get("@odata.count")
            .is_none()
    );
    let first = client.advanced(path).await.json();
    assert!(first["@odata.count"].as_u64().unwrap() > 60);
    let second = client
        .advanced(first["@odata.nextLink"].as_str().unwrap())
        .await
        .json();
    assert!(second.get("@odata.count").is_none() && second["value"].is_array());
}

#[tokio::test]
async fn a_next_link_of_another_service_is_refused() {
    let client = start().await;
    let refused = client
        .wrong(Method::GET, "/groups?$skiptoken=made-up")
        .await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "Directory_ExpiredPageToken")
    );
}

#[tokio::test]
async fn an_unknown_path_is_refused_in_the_services_shape_with_ids() {
    let client = start().await;
    let request = client
        .request(Method::GET, "/me/colours")
        .header("client-request-id", "c-1");
    let refused = client
        .send(request.header("x-practice-kind", "negative"))
        .await;
    let error = refused.json()["error"].clone();
    assert_eq!(refused.status, 400);
    assert_eq!(error["innerError"]["client-request-id"], "c-1");
    assert_eq!(
        error["innerError"]["request-id"],
        refused.header("request-id")
    );
    assert!(refused.header("date").ends_with("GMT"));
    let missing = client
        .get("/groups/00000000-0000-0000-0000-000000000001")
        .await;
    assert_eq!(
        (missing.status, missing.code().as_str()),
        (404, "Request_ResourceNotFound")
    );
    assert_eq!(client.wrong(Method::DELETE, "/me").await.status, 405);
}

#[tokio::test]
async fn a_function_may_be_compared_and_an_order_may_not_be_misspelt() {
    let client = start().await;
    let plain = client
        .get("/groups?$filter=startswith(displayName,'p')&$select=id")
        .await;
    let compared = client
        .get("/groups?$filter=startswith(displayName,'p') eq true&$select=id")
        .await;
    assert!(!plain.value().is_empty());
    assert_eq!(plain.value(), compared.value());
    let errors = client
        .get("/groups?$filter=hasMembersWithLicenseErrors eq true")
        .await;
    assert_eq!((errors.status, errors.value().len()), (200, 0));
    for order in ["displayName bogus", "displayName desc desc"] {
        let refused = client
            .wrong(Method::GET, &format!("/groups?$orderby={order}"))
            .await;
        assert_eq!(refused.status, 400, "{order}");
    }
}
