//! Instance types: sizes of VMs. The engine stores them as templates, and words refusals so.

use super::device;
use crate::defaults::{self, COSTLY, HARDWARE, HARDWARE_COSTLY, VM_AND_TEMPLATE};
use crate::kind::{Add, Command, KEPT, Kind, Remove, Status, UniqueName};
use crate::node::Node;
use crate::object::{INSTANCE_TYPES, ObjectRef};
use crate::status::{LOCKED, OK};
use crate::world::{World, now};

pub(super) static INSTANCE_TYPE: Kind = Kind {
    name: "instance_type",
    present_texts: &["description"],
    costly: HARDWARE_COSTLY,
    costly_defaults: &[COSTLY],
    title: "Template",
    job: true,
    status: Status {
        default: OK,
        ..KEPT.status
    },
    interrupted: &[("status", LOCKED, OK)],
    unique_name: UniqueName::Reason("Template name ${TemplateName} already used."),
    defaults: &[HARDWARE],
    add: Add {
        check: |_, _, kind| {
            complete(kind);
            Ok(())
        },
        done: added,
        ..KEPT.add
    },
    remove: Remove {
        from: &[OK],
        refused: "Cannot remove Template. Template ${TemplateName} is being created.",
        ..KEPT.remove
    },
    show: |_, _, mut kind| {
        if kind.child("status").is_some() {
            kind.to_mut().remove("status");
        }
        kind
    },
    ..KEPT
};

/// Default memory of a new instance type, in bytes.
const MEMORY: u64 = 1 << 30;

/// Returns an instance type as a template: engines serve them as such, but do not list them.
pub(super) fn as_template(world: &World, id: &str) -> Option<Node> {
    let mut template = ObjectRef::new(INSTANCE_TYPES, id).get(world)?.clone();
    template.set("status", OK);
    template.set("version.version_name", "");
    template.set("version.version_number", "0");
    template
        .child_mut("version")
        .set_reference("base_template", id);
    defaults::apply(&[HARDWARE, VM_AND_TEMPLATE], &mut template);
    defaults::complete_sso(&mut template);
    defaults::set_icons(world, &mut template);
    template.set("cpu.architecture", "undefined");
    template.remove("time_zone");
    Some(template)
}

/// Sets the members that a new instance type has unless given.
fn complete(kind: &mut Node) {
    let memory: u64 = kind.number("memory").unwrap_or(MEMORY);
    kind.set_default("memory", memory.to_string());
    kind.set_default("memory_policy.guaranteed", memory.to_string());
    kind.set_default("memory_policy.max", memory.saturating_mul(4).to_string());
    kind.set_default("soundcard_enabled", "false");
    kind.set("creation_time", now());
    INSTANCE_TYPE.complete(kind);
}

/// Steps for which a new instance type is locked.
const LOCKED_STEPS: u32 = 3;

/// Adds the console, and locks the new instance type for a while.
fn added(world: &mut World, _: &Command<'_>, kind: &ObjectRef) {
    device::add_console(world, kind, "instance_type", "vnc");
    kind.change(world, |kind| kind.set("status", LOCKED));
    let kind = kind.clone();
    world.after(LOCKED_STEPS, move |world| {
        kind.change(world, |kind| kind.set("status", OK));
    });
}
