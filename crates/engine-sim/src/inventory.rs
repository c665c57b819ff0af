//! The generated inventory: the content of a new installation, with hosts, VMs and storage.

use crate::defaults;
use crate::kinds::data_center::{
    DEFAULT_MAC_POOL as MAC_POOL, add_default_quota, management_network, management_profile,
    newest_version, usages,
};
use crate::kinds::storage_domain::{self, STORAGE_DOMAIN};
use crate::kinds::{cluster, device, host, host_devices, mac, power, snapshot, vm};
use crate::node::Node;
use crate::object::{
    CLUSTERS, CPU_PROFILES, DATA_CENTERS, DISK_ATTACHMENTS, DISKS, HOSTS, MAC_POOLS, NETWORKS,
    NICS, ObjectRef, STORAGE_DOMAINS, VMS, VNIC_PROFILES, ZERO_ID,
};
use crate::status::{ACTIVE, DOWN, NO_SPM, OK, OPERATIONAL, SPM, UNINITIALIZED, UP};
use crate::world::{World, now};

mod fixed;
pub(crate) mod levels;
mod options;
pub(crate) mod scheduling;
mod systems;

/// What the inventory has in addition to what the setup of an engine leaves behind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// Nothing: the data center has neither storage nor hosts.
    pub(crate) fresh: bool,
    pub(crate) hosts: usize,
    /// NICs of each host.
    pub(crate) host_nics: usize,
    /// Whether updates are available for the hosts.
    pub(crate) host_updates: bool,
    pub(crate) vms: usize,
}

const NETWORK: &str = "00000000-0000-0000-0000-000000000009";
const NETWORK_PROFILE: &str = "0000000a-000a-000a-000a-000000000398";
const CPU_PROFILE: &str = "58ca604e-01a7-003f-01de-000000000250";
const GIB: u64 = 1 << 30;

/// Fills an empty world.
pub(crate) fn fill(world: &mut World, sizes: Sizes) {
    fixed::fill(world);
    let data_center = data_center(world);
    let cluster = cluster(world, &data_center);
    networks(world, &data_center, &cluster);
    if sizes.fresh {
        return;
    }
    let hosts: Vec<ObjectRef> = (0..sizes.hosts)
        .map(|n| add_host(world, &cluster, n, sizes))
        .collect();
    let domain = storage(world, &data_center, sizes.vms);
    for number in 0..sizes.vms {
        vm(world, number, &cluster, &domain, &hosts);
    }
}

/// Returns an object with a name and a description; an empty identifier means a new one.
fn named(tag: &str, id: &str, name: &str, description: &str) -> Node {
    Node::named(tag, id, name, description)
}

fn data_center(world: &mut World) -> ObjectRef {
    world.store.add(MAC_POOLS, {
        let range = Node::new("range")
            .with_text("from", "56:6f:4b:3e:00:00")
            .with_text("to", "56:6f:4b:3e:ff:ff");
        named("mac_pool", MAC_POOL, "Default", "Default MAC pool")
            .with_text("allow_duplicates", "false")
            .with_text("default_pool", "true")
            .with(Node::new("ranges").with(range))
    });
    let mut supported = Node::new("supported_versions");
    supported.children.push(newest_version(world));
    let center = named("data_center", "", "Default", "The default Data Center")
        .with_text("local", "false")
        .with_text("quota_mode", "disabled")
        .with_text("status", UNINITIALIZED)
        .with(supported)
        .with(newest_version(world))
        .with(Node::reference("mac_pool", MAC_POOL));
    let center = world.store.add(DATA_CENTERS, center);
    add_default_quota(world, &center);
    center
}

