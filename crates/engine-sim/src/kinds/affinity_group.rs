//! Affinity groups of a cluster: rules about which VMs share a host. The lists of their members
//! have identifiers only, and commands on these have no job.

use std::borrow::Cow;

use crate::fault::Fault;
use crate::kind::{
    Add, AddressRule, Answer, Below, Command, KEPT, Kind, UniqueName, Update, merge,
};
use crate::node::Node;
use crate::object::{AFFINITY_GROUPS, HOST_LABELS, HOSTS, ObjectRef, VM_LABELS, VMS};
use crate::world::World;

pub(super) static AFFINITY_GROUP: Kind = Kind {
    name: "affinity_group",
    below: Below {
        address: AddressRule::Identifier,
        answer: Answer::Ok,
        job: false,
        ..KEPT.below
    },
    title: "Affinity Group",
    unique_name: UniqueName::Invalid("Affinity Group name already exists."),
    set_by_engine: &["broken", "cluster"],
    links_inlined: true,
    show: |world, _, group| show_members(world, group),
    defaults: &[&[
        ("broken", "false"),
        ("enforcing", "false"),
        ("hosts_rule.enabled", "false"),
        ("hosts_rule.enforcing", "false"),
        ("hosts_rule.positive", "false"),
        ("priority", "1"),
    ]],
    add: Add {
        event: 10350,
        check: |_, command, group| {
            group.set_reference("cluster", command.owner().id());
            let requested = group.clone();
            complete_rules(group, &requested);
            AFFINITY_GROUP.complete(group);
            Ok(())
        },
        done: |world, _, group| move_members(world, group),
        ..KEPT.add
    },
    update: Update {
        apply: update,
        ..KEPT.update
    },
    ..KEPT
};

/// The members that list objects, with the collections below a group that store them.
const MEMBERS: [(&str, &str); 4] = [
    ("vms", VMS),
    ("hosts", HOSTS),
    ("vm_labels", VM_LABELS),
    ("host_labels", HOST_LABELS),
];

fn update(
    world: &mut World,
    command: &Command<'_>,
    group: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    merge(world, command, group, changes)?;
    group.change(world, |group| complete_rules(group, changes));
    move_members(world, group);
    Ok(())
}

/// Completes the rules of a group after a request. `positive` and `enforcing` of the group are the
/// older form of its rule for VMs, which has precedence.
fn complete_rules(group: &mut Node, requested: &Node) {
    for rule in ["vms_rule", "hosts_rule"] {
        complete_rule(group, requested, rule);
    }
    if requested.child("vms_rule").is_none() {
        let positive = requested.get("positive").map(str::to_owned);
        let enforcing = requested.get("enforcing").map(str::to_owned);
        if let Some(positive) = positive {
            group.set("vms_rule.enabled", "true");
            group.set("vms_rule.positive", positive);
        }
        if let Some(enforcing) = enforcing {
            group.set("vms_rule.enforcing", enforcing);
        }
    }
    group.set_default("vms_rule.enabled", "false");
    group.set_default("vms_rule.enforcing", "false");
    group.set_default("vms_rule.positive", "false");
    let rule = group.child_mut("vms_rule").clone();
    let text = |member: &str| rule.get(member).unwrap_or_default().to_owned();
    group.set("enforcing", text("enforcing"));
    match rule.get("enabled") {
        Some("true") => group.set("positive", text("positive")),
        _ => group.remove("positive"),
    }
}

/// A rule is disabled only explicitly: one with `positive` is enabled.
fn complete_rule(group: &mut Node, requested: &Node, rule: &str) {
    let Some(requested) = requested.child(rule) else {
        return;
    };
    let rule = group.child_mut(rule);
    if requested.get("enabled") == Some("false") {
        rule.set("positive", "false");
    } else if requested.get("positive").is_some() {
        rule.set("enabled", "true");
    }
}

/// Inlines the objects of the collections below a group.
fn show_members<'n>(world: &World, mut group: Cow<'n, Node>) -> Cow<'n, Node> {
    let cluster = ObjectRef::cluster(group.child("cluster").map_or("", Node::id));
    let path = cluster.item(AFFINITY_GROUPS, group.id());
    for (member, segment) in MEMBERS {
        let objects = world.store.list(&path.below(segment));
        if !objects.is_empty() {
            let references = objects.iter();
            let references =
                references.map(|object| Node::reference(object.tag.clone(), object.id()));
            group.to_mut().child_mut(member).children = references.collect();
        }
    }
    group
}

/// Moves the objects that a request listed to the collections below the group.
fn move_members(world: &mut World, group: &ObjectRef) {
    for (member, segment) in MEMBERS {
        let Some(list) = group
            .get(world)
            .and_then(|group| group.child(member))
            .cloned()
        else {
            continue;
        };
        group.change(world, |group| group.remove(member));
        let collection = group.below(segment);
        world.clear(&collection);
        for object in list.children {
            world.store.add(
                &collection,
                Node::reference(object.tag.clone(), object.id()),
            );
        }
    }
}
