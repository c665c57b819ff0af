//! Image transfers: phases, and the status of the disk.

mod ticket;

use std::time::{Duration, Instant};

pub(crate) use self::ticket::update_progress;
use self::ticket::{backup_of, disk, format_of, is_download};
use super::{archive, backup};
use crate::fault::Fault;
use crate::image::{ImageFormat, qcow2};
use crate::kind::{Add, Command, KEPT, Kind, Missing, Status, act};
use crate::lock::lock;
use crate::node::{Node, refers_to};
use crate::object::{DISK_ATTACHMENTS, HOSTS, IMAGE_TRANSFERS, ObjectRef, PERMISSIONS, VMS};
use crate::random;
use crate::status::{
    CANCELLED_SYSTEM, CANCELLED_USER, DOWN, FINALIZING_CLEANUP, FINALIZING_FAILURE,
    FINALIZING_SUCCESS, FINISHED_CLEANUP, FINISHED_FAILURE, FINISHED_SUCCESS, ILLEGAL,
    INITIALIZING, LOCKED, OK, PAUSED_SYSTEM, PAUSED_USER, READY, RESUMING, TRANSFERRING, UP,
};
use crate::world::World;
use crate::{dependencies, disk_snapshots};

const EDIT: &str = "edit_disk_properties";

pub(super) static IMAGE_TRANSFER: Kind = Kind {
    name: "image_transfer",
    title: "Virtual Disk",
    status: Status {
        member: "phase",
        ..KEPT.status
    },
    permits_below: &[(PERMISSIONS, "manipulate_permissions"), ("", EDIT)],
    set_by_engine: &[
        "phase",
        "active",
        "transferred",
        "transfer_url",
        "proxy_url",
    ],
    show: |_, _, mut transfer| {
        transfer.to_mut().remove("disk");
        transfer
    },
    defaults: &[&[
        ("active", "false"),
        ("inactivity_timeout", "60"),
        ("phase", INITIALIZING),
        ("shallow", "false"),
        ("timeout_policy", "legacy"),
        ("transferred", "0"),
    ]],
    add: Add {
        owners: &["disk", "image"],
        missing: Missing::Unnamed,
        event: 1031,
        permit: EDIT,
        check: check_add,
        done: |world, _, transfer| added(world, transfer),
        ..KEPT.add
    },
    actions: &[
        act("cancel", "cancel", &[], cancel)
            .completes_unknown()
            .event(1033)
            .permit(EDIT),
        act("extend", "extend", &[], extend).permit(EDIT),
        act("finalize", "finalize", &[], finalize)
            .event(1032)
            .permit(EDIT),
        act("pause", "pause", &[], pause)
            .event(1073)
            .permit(EDIT)
            .completes_unknown(),
        act("resume", "resume", &[], resume)
            .event(1074)
            .permit(EDIT),
    ],
    ..KEPT
};

/// Phases in which a transfer can be ended.
const OPEN: &[&str] = &[
    INITIALIZING,
    RESUMING,
    TRANSFERRING,
    PAUSED_USER,
    PAUSED_SYSTEM,
];

/// How long finished transfers stay readable.
const SUCCESS_RETENTION: Duration = Duration::from_secs(15 * 60);
const FAILURE_RETENTION: Duration = Duration::from_secs(30 * 60);

fn cannot_transfer(reason: &str) -> Fault {
    Fault::conflict(format!("Cannot transfer Virtual Disk. {reason}"))
}

fn check_add(world: &mut World, _: &Command<'_>, transfer: &mut Node) -> Result<(), Fault> {
    let member = |tag: &str| transfer.child(tag).map(Node::id);
    let disk = member("disk").or(member("image")).unwrap_or_default();
    let disk = match member("snapshot") {
        Some(_) if !is_download(transfer) => {
            return Err(cannot_transfer("Uploads to snapshots are not simulated."));
        }
        // Guests change no data, so that all images of a disk have the same.
        Some(image) => {
            disk_snapshots::find_disk(world, image).ok_or_else(|| Fault::entity(image))?
        }
        None => disk.to_owned(),
    };
    let disk = ObjectRef::disk(disk);
    if !disk.exists(world) {
        return Err(Fault::entity(disk.id()));
    }
    transfer.set_default("direction", "upload");
    let disk_format = disk.text(world, "format").unwrap_or("raw").to_owned();
    transfer.set_default("format", disk_format);
    check_disk(world, transfer, &disk)?;
    IMAGE_TRANSFER.complete(transfer);
    transfer.set_reference("disk", disk.id());
    transfer.set_reference("image", disk.id());
    let is_up = |host: &&Node| host.get("status") == Some(UP);
    if transfer.child("host").is_none()
        && let Some(host) = world.store.list(HOSTS).iter().find(is_up)
    {
        let host = host.id().to_owned();
        transfer.set_reference("host", &host);
    }
    Ok(())
}

