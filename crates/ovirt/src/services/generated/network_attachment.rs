//! `NetworkAttachmentService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::NetworkAttachment;
use crate::wait::wait;

service! {
    /// One network that is attached to a host's NIC, with its IP configuration.
    ///
    /// API path: `/hosts/{host:id}/networkattachments/{attachment:id}`
    NetworkAttachmentService = "network_attachment"
}

impl NetworkAttachmentService {
    /// Reads the attachment: network, NIC, addresses, and whether it is in sync with the network's
    /// definition.
    ///
    /// `GET /hosts/{host:id}/networkattachments/{attachment:id}`
    #[inline]
    pub fn get(&self) -> NetworkAttachmentGet {
        NetworkAttachmentGet(self.0.get("network_attachment.get"))
    }

    /// Detaches the network from the NIC; 409 for the management network and networks that VMs use.
    ///
    /// `DELETE /hosts/{host:id}/networkattachments/{attachment:id}`
    #[inline]
    pub fn remove(&self) -> NetworkAttachmentRemove {
        NetworkAttachmentRemove(self.0.remove("network_attachment.remove"))
    }

    /// Changes IP configuration, properties or NIC of the attachment; `in_sync` of the response
    /// tells how the host stands to the network.
    ///
    /// `PUT /hosts/{host:id}/networkattachments/{attachment:id}`
    #[inline]
    pub fn update(&self, attachment: impl Into<NetworkAttachment>) -> NetworkAttachmentUpdate {
        NetworkAttachmentUpdate(
            self.0
                .update::<NetworkAttachment>("network_attachment.update", attachment.into()),
        )
    }
}

wait!(NetworkAttachmentService, NetworkAttachment);

request! {
    /// Request of [`NetworkAttachmentService::get`].
    NetworkAttachmentGet -> document(NetworkAttachment) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`NetworkAttachmentService::remove`].
    NetworkAttachmentRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`NetworkAttachmentService::update`].
    NetworkAttachmentUpdate -> document(NetworkAttachment) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
