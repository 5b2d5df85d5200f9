//! Decisions about expiring groups, and the record of what became of them.

use ipc_contract::decisions::{
    Decision, DecisionRequest, History, HistoryEvent, HistoryRequest, Integrity, LetterRequest,
    Reopened,
};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::groups::GroupSummary;
use ipc_contract::jobs::{ChangeRequest, ItemState};
use ipc_contract::people::Role;
use ipc_contract::tables::{ExportContent, ExportFormat, ExportRequest};
use jiff::ToSpan as _;
use serde_json::{Value, json};

use crate::desk::{Desk, Started};

fn let_expire(group: &GroupSummary, note: &str) -> DecisionRequest {
    DecisionRequest {
        group_id: group.id.clone(),
        decision: Some(Decision::LetExpire { note: note.into() }),
    }
}

fn revoke(group: &GroupSummary) -> DecisionRequest {
    DecisionRequest {
        group_id: group.id.clone(),
        decision: None,
    }
}

async fn history(started: &Started) -> History {
    let all = HistoryRequest {
        group_id: None,
        before: None,
    };
    started.core.history(&all).await.unwrap()
}

/// Owned groups that expire, the last one first: none of them is in its last week.
async fn expiring(started: &Started) -> Vec<GroupSummary> {
    let mut groups = started.groups().await.groups;
    groups.retain(|group| group.owned && group.expires.is_some());
    groups.sort_by_key(|group| std::cmp::Reverse(group.expires));
    groups
}

#[tokio::test]
async fn what_was_decided_survives_the_program_and_can_be_taken_back() {
    let desk = Desk::new("decide").await;
    let started = desk.enter().await;
    let group = expiring(&started).await.remove(0);
    started
        .core
        .decide(&let_expire(&group, "nobody uses it"))
        .await
        .unwrap();
    let until = jiff::tz::TimeZone::UTC
        .to_datetime(group.expires.unwrap())
        .date();
    let later = DecisionRequest {
        group_id: group.id.clone(),
        decision: Some(Decision::Later {
            until: until.checked_sub(20.days()).unwrap(),
        }),
    };
    started.core.decide(&later).await.unwrap();
    drop(started);

    let started = desk.start().await;
    let list = started.core.decisions().await.unwrap().decisions;
    assert_eq!(list.len(), 1);
    assert_eq!(Some(&list[0].decision), later.decision.as_ref());
    assert_eq!(
        (list[0].reopened, &list[0].group_name),
        (None, &group.display_name)
    );

    // Undo is what was decided before, and then nothing.
    let list = started
        .core
        .decide(&let_expire(&group, "nobody uses it"))
        .await
        .unwrap();
    assert!(matches!(
        list.decisions[0].decision,
        Decision::LetExpire { .. }
    ));
    let list = started.core.decide(&revoke(&group)).await.unwrap();
    assert!(list.decisions.is_empty());
    started.core.decide(&revoke(&group)).await.unwrap();

    let history = history(&started).await;
    let numbers: Vec<u32> = history.entries.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [4, 3, 2, 1], "revoking nothing is no entry");
    assert_eq!((history.total, history.integrity), (4, Integrity::Intact));
    assert_eq!(history.entries[0].event, HistoryEvent::Revoked);
    assert!(history.entries[0].by.contains('@'));
}

#[tokio::test]
async fn a_day_that_is_over_and_an_endless_note_are_refused() {
    let desk = Desk::new("decide-refused").await;
    let started = desk.enter().await;
    let group = expiring(&started).await.remove(0);
    let past = DecisionRequest {
        group_id: group.id.clone(),
        decision: Some(Decision::Later {
            until: jiff::civil::date(2020, 1, 1),
        }),
    };
    for (request, field) in [
        (past, "until"),
        (let_expire(&group, &"n".repeat(2_001)), "note"),
    ] {
        let refused = CommandError::from(started.core.decide(&request).await.unwrap_err());
        assert_eq!(refused.code, ErrorCode::InvalidInput);
        assert_eq!(refused.params.field.as_deref(), Some(field));
    }
    assert_eq!(history(&started).await.total, 0);
}

