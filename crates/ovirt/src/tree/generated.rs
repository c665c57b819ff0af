//! The tree of services.
//!
//! @generated from `crates/model/data/services` by `cargo xtask generate`.

use super::Node;

/// All services, sorted by name.
pub(super) static NODES: &[Node] = &[
    Node {
        name: "affinity_group",
        children: &[
            ("hostlabels", "affinity_group_host_labels"),
            ("hosts", "affinity_group_hosts"),
            ("vmlabels", "affinity_group_vm_labels"),
            ("vms", "affinity_group_vms"),
        ],
    },
    Node {
        name: "affinity_group_host",
        children: &[],
    },
    Node {
        name: "affinity_group_host_label",
        children: &[],
    },
    Node {
        name: "affinity_group_host_labels",
        children: &[("", "affinity_group_host_label")],
    },
    Node {
        name: "affinity_group_hosts",
        children: &[("", "affinity_group_host")],
    },
    Node {
        name: "affinity_group_vm",
        children: &[],
    },
    Node {
        name: "affinity_group_vm_label",
        children: &[],
    },
    Node {
        name: "affinity_group_vm_labels",
        children: &[("", "affinity_group_vm_label")],
    },
    Node {
        name: "affinity_group_vms",
        children: &[("", "affinity_group_vm")],
    },
    Node {
        name: "affinity_groups",
        children: &[("", "affinity_group")],
    },
    Node {
        name: "affinity_label",
        children: &[
            ("hosts", "affinity_label_hosts"),
            ("vms", "affinity_label_vms"),
        ],
    },
    Node {
        name: "affinity_label_host",
        children: &[],
    },
    Node {
        name: "affinity_label_hosts",
        children: &[("", "affinity_label_host")],
    },
    Node {
        name: "affinity_label_vm",
        children: &[],
    },
    Node {
        name: "affinity_label_vms",
        children: &[("", "affinity_label_vm")],
    },
    Node {
        name: "affinity_labels",
        children: &[("", "affinity_label")],
    },
    Node {
        name: "assigned_affinity_label",
        children: &[],
    },
    Node {
        name: "assigned_affinity_labels",
        children: &[("", "assigned_affinity_label")],
    },
    Node {
        name: "assigned_cpu_profile",
        children: &[],
    },
    Node {
        name: "assigned_cpu_profiles",
        children: &[("", "assigned_cpu_profile")],
    },
    Node {
        name: "assigned_disk_profile",
        children: &[],
    },
    Node {
        name: "assigned_disk_profiles",
        children: &[("", "assigned_disk_profile")],
    },
    Node {
        name: "assigned_permissions",
        children: &[("", "permission")],
    },
    Node {
        name: "assigned_roles",
        children: &[("", "role")],
    },
    Node {
        name: "assigned_tag",
        children: &[],
    },
    Node {
        name: "assigned_tags",
        children: &[("", "assigned_tag")],
    },
    Node {
        name: "assigned_vnic_profile",
        children: &[("permissions", "assigned_permissions")],
    },
    Node {
        name: "assigned_vnic_profiles",
        children: &[("", "assigned_vnic_profile")],
    },
    Node {
        name: "attached_storage_domain",
        children: &[("disks", "attached_storage_domain_disks")],
    },
    Node {
        name: "attached_storage_domain_disk",
        children: &[
            ("permissions", "assigned_permissions"),
            ("statistics", "statistics"),
        ],
    },
    Node {
        name: "attached_storage_domain_disks",
        children: &[("", "attached_storage_domain_disk")],
    },
    Node {
        name: "attached_storage_domains",
        children: &[("", "attached_storage_domain")],
    },
    Node {
        name: "balance",
        children: &[],
    },
    Node {
        name: "balances",
        children: &[("", "balance")],
    },
    Node {
        name: "bookmark",
        children: &[],
    },
    Node {
        name: "bookmarks",
        children: &[("", "bookmark")],
    },
    Node {
        name: "cluster",
        children: &[
            ("affinitygroups", "affinity_groups"),
            ("cpuprofiles", "assigned_cpu_profiles"),
            ("enabledfeatures", "cluster_enabled_features"),
            ("externalnetworkproviders", "cluster_external_providers"),
            ("glusterhooks", "gluster_hooks"),
            ("glustervolumes", "gluster_volumes"),
            ("networkfilters", "network_filters"),
            ("networks", "cluster_networks"),
            ("permissions", "assigned_permissions"),
        ],
    },
    Node {
        name: "cluster_enabled_feature",
        children: &[],
    },
    Node {
        name: "cluster_enabled_features",
        children: &[("", "cluster_enabled_feature")],
    },
    Node {
        name: "cluster_external_providers",
        children: &[],
    },
    Node {
        name: "cluster_feature",
        children: &[],
    },
    Node {
        name: "cluster_features",
        children: &[("", "cluster_feature")],
    },
    Node {
        name: "cluster_level",
        children: &[("clusterfeatures", "cluster_features")],
    },
    Node {
        name: "cluster_levels",
        children: &[("", "cluster_level")],
    },
    Node {
        name: "cluster_network",
        children: &[],
    },
    Node {
        name: "cluster_networks",
        children: &[("", "cluster_network")],
    },
    Node {
        name: "clusters",
        children: &[("", "cluster")],
    },
    Node {
        name: "cpu_profile",
        children: &[("permissions", "assigned_permissions")],
    },
    Node {
        name: "cpu_profiles",
        children: &[("", "cpu_profile")],
    },
    Node {
        name: "data_center",
        children: &[
            ("clusters", "clusters"),
            ("iscsibonds", "iscsi_bonds"),
            ("networks", "data_center_networks"),
            ("permissions", "assigned_permissions"),
            ("qoss", "qoss"),
            ("quotas", "quotas"),
            ("storagedomains", "attached_storage_domains"),
        ],
    },
    Node {
        name: "data_center_network",
        children: &[],
    },
    Node {
        name: "data_center_networks",
        children: &[("", "data_center_network")],
    },
    Node {
        name: "data_centers",
        children: &[("", "data_center")],
    },
    Node {
        name: "disk",
        children: &[
            ("disksnapshots", "disk_snapshots"),
            ("permissions", "assigned_permissions"),
            ("statistics", "statistics"),
        ],
    },
    Node {
        name: "disk_attachment",
        children: &[],
    },
    Node {
        name: "disk_attachments",
        children: &[("", "disk_attachment")],
    },
    Node {
        name: "disk_profile",
        children: &[("permissions", "assigned_permissions")],
    },
    Node {
        name: "disk_profiles",
        children: &[("", "disk_profile")],
    },
    Node {
        name: "disk_snapshot",
        children: &[],
    },
    Node {
        name: "disk_snapshots",
        children: &[("", "disk_snapshot")],
    },
    Node {
        name: "disks",
        children: &[("", "disk")],
    },
    Node {
        name: "domain",
        children: &[("groups", "domain_groups"), ("users", "domain_users")],
    },
    Node {
        name: "domain_group",
        children: &[],
    },
    Node {
        name: "domain_groups",
        children: &[("", "domain_group")],
    },
    Node {
        name: "domain_user",
        children: &[],
    },
    Node {
        name: "domain_user_groups",
        children: &[],
    },
    Node {
        name: "domain_users",
        children: &[("", "domain_user")],
    },
    Node {
        name: "domains",
        children: &[("", "domain")],
    },
    Node {
        name: "engine_katello_errata",
        children: &[("", "katello_erratum")],
    },
    Node {
        name: "event",
        children: &[],
    },
    Node {
        name: "event_subscription",
        children: &[],
    },
    Node {
        name: "event_subscriptions",
        children: &[("", "event_subscription")],
    },
    Node {
        name: "events",
        children: &[("", "event")],
    },
    Node {
        name: "external_compute_resource",
        children: &[],
    },
    Node {
        name: "external_compute_resources",
        children: &[("", "external_compute_resource")],
    },
    Node {
        name: "external_discovered_host",
        children: &[],
    },
    Node {
        name: "external_discovered_hosts",
        children: &[("", "external_discovered_host")],
    },
    Node {
        name: "external_host",
        children: &[],
    },
    Node {
        name: "external_host_group",
        children: &[],
    },
    Node {
        name: "external_host_groups",
        children: &[("", "external_host_group")],
    },
    Node {
        name: "external_host_provider",
        children: &[
            ("certificates", "external_provider_certificates"),
            ("computeresources", "external_compute_resources"),
            ("discoveredhosts", "external_discovered_hosts"),
            ("hostgroups", "external_host_groups"),
            ("hosts", "external_hosts"),
        ],
    },
    Node {
        name: "external_host_providers",
        children: &[("", "external_host_provider")],
    },
    Node {
        name: "external_hosts",
        children: &[("", "external_host")],
    },
    Node {
        name: "external_network_provider_configuration",
        children: &[],
    },
    Node {
        name: "external_network_provider_configurations",
        children: &[("", "external_network_provider_configuration")],
    },
    Node {
        name: "external_provider_certificate",
        children: &[],
    },
    Node {
        name: "external_provider_certificates",
        children: &[("", "external_provider_certificate")],
    },
    Node {
        name: "external_template_imports",
        children: &[],
    },
    Node {
        name: "external_vm_imports",
        children: &[],
    },
    Node {
        name: "fence_agent",
        children: &[],
    },
    Node {
        name: "fence_agents",
        children: &[("", "fence_agent")],
    },
    Node {
        name: "file",
        children: &[],
    },
    Node {
        name: "files",
        children: &[("", "file")],
    },
    Node {
        name: "filter",
        children: &[],
    },
    Node {
        name: "filters",
        children: &[("", "filter")],
    },
    Node {
        name: "gluster_brick",
        children: &[("statistics", "statistics")],
    },
    Node {
        name: "gluster_bricks",
        children: &[("", "gluster_brick")],
    },
    Node {
        name: "gluster_hook",
        children: &[],
    },
    Node {
        name: "gluster_hooks",
        children: &[("", "gluster_hook")],
    },
    Node {
        name: "gluster_volume",
        children: &[
            ("glusterbricks", "gluster_bricks"),
            ("statistics", "statistics"),
        ],
    },
    Node {
        name: "gluster_volumes",
        children: &[("", "gluster_volume")],
    },
    Node {
        name: "group",
        children: &[
            ("permissions", "assigned_permissions"),
            ("roles", "assigned_roles"),
            ("tags", "assigned_tags"),
        ],
    },
    Node {
        name: "groups",
        children: &[("", "group")],
    },
    Node {
        name: "host",
        children: &[
            ("affinitylabels", "assigned_affinity_labels"),
            ("cpuunits", "host_cpu_units"),
            ("devices", "host_devices"),
            (
                "externalnetworkproviderconfigurations",
                "external_network_provider_configurations",
            ),
            ("fenceagents", "fence_agents"),
            ("hooks", "host_hooks"),
            ("katelloerrata", "katello_errata"),
            ("networkattachments", "network_attachments"),
            ("nics", "host_nics"),
            ("numanodes", "host_numa_nodes"),
            ("permissions", "assigned_permissions"),
            ("statistics", "statistics"),
            ("storage", "host_storage"),
            (
                "storageconnectionextensions",
                "storage_server_connection_extensions",
            ),
            ("tags", "assigned_tags"),
            ("unmanagednetworks", "unmanaged_networks"),
        ],
    },
    Node {
        name: "host_cpu_units",
        children: &[],
    },
    Node {
        name: "host_device",
        children: &[],
    },
    Node {
        name: "host_devices",
        children: &[("", "host_device")],
    },
    Node {
        name: "host_hook",
        children: &[],
    },
    Node {
        name: "host_hooks",
        children: &[("", "host_hook")],
    },
    Node {
        name: "host_nic",
        children: &[
            (
                "linklayerdiscoveryprotocolelements",
                "link_layer_discovery_protocol",
            ),
            ("networkattachments", "network_attachments"),
            ("networklabels", "network_labels"),
            ("statistics", "statistics"),
            ("virtualfunctionallowedlabels", "network_labels"),
            (
                "virtualfunctionallowednetworks",
                "virtual_function_allowed_networks",
            ),
        ],
    },
    Node {
        name: "host_nics",
        children: &[("", "host_nic")],
    },
    Node {
        name: "host_numa_node",
        children: &[("statistics", "statistics")],
    },
    Node {
        name: "host_numa_nodes",
        children: &[("", "host_numa_node")],
    },
    Node {
        name: "host_storage",
        children: &[("", "storage")],
    },
    Node {
        name: "hosts",
        children: &[("", "host")],
    },
    Node {
        name: "icon",
        children: &[],
    },
    Node {
        name: "icons",
        children: &[("", "icon")],
    },
    Node {
        name: "image",
        children: &[],
    },
    Node {
        name: "image_transfer",
        children: &[],
    },
    Node {
        name: "image_transfers",
        children: &[("", "image_transfer")],
    },
    Node {
        name: "images",
        children: &[("", "image")],
    },
    Node {
        name: "instance_type",
        children: &[
            ("graphicsconsoles", "instance_type_graphics_consoles"),
            ("nics", "instance_type_nics"),
            ("watchdogs", "instance_type_watchdogs"),
        ],
    },
    Node {
        name: "instance_type_graphics_console",
        children: &[],
    },
    Node {
        name: "instance_type_graphics_consoles",
        children: &[("", "instance_type_graphics_console")],
    },
    Node {
        name: "instance_type_nic",
        children: &[],
    },
    Node {
        name: "instance_type_nics",
        children: &[("", "instance_type_nic")],
    },
    Node {
        name: "instance_type_watchdog",
        children: &[],
    },
    Node {
        name: "instance_type_watchdogs",
        children: &[("", "instance_type_watchdog")],
    },
    Node {
        name: "instance_types",
        children: &[("", "instance_type")],
    },
    Node {
        name: "iscsi_bond",
        children: &[
            ("networks", "networks"),
            ("storageserverconnections", "storage_server_connections"),
        ],
    },
    Node {
        name: "iscsi_bonds",
        children: &[("", "iscsi_bond")],
    },
    Node {
        name: "job",
        children: &[("steps", "steps")],
    },
    Node {
        name: "jobs",
        children: &[("", "job")],
    },
    Node {
        name: "katello_errata",
        children: &[("", "katello_erratum")],
    },
    Node {
        name: "katello_erratum",
        children: &[],
    },
    Node {
        name: "link_layer_discovery_protocol",
        children: &[],
    },
    Node {
        name: "mac_pool",
        children: &[("permissions", "assigned_permissions")],
    },
    Node {
        name: "mac_pools",
        children: &[("", "mac_pool")],
    },
    Node {
        name: "network",
        children: &[
            ("networklabels", "network_labels"),
            ("permissions", "assigned_permissions"),
            ("vnicprofiles", "assigned_vnic_profiles"),
        ],
    },
    Node {
        name: "network_attachment",
        children: &[],
    },
    Node {
        name: "network_attachments",
        children: &[("", "network_attachment")],
    },
    Node {
        name: "network_filter",
        children: &[],
    },
    Node {
        name: "network_filters",
        children: &[("", "network_filter")],
    },
    Node {
        name: "network_label",
        children: &[],
    },
    Node {
        name: "network_labels",
        children: &[("", "network_label")],
    },
    Node {
        name: "networks",
        children: &[("", "network")],
    },
    Node {
        name: "nic_network_filter_parameter",
        children: &[],
    },
    Node {
        name: "nic_network_filter_parameters",
        children: &[("", "nic_network_filter_parameter")],
    },
    Node {
        name: "openstack_image",
        children: &[],
    },
    Node {
        name: "openstack_image_provider",
        children: &[
            ("certificates", "external_provider_certificates"),
            ("images", "openstack_images"),
        ],
    },
    Node {
        name: "openstack_image_providers",
        children: &[("", "openstack_image_provider")],
    },
    Node {
        name: "openstack_images",
        children: &[("", "openstack_image")],
    },
    Node {
        name: "openstack_network",
        children: &[("subnets", "openstack_subnets")],
    },
    Node {
        name: "openstack_network_provider",
        children: &[
            ("certificates", "external_provider_certificates"),
            ("networks", "openstack_networks"),
        ],
    },
    Node {
        name: "openstack_network_providers",
        children: &[("", "openstack_network_provider")],
    },
    Node {
        name: "openstack_networks",
        children: &[("", "openstack_network")],
    },
    Node {
        name: "openstack_subnet",
        children: &[],
    },
    Node {
        name: "openstack_subnets",
        children: &[("", "openstack_subnet")],
    },
    Node {
        name: "openstack_volume_authentication_key",
        children: &[],
    },
    Node {
        name: "openstack_volume_authentication_keys",
        children: &[("", "openstack_volume_authentication_key")],
    },
    Node {
        name: "openstack_volume_provider",
        children: &[
            ("authenticationkeys", "openstack_volume_authentication_keys"),
            ("certificates", "external_provider_certificates"),
            ("volumetypes", "openstack_volume_types"),
        ],
    },
    Node {
        name: "openstack_volume_providers",
        children: &[("", "openstack_volume_provider")],
    },
    Node {
        name: "openstack_volume_type",
        children: &[],
    },
    Node {
        name: "openstack_volume_types",
        children: &[("", "openstack_volume_type")],
    },
    Node {
        name: "operating_system",
        children: &[],
    },
    Node {
        name: "operating_systems",
        children: &[("", "operating_system")],
    },
    Node {
        name: "permission",
        children: &[],
    },
    Node {
        name: "permit",
        children: &[],
    },
    Node {
        name: "permits",
        children: &[("", "permit")],
    },
    Node {
        name: "qos",
        children: &[],
    },
    Node {
        name: "qoss",
        children: &[("", "qos")],
    },
    Node {
        name: "quota",
        children: &[
            ("permissions", "assigned_permissions"),
            ("quotaclusterlimits", "quota_cluster_limits"),
            ("quotastoragelimits", "quota_storage_limits"),
        ],
    },
    Node {
        name: "quota_cluster_limit",
        children: &[],
    },
    Node {
        name: "quota_cluster_limits",
        children: &[("", "quota_cluster_limit")],
    },
    Node {
        name: "quota_storage_limit",
        children: &[],
    },
    Node {
        name: "quota_storage_limits",
        children: &[("", "quota_storage_limit")],
    },
    Node {
        name: "quotas",
        children: &[("", "quota")],
    },
    Node {
        name: "role",
        children: &[("permits", "permits")],
    },
    Node {
        name: "roles",
        children: &[("", "role")],
    },
    Node {
        name: "scheduling_policies",
        children: &[("", "scheduling_policy")],
    },
    Node {
        name: "scheduling_policy",
        children: &[
            ("balances", "balances"),
            ("filters", "filters"),
            ("weights", "weights"),
        ],
    },
    Node {
        name: "scheduling_policy_unit",
        children: &[],
    },
    Node {
        name: "scheduling_policy_units",
        children: &[("", "scheduling_policy_unit")],
    },
    Node {
        name: "snapshot",
        children: &[
            ("cdroms", "snapshot_cdroms"),
            ("disks", "snapshot_disks"),
            ("nics", "snapshot_nics"),
        ],
    },
    Node {
        name: "snapshot_cdrom",
        children: &[],
    },
    Node {
        name: "snapshot_cdroms",
        children: &[("", "snapshot_cdrom")],
    },
    Node {
        name: "snapshot_disk",
        children: &[],
    },
    Node {
        name: "snapshot_disks",
        children: &[("", "snapshot_disk")],
    },
    Node {
        name: "snapshot_nic",
        children: &[],
    },
    Node {
        name: "snapshot_nics",
        children: &[("", "snapshot_nic")],
    },
    Node {
        name: "snapshots",
        children: &[("", "snapshot")],
    },
    Node {
        name: "ssh_public_key",
        children: &[],
    },
    Node {
        name: "ssh_public_keys",
        children: &[("", "ssh_public_key")],
    },
    Node {
        name: "statistic",
        children: &[],
    },
    Node {
        name: "statistics",
        children: &[("", "statistic")],
    },
    Node {
        name: "step",
        children: &[("statistics", "statistics")],
    },
    Node {
        name: "steps",
        children: &[("", "step")],
    },
    Node {
        name: "storage",
        children: &[],
    },
    Node {
        name: "storage_domain",
        children: &[
            ("diskprofiles", "assigned_disk_profiles"),
            ("disksnapshots", "disk_snapshots"),
            ("disks", "storage_domain_disks"),
            ("files", "files"),
            ("images", "images"),
            ("permissions", "assigned_permissions"),
            ("storageconnections", "storage_domain_server_connections"),
            ("templates", "storage_domain_templates"),
            ("vms", "storage_domain_vms"),
        ],
    },
    Node {
        name: "storage_domain_content_disk",
        children: &[],
    },
    Node {
        name: "storage_domain_content_disks",
        children: &[("", "storage_domain_content_disk")],
    },
    Node {
        name: "storage_domain_disk",
        children: &[
            ("permissions", "assigned_permissions"),
            ("statistics", "statistics"),
        ],
    },
    Node {
        name: "storage_domain_disks",
        children: &[("", "storage_domain_disk")],
    },
    Node {
        name: "storage_domain_server_connection",
        children: &[],
    },
    Node {
        name: "storage_domain_server_connections",
        children: &[("", "storage_domain_server_connection")],
    },
    Node {
        name: "storage_domain_template",
        children: &[("disks", "storage_domain_content_disks")],
    },
    Node {
        name: "storage_domain_templates",
        children: &[("", "storage_domain_template")],
    },
    Node {
        name: "storage_domain_vm",
        children: &[
            ("diskattachments", "storage_domain_vm_disk_attachments"),
            ("disks", "storage_domain_content_disks"),
        ],
    },
    Node {
        name: "storage_domain_vm_disk_attachment",
        children: &[],
    },
    Node {
        name: "storage_domain_vm_disk_attachments",
        children: &[("", "storage_domain_vm_disk_attachment")],
    },
    Node {
        name: "storage_domain_vms",
        children: &[("", "storage_domain_vm")],
    },
    Node {
        name: "storage_domains",
        children: &[("", "storage_domain")],
    },
    Node {
        name: "storage_server_connection",
        children: &[],
    },
    Node {
        name: "storage_server_connection_extension",
        children: &[],
    },
    Node {
        name: "storage_server_connection_extensions",
        children: &[("", "storage_server_connection_extension")],
    },
    Node {
        name: "storage_server_connections",
        children: &[("", "storage_server_connection")],
    },
    Node {
        name: "system",
        children: &[
            ("affinitylabels", "affinity_labels"),
            ("bookmarks", "bookmarks"),
            ("clusterlevels", "cluster_levels"),
            ("clusters", "clusters"),
            ("cpuprofiles", "cpu_profiles"),
            ("datacenters", "data_centers"),
            ("diskprofiles", "disk_profiles"),
            ("disks", "disks"),
            ("domains", "domains"),
            ("events", "events"),
            ("externalhostproviders", "external_host_providers"),
            ("externaltemplateimports", "external_template_imports"),
            ("externalvmimports", "external_vm_imports"),
            ("groups", "groups"),
            ("hosts", "hosts"),
            ("icons", "icons"),
            ("imagetransfers", "image_transfers"),
            ("instancetypes", "instance_types"),
            ("jobs", "jobs"),
            ("katelloerrata", "engine_katello_errata"),
            ("macpools", "mac_pools"),
            ("networkfilters", "network_filters"),
            ("networks", "networks"),
            ("openstackimageproviders", "openstack_image_providers"),
            ("openstacknetworkproviders", "openstack_network_providers"),
            ("openstackvolumeproviders", "openstack_volume_providers"),
            ("operatingsystems", "operating_systems"),
            ("options", "system_options"),
            ("permissions", "system_permissions"),
            ("roles", "roles"),
            ("schedulingpolicies", "scheduling_policies"),
            ("schedulingpolicyunits", "scheduling_policy_units"),
            ("storageconnections", "storage_server_connections"),
            ("storagedomains", "storage_domains"),
            ("tags", "tags"),
            ("templates", "templates"),
            ("users", "users"),
            ("vmpools", "vm_pools"),
            ("vms", "vms"),
            ("vnicprofiles", "vnic_profiles"),
        ],
    },
    Node {
        name: "system_option",
        children: &[],
    },
    Node {
        name: "system_options",
        children: &[("", "system_option")],
    },
    Node {
        name: "system_permissions",
        children: &[("", "permission")],
    },
    Node {
        name: "tag",
        children: &[],
    },
    Node {
        name: "tags",
        children: &[("", "tag")],
    },
    Node {
        name: "template",
        children: &[
            ("cdroms", "template_cdroms"),
            ("diskattachments", "template_disk_attachments"),
            ("graphicsconsoles", "template_graphics_consoles"),
            ("mediateddevices", "template_mediated_devices"),
            ("nics", "template_nics"),
            ("permissions", "assigned_permissions"),
            ("tags", "assigned_tags"),
            ("watchdogs", "template_watchdogs"),
        ],
    },
    Node {
        name: "template_cdrom",
        children: &[],
    },
    Node {
        name: "template_cdroms",
        children: &[("", "template_cdrom")],
    },
    Node {
        name: "template_disk_attachment",
        children: &[],
    },
    Node {
        name: "template_disk_attachments",
        children: &[("", "template_disk_attachment")],
    },
    Node {
        name: "template_graphics_console",
        children: &[],
    },
    Node {
        name: "template_graphics_consoles",
        children: &[("", "template_graphics_console")],
    },
    Node {
        name: "template_mediated_device",
        children: &[],
    },
    Node {
        name: "template_mediated_devices",
        children: &[("", "template_mediated_device")],
    },
    Node {
        name: "template_nic",
        children: &[],
    },
    Node {
        name: "template_nics",
        children: &[("", "template_nic")],
    },
    Node {
        name: "template_watchdog",
        children: &[],
    },
    Node {
        name: "template_watchdogs",
        children: &[("", "template_watchdog")],
    },
    Node {
        name: "templates",
        children: &[("", "template")],
    },
    Node {
        name: "unmanaged_network",
        children: &[],
    },
    Node {
        name: "unmanaged_networks",
        children: &[("", "unmanaged_network")],
    },
    Node {
        name: "user",
        children: &[
            ("eventsubscriptions", "event_subscriptions"),
            ("groups", "domain_user_groups"),
            ("options", "user_options"),
            ("permissions", "assigned_permissions"),
            ("roles", "assigned_roles"),
            ("sshpublickeys", "ssh_public_keys"),
            ("tags", "assigned_tags"),
        ],
    },
    Node {
        name: "user_option",
        children: &[],
    },
    Node {
        name: "user_options",
        children: &[("", "user_option")],
    },
    Node {
        name: "users",
        children: &[("", "user")],
    },
    Node {
        name: "virtual_function_allowed_network",
        children: &[],
    },
    Node {
        name: "virtual_function_allowed_networks",
        children: &[("", "virtual_function_allowed_network")],
    },
    Node {
        name: "vm",
        children: &[
            ("affinitylabels", "assigned_affinity_labels"),
            ("applications", "vm_applications"),
            ("backups", "vm_backups"),
            ("cdroms", "vm_cdroms"),
            ("checkpoints", "vm_checkpoints"),
            ("diskattachments", "disk_attachments"),
            ("graphicsconsoles", "vm_graphics_consoles"),
            ("hostdevices", "vm_host_devices"),
            ("katelloerrata", "katello_errata"),
            ("mediateddevices", "vm_mediated_devices"),
            ("nics", "vm_nics"),
            ("numanodes", "vm_numa_nodes"),
            ("permissions", "assigned_permissions"),
            ("reporteddevices", "vm_reported_devices"),
            ("sessions", "vm_sessions"),
            ("snapshots", "snapshots"),
            ("statistics", "statistics"),
            ("tags", "assigned_tags"),
            ("watchdogs", "vm_watchdogs"),
        ],
    },
    Node {
        name: "vm_application",
        children: &[],
    },
    Node {
        name: "vm_applications",
        children: &[("", "vm_application")],
    },
    Node {
        name: "vm_backup",
        children: &[("disks", "vm_backup_disks")],
    },
    Node {
        name: "vm_backup_disk",
        children: &[],
    },
    Node {
        name: "vm_backup_disks",
        children: &[("", "vm_backup_disk")],
    },
    Node {
        name: "vm_backups",
        children: &[("", "vm_backup")],
    },
    Node {
        name: "vm_cdrom",
        children: &[],
    },
    Node {
        name: "vm_cdroms",
        children: &[("", "vm_cdrom")],
    },
    Node {
        name: "vm_checkpoint",
        children: &[("disks", "vm_checkpoint_disks")],
    },
    Node {
        name: "vm_checkpoint_disk",
        children: &[],
    },
    Node {
        name: "vm_checkpoint_disks",
        children: &[("", "vm_checkpoint_disk")],
    },
    Node {
        name: "vm_checkpoints",
        children: &[("", "vm_checkpoint")],
    },
    Node {
        name: "vm_graphics_console",
        children: &[],
    },
    Node {
        name: "vm_graphics_consoles",
        children: &[("", "vm_graphics_console")],
    },
    Node {
        name: "vm_host_device",
        children: &[],
    },
    Node {
        name: "vm_host_devices",
        children: &[("", "vm_host_device")],
    },
    Node {
        name: "vm_mediated_device",
        children: &[],
    },
    Node {
        name: "vm_mediated_devices",
        children: &[("", "vm_mediated_device")],
    },
    Node {
        name: "vm_nic",
        children: &[
            ("networkfilterparameters", "nic_network_filter_parameters"),
            ("reporteddevices", "vm_reported_devices"),
            ("statistics", "statistics"),
        ],
    },
    Node {
        name: "vm_nics",
        children: &[("", "vm_nic")],
    },
    Node {
        name: "vm_numa_node",
        children: &[],
    },
    Node {
        name: "vm_numa_nodes",
        children: &[("", "vm_numa_node")],
    },
    Node {
        name: "vm_pool",
        children: &[("permissions", "assigned_permissions")],
    },
    Node {
        name: "vm_pools",
        children: &[("", "vm_pool")],
    },
    Node {
        name: "vm_reported_device",
        children: &[],
    },
    Node {
        name: "vm_reported_devices",
        children: &[("", "vm_reported_device")],
    },
    Node {
        name: "vm_session",
        children: &[],
    },
    Node {
        name: "vm_sessions",
        children: &[("", "vm_session")],
    },
    Node {
        name: "vm_watchdog",
        children: &[],
    },
    Node {
        name: "vm_watchdogs",
        children: &[("", "vm_watchdog")],
    },
    Node {
        name: "vms",
        children: &[("", "vm")],
    },
    Node {
        name: "vnic_profile",
        children: &[("permissions", "assigned_permissions")],
    },
    Node {
        name: "vnic_profiles",
        children: &[("", "vnic_profile")],
    },
    Node {
        name: "weight",
        children: &[],
    },
    Node {
        name: "weights",
        children: &[("", "weight")],
    },
];
