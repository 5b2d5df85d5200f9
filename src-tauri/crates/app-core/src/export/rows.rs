//! From what is known to rows and columns, which are named as they are in the window's contract.

use graph_client::models::GroupId;
use ipc_contract::groups::GroupSummary;
use ipc_contract::jobs::{ActivityItem, ActivityRequest};
use ipc_contract::people::{CheckedLine, GroupMember, Person, Role};
use ipc_contract::policies::WhatIfRow;
use ipc_contract::tables::ExportContent;
use serde::Serialize;
use serde_json::{Value, json};

use crate::calendar::Range;
use crate::{Core, CoreError};

/// A table to be saved.
#[derive(Debug)]
pub(super) struct Sheet {
    /// What the file is called, without date and extension.
    pub(super) name: String,
    pub(super) columns: &'static [&'static str],
    /// As many values a row as there are columns.
    pub(super) rows: Vec<Vec<Value>>,
}

const GROUPS: &[&str] = &[
    "id",
    "displayName",
    "mailNickname",
    "mail",
    "description",
    "visibility",
    "classification",
    "team",
    "dynamic",
    "owned",
    "member",
    "created",
    "renewed",
    "expires",
    "favorite",
    "owners",
    "memberCount",
    "guestCount",
];

const MEMBERS: &[&str] = &[
    "id",
    "displayName",
    "address",
    "jobTitle",
    "kind",
    "enabled",
    "role",
];

const CHECKED: &[&str] = &[
    "line",
    "text",
    "verdict",
    "reason",
    "displayName",
    "address",
    "kind",
    "id",
    "candidates",
];

const ITEMS: &[&str] = &[
    "at",
    "action",
    "groupName",
    "groupId",
    "personName",
    "personId",
    "state",
    "reason",
    "changes",
    "undone",
    "status",
    "serviceCode",
    "requestId",
    "jobId",
    "index",
];

const WHAT_IF: &[&str] = &[
    "groupId",
    "groupName",
    "owned",
    "renewed",
    "expiresNow",
    "expiresThen",
    "change",
    "rule",
    "mails",
    "deleted",
];

impl Core {
    /// What is to be saved, as rows.
    pub(super) async fn sheet(&self, content: &ExportContent) -> Result<Sheet, CoreError> {
        match content {
            ExportContent::Calendar {
                group_id,
                first,
                last,
                time_zone,
            } => {
                let range = Range::new(*first, *last, time_zone)?;
                self.events_sheet(group_id, &range).await
            }
            ExportContent::Groups { group_ids } => self.groups_sheet(group_ids).await,
            ExportContent::Members { group_id } => self.members_sheet(group_id).await,
            ExportContent::Checked { check_id } => {
                let check = self.check(check_id)?;
                let rows = check.lines.iter().map(checked).collect();
                Ok(sheet("checked-people", CHECKED, rows))
            }
            ExportContent::Job { job_id } => {
                let items = self.every_item(job_id).await?;
                Ok(sheet("result", ITEMS, items.iter().map(item).collect()))
            }
            ExportContent::Activity => self.activity_sheet().await,
            ExportContent::Expiries { group_ids } => self.expiries_sheet(group_ids).await,
            ExportContent::History => self.history_sheet().await,
            ExportContent::WhatIf { id } => {
                let outcome = self.whole_what_if(id)?;
                Ok(sheet(
                    "what-if",
                    WHAT_IF,
                    outcome.rows.iter().map(what_if).collect(),
                ))
            }
            ExportContent::Policies => Err(CoreError::invalid("format")),
        }
    }

    async fn groups_sheet(&self, group_ids: &[String]) -> Result<Sheet, CoreError> {
        let ids: Vec<GroupId> = group_ids
            .iter()
            .map(|id| GroupId::parse(id).map_err(|_| CoreError::invalid("groupIds")))
            .collect::<Result<_, _>>()?;
        let summaries = self.any_groups(ids).await?;
        Ok(sheet(
            "groups",
            GROUPS,
            summaries.iter().map(group).collect(),
        ))
    }

    async fn members_sheet(&self, group_id: &str) -> Result<Sheet, CoreError> {
        let people = self.everybody_in(group_id).await?;
        let id = GroupId::parse(group_id).map_err(|_| CoreError::invalid("groupId"))?;
        let alias = self.any_groups(vec![id]).await?.pop();
        let alias = alias.map(|group| group.mail_nickname).unwrap_or_default();
        let name = match file_name(&alias) {
            alias if alias.is_empty() => "members".to_owned(),
            alias => format!("members-{alias}"),
        };
        Ok(sheet(&name, MEMBERS, people.iter().map(member).collect()))
    }

