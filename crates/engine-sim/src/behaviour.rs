//! Behaviour of types beyond storing objects: defaults, conditions, state transitions.
//!
//! The functions here dispatch by type to the submodules. Objects of other types are only stored.

use std::borrow::Cow;

use ovirt_model::Struct;

use crate::audit;
use crate::command::Command;
use crate::defaults;
use crate::fault::Fault;
use crate::inventory;
use crate::message::Parameters;
use crate::node::Node;
use crate::schema::Resource;
use crate::status::is_running;
use crate::world::World;

mod attachment;
mod backup;
mod boot;
mod console;
pub(crate) mod dependencies;
pub(crate) mod device;
mod disk;
pub(crate) mod host;
pub(crate) mod host_network;
pub(crate) mod image_transfer;
mod job;
pub(crate) mod mac;
mod network;
pub(crate) mod nic;
mod pool;
pub(crate) mod power;
mod quota;
mod simulated;
pub(crate) mod snapshot;
pub(crate) mod storage_domain;
mod tags;
mod template;
mod users;
pub(crate) mod vm;

pub(crate) use self::simulated::{simulates, simulates_action};

/// Types with unique names: type, display name, fault message (a default one if empty).
const UNIQUE_NAMES: &[(&str, &str, &str)] = &[
    ("affinity_label", "Affinity Label", ""),
    ("bookmark", "Bookmark", ""),
    ("cluster", "Cluster", "Cluster name is already in use."),
    (
        "data_center",
        "Data Center",
        "The Data Center name is already in use.",
    ),
    ("host", "Host", ""),
    ("instance_type", "Template", ""),
    ("mac_pool", "MAC Pool", ""),
    ("quota", "Quota", ""),
    ("role", "Role", ""),
    ("scheduling_policy", "Scheduling Policy", ""),
    (
        "storage_domain",
        "Storage",
        "The Storage Domain name is already in use.",
    ),
    ("tag", "Tag", "The specified Tag name already exists."),
    ("template", "Template", ""),
    ("vm", "VM", ""),
    ("vm_pool", "VM-Pool", ""),
    ("affinity_group", "Affinity Group", ""),
];

/// Types that cannot be added, because adding them starts an operation only real engines support.
const NOT_ADDABLE: &[&str] = &[
    "external_template_import",
    "external_vm_import",
    "gluster_volume",
    "katello_erratum",
];

/// Whether an action starts tasks, so that its response comes before they end. Life cycles of VMs
/// and hosts are not tasks.
pub(crate) fn has_tasks(kind: &str, action: &str) -> bool {
    const TASKS: &[(&str, &[&str])] = &[
        ("disk", &["convert", "copy", "move", "reduce", "sparsify"]),
        ("snapshot", &["restore"]),
        (
            "vm",
            &[
                "clone",
                "commit_snapshot",
                "preview_snapshot",
                "undo_snapshot",
            ],
        ),
    ];
    let has = |(own, actions): &(&str, &[&str])| *own == kind && actions.contains(&action);
    TASKS.iter().any(has)
}

/// Applies query parameters that change the view of an object: `next_run` of VMs.
pub(crate) fn show<'n>(
    world: &World,
    kind: &Struct,
    resource: &Resource<'_>,
    parameters: &Parameters,
    mut object: Cow<'n, Node>,
) -> Cow<'n, Node> {
    if kind.name == "vm" && resource.parent() == "vms" && parameters.flag("next_run") == Some(true)
    {
        vm::show_next_run(world, object.to_mut());
    }
    object
}

/// Returns the viewer file of a console.
pub(crate) fn console_file(world: &World, resource: &Resource<'_>) -> Result<Vec<u8>, Fault> {
    console::file(world, resource)
}

/// Whether objects of a type can be added.
pub(crate) fn can_add(kind: &str) -> bool {
    !NOT_ADDABLE.contains(&kind)
}

/// Whether objects of a type keep the id that the request or the checks gave them.
pub(crate) fn keeps_id(kind: &str) -> bool {
    matches!(kind, "disk_attachment" | "event" | "graphics_console")
}

