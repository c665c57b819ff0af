//! Hosts: installation, activation, power management, and the election of the SPM.

use super::host_maintenance::{check_for_updates, deactivate, upgrade, vms_on};
use super::{host_devices, host_network, iscsi, power};
use crate::capacity;
use crate::defaults::{self, Defaults};
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Referred, Remove, Statuses, Visible};
use crate::kind::{UniqueName, Update, act, nothing};
use crate::name_rule::{NameRule, violation};
use crate::node::Node;
use crate::object::{AFFINITY_LABELS, CLUSTERS, DATA_CENTERS, HOSTS, ObjectRef, PERMISSIONS, TAGS};
use crate::status::{
    CONNECTING, DOWN, ERROR, FAILED, INITIALIZING, INSTALL_FAILED, INSTALLING, MAINTENANCE, NO_SPM,
    NON_OPERATIONAL, NON_RESPONSIVE, OK, PENDING_APPROVAL, PREPARING_FOR_MAINTENANCE, REBOOT, SPM,
    UNASSIGNED, UP,
};
use crate::world::World;

const TITLE: &str = "Host";

/// Statuses in which a host can be removed.
const REMOVABLE: Statuses = &[
    MAINTENANCE,
    INSTALL_FAILED,
    DOWN,
    PENDING_APPROVAL,
    NON_OPERATIONAL,
];

const ACTIVATABLE: Statuses = &[
    MAINTENANCE,
    NON_OPERATIONAL,
    NON_RESPONSIVE,
    DOWN,
    INSTALL_FAILED,
    ERROR,
    PREPARING_FOR_MAINTENANCE,
];

const ILLEGAL_STATUS: &str =
    "Operation can be performed only when Host status is Up, Maintenance or Non operational.";

#[rustfmt::skip]
pub(crate) static HOST: Kind = Kind {
    name: "host",
    referred: Referred {
        unnamed: |_, name| Fault::entity(format!("Hosts: name={name}")),
        ..KEPT.referred
    },
    present_texts: &["comment"],
    costly: &["hosted_engine", "network_operation_in_progress"],
    costly_defaults: &[&[("network_operation_in_progress", "false")]],
    permits_below: &[(PERMISSIONS, "manipulate_permissions"), (TAGS, "tag_management"), (AFFINITY_LABELS, "manipulate_affinity_groups"), ("", "configure_host_network")],
    title: TITLE,
    job: true,
    status: crate::kind::Status { refuse, ..KEPT.status },
    interrupted: &[
        ("status", CONNECTING, UP),
        ("status", INITIALIZING, UP),
        ("status", INSTALLING, UP),
        ("status", PREPARING_FOR_MAINTENANCE, MAINTENANCE),
        ("status", REBOOT, UP),
        ("status", UNASSIGNED, UP),
    ],
    visible: Visible::Permitted,
    parents: &["cluster"],
    unique_name: UniqueName::Yes,
    name_rule: Some(NameRule {
        max: 255,
        wrong_size: "size must be between 1 and 255",
        characters: "-_.",
        wrong_characters: "Host name must be formed of alphanumeric characters, numbers or \"-_.\"",
        attribute: "vdsStatic.name",
    }),
    // The password is write-only: never part of a response.
    set_by_engine: &["status", "summary", "hosted_engine", "root_password", "memory", "max_scheduling_memory"],
    show: |world, _, host| capacity::show_memory(world, host),
    defaults: &[DEFAULTS],
    add: Add { event: 42, check: check_add, done: added, permit: "create_host", ..KEPT.add },
    assign: super::affinity_label::MIRRORED,
    update: Update { event: 43, apply: update, permit: "edit_host_configuration", ..KEPT.update },
    remove: Remove {
        event: 44,
        from: REMOVABLE,
        refused: "Cannot remove Host. Host is operational. Please switch Host to Maintenance mode first.",
        check: check_remove,
        done: |world, _, _| elect_spm(world),
        permit: "delete_host",
        ..KEPT.remove
    },
    actions: &[
        act("activate", "activate", ACTIVATABLE, activate).permit("manipulate_host").event(16).inlines_object(),
        act("approve", "approve", &[PENDING_APPROVAL, INSTALL_FAILED], approve).permit("manipulate_host")
            .refused("Cannot approve RHVH Host.\n-Host must be in \"Pending Approval\" or \"Install Failed\" status in order to be approved."),
        act("commit_net_config", "commit", &[], nothing).permit("configure_host_network").inlines_object(),
        act("deactivate", "deactivate", &[], deactivate).permit("manipulate_host").event(600).without_job().inlines_object(),
        act("discover_iscsi", "discover", &[UP], iscsi::discover).permit("manipulate_host").without_job(),
        act("enroll_certificate", "enroll certificate", &[MAINTENANCE], enroll_certificate).permit("edit_host_configuration")
            .refused("Cannot enroll certificate Host. Please switch Host to Maintenance mode first."),
        act("fence", "fence", &[], fence).permit("manipulate_host").event(121),
        act("force_select_spm", "force select", &[], force_select_spm).permit("manipulate_host").event(159),
        act("install", "install", &[MAINTENANCE, INSTALL_FAILED, DOWN], reinstall).permit("edit_host_configuration")
            .refused("Cannot install Host. Please move Host to Maintenance mode first."),
        act("iscsi_discover", "discover", &[UP], iscsi::discover_names).permit("manipulate_host").without_job(),
        act("iscsi_login", "log in", &[UP], iscsi::log_in).permit("manipulate_host"),
        act("refresh", "refresh", &[UP, MAINTENANCE, NON_OPERATIONAL], nothing).permit("manipulate_host").without_job().inlines_object(),
        act("setup_networks", "setup", &[], host_network::set_up).permit("configure_host_network").bare_fault(),
        act("sync_all_networks", "sync", &[], nothing).permit("configure_host_network"),
        act("upgrade", "upgrade", &[MAINTENANCE, UP, NON_OPERATIONAL], upgrade).permit("edit_host_configuration")
            .refused("Cannot upgrade Host. Valid Host statuses for upgrade are Up, Maintenance or Non-Operational."),
        act("upgrade_check", "upgrade", &[UP, MAINTENANCE], check_for_updates).permit("edit_host_configuration").without_job().inlines_object(),
    ],
    ..KEPT
};