/// Fails if a disk cannot be transferred now in the requested format.
fn check_disk(world: &World, transfer: &Node, disk: &ObjectRef) -> Result<(), Fault> {
    let name = disk.name(world);
    if disk.has(world, "storage_type", "lun") {
        return Err(cannot_transfer("The disk is a LUN."));
    }
    let mut transfers = world.store.list(IMAGE_TRANSFERS).iter();
    let is_open = |other: &&Node| OPEN.contains(&other.get("phase").unwrap_or_default());
    if transfers.any(|other| is_open(&other) && refers_to(other, "disk", disk.id())) {
        let reason = format!("Disk {name} is being transferred.");
        return Err(cannot_transfer(&reason));
    }
    super::disk::check_unlocked(world, disk, "transfer")?;
    let backup = transfer.child("backup");
    let backup = backup.and_then(|backup| backup_of(world, backup.id()));
    if let Some(phase) = backup.and_then(|backup| backup.get("phase"))
        && phase != READY
    {
        return Err(cannot_transfer(&backup::not_ready(phase)));
    }
    let in_use = world.handles(VMS).into_iter().any(|vm| {
        let attachment = vm.item(DISK_ATTACHMENTS, disk.id());
        attachment.exists(world) && !vm.has(world, "status", DOWN)
    });
    if in_use && transfer.child("backup").is_none() {
        return Err(cannot_transfer("Disk is attached to a running VM."));
    }
    let format = format_of(transfer);
    if format == ImageFormat::Cow && transfer.child("backup").is_some() {
        return Err(cannot_transfer("Backups are transferred in raw format."));
    }
    if format == ImageFormat::Cow && !disk.has(world, "format", "cow") {
        return Err(cannot_transfer("The disk has a different format."));
    }
    Ok(())
}

/// Locks the disk of a new transfer, and issues the ticket.
fn added(world: &mut World, transfer: &ObjectRef) {
    remove_orphans(world);
    if let Some(disk) = disk(world, transfer) {
        disk.change(world, |disk| disk.set("status", LOCKED));
    }
    issue_ticket(world, transfer);
}

/// Removes the data of disks that no longer exist.
fn remove_orphans(world: &World) {
    let store = &world.store;
    let exists = |disk: &str| ObjectRef::disk(disk).exists(world) || archive::has_disk(store, disk);
    lock(&world.images).retain(exists);
}

fn phase<'a>(world: &'a World, transfer: &ObjectRef) -> &'a str {
    transfer.text(world, "phase").unwrap_or_default()
}

fn set_phase(world: &mut World, transfer: &ObjectRef, phase: &str) {
    transfer.change(world, |transfer| transfer.set("phase", phase));
}

/// Issues a ticket after one step, if the phase is still as expected.
fn plan_ticket(world: &mut World, transfer: &ObjectRef, expected: &'static str) {
    let transfer = transfer.clone();
    world.plan(world.step, move |world| {
        if phase(world, &transfer) == expected {
            issue_ticket(world, &transfer);
        }
    });
}

fn issue_ticket(world: &mut World, transfer: &ObjectRef) {
    // Whoever knows the ticket can read the disk.
    let ticket = random::uuid().unwrap_or_else(|| world.store.new_id());
    let base = lock(&world.images).base.clone();
    transfer.change(world, |transfer| {
        transfer.set("phase", TRANSFERRING);
        transfer.set("transfer_url", format!("{base}/{ticket}"));
        transfer.set("proxy_url", format!("{base}/{ticket}"));
    });
    register_ticket(world, transfer, &ticket);
}

/// Registers a ticket with the data endpoint, and watches whether it is used.
fn register_ticket(world: &mut World, transfer: &ObjectRef, ticket: &str) {
    if disk(world, transfer).is_none() {
        return;
    }
    if !ticket::register(world, transfer, ticket) {
        fail_conversion(world, transfer);
        return;
    }
    let timeout = transfer.number(world, "inactivity_timeout").unwrap_or(60);
    let timeout = Duration::from_secs(timeout);
    plan_idle_check(world, transfer, ticket, timeout, timeout);
}

