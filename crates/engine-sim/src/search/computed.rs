//! Computed fields: values derived from several members or from other objects.

use time::OffsetDateTime;

use crate::capacity;
use crate::kind::Source;
use crate::node::{Node, refers_to};
use crate::object::{
    DATA_CENTERS, HOSTS, ObjectRef, QOSS, QUOTAS, SESSIONS, STATISTICS, STORAGE_DOMAINS, USERS, VMS,
};
use crate::statistics;
use crate::status::{UP, is_running};
use crate::world::World;

use super::date;

fn boolean(value: bool) -> Option<String> {
    Some(value.to_string())
}

/// Formats a version as `MAJOR.MINOR`, or returns the full version if present.
fn format_version(node: &Node) -> Option<String> {
    let full = node.get("full_version").filter(|text| !text.is_empty());
    match full {
        Some(full) => Some(full.to_owned()),
        None => Some(format!("{}.{}", node.get("major")?, node.get("minor")?)),
    }
}

pub(super) fn object_version(_: &World, object: &Node) -> Option<String> {
    format_version(object.child("version")?)
}

pub(super) fn custom_version(_: &World, vm: &Node) -> Option<String> {
    format_version(vm.child("custom_compatibility_version")?)
}

pub(super) fn cluster_version(world: &World, vm: &Node) -> Option<String> {
    let cluster = ObjectRef::cluster(vm.child("cluster")?.id()).get(world)?;
    format_version(cluster.child("version")?)
}

pub(super) fn profile_version(world: &World, profile: &Node) -> Option<String> {
    let network = ObjectRef::network(profile.child("network")?.id()).get(world)?;
    let center = network.child("data_center")?.id();
    format_version(
        ObjectRef::data_center(center)
            .get(world)?
            .child("version")?,
    )
}

pub(super) fn virtual_cpus(_: &World, vm: &Node) -> Option<String> {
    let count = |name| vm.number(&format!("cpu.topology.{name}")).unwrap_or(1_u64);
    let cores = count("cores").saturating_mul(count("sockets"));
    Some(cores.saturating_mul(count("threads")).to_string())
}

pub(super) fn host_cpus(_: &World, host: &Node) -> Option<String> {
    let sockets: u64 = host.number("cpu.topology.sockets")?;
    let cores: u64 = host.number("cpu.topology.cores")?;
    Some(sockets.saturating_mul(cores).to_string())
}

/// Seconds since a running VM was started.
pub(super) fn uptime(_: &World, vm: &Node) -> Option<String> {
    if !is_running(vm.get("status")?) {
        return None;
    }
    let since = date::parse_rfc3339(vm.get("start_time")?)?;
    let now = OffsetDateTime::now_utc().unix_timestamp();
    Some(now.saturating_sub(since).max(0).to_string())
}

/// The user logged in to the guest of a VM.
pub(super) fn logged_in_user(world: &World, vm: &Node) -> Option<String> {
    let sessions = world.store.list(&ObjectRef::vm(vm.id()).below(SESSIONS));
    let user = sessions.iter().find_map(|session| session.child("user"))?;
    let user = ObjectRef::new(USERS, user.id()).get(world)?;
    user.get("user_name")
        .or_else(|| user.get("name"))
        .map(str::to_owned)
}

/// The name of an object in a collection below any data center.
fn name_below_data_center(world: &World, below: &str, id: &str) -> Option<String> {
    let mut centers = world.handles(DATA_CENTERS).into_iter();
    let found = centers.find_map(|center| center.item(below, id).get(world));
    Some(found?.get("name")?.to_owned())
}

pub(super) fn quota(world: &World, object: &Node) -> Option<String> {
    name_below_data_center(world, QUOTAS, object.child("quota")?.id())
}

pub(super) fn qos(world: &World, object: &Node) -> Option<String> {
    name_below_data_center(world, QOSS, object.child("qos")?.id())
}

/// The current value of a statistic.
fn statistic(world: &World, object: &ObjectRef, name: &str) -> Option<f64> {
    let all = world.objects(&Source::Computed {
        path: object.below(STATISTICS),
        compute: statistics::compute,
    });
    let found = all.iter().find(|one| one.get("name") == Some(name))?;
    found.number("values.value.datum")
}

fn percent(value: Option<f64>) -> Option<String> {
    Some(value?.round().to_string())
}

fn memory_usage(world: &World, object: &ObjectRef, total: &str) -> Option<String> {
    let used = statistic(world, object, "memory.used")?;
    let total = statistic(world, object, total)?;
    percent((total > 0.0).then_some(used / total * 100.0))
}

pub(super) fn vm_cpu_usage(world: &World, vm: &Node) -> Option<String> {
    percent(statistic(
        world,
        &ObjectRef::vm(vm.id()),
        "cpu.current.total",
    ))
}

pub(super) fn vm_memory_usage(world: &World, vm: &Node) -> Option<String> {
    memory_usage(world, &ObjectRef::vm(vm.id()), "memory.installed")
}

