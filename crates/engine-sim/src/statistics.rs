//! Statistics of VMs, hosts, disks and network interfaces. Nothing is stored: the values are
//! computed from the object and the time, so that they change.

mod host_load;
mod tables;

use std::time::{Duration, SystemTime};

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::computed;
use crate::kinds::device;
use crate::node::Node;
use crate::object::{DISKS, HOSTS, NICS, NUMA_NODES, ObjectRef, VMS};
use crate::status::{UP, is_running};
use crate::world::{API, World};
use host_load::HostLoad;
use tables::{DISK, HOST, History, NIC, NUMA_NODE, Quantity, Statistic, VM};

/// Interval at which the values change, in seconds.
const PERIOD_SECONDS: u64 = 5;

/// Number of intervals after which the values repeat, so that their sum is quick to compute.
const CYCLE: u64 = 64;

/// Bytes of one operation of a disk.
const OPERATION: f64 = 4096.0;

/// Interval at which hosts boot, in seconds.
const BOOT_SECONDS: u64 = 1_000_000;

/// An object with statistics.
struct StatisticsOwner<'a> {
    tag: &'static str,
    /// Below the API root.
    path: &'a str,
    id: &'a str,
    statistics: &'static [Statistic],
    /// Memory, in bytes.
    memory: u64,
    /// The load of the host, for hosts and their NUMA nodes.
    host: Option<HostLoad>,
    /// Whether there is any load.
    is_running: bool,
    /// When it started, since 1970.
    since: Duration,
}

/// Returns the current statistics at a path such as `vms/123/statistics`.
pub(crate) fn compute(world: &World, path: &str) -> Option<Vec<Node>> {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    compute_at(world, path, now)
}

/// Returns the statistics at a path and a time since 1970.
pub(crate) fn compute_at(world: &World, path: &str, now: Duration) -> Option<Vec<Node>> {
    let owner = owner(world, path, now)?;
    let node = |statistic: &Statistic| owner.node(statistic, now);
    Some(owner.statistics.iter().map(node).collect())
}

fn owner<'a>(world: &'a World, path: &'a str, now: Duration) -> Option<StatisticsOwner<'a>> {
    let (object, _) = path.rsplit_once('/')?;
    let (collection, id) = object.rsplit_once('/')?;
    let number = |collection: &str, member: &str| {
        let object = ObjectRef::new(collection, id);
        object.number(world, member).unwrap_or_default()
    };
    let (tag, statistics) = match collection.rsplit('/').next()? {
        NUMA_NODES if collection.starts_with("hosts/") => ("host_numa_node", NUMA_NODE),
        VMS => ("vm", VM),
        HOSTS => ("host", HOST),
        DISKS => ("disk", DISK),
        NICS if collection.starts_with("hosts/") => ("host_nic", NIC),
        NICS => ("nic", NIC),
        _ => return None,
    };
    let vm = vm_of(world, collection, (tag, id));
    let host = match collection.strip_prefix("hosts/") {
        Some(below) if tag == "host_numa_node" => below.split('/').next(),
        _ => (tag == "host").then_some(id),
    };
    let host = host.map(ObjectRef::host);
    let is_running = match (&vm, &host) {
        (Some(vm), _) => vm.text(world, "status").is_some_and(is_running),
        (_, Some(host)) => host.has(world, "status", UP),
        _ => tag != "disk",
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
        host: host
            .filter(|_| is_running)
            .and_then(|host| HostLoad::of(world, &host, now)),
        is_running,
        since: match vm {
            Some(vm) => start_of(world, &vm).unwrap_or(now),
            // Hosts boot now and then.
            None => Duration::from_secs(now.as_secs() - now.as_secs() % BOOT_SECONDS),
        },
    })
}

/// Returns the VM of an owner. Disks and interfaces of a VM are active while it runs.
fn vm_of(world: &World, collection: &str, (tag, id): (&str, &str)) -> Option<ObjectRef> {
    match tag {
        "vm" => Some(ObjectRef::vm(id)),
        "disk" => running_vm_of(world, id),
        _ => collection
            .strip_prefix("vms/")
            .and_then(|rest| Some(ObjectRef::vm(rest.split('/').next()?))),
    }
}

/// Returns the VM that runs with a disk.
fn running_vm_of(world: &World, disk: &str) -> Option<ObjectRef> {
    let mut owners = device::owners(world, disk).into_iter();
    owners.find(|owner| owner.text(world, "status").is_some_and(is_running))
}

/// Returns when a VM was started, since 1970.
fn start_of(world: &World, vm: &ObjectRef) -> Option<Duration> {
    let text = vm.text(world, "start_time")?;
    let start = OffsetDateTime::parse(text, &Rfc3339).ok()?.unix_timestamp();
    u64::try_from(start).ok().map(Duration::from_secs)
}