#[tokio::test]
async fn a_group_that_somebody_else_renewed_comes_back_and_the_record_tells_of_it() {
    let desk = Desk::new("decide-moved").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    started.core.decide(&let_expire(&group, "")).await.unwrap();

    desk.renew_as_administrator(&group.id).await;
    // Lists lag some seconds behind.
    desk.control("clock", json!({ "advanceSeconds": 10 })).await;
    started.groups().await;
    let decided = started.core.decisions().await.unwrap().decisions.remove(0);
    assert_eq!(decided.reopened, Some(Reopened::Renewed));

    started.groups().await;
    let history = history(&started).await;
    let moved: Vec<_> = history
        .entries
        .iter()
        .filter_map(|entry| match entry.event {
            HistoryEvent::Moved {
                expired_before,
                expires,
            } => Some((expired_before, expires)),
            _ => None,
        })
        .collect();
    assert_eq!(moved.len(), 1, "a move is told once");
    assert_eq!(moved[0].0, group.expires);
    assert!(moved[0].1 > group.expires);
}

#[tokio::test]
async fn a_renewal_from_here_ends_what_was_decided_and_is_told_with_both_dates() {
    let desk = Desk::new("decide-renewed").await;
    let started = desk.enter().await;
    let group = started.some_group().await;
    started.core.decide(&let_expire(&group, "")).await.unwrap();

    let outcome = started.core.renew(&group.id).await.unwrap();

    assert!(started.core.decisions().await.unwrap().decisions.is_empty());
    let told = history(&started).await;
    let renewed = HistoryEvent::Renewed {
        expired_before: group.expires,
        expires: outcome.group.expires,
    };
    assert_eq!(told.entries[0].event, renewed);
    started.groups().await;
    started.groups().await;
    assert_eq!(
        history(&started).await.total,
        told.total,
        "a renewal from here is no move"
    );
}

#[tokio::test]
async fn a_job_tells_of_each_renewal_once_though_it_was_interrupted_and_resumed() {
    let desk = Desk::of("decide-job", 40, 30).await;
    let started = desk.enter().await;
    let groups = expiring(&started).await;
    let ids: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
    // The line breaks in the middle: what was sent is looked up.
    desk.fault("POST", "/$batch", 1, json!({ "kind": "cutAfter" }))
        .await;
    let request = ChangeRequest::RenewGroups {
        group_ids: ids.clone(),
    };
    let mut result = started.core.change(&request).await.unwrap();
    desk.clear_faults().await;
    if result.job.ended.is_none() {
        started.core.resume_job(&result.job.job_id).await.unwrap();
        result = started.over(&result.job.job_id).await;
    }
    let done = result
        .items
        .iter()
        .filter(|item| item.state == ItemState::Done)
        .count();
    assert!(done > 20);

    let ask = async || history(&started).await;
    let told = started
        .until(ask, |history| history.total as usize >= done)
        .await;
    for entry in &told.entries {
        let HistoryEvent::Renewed {
            expired_before,
            expires,
        } = entry.event
        else {
            panic!("{entry:?}");
        };
        assert!(expires > expired_before, "read back: {entry:?}");
    }
    drop(started);

    let started = desk.start().await;
    history(&started).await;
    started.groups().await;
    let again = history(&started).await;
    assert_eq!(
        (again.total as usize, again.integrity),
        (done, Integrity::Intact)
    );
    assert_eq!(desk.writes("renew").await, ids.len());
}

#[tokio::test]
async fn a_restore_is_told() {
    let desk = Desk::new("decide-restored").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let ids = vec![group.id.clone()];
    let delete = ChangeRequest::DeleteGroups {
        group_ids: ids.clone(),
    };
    started.core.change(&delete).await.unwrap();
    let restore = ChangeRequest::RestoreGroups { group_ids: ids };
    started.core.change(&restore).await.unwrap();

    let ask = async || history(&started).await;
    let told = started.until(ask, |history| history.total == 1).await;
    assert_eq!(told.entries[0].event, HistoryEvent::Restored);
    assert_eq!(told.entries[0].group_name, group.display_name);
}

