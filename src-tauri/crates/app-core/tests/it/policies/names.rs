//! Naming policies: what names come to, and which groups would not fit.

use ipc_contract::details::NameProblem;
use ipc_contract::policies::{
    NameAttribute, NamePart, NamePattern, NamingFinding, NamingInput, NamingMisfitsRequest,
    NamingPreviewRequest,
};

use super::administrator;
use crate::desk::Desk;

fn naming(parts: Vec<NamePart>, blocked: &[&str]) -> NamingInput {
    NamingInput {
        pattern: NamePattern::Parts { parts },
        blocked_words: blocked.iter().map(|word| (*word).to_owned()).collect(),
    }
}

fn grp() -> Vec<NamePart> {
    let text = |text: &str| NamePart::Text { text: text.into() };
    let attribute = NameAttribute::Department;
    vec![
        text("GRP_"),
        NamePart::GroupName,
        text("_"),
        NamePart::Attribute { attribute },
    ]
}

#[tokio::test]
async fn names_are_shown_for_oneself_and_for_people_of_other_departments() {
    let desk = Desk::new("names-preview").await;
    let started = desk.enter().await;
    let request = NamingPreviewRequest {
        naming: Some(naming(grp(), &["payroll"])),
        name: "Payroll".into(),
    };

    let preview = started.core.naming_preview(&request).await.unwrap();

    assert_eq!(preview.policy.raw, "GRP_[GroupName]_[Department]");
    assert!(preview.valid && !preview.exempt);
    let me = &preview.examples[0];
    assert!(me.me && me.display_name.starts_with("GRP_Payroll_"));
    assert!(me.mail_nickname.starts_with("GRP_payroll_"));
    let names: std::collections::BTreeSet<&str> = preview
        .examples
        .iter()
        .map(|example| example.display_name.as_str())
        .collect();
    assert!(
        names.len() > 2,
        "others are of other departments: {names:?}"
    );
    // Underscores part words, as the service sees them.
    let blocked = |problem: &NameProblem| matches!(problem, NameProblem::BlockedWord { .. });
    assert!(me.findings.iter().any(|finding| blocked(&finding.problem)));
}

#[tokio::test]
async fn a_policy_that_cannot_be_saved_says_why() {
    let desk = Desk::new("names-invalid").await;
    let started = desk.enter().await;
    let request = NamingPreviewRequest {
        naming: Some(naming(
            vec![NamePart::Text {
                text: "x".repeat(70),
            }],
            &[],
        )),
        name: String::new(),
    };

    let preview = started.core.naming_preview(&request).await.unwrap();

    assert!(!preview.valid);
    let findings = &preview.policy.findings;
    assert!(findings.contains(&NamingFinding::GroupNameMissing));
    assert!(
        findings
            .iter()
            .any(|finding| matches!(finding, NamingFinding::NoRoom { .. }))
    );
}

#[tokio::test]
async fn groups_that_would_not_fit_are_named_with_the_reason() {
    let (_desk, started) = administrator("names-misfits").await;
    let request = |naming| NamingMisfitsRequest {
        naming: Some(naming),
        offset: 0,
        limit: 500,
    };
    let ask = async || {
        let request = request(naming(grp(), &[]));
        started.core.naming_misfits(&request).await.unwrap()
    };
    let answer = started
        .until(ask, |answer| answer.reading.is_none() && answer.groups > 0)
        .await;
    assert_eq!(answer.total, answer.groups, "no group is named so yet");
    assert!(
        answer
            .rows
            .is_sorted_by_key(|row| row.group_name.to_lowercase())
    );

    let free = request(naming(Vec::new(), &[]));
    assert_eq!(started.core.naming_misfits(&free).await.unwrap().total, 0);
}
