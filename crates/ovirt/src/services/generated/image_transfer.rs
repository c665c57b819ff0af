//! `ImageTransferService` and its requests.
//!
//! @generated from `crates/model/data/services/image_transfers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{ImageTransfer, ImageTransferPhase};
use crate::wait::wait;

service! {
    /// One transfer of a disk's data, to (upload) or from (download) the engine's hosts. Since
    /// 4.0.4.
    ///
    /// API path: `/imagetransfers/{image_transfer:id}`
    ImageTransferService = "image_transfer"
}

impl ImageTransferService {
    /// Gives the transfer up: `cancelled_user`, then cleanup to `finished_cleanup`; the disk of an
    /// upload is removed. 200 even for an unknown transfer. Since 4.2.3.
    ///
    /// `POST /imagetransfers/{image_transfer:id}/cancel`
    #[inline]
    pub fn cancel(&self) -> ImageTransferCancel {
        ImageTransferCancel(self.0.action("image_transfer.cancel", "cancel"))
    }

    /// Keeps an idle transfer from being ended by `inactivity_timeout`; not needed while data
    /// moves. Since 4.0.4.
    ///
    /// `POST /imagetransfers/{image_transfer:id}/extend`
    #[inline]
    pub fn extend(&self) -> ImageTransferExtend {
        ImageTransferExtend(self.0.action("image_transfer.extend", "extend"))
    }

    /// Ends the transfer after all data has moved; wait for `phase` `finished_success` or
    /// `finished_failure`. 200 even for an unknown transfer. Since 4.0.4.
    ///
    /// `POST /imagetransfers/{image_transfer:id}/finalize`
    #[inline]
    pub fn finalize(&self) -> ImageTransferFinalize {
        ImageTransferFinalize(self.0.action("image_transfer.finalize", "finalize"))
    }

    /// Reads the transfer: `phase`, `transferred` bytes, `transfer_url` and `proxy_url`. Kept 15
    /// minutes after success, 30 after failure, then 404. Since 4.0.4.
    ///
    /// `GET /imagetransfers/{image_transfer:id}`
    #[inline]
    pub fn get(&self) -> ImageTransferGet {
        ImageTransferGet(self.0.get("image_transfer.get"))
    }

    /// Pauses an upload: `paused_user`, until `resume`; a download cannot be paused. Since 4.0.4.
    ///
    /// `POST /imagetransfers/{image_transfer:id}/pause`
    #[inline]
    pub fn pause(&self) -> ImageTransferPause {
        ImageTransferPause(self.0.action("image_transfer.pause", "pause"))
    }

    /// Goes on with a paused transfer: `resuming`, then `transferring`; its ticket is new, so read
    /// the URLs again. Since 4.0.4.
    ///
    /// `POST /imagetransfers/{image_transfer:id}/resume`
    #[inline]
    pub fn resume(&self) -> ImageTransferResume {
        ImageTransferResume(self.0.action("image_transfer.resume", "resume"))
    }
}

wait!(ImageTransferService, ImageTransfer, ImageTransferPhase);

request! {
    /// Request of [`ImageTransferService::cancel`].
    ImageTransferCancel -> action();
}

request! {
    /// Request of [`ImageTransferService::extend`].
    ImageTransferExtend -> action();
}

request! {
    /// Request of [`ImageTransferService::finalize`].
    ImageTransferFinalize -> action();
}

request! {
    /// Request of [`ImageTransferService::get`].
    ImageTransferGet -> document(ImageTransfer) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`ImageTransferService::pause`].
    ImageTransferPause -> action();
}

request! {
    /// Request of [`ImageTransferService::resume`].
    ImageTransferResume -> action();
}
