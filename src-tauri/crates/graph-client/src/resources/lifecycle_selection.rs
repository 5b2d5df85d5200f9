//! Many groups added to a lifecycle policy, or taken out of it, twenty to a request.

use futures::stream::{Stream, StreamExt as _};
use serde_json::json;

use super::GroupsRequests;
use crate::GraphError;
use crate::batch::BatchRequest;
use crate::models::{GroupId, LifecyclePolicyId};
use crate::odata::TrueOrFalse;

impl<'a> GroupsRequests<'a> {
    /// Adds each group to `policy` (true) or takes it out (false); as
    /// [`LifecyclePolicyRequests::add_group`](super::LifecyclePolicyRequests::add_group) and
    /// [`remove_group`](super::LifecyclePolicyRequests::remove_group), 20 to a request and 4 requests
    /// at once. Results come in the order in which they are known.
    ///
    /// Items of one batch run side by side in the service: where room has to be made in a full
    /// selection, take groups out first, and add others when that is done.
    pub fn select_many(
        &self,
        policy: &LifecyclePolicyId,
        selection: Vec<(GroupId, bool)>,
    ) -> impl Stream<Item = (GroupId, Result<bool, GraphError>)> + Send + use<'a> {
        let requests = selection.into_iter().map(|(group, selected)| {
            let (operation, action) = named(selected);
            let segments = ["groupLifecyclePolicies", policy.as_str(), action];
            let body = json!({ "groupId": group.as_str() });
            let request = BatchRequest::action(operation, &segments).json(body);
            ((group, operation), request)
        });
        self.send_many(requests.collect())
            .map(|((group, operation), answer)| {
                let answer = answer.and_then(|answer| answer.json::<TrueOrFalse>(operation));
                (group, answer.map(|answer| answer.value))
            })
    }
}

fn named(selected: bool) -> (&'static str, &'static str) {
    match selected {
        true => ("lifecyclePolicy.addGroup", "addGroup"),
        false => ("lifecyclePolicy.removeGroup", "removeGroup"),
    }
}
