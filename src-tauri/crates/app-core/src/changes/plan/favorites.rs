//! Plans that mark groups as favorites or take them from the favorites.

use cache::FavoriteSource;
use ipc_contract::jobs::Reason;

use super::Planning;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::facts::{Need, group_ids};
use crate::changes::op::Op;

impl Planning<'_> {
    /// Leaves out what the service is known to show already. What is not known, or is this computer's
    /// word alone, is sent: doing it again does no harm (group-addfavorite.md).
    pub(super) async fn set_favorites(
        &self,
        ids: &[String],
        marked: bool,
    ) -> Result<Draft, CoreError> {
        let groups = self
            .core
            .facts(self.session, self.client, group_ids(ids)?, Need::default())
            .await?;
        let known = self.session.cached(|cache| Ok(cache.favorites()?)).await?;
        let mut draft = Draft::default();
        for group in &groups {
            let is_so = known.get(&group.id).is_some_and(|record| {
                record.marked == Some(marked) && record.source != FavoriteSource::Untold
            });
            if is_so {
                draft.leave_out(&group.name, None, Reason::NothingToChange);
            } else {
                draft.plan(Op::SetFavorite { marked }, group, About::default());
            }
        }
        Ok(draft)
    }
}