#[tokio::test]
async fn a_record_that_somebody_wrote_to_says_so_and_is_read_all_the_same() {
    let desk = Desk::new("decide-tampered").await;
    let started = desk.enter().await;
    for group in &expiring(&started).await[..3] {
        started
            .core
            .decide(&let_expire(group, "as it was"))
            .await
            .unwrap();
    }
    drop(started);
    desk.write_to_ledger(
        "UPDATE entries SET event = replace(event, 'as it was', 'as it were') WHERE number = 2",
    );

    let started = desk.start().await;
    let told = history(&started).await;

    assert_eq!(told.integrity, Integrity::Broken { number: 2 });
    assert_eq!(told.entries.len(), 3);
}

#[tokio::test]
async fn a_letter_goes_to_the_other_enabled_owners_and_not_to_oneself() {
    let desk = Desk::new("letter").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let owners = desk.people_of(&group.id, "owners").await;
    let other = desk
        .colleagues()
        .await
        .into_iter()
        .find(|person| !owners.contains(&person.id))
        .unwrap();
    let add = ChangeRequest::AddPeople {
        group_ids: vec![group.id.clone()],
        people: vec![other.clone()],
        role: Role::Owner,
    };
    started.core.change(&add).await.unwrap();
    let world = desk.control("world", Value::Null).await;
    let address = |id: &str| {
        let users = world["users"].as_array().unwrap();
        let user = users.iter().find(|user| user["id"] == id).unwrap();
        user["userPrincipalName"].as_str().unwrap().to_lowercase()
    };
    let request = LetterRequest {
        group_id: group.id.clone(),
        subject: "Still needed?".into(),
        body: "First\nSecond".into(),
    };

    let opened = started.core.open_letter(&request).await.unwrap();

    let to: Vec<String> = opened.to.iter().map(|to| to.to_lowercase()).collect();
    assert!(to.contains(&address(&other.id)), "{to:?}");
    assert!(!to.contains(&address(&desk.me().await.id)));
    let letters = started.host.letters.lock().unwrap().clone();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].as_str().ends_with("&body=First%0D%0ASecond"));
    let asked = HistoryEvent::Asked { to: opened.to };
    assert_eq!(history(&started).await.entries[0].event, asked);
}

#[tokio::test]
async fn who_is_the_only_owner_is_told_that_there_is_nobody_to_ask() {
    let desk = Desk::new("letter-alone").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let me = desk.me().await.id;
    for id in desk.people_of(&group.id, "owners").await {
        if id != me {
            let remove = ChangeRequest::RemovePeople {
                group_ids: vec![group.id.clone()],
                people: vec![ipc_contract::people::PersonRef {
                    id,
                    display_name: String::new(),
                }],
                role: Role::Owner,
            };
            started.core.change(&remove).await.unwrap();
        }
    }
    let request = LetterRequest {
        group_id: group.id,
        subject: String::new(),
        body: String::new(),
    };

    let refused = CommandError::from(started.core.open_letter(&request).await.unwrap_err());

    assert_eq!(refused.code, ErrorCode::NothingToDo);
    assert!(started.host.letters.lock().unwrap().is_empty());
    assert_eq!(history(&started).await.total, 0);
}

#[tokio::test]
async fn signing_out_takes_the_record_along() {
    let desk = Desk::new("decide-sign-out").await;
    let started = desk.enter().await;
    let group = expiring(&started).await.remove(0);
    started.core.decide(&let_expire(&group, "")).await.unwrap();
    assert!(desk.ledger_file().is_some());
    let account = started.core.accounts().await.unwrap().accounts.remove(0);

    started.core.sign_out(&account.id, false).await.unwrap();

    assert!(desk.ledger_file().is_none());
}

