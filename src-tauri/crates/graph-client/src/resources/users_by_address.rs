//! People by their exact addresses: what a pasted list or a file names.
//!
//! Several addresses share a filter. When the service does not show by which of them somebody was
//! found, or refuses the filter because of one of them, those addresses are asked for one by one.

use std::collections::{HashMap, HashSet};

use futures::stream::StreamExt as _;
use serde::Deserialize;

use super::UsersRequests;
use crate::batch::BatchRequest;
use crate::models::User;
use crate::odata::{Query, null_as_default};
use crate::{ErrorKind, GraphError};

const OPERATION: &str = "users.byAddress";

/// The service compares at most 15 times in a filter; an address needs three comparisons.
const ADDRESSES_PER_FILTER: usize = 5;

/// No address is longer (RFC 5321).
const MAX_LENGTH: usize = 320;

/// What became of the addresses, in lower case.
type Findings = HashMap<String, Result<Vec<User>, GraphError>>;

#[derive(Deserialize)]
struct Body {
    value: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    #[serde(flatten)]
    user: User,
    #[serde(
        rename = "proxyAddresses",
        default,
        deserialize_with = "null_as_default"
    )]
    proxy_addresses: Vec<String>,
}

impl Found {
    fn has(&self, address: &str) -> bool {
        let aliases = self.proxy_addresses.iter().filter_map(|proxy| {
            let (scheme, alias) = proxy.split_once(':')?;
            scheme.eq_ignore_ascii_case("smtp").then_some(alias)
        });
        let names = [&self.user.mail, &self.user.user_principal_name];
        names
            .into_iter()
            .flatten()
            .map(String::as_str)
            .chain(aliases)
            .any(|name| name.to_lowercase() == address)
    }
}

impl UsersRequests<'_> {
    /// Who has each of these addresses, as primary address, sign-in name or alias, without regard to
    /// case: `GET /users?$filter=…` (user-list.md), five addresses to a filter and 20 filters to a
    /// request, so 1,000 addresses are 10 requests. Permission: `User.ReadBasic.All`; guests get 403.
    ///
    /// The answers are in the order of `addresses`: nobody, one, or several people. What cannot be an
    /// address is not asked for and belongs to nobody. Each has its own error.
    pub async fn by_address(
        &self,
        addresses: &[String],
    ) -> Vec<(String, Result<Vec<User>, GraphError>)> {
        let wanted: HashSet<String> = addresses.iter().filter_map(|text| address(text)).collect();
        let mut wanted: Vec<String> = wanted.into_iter().collect();
        wanted.sort_unstable();
        let mut findings = Findings::new();
        let together = wanted.chunks(ADDRESSES_PER_FILTER).map(<[_]>::to_vec);
        let unclear = self.look_up(together.collect(), &mut findings).await;
        let single = unclear.into_iter().map(|address| vec![address]).collect();
        self.look_up(single, &mut findings).await;
        addresses
            .iter()
            .map(|text| {
                let found = address(text).and_then(|address| findings.get(&address).cloned());
                (text.clone(), found.unwrap_or_else(|| Ok(Vec::new())))
            })
            .collect()
    }

    /// Notes what is found; returns the addresses that have to be asked for by themselves.
    async fn look_up(&self, chunks: Vec<Vec<String>>, findings: &mut Findings) -> Vec<String> {
        let requests = chunks
            .into_iter()
            .map(|chunk| {
                let request = BatchRequest::get(OPERATION, &["users"], &any_of(&chunk));
                (chunk, request)
            })
            .collect();
        let mut answers = std::pin::pin!(self.pipeline.batch(requests));
        let mut unclear = Vec::new();
        while let Some((chunk, answer)) = answers.next().await {
            let found = answer.and_then(|answer| answer.json::<Body>(OPERATION));
            unclear.extend(attribute(chunk, found.map(|body| body.value), findings));
        }
        unclear
    }
}

/// The text as an address to compare with; `None` when it is none.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = text.contains('@')
        && text.len() <= MAX_LENGTH
        && !text.contains(|c: char| c.is_control() || c.is_whitespace());
    fits.then(|| text.to_lowercase())
}

fn any_of(addresses: &[String]) -> Query {
    let terms = addresses.iter().map(|address| {
        let (plain, alias) = (
            Query::literal(address),
            Query::literal(&format!("smtp:{address}")),
        );
        format!(
            "mail eq {plain} or userPrincipalName eq {plain} or proxyAddresses/any(p:p eq {alias})"
        )
    });
    let properties = [User::SELECT, &["proxyAddresses"]].concat();
    Query::default()
        .filter(terms.collect::<Vec<_>>().join(" or "))
        .select(&properties)
}

/// Gives each of `chunk` its people; returns those of it whose people are not clear.
fn attribute(
    chunk: Vec<String>,
    found: Result<Vec<Found>, GraphError>,
    findings: &mut Findings,
) -> Vec<String> {
    let alone = chunk.len() == 1;
    match found {
        Ok(people) if alone => {
            let people: Vec<User> = people.into_iter().map(|found| found.user).collect();
            findings.extend(
                chunk
                    .into_iter()
                    .map(|address| (address, Ok(people.clone()))),
            );
            Vec::new()
        }
        Ok(people) => attribute_several(chunk, &people, findings),
        Err(error) if !alone && *error.kind() == ErrorKind::BadRequest => chunk,
        Err(error) => {
            findings.extend(
                chunk
                    .into_iter()
                    .map(|address| (address, Err(error.clone()))),
            );
            Vec::new()
        }
    }
}

fn attribute_several(chunk: Vec<String>, people: &[Found], findings: &mut Findings) -> Vec<String> {
    let all_placed = people
        .iter()
        .all(|found| chunk.iter().any(|address| found.has(address)));
    let mut unclear = Vec::new();
    for address in chunk {
        let owners = people.iter().filter(|found| found.has(&address));
        let owners: Vec<User> = owners.map(|found| found.user.clone()).collect();
        if owners.is_empty() && !all_placed {
            unclear.push(address);
        } else {
            findings.insert(address, Ok(owners));
        }
    }
    unclear
}
