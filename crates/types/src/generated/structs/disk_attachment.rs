//! `DiskAttachment`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Disk, DiskInterface, Link, Template, Vm};

/// A disk on a VM, a template or a snapshot; its identifier is that of the disk.
#[derive(Clone)]
pub struct DiskAttachment {
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
    /// Whether the VM sees it. Attaching an existing disk without it leaves the disk inactive.
    pub active: Option<bool>,
    /// Whether the VM boots from it; one disk of a VM can be.
    pub bootable: Option<bool>,
    /// Bus it is attached to.
    pub interface: Option<DiskInterface>,
    /// Name that the guest has for it, as its agent reports it. Read-only. Since 4.0.2.
    pub logical_name: Option<String>,
    /// Whether the guest can give blocks back. Since 4.1.
    pub pass_discard: Option<bool>,
    /// Whether the guest cannot write. Since 4.1.2.
    pub read_only: Option<bool>,
    /// Whether the guest may reserve the LUN. Since 4.1.
    pub uses_scsi_reservation: Option<bool>,
    /// The disk: an `id` attaches one that is there, a description makes a new one.
    pub disk: Option<Link<Disk>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    DiskAttachment "disk_attachment" "disk_attachments" identified {
        /// Whether the VM sees it. Attaching an existing disk without it leaves the disk inactive.
        0 boolean active;
        /// Whether the VM boots from it; one disk of a VM can be.
        1 boolean bootable;
        /// Free text by the user.
        2 text comment;
        /// Free text by the user, shown in lists.
        3 text description;
        /// The disk: an `id` attaches one that is there, a description makes a new one.
        4 link(Disk) disk;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Bus it is attached to.
        7 enumeration(DiskInterface) interface;
        /// Name that the guest has for it, as its agent reports it. Read-only. Since 4.0.2.
        8 text logical_name;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Whether the guest can give blocks back. Since 4.1.
        10 boolean pass_discard;
        /// Whether the guest cannot write. Since 4.1.2.
        11 boolean read_only;
        /// Template that it belongs to.
        12 link(Template) template;
        /// Whether the guest may reserve the LUN. Since 4.1.
        13 boolean uses_scsi_reservation;
        /// VM that it belongs to.
        14 link(Vm) vm;
    }
}
