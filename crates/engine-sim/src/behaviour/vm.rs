//! Virtual machines: what a new one has, and the states that they go through.

use crate::behaviour::{Command, snapshot};
use crate::fault::Fault;
use crate::node::Node;
use crate::root::ZERO_ID;
use crate::world::{World, now};

/// Memory of the Blank template, in bytes.
const MEMORY: i64 = 1 << 30;

/// States in which a machine runs on a host.
const RUNNING: &[&str] = &[
    "up",
    "powering_up",
    "wait_for_launch",
    "powering_down",
    "reboot_in_progress",
    "paused",
    "migrating",
    "not_responding",
];

/// Parts that a machine takes over from its template, unless it has them.
const INHERITED: &[&str] = &[
    "memory",
    "memory_policy",
    "cpu",
    "os",
    "bios",
    "display",
    "type",
    "high_availability",
    "migration",
    "placement_policy",
    "time_zone",
    "usb",
];

pub(crate) fn check_add(world: &mut World, vm: &mut Node) -> Result<(), Fault> {
    vm.remove("status");
    if vm.child("template").is_none() {
        vm.set_reference("template", ZERO_ID);
    }
    let template = vm.get("template.id").unwrap_or(ZERO_ID).to_owned();
    if let Some(template) = world.store.get("templates", &template) {
        let inherited: Vec<Node> = INHERITED
            .iter()
            .filter(|tag| vm.child(tag).is_none())
            .filter_map(|tag| template.child(tag).cloned())
            .collect();
        vm.children.extend(inherited);
    }
    let memory = vm
        .get("memory")
        .and_then(|memory| memory.parse::<i64>().ok())
        .unwrap_or(MEMORY);
    vm.set_default("memory", memory.to_string());
    vm.set_default("memory_policy.guaranteed", memory.to_string());
    vm.set_default("memory_policy.max", memory.saturating_mul(4).to_string());
    vm.set_default("memory_policy.ballooning", "true");
    for (path, text) in [
        ("cpu.topology.cores", "1"),
        ("cpu.topology.sockets", "1"),
        ("cpu.topology.threads", "1"),
        ("os.type", "other"),
        ("type", "server"),
        ("bios.boot_menu.enabled", "false"),
        ("delete_protected", "false"),
        ("high_availability.enabled", "false"),
        ("high_availability.priority", "1"),
        ("next_run_configuration_exists", "false"),
        ("origin", "ovirt"),
        ("run_once", "false"),
        ("start_paused", "false"),
        ("stateless", "false"),
    ] {
        vm.set_default(path, text);
    }
    vm.set("creation_time", now());
    let original = vm.get("template.id").unwrap_or(ZERO_ID).to_owned();
    vm.set_reference("original_template", &original);
    Ok(())
}

/// A machine of a template with disks is locked while they are copied.
pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    let template = world
        .text(collection, id, "template.id")
        .unwrap_or(ZERO_ID)
        .to_owned();
    let path = format!("{collection}/{id}");
    snapshot::add_active(world, &path);
    add_devices(world, &path);
    for nic in world
        .store
        .list(&format!("templates/{template}/nics"))
        .to_vec()
    {
        let mut nic = nic;
        nic.attributes.clear();
        world.store.add(&format!("{path}/nics"), nic);
    }
    let attachments = world
        .store
        .list(&format!("templates/{template}/diskattachments"))
        .to_vec();
    for attachment in &attachments {
        copy_disk(world, &path, attachment);
    }
    let pending = !attachments.is_empty();
    let status = if pending { "image_locked" } else { "down" };
    world.change(collection, id, |vm| {
        vm.set("status", status);
        vm.remove("snapshots");
        vm.remove("disk_attachments");
    });
    if pending {
        world.plan_statuses(collection, id, "status", &["down"]);
    }
    pending
}

