//! Collections that the engine computes when they are read, unless objects are stored in them:
//! devices of the active snapshot, NUMA nodes and CPUs of a host, what a guest reports for a NIC.

use crate::active_snapshot;
use crate::defaults::uuid_of;
use crate::node::Node;
use crate::object::{
    CPU_UNITS, HOSTS, NICS, NUMA_NODES, ObjectRef, REPORTED_DEVICES, SNAPSHOTS, VMS,
};
use crate::world::World;

/// Returns the objects of the collection at a path; `None` if they are stored.
pub(crate) fn objects(world: &World, path: &str) -> Option<Vec<Node>> {
    let steps: Vec<&str> = path.split('/').collect();
    let compute: fn(&World, &[&str]) -> Option<Vec<Node>> = match steps.as_slice() {
        [VMS, _, SNAPSHOTS, _, _] => active_snapshot::devices,
        [VMS, _, NICS, _, REPORTED_DEVICES] => reported_devices,
        [HOSTS, _, NUMA_NODES] => numa_nodes,
        [HOSTS, _, CPU_UNITS] => cpu_units,
        _ => return None,
    };
    if !world.store.list(path).is_empty() {
        return None;
    }
    compute(world, &steps)
}

/// Returns what the guest reports for the NIC with the same MAC address.
fn reported_devices(world: &World, steps: &[&str]) -> Option<Vec<Node>> {
    let [_, vm, _, nic, _] = steps else {
        return None;
    };
    let vm = ObjectRef::vm(*vm);
    let nic = vm.item(NICS, *nic).get(world)?;
    let address = nic.get("mac.address")?;
    let reported = world.store.list(&vm.below(REPORTED_DEVICES)).iter();
    let own = reported.filter(|device| device.get("mac.address") == Some(address));
    Some(own.cloned().collect())
}

/// The CPU topology of a host: sockets, cores per socket, threads per core.
struct Topology {
    sockets: u64,
    cores: u64,
    threads: u64,
}

impl Topology {
    /// Larger hosts are not computed.
    const MAX_CPUS: u64 = 1024;

    fn of(host: &Node) -> Option<Self> {
        let number = |member: &str| -> Option<u64> {
            host.get(&format!("cpu.topology.{member}"))?.parse().ok()
        };
        let topology = Self {
            sockets: number("sockets")?,
            cores: number("cores")?,
            threads: number("threads")?,
        };
        let cpus = topology.per_socket()?.checked_mul(topology.sockets)?;
        (cpus <= Self::MAX_CPUS).then_some(topology)
    }

    fn per_socket(&self) -> Option<u64> {
        self.cores.checked_mul(self.threads)
    }
}

/// Returns one NUMA node per socket of a host, with its share of the memory in MiB.
fn numa_nodes(world: &World, steps: &[&str]) -> Option<Vec<Node>> {
    let id = *steps.get(1)?;
    let host = ObjectRef::host(id).get(world)?;
    let topology = Topology::of(host)?;
    let per_socket = topology.per_socket()?;
    let memory: u64 = host.get("memory")?.parse().ok()?;
    let memory = (memory >> 20) / topology.sockets.max(1);
    let node = |socket: u64| {
        let cpus = socket * per_socket..(socket + 1) * per_socket;
        let cores = cpus.map(|cpu| Node::new("core").with_text("index", cpu.to_string()));
        let mut list = Node::new("cores");
        list.children.extend(cores);
        let distance = |other: u64| if other == socket { "10" } else { "21" };
        let distances: Vec<&str> = (0..topology.sockets).map(distance).collect();
        Node::reference("host_numa_node", &uuid_of(&format!("{id}/numa/{socket}")))
            .with(Node::new("cpu").with(list))
            .with_text("index", socket.to_string())
            .with_text("memory", memory.to_string())
            .with_text("node_distance", distances.join(" "))
            .with(Node::reference("host", id))
    };
    Some((0..topology.sockets).map(node).collect())
}

/// The CPU that VDSM runs on unless configured.
const VDSM_CPU: u64 = 1;

/// Returns the CPUs of a host.
fn cpu_units(world: &World, steps: &[&str]) -> Option<Vec<Node>> {
    let topology = Topology::of(ObjectRef::host(*steps.get(1)?).get(world)?)?;
    let per_socket = topology.per_socket()?;
    let unit = |cpu: u64| {
        let core = cpu % per_socket / topology.threads;
        Node::new("host_cpu_unit")
            .with_text("core_id", core.to_string())
            .with_text("cpu_id", cpu.to_string())
            .with_text("runs_vdsm", (cpu == VDSM_CPU).to_string())
            .with_text("socket_id", (cpu / per_socket).to_string())
    };
    Some((0..topology.sockets * per_socket).map(unit).collect())
}
