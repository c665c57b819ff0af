//! Reads that engines refuse because they need something that is not set up.

use crate::fault::Fault;
use crate::object::ObjectRef;
use crate::world::World;

/// Returns the fault with which the engine refuses to read a path, if it does.
pub(super) fn refusal(world: &World, path: &str) -> Option<Fault> {
    let steps: Vec<&str> = path.split('/').collect();
    match steps.as_slice() {
        ["katelloerrata"] => Some(failed(
            "The engine is not associated with a Foreman/Satellite provider. No errata for the \
             engine are available.",
        )),
        // Replaced by managed block storage.
        ["openstackvolumeproviders"] => Some(Fault::Internal),
        ["openstackimageproviders", _, "images"] if world.store.list(path).is_empty() => {
            Some(failed("connection refused"))
        }
        ["openstacknetworkproviders", _, "networks"] => Some(failed(
            "engineexception: (failed with error connection refused and code 5050)",
        )),
        ["hosts", _, "nics", _, "linklayerdiscoveryprotocolelements"] => Some(failed(
            "cannot invoke \"org.ovirt.engine.core.common.businessentities.network.lldpinfo.\
             isenabled()\" because \"lldpinfo\" is null",
        )),
        [
            "storagedomains",
            domain,
            "vms" | "templates",
            _,
            "disks" | "diskattachments",
        ] if !ObjectRef::storage_domain(*domain).has(world, "type", "export") => {
            Some(Fault::NotFound)
        }
        _ => None,
    }
}

fn failed(detail: &str) -> Fault {
    Fault::new(400, "Operation Failed", detail)
}
