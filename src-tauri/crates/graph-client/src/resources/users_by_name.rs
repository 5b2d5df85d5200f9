//! People by their exact names: what a list without addresses names.

use std::collections::HashMap;

use futures::stream::StreamExt as _;
use serde::Deserialize;

use super::UsersRequests;
use crate::batch::BatchRequest;
use crate::models::User;
use crate::odata::Query;
use crate::{ErrorKind, GraphError};

const OPERATION: &str = "users.byName";

/// The service compares at most 15 times in a filter; long names make long addresses.
const NAMES_PER_FILTER: usize = 10;

/// No display name is longer (resources/user.md).
const MAX_LENGTH: usize = 256;

/// Who has each name, in lower case.
type Findings = HashMap<String, Result<Vec<User>, GraphError>>;

#[derive(Deserialize)]
struct Body {
    value: Vec<User>,
}

impl UsersRequests<'_> {
    /// Who has each of these display names, without regard to case:
    /// `GET /users?$filter=displayName eq …` (user-list.md), ten names to a filter and 20 filters to a
    /// request, so 1,000 names are 5 requests. Permission: `User.ReadBasic.All`; guests get 403.
    ///
    /// The answers are in the order of `names`: nobody, one, or several people. What cannot be a name
    /// is not asked for and belongs to nobody. Each has its own error.
    pub async fn by_name(&self, names: &[String]) -> Vec<(String, Result<Vec<User>, GraphError>)> {
        let mut wanted: Vec<String> = names.iter().filter_map(|text| name(text)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut findings = Findings::new();
        let together = wanted.chunks(NAMES_PER_FILTER).map(<[_]>::to_vec);
        let refused = self.look_up_names(together.collect(), &mut findings).await;
        let single = refused.into_iter().map(|name| vec![name]).collect();
        self.look_up_names(single, &mut findings).await;
        names
            .iter()
            .map(|text| {
                let found = name(text).and_then(|name| findings.get(&name).cloned());
                (text.clone(), found.unwrap_or_else(|| Ok(Vec::new())))
            })
            .collect()
    }

    /// Notes what is found; returns the names of filters that were refused because of one of them.
    async fn look_up_names(
        &self,
        chunks: Vec<Vec<String>>,
        findings: &mut Findings,
    ) -> Vec<String> {
        let requests = chunks
            .into_iter()
            .map(|chunk| {
                let request = BatchRequest::get(OPERATION, &["users"], &any_of(&chunk));
                (chunk, request)
            })
            .collect();
        let mut answers = std::pin::pin!(self.pipeline.batch(requests));
        let mut refused = Vec::new();
        while let Some((chunk, answer)) = answers.next().await {
            let alone = chunk.len() == 1;
            match answer.and_then(|answer| answer.json::<Body>(OPERATION)) {
                Ok(body) => findings.extend(attribute(chunk, &body.value)),
                Err(error) if !alone && *error.kind() == ErrorKind::BadRequest => {
                    refused.extend(chunk);
                }
                Err(error) => {
                    findings.extend(chunk.into_iter().map(|name| (name, Err(error.clone()))));
                }
            }
        }
        refused
    }
}

/// The text as a name to compare with; `None` when it is none.
fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty()
        && text.chars().count() <= MAX_LENGTH
        && !text.contains(|c: char| c.is_control());
    fits.then(|| text.to_lowercase())
}

fn any_of(names: &[String]) -> Query {
    let terms = names
        .iter()
        .map(|name| format!("displayName eq {}", Query::literal(name)));
    Query::default()
        .filter(terms.collect::<Vec<_>>().join(" or "))
        .select(User::SELECT)
        .top(Query::MAX_TOP)
}

fn attribute(
    chunk: Vec<String>,
    people: &[User],
) -> impl Iterator<Item = (String, Result<Vec<User>, GraphError>)> {
    chunk.into_iter().map(move |wanted| {
        let named = people
            .iter()
            .filter(|user| user.display_name.as_deref().and_then(name).as_ref() == Some(&wanted));
        let named = named.cloned().collect();
        (wanted, Ok(named))
    })
}