/// A disk of the template becomes one of the machine, named after both.
fn copy_disk(world: &mut World, path: &str, attachment: &Node) {
    let Some(mut disk) = world.store.get("disks", attachment.id()).cloned() else {
        return;
    };
    disk.attributes.clear();
    disk.set("status", "locked");
    let id = world.store.add("disks", disk);
    world.plan_statuses("disks", &id, "status", &["ok"]);
    let mut attachment = attachment.clone();
    attachment.attributes.clear();
    attachment.set_attribute("id", &id);
    attachment.set_reference("disk", &id);
    attachment.set("active", "true");
    world
        .store
        .add(&format!("{path}/diskattachments"), attachment);
}

/// What every machine has: an empty CD-ROM, a console, figures.
pub(crate) fn add_devices(world: &mut World, path: &str) {
    let vm = path.rsplit('/').next().unwrap_or_default().to_owned();
    let cdrom = Node::reference("cdrom", ZERO_ID).with(Node::reference("vm", &vm));
    world.store.add(&format!("{path}/cdroms"), cdrom);
    // The identifier is the name of the protocol in hexadecimal.
    let console = Node::reference("graphics_console", "766e63").with_text("protocol", "vnc");
    world
        .store
        .add(&format!("{path}/graphicsconsoles"), console);
    let figure = Node::reference("statistic", "7816602b-c05c-3db7-a4da-3769f7ad8896")
        .with_text("name", "memory.installed")
        .with_text("kind", "gauge")
        .with_text("type", "integer")
        .with_text("unit", "bytes")
        .with(Node::new("values").with(Node::new("value").with_text("datum", MEMORY.to_string())));
    world.store.add(&format!("{path}/statistics"), figure);
}

/// A new network interface has a name, a model and an address of its own.
pub(crate) fn check_nic(world: &mut World, nic: &mut Node) {
    let serial = world.store.next_serial();
    nic.set_default("name", format!("nic{serial}"));
    nic.set_default("interface", "virtio");
    nic.set_default("linked", "true");
    nic.set_default("plugged", "true");
    let (high, low) = ((serial >> 8) & 0xff, serial & 0xff);
    nic.set_default("mac.address", format!("56:6f:1a:00:{high:02x}:{low:02x}"));
}

/// What can change at once does; of a running machine the rest waits for the next start.
pub(crate) fn update(
    world: &mut World,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    const AT_ONCE: &[&str] = &[
        "name",
        "description",
        "comment",
        "delete_protected",
        "custom_properties",
    ];
    let status = status(world, collection, id);
    if status == "image_locked" {
        return Err(Fault::conflict(
            "Cannot edit VM. VM is locked. Please try again in a few minutes.",
        ));
    }
    let running = RUNNING.contains(&status.as_str());
    let (now, later): (Vec<Node>, Vec<Node>) = changes
        .children
        .iter()
        .cloned()
        .partition(|change| !running || AT_ONCE.contains(&change.tag.as_str()));
    let changes = Node {
        children: now,
        ..Node::new("vm")
    };
    world.change(collection, id, |vm| {
        vm.merge(&changes);
        if !later.is_empty() {
            vm.set("next_run_configuration_exists", "true");
        }
    });
    Ok(())
}

pub(crate) fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
) -> Result<(), Fault> {
    if world.text(collection, id, "delete_protected") == Some("true") {
        return Err(Fault::conflict(
            "Cannot remove VM. Delete protection is enabled. In order to delete, disable Delete protection first.",
        ));
    }
    let status = status(world, collection, id);
    if status == "image_locked" {
        return Err(Fault::conflict(
            "Cannot remove VM. VM is locked. Please try again in a few minutes.",
        ));
    }
    if !matches!(status.as_str(), "down" | "image_illegal") {
        return Err(Fault::conflict("Cannot remove VM. VM is running."));
    }
    if command.parameters.flag("detach_only") != Some(true) {
        let attached = world
            .store
            .list(&format!("{collection}/{id}/diskattachments"))
            .to_vec();
        for attachment in attached {
            world.store.remove("disks", attachment.id());
        }
    }
    Ok(())
}

