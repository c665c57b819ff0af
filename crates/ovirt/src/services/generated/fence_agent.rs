//! `FenceAgentService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Agent;
use crate::wait::wait;

service! {
    /// One fence agent of a host: the power device through which the engine can turn the host on
    /// and off.
    ///
    /// API path: `/hosts/{host:id}/fenceagents/{agent:id}`
    FenceAgentService = "fence_agent"
}

impl FenceAgentService {
    /// Reads the agent; its password is never in the response.
    ///
    /// `GET /hosts/{host:id}/fenceagents/{agent:id}`
    #[inline]
    pub fn get(&self) -> FenceAgentGet {
        FenceAgentGet(self.0.get("fence_agent.get"))
    }

    /// Removes the agent at once; a host with power management on needs at least one.
    ///
    /// `DELETE /hosts/{host:id}/fenceagents/{agent:id}`
    #[inline]
    pub fn remove(&self) -> FenceAgentRemove {
        FenceAgentRemove(self.0.remove("fence_agent.remove"))
    }

    /// Updates the agent's address, type, credentials, order or options; unset members stay as they
    /// are.
    ///
    /// `PUT /hosts/{host:id}/fenceagents/{agent:id}`
    #[inline]
    pub fn update(&self, agent: impl Into<Agent>) -> FenceAgentUpdate {
        FenceAgentUpdate(self.0.update::<Agent>("fence_agent.update", agent.into()))
    }
}

wait!(FenceAgentService, Agent);

request! {
    /// Request of [`FenceAgentService::get`].
    FenceAgentGet -> document(Agent) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`FenceAgentService::remove`].
    FenceAgentRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`FenceAgentService::update`].
    FenceAgentUpdate -> document(Agent) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
