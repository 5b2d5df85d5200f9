//! What one group holds, in figures.

use std::collections::HashMap;

use futures::stream::StreamExt as _;
use serde::Deserialize;
use serde_json::Value;

use super::GroupRequests;
use crate::GraphError;
use crate::batch::{BatchAnswer, BatchRequest};
use crate::models::{Figure, GroupId, Holdings};
use crate::odata::{Page, Query};
use crate::pipeline::{Pipeline, Request};

/// Items to a page.
const PAGE: u32 = 100;

/// Pages that are counted of one collection; what is beyond is *at least*.
const MAX_PAGES: usize = 10;

/// A part of what a group holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Conversations,
    Files,
    Plans,
    Events,
    Team,
}

type Answered = Option<Result<BatchAnswer, GraphError>>;

#[derive(Deserialize)]
struct DriveRoot {
    #[serde(default)]
    size: Option<u64>,
    #[serde(default)]
    folder: Option<Folder>,
}

#[derive(Deserialize)]
struct Folder {
    #[serde(rename = "childCount", default)]
    child_count: Option<u64>,
}

impl GroupRequests<'_> {
    /// What the group holds: conversations (group-list-conversations.md), the root of its document
    /// library (driveitem-get.md), plans (plannergroup-list-plans.md), events (group-list-events.md)
    /// and whether it has a team (team-get.md). Permissions: `Group.Read.All` for the first and
    /// fourth, `Files.Read`, `Tasks.Read`, `Team.ReadBasic.All`; what may not be read is said to be
    /// so. One request; then one for each further page, up to 1,000 items a collection.
    ///
    /// # Errors
    /// Only when nothing at all could be read.
    pub async fn holdings(&self) -> Result<Holdings, GraphError> {
        let requests = requests(&self.id);
        let mut answers: HashMap<_, _> = self.pipeline.batch(requests).collect().await;
        if let Some(error) = nothing_read(&answers) {
            return Err(error);
        }
        let (files, files_size) = library(answers.remove(&Part::Files));
        Ok(Holdings {
            conversations: self.counted(answers.remove(&Part::Conversations)).await,
            files,
            files_size,
            plans: self.counted(answers.remove(&Part::Plans)).await,
            events: self.counted(answers.remove(&Part::Events)).await,
            team: team(answers.remove(&Part::Team)),
        })
    }

    async fn counted(&self, answer: Answered) -> Figure {
        match answer.map(|answer| answer?.json::<Page<Value>>("group.holdings")) {
            Some(Ok(page)) => count_on(self.pipeline, page).await,
            Some(Err(error)) => unreadable(&error),
            None => Figure::Unread,
        }
    }
}

fn requests(id: &GroupId) -> Vec<(Part, BatchRequest)> {
    let id = id.as_str();
    let ids = Query::default().select(&["id"]);
    let page = ids.clone().top(PAGE);
    let root = Query::default().select(&["id", "size", "folder"]);
    let all = Query::default();
    let get = |part, operation, below: &[&str], query: &Query| {
        let segments = [&["groups", id], below].concat();
        (part, BatchRequest::get(operation, &segments, query))
    };
    vec![
        get(
            Part::Conversations,
            "group.conversations",
            &["conversations"],
            &page,
        ),
        get(Part::Files, "group.driveRoot", &["drive", "root"], &root),
        get(Part::Plans, "group.plans", &["planner", "plans"], &all),
        get(Part::Events, "group.events", &["events"], &page),
        get(Part::Team, "group.team", &["team"], &all),
    ]
}

/// The error that befell every part, when it is none that says something about the group.
fn nothing_read(answers: &HashMap<Part, Result<BatchAnswer, GraphError>>) -> Option<GraphError> {
    let errors: Vec<_> = answers
        .values()
        .filter_map(|answer| answer.as_ref().err())
        .collect();
    let nothing = errors.len() == answers.len()
        && errors
            .iter()
            .all(|error| unreadable(error) == Figure::Unread);
    errors.into_iter().find(|_| nothing).cloned()
}

/// Counts the pages after `page` too, up to a cap. A page that fails leaves what was counted.
async fn count_on(pipeline: &Pipeline, page: Page<Value>) -> Figure {
    let mut count = page.value.len();
    let mut next = page.next_link;
    for _ in 1..MAX_PAGES {
        let Some(link) = &next else { break };
        let Ok(page) = next_page(pipeline, link).await else {
            break;
        };
        count += page.value.len();
        next = page.next_link;
    }
    Figure::Known {
        count: count as u64,
        at_least: next.is_some(),
    }
}

async fn next_page(pipeline: &Pipeline, link: &str) -> Result<Page<Value>, GraphError> {
    const OPERATION: &str = "group.holdings";
    let url = pipeline.follow(OPERATION, link)?;
    pipeline.json(Request::get(OPERATION, url)).await
}

fn library(answer: Answered) -> (Figure, Option<u64>) {
    let root = match answer.map(|answer| answer?.json::<DriveRoot>("group.driveRoot")) {
        Some(Ok(root)) => root,
        Some(Err(error)) => return (unreadable(&error), None),
        None => return (Figure::Unread, None),
    };
    let children = root.folder.and_then(|folder| folder.child_count);
    let files = children.map_or(Figure::Unread, |count| Figure::Known {
        count,
        at_least: false,
    });
    (files, root.size)
}

fn team(answer: Answered) -> Option<bool> {
    match answer? {
        Ok(_) => Some(true),
        Err(error) if error.is_not_found() => Some(false),
        Err(_) => None,
    }
}

fn unreadable(error: &GraphError) -> Figure {
    if error.is_not_allowed() {
        Figure::NotPermitted
    } else if error.is_not_found() {
        Figure::Absent
    } else {
        Figure::Unread
    }
}
