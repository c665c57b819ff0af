//! Exports of VMs and templates: to export domains, and to hosts as OVA files.

use super::{archive, device, power};
use crate::audit;
use crate::fault::Fault;
use crate::kind::Command;
use crate::node::Node;
use crate::object::{ObjectRef, TEMPLATES, ZERO_ID};
use crate::status::{DOWN, UP};
use crate::storage_status;
use crate::world::World;

/// Exports a VM or template.
pub(super) fn export(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let title = command.kind.title;
    let is_template = object.collection() == TEMPLATES;
    let to_host = ["directory", "host"]
        .iter()
        .any(|tag| document.child(tag).is_some());
    if object.id() == ZERO_ID {
        return Err(Fault::conflict("Cannot export Blank Template."));
    }
    let copy = if to_host {
        check_host(world, document, title)?;
        None
    } else {
        Some(check_domain(world, object, document, title)?)
    };
    device::check_unlocked(world, object, "export", title)?;
    let (begun, done) = match (is_template, to_host) {
        (false, false) => (1162, 1150),
        (true, false) => (1164, 1156),
        (false, true) => (1223, 1224),
        (true, true) => (1226, 1227),
    };
    let target = match to_host {
        true => path_of(world, object, document),
        false => ObjectRef::storage_domain(target_id(document, "storage_domain")).name(world),
    };
    let what = format!("{title} {}", object.name(world));
    let text = format!("The export of {what} to {target} was begun.");
    audit::event(world, begun, &text, object, command.correlation_id);
    if !object.has(world, "status", UP) {
        archive::lock_for_step(world, object);
    }
    let (object, correlation_id) = (object.clone(), command.correlation_id.to_owned());
    let host = target_id(document, "host").to_owned();
    world.after(1, move |world| {
        let path = if to_host { target.as_str() } else { "" };
        let copy = copy.unwrap_or_else(|| archive::ova_file(world, &host, path));
        archive::store(world, &object, &copy, path);
        let text = format!("{what} was exported to {target}.");
        audit::event(world, done, &text, &object, &correlation_id);
    });
    Ok(Vec::new())
}

fn target_id<'d>(document: &'d Node, member: &str) -> &'d str {
    document.child(member).map_or("", Node::id)
}

/// Returns the path of the OVA file.
fn path_of(world: &World, object: &ObjectRef, document: &Node) -> String {
    let name = document.get("filename").filter(|name| !name.is_empty());
    let name = name.map_or_else(|| format!("{}.ova", object.name(world)), str::to_owned);
    let directory = document.get("directory").unwrap_or_default();
    format!("{}/{name}", directory.trim_end_matches('/'))
}

/// Fails unless the host can write an OVA file.
fn check_host(world: &World, document: &Node, title: &str) -> Result<(), Fault> {
    let host = target_id(document, "host");
    let directory = document.get("directory").unwrap_or_default();
    if host.is_empty() || directory.is_empty() {
        let paths = ["host.id|name".to_owned(), "directory".to_owned()];
        return Err(Fault::incomplete("Action", &paths, "export"));
    }
    if !ObjectRef::host(host).has(world, "status", UP) {
        let why = "The Host is not up.";
        return Err(Fault::cannot("export", title, why));
    }
    Ok(())
}

/// Fails unless an export domain can take a VM or template. Returns the copy to make.
fn check_domain(
    world: &World,
    object: &ObjectRef,
    document: &Node,
    title: &str,
) -> Result<ObjectRef, Fault> {
    let domain = target_id(document, "storage_domain");
    if domain.is_empty() {
        let paths = ["storageDomain.id|name".to_owned()];
        return Err(Fault::incomplete("Action", &paths, "export"));
    }
    storage_status::check_active(world, domain, "export", title)?;
    if !ObjectRef::storage_domain(domain).has(world, "type", "export") {
        let why = "The Storage Domain type is not Export.";
        return Err(Fault::cannot("export", title, why));
    }
    let status = object.text(world, "status").unwrap_or(DOWN);
    if status == UP {
        return Err(power::refusal("export", title, status));
    }
    let copy = archive::on_domain(domain, object);
    if copy.exists(world) && document.get("exclusive") != Some("true") {
        let why = format!(
            "{title} {} already exists on the Export Domain.",
            object.name(world)
        );
        return Err(Fault::cannot("export", title, why));
    }
    Ok(copy)
}
