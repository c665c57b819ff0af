//! Boot devices of VMs: a VM starts only if it has something to boot from.

use crate::fault::Fault;
use crate::node::Node;
use crate::object::{DISK_ATTACHMENTS, NICS, ObjectRef};
use crate::world::World;

/// Fails if a VM can boot neither from a disk nor from another boot device.
///
/// The boot sequence of `run_once` overrides that of the VM.
pub(crate) fn check(world: &World, vm: &ObjectRef, run_once: Option<&Node>) -> Result<(), Fault> {
    let is_possible = match boot_devices(world, vm, run_once) {
        Some(devices) => devices
            .iter()
            .any(|device| can_boot_from(world, vm, &device.text)),
        None => has_disk(world, vm),
    };
    if is_possible {
        return Ok(());
    }
    Err(Fault::conflict(
        "Cannot run VM without at least one bootable disk.\n\
         Alternatives:\n\
         - Create a disk for this VM, and rerun the VM.\n\
         - Change the boot sequence using the Edit VM command (Boot Option Sub-Tab).\n\
         - Use the 'Run Once' command to select a different boot option and rerun the VM.",
    ))
}

fn boot_devices<'a>(
    world: &'a World,
    vm: &ObjectRef,
    run_once: Option<&'a Node>,
) -> Option<&'a [Node]> {
    let vms = [run_once, vm.get(world)];
    let mut sequences = vms.into_iter().flatten().filter_map(|vm| {
        let devices = vm.child("os")?.child("boot")?.child("devices")?;
        Some(&devices.children[..])
    });
    sequences.find(|devices| !devices.is_empty())
}

fn can_boot_from(world: &World, vm: &ObjectRef, device: &str) -> bool {
    match device {
        "hd" => has_disk(world, vm),
        "network" => !world.store.list(&vm.below(NICS)).is_empty(),
        _ => true,
    }
}

/// Whether a VM has a disk. As in engines, it need not be marked as bootable; unlike there, it may
/// be inactive, because clients attach disks so and start the VM.
fn has_disk(world: &World, vm: &ObjectRef) -> bool {
    !world.store.list(&vm.below(DISK_ATTACHMENTS)).is_empty()
}
