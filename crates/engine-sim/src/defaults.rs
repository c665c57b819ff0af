//! Default values: shared by several types, or derived from other objects.

use crate::node::{Node, refers_to};
use crate::object::{CPU_PROFILES, OPERATING_SYSTEMS, ObjectRef, QUOTAS};
use crate::world::World;

/// Paths of members, with the texts that they have unless given.
pub(crate) type Defaults = &'static [(&'static str, &'static str)];

/// Common to VMs, templates and instance types.
pub(crate) const HARDWARE: Defaults = &[
    ("cpu.topology.cores", "1"),
    ("cpu.topology.sockets", "1"),
    ("cpu.topology.threads", "1"),
    ("display.allow_override", "false"),
    ("display.copy_paste_enabled", "true"),
    ("display.disconnect_action", "LOCK_SCREEN"),
    ("display.disconnect_action_delay", "0"),
    ("display.file_transfer_enabled", "true"),
    ("display.monitors", "1"),
    ("display.smartcard_enabled", "false"),
    ("display.type", "vnc"),
    ("display.video_type", "vga"),
    ("high_availability.enabled", "false"),
    ("high_availability.priority", "0"),
    ("io.threads", "1"),
    ("memory_policy.ballooning", "true"),
    ("migration.auto_converge", "inherit"),
    ("migration.compressed", "inherit"),
    ("migration.encrypted", "inherit"),
    ("migration.parallel_migrations_policy", "inherit"),
    ("migration_downtime", "-1"),
    ("os.boot.devices.device", "hd"),
    ("placement_policy.affinity", "migratable"),
    ("usb.enabled", "false"),
];

/// Common to VMs and templates.
pub(crate) const VM_AND_TEMPLATE: Defaults = &[
    ("auto_pinning_policy", "disabled"),
    ("bios.boot_menu.enabled", "false"),
    ("cpu.architecture", "x86_64"),
    ("cpu_pinning_policy", "none"),
    ("cpu_shares", "0"),
    ("delete_protected", "false"),
    ("multi_queues_enabled", "true"),
    ("origin", "ovirt"),
    ("os.type", "other"),
    ("start_paused", "false"),
    ("stateless", "false"),
    ("storage_error_resume_behaviour", "auto_resume"),
    ("time_zone.name", "Etc/GMT"),
    ("type", "server"),
    ("virtio_scsi_multi_queues_enabled", "false"),
];

/// Members of VMs, templates and instance types that only responses with all content have.
pub(crate) const HARDWARE_COSTLY: &[&str] = &[
    "console",
    "rng_device",
    "soundcard_enabled",
    "tpm_enabled",
    "virtio_scsi",
];

/// Their defaults.
pub(crate) const COSTLY: Defaults = &[
    ("console.enabled", "false"),
    ("rng_device.source", "urandom"),
    ("soundcard_enabled", "true"),
    ("tpm_enabled", "false"),
    ("virtio_scsi.enabled", "true"),
];

/// Members of NICs of VMs and templates.
pub(crate) const NIC: Defaults = &[
    ("synced", "true"),
    ("interface", "virtio"),
    ("linked", "true"),
    ("plugged", "true"),
];

/// Sets members to their defaults, unless given.
pub(crate) fn apply(tables: &[Defaults], object: &mut Node) {
    for (path, text) in tables.iter().copied().flatten() {
        object.set_default(path, *text);
    }
}

/// Sets the login method of a VM or template unless given.
pub(crate) fn complete_sso(object: &mut Node) {
    if object.child("sso").is_none() {
        let methods = Node::new("methods").with(Node::reference("method", "guest_agent"));
        object.children.push(Node::new("sso").with(methods));
    }
}

/// Sets the members of a VM or template that follow from its cluster and operating system.
pub(crate) fn from_cluster(world: &World, object: &mut Node) {
    set_icons(world, object);
    let id = object.child("cluster").map_or("", Node::id).to_owned();
    let Some(cluster) = ObjectRef::cluster(&id).get(world) else {
        return;
    };
    if let Some(kind) = cluster.get("bios_type") {
        object.set_default("bios.type", kind);
    }
    if let Some(architecture) = cluster.get("cpu.architecture") {
        object.set("cpu.architecture", architecture);
    }
    let mut profiles = world.store.list(CPU_PROFILES).iter();
    let profile = profiles.find(|profile| refers_to(profile, "cluster", &id));
    if let (None, Some(profile)) = (object.child("cpu_profile"), profile) {
        object.set_reference("cpu_profile", profile.id());
    }
    let center = cluster.child("data_center").map_or("", Node::id);
    set_quota(world, center, object);
}

/// Sets the guaranteed memory of a VM that names only its memory: the share of it that the cluster
/// does not overcommit.
pub(crate) fn guarantee_memory(world: &World, vm: &mut Node) {
    let Some(memory) = vm.number::<i64>("memory") else {
        return;
    };
    let cluster = vm.child("cluster").map_or("", Node::id);
    let percent = ObjectRef::cluster(cluster).number(world, "memory_policy.over_commit.percent");
    let percent = percent.unwrap_or(100).max(100);
    let guaranteed = memory.saturating_mul(100) / percent;
    vm.set_default("memory_policy.guaranteed", guaranteed.to_string());
}

/// Sets the quota of an object to the default one of its data center.
pub(crate) fn set_quota(world: &World, center: &str, object: &mut Node) {
    let quotas = ObjectRef::data_center(center).below(QUOTAS);
    let default = world.find_by_name(&quotas, "Default");
    if let (None, Some(quota)) = (object.child("quota"), default) {
        object.set_reference("quota", quota.id());
    }
}

/// Sets the icons of a VM or template to those of its operating system.
pub(crate) fn set_icons(world: &World, object: &mut Node) {
    let name = object.get("os.type").unwrap_or("other");
    let system = world.find_by_name(OPERATING_SYSTEMS, name);
    let Some(system) = system.or_else(|| world.find_by_name(OPERATING_SYSTEMS, "other")) else {
        return;
    };
    for tag in ["small_icon", "large_icon"] {
        let icon = system.child(tag).map(Node::id);
        if let (None, Some(icon)) = (object.child(tag), icon) {
            object.set_reference(tag, icon);
        }
    }
}

/// Returns the bytes of a text as hexadecimal digits.
pub(crate) fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns a UUID that follows from a text.
pub(crate) fn uuid_of(text: &str) -> String {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in text.bytes() {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    let digits = format!("{hash:032x}");
    let part = |from, to| digits.get(from..to).unwrap_or_default();
    let (a, b, c, d, e) = (
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32),
    );
    format!("{a}-{b}-4{c}-8{d}-{e}")
}
