//! Images of image providers. Each provider has a storage domain that offers its images, which can
//! be imported as disks or as templates.

use super::{archive, disk, template};
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{Action, Command, KEPT, Kind, act, merge};
use crate::node::Node;
use crate::object::{
    DISK_ATTACHMENTS, DISKS, IMAGES, ObjectRef, STORAGE_DOMAINS, TEMPLATES, ZERO_ID,
};
use crate::status::UNATTACHED;
use crate::storage_status;
use crate::world::World;

/// An image on the storage domain of a provider.
pub(super) static IMAGE: Kind = Kind {
    name: "image",
    title: TITLE,
    actions: ACTIONS,
    ..KEPT
};

/// The same image below the provider.
pub(super) static OPEN_STACK_IMAGE: Kind = Kind {
    name: "open_stack_image",
    title: TITLE,
    actions: ACTIONS,
    ..KEPT
};

const ACTIONS: &[Action] = &[act("import", "import", &[], import).with_tasks()];

const TITLE: &str = "Virtual Disk";

/// Images that a provider offers: name, and size in bytes.
const OFFERED: &[(&str, u64)] = &[
    ("CentOS 7 Generic Cloud Image v1802 for x86_64", 8 << 30),
    ("CirrOS 0.4.0 for x86_64", 44 << 20),
    ("Fedora 27 Cloud Base Image v1.6 for x86_64", 4 << 30),
];

/// Whether a provider answers. As with storage servers, every address works, except those of the
/// engine itself.
pub(super) fn is_reachable(provider: &Node) -> bool {
    let url = provider.get("url").unwrap_or_default();
    let (_, server) = url.split_once("://").unwrap_or(("", url));
    let own = ["127.", "localhost", "[::1]"];
    !server.is_empty() && !own.iter().any(|own| server.starts_with(own))
}

/// Adds the storage domain of a new provider, and the images.
pub(crate) fn added(world: &mut World, provider: &ObjectRef) {
    let domain = Node::new("storage_domain")
        .with_text("name", provider.name(world))
        .with_text("type", "image")
        .with_text("status", UNATTACHED)
        .with_text("available", "0")
        .with_text("used", "0")
        .with_text("committed", "0")
        .with_text("master", "false")
        .with_text("storage_format", "v1")
        .with(Node::new("storage").with_text("type", "glance"));
    world.store.add(STORAGE_DOMAINS, domain);
    offer(world, provider);
}

/// Returns the storage domain of a provider, which has its name.
fn domain_of(world: &World, provider: &ObjectRef) -> Option<ObjectRef> {
    let name = provider.name(world);
    let is_own = |domain: &Node| {
        domain.get("type") == Some("image") && domain.get("name") == Some(name.as_str())
    };
    world.handles_with(STORAGE_DOMAINS, is_own).pop()
}

/// Makes the storage domain offer the images of a provider, if this can be reached.
fn offer(world: &mut World, provider: &ObjectRef) {
    let Some(domain) = domain_of(world, provider) else {
        return;
    };
    let collections = [provider.below(IMAGES), domain.below(IMAGES)];
    for collection in &collections {
        world.clear(collection);
    }
    if !provider.get(world).is_some_and(is_reachable) {
        return;
    }
    for (name, size) in OFFERED {
        let id = world.store.new_id();
        let image = |tag: &str| Node::reference(tag, &id).with_text("name", *name);
        let provided = image("open_stack_image");
        let offered = image("image")
            .with_text("size", size.to_string())
            .with_text("type", "disk")
            .with(Node::reference("storage_domain", domain.id()));
        for (collection, image) in collections.iter().zip([provided, offered]) {
            world.store.add(collection, image);
        }
    }
}

/// Updates a provider, with the name of its domain and what this offers.
pub(super) fn update(
    world: &mut World,
    command: &Command<'_>,
    provider: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let domain = domain_of(world, provider);
    merge(world, command, provider, changes)?;
    let name = provider.name(world);
    if let Some(domain) = domain {
        domain.change(world, |domain| domain.set("name", name));
    }
    if changes.get("url").is_some() {
        offer(world, provider);
    }
    Ok(())
}

/// Removes the domain of a provider that is about to be removed.
pub(super) fn remove_domain(
    world: &mut World,
    _: &Command<'_>,
    provider: &ObjectRef,
) -> Result<(), Fault> {
    if let Some(domain) = domain_of(world, provider) {
        dependencies::remove(world, &domain);
    }
    Ok(())
}

/// Imports an image as a disk, or as a template with the disk.
fn import(
    world: &mut World,
    command: &Command<'_>,
    image: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let domain = document.child("storage_domain").map_or("", Node::id);
    storage_status::check_active(world, domain, "import", TITLE)?;
    let number = world.store.new_id();
    let suffix: String = number.chars().take(5).collect();
    let named = |paths: &[&str], default: &str| {
        let name = paths.iter().find_map(|path| document.get(path));
        name.map_or_else(|| format!("{default}-{suffix}"), str::to_owned)
    };
    let name = image.name(world);
    let size = OFFERED.iter().find(|(own, _)| *own == name);
    let size = size.map_or(0, |(_, size)| *size);
    let mut new = Node::new("disk")
        .with_text("name", named(&["disk.alias", "disk.name"], "GlanceDisk"))
        .with_text("format", "cow")
        .with_text("provisioned_size", size.to_string())
        .with(Node::reference("storage_domain", domain));
    disk::check_new(world, command, &mut new)?;
    if document.get("import_as_template") != Some("true") {
        let new = world.store.add(DISKS, new);
        disk::create_image(world, &new);
        return Ok(Vec::new());
    }
    let target = archive::RestoredAs {
        home: TEMPLATES,
        has_new_id: true,
        name: named(&["template.name"], "GlanceTemplate"),
        cluster: document.child("cluster").map_or("", Node::id).to_owned(),
        storage_domain: domain.to_owned(),
    };
    if world.find_by_name(TEMPLATES, &target.name).is_some() {
        let why = "The Template name is already in use, please choose a unique name and try again.";
        return Err(Fault::cannot("import", TITLE, why));
    }
    let copy = template_with(world, new);
    archive::restore(world, &copy, &target);
    copy.remove(world);
    Ok(Vec::new())
}

/// Stores a copy of the template Blank with a disk, to make a template of.
fn template_with(world: &mut World, mut disk: Node) -> ObjectRef {
    let blank = ObjectRef::template(ZERO_ID).get(world).cloned();
    let mut copy = blank.unwrap_or_default();
    copy.attributes.clear();
    copy.remove("description");
    template::TEMPLATE.complete(&mut copy);
    let copy = world.store.add("imports", copy);
    let id = world.store.new_id();
    disk.set_attribute("id", &id);
    disk.remove("storage_domains");
    world.store.add(&copy.below(DISKS), disk);
    let attachment = Node::reference("disk_attachment", &id)
        .with_text("active", "true")
        .with_text("bootable", "true")
        .with_text("interface", "virtio")
        .with(Node::reference("disk", &id));
    world.store.add(&copy.below(DISK_ATTACHMENTS), attachment);
    copy
}