const DEFAULTS: Defaults = &[
    ("auto_numa_status", "enable"),
    ("certificate.organization", "oVirt"),
    ("cpu.name", "Intel(R) Xeon(R) Gold 6240 CPU @ 2.60GHz"),
    ("cpu.speed", "2600"),
    ("cpu.topology.cores", "8"),
    ("cpu.topology.sockets", "2"),
    ("cpu.topology.threads", "2"),
    ("cpu.type", "Secure Intel Cascadelake Server Family"),
    ("device_passthrough.enabled", "false"),
    ("external_status", OK),
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
    ("spm.status", NO_SPM),
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

/// Refuses a command because of the status of the host.
fn refuse(verb: &str, title: &str, status: &str) -> Fault {
    if verb == "activate" && matches!(status, UP | INITIALIZING | UNASSIGNED) {
        return Fault::cannot(verb, title, "Host in Up status.");
    }
    Fault::cannot(verb, title, ILLEGAL_STATUS)
}

fn check_add(world: &mut World, _: &Command<'_>, host: &mut Node) -> Result<(), Fault> {
    check_address("add", host)?;
    let address = host.get("address").unwrap_or_default().to_owned();
    let mut others = world.store.list(HOSTS).iter();
    if others.any(|other| other.get("address") == Some(&address)) {
        let why = "Host with the same address already exists.";
        return Err(Fault::cannot("add", TITLE, why));
    }
    if host.child("cluster").is_none() {
        let cluster = world
            .find_by_name(CLUSTERS, "Default")
            .map(|cluster| cluster.id().to_owned());
        host.set_reference("cluster", &cluster.unwrap_or_default());
    }
    complete(host);
    Ok(())
}

/// Fails if the address of a host is neither a name nor an IP address.
fn check_address(verb: &str, host: &Node) -> Result<(), Fault> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':' | '_');
    let address = host.get("address").unwrap_or("host");
    if !address.is_empty() && address.chars().all(is_allowed) {
        return Ok(());
    }
    let message = format!(
        "Can not {verb} Host. The given Host name is invalid. Only Host names corresponding to \
         RFC-952 and RFC-1123 are allowed."
    );
    Err(violation(&message, "vdsStatic.hostName"))
}

