//! Jobs and their steps: those of the engine, and external ones, which clients add and end.

use crate::audit;
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, act};
use crate::node::Node;
use crate::object::{JOBS, ObjectRef, PERMISSIONS};
use crate::status::{FAILED, FINISHED, STARTED};
use crate::world::{World, now};

pub(super) static JOB: Kind = Kind {
    name: "job",
    permits_below: &[
        (PERMISSIONS, "manipulate_permissions"),
        ("", "inject_external_tasks"),
    ],
    set_by_engine: &["status", "start_time", "end_time", "external"],
    restarted: finish_all,
    add: Add {
        check: check_add,
        permit: "inject_external_tasks",
        ..KEPT.add
    },
    actions: &[
        act("clear", "clear", &[], clear)
            .permit("inject_external_tasks")
            .without_job(),
        act("end", "end", &[], end_job)
            .permit("inject_external_tasks")
            .without_job(),
    ],
    ..KEPT
};

pub(super) static STEP: Kind = Kind {
    name: "step",
    set_by_engine: JOB.set_by_engine,
    add: Add {
        check: check_add_step,
        ..KEPT.add
    },
    actions: &[act("end", "end", &[], end_step).without_job()],
    ..KEPT
};

fn check_add(_: &mut World, _: &Command<'_>, job: &mut Node) -> Result<(), Fault> {
    begin(job);
    job.set_default("auto_cleared", "true");
    job.set("last_updated", now());
    Ok(())
}

/// Appends a step to its job.
fn check_add_step(world: &mut World, command: &Command<'_>, step: &mut Node) -> Result<(), Fault> {
    begin(step);
    let number = world.store.list(command.stored_in).len();
    step.set("number", number.to_string());
    step.set_reference("job", command.owner().id());
    Ok(())
}

fn begin(object: &mut Node) {
    object.set("external", "true");
    object.set("status", STARTED);
    object.set("start_time", now());
}

fn clear(
    world: &mut World,
    _: &Command<'_>,
    job: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    check_external(world, job)?;
    job.change(world, |job| job.set("auto_cleared", "true"));
    Ok(Vec::new())
}

fn end_job(
    world: &mut World,
    _: &Command<'_>,
    job: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    check_external(world, job)?;
    audit::end_job(world, job, final_status(document));
    Ok(Vec::new())
}

fn end_step(
    world: &mut World,
    _: &Command<'_>,
    step: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    check_external(world, step)?;
    step.change(world, |step| audit::end(step, final_status(document)));
    Ok(Vec::new())
}

fn check_external(world: &World, object: &ObjectRef) -> Result<(), Fault> {
    if object.has(world, "external", "true") {
        return Ok(());
    }
    Err(Fault::conflict(
        "The job or step is not an external one, and can't be ended by a user.",
    ))
}

fn final_status(document: &Node) -> &'static str {
    match document.get("succeeded") {
        Some("false") => FAILED,
        _ => FINISHED,
    }
}

/// Ends the jobs of the engine that a restart has interrupted.
fn finish_all(world: &mut World) {
    for job in world.handles(JOBS) {
        if !job.has(world, "external", "true") {
            audit::end_job(world, &job, FINISHED);
        }
    }
}