fn status(world: &World, collection: &str, id: &str) -> String {
    world
        .text(collection, id, "status")
        .unwrap_or("down")
        .to_owned()
}

/// Actions, and the states in which they are allowed.
pub(crate) fn act(
    world: &mut World,
    collection: &str,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let status = status(world, collection, id);
    let is_in = |states: &[&str]| states.contains(&status.as_str());
    let allow = |allowed: bool, verb: &str| {
        if allowed {
            return Ok(());
        }
        if status == "image_locked" {
            return Err(Fault::conflict(format!(
                "Cannot {verb} VM. VM is locked. Please try again in a few minutes."
            )));
        }
        Err(Fault::conflict(format!(
            "Cannot {verb} VM. VM is {}.",
            status.replace('_', " ")
        )))
    };
    match action {
        "start" => {
            allow(is_in(&["down", "suspended", "paused"]), "run")?;
            start(world, collection, id, &status, document)?;
        }
        "stop" | "shutdown" => {
            allow(is_in(RUNNING) || is_in(&["down", "suspended"]), action)?;
            if status != "down" {
                stop(
                    world,
                    collection,
                    id,
                    action == "shutdown" && status == "up",
                );
            }
        }
        "suspend" => {
            allow(status == "up", "suspend")?;
            world.change(collection, id, |vm| vm.set("status", "saving_state"));
            leave_host(world, collection, id, "suspended");
        }
        "reboot" | "reset" => {
            allow(is_in(&["up", "powering_up"]), action)?;
            world.change(collection, id, |vm| vm.set("status", "reboot_in_progress"));
            world.plan_statuses(collection, id, "status", &["up"]);
        }
        "migrate" => {
            allow(
                is_in(&["up", "powering_up", "reboot_in_progress", "paused"]),
                "migrate",
            )?;
            migrate(world, collection, id, document)?;
        }
        "cancel_migration" => {
            allow(status == "migrating", "cancel migration of")?;
            world.change(collection, id, |vm| vm.set("status", "up"));
        }
        "ticket" => {
            allow(is_in(RUNNING), "set a ticket for")?;
            let expiry = document.get("ticket.expiry").unwrap_or("7200").to_owned();
            let value = world
                .store
                .new_id()
                .replace('-', "")
                .chars()
                .take(12)
                .collect::<String>();
            let value = document.get("ticket.value").map_or(value, str::to_owned);
            let ticket = Node::new("ticket")
                .with_text("value", value)
                .with_text("expiry", expiry);
            return Ok(vec![ticket]);
        }
        "clone" => clone(world, collection, id, document)?,
        _ => {}
    }
    Ok(Vec::new())
}

/// A host that can run a machine of this cluster; the one that the request names, if it does.
fn choose_host(
    world: &World,
    cluster: &str,
    wanted: Option<&str>,
    not: Option<&str>,
) -> Option<String> {
    let fits = |host: &&Node| {
        host.get("status") == Some("up")
            && host.get("cluster.id") == Some(cluster)
            && wanted.is_none_or(|wanted| host.id() == wanted)
            && not.is_none_or(|not| host.id() != not)
    };
    world
        .store
        .list("hosts")
        .iter()
        .find(fits)
        .map(|host| host.id().to_owned())
}

