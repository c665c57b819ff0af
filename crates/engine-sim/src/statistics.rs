//! Statistics of VMs, hosts, disks and network interfaces. Nothing is stored: the values are
//! computed from the object and the time, so that they change.

mod tables;

use std::time::{Duration, SystemTime};

use crate::computed;
use crate::node::Node;
use crate::status::is_running;
use crate::world::{API, World};
use tables::{DISK, HOST, History, NIC, NUMA_NODE, Quantity, Statistic, VM};

/// Interval at which the values change, in seconds.
const PERIOD_SECONDS: u64 = 5;

/// An object with statistics.
struct StatisticsOwner<'a> {
    tag: &'static str,
    /// Below the API root.
    path: &'a str,
    id: &'a str,
    statistics: &'static [Statistic],
    /// Memory, in bytes.
    memory: u64,
    /// Whether there is any load.
    is_running: bool,
}

/// Returns the statistics at a path such as `vms/123/statistics`.
pub(crate) fn compute(world: &World, path: &str) -> Vec<Node> {
    let Some(owner) = owner(world, path) else {
        return Vec::new();
    };
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let node = |statistic: &Statistic| owner.node(statistic, now);
    owner.statistics.iter().map(node).collect()
}

fn owner<'a>(world: &'a World, path: &'a str) -> Option<StatisticsOwner<'a>> {
    let (object, _) = path.rsplit_once('/')?;
    let (collection, id) = object.rsplit_once('/')?;
    let number = |collection: &str, member: &str| {
        let text = world.text(collection, id, member);
        text.and_then(|text| text.parse().ok()).unwrap_or_default()
    };
    let (tag, statistics) = match collection.rsplit('/').next()? {
        "numanodes" if collection.starts_with("hosts/") => ("host_numa_node", NUMA_NODE),
        "vms" => ("vm", VM),
        "hosts" => ("host", HOST),
        "disks" => ("disk", DISK),
        "nics" if collection.starts_with("hosts/") => ("host_nic", NIC),
        "nics" => ("nic", NIC),
        _ => return None,
    };
    // Disks and interfaces of a VM are active while it runs.
    let vm = collection
        .strip_prefix("vms/")
        .and_then(|rest| rest.split('/').next());
    let is_running = match (tag, vm) {
        ("vm", _) => world.text("vms", id, "status").is_some_and(is_running),
        ("host", _) => world.text("hosts", id, "status") == Some("up"),
        (_, Some(vm)) => world.text("vms", vm, "status").is_some_and(is_running),
        _ => true,
    };
    Some(StatisticsOwner {
        tag,
        path: object,
        id,
        statistics,
        memory: match tag {
            "host_numa_node" => numa_memory(world, collection, id),
            _ => number(collection, "memory"),
        },
        is_running,
    })
}

/// Returns the memory of a NUMA node, which has it in MiB, in bytes.
fn numa_memory(world: &World, collection: &str, id: &str) -> u64 {
    let nodes = computed::objects(world, collection);
    let nodes = nodes.as_deref().unwrap_or(world.store.list(collection));
    let node = nodes.iter().find(|node| node.id() == id);
    let memory = node.and_then(|node| node.get("memory")?.parse::<u64>().ok());
    memory.unwrap_or_default().saturating_mul(1 << 20)
}