fn cluster(world: &mut World, data_center: &ObjectRef) -> ObjectRef {
    let mut cluster = named("cluster", "", "Default", "The default server cluster")
        .with_text("ballooning_enabled", "true")
        .with_text("gluster_service", "false")
        .with_text("threads_as_cores", "false")
        .with_text("trusted_service", "false")
        .with_text("virt_service", "true")
        .with(newest_version(world))
        .with(Node::reference("data_center", data_center.id()))
        .with(Node::reference("mac_pool", MAC_POOL))
        .with(Node::reference("scheduling_policy", scheduling::DEFAULT));
    cluster.set("fencing_policy.enabled", "true");
    cluster.set("ksm.enabled", "true");
    cluster.set("memory_policy.over_commit.percent", "100");
    cluster::complete(&mut cluster);
    let cluster = world.store.add(CLUSTERS, cluster);
    let profile = named("cpu_profile", CPU_PROFILE, "Default", "");
    let profile = profile.with(Node::reference("cluster", cluster.id()));
    world.store.add(CPU_PROFILES, profile);
    cluster
}

fn networks(world: &mut World, data_center: &ObjectRef, cluster: &ObjectRef) {
    let network = management_network(NETWORK, data_center.id());
    world.store.add(NETWORKS, network);
    let assigned = Node::reference("network", NETWORK)
        .with_text("required", "true")
        .with_text("status", OPERATIONAL)
        .with_text("display", "true")
        .with(usages(&[
            "vm",
            "display",
            "migration",
            "management",
            "default_route",
        ]))
        .with(Node::reference("cluster", cluster.id()));
    world.store.add(&cluster.below(NETWORKS), assigned);
    let profile = management_profile(NETWORK_PROFILE, NETWORK);
    world.store.add(VNIC_PROFILES, profile);
}

/// Adds an active data storage domain, with a TiB left beside the disks of the VMs.
fn storage(world: &mut World, data_center: &ObjectRef, vms: usize) -> ObjectRef {
    let size = (1_u64 << 40) + vms as u64 * GIB;
    let storage = Node::new("storage")
        .with_text("address", "nfs.example.com")
        .with_text("path", "/exports/data1")
        .with_text("type", "nfs");
    let mut domain = named("storage_domain", "", "data1", "")
        .with_text("available", size.to_string())
        .with_text("committed", "0")
        .with_text("master", "true")
        .with_text("storage_format", "v5")
        .with_text("type", "data")
        .with_text("used", (32 * GIB).to_string())
        .with(storage)
        .with(Node::new("data_centers").with(Node::reference("data_center", data_center.id())));
    STORAGE_DOMAIN.complete(&mut domain);
    let domain = world.store.add(STORAGE_DOMAINS, domain);
    storage_domain::added(world, &domain);
    let attached = Node::reference("storage_domain", domain.id())
        .with_text("master", "true")
        .with_text("status", ACTIVE);
    world
        .store
        .add(&data_center.below(STORAGE_DOMAINS), attached);
    data_center.change(world, |center| {
        center.set("status", UP);
        center.set_default("storage_format", "v5");
    });
    domain
}

fn add_host(world: &mut World, cluster: &ObjectRef, number: usize, sizes: Sizes) -> ObjectRef {
    let name = format!("host{}", number + 1);
    let address = format!("{name}.example.com");
    let mut host = named("host", "", &name, "")
        .with_text("address", address)
        .with_text("status", UP)
        .with_text("type", "rhel")
        .with_text("update_available", sizes.host_updates.to_string())
        .with(Node::reference("cluster", cluster.id()));
    let vms = (sizes.vms / sizes.hosts.max(1)) as u64;
    if vms > 100 {
        host.set("memory", (vms * 2 * GIB).to_string());
        host.set("max_scheduling_memory", (vms * 2 * GIB).to_string());
    }
    host::complete(&mut host);
    host.set("spm.status", if number == 0 { SPM } else { NO_SPM });
    let host = world.store.add(HOSTS, host);
    host_devices::add(world, &host, sizes.host_nics);
    join(world, &host);
    host
}

