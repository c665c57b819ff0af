//! Imports of VMs and templates: from export domains, from OVA files, and of other systems' VMs.

use super::attachment::DISK_ATTACHMENT;
use super::{archive, disk, mac, vm};
use crate::audit;
use crate::defaults;
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{Add, AddressRule, Addressing, Command, KEPT, Kind, References, check_members};
use crate::node::Node;
use crate::object::{CLUSTERS, DISK_ATTACHMENTS, DISKS, NICS, ObjectRef, TEMPLATES, VMS, ZERO_ID};
use crate::storage_status;
use crate::world::World;

pub(super) const PERMIT: &str = "import_export_vm";

pub(super) static EXTERNAL_VM_IMPORT: Kind = Kind {
    name: "external_vm_import",
    references: References {
        new: &["vm"],
        ..KEPT.references
    },
    title: "VM",
    event_title: "VM",
    job: true,
    address: UNADDRESSED,
    add: Add {
        required: |import| {
            let members = [
                "provider",
                "url",
                "name",
                "cluster.id|name",
                "storage_domain.id|name",
            ];
            check_members("ExternalVmImport", import, &members)
        },
        verb: "import",
        event: 1165,
        permit: PERMIT,
        check: |world, command, import| check_external(world, command, import, "vm"),
        done: |world, command, import| {
            let new = import_ova_file(world, command, import, VMS)
                .or_else(|| add_vm(world, command, import));
            answer(world, import, "vm", new);
        },
        ..KEPT.add
    },
    ..KEPT
};

pub(super) static EXTERNAL_TEMPLATE_IMPORT: Kind = Kind {
    name: "external_template_import",
    references: References {
        new: &["template"],
        ..KEPT.references
    },
    title: "Template",
    event_title: "Template",
    job: true,
    address: UNADDRESSED,
    add: Add {
        required: |import| {
            let members = [
                "url",
                "host.id|name",
                "cluster.id|name",
                "storage_domain.id|name",
            ];
            check_members("ExternalTemplateImport", import, &members)
        },
        verb: "import",
        event: 1163,
        permit: PERMIT,
        check: |world, command, import| check_external(world, command, import, "template"),
        done: |world, command, import| {
            let new = import_ova_file(world, command, import, TEMPLATES);
            answer(world, import, "template", new);
        },
        ..KEPT.add
    },
    ..KEPT
};

/// Imports are answered, but not kept.
const UNADDRESSED: Addressing = Addressing {
    rule: AddressRule::Anonymous,
    ..KEPT.address
};

/// Size of the disk of a VM from another system, in bytes.
const DISK_SIZE: u64 = 10 << 30;

/// Imports a VM or template from an export domain.
pub(super) fn import(
    world: &mut World,
    command: &Command<'_>,
    copy: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let (title, tag) = (command.kind.title, command.type_name);
    let home = if tag == "template" { TEMPLATES } else { VMS };
    if copy.collection() == home {
        let why = "The Storage Domain type is not Export.";
        return Err(Fault::cannot("import", title, why));
    }
    let name = document.get(&format!("{tag}.name"));
    let has_new_id = document.get("clone") == Some("true");
    if has_new_id && name.is_none() {
        let paths = [format!("{tag}.name")];
        return Err(Fault::incomplete("Action", &paths, "import"));
    }
    let name = name.map_or_else(|| copy.name(world), str::to_owned);
    if !has_new_id && ObjectRef::new(home, copy.id()).exists(world) {
        let why = format!("{title} with the same identifier already exists.");
        return Err(Fault::cannot("import", title, why));
    }
    check_name(world, home, &name, title)?;
    let target = archive::RestoredAs {
        home,
        has_new_id,
        name,
        cluster: cluster(world, document, Some(copy)),
        storage_domain: domain(world, document, title)?,
    };
    if let Some(new) = archive::restore(world, copy, &target) {
        plan_event(world, command, &new, title);
    }
    Ok(Vec::new())
}

