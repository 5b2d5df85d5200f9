//! What the tenant decides about all groups.

use ipc_contract::groups::SearchRequest;
use ipc_contract::policies::*;

use crate::{Core, CoreError};

impl Core {
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn policies(&self, _: &PoliciesRequest) -> Result<Policies, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn what_if(&self, _: &WhatIfRequest) -> Result<WhatIf, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn what_if_rows(&self, _: &WhatIfRowsRequest) -> Result<WhatIfRows, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn naming_preview(&self, _: &NamingPreviewRequest) -> Result<NamingPreview, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn naming_misfits(&self, _: &NamingMisfitsRequest) -> Result<NamingMisfits, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn find_groups_of_any_kind(&self, _: &SearchRequest) -> Result<NamedGroups, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn compare_policies(&self, _: &PoliciesImportRequest) -> Result<PoliciesCompared, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
    /// Not there yet.
    ///
    /// # Errors
    /// Always.
    pub async fn adopt_policies(&self, _: &PoliciesAdoptRequest) -> Result<ChangeList, CoreError> {
        Err(CoreError::internal("not there yet"))
    }
}
