//! The load of a host: what its VMs use, and a little of its own.

use std::time::Duration;

use super::StatisticsOwner;
use super::tables::VM;
use crate::node::Node;
use crate::object::{ObjectRef, VMS};
use crate::status::is_running;
use crate::world::World;

/// Share of the memory that a host without VMs uses.
const OWN_MEMORY: f64 = 0.02;

/// The load of a host.
pub(super) struct HostLoad {
    /// Share of its memory, from 0 to 1.
    pub(super) memory: f64,
    /// CPU time of its VMs and of programs, in percent, 50 at most.
    pub(super) user: f64,
    /// CPU time of the system, in percent, 50 at most.
    pub(super) system: f64,
}

impl HostLoad {
    /// Adds up the load of the VMs that run on a host.
    pub(super) fn of(world: &World, host: &ObjectRef, now: Duration) -> Option<Self> {
        let id = host.id();
        let host = host.get(world)?;
        let (memory, cpus) = (number(host, "memory", 1.0), cpus(host));
        let idle = owner("host", host, now);
        let own = |name| idle.level(name, now) / 20.0;
        let mut load = Self {
            memory: OWN_MEMORY,
            user: own("guest"),
            system: own("hypervisor"),
        };
        for vm in world.store.list(VMS) {
            let is_here = vm.child("host").is_some_and(|host| host.id() == id);
            if is_here && vm.get("status").is_some_and(is_running) {
                let (part, owner) = (self::cpus(vm) / cpus, owner("vm", vm, now));
                load.memory += owner.memory_share(now) * number(vm, "memory", 0.0) / memory;
                load.user += owner.share("guest", now) * part;
                load.system += owner.share("hypervisor", now) * part;
            }
        }
        Some(Self {
            memory: load.memory.min(1.0),
            user: load.user.ceil().min(50.0),
            system: load.system.ceil().min(50.0),
        })
    }
}

fn owner<'a>(tag: &'static str, object: &'a Node, now: Duration) -> StatisticsOwner<'a> {
    StatisticsOwner {
        tag,
        path: "",
        id: object.id(),
        statistics: VM,
        memory: 0,
        host: None,
        is_running: true,
        since: now,
    }
}

fn cpus(object: &Node) -> f64 {
    let count = |name| number(object, &format!("cpu.topology.{name}"), 1.0);
    count("sockets") * count("cores") * count("threads")
}

fn number(object: &Node, path: &str, default: f64) -> f64 {
    object
        .number(path)
        .filter(|number| *number > 0.0)
        .unwrap_or(default)
}
