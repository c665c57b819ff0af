//! Affinity: how well hosts fit the affinity groups of a VM.

use crate::node::{Node, refers_to};
use crate::object::{AFFINITY_GROUPS, HOSTS, ObjectRef, VMS};
use crate::world::World;

/// How well a host fits the affinity groups of a VM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Good,
    /// It breaks a rule that is not enforced.
    Poor,
    /// It breaks a rule that is enforced.
    Forbidden {
        /// Name of the filter that excludes it.
        filter: &'static str,
        why: &'static str,
    },
}

/// Returns how well a host fits: the worst of all rules.
pub(super) fn fit(world: &World, vm: &ObjectRef, host: &str) -> Fit {
    let cluster = ObjectRef::cluster(vm.target(world, "cluster"));
    let groups = world.handles(&cluster.below(AFFINITY_GROUPS));
    let groups = groups.into_iter();
    let groups = groups.filter(|group| group.item(VMS, vm.id()).exists(world));
    let fits = groups.flat_map(|group| {
        [
            fit_vms(world, &group, vm, host),
            fit_hosts(world, &group, host),
        ]
    });
    fits.max().unwrap_or(Fit::Good)
}

/// Checks the rule for VMs: the others of the group run on the same host, or none does.
fn fit_vms(world: &World, group: &ObjectRef, vm: &ObjectRef, host: &str) -> Fit {
    let others = world.store.list(&group.below(VMS)).iter();
    let others = others.filter(|other| other.id() != vm.id());
    let running: Vec<&Node> = others
        .filter_map(|other| ObjectRef::vm(other.id()).get(world))
        .filter(|other| other.child("host").is_some())
        .collect();
    let is_near = |other: &&Node| refers_to(other, "host", host);
    let is_together = running.is_empty() || running.iter().all(is_near);
    let is_apart = !running.iter().any(is_near);
    judge(
        world,
        group,
        "vms_rule",
        "VmAffinityGroups",
        is_together,
        is_apart,
    )
}

/// Checks the rule for hosts: the VM runs on one of the group, or on none.
fn fit_hosts(world: &World, group: &ObjectRef, host: &str) -> Fit {
    let is_member = group.item(HOSTS, host).exists(world);
    let filter = "VmToHostsAffinityGroups";
    judge(world, group, "hosts_rule", filter, is_member, !is_member)
}

fn judge(
    world: &World,
    group: &ObjectRef,
    rule: &str,
    filter: &'static str,
    is_positive: bool,
    is_negative: bool,
) -> Fit {
    let rule = group.get(world).and_then(|group| group.child(rule));
    let says = |member: &str| rule.and_then(|rule: &Node| rule.get(member)) == Some("true");
    let (is_kept, why) = match says("positive") {
        true => (is_positive, "it did not match positive affinity rules"),
        false => (is_negative, "it matched negative affinity rules"),
    };
    match (says("enabled"), is_kept, says("enforcing")) {
        (false, ..) | (_, true, _) => Fit::Good,
        (_, _, true) => Fit::Forbidden { filter, why },
        _ => Fit::Poor,
    }
}