/// Ends a download of data that is damaged or too large to convert.
fn fail_conversion(world: &mut World, transfer: &ObjectRef) {
    close(world, transfer);
    set_phase(world, transfer, CANCELLED_SYSTEM);
    plan_end(world, transfer, CANCELLED_SYSTEM, FINISHED_FAILURE);
}

/// Schedules a check whether a ticket is idle.
fn plan_idle_check(
    world: &mut World,
    transfer: &ObjectRef,
    ticket: &str,
    timeout: Duration,
    wait: Duration,
) {
    if timeout.is_zero() {
        return;
    }
    let (transfer, ticket) = (transfer.clone(), ticket.to_owned());
    world.plan(wait, move |world| {
        let images = lock(&world.images);
        let Some(state) = images.ticket(&ticket) else {
            return;
        };
        let idle = state.used.elapsed();
        let is_busy = state.active > 0 || idle < timeout;
        drop(images);
        if is_busy {
            // Check again when the remaining time is over.
            let remaining = timeout.saturating_sub(idle).max(Duration::from_millis(10));
            plan_idle_check(world, &transfer, &ticket, timeout, remaining);
        } else {
            end_idle(world, &transfer);
        }
    });
}

/// Pauses or cancels an idle transfer, depending on its timeout policy.
fn end_idle(world: &mut World, transfer: &ObjectRef) {
    let pauses = match transfer.text(world, "timeout_policy") {
        Some("pause") => true,
        Some("cancel") => false,
        _ => !transfer.get(world).is_some_and(is_download),
    };
    if pauses {
        revoke_ticket(world, transfer);
        set_phase(world, transfer, PAUSED_SYSTEM);
    } else {
        close(world, transfer);
        set_phase(world, transfer, CANCELLED_SYSTEM);
        plan_end(world, transfer, CANCELLED_SYSTEM, FINISHED_CLEANUP);
    }
}

/// Revokes the ticket of a transfer that ends, and removes its addresses.
fn close(world: &mut World, transfer: &ObjectRef) {
    revoke_ticket(world, transfer);
    transfer.change(world, |transfer| {
        transfer.remove("transfer_url");
        transfer.remove("proxy_url");
    });
}

/// Revokes the ticket of a transfer. A paused transfer keeps its addresses.
fn revoke_ticket(world: &mut World, transfer: &ObjectRef) {
    update_progress(world);
    let ticket = ticket::find(world, transfer);
    if let Some(ticket) = ticket {
        lock(&world.images).remove_ticket(&ticket);
    }
    transfer.change(world, |transfer| transfer.set("active", "false"));
}

fn cancel(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if OPEN.contains(&phase(world, transfer)) {
        close(world, transfer);
        set_phase(world, transfer, CANCELLED_USER);
        plan_end(world, transfer, CANCELLED_USER, FINISHED_CLEANUP);
    }
    Ok(Vec::new())
}

fn extend(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if let Some(ticket) = ticket::find(world, transfer)
        && let Some(ticket) = lock(&world.images).ticket_mut(&ticket)
    {
        ticket.used = Instant::now();
    }
    Ok(Vec::new())
}

fn finalize(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if OPEN.contains(&phase(world, transfer)) {
        close(world, transfer);
        begin_end(world, transfer);
    }
    Ok(Vec::new())
}

fn pause(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if phase(world, transfer) == TRANSFERRING {
        if transfer.get(world).is_some_and(is_download) {
            return Err(Fault::conflict(
                "Cannot pause transfer. Downloads cannot be paused.",
            ));
        }
        revoke_ticket(world, transfer);
        set_phase(world, transfer, PAUSED_USER);
    }
    Ok(Vec::new())
}

fn resume(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if !phase(world, transfer).starts_with("paused_") {
        return Err(Fault::conflict(
            "Cannot resume image transfer as it's not in a paused state.",
        ));
    }
    set_phase(world, transfer, RESUMING);
    plan_ticket(world, transfer, RESUMING);
    Ok(Vec::new())
}

