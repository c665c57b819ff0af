//! Instance types: sizes of VMs. The engine stores them as templates, and words refusals so.

use super::device;
use crate::defaults::{COSTLY, HARDWARE, HARDWARE_COSTLY};
use crate::kind::{Add, Command, KEPT, Kind, Remove, Status, UniqueName};
use crate::node::Node;
use crate::object::ObjectRef;
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

/// Sets the members that a new instance type has unless given.
fn complete(kind: &mut Node) {
    let memory = kind.get("memory").and_then(|text| text.trim().parse().ok());
    let memory: u64 = memory.unwrap_or(MEMORY);
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