/// Takes the VMs whose disks are all on a domain out of the engine. The domain keeps them.
pub(super) fn unregister_vms(world: &mut World, domain: &str, disks: &[ObjectRef]) {
    for vm in world.handles(VMS) {
        let attachments = world.store.list(&vm.below(DISK_ATTACHMENTS));
        let mut attached = attachments.iter().map(|one| ObjectRef::disk(one.id()));
        let is_on_domain = attached.all(|disk| disks.contains(&disk));
        let is_in_pool = !vm.target(world, "vm_pool").is_empty();
        if attachments.is_empty() || !is_on_domain || is_in_pool {
            continue;
        }
        archive::store(world, &vm, &archive::unregistered(domain, vm.id()), "");
        vm::remove_disks(world, &vm);
        dependencies::remove(world, &vm);
        world.macs = None;
    }
}

/// Makes a VM on a data domain known to the engine.
pub(super) fn register(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    const TITLE: &str = "VM";
    let domain = command.owner();
    let copy = archive::unregistered(domain.id(), vm.id());
    if !copy.exists(world) {
        let why = "VM with the same identifier already exists.";
        return Err(Fault::cannot("register", TITLE, why));
    }
    storage_status::check_active(world, domain.id(), "register", TITLE)?;
    let name = document.get("vm.name").map(str::to_owned);
    let name = name.unwrap_or_else(|| copy.name(world));
    check_name(world, VMS, &name, TITLE)?;
    let target = archive::RestoredAs {
        home: VMS,
        has_new_id: document.get("clone") == Some("true"),
        name,
        cluster: cluster(world, document, Some(&copy)),
        storage_domain: domain.id().to_owned(),
    };
    archive::restore(world, &copy, &target);
    copy.remove(world);
    Ok(Vec::new())
}

fn check_name(world: &World, home: &str, name: &str, title: &str) -> Result<(), Fault> {
    if world.find_by_name(home, name).is_none() {
        return Ok(());
    }
    let why =
        format!("The {title} name is already in use, please choose a unique name and try again.");
    Err(Fault::cannot("import", title, why))
}

/// Returns the cluster that a request names, that of the copy, or the first one.
fn cluster(world: &World, document: &Node, copy: Option<&ObjectRef>) -> String {
    let requested = document.child("cluster").map_or("", Node::id).to_owned();
    let former = copy.map_or_else(String::new, |copy| copy.target(world, "cluster"));
    let first = world.store.list(CLUSTERS).first();
    let first = first.map_or("", Node::id).to_owned();
    let mut all = [requested, former, first].into_iter();
    all.find(|id| ObjectRef::cluster(id).exists(world))
        .unwrap_or_default()
}

/// Returns the storage domain that a request names, or any active one.
fn domain(world: &World, document: &Node, title: &str) -> Result<String, Fault> {
    let requested = document.child("storage_domain").map(Node::id);
    let any = || storage_status::any_active(world);
    let domain = requested.map(str::to_owned).or_else(any);
    let domain = domain.unwrap_or_default();
    storage_status::check_active(world, &domain, "import", title)?;
    Ok(domain)
}

/// Logs the end of an import.
fn plan_event(world: &mut World, command: &Command<'_>, new: &ObjectRef, title: &str) {
    let code = match new.collection() {
        TEMPLATES => 1158,
        _ => 1152,
    };
    let text = format!("{title} {} was imported.", new.name(world));
    let (new, correlation_id) = (new.clone(), command.correlation_id.to_owned());
    world.after(1, move |world| {
        audit::event(world, code, &text, &new, &correlation_id);
    });
}