impl StatisticsOwner<'_> {
    fn node(&self, (name, id, unit, quantity, description): &Statistic, now: Duration) -> Node {
        let (value, is_decimal) = self.value(*quantity, name, now);
        let kind = match quantity {
            Quantity::Text => "string",
            _ if is_decimal => "decimal",
            _ => "integer",
        };
        let is_counter = matches!(
            quantity,
            Quantity::Errors | Quantity::Operations | Quantity::Total | Quantity::Uptime
        );
        let mut values = Node::new("values");
        let datum = |value: f64| Node::new("value").with_text("datum", value.to_string());
        match quantity {
            // Counted and reported while the VM or host runs.
            Quantity::Errors | Quantity::Total | Quantity::Text | Quantity::History(_)
                if !self.is_running => {}
            Quantity::Text => values
                .children
                .push(Node::new("value").with_text("detail", "[]")),
            Quantity::History(history) => {
                values
                    .children
                    .extend(self.history(*history, now).into_iter().map(datum));
            }
            _ => values.children.push(datum(value)),
        }
        Node::reference("statistic", id)
            .with_text("name", *name)
            .with_text("description", *description)
            .with_text("kind", if is_counter { "counter" } else { "gauge" })
            .with_text("type", kind)
            .with_text("unit", *unit)
            .with(values)
            .with(self.reference())
    }

    /// Returns the reference to the owner.
    fn reference(&self) -> Node {
        let mut owner = Node::reference(self.tag, self.id);
        // Nothing in the reference to a NUMA node says which host it belongs to.
        if self.tag == "host_numa_node" {
            owner.set_attribute("href", &format!("{API}/{}", self.path));
        }
        owner
    }

    /// Returns the value, and whether it is a decimal.
    fn value(&self, quantity: Quantity, name: &str, now: Duration) -> (f64, bool) {
        let level = if self.is_running {
            self.level(name, now)
        } else {
            0.0
        };
        #[allow(clippy::cast_precision_loss)]
        let (memory, seconds) = (self.memory as f64, now.as_secs() as f64);
        let used = if self.is_running {
            0.25 + self.level("memory", now) / 400.0
        } else {
            0.0
        };
        let bytes = |share: f64| ((memory * share).floor(), false);
        match quantity {
            Quantity::Installed => bytes(1.0),
            Quantity::MemoryUsed => bytes(used),
            Quantity::MemoryFree => bytes(1.0 - used),
            Quantity::Buffered => bytes(used / 64.0),
            Quantity::Cached => bytes(used / 16.0),
            Quantity::Cpu => (
                self.share("guest", now) + self.share("hypervisor", now),
                true,
            ),
            Quantity::Guest => (self.share("guest", now), true),
            Quantity::Hypervisor => (self.share("hypervisor", now), true),
            Quantity::Idle => (
                100.0 - self.share("guest", now) - self.share("hypervisor", now),
                true,
            ),
            Quantity::Load | Quantity::Network => ((level / 4.0).floor(), true),
            Quantity::Latency => (level / 100_000.0, true),
            Quantity::Rate => ((level * 10_000.0).floor(), true),
            // Eight times the rate in bytes, which has the name without the unit.
            Quantity::RateBits => {
                let rate = name.strip_suffix(".bps").unwrap_or(name);
                (
                    (self.level(rate, now) * 10_000.0).floor() * self.activity() * 8.0,
                    true,
                )
            }
            Quantity::Operations => ((level / 4.0).floor(), true),
            Quantity::Total if self.is_running => (seconds * 100_000.0, false),
            Quantity::Uptime if self.is_running => (seconds % 1_000_000.0, false),
            Quantity::Boot => (seconds - seconds % 1_000_000.0, false),
            Quantity::ZeroDecimal | Quantity::History(_) => (0.0, true),
            Quantity::Errors
            | Quantity::Text
            | Quantity::Total
            | Quantity::Uptime
            | Quantity::Zero => (0.0, false),
        }
    }

    /// Returns the latest values of a history, in percent, the newest first.
    fn history(&self, history: History, now: Duration) -> Vec<f64> {
        let times = [now, now.saturating_sub(Duration::from_secs(30))];
        let percent = |at| match history {
            History::Cpu => Some(self.value(Quantity::Cpu, "", at).0),
            History::Memory => Some((25.0 + self.level("memory", at) / 4.0).floor()),
            History::Network => None,
        };
        times.into_iter().filter_map(percent).collect()
    }

    /// Returns 1 if there is any load, else 0.
    fn activity(&self) -> f64 {
        if self.is_running { 1.0 } else { 0.0 }
    }

    /// Returns a share of CPU time in percent. Two shares never exceed 100.
    fn share(&self, name: &str, now: Duration) -> f64 {
        let level = if self.is_running {
            self.level(name, now)
        } else {
            0.0
        };
        (level / 2.5).floor()
    }

    /// Returns a pseudo-random number from 0 to 100, by object, name and time.
    fn level(&self, name: &str, now: Duration) -> f64 {
        let mut hash = now.as_secs() / PERIOD_SECONDS;
        for byte in self.id.bytes().chain(name.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let level = u32::try_from((hash >> 20) % 101).unwrap_or_default();
        f64::from(level)
    }
}
