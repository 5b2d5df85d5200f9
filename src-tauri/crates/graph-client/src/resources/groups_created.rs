//! New groups, and whether their names would be taken.

use serde_json::Value;

use super::GroupsRequests;
use crate::models::{Group, NameCheck, NameVerdict, NewGroup, distinct, labels};
use crate::odata::Body;
use crate::pipeline::Request;
use crate::{GraphError, GraphRoot};

impl GroupsRequests<'_> {
    /// Creates a Microsoft 365 group: `POST /groups` (group-post-groups.md). Permission:
    /// `Group.ReadWrite.All`. A person who is no administrator can have 250 directory objects.
    ///
    /// The answer is the group as it was accepted; reading it may give 404 for some seconds, and its
    /// mailbox, site and team take minutes. What Exchange keeps of it cannot be said here: see
    /// [`GroupRequests::update_mail_settings`](super::GroupRequests::update_mail_settings).
    ///
    /// # Errors
    /// [`crate::ErrorKind::OverLimit`], with nothing sent, for more than
    /// [`NewGroup::MAX_REFERENCES`] owners and members. 400 when a name is not taken: see
    /// [`GraphError::name_faults`]; also when one of the people does not exist. 403 when the tenant
    /// lets only some people create groups, or the person's quota is used up
    /// (`Directory_QuotaExceeded`). After a lost answer ([`GraphError::outcome_unknown`]) look for the
    /// alias before creating again.
    pub async fn create(&self, group: &NewGroup) -> Result<Group, GraphError> {
        const OPERATION: &str = "groups.create";
        let references = group.references();
        if references > NewGroup::MAX_REFERENCES {
            let reason = format!("{references} owners and members; one creation takes 20");
            return Err(GraphError::over_limit(OPERATION, reason));
        }
        let root = self.pipeline.root();
        let request = Request::action(OPERATION, root.join(&["groups"]));
        self.pipeline.json(request.json(&body(group, root))).await
    }

    /// Whether a new group could have these names: `POST /directoryObjects/validateProperties`
    /// (directoryobject-validateproperties.md). Permission: `Group.Read.All`. Checks prefix, suffix
    /// and blocked words by the policy, and that the alias is free.
    ///
    /// # Errors
    /// 400 when neither name is given.
    pub async fn validate(&self, names: &NameCheck) -> Result<NameVerdict, GraphError> {
        let url = self
            .pipeline
            .root()
            .join(&["directoryObjects", "validateProperties"]);
        let body = names.body().set("entityType", "Group").into_json();
        let request = Request::question("groups.validate", url).json(&body);
        verdict(self.pipeline.send(request).await.map(drop))
    }
}

/// A refusal that says why is an answer.
pub(super) fn verdict(answer: Result<(), GraphError>) -> Result<NameVerdict, GraphError> {
    match answer {
        Ok(()) => Ok(NameVerdict::Valid),
        Err(error) => match error.name_faults() {
            faults if error.status() == Some(422) && !faults.is_empty() => {
                Ok(NameVerdict::Refused(faults))
            }
            _ => Err(error),
        },
    }
}

fn body(group: &NewGroup, root: &GraphRoot) -> Value {
    let description = group.description.clone().filter(|text| !text.is_empty());
    let dynamic = group.membership_rule.as_ref().map(|_| "DynamicMembership");
    let types: Vec<_> = ["Unified"].into_iter().chain(dynamic).collect();
    let behaviors: Vec<_> = group.behaviors.iter().cloned().map(Value::from).collect();
    let labels = labels(&group.assigned_labels);
    Body::default()
        .set("displayName", group.display_name.clone())
        .set("mailNickname", group.mail_nickname.clone())
        .set("mailEnabled", true)
        .set("securityEnabled", false)
        .set("groupTypes", types)
        .set_some("description", description)
        .set_some("visibility", group.visibility.clone())
        .set_some("resourceBehaviorOptions", some(behaviors))
        .set_some("classification", group.classification.clone())
        .set_some("assignedLabels", some(labels))
        .set_some("membershipRule", group.membership_rule.clone())
        .set_some("membershipRuleProcessingState", dynamic.map(|_| "On"))
        .set_some("theme", group.theme.clone())
        .bind("owners", root, "users", &distinct(&group.owners))
        .bind("members", root, "users", &distinct(&group.members))
        .into_json()
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}
