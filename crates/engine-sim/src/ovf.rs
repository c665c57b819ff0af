//! Descriptions of VMs and templates in the Open Virtualization Format (OVF): what engines write
//! about an object, and read to add it again.

use crate::node::Node;
use crate::object::{DISK_ATTACHMENTS, NICS, ObjectRef, VNIC_PROFILES};
use crate::world::World;

/// Types of resources in an item.
const CPU: &str = "3";
const MEMORY: &str = "4";
const NIC: &str = "10";
const DISK: &str = "17";

/// What a description says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Description {
    /// Identifier of the VM; empty if it has none.
    pub(crate) id: String,
    pub(crate) name: String,
    /// Memory in bytes.
    pub(crate) memory: Option<u64>,
    pub(crate) sockets: Option<u64>,
    pub(crate) cores: Option<u64>,
    /// Type of the operating system, such as `rhel_9x64`.
    pub(crate) system: Option<String>,
    pub(crate) disks: Vec<DescribedDisk>,
    pub(crate) nics: Vec<DescribedNic>,
}

/// What a description says about a disk.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct DescribedDisk {
    /// Identifiers: its own, that of its image, or the name of its file.
    pub(crate) names: Vec<String>,
    /// Its bus, as the API names it.
    pub(crate) interface: Option<String>,
    pub(crate) bootable: Option<bool>,
}

/// What a description says about a NIC.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct DescribedNic {
    pub(crate) name: String,
    pub(crate) mac: Option<String>,
    /// Name of the network.
    pub(crate) network: Option<String>,
}

/// Writes the description of an object. `source` is where its devices are.
pub(crate) fn write(world: &World, source: &ObjectRef, object: &Node) -> String {
    let mut references = Node::new("References");
    let mut disks = section("DiskSection_Type").with_text("Info", "List of Virtual Disks");
    let mut hardware = section("VirtualHardwareSection_Type");
    let text = |path: &str| object.get(path).unwrap_or_default();
    let sockets = item(CPU)
        .with_text("rasd:num_of_sockets", text("cpu.topology.sockets"))
        .with_text("rasd:cpu_per_socket", text("cpu.topology.cores"));
    let mebibytes = text("memory").parse().unwrap_or(0_u64) >> 20;
    let memory = item(MEMORY).with_text("rasd:VirtualQuantity", mebibytes.to_string());
    hardware.children.extend([sockets, memory]);
    for attachment in world.store.list(&source.below(DISK_ATTACHMENTS)) {
        let Some(disk) = ObjectRef::disk(attachment.id()).get(world) else {
            continue;
        };
        let image = disk.get("image_id").unwrap_or_default();
        let file = format!("{}/{image}", disk.id());
        let mut reference = Node::new("File");
        reference.set_attribute("ovf:href", &file);
        reference.set_attribute("ovf:id", image);
        references.children.push(reference);
        let mut described = describe_disk(disk, image, &file);
        let text = |path: &str| attachment.get(path).unwrap_or_default();
        described.set_attribute("ovf:disk-interface", text("interface"));
        described.set_attribute("ovf:boot", text("bootable"));
        disks.children.push(described);
        let item = item(DISK)
            .with_text("rasd:InstanceId", image)
            .with_text("rasd:HostResource", file);
        hardware.children.push(item);
    }
    let nics = world.store.list(&source.below(NICS)).iter();
    hardware
        .children
        .extend(nics.map(|nic| describe_nic(world, nic)));
    envelope()
        .with(references)
        .with(disks)
        .with(virtual_system(object, hardware))
        .to_xml()
}

/// Returns the description of a NIC.
fn describe_nic(world: &World, nic: &Node) -> Node {
    item(NIC)
        .with_text("rasd:Connection", network_of(world, nic))
        .with_text("rasd:Name", nic.get("name").unwrap_or_default())
        .with_text(
            "rasd:MACAddress",
            nic.get("mac.address").unwrap_or_default(),
        )
}

/// Returns the description of an object with this hardware.
fn virtual_system(object: &Node, hardware: Node) -> Node {
    let text = |path: &str| object.get(path).unwrap_or_default();
    let mut system = section("OperatingSystemSection_Type");
    system.set_attribute("ovf:id", object.id());
    let system = system.with_text("Description", text("os.type"));
    let mut content = Node::new("Content");
    content.set_attribute("ovf:id", "out");
    content.set_attribute("xsi:type", "ovf:VirtualSystem_Type");
    content
        .with_text("Name", text("name"))
        .with_text("Description", text("description"))
        .with(system)
        .with(hardware)
}

