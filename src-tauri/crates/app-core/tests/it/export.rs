//! What is saved in the folder of downloads.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ipc_contract::details::GroupChanges;
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::jobs::ChangeRequest;
use ipc_contract::people::{PeopleCheckRequest, Role};
use ipc_contract::tables::{
    ExportContent, ExportFormat, ExportRequest, Exported, TenantGroupsRequest,
};
use serde_json::Value;

use crate::desk::{Desk, Started};

async fn save(started: &Started, content: ExportContent, format: ExportFormat) -> Exported {
    let request = ExportRequest { content, format };
    started.core.export(&request).await.unwrap()
}

/// The rows of a saved file, each by the names of its columns.
fn read(desk: &Desk, exported: &Exported) -> Vec<Value> {
    assert_eq!(exported.folder, desk.downloads().display().to_string());
    let bytes = std::fs::read(desk.downloads().join(&exported.file_name)).unwrap();
    let rows: Vec<Value> = if exported.file_name.ends_with(".json") {
        serde_json::from_slice(&bytes).unwrap()
    } else {
        let text = bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .expect("a byte-order mark");
        let mut reader = csv::Reader::from_reader(text);
        let header = reader.headers().unwrap().clone();
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            let cells = header.iter().zip(row.iter());
            cells
                .map(|(name, cell)| (name.to_owned(), Value::from(cell)))
                .collect()
        });
        rows.map(Value::Object).collect()
    };
    assert_eq!(rows.len(), exported.rows as usize);
    rows
}

#[tokio::test]
async fn groups_are_saved_in_their_order_and_no_name_runs_as_a_formula() {
    let desk = Desk::new("export-groups").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let rename = ChangeRequest::UpdateGroups {
        group_ids: vec![group.id.clone()],
        changes: GroupChanges {
            display_name: Some("=1+1, \"twice\"".into()),
            ..GroupChanges::default()
        },
    };
    started.core.change(&rename).await.unwrap();
    let groups = started.core.groups().await.unwrap().groups;
    let mut ids: Vec<String> = groups.into_iter().map(|group| group.id).collect();
    ids.sort();
    let content = || ExportContent::Groups {
        group_ids: ids.clone(),
    };

    let csv = save(&started, content(), ExportFormat::Csv).await;
    let rows = read(&desk, &csv);
    let saved: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(saved, ids);
    let renamed = rows
        .iter()
        .find(|row| row["id"] == group.id.as_str())
        .unwrap();
    assert_eq!(renamed["displayName"], "'=1+1, \"twice\"");

    let again = save(&started, content(), ExportFormat::Csv).await;
    assert!(csv.file_name.starts_with("groups-2"));
    assert_eq!(again.file_name, csv.file_name.replace(".csv", " (2).csv"));

    let json = save(&started, content(), ExportFormat::Json).await;
    let rows = read(&desk, &json);
    let renamed = rows
        .iter()
        .find(|row| row["id"] == group.id.as_str())
        .unwrap();
    assert_eq!(
        renamed["displayName"], "=1+1, \"twice\"",
        "JSON runs nothing"
    );
}

#[tokio::test]
async fn everybody_in_a_group_is_saved_with_their_role() {
    let desk = Desk::new("export-members").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let content = ExportContent::Members {
        group_id: group.id.clone(),
    };

    let exported = save(&started, content, ExportFormat::Json).await;

    let members = desk.people_of(&group.id, "members").await;
    let rows = read(&desk, &exported);
    let saved = rows.iter().filter(|row| row["role"] != "owner");
    let mut saved: Vec<&str> = saved.map(|row| row["id"].as_str().unwrap()).collect();
    saved.sort_unstable();
    assert_eq!(saved, members);
    assert!(
        exported
            .file_name
            .starts_with(&format!("members-{}", group.mail_nickname))
    );
}

#[tokio::test]
async fn a_check_a_job_and_the_record_are_saved_with_what_came_of_each_line() {
    let desk = Desk::new("export-outcome").await;
    let started = desk.enter().await;
    let group = started.staffable().await.remove(0);
    let members = desk.people_of(&group.id, "members").await;
    let colleagues = desk.colleagues().await;
    let stranger = colleagues
        .into_iter()
        .find(|person| !members.contains(&person.id))
        .unwrap();
    let request = PeopleCheckRequest {
        group_id: group.id.clone(),
        role: Role::Member,
        file_name: None,
        content: STANDARD.encode(format!("{}\nnobody@nowhere.example", stranger.id)),
    };
    let checked = started.core.check_people(&request).await.unwrap();
    let content = ExportContent::Checked {
        check_id: checked.check_id.clone(),
    };

    let rows = read(&desk, &save(&started, content, ExportFormat::Csv).await);
    let verdicts: Vec<_> = rows
        .iter()
        .map(|row| (&row["line"], &row["verdict"]))
        .collect();
    assert_eq!(
        verdicts,
        [
            (&"1".into(), &"ready".into()),
            (&"2".into(), &"unknown".into())
        ]
    );

    let add = ChangeRequest::AddChecked {
        check_id: checked.check_id,
        choices: Vec::new(),
    };
    let result = started.core.change(&add).await.unwrap();
    for content in [
        ExportContent::Job {
            job_id: result.job.job_id,
        },
        ExportContent::Activity,
    ] {
        let rows = read(&desk, &save(&started, content, ExportFormat::Json).await);
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (&rows[0]["action"], &rows[0]["state"]),
            (&"addMember".into(), &"done".into())
        );
        assert_eq!(rows[0]["personId"], stranger.id.as_str());
        assert_eq!(rows[0]["groupName"], group.display_name.as_str());
    }
}

#[tokio::test]
async fn groups_that_are_not_ones_own_are_saved_too() {
    let desk = Desk::new("export-tenant").await;
    let started = desk.enter().await;
    started.groups().await;
    let all = TenantGroupsRequest {
        text: String::new(),
        offset: 0,
    };
    let ask = async || started.core.tenant_groups(&all).await.unwrap();
    let tenant = started
        .until(ask, |answer| answer.total > 0 && answer.reading.is_none())
        .await;
    let other = tenant
        .groups
        .iter()
        .find(|group| !group.owned && !group.member)
        .unwrap();
    let content = ExportContent::Groups {
        group_ids: vec![other.id.clone()],
    };

    let rows = read(&desk, &save(&started, content, ExportFormat::Json).await);

    assert_eq!(rows[0]["displayName"], other.display_name.as_str());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_told() {
    let desk = Desk::new("export-refused").await;
    let started = desk.enter().await;
    std::fs::write(desk.downloads(), "a file in the folder's place").unwrap();
    let request = ExportRequest {
        content: ExportContent::Activity,
        format: ExportFormat::Csv,
    };

    let refused = CommandError::from(started.core.export(&request).await.unwrap_err());

    assert_eq!(refused.code, ErrorCode::StorageNotWritable);
    assert!(refused.params.file.unwrap().starts_with("activity-"));
}
