//! What tells whether groups are alive, read of many groups at once.
//!
//! One module a kind of content: what it asks for, and what it makes of the answer. Here is only how
//! they travel together. Nothing is opened: collections are listed, without texts and contents, so
//! that reading does not count as activity (groups-lifecycle.md names what does). Deliberately
//! elsewhere: which parts may be asked for, and what they mean for a decision.

mod calendar;
mod library;
mod mailbox;
mod notebooks;
mod plans;
mod team;

use std::collections::HashMap;

use futures::stream::StreamExt as _;
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::GroupsRequests;
use super::groups_batched::{Part as PeoplePart, gather, people_requests};
use crate::GraphError;
use crate::batch::{BatchAnswer, BatchRequest};
use crate::models::{
    Beginning, EvidencePart, EvidenceRead, EvidenceWanted, GroupEvidence, PlannedTasks, Read,
};
use crate::odata::Page;
use crate::pipeline::{Pipeline, Request, Sent};

/// So many pages of one collection are read at most.
const MAX_PAGES: usize = 10;

/// What an item of the first batches asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Content(EvidencePart),
    People(PeoplePart),
}

type Answered = Option<Result<BatchAnswer, GraphError>>;
type Answers = HashMap<(usize, Item), Result<BatchAnswer, GraphError>>;

impl GroupsRequests<'_> {
    /// The evidence about each group, 20 items to a request and 4 requests at once
    /// (json-batching.md). A group is at most nine items: conversations
    /// (group-list-conversations.md), the root of its library (driveitem-list-children.md), its
    /// calendar from `ahead.0` to `ahead.1` (group-list-calendarview.md), plans
    /// (plannergroup-list-plans.md), the last page (onenote-list-pages.md), the team (team-get.md),
    /// owners and two counts of members (group-list-owners.md, group-list-members.md); two of them go
    /// to its mailbox, which takes four at once. Then follows an item a plan for its tasks
    /// (plannerplan-list-tasks.md). So `k` groups with `p` plans take ⌈9·k/20⌉ + ⌈p/20⌉ requests; only
    /// a library with more than 200 things at its root, or a plan that comes in pages, takes one more
    /// for each page.
    ///
    /// Permissions: `Group.Read.All` for the mailbox, the plans and the team; `Files.Read.All`;
    /// `Notes.Read.All`; `GroupMember.Read.All` for the people. OneNote takes five requests at once and
    /// 400 an hour of one person, and may turn away what goes beyond: that item alone is sent again.
    ///
    /// Each part has its own error: 404 where a group has no such thing, 403 where it may not be read
    /// (plans and teams by owners who are no members, too), [`crate::ErrorKind::OverLimit`] for what
    /// would take too many requests.
    pub async fn evidence(
        &self,
        wanted: &[EvidenceWanted],
        ahead: (Timestamp, Timestamp),
    ) -> EvidenceRead {
        let sent = Sent::default();
        let requests = wanted.iter().enumerate();
        let requests = requests.flat_map(|(index, wanted)| requests_of(index, wanted, ahead));
        let batches = self.pipeline.batch_counted(requests.collect(), Some(&sent));
        let mut answers: Answers = batches.collect().await;
        let mut reading = Reading {
            pipeline: self.pipeline,
            sent: &sent,
        };
        let plans = (0..wanted.len()).filter_map(|index| {
            let item = (index, Item::Content(EvidencePart::Tasks));
            Some((index, answers.remove(&item)?))
        });
        let plans = plans.collect();
        let mut tasks = plans::read(&mut reading, plans).await;
        let mut groups = Vec::with_capacity(wanted.len());
        for (index, wanted) in wanted.iter().enumerate() {
            let tasks = tasks.remove(&index);
            groups.push(reading.group(index, wanted, &mut answers, tasks).await);
        }
        EvidenceRead {
            groups,
            requests: sent.count(),
        }
    }
}

/// In the order of the groups, so that what concerns one mailbox travels together.
fn requests_of(
    index: usize,
    wanted: &EvidenceWanted,
    ahead: (Timestamp, Timestamp),
) -> Vec<((usize, Item), BatchRequest)> {
    let id = wanted.group.as_str();
    let mut requests = Vec::with_capacity(wanted.parts.len() + 2);
    for part in &wanted.parts {
        let request = match part {
            EvidencePart::Conversations => mailbox::request(id),
            EvidencePart::Files => library::request(id),
            EvidencePart::Events => calendar::request(id, ahead),
            EvidencePart::Tasks => plans::request(id),
            EvidencePart::Pages => notebooks::request(id),
            EvidencePart::Team => team::request(id),
            EvidencePart::People => {
                let people = people_requests(index, &wanted.group).into_iter();
                requests.extend(
                    people.map(|((index, part), request)| ((index, Item::People(part)), request)),
                );
                continue;
            }
        };
        requests.push(((index, Item::Content(*part)), request));
    }
    requests
}

/// What further pages are read with, and counted by.
struct Reading<'a> {
    pipeline: &'a Pipeline,
    sent: &'a Sent,
}

impl Reading<'_> {
    async fn group(
        &mut self,
        index: usize,
        wanted: &EvidenceWanted,
        answers: &mut Answers,
        tasks: Read<PlannedTasks>,
    ) -> GroupEvidence {
        let mut take = |part| answers.remove(&(index, Item::Content(part)));
        let conversations = mailbox::read(take(EvidencePart::Conversations));
        let files = library::read(self, take(EvidencePart::Files)).await;
        let events = calendar::read(take(EvidencePart::Events));
        let page = notebooks::read(take(EvidencePart::Pages));
        let team = team::read(take(EvidencePart::Team));
        let mut take = |part| answers.remove(&(index, Item::People(part)));
        let people = wanted.parts.contains(&EvidencePart::People).then(|| {
            gather(
                take(PeoplePart::Owners),
                take(PeoplePart::Members),
                take(PeoplePart::Guests),
            )
        });
        GroupEvidence {
            group: wanted.group.clone(),
            conversations,
            files,
            events,
            tasks,
            page,
            team,
            people,
        }
    }

    /// What `answer` holds and the pages after it.
    async fn all<T: DeserializeOwned>(
        &mut self,
        operation: &'static str,
        answer: BatchAnswer,
    ) -> Result<Vec<T>, GraphError> {
        let mut page: Page<T> = answer.json(operation)?;
        let mut items = page.value;
        for _ in 1..MAX_PAGES {
            let Some(link) = &page.next_link else {
                return Ok(items);
            };
            let url = self.pipeline.follow(operation, link)?;
            let request = Request::get(operation, url).counted_by(Some(self.sent));
            page = self.pipeline.json(request).await?;
            items.append(&mut page.value);
        }
        match page.next_link {
            None => Ok(items),
            Some(_) => {
                let reason = format!("more than {MAX_PAGES} pages");
                Err(GraphError::over_limit(operation, reason))
            }
        }
    }
}

/// The first page, and whether there are more.
fn beginning<T: DeserializeOwned>(operation: &'static str, answer: Answered) -> Read<Beginning<T>> {
    let read = |answer: Result<BatchAnswer, GraphError>| {
        let page: Page<T> = answer?.json(operation)?;
        Ok(Beginning {
            more: page.next_link.is_some(),
            items: page.value,
        })
    };
    answer.map(read)
}