/// Returns the name of the network that a NIC uses.
fn network_of(world: &World, nic: &Node) -> String {
    let profile = nic.child("vnic_profile").map_or("", Node::id);
    let network = ObjectRef::new(VNIC_PROFILES, profile).target(world, "network");
    ObjectRef::network(network).name(world)
}

fn envelope() -> Node {
    let mut envelope = Node::new("ovf:Envelope");
    for (name, value) in [
        ("xmlns:ovf", "http://schemas.dmtf.org/ovf/envelope/1/"),
        (
            "xmlns:rasd",
            "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData",
        ),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("ovf:version", "4.4.0.0"),
    ] {
        envelope.set_attribute(name, value);
    }
    envelope
}

fn section(kind: &str) -> Node {
    let mut section = Node::new("Section");
    section.set_attribute("xsi:type", &format!("ovf:{kind}"));
    section
}

fn item(kind: &str) -> Node {
    Node::new("Item").with_text("rasd:ResourceType", kind)
}

fn describe_disk(disk: &Node, image: &str, file: &str) -> Node {
    let text = |path: &str| disk.get(path).unwrap_or_default();
    let gib = text("provisioned_size")
        .parse()
        .unwrap_or(0_u64)
        .div_ceil(1 << 30);
    let is_sparse = text("sparse") == "true";
    let mut described = Node::new("Disk");
    for (name, value) in [
        ("ovf:diskId", image),
        ("ovf:size", &gib.to_string()),
        ("ovf:capacity", text("provisioned_size")),
        ("ovf:fileRef", file),
        ("ovf:volume-format", &text("format").to_uppercase()),
        (
            "ovf:volume-type",
            if is_sparse { "Sparse" } else { "Preallocated" },
        ),
        ("ovf:disk-alias", text("name")),
    ] {
        described.set_attribute(name, value);
    }
    described
}

/// Reads a description. Prefixes of names are ignored. `None` if it is not one.
pub(crate) fn read(text: &str) -> Option<Description> {
    let envelope = Node::parse(text).ok()?;
    if local(&envelope.tag) != "Envelope" {
        return None;
    }
    let mut description = Description::default();
    read_element(&envelope, &mut description);
    (!description.name.is_empty()).then_some(description)
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn child<'n>(element: &'n Node, name: &str) -> Option<&'n str> {
    let mut children = element.children.iter();
    let child = children.find(|child| local(&child.tag) == name)?;
    Some(child.text.trim())
}

fn attribute<'n>(element: &'n Node, name: &str) -> Option<&'n str> {
    let mut attributes = element.attributes.iter();
    let (_, value) = attributes.find(|(own, _)| local(own) == name)?;
    Some(value)
}

/// Adds what an element and those below it say.
fn read_element(element: &Node, description: &mut Description) {
    let id = || attribute(element, "id").unwrap_or_default().to_owned();
    match local(&element.tag) {
        "Content" | "VirtualSystem" => {
            description.name = child(element, "Name").unwrap_or_default().to_owned();
            if description.id.is_empty() {
                description.id = id();
            }
        }
        name @ ("Section" | "OperatingSystemSection") => {
            let kind = attribute(element, "type").unwrap_or(name);
            if kind.contains("OperatingSystem") {
                description.id = id();
                description.system = child(element, "Description").map(str::to_lowercase);
            }
        }
        "Disk" => {
            let file = attribute(element, "fileRef").unwrap_or_default();
            let names = attribute(element, "diskId")
                .into_iter()
                .chain(file.split('/'));
            description.disks.push(DescribedDisk {
                names: names.map(str::to_owned).collect(),
                // Engines write `VirtIO_SCSI`.
                interface: attribute(element, "disk-interface").map(str::to_lowercase),
                bootable: attribute(element, "boot").map(|boot| boot.eq_ignore_ascii_case("true")),
            });
        }
        "Item" => read_item(element, description),
        _ => {}
    }
    for child in &element.children {
        read_element(child, description);
    }
}

fn read_item(item: &Node, description: &mut Description) {
    let number = |name: &str| child(item, name)?.parse::<u64>().ok();
    match child(item, "ResourceType") {
        Some(CPU) => {
            description.sockets = number("num_of_sockets");
            description.cores = number("cpu_per_socket");
        }
        Some(MEMORY) => {
            description.memory = number("VirtualQuantity").and_then(|mib| mib.checked_mul(1 << 20));
        }
        Some(NIC) => {
            let name = child(item, "Name").unwrap_or_default().to_owned();
            let mac = child(item, "MACAddress").filter(|mac| !mac.is_empty());
            description.nics.push(DescribedNic {
                name,
                mac: mac.map(str::to_owned),
                network: child(item, "Connection").map(str::to_owned),
            });
        }
        _ => {}
    }
}
