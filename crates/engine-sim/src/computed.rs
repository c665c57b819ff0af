//! Collections that the engine computes when they are read, unless objects are stored in them, such
//! as the NUMA nodes and CPUs of a host, and what a guest reports for a NIC.

use crate::defaults::uuid_of;
use crate::node::Node;
use crate::object::{ObjectRef, REPORTED_DEVICES, VMS};
use crate::world::World;

/// Returns the objects of the collection at a path; `None` if they are stored after all.
pub(crate) type Compute = fn(&World, &str) -> Option<Vec<Node>>;

/// Computes the objects of a collection, unless some are stored.
pub(crate) fn unless_stored(world: &World, path: &str, compute: Compute) -> Option<Vec<Node>> {
    match world.store.list(path) {
        [] => compute(world, path),
        _ => None,
    }
}

/// Returns what the guest reports for the NIC with the same MAC address.
pub(crate) fn reported_devices(world: &World, path: &str) -> Option<Vec<Node>> {
    let (nic, _) = path.rsplit_once('/')?;
    let nic = ObjectRef::at(nic);
    let vm = nic.owner(VMS)?;
    let nic = nic.get(world)?;
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
        let number = |member: &str| host.number(&format!("cpu.topology.{member}"));
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
pub(crate) fn numa_nodes(world: &World, path: &str) -> Option<Vec<Node>> {
    let (host, _) = path.rsplit_once('/')?;
    let host = ObjectRef::at(host);
    let id = host.id();
    let host = host.get(world)?;
    let topology = Topology::of(host)?;
    let per_socket = topology.per_socket()?;
    let memory: u64 = host.number("memory")?;
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
pub(crate) fn cpu_units(world: &World, path: &str) -> Option<Vec<Node>> {
    let (host, _) = path.rsplit_once('/')?;
    let topology = Topology::of(ObjectRef::at(host).get(world)?)?;
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
