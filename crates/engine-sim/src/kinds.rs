//! The tables of all types.

use crate::kind::{KEPT, Kind};
use crate::schema::Schema;

mod affinity;
pub(crate) mod affinity_group;
mod affinity_label;
mod archive;
mod attachment;
mod backup;
mod boot;
mod cdrom;
mod checkpoint;
pub(crate) mod cluster;
mod configuration;
mod console;
pub(crate) mod data_center;
pub(crate) mod device;
mod disk;
mod disk_snapshot;
mod event;
mod export;
pub(crate) mod host;
pub(crate) mod host_devices;
mod host_maintenance;
mod host_network;
pub(crate) mod image;
pub(crate) mod image_transfer;
mod import;
mod instance_type;
mod iscsi;
mod job;
mod kept;
pub(crate) mod mac;
mod mac_pool;
mod network;
mod network_report;
pub(crate) mod nic;
mod numa_node;
pub(crate) mod permission;
mod policy;
mod pool;
pub(crate) mod power;
mod provider;
mod qos;
mod quota;
pub(crate) mod role;
pub(crate) mod snapshot;
mod storage_connection;
pub(crate) mod storage_domain;
mod tag;
mod template;
mod user;
pub(crate) mod vm;
mod vm_limits;
mod vm_update;
mod vnic_profile;

/// The tables of all types that are more than stored.
pub(crate) const ALL: &[&Kind] = &[
    &affinity_group::AFFINITY_GROUP,
    &affinity_label::AFFINITY_LABEL,
    &attachment::DISK_ATTACHMENT,
    &backup::BACKUP,
    &cdrom::CDROM,
    &checkpoint::CHECKPOINT,
    &cluster::CLUSTER,
    &console::GRAPHICS_CONSOLE,
    &data_center::DATA_CENTER,
    &disk::DISK,
    &disk_snapshot::DISK_SNAPSHOT,
    &event::EVENT,
    &import::EXTERNAL_TEMPLATE_IMPORT,
    &import::EXTERNAL_VM_IMPORT,
    &host::HOST,
    &host_network::NETWORK_ATTACHMENT,
    &image::IMAGE,
    &image::OPEN_STACK_IMAGE,
    &image_transfer::IMAGE_TRANSFER,
    &instance_type::INSTANCE_TYPE,
    &job::JOB,
    &job::STEP,
    &mac_pool::MAC_POOL,
    &network::NETWORK,
    &nic::NIC,
    &numa_node::VM_NUMA_NODE,
    &permission::PERMISSION,
    &pool::VM_POOL,
    &quota::CLUSTER_LIMIT,
    &quota::QUOTA,
    &quota::STORAGE_LIMIT,
    &role::ROLE,
    &snapshot::SNAPSHOT,
    &storage_connection::STORAGE_CONNECTION,
    &storage_domain::STORAGE_DOMAIN,
    &tag::TAG,
    &template::TEMPLATE,
    &user::GROUP,
    &user::SSH_PUBLIC_KEY,
    &user::USER,
    &vm::VM,
    &vnic_profile::VNIC_PROFILE,
];

/// The table of types without one.
static OTHER: Kind = KEPT;

/// Returns the tables of all types that have one.
pub(crate) fn all() -> impl Iterator<Item = &'static Kind> {
    ALL.iter().chain(provider::ALL).chain(kept::ALL).copied()
}

/// Returns the table of a type.
pub(crate) fn of(name: &str) -> &'static Kind {
    all().find(|kind| kind.name == name).unwrap_or(&OTHER)
}

/// Returns the table of the object at a path.
pub(crate) fn at(schema: &Schema, path: &str) -> &'static Kind {
    let resource = schema.locate(path);
    let kind = resource.and_then(|resource| schema.object_type(resource.service));
    of(kind.map_or("", |kind| &kind.name))
}

/// Whether objects of a type are more than stored.
pub(crate) fn simulates(name: &str) -> bool {
    ALL.iter().any(|kind| kind.name == name)
}

#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod tests;
