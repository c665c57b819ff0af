//! The hardware of hosts as collections below them: NICs, NUMA nodes, CPUs.

use super::host_network::{attach, management_network};
use crate::node::Node;
use crate::object::{CPU_UNITS, HOSTS, NICS, NUMA_NODES, ObjectRef};
use crate::status::UP;
use crate::world::World;

/// Gateway of the management network. Hosts have addresses on the loopback network, so that
/// clients that connect to them reach nobody else.
const GATEWAY: &str = "127.0.0.254";

/// Adds the hardware of a new host. The first of its NICs has the management network.
pub(crate) fn add(world: &mut World, host: &ObjectRef, nics: usize) {
    let number = world.store.list(HOSTS).len();
    for index in 0..nics.max(1) {
        add_nic(world, host, number, index);
    }
    add_numa_nodes(world, host);
    add_cpus(world, host);
}

fn add_nic(world: &mut World, host: &ObjectRef, number: usize, index: usize) {
    let [high, low] = [number >> 8 & 0xff, number & 0xff];
    let mut nic = Node::new("host_nic")
        .with_text("name", format!("eth{index}"))
        .with_text("boot_protocol", "none")
        .with_text("bridged", "false")
        .with_text("ipv6_boot_protocol", "none")
        .with_text("mtu", "1500")
        .with_text("speed", "1000000000")
        .with_text("status", UP)
        .with(Node::reference("host", host.id()));
    let address = format!("52:54:00:{high:02x}:{low:02x}:{:02x}", index & 0xff);
    nic.set("mac.address", address);
    let network = management_network(world, host).filter(|_| index == 0);
    if let Some(network) = &network {
        for (path, text) in [
            ("boot_protocol", "static"),
            ("bridged", "true"),
            ("custom_configuration", "false"),
            ("ip.address", &format!("127.0.{}.{low}", high + 1)),
            ("ip.gateway", GATEWAY),
            ("ip.netmask", "255.0.0.0"),
            ("ip.version", "v4"),
            ("ipv6.gateway", "::"),
            ("ipv6.version", "v6"),
        ] {
            nic.set(path, text);
        }
        nic.set_reference("network", network.id());
        nic.children.push(Node::new("properties"));
    }
    let assignment = Node::new("ip_address_assignment")
        .with_text("assignment_method", "static")
        .with(nic.child("ip").cloned().unwrap_or_default());
    let nic = world.store.add(&host.below(NICS), nic);
    if let Some(network) = network {
        let assignments = Node::new("ip_address_assignments").with(assignment);
        let attachment = Node::new("network_attachment").with(assignments);
        attach(world, &nic, &network, attachment);
    }
}

/// Returns a number that the host reports.
fn count(world: &World, host: &ObjectRef, path: &str) -> u64 {
    let text = host.text(world, path).unwrap_or_default();
    text.trim().parse().unwrap_or(1)
}

/// Adds a NUMA node for each socket.
fn add_numa_nodes(world: &mut World, host: &ObjectRef) {
    let sockets = count(world, host, "cpu.topology.sockets");
    let threads = count(world, host, "cpu.topology.threads");
    let cpus = threads.saturating_mul(count(world, host, "cpu.topology.cores"));
    let memory = count(world, host, "memory") >> 20;
    for socket in 0..sockets {
        let mut cores = Node::new("cores");
        for cpu in socket * cpus..(socket + 1) * cpus {
            let core = Node::new("core").with_text("index", cpu.to_string());
            cores.children.push(core);
        }
        let distances = (0..sockets).map(|other| if other == socket { "10" } else { "21" });
        let distances: Vec<&str> = distances.collect();
        let node = Node::new("host_numa_node")
            .with(Node::new("cpu").with(cores))
            .with_text("index", socket.to_string())
            .with_text("memory", (memory / sockets.max(1)).to_string())
            .with_text("node_distance", distances.join(" "))
            .with(Node::reference("host", host.id()));
        world.store.add(&host.below(NUMA_NODES), node);
    }
}

/// The CPU on which the engine's agent on the host runs.
const AGENT_CPU: u64 = 1;

/// Adds a CPU for each thread. CPUs have no identifier.
fn add_cpus(world: &mut World, host: &ObjectRef) {
    let threads = count(world, host, "cpu.topology.threads");
    let cores = count(world, host, "cpu.topology.cores");
    let sockets = count(world, host, "cpu.topology.sockets");
    for cpu in 0..sockets * cores * threads {
        let core = cpu / threads.max(1);
        let mut unit = Node::new("host_cpu_unit")
            .with_text("core_id", (core % cores.max(1)).to_string())
            .with_text("cpu_id", cpu.to_string())
            .with_text("socket_id", (core / cores.max(1)).to_string());
        if cpu == AGENT_CPU {
            unit.set("runs_vdsm", "true");
        }
        world.store.add(&host.below(CPU_UNITS), unit);
    }
}
