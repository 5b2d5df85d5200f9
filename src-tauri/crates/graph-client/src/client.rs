//! The entry: one client for one account in one cloud.

use std::sync::Arc;
use std::time::Duration;

use crate::GraphRoot;
use crate::credential::TokenCredential;
use crate::error::{ErrorKind, GraphError, Stage};
use crate::models::{GroupId, GroupSettingId, LifecyclePolicyId, UserId};
use crate::pipeline::{Pipeline, RetryPolicy, ServerTime, Transport};
use crate::resources::{
    DeletedGroupsRequests, DirectoryObjectsRequests, GroupRequests, GroupSettingRequests,
    GroupSettingsRequests, GroupsRequests, LifecyclePoliciesRequests, LifecyclePolicyRequests,
    MeRequests, MyGroupsRequests, OrganizationRequests, PlannerRequests, TeamRequests,
    UserRequests, UsersRequests,
};

/// How a client behaves; the defaults suit a desktop application.
#[derive(Debug, Clone)]
pub struct ClientOptions {
    /// How long connecting may take.
    pub connect_timeout: Duration,
    /// How long the service may stay silent, before or within an answer.
    pub read_timeout: Duration,
    /// Sent as `User-Agent`.
    pub user_agent: String,
    /// When and how often a call is sent again.
    pub retry: RetryPolicy,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(60),
            user_agent: concat!("Tenure/", env!("CARGO_PKG_VERSION")).into(),
            retry: RetryPolicy::default(),
        }
    }
}

/// Microsoft Graph for one account. Cheap to clone; clones share connections, the retry budget and
/// what is known of the service's clock.
#[derive(Debug, Clone)]
pub struct GraphClient {
    pipeline: Arc<Pipeline>,
}

impl GraphClient {
    /// A client for `root` that authenticates by `credential`. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Unreachable`] when the system's TLS or proxy configuration is unusable.
    pub fn new(
        root: GraphRoot,
        credential: Arc<dyn TokenCredential>,
        options: ClientOptions,
    ) -> Result<Self, GraphError> {
        let transport = Transport::new(&root, &options).map_err(|error| {
            GraphError::new(
                ErrorKind::Unreachable,
                Stage::Send,
                "client.new",
                error.to_string(),
            )
        })?;
        Ok(Self {
            pipeline: Arc::new(Pipeline::new(root, credential, transport, options.retry)),
        })
    }

    /// The signed-in person.
    pub fn me(&self) -> MeRequests<'_> {
        MeRequests::new(&self.pipeline)
    }

    /// Planner.
    pub fn planner(&self) -> PlannerRequests<'_> {
        PlannerRequests::new(&self.pipeline)
    }

    /// The tenant.
    pub fn organization(&self) -> OrganizationRequests<'_> {
        OrganizationRequests::new(&self.pipeline)
    }

    /// The signed-in person's groups.
    pub fn my_groups(&self) -> MyGroupsRequests<'_> {
        MyGroupsRequests::new(&self.pipeline)
    }

    /// All groups of the tenant.
    pub fn groups(&self) -> GroupsRequests<'_> {
        GroupsRequests::new(&self.pipeline)
    }

    /// One group.
    pub fn group(&self, id: &GroupId) -> GroupRequests<'_> {
        GroupRequests::new(&self.pipeline, id.clone())
    }

    /// Groups that can still be brought back.
    pub fn deleted_groups(&self) -> DeletedGroupsRequests<'_> {
        DeletedGroupsRequests::new(&self.pipeline)
    }

    /// Objects of the directory, whatever they are.
    pub fn directory_objects(&self) -> DirectoryObjectsRequests<'_> {
        DirectoryObjectsRequests::new(&self.pipeline)
    }

    /// The people of the directory.
    pub fn users(&self) -> UsersRequests<'_> {
        UsersRequests::new(&self.pipeline)
    }

    /// One person.
    pub fn user(&self, id: &UserId) -> UserRequests<'_> {
        UserRequests::new(&self.pipeline, id.clone())
    }

    /// The team of a group.
    pub fn team(&self, group: &GroupId) -> TeamRequests<'_> {
        TeamRequests::new(&self.pipeline, group.clone())
    }

    /// The tenant's rules for groups, and what they can be made from.
    pub fn group_settings(&self) -> GroupSettingsRequests<'_> {
        GroupSettingsRequests::new(&self.pipeline)
    }

    /// The tenant's rules for groups of one template.
    pub fn group_setting(&self, id: &GroupSettingId) -> GroupSettingRequests<'_> {
        GroupSettingRequests::new(&self.pipeline, id.clone(), None)
    }

    /// The tenant's group lifecycle policies.
    pub fn lifecycle_policies(&self) -> LifecyclePoliciesRequests<'_> {
        LifecyclePoliciesRequests::new(&self.pipeline)
    }

    /// One group lifecycle policy.
    pub fn lifecycle_policy(&self, id: &LifecyclePolicyId) -> LifecyclePolicyRequests<'_> {
        LifecyclePolicyRequests::new(&self.pipeline, id.clone())
    }

    /// The service's clock by its newest answer; `None` before the first.
    pub fn last_server_time(&self) -> Option<ServerTime> {
        self.pipeline.server_time()
    }
}
