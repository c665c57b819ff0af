//! `FenceAgentsService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::FenceAgentService;
use crate::stream::stream;
use crate::types::{Agent, Identifier, List};

service! {
    /// The fence agents of a host, which power management tries in their order.
    ///
    /// API path: `/hosts/{host:id}/fenceagents`
    FenceAgentsService = "fence_agents"
}

impl FenceAgentsService {
    /// Adds a fence agent; `power_management.enabled` of the host decides whether it is used.
    ///
    /// `POST /hosts/{host:id}/fenceagents`
    ///
    /// Needs `agent.address`, `agent.order`, `agent.password`, `agent.type`, `agent.username`.
    #[inline]
    pub fn add(&self, agent: impl Into<Agent>) -> FenceAgentsAdd {
        FenceAgentsAdd(
            self.0
                .add::<Agent>("fence_agents.add", agent.into())
                .requires("agent.address, agent.order, agent.password, agent.type, agent.username"),
        )
    }

    /// All fence agents of the host, in no promised order: look at the member `order`.
    ///
    /// `GET /hosts/{host:id}/fenceagents`
    #[inline]
    pub fn list(&self) -> FenceAgentsList {
        FenceAgentsList(self.0.get("fence_agents.list"))
    }

    /// One fence agent, by its identifier.
    #[inline]
    pub fn agent_service(&self, id: impl Identifier<Agent>) -> FenceAgentService {
        FenceAgentService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`FenceAgentsService::add`].
    FenceAgentsAdd -> document(Agent);
}

request! {
    /// Request of [`FenceAgentsService::list`].
    FenceAgentsList -> document(List<Agent>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(FenceAgentsList, Agent);