/// Returns the memory of a NUMA node, which has it in MiB, in bytes.
fn numa_memory(world: &World, collection: &str, id: &str) -> u64 {
    let nodes = computed::unless_stored(world, collection, computed::numa_nodes);
    let nodes = nodes.as_deref().unwrap_or(world.store.list(collection));
    let node = nodes.iter().find(|node| node.id() == id);
    let memory: u64 = node.and_then(|node| node.number("memory")).unwrap_or(0);
    memory.saturating_mul(1 << 20)
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
        #[allow(clippy::cast_precision_loss)]
        let memory = self.memory as f64;
        let used = self.memory_share(now);
        let bytes = |share: f64| ((memory * share).floor(), false);
        match quantity {
            Quantity::Installed => bytes(1.0),
            Quantity::MemoryUsed => bytes(used),
            Quantity::MemoryFree => (memory - bytes(used).0, false),
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
            Quantity::Load => (
                self.share("guest", now) + self.share("hypervisor", now),
                true,
            ),
            Quantity::Latency => {
                let level = self.level(name, now) * self.activity();
                (level / 100_000.0, true)
            }
            Quantity::Rate => (self.rate(name, now), true),
            // Eight times the rate in bytes, which has the name without the unit.
            Quantity::RateBits => {
                let rate = name.strip_suffix(".bps").unwrap_or(name);
                (self.rate(rate, now) * 8.0, true)
            }
            Quantity::Operations if self.is_running => {
                let rate = name.strip_suffix("_ops").unwrap_or(name);
                let since = self.transferred(rate, self.since.as_secs());
                let bytes = self.transferred(rate, now.as_secs()) - since;
                ((bytes / OPERATION).floor(), true)
            }
            Quantity::Total if self.is_running => {
                // What the rate of the same direction adds up to.
                let rate = name.replace(".total.", ".current.");
                let since = self.transferred(&rate, self.since.as_secs());
                (self.transferred(&rate, now.as_secs()) - since, false)
            }
            Quantity::Uptime if self.is_running => {
                (now.saturating_sub(self.since).as_secs_f64().floor(), false)
            }
            Quantity::Boot => (self.since.as_secs_f64().floor(), false),
            Quantity::Operations | Quantity::ZeroDecimal | Quantity::History(_) => (0.0, true),
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
            History::Memory => Some((self.memory_share(at) * 100.0).floor()),
            History::Network => None,
        };
        times.into_iter().filter_map(percent).collect()
    }

    /// Returns 1 if there is any load, else 0.
    fn activity(&self) -> f64 {
        if self.is_running { 1.0 } else { 0.0 }
    }

    /// Returns the share of the memory that is used.
    fn memory_share(&self, now: Duration) -> f64 {
        match &self.host {
            Some(host) => host.memory,
            None => self.activity() * (0.25 + self.level("memory", now) / 400.0),
        }
    }

    /// Returns a share of CPU time in percent. Two shares never exceed 100.
    fn share(&self, name: &str, now: Duration) -> f64 {
        match &self.host {
            Some(host) if name == "guest" => host.user,
            Some(host) => host.system,
            None => self.activity() * (self.level(name, now) / 2.5).floor(),
        }
    }

    /// Returns a rate in bytes per second.
    fn rate(&self, name: &str, now: Duration) -> f64 {
        self.activity() * self.rate_in(name, now.as_secs() / PERIOD_SECONDS)
    }

    fn rate_in(&self, name: &str, period: u64) -> f64 {
        let level = self.level_in(name, period);
        match self.tag {
            "disk" => level * 10_000.0,
            // Less than one percent of 1 Gbit/s, but more than that of the VMs together: hosts use
            // their storage and migrate over the same network.
            "host_nic" => 600_000.0 + level * 2_000.0,
            _ => level * 50.0,
        }
    }

    /// Returns how many bytes a rate adds up to in the seconds since 1970.
    #[allow(clippy::cast_precision_loss)]
    fn transferred(&self, rate: &str, seconds: u64) -> f64 {
        let period = |number: u64| self.rate_in(rate, number) * PERIOD_SECONDS as f64;
        let periods = seconds / PERIOD_SECONDS;
        let cycle: f64 = (0..CYCLE).map(period).sum();
        let rest: f64 = (0..periods % CYCLE).map(period).sum();
        let part = (seconds % PERIOD_SECONDS) as f64 / PERIOD_SECONDS as f64;
        (periods / CYCLE) as f64 * cycle + rest + period(periods) * part
    }

    /// Returns a pseudo-random number from 0 to 100, by object, name and time.
    fn level(&self, name: &str, now: Duration) -> f64 {
        self.level_in(name, now.as_secs() / PERIOD_SECONDS)
    }

    fn level_in(&self, name: &str, period: u64) -> f64 {
        let mut hash = period % CYCLE;
        for byte in self.id.bytes().chain(name.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let level = u32::try_from((hash >> 20) % 101).unwrap_or_default();
        f64::from(level)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{CYCLE, NIC, PERIOD_SECONDS, StatisticsOwner};

    #[test]
    fn a_total_grows_by_its_rate() {
        let owner = StatisticsOwner {
            tag: "nic",
            path: "vms/1/nics/2",
            id: "2",
            statistics: NIC,
            memory: 0,
            host: None,
            is_running: true,
            since: Duration::ZERO,
        };
        let rate = "data.current.rx";
        for seconds in 0..2 * CYCLE * PERIOD_SECONDS {
            let grown = owner.transferred(rate, seconds + 1) - owner.transferred(rate, seconds);
            let current = owner.rate(rate, Duration::from_secs(seconds));
            assert!(
                (grown - current).abs() < 1.0,
                "{seconds}: {grown} {current}"
            );
        }
    }
}
