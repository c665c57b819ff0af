//! Reads that engines refuse because they need something that is not set up. They are no rows of
//! tables, because each rule is about a path and not about a type.

use crate::fault::Fault;
use crate::object::{
    DISK_ATTACHMENTS, DISKS, HOSTS, IMAGES, KATELLO_ERRATA, LINK_LAYER_DISCOVERY_PROTOCOL_ELEMENTS,
    NETWORKS, NICS, OPENSTACK_IMAGE_PROVIDERS, OPENSTACK_NETWORK_PROVIDERS,
    OPENSTACK_VOLUME_PROVIDERS, ObjectRef, STORAGE_DOMAINS, TEMPLATES, VMS,
};
use crate::world::World;

/// Returns the fault with which the engine refuses to read a path, if it does.
pub(super) fn refusal(world: &World, path: &str) -> Option<Fault> {
    let steps: Vec<&str> = path.split('/').collect();
    match steps.as_slice() {
        [KATELLO_ERRATA] => Some(failed(
            "The engine is not associated with a Foreman/Satellite provider. No errata for the \
             engine are available.",
        )),
        // Replaced by managed block storage.
        [OPENSTACK_VOLUME_PROVIDERS] => Some(Fault::Internal),
        [OPENSTACK_IMAGE_PROVIDERS, _, IMAGES] if world.store.list(path).is_empty() => {
            Some(failed("connection refused"))
        }
        [OPENSTACK_NETWORK_PROVIDERS, _, NETWORKS] => Some(failed(
            "engineexception: (failed with error connection refused and code 5050)",
        )),
        [HOSTS, _, NICS, _, LINK_LAYER_DISCOVERY_PROTOCOL_ELEMENTS] => Some(failed(
            "cannot invoke \"org.ovirt.engine.core.common.businessentities.network.lldpinfo.\
             isenabled()\" because \"lldpinfo\" is null",
        )),
        [
            STORAGE_DOMAINS,
            domain,
            VMS | TEMPLATES,
            _,
            DISKS | DISK_ATTACHMENTS,
        ] if !ObjectRef::storage_domain(*domain).has(world, "type", "export") => {
            Some(Fault::NotFound)
        }
        _ => None,
    }
}

fn failed(detail: &str) -> Fault {
    Fault::new(400, "Operation Failed", detail)
}
