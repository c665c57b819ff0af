//! Graphics consoles of VMs, their tickets and connection files.

use std::borrow::Cow;

use super::power;
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Status, WITH_PARENT, act};
use crate::message::Parameters;
use crate::node::Node;
use crate::object::{ObjectRef, VMS};
use crate::status::{DOWN, RUNNING, is_running};
use crate::world::World;

pub(super) static GRAPHICS_CONSOLE: Kind = Kind {
    name: "graphics_console",
    address: WITH_PARENT,
    title: "Virtual Machine Ticket",
    status: Status {
        owner: VMS,
        default: DOWN,
        refuse: power::refusal,
        ..KEPT.status
    },
    keeps_id: true,
    add: Add {
        check: check_add,
        ..KEPT.add
    },
    actions: &[
        act("proxy_ticket", "set", RUNNING, proxy_ticket).without_job(),
        act("remote_viewer_connection_file", "set", &[], connection_file)
            .without_job()
            .no_content(),
        act("ticket", "set", RUNNING, ticket)
            .without_job()
            .bare_fault(),
    ],
    show: |world, parameters, console| show(world, parameters, console),
    file,
    ..KEPT
};

/// Shows a console with its address if the request asks for it as it is now.
fn show<'n>(world: &World, parameters: &Parameters, mut console: Cow<'n, Node>) -> Cow<'n, Node> {
    let is_current = parameters.flag("current") == Some(true);
    let vm = ObjectRef::vm(console.child("vm").map_or("", Node::id));
    for member in ["address", "port", "tls_port"] {
        let text = vm.text(world, &format!("display.{member}"));
        match text.filter(|_| is_current) {
            Some(text) => console.to_mut().set(member, text),
            None => console.to_mut().remove(member),
        }
    }
    console
}

/// Checks a new console. Its id is the protocol in hexadecimal, so a VM has one per protocol.
fn check_add(world: &mut World, command: &Command<'_>, console: &mut Node) -> Result<(), Fault> {
    let protocol = console.get("protocol").unwrap_or_default().to_owned();
    let id: String = protocol.bytes().map(|byte| format!("{byte:02x}")).collect();
    if ObjectRef::new(command.stored_in, &id).exists(world) {
        return Err(Fault::cannot(
            "add",
            "Graphics Device",
            "Only one graphics framebuffer of a type can be in a VM.",
        ));
    }
    let owner = command.owner();
    console.attributes.clear();
    console.set_attribute("id", &id);
    if owner.collection() == VMS {
        console.set_reference("vm", owner.id());
    }
    Ok(())
}

fn ticket(
    world: &mut World,
    _: &Command<'_>,
    _: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    Ok(vec![power::ticket(world, document)])
}

fn proxy_ticket(
    world: &mut World,
    _: &Command<'_>,
    _: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let ticket = power::ticket(world, document);
    let value = ticket.get("value").unwrap_or_default();
    Ok(vec![Node::new("proxy_ticket").with_text("value", value)])
}

fn connection_file(
    world: &mut World,
    _: &Command<'_>,
    console: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let vm = console.owner(VMS);
    let status = vm.as_ref().and_then(|vm| vm.text(world, "status"));
    if !status.is_some_and(is_running) {
        return Ok(Vec::new());
    }
    let ticket = power::ticket(world, document);
    let file = viewer_file(world, console, ticket.get("value").unwrap_or_default());
    Ok(vec![Node::leaf("remote_viewer_connection_file", file)])
}

/// Returns the connection file for `remote-viewer`.
fn viewer_file(world: &World, console: &ObjectRef, password: &str) -> String {
    let protocol = console.text(world, "protocol").unwrap_or("vnc");
    let vm = console.owner(VMS).map(|vm| vm.name(world));
    format!(
        "[virt-viewer]\ntype={protocol}\nhost=127.0.0.1\nport=5900\npassword={password}\n\
         delete-this-file=1\ntitle={}:%d\n",
        vm.unwrap_or_default()
    )
}

/// Returns the connection file of a console. Fails unless the VM is running.
fn file(world: &World, console: &ObjectRef) -> Result<Vec<u8>, Fault> {
    let vm = console.owner(VMS).ok_or(Fault::NotFound)?;
    if !vm.text(world, "status").is_some_and(is_running) {
        let reason = format!("Vm {} is not running.", vm.name(world));
        return Err(Fault::new(409, reason, ""));
    }
    Ok(viewer_file(world, console, "").into_bytes())
}
