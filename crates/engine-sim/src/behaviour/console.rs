//! CD-ROMs and graphics consoles of VMs.

use crate::behaviour::power;
use crate::command::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::schema::Resource;
use crate::status::is_running;
use crate::world::World;

/// Returns the VM id in the path of a collection.
fn vm_of(collection: &str) -> &str {
    collection.split('/').nth(1).unwrap_or_default()
}

/// Changes the CD. With `current`, the VM must be running.
pub(crate) fn change_cd(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    let vm = vm_of(command.collection);
    let status = world.text("vms", vm, "status").unwrap_or("down");
    let current = command.parameters.flag("current") == Some(true);
    if current && !matches!(status, "up" | "paused") {
        return Err(Fault::cannot("Change CD", "VM", "VM is not running."));
    }
    if status == "image_locked" {
        return Err(power::refusal("edit", "VM", status));
    }
    let file = changes.child("file").map_or("", Node::id).to_owned();
    world.change(collection, id, |cdrom| {
        if file.is_empty() {
            cdrom.remove("file");
        } else {
            cdrom.set_reference("file", &file);
        }
    });
    Ok(())
}

/// Checks a new console. Its id is the protocol in hexadecimal, so a VM has one per protocol.
pub(crate) fn check_add(world: &World, collection: &str, console: &mut Node) -> Result<(), Fault> {
    let protocol = console.get("protocol").unwrap_or_default().to_owned();
    let id: String = protocol.bytes().map(|byte| format!("{byte:02x}")).collect();
    if world.store.get(collection, &id).is_some() {
        return Err(Fault::cannot(
            "add",
            "Graphics Device",
            "Only one graphics framebuffer of a type can be in a VM.",
        ));
    }
    let vm = vm_of(collection).to_owned();
    console.attributes.clear();
    console.set_attribute("id", &id);
    if collection.starts_with("vms/") {
        console.set_reference("vm", &vm);
    }
    Ok(())
}

pub(crate) fn act(
    world: &mut World,
    collection: &str,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let vm = vm_of(collection).to_owned();
    let status = world
        .text("vms", &vm, "status")
        .unwrap_or("down")
        .to_owned();
    if !is_running(&status) {
        return Err(power::refusal("set", "Virtual Machine Ticket", &status));
    }
    let ticket = power::ticket(world, document);
    let value = ticket.get("value").unwrap_or_default();
    match action {
        "ticket" => Ok(vec![ticket]),
        "proxy_ticket" => Ok(vec![Node::new("proxy_ticket").with_text("value", value)]),
        _ => {
            let file = viewer_file(world, collection, id, value);
            Ok(vec![Node::leaf("remote_viewer_connection_file", file)])
        }
    }
}

/// Returns the connection file for `remote-viewer`.
fn viewer_file(world: &World, collection: &str, id: &str, password: &str) -> String {
    let protocol = world.text(collection, id, "protocol").unwrap_or("vnc");
    format!(
        "[virt-viewer]\ntype={protocol}\nhost=127.0.0.1\nport=5900\npassword={password}\n\
         delete-this-file=1\ntitle={}:%d\n",
        world.name("vms", vm_of(collection))
    )
}

/// Returns the connection file of the console at a path. Fails unless the VM is running.
pub(crate) fn file(world: &World, resource: &Resource<'_>) -> Result<Vec<u8>, Fault> {
    let (collection, id) = resource.item().ok_or(Fault::NotFound)?;
    let is_console = collection.ends_with("/graphicsconsoles") && collection.starts_with("vms/");
    if !is_console {
        return Err(Fault::NotFound);
    }
    let status = world.text("vms", vm_of(collection), "status");
    if !status.is_some_and(is_running) {
        return Err(Fault::conflict(
            "Cannot connect to the console. The VM is not running.",
        ));
    }
    Ok(viewer_file(world, collection, id, "").into_bytes())
}