fn start(
    world: &mut World,
    collection: &str,
    id: &str,
    status: &str,
    document: &Node,
) -> Result<(), Fault> {
    let cluster = world
        .text(collection, id, "cluster.id")
        .unwrap_or_default()
        .to_owned();
    let wanted = document
        .get("vm.placement_policy.hosts.host.id")
        .or_else(|| document.get("vm.host.id"));
    let host = choose_host(world, &cluster, wanted, None).ok_or_else(|| {
        Fault::conflict(
            "Cannot run VM. There is no host that satisfies current scheduling constraints. \
             No host of the cluster is up.",
        )
    })?;
    let run_once = document.child("vm").is_some().to_string();
    let statuses: &[&str] = match status {
        "suspended" => &["up"],
        _ if document.get("pause") == Some("true") => &["paused"],
        _ => &["powering_up", "up"],
    };
    let first = if status == "suspended" {
        "restoring_state"
    } else {
        "wait_for_launch"
    };
    world.change(collection, id, |vm| {
        vm.set("status", first);
        vm.set("run_once", run_once);
        vm.set("next_run_configuration_exists", "false");
        vm.set("start_time", now());
        vm.remove("stop_time");
        vm.set_reference("host", &host);
        vm.set("display.address", "127.0.0.1");
        vm.set("display.port", "5900");
    });
    world.plan_statuses(collection, id, "status", statuses);
    Ok(())
}

fn stop(world: &mut World, collection: &str, id: &str, gently: bool) {
    if gently {
        world.change(collection, id, |vm| vm.set("status", "powering_down"));
        leave_host(world, collection, id, "down");
    } else {
        world.change(collection, id, |vm| off(vm, "down"));
    }
}

/// What a machine doesn't have when it runs nowhere.
fn off(vm: &mut Node, status: &str) {
    vm.set("status", status);
    vm.set("stop_time", now());
    for tag in ["host", "start_time", "status_detail"] {
        vm.remove(tag);
    }
    vm.child_mut("display").remove("address");
    vm.child_mut("display").remove("port");
}

/// After a step the machine runs nowhere.
fn leave_host(world: &mut World, collection: &str, id: &str, status: &'static str) {
    let before = self::status(world, collection, id);
    let (collection, id) = (collection.to_owned(), id.to_owned());
    world.store.plan(world.step, move |world| {
        world.change(&collection, &id, |vm| {
            // A command in between may have changed its course.
            if vm.get("status") == Some(&before) {
                off(vm, status);
            }
        });
    });
}

fn migrate(world: &mut World, collection: &str, id: &str, document: &Node) -> Result<(), Fault> {
    let cluster = world
        .text(collection, id, "cluster.id")
        .unwrap_or_default()
        .to_owned();
    let from = world.text(collection, id, "host.id").map(str::to_owned);
    let host = choose_host(world, &cluster, document.get("host.id"), from.as_deref());
    let host = host.ok_or_else(|| {
        Fault::conflict(
            "Cannot migrate VM. There is no host that satisfies current scheduling constraints.",
        )
    })?;
    world.change(collection, id, |vm| vm.set("status", "migrating"));
    let (collection, id) = (collection.to_owned(), id.to_owned());
    world.store.plan(world.step, move |world| {
        world.change(&collection, &id, |vm| {
            // A migration that was cancelled leaves the machine where it was.
            if vm.get("status") == Some("migrating") {
                vm.set("status", "up");
                vm.set_reference("host", &host);
            }
        });
    });
    Ok(())
}

/// A copy of a machine under another name.
fn clone(world: &mut World, collection: &str, id: &str, document: &Node) -> Result<(), Fault> {
    let Some(mut copy) = world.store.get(collection, id).cloned() else {
        return Ok(());
    };
    let name = document.get("vm.name").unwrap_or_default().to_owned();
    if world.find_by_name(collection, &name).is_some() {
        return Err(Fault::conflict(format!(
            "Cannot clone VM. The name {name} is already in use."
        )));
    }
    copy.attributes.clear();
    copy.set("name", name);
    off(&mut copy, "image_locked");
    let copy = world.store.add(collection, copy);
    let path = format!("{collection}/{copy}");
    snapshot::add_active(world, &path);
    add_devices(world, &path);
    world.plan_statuses(collection, &copy, "status", &["down"]);
    Ok(())
}