/// Checks an import from outside, and sets the name and places of what it makes.
fn check_external(
    world: &mut World,
    command: &Command<'_>,
    import: &mut Node,
    tag: &str,
) -> Result<(), Fault> {
    let title = command.kind.title;
    let home = if tag == "template" { TEMPLATES } else { VMS };
    for secret in ["password", "username"] {
        import.remove(secret);
    }
    let url = import.get("url").unwrap_or_default();
    let copy = match url.strip_prefix("ova://") {
        Some(path) => {
            let host = import.child("host").map_or("", Node::id);
            let found = archive::find_ova_file(world, host, path);
            let why = format!("The host has no OVA file {path}.");
            Some(found.ok_or_else(|| Fault::cannot("import", title, why))?)
        }
        None if tag == "template" => {
            let why = "The URL must be that of an OVA file, such as ova:///directory/file.ova.";
            return Err(Fault::cannot("import", title, why));
        }
        None => None,
    };
    let named = import.child(tag).and_then(|object| object.get("name"));
    let name = named.or_else(|| import.get("name")).map(str::to_owned);
    let name = name.or_else(|| copy.as_ref().map(|copy| copy.name(world)));
    let Some(name) = name else {
        let paths = [format!("{tag}.name")];
        let class = ovirt_model::names::camel(command.type_name);
        return Err(Fault::incomplete(&class, &paths, "add"));
    };
    check_name(world, home, &name, title)?;
    let domain = domain(world, import, title)?;
    let cluster = cluster(world, import, copy.as_ref());
    import.remove(tag);
    import.set("name", name);
    import.set_reference("storage_domain", &domain);
    import.set_reference("cluster", &cluster);
    Ok(())
}

/// Imports the OVA file that an import names, and returns what it made; `None` if the import names
/// another source.
fn import_ova_file(
    world: &mut World,
    command: &Command<'_>,
    import: &ObjectRef,
    home: &'static str,
) -> Option<ObjectRef> {
    let path = import.text(world, "url")?.strip_prefix("ova://")?;
    let host = import.target(world, "host");
    let copy = archive::find_ova_file(world, &host, path)?;
    let target = archive::RestoredAs {
        home,
        has_new_id: true,
        name: import.name(world),
        cluster: import.target(world, "cluster"),
        storage_domain: import.target(world, "storage_domain"),
    };
    let new = archive::restore(world, &copy, &target)?;
    plan_event(world, command, &new, command.kind.title);
    Some(new)
}

/// Answers with a reference to what the import made. Engines do not list imports.
fn answer(world: &mut World, import: &ObjectRef, tag: &str, new: Option<ObjectRef>) {
    let import = import.clone();
    if let Some(new) = new {
        import.change(world, |import| import.set_reference(tag, new.id()));
    }
    world.after(1, move |world| {
        import.remove(world);
    });
}

/// Adds a VM in place of one of another system: with a disk, which is empty, and a NIC.
fn add_vm(world: &mut World, command: &Command<'_>, import: &ObjectRef) -> Option<ObjectRef> {
    let name = import.name(world);
    let cluster = import.target(world, "cluster");
    let mut vm = Node::new("vm")
        .with_text("name", name.clone())
        .with(Node::reference("cluster", &cluster))
        .with(Node::reference("template", ZERO_ID));
    if vm::check_add(world, command, &mut vm).is_err() {
        // Not expected: it has the values of the Blank template.
        return None;
    }
    let vm = world.store.add(VMS, vm);
    vm::added(world, command, &vm);
    let mut nic = Node::new("nic").with_text("name", "nic1");
    defaults::apply(&[defaults::NIC], &mut nic);
    nic.set_reference("vm", vm.id());
    // If the MAC pool is exhausted, the NIC has no address.
    let _ = mac::assign(world, &vm, &mut nic);
    world.store.add(&vm.below(NICS), nic);
    let domain = import.target(world, "storage_domain");
    let mut disk = Node::new("disk")
        .with_text("name", format!("{name}_Disk1"))
        .with_text("format", "cow")
        .with_text("provisioned_size", DISK_SIZE.to_string())
        .with(Node::reference("storage_domain", &domain));
    if disk::check_new(world, command, &mut disk).is_ok() {
        let disk = world.store.add(DISKS, disk);
        disk::create_image(world, &disk);
        let mut attachment = Node::reference("disk_attachment", disk.id())
            .with_text("active", "true")
            .with_text("bootable", "true")
            .with(Node::reference("disk", disk.id()))
            .with(Node::reference("vm", vm.id()));
        DISK_ATTACHMENT.complete(&mut attachment);
        world.store.add(&vm.below(DISK_ATTACHMENTS), attachment);
    }
    archive::lock_for_step(world, &vm);
    plan_event(world, command, &vm, command.kind.title);
    Some(vm)
}
