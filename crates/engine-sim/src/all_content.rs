//! The parameter `all_content`: members that responses contain only on request.

use std::borrow::Cow;

use crate::node::Node;
use crate::present;
use crate::world::World;

/// Members, by type, that are expensive for an engine and returned only with all content.
const COSTLY: &[(&str, &[&str])] = &[
    ("cluster", &["management_network"]),
    ("host", &["hosted_engine", "network_operation_in_progress"]),
    ("instance_type", HARDWARE),
    ("template", HARDWARE),
    ("vm", VM),
];

const HARDWARE: &[&str] = &[
    "console",
    "rng_device",
    "soundcard_enabled",
    "tpm_enabled",
    "virtio_scsi",
];

const VM: &[&str] = &[
    "console",
    "payloads",
    "rng_device",
    "soundcard_enabled",
    "tpm_enabled",
    "virtio_scsi",
];

/// Defaults of these members.
const DEFAULTS: &[(&str, &str, &str)] = &[
    ("host", "network_operation_in_progress", "false"),
    ("hardware", "console.enabled", "false"),
    ("hardware", "rng_device.source", "urandom"),
    ("hardware", "soundcard_enabled", "true"),
    ("hardware", "tpm_enabled", "false"),
    ("hardware", "virtio_scsi.enabled", "true"),
];

/// Adds the members of all content to an object, or removes them.
pub(crate) fn apply<'n>(
    world: &World,
    kind: &str,
    mut object: Cow<'n, Node>,
    all: bool,
) -> Cow<'n, Node> {
    object = present::apply(world, kind, object);
    let Some((_, costly)) = COSTLY.iter().find(|(own, _)| *own == kind) else {
        return object;
    };
    if all {
        complete(world, kind, object.to_mut());
        return object;
    }
    let is_costly = |child: &Node| costly.contains(&child.tag.as_str());
    if object.children.iter().any(is_costly) {
        object.to_mut().children.retain(|child| !is_costly(child));
    }
    if kind == "host" && object.get("ssh.fingerprint").is_some() {
        object.to_mut().child_mut("ssh").remove("fingerprint");
    }
    object
}

/// Adds the members of all content.
fn complete(world: &World, kind: &str, object: &mut Node) {
    for (of, path, text) in DEFAULTS {
        if *of == kind || *of == "hardware" && matches!(kind, "instance_type" | "template" | "vm") {
            object.set_default(path, *text);
        }
    }
    if kind == "vm" {
        add_configuration(object);
    }
    if kind == "cluster"
        && let Some(network) = management_network(world, object.id())
    {
        object.set_reference("management_network", &network);
    }
}

/// Adds the description of a VM in the Open Virtualization Format (OVF), reduced to its names.
fn add_configuration(vm: &mut Node) {
    let name = quick_xml::escape::escape(vm.get("name").unwrap_or_default()).into_owned();
    let ovf = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ovf:Envelope \
         xmlns:ovf=\"http://schemas.dmtf.org/ovf/envelope/1/\" ovf:version=\"4.4.0.0\"><Content \
         ovf:id=\"out\"><Name>{name}</Name><Id>{}</Id></Content></ovf:Envelope>",
        vm.id()
    );
    vm.set_default("initialization.configuration.data", ovf);
    vm.set_default("initialization.configuration.type", "ovf");
}

/// Returns the management network of a cluster.
fn management_network(world: &World, cluster: &str) -> Option<String> {
    let networks = world.store.list(&format!("clusters/{cluster}/networks"));
    let is_management = |network: &&Node| {
        let usages = network.child("usages");
        usages.is_some_and(|usages| {
            usages
                .children
                .iter()
                .any(|usage| usage.text == "management")
        })
    };
    let network = networks.iter().find(is_management).or(networks.first())?;
    Some(network.id().to_owned())
}