/// Gives the cluster of a host that comes up the host's CPU type, unless it has one.
fn join(world: &mut World, host: &ObjectRef) {
    let cluster = ObjectRef::cluster(host.target(world, "cluster"));
    let kind = host.text(world, "cpu.type").unwrap_or_default().to_owned();
    let policy = cluster.target(world, "scheduling_policy");
    let properties = scheduling::policy_properties(world, &policy);
    cluster.change(world, |cluster| {
        if cluster.get("cpu.type").is_some_and(|kind| !kind.is_empty()) {
            return;
        }
        cluster.set("cpu.type", kind);
        cluster.set("cpu.architecture", "x86_64");
        cluster.set_default("bios_type", "q35_ovmf");
        cluster.set("fips_mode", "disabled");
        if let (None, Some(mut properties)) = (
            cluster.child("custom_scheduling_policy_properties"),
            properties,
        ) {
            properties.tag = "custom_scheduling_policy_properties".into();
            cluster.children.push(properties);
        }
    });
}

/// Adds a VM with a disk and a network interface. Every other VM runs.
fn vm(
    world: &mut World,
    number: usize,
    cluster: &ObjectRef,
    domain: &ObjectRef,
    hosts: &[ObjectRef],
) {
    let name = format!("vm{}", number + 1);
    let mut vm = named("vm", "", &name, "")
        .with(Node::reference("cluster", cluster.id()))
        .with(Node::reference("cpu_profile", CPU_PROFILE));
    vm.set_reference("template", ZERO_ID);
    vm::inherit(world, &ObjectRef::template(ZERO_ID), &mut vm);
    vm::complete(&mut vm, ZERO_ID);
    defaults::from_cluster(world, &mut vm);
    vm.set("status", DOWN);
    let host = hosts
        .get(number % hosts.len().max(1))
        .filter(|_| number.is_multiple_of(2));
    if host.is_some() {
        vm.set("status", UP);
        vm.set("start_time", now());
    }
    let vm = world.store.add(VMS, vm);
    if let Some(host) = host {
        power::run_on(world, &vm, host);
    }
    snapshot::add_active(world, &vm);
    device::add_defaults(world, &vm);
    let mut nic = named("nic", "", "nic1", "")
        .with(Node::reference("vm", vm.id()))
        .with(Node::reference("vnic_profile", NETWORK_PROFILE));
    defaults::apply(&[defaults::NIC], &mut nic);
    // If the pool is exhausted, the interface has no address.
    let _ = mac::assign(world, &vm, &mut nic);
    world.store.add(&vm.below(NICS), nic);
    add_disk(world, &vm, &format!("{name}_Disk1"), domain);
    if host.is_some() {
        power::report_guest(world, &vm);
    }
}

fn add_disk(world: &mut World, vm: &ObjectRef, name: &str, domain: &ObjectRef) {
    let image = world.store.new_id();
    let disk = named("disk", "", name, "")
        .with_text("alias", name)
        .with_text("actual_size", GIB.to_string())
        .with_text("backup", "none")
        .with_text("content_type", "data")
        .with_text("format", "cow")
        .with_text("image_id", image)
        .with_text("qcow_version", "qcow2_v3")
        .with_text("propagate_errors", "false")
        .with_text("provisioned_size", (16 * GIB).to_string())
        .with_text("shareable", "false")
        .with_text("sparse", "true")
        .with_text("status", OK)
        .with_text("storage_type", "image")
        .with_text("total_size", GIB.to_string())
        .with_text("wipe_after_delete", "false")
        .with(Node::new("storage_domains").with(Node::reference("storage_domain", domain.id())));
    let disk = world.store.add(DISKS, disk);
    let attachment = Node::reference("disk_attachment", disk.id())
        .with_text("active", "true")
        .with_text("bootable", "true")
        .with_text("interface", "virtio_scsi")
        .with_text("pass_discard", "false")
        .with_text("read_only", "false")
        .with_text("uses_scsi_reservation", "false")
        .with(Node::reference("disk", disk.id()))
        .with(Node::reference("vm", vm.id()));
    world.store.add(&vm.below(DISK_ATTACHMENTS), attachment);
}
