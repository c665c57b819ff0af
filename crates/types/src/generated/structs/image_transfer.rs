//! `ImageTransfer`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Backup, Disk, DiskFormat, DiskSnapshot, Host, Image, ImageTransferDirection,
    ImageTransferPhase, ImageTransferTimeoutPolicy, Link,
};

/// An upload or download of a disk's data, through a host or the engine. Since 4.0.4.
#[derive(Clone)]
pub struct ImageTransfer {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Whether a client is transferring now. Read-only. Since 4.2.
    pub active: Option<bool>,
    /// Upload, unless set, or download. Since 4.1.
    pub direction: Option<ImageTransferDirection>,
    /// Format of the data on the wire; `raw` lets the host convert. The disk's own if absent. Since
    /// 4.3.
    pub format: Option<DiskFormat>,
    /// Time without a request until `timeout_policy` applies; 60 if absent. In seconds. Since
    /// 4.2.3.
    pub inactivity_timeout: Option<i64>,
    /// How far it is: data can be moved while it is `transferring`. Read-only. Since 4.0.4.
    pub phase: Option<ImageTransferPhase>,
    /// Where to transfer through the engine; present while `transferring`. Since 4.0.4.
    pub proxy_url: Option<String>,
    /// Whether only the top layer of the disk is transferred. Since 4.4.3.
    pub shallow: Option<bool>,
    /// What happens when the client is silent for too long. Since 4.4.5.
    pub timeout_policy: Option<ImageTransferTimeoutPolicy>,
    /// Where to transfer through the host; present while `transferring`. It is a secret. Since
    /// 4.2.0.
    pub transfer_url: Option<String>,
    /// Data moved so far. In bytes. Read-only. Since 4.2.
    pub transferred: Option<i64>,
    /// Backup to download from. Since 4.3.
    pub backup: Option<Link<Backup>>,
    /// Disk to transfer. Since 4.2.0.
    pub disk: Option<Link<Disk>>,
    /// Host to transfer through; one is chosen if absent. Since 4.0.4.
    pub host: Option<Link<Host>>,
    /// Former way to name the disk. Since 4.0.4. Deprecated.
    pub image: Option<Link<Image>>,
    /// Disk snapshot to download. Since 4.2.0.
    pub snapshot: Option<Link<DiskSnapshot>>,
}

api_struct! {
    ImageTransfer "image_transfer" "image_transfers" identified {
        /// Whether a client is transferring now. Read-only. Since 4.2.
        0 boolean active;
        /// Backup to download from. Since 4.3.
        1 link(Backup) backup;
        /// Free text by the user.
        2 text comment;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Upload, unless set, or download. Since 4.1.
        4 enumeration(ImageTransferDirection) direction;
        /// Disk to transfer. Since 4.2.0.
        5 link(Disk) disk;
        /// Format of the data on the wire; `raw` lets the host convert. The disk's own if absent.
        /// Since 4.3.
        6 enumeration(DiskFormat) format;
        /// Host to transfer through; one is chosen if absent. Since 4.0.4.
        7 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        8 text href;
        /// Identifier assigned by the engine, usually a UUID.
        9 text id;
        /// Former way to name the disk. Since 4.0.4. Deprecated.
        10 link(Image) image;
        /// Time without a request until `timeout_policy` applies; 60 if absent. In seconds. Since
        /// 4.2.3.
        11 integer inactivity_timeout;
        /// Name; unique for most types, but not for disks.
        12 text name;
        /// How far it is: data can be moved while it is `transferring`. Read-only. Since 4.0.4.
        13 enumeration(ImageTransferPhase) phase;
        /// Where to transfer through the engine; present while `transferring`. Since 4.0.4.
        14 secret proxy_url;
        /// Whether only the top layer of the disk is transferred. Since 4.4.3.
        15 boolean shallow;
        /// Disk snapshot to download. Since 4.2.0.
        16 link(DiskSnapshot) snapshot;
        /// What happens when the client is silent for too long. Since 4.4.5.
        17 enumeration(ImageTransferTimeoutPolicy) timeout_policy;
        /// Where to transfer through the host; present while `transferring`. It is a secret. Since
        /// 4.2.0.
        18 secret transfer_url;
        /// Data moved so far. In bytes. Read-only. Since 4.2.
        19 integer transferred;
    }
}
