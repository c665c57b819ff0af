//! `NetworkAttachmentsService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::NetworkAttachmentService;
use crate::stream::stream;
use crate::types::{Identifier, List, NetworkAttachment};

service! {
    /// The networks that are attached to a host or to one of its NICs.
    ///
    /// API path: `/hosts/{host:id}/networkattachments`
    NetworkAttachmentsService = "network_attachments"
}

impl NetworkAttachmentsService {
    /// Attaches a network to a NIC of the host; several at once, safely, are done by
    /// `setup_networks` of the host.
    ///
    /// `POST /hosts/{host:id}/networkattachments`
    ///
    /// Needs `attachment.network.name` or `attachment.network.id`.
    #[inline]
    pub fn add(&self, attachment: impl Into<NetworkAttachment>) -> NetworkAttachmentsAdd {
        NetworkAttachmentsAdd(
            self.0
                .add::<NetworkAttachment>("network_attachments.add", attachment.into())
                .requires("attachment.network.name|attachment.network.id"),
        )
    }

    /// All attachments of the host or NIC.
    ///
    /// `GET /hosts/{host:id}/networkattachments`
    #[inline]
    pub fn list(&self) -> NetworkAttachmentsList {
        NetworkAttachmentsList(self.0.get("network_attachments.list"))
    }

    /// One attachment, by its identifier.
    #[inline]
    pub fn attachment_service(
        &self,
        id: impl Identifier<NetworkAttachment>,
    ) -> NetworkAttachmentService {
        NetworkAttachmentService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`NetworkAttachmentsService::add`].
    NetworkAttachmentsAdd -> document(NetworkAttachment);
}

request! {
    /// Request of [`NetworkAttachmentsService::list`].
    NetworkAttachmentsList -> document(List<NetworkAttachment>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(NetworkAttachmentsList, NetworkAttachment);
