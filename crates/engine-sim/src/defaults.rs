//! Default values of the members that engines always send.

use crate::node::{Node, refers_to};
use crate::world::World;

/// Paths of members and their default texts.
type Table = &'static [(&'static str, &'static str)];

/// Common to VMs, templates and instance types.
const HARDWARE: Table = &[
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
const VM_AND_TEMPLATE: Table = &[
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

const VM: Table = &[
    ("next_run_configuration_exists", "false"),
    ("use_latest_template_version", "false"),
];

const CLUSTER: Table = &[
    ("ballooning_enabled", "true"),
    ("cpu.architecture", "undefined"),
    ("cpu.type", ""),
    ("error_handling.on_error", "migrate"),
    ("fencing_policy.enabled", "true"),
    (
        "fencing_policy.skip_if_connectivity_broken.enabled",
        "false",
    ),
    ("fencing_policy.skip_if_connectivity_broken.threshold", "50"),
    ("fencing_policy.skip_if_gluster_bricks_up", "false"),
    ("fencing_policy.skip_if_gluster_quorum_not_met", "false"),
    ("fencing_policy.skip_if_sd_active.enabled", "false"),
    ("fips_mode", "undefined"),
    ("firewall_type", "firewalld"),
    ("gluster_service", "false"),
    ("ha_reservation", "false"),
    ("ksm.enabled", "true"),
    ("ksm.merge_across_nodes", "true"),
    ("log_max_memory_used_threshold", "95"),
    ("log_max_memory_used_threshold_type", "percentage"),
    ("memory_policy.over_commit.percent", "100"),
    ("memory_policy.transparent_hugepages.enabled", "true"),
    ("migration.auto_converge", "inherit"),
    ("migration.bandwidth.assignment_method", "auto"),
    ("migration.compressed", "inherit"),
    ("migration.encrypted", "inherit"),
    ("migration.parallel_migrations_policy", "disabled"),
    ("required_rng_sources.required_rng_source", "urandom"),
    ("switch_type", "legacy"),
    ("threads_as_cores", "false"),
    ("trusted_service", "false"),
    ("tunnel_migration", "false"),
    ("upgrade_in_progress", "false"),
    ("upgrade_percent_complete", "0"),
    ("version.major", "4"),
    ("version.minor", "8"),
    ("virt_service", "true"),
    ("vnc_encryption", "false"),
];

const HOST: Table = &[
    ("auto_numa_status", "enable"),
    ("certificate.organization", "oVirt"),
    ("cpu.name", "Intel(R) Xeon(R) Gold 6240 CPU @ 2.60GHz"),
    ("cpu.speed", "2600"),
    ("cpu.topology.cores", "8"),
    ("cpu.topology.sockets", "2"),
    ("cpu.topology.threads", "2"),
    ("cpu.type", "Secure Intel Cascadelake Server Family"),
    ("device_passthrough.enabled", "false"),
    ("external_status", "ok"),
    ("hardware_information.family", "Virtual"),
    ("hardware_information.manufacturer", "ovirt-engine-sim"),
    ("hardware_information.product_name", "simulated host"),
    ("hardware_information.version", "1"),
    ("kdump_status", "enabled"),
    ("ksm.enabled", "false"),
    ("libvirt_version.build", "0"),
    ("libvirt_version.full_version", "libvirt-10.10.0-7.el9"),
    ("libvirt_version.major", "10"),
    ("libvirt_version.minor", "10"),
    ("libvirt_version.revision", "0"),
    ("max_scheduling_memory", "137034203136"),
    ("memory", "137438953472"),
    ("numa_supported", "true"),
    ("os.custom_kernel_cmdline", ""),
    ("os.description", "CentOS Stream 9"),
    ("os.reported_kernel_cmdline", "ro quiet"),
    ("os.type", "RHEL"),
    ("os.version.full_version", "9 - 9.el9"),
    ("os.version.major", "9"),
    ("ovn_configured", "false"),
    ("port", "54321"),
    ("power_management.automatic_pm_enabled", "true"),
    ("power_management.enabled", "false"),
    ("power_management.kdump_detection", "true"),
    ("power_management.pm_proxies", ""),
    ("protocol", "stomp"),
    ("reinstallation_required", "false"),
    ("se_linux.mode", "enforcing"),
    ("spm.priority", "5"),
    ("spm.status", "none"),
    ("ssh.port", "22"),
    ("summary.active", "0"),
    ("summary.migrating", "0"),
    ("summary.total", "0"),
    ("transparent_hugepages.enabled", "true"),
    ("type", "rhel"),
    ("update_available", "false"),
    ("version.build", "6"),
    ("version.full_version", "vdsm-4.50.6-1.el9"),
    ("version.major", "4"),
    ("version.minor", "50"),
    ("version.revision", "0"),
    ("vgpu_placement", "consolidated"),
];

const STORAGE_DOMAIN: Table = &[
    ("backup", "false"),
    ("block_size", "512"),
    ("critical_space_action_blocker", "5"),
    ("discard_after_delete", "false"),
    ("external_status", "ok"),
    ("supports_discard", "false"),
    ("supports_discard_zeroes_data", "false"),
    ("warning_low_space_indicator", "10"),
    ("wipe_after_delete", "false"),
];

/// Sets the unset members of an object to their defaults.
pub(crate) fn complete(kind: &str, object: &mut Node) {
    let tables: &[Table] = match kind {
        "cluster" => &[CLUSTER],
        "host" => &[HOST],
        "instance_type" => &[HARDWARE],
        "storage_domain" => &[STORAGE_DOMAIN],
        "template" => &[HARDWARE, VM_AND_TEMPLATE],
        "vm" => &[HARDWARE, VM_AND_TEMPLATE, VM],
        _ => &[],
    };
    for (path, text) in tables.iter().copied().flatten() {
        object.set_default(path, *text);
    }
    match kind {
        "cluster" => complete_cluster(object),
        "host" => complete_host(object),
        _ => {}
    }
    if matches!(kind, "template" | "vm") && object.child("sso").is_none() {
        let methods = Node::new("methods").with(Node::reference("method", "guest_agent"));
        object.children.push(Node::new("sso").with(methods));
    }
}

/// Sets the members of a VM or template that follow from its cluster and operating system.
pub(crate) fn from_cluster(world: &World, object: &mut Node) {
    set_icons(world, object);
    let id = object.child("cluster").map_or("", Node::id).to_owned();
    let Some(cluster) = world.store.get("clusters", &id) else {
        return;
    };
    if let Some(kind) = cluster.get("bios_type") {
        object.set_default("bios.type", kind);
    }
    if let Some(architecture) = cluster.get("cpu.architecture") {
        object.set("cpu.architecture", architecture);
    }
    let mut profiles = world.store.list("cpuprofiles").iter();
    let profile = profiles.find(|profile| refers_to(profile, "cluster", &id));
    if let (None, Some(profile)) = (object.child("cpu_profile"), profile) {
        object.set_reference("cpu_profile", profile.id());
    }
    let center = cluster.child("data_center").map_or("", Node::id);
    set_quota(world, center, object);
}

/// Sets the quota of an object to the default one of its data center.
pub(crate) fn set_quota(world: &World, center: &str, object: &mut Node) {
    let quotas = world.find_by_name(&format!("datacenters/{center}/quotas"), "Default");
    if let (None, Some(quota)) = (object.child("quota"), quotas) {
        object.set_reference("quota", quota.id());
    }
}

/// Sets the icons of a VM or template to those of its operating system.
pub(crate) fn set_icons(world: &World, object: &mut Node) {
    let name = object.get("os.type").unwrap_or("other");
    let system = world.find_by_name("operatingsystems", name);
    let Some(system) = system.or_else(|| world.find_by_name("operatingsystems", "other")) else {
        return;
    };
    for tag in ["small_icon", "large_icon"] {
        let icon = system.child(tag).map(Node::id);
        if let (None, Some(icon)) = (object.child(tag), icon) {
            object.set_reference(tag, icon);
        }
    }
}

/// Identifier of the migration policy of new clusters.
const MIGRATION_POLICY: &str = "80554327-0569-496b-bdeb-fcbbf52b827b";

fn complete_cluster(cluster: &mut Node) {
    let migration = cluster.child_mut("migration");
    if migration.child("policy").is_none() {
        migration.set_reference("policy", MIGRATION_POLICY);
    }
}

/// Sets what tells the hardware of a host from that of others.
fn complete_host(host: &mut Node) {
    let address = host.get("address").unwrap_or_default().to_owned();
    let hardware = host.child_mut("hardware_information");
    hardware.set_default("serial_number", address.clone());
    hardware.set_default("uuid", uuid_of(&address));
    if hardware.child("supported_rng_sources").is_none() {
        let sources = Node::new("supported_rng_sources")
            .with_text("supported_rng_source", "random")
            .with_text("supported_rng_source", "hwrng");
        hardware.children.push(sources);
    }
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