/// Fails if another object of the collection has the same name.
fn check_name(
    world: &World,
    command: &Command<'_>,
    verb: &str,
    collection: &str,
    id: &str,
    name: Option<&str>,
) -> Result<(), Fault> {
    let Some((_, title, message)) = UNIQUE_NAMES.iter().find(|(kind, ..)| *kind == command.kind)
    else {
        return Ok(());
    };
    let taken = name.is_some_and(|name| {
        let mut others = world.store.list(collection).iter();
        others.any(|other| other.id() != id && other.get("name") == Some(name))
    });
    match *message {
        _ if !taken => Ok(()),
        "" => Err(Fault::cannot(
            verb,
            title,
            format!(
                "The {title} name is already in use, please choose a unique name and try again."
            ),
        )),
        message if command.kind == "tag" => Err(Fault::conflict(message)),
        message => Err(Fault::cannot(verb, title, message)),
    }
}

/// Checks a new object and sets its defaults.
pub(crate) fn check_add(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    object: &mut Node,
) -> Result<(), Fault> {
    if !can_add(command.kind) {
        let kind = command.kind.replace('_', " ");
        return Err(Fault::unsimulated(format!("Adding a {kind}")));
    }
    let is_version = command.kind == "template" && template::base_of(object).is_some();
    if !is_version {
        check_name(world, command, "add", collection, "", object.get("name"))?;
    }
    match command.kind {
        "backup" => backup::check_add(world, collection, object),
        "cluster" => {
            complete_cluster(world, object);
            Ok(())
        }
        "data_center" => {
            object.set("status", "uninitialized");
            object.set_default("local", "false");
            object.set_default("quota_mode", "disabled");
            Ok(())
        }
        "disk" => disk::check_add(world, command, object),
        "disk_attachment" => attachment::check_add(world, command, object),
        "event" => {
            job::check_add_event(world, object);
            Ok(())
        }
        "graphics_console" => console::check_add(world, collection, object),
        "host" => host::check_add(world, object),
        "image_transfer" => image_transfer::check_add(world, object),
        "job" => {
            job::check_add(object);
            Ok(())
        }
        "instance_type" => {
            defaults::complete("instance_type", object);
            Ok(())
        }
        "mac_pool" => mac::check_add(object),
        "network" => network::check_add(world, object),
        "network_attachment" => host_network::check_add(world, collection, object),
        "nic" => nic::check_add(world, collection, object),
        "permission" => users::check_add_permission(world, collection, object),
        "role" => {
            users::check_add_role(object);
            Ok(())
        }
        "snapshot" => snapshot::check_add(world, command, object),
        "step" => {
            job::check_add_step(world, collection, object);
            Ok(())
        }
        "storage_domain" => storage_domain::check_add(world, object),
        "tag" => tags::check_tag(world, "", object),
        "template" => template::check_add(world, object),
        "user" => users::check_add_user(world, object),
        "vm" => vm::check_add(world, command, object),
        "vm_pool" => pool::check_add(object),
        "vnic_profile" => network::check_add_profile(world, object),
        _ => Ok(()),
    }
}

/// Sets the defaults of a new cluster.
fn complete_cluster(world: &World, cluster: &mut Node) {
    let center = cluster.child("data_center").map_or("", Node::id).to_owned();
    defaults::complete("cluster", cluster);
    let pool = world.target("datacenters", &center, "mac_pool");
    let default = world
        .store
        .list("macpools")
        .iter()
        .find(|pool| pool.get("default_pool") == Some("true"))
        .map(|pool| pool.id().to_owned());
    let pool = if pool.is_empty() {
        default.unwrap_or_default()
    } else {
        pool
    };
    if cluster.child("mac_pool").is_none() && !pool.is_empty() {
        cluster.set_reference("mac_pool", &pool);
    }
    let policy = world
        .find_by_name("schedulingpolicies", "none")
        .map(|policy| policy.id().to_owned());
    if let (None, Some(policy)) = (cluster.child("scheduling_policy"), policy) {
        cluster.set_reference("scheduling_policy", &policy);
    }
}