pub(super) fn vm_network_usage(world: &World, vm: &Node) -> Option<String> {
    percent(statistic(
        world,
        &ObjectRef::vm(vm.id()),
        "network.current.total",
    ))
}

pub(super) fn migration_progress(world: &World, vm: &Node) -> Option<String> {
    percent(statistic(
        world,
        &ObjectRef::vm(vm.id()),
        "migration.progress",
    ))
}

pub(super) fn host_cpu_usage(world: &World, host: &Node) -> Option<String> {
    let idle = statistic(world, &ObjectRef::host(host.id()), "cpu.current.idle");
    percent(idle.map(|idle| 100.0 - idle))
}

pub(super) fn host_memory_usage(world: &World, host: &Node) -> Option<String> {
    memory_usage(world, &ObjectRef::host(host.id()), "memory.total")
}

pub(super) fn host_load(world: &World, host: &Node) -> Option<String> {
    percent(statistic(
        world,
        &ObjectRef::host(host.id()),
        "cpu.load.avg.5m",
    ))
}

/// The status of a storage domain in its data center, if attached.
pub(super) fn domain_status(world: &World, domain: &Node) -> Option<String> {
    let center = domain
        .child("data_centers")
        .and_then(|list| list.children.first());
    let attached = center.and_then(|center| {
        let center = ObjectRef::data_center(center.id());
        center.item(STORAGE_DOMAINS, domain.id()).get(world)
    });
    let status = attached.and_then(|domain| domain.get("status"));
    Some(status.or_else(|| domain.get("status"))?.to_owned())
}

/// The status of a storage domain across data centers.
pub(super) fn shared_status(world: &World, domain: &Node) -> Option<String> {
    let status = domain_status(world, domain)?;
    let shared = match status.as_str() {
        "active" | "unattached" | "mixed" => status.as_str(),
        _ => "inactive",
    };
    Some(shared.to_owned())
}

pub(super) fn domain_size(world: &World, domain: &Node) -> Option<String> {
    let space = capacity::space_of(world, domain)?;
    Some((space.used + space.available).to_string())
}

pub(super) fn domain_used(world: &World, domain: &Node) -> Option<String> {
    Some(capacity::space_of(world, domain)?.used.to_string())
}

pub(super) fn domain_available(world: &World, domain: &Node) -> Option<String> {
    Some(capacity::space_of(world, domain)?.available.to_string())
}

/// Whether VMs can use a network.
pub(super) fn is_vm_network(_: &World, network: &Node) -> Option<String> {
    let usages = network
        .child("usages")
        .map_or(&[][..], |list| &list.children);
    boolean(usages.iter().any(|usage| usage.text == "vm"))
}

pub(super) fn is_passthrough(_: &World, profile: &Node) -> Option<String> {
    boolean(profile.get("pass_through.mode") == Some("enabled"))
}

/// The number of running VMs of a pool.
pub(super) fn running_vm_count(world: &World, pool: &Node) -> Option<String> {
    let is_running = |vm: &&Node| {
        refers_to(vm, "vm_pool", pool.id()) && vm.get("status").is_some_and(is_running)
    };
    let running = world.store.list(VMS).iter().filter(is_running);
    Some(running.count().to_string())
}

pub(super) fn user_type(_: &World, _: &Node) -> Option<String> {
    Some("user".to_owned())
}

pub(super) fn group_type(_: &World, _: &Node) -> Option<String> {
    Some("group".to_owned())
}

/// `true` if a VM has changes for its next start; otherwise nothing.
pub(super) fn next_run_exists(_: &World, vm: &Node) -> Option<String> {
    let exists = vm.get("next_run_configuration_exists") == Some("true");
    exists.then(|| "true".to_owned())
}

/// The version of the engine's agent on a host.
pub(super) fn agent_version(_: &World, host: &Node) -> Option<String> {
    let part = |name: &str| host.get(&format!("version.{name}"));
    let build = part("build").unwrap_or("0");
    Some(format!("{}.{}.{build}", part("major")?, part("minor")?))
}

/// The share of the bandwidth that a running host uses; other hosts report nothing.
pub(super) fn host_network_usage(_: &World, host: &Node) -> Option<String> {
    (host.get("status") == Some(UP)).then(|| "0".to_owned())
}

/// The number of a host among those of its data center that can be the SPM, counted from 1.
pub(super) fn spm_id(world: &World, host: &Node) -> Option<String> {
    let center = |host: &Node| {
        let cluster = host.child("cluster").map_or("", Node::id);
        ObjectRef::cluster(cluster).target(world, "data_center")
    };
    let own = center(host);
    let mut others = world
        .store
        .list(HOSTS)
        .iter()
        .filter(|other| center(other) == own);
    let position = others.position(|other| other.id() == host.id())?;
    Some((position + 1).to_string())
}

/// The maximum size of packets; 0 stands for the default.
pub(super) fn mtu(_: &World, network: &Node) -> Option<String> {
    let mtu = network.get("mtu").filter(|mtu| *mtu != "0");
    Some(mtu.unwrap_or("1500").to_owned())
}
