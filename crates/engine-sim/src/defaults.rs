//! Default values of the members that engines always send.

use crate::node::Node;

/// Paths of members and their default texts.
type Table = &'static [(&'static str, &'static str)];

/// Common to VMs, templates and instance types.
const HARDWARE: Table = &[
    ("cpu.topology.cores", "1"),
    ("cpu.topology.sockets", "1"),
    ("cpu.topology.threads", "1"),
    ("display.monitors", "1"),
    ("display.single_qxl_pci", "false"),
    ("display.smartcard_enabled", "false"),
    ("display.type", "vnc"),
    ("high_availability.enabled", "false"),
    ("high_availability.priority", "1"),
    ("io.threads", "1"),
    ("migration.auto_converge", "inherit"),
    ("migration.compressed", "inherit"),
    ("migration.encrypted", "inherit"),
    ("migration_downtime", "-1"),
    ("os.boot.devices.device", "hd"),
    ("usb.enabled", "false"),
];

/// Common to VMs and templates.
const VM_AND_TEMPLATE: Table = &[
    ("bios.boot_menu.enabled", "false"),
    ("cpu.architecture", "x86_64"),
    ("cpu_shares", "0"),
    ("delete_protected", "false"),
    ("display.allow_override", "false"),
    ("display.copy_paste_enabled", "true"),
    ("display.disconnect_action", "LOCK_SCREEN"),
    ("display.file_transfer_enabled", "true"),
    ("memory_policy.ballooning", "true"),
    ("origin", "ovirt"),
    ("os.type", "other"),
    ("start_paused", "false"),
    ("stateless", "false"),
    ("storage_error_resume_behaviour", "auto_resume"),
    ("time_zone.name", "Etc/GMT"),
    ("type", "server"),
];

const VM: Table = &[
    ("next_run_configuration_exists", "false"),
    ("numa_tune_mode", "interleave"),
    ("placement_policy.affinity", "migratable"),
    ("run_once", "false"),
];

const CLUSTER: Table = &[
    ("ballooning_enabled", "true"),
    ("cpu.architecture", "x86_64"),
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
    ("required_rng_sources.required_rng_source", "urandom"),
    ("switch_type", "legacy"),
    ("threads_as_cores", "false"),
    ("trusted_service", "false"),
    ("tunnel_migration", "false"),
    ("upgrade_in_progress", "false"),
    ("version.major", "4"),
    ("version.minor", "8"),
    ("virt_service", "true"),
    ("vnc_encryption", "false"),
];

const HOST: Table = &[
    ("auto_numa_status", "unknown"),
    ("certificate.organization", "example.com"),
    ("cpu.name", "AMD EPYC"),
    ("cpu.speed", "2000"),
    ("cpu.topology.cores", "8"),
    ("cpu.topology.sockets", "2"),
    ("cpu.topology.threads", "2"),
    ("cpu.type", "AMD EPYC"),
    ("device_passthrough.enabled", "false"),
    ("external_status", "ok"),
    ("hardware_information.family", "Virtual"),
    ("hardware_information.manufacturer", "ovirt-engine-sim"),
    ("hardware_information.product_name", "simulated host"),
    (
        "hardware_information.supported_rng_sources.supported_rng_source",
        "random",
    ),
    ("hardware_information.version", "1"),
    ("kdump_status", "disabled"),
    ("ksm.enabled", "false"),
    ("libvirt_version.build", "0"),
    ("libvirt_version.full_version", "libvirt-10.0.0-1.el9"),
    ("libvirt_version.major", "10"),
    ("libvirt_version.minor", "0"),
    ("libvirt_version.revision", "0"),
    ("max_scheduling_memory", "68383932416"),
    ("memory", "68719476736"),
    ("numa_supported", "false"),
    ("os.custom_kernel_cmdline", ""),
    ("os.reported_kernel_cmdline", "ro quiet"),
    ("os.type", "RHEL"),
    ("os.version.full_version", "9 - 1.el9"),
    ("os.version.major", "9"),
    ("os.version.minor", "0"),
    ("port", "54321"),
    ("power_management.automatic_pm_enabled", "true"),
    ("power_management.enabled", "false"),
    ("power_management.kdump_detection", "true"),
    ("power_management.pm_proxies", ""),
    ("protocol", "stomp"),
    ("se_linux.mode", "enforcing"),
    ("spm.priority", "5"),
    ("spm.status", "none"),
    ("ssh.port", "22"),
    ("summary.active", "0"),
    ("summary.migrating", "0"),
    ("summary.total", "0"),
    ("transparent_hugepages.enabled", "true"),
    ("type", "ovirt_node"),
    ("update_available", "false"),
    ("version.build", "8"),
    ("version.full_version", "vdsm-4.50.8-1.el9"),
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
    if matches!(kind, "template" | "vm") && object.child("sso").is_none() {
        let methods = Node::new("methods").with(Node::reference("method", "guest_agent"));
        object.children.push(Node::new("sso").with(methods));
    }
}
