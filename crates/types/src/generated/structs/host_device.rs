//! `HostDevice`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, Link, List, MDevType, Product, Shared, Vendor, Vm};

/// A device of a host that can be passed through.
#[derive(Clone)]
pub struct HostDevice {
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
    /// Capability of the host device.
    pub capability: Option<String>,
    /// Driver of the host device. Since 4.1.3.
    pub driver: Option<String>,
    /// IOMMU group, a whole number.
    pub iommu_group: Option<i64>,
    /// Mediated device types of the host device. Since 4.4.
    pub m_dev_types: Option<List<MDevType>>,
    /// Physical function, a host device.
    pub physical_function: Option<Shared<HostDevice>>,
    /// Whether it only stands for a part of another device.
    pub placeholder: Option<bool>,
    /// Product of the host device.
    pub product: Option<Shared<Product>>,
    /// Vendor of the host device.
    pub vendor: Option<Shared<Vendor>>,
    /// Virtual functions that it can have.
    pub virtual_functions: Option<i64>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Parent device, a host device.
    pub parent_device: Option<Link<HostDevice>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    HostDevice "host_device" "host_devices" identified {
        /// Capability of the host device.
        0 text capability;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Driver of the host device. Since 4.1.3.
        3 text driver;
        /// Host that it belongs to.
        4 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// IOMMU group, a whole number.
        7 integer iommu_group;
        /// Mediated device types of the host device. Since 4.4.
        8 list(MDevType) m_dev_types;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Parent device, a host device.
        10 link(HostDevice) parent_device;
        /// Physical function, a host device.
        11 object(HostDevice) physical_function;
        /// Whether it only stands for a part of another device.
        12 boolean placeholder;
        /// Product of the host device.
        13 object(Product) product;
        /// Vendor of the host device.
        14 object(Vendor) vendor;
        /// Virtual functions that it can have.
        15 integer virtual_functions;
        /// VM that it belongs to.
        16 link(Vm) vm;
    }
}
