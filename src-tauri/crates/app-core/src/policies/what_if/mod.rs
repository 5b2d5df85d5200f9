//! What a policy would come to before it is saved: for every group that the person can see, from what was read
//! of them.

mod outcome;
mod reckon;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use graph_client::models::GroupLifecyclePolicy;
use ipc_contract::policies::{
    ExpirationInput, ManagedGroups, WhatIf, WhatIfChange, WhatIfRequest, WhatIfRow, WhatIfRows,
    WhatIfRowsRequest,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::expiration;
use crate::session::ActiveSession;
use crate::{Core, CoreError};
pub(crate) use outcome::{Outcome, Selection};
pub(crate) use reckon::{Change, Lifetime};

/// How many what-ifs are remembered.
const REMEMBERED: usize = 3;
/// How many rows an answer has at most.
const ROWS: u32 = 500;

/// What-ifs whose rows may be asked for.
#[derive(Debug, Default)]
pub(crate) struct WhatIfs(Mutex<VecDeque<(String, Arc<Outcome>)>>);

impl WhatIfs {
    fn remember(&self, outcome: Arc<Outcome>) -> String {
        let id = Uuid::new_v4().to_string();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.push_front((id.clone(), outcome));
        known.truncate(REMEMBERED);
        id
    }

    fn find(&self, id: &str) -> Result<Arc<Outcome>, CoreError> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known.iter().find(|(known, _)| known == id);
        found.map(|(_, outcome)| outcome.clone()).ok_or(CoreError::PlanGone)
    }
}

/// A what-if with what it was reckoned from.
pub(crate) struct Reckoned {
    pub(crate) outcome: Outcome,
    as_of: Option<Timestamp>,
    reading: Option<u32>,
}

impl Core {
    /// What a lifetime and a selection would come to. Nothing is written.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for a lifetime or an address that the service would not take; when policies
    /// or groups can neither be read nor are known.
    pub async fn what_if(&self, request: &WhatIfRequest) -> Result<WhatIf, CoreError> {
        let session = self.session()?;
        if let Some(input) = &request.expiration {
            expiration::check(input)?;
        }
        let current = self.known_expiration(&session).await?;
        let reckoned = self
            .reckon(
                &session,
                current.as_ref(),
                request.expiration.as_ref(),
                (&request.select, &request.unselect),
            )
            .await?;
        let Reckoned {
            outcome,
            as_of,
            reading,
        } = reckoned;
        let older = outcome.figures.older > 0;
        let recomputed = outcome.rows.iter().any(is_recomputed);
        let selecting = |lifetime: Option<Lifetime>| {
            lifetime.is_some_and(|lifetime| lifetime.managed == ManagedGroups::Selected)
        };
        let (figures, change) = (outcome.figures.clone(), outcome.change);
        Ok(WhatIf {
            as_of,
            now: change.at,
            reading,
            selected: selecting(change.from).then_some(figures.covered_now),
            selected_then: selecting(change.to).then_some(figures.covered_then),
            months: outcome.months(),
            assumptions: reckon::assumptions(&change, older, recomputed),
            figures,
            id: session.what_ifs.remember(Arc::new(outcome)),
        })
    }

    /// Rows of a what-if.
    ///
    /// # Errors
    /// [`CoreError::PlanGone`] for one that is not remembered any more.
    pub async fn what_if_rows(&self, request: &WhatIfRowsRequest) -> Result<WhatIfRows, CoreError> {
        let outcome = self.session()?.what_ifs.find(&request.id)?;
        let request = request.clone();
        let page = tokio::task::spawn_blocking(move || outcome.page(&request, ROWS));
        let (rows, total) = page.await.map_err(CoreError::internal)?;
        Ok(WhatIfRows { rows, total })
    }

    /// A what-if whole, for saving it.
    pub(crate) fn whole_what_if(&self, id: &str) -> Result<Arc<Outcome>, CoreError> {
        self.session()?.what_ifs.find(id)
    }

    /// What a change comes to for every group that the person can see.
    pub(crate) async fn reckon(
        &self,
        session: &Arc<ActiveSession>,
        from: Option<&GroupLifecyclePolicy>,
        to: Option<&ExpirationInput>,
        (select, unselect): (&[String], &[String]),
    ) -> Result<Reckoned, CoreError> {
        let groups = self.every_group(session).await?;
        let change = Change {
            from: from.map(expiration::lifetime),
            to: to.map(expiration::lifetime_of_input),
            at: session.service_now(self.now()),
        };
        let (select, unselect) = (select.to_vec(), unselect.to_vec());
        let (records, as_of, reading) = (groups.records, groups.as_of, groups.reading);
        let reckoning = tokio::task::spawn_blocking(move || {
            Outcome::of(change, &records, &Selection::new(&select, &unselect))
        });
        Ok(Reckoned {
            outcome: reckoning.await.map_err(CoreError::internal)?,
            as_of,
            reading,
        })
    }
}

/// Whether a group expires already and its date moves.
const fn is_recomputed(row: &WhatIfRow) -> bool {
    matches!(row.change, WhatIfChange::Sooner | WhatIfChange::Later)
}
