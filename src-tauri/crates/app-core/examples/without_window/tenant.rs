//! The practice tenant's control address: its clock, its largest group, and people to add to another.

use std::collections::HashSet;

use anyhow::{Context as _, ensure};
use ipc_contract::people::PersonRef;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// Where the practice tenant is steered.
pub(crate) struct Control {
    address: String,
    client: reqwest::Client,
}

/// A group and people who are not in it.
pub(crate) struct Understaffed {
    pub(crate) group: String,
    /// How many members it has.
    pub(crate) members: usize,
    pub(crate) strangers: Vec<PersonRef>,
}

#[derive(Deserialize)]
struct World {
    groups: Vec<Group>,
    users: Vec<User>,
}

#[derive(Deserialize)]
struct Group {
    id: String,
    unified: bool,
    owned: bool,
    dynamic: bool,
    synced: bool,
    members: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    id: String,
    display_name: String,
    guest: bool,
    enabled: bool,
}

#[derive(Deserialize)]
struct Truth {
    members: HashSet<String>,
}

impl Group {
    /// Whether its owner can put people into it.
    fn is_staffed_by_hand(&self) -> bool {
        self.owned && self.unified && !self.dynamic && !self.synced
    }
}

impl Control {
    pub(crate) fn new(address: String) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self { address, client })
    }

    /// Lets time pass.
    pub(crate) async fn advance(&self, seconds: u32) -> anyhow::Result<()> {
        let clock = self.client.post(format!("{}/clock", self.address));
        let moved = clock.json(&json!({ "advanceSeconds": seconds }));
        moved.send().await?.error_for_status()?;
        Ok(())
    }

    /// Throttles one of `every` renewals inside batches, so many times.
    pub(crate) async fn throttle_renewals(&self, every: usize, times: usize) -> anyhow::Result<()> {
        for _ in 0..times {
            // A rule that is used up lets the next one count.
            let rule = json!({
                "path": "/groups/*/renew",
                "inBatch": true,
                "skip": every - 1,
                "times": 1,
                "action": { "kind": "status", "status": 429, "retryAfter": 1 },
            });
            let set = self.client.post(format!("{}/faults", self.address));
            set.json(&rule).send().await?.error_for_status()?;
        }
        Ok(())
    }

    /// The owner's group with the most members.
    pub(crate) async fn largest(&self) -> anyhow::Result<String> {
        let world: World = self.get("world").await?;
        let owned = world.groups.into_iter().filter(|group| group.owned);
        let largest = owned.max_by_key(|group| group.members);
        Ok(largest.context("nobody owns a group")?.id)
    }

    /// The owner's group with the fewest members, and so many people who are not in it.
    pub(crate) async fn understaffed(&self, count: usize) -> anyhow::Result<Understaffed> {
        let world: World = self.get("world").await?;
        let fit = world
            .groups
            .iter()
            .filter(|group| group.is_staffed_by_hand());
        let fewest = fit.min_by_key(|group| group.members);
        let group = fewest.context("no group takes people")?.id.clone();
        let inside: Truth = self.get(&format!("groups/{group}")).await?;
        let strangers: Vec<PersonRef> = world
            .users
            .into_iter()
            .filter(|user| user.enabled && !user.guest && !inside.members.contains(&user.id))
            .take(count)
            .map(|user| PersonRef {
                id: user.id,
                display_name: user.display_name,
            })
            .collect();
        ensure!(strangers.len() == count, "the tenant has too few people");
        Ok(Understaffed {
            group,
            members: inside.members.len(),
            strangers,
        })
    }

    async fn get<T: DeserializeOwned>(&self, call: &str) -> anyhow::Result<T> {
        let answer = self.client.get(format!("{}/{call}", self.address));
        Ok(answer.send().await?.error_for_status()?.json().await?)
    }
}