async fn save(started: &Started, content: ExportContent, format: ExportFormat) -> ExportRequest {
    let request = ExportRequest { content, format };
    started.core.export(&request).await.unwrap();
    request
}

fn saved(desk: &Desk, extension: &str) -> Vec<String> {
    let mut files: Vec<_> = std::fs::read_dir(desk.downloads())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|name| name == extension))
        .collect();
    files.sort_by_key(|file| file.as_os_str().len());
    files
        .into_iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

#[tokio::test]
async fn a_calendar_saved_again_moves_what_was_renewed_and_calls_off_what_is_gone() {
    let desk = Desk::new("calendar").await;
    let started = desk.enter().await;
    let groups = expiring(&started).await;
    let ids: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
    let content = |ids: &[String]| ExportContent::Expiries {
        group_ids: ids.to_vec(),
    };
    save(&started, content(&ids), ExportFormat::Ics).await;
    let renewed = ids.last().unwrap();
    started.core.renew(renewed).await.unwrap();
    let delete = ChangeRequest::DeleteGroups {
        group_ids: vec![ids[0].clone()],
    };
    started.core.change(&delete).await.unwrap();
    // Neither is asked for: both come along all the same.
    let rest = &ids[1..ids.len() - 1];
    save(&started, content(rest), ExportFormat::Ics).await;
    save(&started, content(rest), ExportFormat::Ics).await;

    let files = saved(&desk, "ics");
    let event = |file: &str, id: &str| {
        let file = file.replace("\r\n ", "");
        let found = file
            .split("BEGIN:VEVENT")
            .find(|event| event.contains(&format!("UID:expiry-{id}@")));
        found.map(str::to_owned)
    };
    assert!(event(&files[0], renewed).unwrap().contains("SEQUENCE:0"));
    assert!(event(&files[1], renewed).unwrap().contains("SEQUENCE:1"));
    let gone = event(&files[1], &ids[0]).unwrap();
    assert!(gone.contains("STATUS:CANCELLED") && gone.contains("SEQUENCE:1"));
    assert!(event(&files[1], &ids[1]).unwrap().contains("SEQUENCE:0"));
    assert!(event(&files[2], &ids[0]).unwrap().contains("SEQUENCE:1"));
    assert!(event(&files[2], &ids[1]).unwrap().contains("SEQUENCE:0"));
}

#[tokio::test]
async fn the_record_is_handed_in_with_its_hashes_and_as_no_calendar() {
    let desk = Desk::new("history-saved").await;
    let started = desk.enter().await;
    let groups = expiring(&started).await;
    for group in &groups[..2] {
        started
            .core
            .decide(&let_expire(group, "=1+1"))
            .await
            .unwrap();
    }
    save(&started, ExportContent::History, ExportFormat::Json).await;
    save(&started, ExportContent::History, ExportFormat::Csv).await;

    let rows: Vec<Value> = serde_json::from_str(&saved(&desk, "json")[0]).unwrap();
    assert_eq!(rows[0]["previousHash"], "0".repeat(64));
    assert_eq!(rows[1]["previousHash"], rows[0]["hash"]);
    assert_eq!(rows[1]["event"]["decision"]["note"], "=1+1");
    assert!(saved(&desk, "csv")[0].contains(rows[1]["hash"].as_str().unwrap()));
    let refused = started.core.export(&ExportRequest {
        content: ExportContent::History,
        format: ExportFormat::Ics,
    });
    let refused = CommandError::from(refused.await.unwrap_err());
    assert_eq!(refused.params.field.as_deref(), Some("format"));

    let content = ExportContent::Expiries {
        group_ids: vec![groups[0].id.clone()],
    };
    save(&started, content, ExportFormat::Csv).await;
    let dates = saved(&desk, "csv")
        .into_iter()
        .find(|file| file.contains("notice30"));
    assert!(dates.unwrap().contains(&groups[0].id));
}
