//! Providers of hosts, images, networks and volumes. Only those of images can be reached.

use super::image;
use crate::fault::Fault;
use crate::kind::{Action, Add, Command, KEPT, Kind, Remove, Unchecked, UniqueName, Update, act};
use crate::node::Node;
use crate::object::ObjectRef;
use crate::world::World;

/// The tables of these types.
pub(super) const ALL: &[&Kind] = &[
    &EXTERNAL_HOST_PROVIDER,
    &OPEN_STACK_IMAGE_PROVIDER,
    &OPEN_STACK_NETWORK,
    &OPEN_STACK_NETWORK_PROVIDER,
    &OPEN_STACK_VOLUME_PROVIDER,
];

const PROVIDER: Kind = Kind {
    title: "provider",
    unique_name: UniqueName::Yes,
    present_texts: &["description"],
    actions: ACTIONS,
    ..KEPT
};

const ACTIONS: &[Action] = &[
    act("import_certificates", "import", &[], fail).bare_fault(),
    act("test_connectivity", "test", &[], fail).bare_fault(),
];

/// Fails, as for a provider that cannot be reached.
fn fail(_: &mut World, _: &Command<'_>, _: &ObjectRef, _: &Node) -> Result<Vec<Node>, Fault> {
    Err(Fault::invalid(
        "Failed to communicate with the external provider, see log for additional details.",
    ))
}

static EXTERNAL_HOST_PROVIDER: Kind = Kind {
    name: "external_host_provider",
    ..PROVIDER
};

static OPEN_STACK_IMAGE_PROVIDER: Kind = Kind {
    name: "open_stack_image_provider",
    add: Add {
        done: |world, _, provider| image::added(world, provider),
        ..PROVIDER.add
    },
    update: Update {
        apply: image::update,
        ..PROVIDER.update
    },
    remove: Remove {
        check: image::remove_domain,
        ..PROVIDER.remove
    },
    actions: &[
        act("import_certificates", "import", &[], fail).bare_fault(),
        act("test_connectivity", "test", &[], test_image_provider).bare_fault(),
    ],
    ..PROVIDER
};

fn test_image_provider(
    world: &mut World,
    command: &Command<'_>,
    provider: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    match provider.get(world).is_some_and(image::is_reachable) {
        true => Ok(Vec::new()),
        false => fail(world, command, provider, document),
    }
}

static OPEN_STACK_NETWORK: Kind = Kind {
    name: "open_stack_network",
    unchecked: Unchecked::List,
    ..KEPT
};

static OPEN_STACK_NETWORK_PROVIDER: Kind = Kind {
    name: "open_stack_network_provider",
    defaults: &[&[
        ("auto_sync", "false"),
        ("read_only", "true"),
        ("unmanaged", "false"),
    ]],
    add: Add {
        check: |_, _, provider| {
            OPEN_STACK_NETWORK_PROVIDER.complete(provider);
            Ok(())
        },
        ..KEPT.add
    },
    ..PROVIDER
};

static OPEN_STACK_VOLUME_PROVIDER: Kind = Kind {
    name: "open_stack_volume_provider",
    // Replaced by managed block storage.
    add: Add {
        required: |_| Err(Fault::Internal),
        ..KEPT.add
    },
    ..PROVIDER
};