/// Sets the members that a host reports.
pub(crate) fn complete(host: &mut Node) {
    let address = host.get("address").unwrap_or_default().to_owned();
    host.set_default("certificate.subject", format!("O=example.com,CN={address}"));
    host.set_default(
        "iscsi.initiator",
        format!("iqn.1994-05.com.redhat:{address}"),
    );
    HOST.complete(host);
    complete_hardware(host, address);
}

/// Sets what tells the hardware of a host from that of others.
fn complete_hardware(host: &mut Node, address: String) {
    let hardware = host.child_mut("hardware_information");
    hardware.set_default("serial_number", address.clone());
    hardware.set_default("uuid", defaults::uuid_of(&address));
    if hardware.child("supported_rng_sources").is_none() {
        let sources = Node::new("supported_rng_sources")
            .with_text("supported_rng_source", "random")
            .with_text("supported_rng_source", "hwrng");
        hardware.children.push(sources);
    }
}

fn added(world: &mut World, command: &Command<'_>, host: &ObjectRef) {
    host_devices::add(world, host, 1);
    install(world, host, command.flag("activate").unwrap_or(true));
}

/// Installs a host, then activates it if requested.
fn install(world: &mut World, host: &ObjectRef, activate: bool) {
    if activate {
        transition(world, host, INSTALLING, &[REBOOT, INITIALIZING, UP]);
    } else {
        transition(world, host, INSTALLING, &[REBOOT, MAINTENANCE]);
    }
}

/// Takes a host through statuses, then elects the SPM.
pub(super) fn transition(world: &mut World, host: &ObjectRef, first: &str, then: Statuses) {
    host.change(world, |host| host.set("status", first));
    host.plan_statuses(world, "status", then);
    let steps = u32::try_from(then.len()).unwrap_or(1);
    world.after(steps, elect_spm);
}

/// Elects the storage pool manager (SPM) of each data center among its hosts that are up.
pub(crate) fn elect_spm(world: &mut World) {
    for center in world.handles(DATA_CENTERS) {
        let mut hosts = world.handles(HOSTS);
        hosts.retain(|host| {
            let cluster = ObjectRef::cluster(host.target(world, "cluster"));
            cluster.target(world, "data_center") == center.id()
        });
        let (up, down): (Vec<_>, Vec<_>) = hosts
            .into_iter()
            .partition(|host| host.has(world, "status", UP));
        for host in down {
            if is_spm(world, &host) {
                host.change(world, |host| host.set("spm.status", NO_SPM));
            }
        }
        if !up.iter().any(|host| is_spm(world, host))
            && let Some(host) = up.first()
        {
            host.change(world, |host| host.set("spm.status", SPM));
        }
    }
}

fn is_spm(world: &World, host: &ObjectRef) -> bool {
    host.has(world, "spm.status", SPM)
}

fn update(
    world: &mut World,
    _: &Command<'_>,
    host: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    check_address("edit", changes)?;
    let cluster = changes.child("cluster").map_or("", Node::id);
    let changes_cluster = !cluster.is_empty() && cluster != host.target(world, "cluster");
    let address = changes.get("address");
    let changes_address = address.is_some() && address != host.text(world, "address");
    let status = host.text(world, "status").unwrap_or_default();
    if (changes_cluster || changes_address) && !REMOVABLE.contains(&status) {
        return Err(Fault::cannot(
            "edit",
            TITLE,
            "Host parameters cannot be modified while Host is operational.\nPlease switch Host to Maintenance mode first.",
        ));
    }
    host.change(world, |host| host.merge(changes));
    Ok(())
}

fn check_remove(world: &mut World, _: &Command<'_>, host: &ObjectRef) -> Result<(), Fault> {
    if vms_on(world, host).is_empty() {
        return Ok(());
    }
    let why = "One or more VMs are still running on this Host.";
    Err(Fault::cannot("remove", TITLE, why))
}

/// Returns a flag of an action, from its document or a parameter.
fn flag(command: &Command<'_>, document: &Node, name: &str) -> Option<bool> {
    let value = document.get(name).map(|text| text == "true");
    value.or_else(|| command.flag(name))
}

fn activate(
    world: &mut World,
    _: &Command<'_>,
    host: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    transition(world, host, UNASSIGNED, &[INITIALIZING, UP]);
    Ok(Vec::new())
}

fn approve(
    world: &mut World,
    command: &Command<'_>,
    host: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let activate = flag(command, document, "activate").unwrap_or(true);
    install(world, host, activate);
    Ok(Vec::new())
}

