//! What an answer shows of an object beside what is kept of it: members that are there only when
//! all content is asked for, and the configuration of a machine's next run.

use std::borrow::Cow;

use crate::node::Node;
use crate::world::World;

/// Members that cost an engine more to find than others, by type; answers have them only when a
/// request asks for all content.
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

/// What such members are unless they were set.
const DEFAULTS: &[(&str, &str, &str)] = &[
    ("host", "network_operation_in_progress", "false"),
    ("hardware", "console.enabled", "false"),
    ("hardware", "rng_device.source", "urandom"),
    ("hardware", "soundcard_enabled", "false"),
    ("hardware", "tpm_enabled", "false"),
    ("hardware", "virtio_scsi.enabled", "true"),
];

/// Gives an object the members that all content has, or takes them away.
pub(crate) fn apply<'n>(
    world: &World,
    kind: &str,
    mut object: Cow<'n, Node>,
    all: bool,
) -> Cow<'n, Node> {
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
    let display = object.child("display");
    if display.is_some_and(|display| display.child("certificate").is_some()) {
        object.to_mut().child_mut("display").remove("certificate");
    }
    object
}

/// Gives an object the members that are only there where all is asked for.
fn complete(world: &World, kind: &str, object: &mut Node) {
    for (of, path, text) in DEFAULTS {
        if *of == kind || *of == "hardware" && matches!(kind, "instance_type" | "template" | "vm") {
            object.set_default(path, *text);
        }
    }
    if kind == "cluster"
        && let Some(network) = management_network(world, object.id())
    {
        object.set_reference("management_network", &network);
    }
}

/// The network that the hosts of a cluster are managed by.
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