/// Adds a CPU profile and the management network of the data center to a new cluster.
fn cluster_added(world: &mut World, id: &str) {
    let name = world.name("clusters", id);
    let profile = Node::new("cpu_profile")
        .with_text("name", name)
        .with(Node::reference("cluster", id));
    world.store.add("cpuprofiles", profile);
    let center = world.target("clusters", id, "data_center");
    let networks = world.store.list("networks").iter();
    let management: Vec<String> = networks
        .filter(|network| {
            network
                .child("data_center")
                .is_some_and(|own| own.id() == center)
        })
        .filter(|network| dependencies::is_management(world, network.id()))
        .map(|network| network.id().to_owned())
        .collect();
    for network in management {
        let assigned = Node::reference("network", &network)
            .with_text("required", "true")
            .with_text("display", "true")
            .with_text("status", "operational")
            .with(Node::reference("cluster", id));
        world
            .store
            .add(&format!("clusters/{id}/networks"), assigned);
    }
}

/// Runs after an object has been added. Returns whether tasks on it are still running.
pub(crate) fn added(world: &mut World, command: &Command<'_>, collection: &str, id: &str) -> bool {
    match command.kind {
        "backup" => return backup::added(world, collection, id),
        "cluster" => cluster_added(world, id),
        "data_center" => inventory::complete_data_center(world, id),
        "disk" => return disk::added(world, collection, id),
        "disk_attachment" => return attachment::added(world, id),
        "host" => return host::added(world, command, collection, id),
        "image_transfer" => image_transfer::added(world, id),
        "network" => network::added(world, id),
        "network_attachment" => host_network::added(world, collection, id),
        "role" => users::role_added(world, id),
        "snapshot" => return snapshot::added(world, collection, id),
        "storage_domain" => storage_domain::added(world, id),
        "template" => return template::added(world, collection, id),
        "vm" => return vm::added(world, collection, id),
        "vm_pool" => return pool::added(world, id),
        _ => {}
    }
    false
}

/// Checks the assignment of an existing object to a collection, such as a tag to a VM.
pub(crate) fn check_assign(
    world: &mut World,
    command: &Command<'_>,
    object: &mut Node,
) -> Result<(), Fault> {
    match command.kind {
        "network" => network::check_assign(world, command, object),
        "storage_domain" => storage_domain::check_attach(world, command, object),
        _ => {
            // Only a reference is stored here.
            object.children.clear();
            Ok(())
        }
    }
}

/// Runs after an existing object has been assigned to a collection.
pub(crate) fn assigned(world: &mut World, command: &Command<'_>, id: &str) {
    match command.kind {
        "storage_domain" => storage_domain::attached(world, command, id),
        _ => tags::assigned(world, command, id),
    }
}

/// Updates an object.
pub(crate) fn update(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    check_name(world, command, "edit", collection, id, changes.get("name"))?;
    match command.kind {
        "cdrom" => console::change_cd(world, command, collection, id, changes),
        "disk" => disk::update(world, id, changes),
        "disk_attachment" => attachment::update(world, collection, id, changes),
        "host" => host::update(world, collection, id, changes),
        "mac_pool" => {
            mac::check_update(world, command, id, changes)?;
            merge_changes(world, collection, id, changes);
            Ok(())
        }
        "network" => network::update(world, command, collection, id, changes),
        "network_attachment" => host_network::update(world, collection, id, changes),
        "nic" => nic::update(world, collection, id, changes),
        "role" => {
            users::check_change_role(world, "edit", id)?;
            merge_changes(world, collection, id, changes);
            Ok(())
        }
        "storage_domain" => {
            storage_domain::update(world, id, changes);
            Ok(())
        }
        "tag" => {
            if id == crate::object::ZERO_ID {
                return Err(Fault::conflict("Cannot edit readonly tag"));
            }
            let mut changes = changes.clone();
            tags::check_tag(world, id, &mut changes)?;
            merge_changes(world, collection, id, &changes);
            Ok(())
        }
        "template" => template::update(world, collection, id, changes),
        "vm" => vm::update(world, collection, id, changes),
        "vm_pool" => pool::update(world, id, changes),
        "vnic_profile" => network::update_profile(world, id, changes),
        _ => {
            merge_changes(world, collection, id, changes);
            Ok(())
        }
    }
}