/// Ends a transfer with success, or with failure if the data is not in its format.
fn begin_end(world: &mut World, transfer: &ObjectRef) {
    let Some((node, disk)) = transfer.get(world).zip(disk(world, transfer)) else {
        return;
    };
    let (format, download) = (format_of(node), is_download(node));
    let images = lock(&world.images);
    let is_valid = download
        || format == ImageFormat::Raw
        || images.read(disk.id(), format, 0, qcow2::MAGIC.len()) == qcow2::MAGIC;
    drop(images);
    if is_valid {
        set_phase(world, transfer, FINALIZING_SUCCESS);
        plan_end(world, transfer, FINALIZING_SUCCESS, FINISHED_SUCCESS);
    } else {
        set_phase(world, transfer, FINALIZING_FAILURE);
        plan_end(world, transfer, FINALIZING_FAILURE, FINISHED_FAILURE);
    }
}

/// Ends a transfer after one step, if the phase is still as expected.
fn plan_end(
    world: &mut World,
    transfer: &ObjectRef,
    expected: &'static str,
    final_phase: &'static str,
) {
    let transfer = transfer.clone();
    world.plan(world.step, move |world| {
        if phase(world, &transfer) == expected {
            end(world, &transfer, final_phase);
        }
    });
}

fn end(world: &mut World, transfer: &ObjectRef, final_phase: &str) {
    let Some((node, disk)) = transfer.get(world).zip(disk(world, transfer)) else {
        return;
    };
    let (format, download) = (format_of(node), is_download(node));
    let phase = match final_phase {
        // The engine counts a cancelled upload as a failure.
        FINISHED_CLEANUP if !download => FINISHED_FAILURE,
        _ => final_phase,
    };
    set_phase(world, transfer, phase);
    let success = final_phase == FINISHED_SUCCESS;
    let mut images = lock(&world.images);
    let actual_size = images.allocated(disk.id(), format);
    if !download && success {
        let other = if format == ImageFormat::Raw {
            ImageFormat::Cow
        } else {
            ImageFormat::Raw
        };
        images.remove(disk.id(), other);
    }
    drop(images);
    match final_phase {
        FINISHED_CLEANUP if !download => {
            remove_disk(world, &disk);
            transfer.change(world, |transfer| transfer.set_reference("image", disk.id()));
        }
        FINISHED_FAILURE if !download => {
            disk.change(world, |disk| disk.set("status", ILLEGAL));
        }
        _ => disk.change(world, |disk| {
            disk.set("status", OK);
            if !download {
                disk.set("actual_size", actual_size.to_string());
            }
        }),
    }
    let retention = if success {
        SUCCESS_RETENTION
    } else {
        FAILURE_RETENTION
    };
    plan_removal(world, transfer, retention);
}

fn plan_removal(world: &mut World, transfer: &ObjectRef, retention: Duration) {
    let transfer = transfer.clone();
    world.plan(retention, move |world| {
        transfer.remove(world);
    });
}

fn remove_disk(world: &mut World, disk: &ObjectRef) {
    dependencies::remove(world, disk);
    let mut images = lock(&world.images);
    images.remove(disk.id(), ImageFormat::Raw);
    images.remove(disk.id(), ImageFormat::Cow);
}

/// Resumes transfers after a restart of the engine.
pub(crate) fn restore(world: &mut World) {
    remove_orphans(world);
    for transfer in world.handles(IMAGE_TRANSFERS) {
        let lock_disk = match phase(world, &transfer) {
            INITIALIZING | RESUMING => {
                issue_ticket(world, &transfer);
                true
            }
            TRANSFERRING => {
                if let Some(ticket) = ticket::find(world, &transfer) {
                    let base = lock(&world.images).base.clone();
                    transfer.change(world, |transfer| {
                        transfer.set("transfer_url", format!("{base}/{ticket}"));
                        transfer.set("proxy_url", format!("{base}/{ticket}"));
                    });
                    register_ticket(world, &transfer, &ticket);
                }
                true
            }
            PAUSED_USER | PAUSED_SYSTEM => true,
            FINALIZING_SUCCESS => {
                end(world, &transfer, FINISHED_SUCCESS);
                false
            }
            FINALIZING_FAILURE => {
                end(world, &transfer, FINISHED_FAILURE);
                false
            }
            CANCELLED_USER | CANCELLED_SYSTEM | FINALIZING_CLEANUP => {
                end(world, &transfer, FINISHED_CLEANUP);
                false
            }
            _ => {
                plan_removal(world, &transfer, SUCCESS_RETENTION);
                false
            }
        };
        if lock_disk && let Some(disk) = disk(world, &transfer) {
            disk.change(world, |disk| disk.set("status", LOCKED));
        }
    }
}
