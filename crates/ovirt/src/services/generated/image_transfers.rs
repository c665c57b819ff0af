//! `ImageTransfersService` and its requests.
//!
//! @generated from `crates/model/data/services/image_transfers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::ImageTransferService;
use crate::stream::stream;
use crate::types::{Identifier, ImageTransfer, List};

service! {
    /// The transfers of disks' data that are under way, or ended lately. Since 4.0.4.
    ///
    /// API path: `/imagetransfers`
    ImageTransfersService = "image_transfers"
}

impl ImageTransfersService {
    /// Starts a transfer and locks the disk until its end; wait for `phase` `transferring` before
    /// using `transfer_url`. Since 4.0.4.
    ///
    /// `POST /imagetransfers`
    ///
    /// Needs `image_transfer.disk.id` or `image_transfer.image.id` or `image_transfer.snapshot.id`.
    #[inline]
    pub fn add(&self, image_transfer: impl Into<ImageTransfer>) -> ImageTransfersAdd {
        ImageTransfersAdd(
            self.0
                .add::<ImageTransfer>("image_transfers.add", image_transfer.into())
                .requires(
                    "image_transfer.disk.id|image_transfer.image.id|image_transfer.snapshot.id",
                ),
        )
    }

    /// Starts a transfer of a whole disk; `format` `raw` lets the host convert, whatever format the
    /// disk has. Since 4.2.0.
    ///
    /// `POST /imagetransfers`
    ///
    /// Needs `image_transfer.disk.id`.
    #[inline]
    pub fn add_for_disk(&self, image_transfer: impl Into<ImageTransfer>) -> ImageTransfersAdd {
        ImageTransfersAdd(
            self.add(image_transfer)
                .0
                .requires("image_transfer.disk.id"),
        )
    }

    /// Starts a transfer of a disk by `image.id`, which is the disk's identifier; use `for_disk`.
    /// Deprecated.
    ///
    /// `POST /imagetransfers`
    ///
    /// Needs `image_transfer.image.id`.
    #[inline]
    pub fn add_for_image(&self, image_transfer: impl Into<ImageTransfer>) -> ImageTransfersAdd {
        ImageTransfersAdd(
            self.add(image_transfer)
                .0
                .requires("image_transfer.image.id"),
        )
    }

    /// Starts a download of one layer of a disk; `snapshot.id` is the identifier of a disk
    /// snapshot. Since 4.2.0.
    ///
    /// `POST /imagetransfers`
    ///
    /// Needs `image_transfer.snapshot.id`.
    #[inline]
    pub fn add_for_snapshot(&self, image_transfer: impl Into<ImageTransfer>) -> ImageTransfersAdd {
        ImageTransfersAdd(
            self.add(image_transfer)
                .0
                .requires("image_transfer.snapshot.id"),
        )
    }

    /// All transfers that the engine still has, ended ones for some minutes. Since 4.0.4.
    ///
    /// `GET /imagetransfers`
    #[inline]
    pub fn list(&self) -> ImageTransfersList {
        ImageTransfersList(self.0.get("image_transfers.list"))
    }

    /// One transfer, by its identifier. Since 4.0.4.
    #[inline]
    pub fn image_transfer_service(
        &self,
        id: impl Identifier<ImageTransfer>,
    ) -> ImageTransferService {
        ImageTransferService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ImageTransfersService::add`].
    ImageTransfersAdd -> document(ImageTransfer);
}

request! {
    /// Request of [`ImageTransfersService::list`].
    ImageTransfersList -> document(List<ImageTransfer>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(ImageTransfersList, ImageTransfer);
