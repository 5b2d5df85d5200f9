//! Policies as a file: saved, compared with a later state, and taken over.

use ipc_contract::policies::{
    FileFault, ManagedGroups, PoliciesAdoptRequest, PoliciesCompared, PoliciesImportRequest,
    PolicyArea, PolicyDifference,
};
use ipc_contract::tables::{ExportContent, ExportFormat, ExportRequest};

use super::{administrator, expire, input, policy, read, set, unified};
use crate::desk::{Desk, Started};

async fn saved(desk: &Desk, started: &Started) -> String {
    read(started).await;
    let export = ExportRequest {
        content: ExportContent::Policies,
        format: ExportFormat::Json,
    };
    let file = started.core.export(&export).await.unwrap();
    std::fs::read_to_string(desk.downloads().join(file.file_name)).unwrap()
}

async fn differences(started: &Started, text: &str) -> Vec<PolicyDifference> {
    let request = PoliciesImportRequest { text: text.into() };
    match started.core.compare_policies(&request).await.unwrap() {
        PoliciesCompared::Compared {
            differences,
            same_tenant,
            ..
        } => {
            assert!(same_tenant);
            differences
        }
        PoliciesCompared::Refused { fault } => panic!("{fault:?}"),
    }
}

#[tokio::test]
async fn an_earlier_state_is_compared_and_taken_over() {
    let (desk, started) = administrator("files-earlier").await;
    let before = policy(&started).await.unwrap();
    let earlier = saved(&desk, &started).await;
    assert_eq!(differences(&started, &earlier).await, []);
    let mut shorter = input(90, ManagedGroups::All);
    shorter
        .notification_emails
        .clone_from(&before.notification_emails);
    let change = expire(Some(before.clone()), Some(shorter));
    started.core.change(&change).await.unwrap();
    let change = set(&started, &[("EnableGroupCreation", "false")]).await;
    started.core.change(&change).await.unwrap();

    let found = differences(&started, &earlier).await;

    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(
        (found[0].area, found[0].there.as_deref()),
        (PolicyArea::Expiration, Some("180"))
    );
    assert_eq!(found[1].area, PolicyArea::Creation);
    let adopt = PoliciesAdoptRequest {
        text: earlier,
        keys: found.iter().map(|found| found.key.clone()).collect(),
    };
    for change in started.core.adopt_policies(&adopt).await.unwrap().changes {
        started.core.change(&change).await.unwrap();
    }
    assert_eq!(policy(&started).await.unwrap().lifetime_days, 180);
    let values = unified(&started).await.values;
    let creation = values
        .iter()
        .find(|value| value.name == "EnableGroupCreation");
    assert!(creation.unwrap().value.eq_ignore_ascii_case("true"));
}

#[tokio::test]
async fn a_bad_file_gets_a_clear_answer() {
    let desk = Desk::new("files-bad").await;
    let started = desk.enter().await;
    let request = PoliciesImportRequest {
        text: "name,address\n".into(),
    };

    let answer = started.core.compare_policies(&request).await.unwrap();

    let fault = FileFault::NotJson { line: 1 };
    assert_eq!(answer, PoliciesCompared::Refused { fault });
}