/// Merges the changes into an object, except for members that only the engine sets.
fn merge_changes(world: &mut World, collection: &str, id: &str, changes: &Node) {
    let mut changes = changes.clone();
    for tag in ["status", "permissions", "default_pool"] {
        changes.remove(tag);
    }
    world.change(collection, id, |object| object.merge(&changes));
}

/// Checks whether an object can be removed, and removes what must go first.
pub(crate) fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    assigned: bool,
) -> Result<(), Fault> {
    if assigned {
        return match command.kind {
            "network" => network::check_unassign(world, collection, id),
            "storage_domain" => storage_domain::check_detach(world, collection, id),
            _ => {
                tags::unassigned(world, command, id);
                Ok(())
            }
        };
    }
    match command.kind {
        "checkpoint" => backup::check_remove_checkpoint(world, collection, id)?,
        "disk" => disk::check_remove(world, id)?,
        "disk_attachment" => attachment::check_remove(world, command, collection, id)?,
        "event" => job::event_removed(world, id),
        "host" => host::check_remove(world, collection, id)?,
        "network_attachment" => host_network::check_remove(world, collection, id)?,
        "nic" => nic::check_remove(world, collection, id)?,
        "permission" => users::check_remove_permission(world, id)?,
        "snapshot" => snapshot::check_remove(world, collection, id)?,
        "storage_domain" => storage_domain::check_remove(world, command, id)?,
        "template" => template::check_remove(world, collection, id)?,
        "user" => users::check_remove_user(world, id)?,
        "vm" => vm::check_remove(world, command, collection, id)?,
        _ => {}
    }
    dependencies::check_unused(world, command, collection, id)?;
    if command.kind == "template" {
        vm::remove_disks(world, &format!("{collection}/{id}/diskattachments"));
    }
    Ok(())
}

/// Cascades a removal.
pub(crate) fn removed(world: &mut World, command: &Command<'_>, collection: &str, id: &str) {
    match command.kind {
        "data_center" => {
            for domain in world.ids("storagedomains") {
                let centers = world.store.get("storagedomains", &domain);
                let centers = centers.and_then(|domain| domain.child("data_centers"));
                if centers.is_some_and(|list| list.children.iter().any(|center| center.id() == id))
                {
                    storage_domain::detach(world, &domain);
                }
            }
        }
        "host" => host::elect_spm(world),
        "tag" => tags::remove_descendants(world, id),
        "vm" => world.macs = None,
        "vm_pool" => pool::remove_vms(world, id),
        _ => {}
    }
    if world.schema.home(command.kind) == Some(collection) {
        dependencies::remove_references(world, collection, id);
    }
}

/// Executes an action. Returns the elements that it adds to the response.
pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    if !simulates_action(command.kind, action) {
        let kind = command.kind.replace('_', " ");
        let action = action.replace('_', " ");
        return Err(Fault::unsimulated(format!(
            "The action {action} of a {kind}"
        )));
    }
    match command.kind {
        "backup" => backup::finalize(world, collection, id),
        "disk" => disk::act(world, id, action, document),
        "event" => Ok(job::undelete(world)),
        "graphics_console" => console::act(world, collection, id, action, document),
        "host" => host::act(world, command, id, action, document),
        "image_transfer" => image_transfer::act(world, id, action).map(|()| Vec::new()),
        "job" | "step" => job::act(world, collection, id, action, document),
        "nic" => nic::act(world, command, collection, id, action),
        "snapshot" => snapshot::act(world, collection, id),
        "storage_domain" => storage_domain::act(world, command, collection, id, action),
        "vm" => vm::act(world, command, id, action, document),
        "vm_pool" => pool::act(world, id, action),
        _ => Ok(Vec::new()),
    }
}

/// Makes VMs and jobs consistent with the lasting states that a restart has put them into.
pub(crate) fn finish_restart(world: &mut World) {
    for vm in world.ids("vms") {
        let status = world
            .text("vms", &vm, "status")
            .unwrap_or("down")
            .to_owned();
        let has_host = !world.target("vms", &vm, "host").is_empty();
        if has_host && !is_running(&status) {
            power::release_host(world, &vm, &status);
        }
    }
    for job in world.ids("jobs") {
        if world.text("jobs", &job, "external") != Some("true") {
            audit::end_job(world, &job, "finished");
        }
    }
}

#[cfg(test)]
mod tests;
