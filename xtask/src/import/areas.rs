//! Which file of `model/` an item goes into when it is new. An item that is there already stays
//! where it is, so that moving one by hand is enough to place it better.

/// Areas, and words that a name of the area begins with; the first that fits decides.
const TYPES: &[(&str, &[&str])] = &[
    ("core", &["action", "identified", "fault", "grace_period", "version", "property", "value", "statistic", "api", "special_objects", "product", "engine_backup", "link_", "rate", "range", "option", "status", "vendor"]),
    ("snapshots", &["snapshot", "backup", "checkpoint"]),
    ("affinity", &["affinity", "registration_affinity"]),
    ("gluster", &["gluster", "brick", "entity_profile", "profile_detail", "fop", "nfs_profile", "block_statistic", "transport", "hook", "server_hook"]),
    ("openstack", &["open_stack", "openstack"]),
    ("external", &["external", "katello", "proxy_ticket"]),
    ("registration", &["registration", "vnic_profile_mapping"]),
    ("storage_domains", &["storage", "volume_group", "logical_unit", "iscsi", "nfs", "lun", "host_storage", "scsi", "access_protocol", "file"]),
    ("disks", &["disk", "image", "cinder", "qcow", "format", "icon", "scsi_generic"]),
    ("hosts", &["host", "agent", "agents", "power_management", "pm_proxy", "fence", "hardware", "spm", "ssh", "ksm", "se_linux", "hosted", "kernel", "hook", "kdump", "transparent", "auto_numa", "nic_configuration", "network_configuration", "reported", "package", "fips"]),
    ("networks", &["network", "nic", "mac", "vlan", "bonding", "ip", "dns", "vnic", "port_mirroring", "qos", "firewall", "unmanaged", "boot_protocol", "vlan", "lldp", "link"]),
    ("templates", &["template", "instance_type"]),
    ("pools", &["vm_pool"]),
    ("clusters", &["cluster", "cpu_profile", "fencing", "error_handling", "migration", "memory_over", "scheduling", "balance", "weight", "filter", "policy", "skip_if", "switch", "log_sev", "serial_number", "required", "rng", "migrate", "high_availability_"]),
    ("data_centers", &["data_center", "quota", "mac_pool"]),
    ("users", &["user", "group", "role", "perm", "domain", "inheritable", "authorized", "session"]),
    ("jobs_and_events", &["job", "step", "event", "notif", "external_status", "external_system", "log"]),
    ("system", &["system", "bookmark", "tag", "configuration", "certificate"]),
];

/// The same for services.
const SERVICES: &[(&str, &[&str])] = &[
    ("system", &["system", "bookmark", "tag", "assigned_tag", "icon", "statistic", "measurable", "operating", "copyable", "moveable", "assigned_tag"]),
    ("affinity", &["affinity", "assigned_affinity"]),
    ("gluster", &["gluster"]),
    ("openstack", &["openstack"]),
    ("external", &["external", "engine_katello", "katello"]),
    ("snapshots", &["snapshot", "vm_backup", "vm_checkpoint"]),
    ("pools", &["vm_pool"]),
    ("vms", &["vms"]),
    ("vm_devices", &["vm_", "nic_network"]),
    ("vms", &["vm"]),
    ("templates", &["template", "instance_type"]),
    ("storage_domains", &["storage", "attached_storage", "iscsi", "file", "images"]),
    ("image_transfers", &["image_transfer"]),
    ("storage_domains", &["image"]),
    ("disks", &["disk", "assigned_disk"]),
    ("hosts", &["host", "fence", "network_attachment", "link_layer", "unmanaged", "virtual_function"]),
    ("networks", &["network", "vnic", "assigned_vnic", "qos", "mac_pool"]),
    ("scheduling", &["balance", "filter", "weight", "scheduling"]),
    ("clusters", &["cluster", "cpu_profile", "assigned_cpu"]),
    ("data_centers", &["data_center", "quota"]),
    ("users", &["user", "group", "role", "perm", "assigned_perm", "assigned_role", "domain", "ssh_public", "event_sub"]),
    ("jobs_and_events", &["job", "step", "event"]),
];

/// The file for a new item.
pub(super) fn file_for(kind: &str, name: &str) -> String {
    let (folder, areas) = match kind {
        "service" => ("services", SERVICES),
        _ => ("types", TYPES),
    };
    let area = areas
        .iter()
        .find(|(_, beginnings)| beginnings.iter().any(|beginning| name.starts_with(beginning)))
        .map_or("vms", |(area, _)| area);
    format!("{folder}/{area}.api")
}