fn reinstall(
    world: &mut World,
    command: &Command<'_>,
    host: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let activate = flag(command, document, "activate").unwrap_or(false);
    install(world, host, activate);
    Ok(Vec::new())
}

fn enroll_certificate(
    world: &mut World,
    _: &Command<'_>,
    host: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    transition(world, host, INSTALLING, &[MAINTENANCE]);
    Ok(Vec::new())
}

/// Statuses in which a user may confirm that a host has been rebooted.
const CONFIRMABLE: Statuses = &[NON_OPERATIONAL, NON_RESPONSIVE, MAINTENANCE, CONNECTING];

/// Returns the result for a host whose power cannot be managed: a fault in a response of code 200.
fn without_agents(address: &str) -> Vec<Node> {
    let reason = format!("Invalid fence agents defined for host '{address}'.");
    let fault = Node::new("fault").with_text("reason", reason);
    vec![fault, Node::leaf("status", FAILED)]
}

/// Fails if a host in this status cannot be switched in this way.
fn check_fence(kind: &str, status: &str, is_enabled: bool) -> Result<(), Fault> {
    match kind {
        "manual" if !CONFIRMABLE.contains(&status) => Err(Fault::conflict(
            "Cannot confirm 'Host has been rebooted' Host. Valid Host statuses are \"Non operational\", \"Maintenance\" or \"Connecting\".",
        )),
        "manual" => Ok(()),
        _ if !is_enabled => Err(Fault::conflict(
            "Cannot fence Host, Host fence is disabled.",
        )),
        "start" if !matches!(status, DOWN | NON_RESPONSIVE | MAINTENANCE) => Err(Fault::conflict(
            "Cannot perform Start operation, Host has to be in one of the following statuses: Down ,Non Responsive or Maintenance.",
        )),
        "stop" if status != MAINTENANCE => Err(Fault::conflict(
            "Cannot perform Stop operation, Host has to be in Maintenance mode in order to be stopped.",
        )),
        "restart" | "start" | "stop" => Ok(()),
        _ => Err(Fault::value(format!(
            "{kind} is not a member of FenceType. Possible values for FenceType are: manual, restart, start, status, stop"
        ))),
    }
}

/// Power management: switches the host, and stops its VMs.
fn fence(
    world: &mut World,
    _: &Command<'_>,
    host: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let status = host.text(world, "status").unwrap_or_default();
    let kind = document
        .get("fence_type")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_enabled = host.has(world, "power_management.enabled", "true");
    if kind == "status" {
        if !is_enabled {
            let address = host.text(world, "address").unwrap_or_default();
            return Ok(without_agents(address));
        }
        let on = if status == DOWN { "off" } else { "on" };
        return Ok(vec![Node::new("power_management").with_text("status", on)]);
    }
    check_fence(&kind, status, is_enabled)?;
    for vm in vms_on(world, host) {
        power::release_host(world, &vm, DOWN);
    }
    match kind.as_str() {
        "stop" => transition(world, host, DOWN, &[]),
        "manual" => {}
        _ if document.get("maintenance_after_restart") == Some("true") => {
            transition(world, host, REBOOT, &[MAINTENANCE]);
        }
        _ => transition(world, host, REBOOT, &[INITIALIZING, UP]),
    }
    Ok(Vec::new())
}

fn force_select_spm(
    world: &mut World,
    _: &Command<'_>,
    host: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let name = host.name(world);
    if !host.has(world, "status", UP) {
        let reason = format!("The Host {name} is not active.");
        return Err(Fault::cannot("force select", "SPM", reason));
    }
    if host.has(world, "spm.status", SPM) {
        let reason = format!("The Host {name} is already SPM or contending.");
        return Err(Fault::cannot("force select", "SPM", reason));
    }
    let center = center_of(world, host);
    for other in world.handles(HOSTS) {
        if center_of(world, &other) == center {
            other.change(world, |host| host.set("spm.status", NO_SPM));
        }
    }
    host.change(world, |host| host.set("spm.status", SPM));
    Ok(Vec::new())
}

/// Returns the data center of a host.
fn center_of(world: &World, host: &ObjectRef) -> String {
    let cluster = ObjectRef::cluster(host.target(world, "cluster"));
    cluster.target(world, "data_center")
}
