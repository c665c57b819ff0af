//! Members of objects that follow from other objects, or from how they are asked for.

use std::borrow::Cow;

use crate::defaults;
use crate::node::{Node, refers_to};
use crate::object::{DISK_PROFILES, ObjectRef};
use crate::status::{UP, is_running};
use crate::world::World;

/// Adds what a VM or template has from its cluster and operating system.
pub(crate) fn hardware<'n>(world: &World, mut object: Cow<'n, Node>) -> Cow<'n, Node> {
    let is_complete = ["cluster", "small_icon", "cpu_profile", "quota"]
        .iter()
        .all(|tag| object.child(tag).is_some());
    if !is_complete || object.get("bios.type").is_none() {
        defaults::from_cluster(world, object.to_mut());
    }
    object
}

/// Adds what a VM has from its pool and its status.
pub(crate) fn vm<'n>(world: &World, object: Cow<'n, Node>) -> Cow<'n, Node> {
    let mut vm = hardware(world, object);
    // Engines before 4.5 leave these out.
    if vm.child("auto_pinning_policy").is_none() {
        return vm;
    }
    if vm.get("stop_time").is_none()
        && let Some(time) = vm.get("creation_time").map(str::to_owned)
    {
        vm.to_mut().set("stop_time", time);
    }
    if vm.child("vm_pool").is_some() && vm.get("use_latest_template_version").is_none() {
        vm.to_mut().set("use_latest_template_version", "false");
    }
    let is_up = vm.get("status") == Some(UP);
    if is_up && vm.get("run_once").is_none() {
        vm.to_mut().set("run_once", "false");
    } else if !is_up && vm.get("run_once").is_some() {
        vm.to_mut().remove("run_once");
    }
    vm
}

/// Removes what VMs and templates in the list of a storage domain lack: the certificate of their
/// consoles, and the type unless they run.
pub(crate) fn on_storage_domain(mut object: Cow<'_, Node>) -> Cow<'_, Node> {
    let runs = object.get("status").is_some_and(is_running);
    if object.child("display").is_some() {
        let display = object.to_mut().child_mut("display");
        display.remove("certificate");
        if !runs {
            display.remove("type");
        }
    }
    object
}

/// Adds the profile and the quota that a disk has from its storage domain.
pub(crate) fn disk<'n>(world: &World, mut disk: Cow<'n, Node>) -> Cow<'n, Node> {
    let is_image = disk.get("storage_type").is_none_or(|kind| kind == "image");
    // As a snapshot has it, it has neither.
    if !is_image || disk.child("snapshot").is_some() {
        return disk;
    }
    let domain = disk
        .child("storage_domains")
        .and_then(|list| list.children.first());
    let Some(domain) = domain.map(|domain| domain.id().to_owned()) else {
        return disk;
    };
    if disk.child("disk_profile").is_none() {
        let mut profiles = world.store.list(DISK_PROFILES).iter();
        let profile = profiles.find(|profile| refers_to(profile, "storage_domain", &domain));
        if let Some(profile) = profile {
            disk.to_mut().set_reference("disk_profile", profile.id());
        }
    }
    if disk.child("quota").is_none() {
        let domain = ObjectRef::storage_domain(&domain).get(world);
        let centers = domain.and_then(|domain| domain.child("data_centers"));
        if let Some(center) = centers.and_then(|list| list.children.first()) {
            defaults::set_quota(world, center.id(), disk.to_mut());
        }
    }
    disk
}