    async fn activity_sheet(&self) -> Result<Sheet, CoreError> {
        let mut rows = Vec::new();
        let mut request = ActivityRequest {
            group_id: None,
            text: String::new(),
            after: None,
        };
        loop {
            let page = self.activity(&request).await?;
            rows.extend(page.items.iter().map(item));
            request.after = page.next;
            if request.after.is_none() {
                return Ok(sheet("activity", ITEMS, rows));
            }
        }
    }
}

pub(super) fn sheet(name: &str, columns: &'static [&'static str], rows: Vec<Vec<Value>>) -> Sheet {
    Sheet {
        name: name.to_owned(),
        columns,
        rows,
    }
}

/// An alias is ASCII, and may hold what a file system minds all the same.
pub(super) fn file_name(alias: &str) -> String {
    let kept = alias
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
    kept.take(64).collect()
}

/// As the contract writes it.
fn text(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn group(group: &GroupSummary) -> Vec<Value> {
    let people = group.people.as_ref();
    let owners: Option<Vec<&str>> = people.map(|people| {
        let owners = people.owners.iter();
        owners.map(|owner| owner.display_name.as_str()).collect()
    });
    vec![
        json!(group.id),
        json!(group.display_name),
        json!(group.mail_nickname),
        json!(group.mail),
        json!(group.description),
        text(group.visibility),
        json!(group.classification),
        json!(group.team),
        json!(group.dynamic),
        json!(group.owned),
        json!(group.member),
        text(group.created),
        text(group.renewed),
        text(group.expires),
        json!(group.favorite.marked),
        json!(owners),
        json!(people.and_then(|people| people.member_count)),
        json!(people.and_then(|people| people.guest_count)),
    ]
}

fn member(member: &GroupMember) -> Vec<Value> {
    let person = &member.person;
    let role = match (member.owner, member.member) {
        (true, true) => Role::OwnerAndMember,
        (true, false) => Role::Owner,
        (false, _) => Role::Member,
    };
    vec![
        json!(person.id),
        json!(person.display_name),
        json!(person.address),
        json!(person.job_title),
        text(person.kind),
        json!(person.enabled),
        text(role),
    ]
}

fn what_if(row: &WhatIfRow) -> Vec<Value> {
    vec![
        json!(row.group_id),
        json!(row.group_name),
        json!(row.owned),
        text(row.renewed),
        text(row.expires_now),
        text(row.expires_then),
        text(row.change),
        text(row.rule),
        json!(row.mails),
        text(row.deleted),
    ]
}

fn checked(line: &CheckedLine) -> Vec<Value> {
    let person = line.person.as_ref();
    let candidates: Vec<String> = line.candidates.iter().map(named).collect();
    vec![
        json!(line.line),
        json!(line.text),
        text(line.verdict),
        text(line.reason),
        json!(person.map(|person| &person.display_name)),
        json!(person.and_then(|person| person.address.as_ref())),
        text(person.map(|person| person.kind)),
        json!(person.map(|person| &person.id)),
        json!(candidates),
    ]
}

fn named(person: &Person) -> String {
    match &person.address {
        Some(address) => format!("{} <{address}>", person.display_name),
        None => person.display_name.clone(),
    }
}

fn item(item: &ActivityItem) -> Vec<Value> {
    let person = item.person.as_ref();
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    let changes: Vec<String> = item
        .changes
        .iter()
        .map(|change| {
            let (before, after) = (value(&change.before), value(&change.after));
            format!("{}: {before} → {after}", change.property)
        })
        .collect();
    vec![
        text(item.at),
        text(item.action),
        json!(item.group_name),
        json!(item.group_id),
        json!(person.map(|person| &person.display_name)),
        json!(person.map(|person| &person.id)),
        text(item.state),
        text(item.reason),
        json!(changes),
        json!(item.undone),
        json!(item.status),
        json!(item.service_code),
        json!(item.request_id),
        json!(item.job_id),
        json!(item.index),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_makes_a_name_that_every_file_system_takes() {
        assert_eq!(file_name("sales-2026_eu"), "sales-2026_eu");
        assert_eq!(file_name("../a\\b:c*?\u{e9}"), "abc");
    }
}
