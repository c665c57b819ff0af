//! Image transfers: phases, tickets of the data endpoint, and the status of the disk.

use std::time::{Duration, Instant};

use super::archive;
use crate::fault::Fault;
use crate::image::{ImageFormat, Ticket, qcow2};
use crate::kind::{Add, Command, KEPT, Kind, Missing, Status, act};
use crate::lock::lock;
use crate::node::{Node, refers_to};
use crate::object::{ObjectRef, TRANSFERS};
use crate::random;
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
    permits_below: &[("permissions", "manipulate_permissions"), ("", EDIT)],
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
        ("phase", "initializing"),
        ("shallow", "false"),
        ("timeout_policy", "legacy"),
        ("transferred", "0"),
    ]],
    add: Add {
        missing: Missing::Unnamed,
        event: 1031,
        permit: EDIT,
        check: check_add,
        done: |world, _, transfer| added(world, transfer.id()),
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
    "initializing",
    "resuming",
    "transferring",
    "paused_user",
    "paused_system",
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
    if world.store.get("disks", &disk).is_none() {
        return Err(Fault::entity(disk));
    }
    transfer.set_default("direction", "upload");
    let disk_format = world
        .text("disks", &disk, "format")
        .unwrap_or("raw")
        .to_owned();
    transfer.set_default("format", disk_format);
    check_disk(world, transfer, &disk)?;
    IMAGE_TRANSFER.complete(transfer);
    transfer.set_reference("disk", &disk);
    transfer.set_reference("image", &disk);
    let is_up = |host: &&Node| host.get("status") == Some("up");
    if transfer.child("host").is_none()
        && let Some(host) = world.store.list("hosts").iter().find(is_up)
    {
        let host = host.id().to_owned();
        transfer.set_reference("host", &host);
    }
    Ok(())
}

/// Fails if a disk cannot be transferred now in the requested format.
fn check_disk(world: &World, transfer: &Node, disk: &str) -> Result<(), Fault> {
    let name = world.text("disks", disk, "name").unwrap_or(disk);
    if world.text("disks", disk, "storage_type") == Some("lun") {
        return Err(cannot_transfer("The disk is a LUN."));
    }
    let mut transfers = world.store.list(TRANSFERS).iter();
    let is_open = |other: &&Node| OPEN.contains(&other.get("phase").unwrap_or_default());
    if transfers.any(|other| is_open(&other) && refers_to(other, "disk", disk)) {
        let reason = format!("Disk {name} is being transferred.");
        return Err(cannot_transfer(&reason));
    }
    if world.text("disks", disk, "status") == Some("locked") {
        let reason = format!("Disk {name} is locked. Please try again in a few minutes.");
        return Err(cannot_transfer(&reason));
    }
    let in_use = world.store.list("vms").iter().any(|vm| {
        let attachments = format!("vms/{}/diskattachments", vm.id());
        vm.get("status") != Some("down") && world.store.get(&attachments, disk).is_some()
    });
    if in_use && transfer.child("backup").is_none() {
        return Err(cannot_transfer("Disk is attached to a running VM."));
    }
    let format = format_of(transfer);
    if format == ImageFormat::Cow && transfer.child("backup").is_some() {
        return Err(cannot_transfer("Backups are transferred in raw format."));
    }
    if format == ImageFormat::Cow && world.text("disks", disk, "format") != Some("cow") {
        return Err(cannot_transfer("The disk has a different format."));
    }
    Ok(())
}

fn format_of(transfer: &Node) -> ImageFormat {
    match transfer.get("format") {
        Some("cow") => ImageFormat::Cow,
        _ => ImageFormat::Raw,
    }
}

fn is_download(transfer: &Node) -> bool {
    transfer.get("direction") == Some("download")
}

/// Locks the disk of a new transfer, and issues the ticket.
fn added(world: &mut World, id: &str) {
    remove_orphans(world);
    if let Some(disk) = disk(world, id) {
        world.change("disks", &disk, |disk| disk.set("status", "locked"));
    }
    issue_ticket(world, id);
}

/// Removes the data of disks that no longer exist.
fn remove_orphans(world: &World) {
    let store = &world.store;
    let exists = |disk: &str| store.get("disks", disk).is_some() || archive::has_disk(store, disk);
    lock(&world.images).retain(exists);
}

fn disk(world: &World, id: &str) -> Option<String> {
    let transfer = world.store.get(TRANSFERS, id)?;
    Some(transfer.child("disk")?.id().to_owned())
}

fn phase<'a>(world: &'a World, id: &str) -> &'a str {
    world.text(TRANSFERS, id, "phase").unwrap_or_default()
}

fn set_phase(world: &mut World, id: &str, phase: &str) {
    world.change(TRANSFERS, id, |transfer| transfer.set("phase", phase));
}

/// Issues a ticket after one step, if the phase is still as expected.
fn plan_ticket(world: &mut World, id: &str, expected: &'static str) {
    let id = id.to_owned();
    world.plan(world.step, move |world| {
        if phase(world, &id) == expected {
            issue_ticket(world, &id);
        }
    });
}

fn issue_ticket(world: &mut World, id: &str) {
    // Whoever knows the ticket can read the disk.
    let ticket = random::uuid().unwrap_or_else(|| world.store.new_id());
    let base = lock(&world.images).base.clone();
    world.change(TRANSFERS, id, |transfer| {
        transfer.set("phase", "transferring");
        transfer.set("transfer_url", format!("{base}/{ticket}"));
        transfer.set("proxy_url", format!("{base}/{ticket}"));
    });
    register_ticket(world, id, &ticket);
}

/// Registers a ticket with the data endpoint.
fn register_ticket(world: &mut World, id: &str, ticket: &str) {
    let Some(transfer) = world.store.get(TRANSFERS, id) else {
        return;
    };
    let Some(disk) = transfer.child("disk").map(|disk| disk.id().to_owned()) else {
        return;
    };
    let virtual_size = world.text("disks", &disk, "provisioned_size");
    let virtual_size = virtual_size.and_then(|size| size.parse::<u64>().ok());
    let virtual_size = virtual_size.unwrap_or_default();
    let format = format_of(transfer);
    let writable = !is_download(transfer);
    let data = match writable {
        true => Ok(disk),
        false => lock(&world.images).convert(&disk, format, ticket, virtual_size),
    };
    let Ok(data) = data else {
        fail_conversion(world, id);
        return;
    };
    let size = match (format, writable) {
        (ImageFormat::Raw, _) => virtual_size,
        // A qcow2 file also contains metadata.
        (ImageFormat::Cow, true) => virtual_size
            .saturating_add(virtual_size / 10)
            .saturating_add(1 << 20),
        (ImageFormat::Cow, false) => lock(&world.images).end(&data, format),
    };
    let incremental = transfer
        .child("backup")
        .and_then(|backup| backup_of(world, backup.id()))
        .is_some_and(|backup| backup.child("from_checkpoint_id").is_some());
    let registered = Ticket {
        disk: data,
        format,
        size,
        writable,
        incremental,
        transferred: 0,
        used: Instant::now(),
        active: 0,
    };
    lock(&world.images).add_ticket(ticket.to_owned(), registered);
    let timeout = world.text(TRANSFERS, id, "inactivity_timeout");
    let timeout = timeout.and_then(|text| text.parse().ok()).unwrap_or(60);
    let timeout = Duration::from_secs(timeout);
    plan_idle_check(world, id, ticket, timeout, timeout);
}

/// Ends a download of data that is damaged or too large to convert.
fn fail_conversion(world: &mut World, id: &str) {
    close(world, id);
    set_phase(world, id, "cancelled_system");
    plan_end(world, id, "cancelled_system", "finished_failure");
}

fn backup_of<'a>(world: &'a World, id: &str) -> Option<&'a Node> {
    let mut vms = world.store.list("vms").iter();
    vms.find_map(|vm| world.store.get(&format!("vms/{}/backups", vm.id()), id))
}

/// Schedules a check whether a ticket is idle.
fn plan_idle_check(world: &mut World, id: &str, ticket: &str, timeout: Duration, wait: Duration) {
    if timeout.is_zero() {
        return;
    }
    let (id, ticket) = (id.to_owned(), ticket.to_owned());
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
            plan_idle_check(world, &id, &ticket, timeout, remaining);
        } else {
            end_idle(world, &id);
        }
    });
}

/// Pauses or cancels an idle transfer, depending on its timeout policy.
fn end_idle(world: &mut World, id: &str) {
    let Some(transfer) = world.store.get(TRANSFERS, id) else {
        return;
    };
    let pauses = match transfer.get("timeout_policy") {
        Some("pause") => true,
        Some("cancel") => false,
        _ => !is_download(transfer),
    };
    if pauses {
        revoke_ticket(world, id);
        set_phase(world, id, "paused_system");
    } else {
        close(world, id);
        set_phase(world, id, "cancelled_system");
        plan_end(world, id, "cancelled_system", "finished_cleanup");
    }
}

/// Revokes the ticket of a transfer that ends, and removes its addresses.
fn close(world: &mut World, id: &str) {
    revoke_ticket(world, id);
    world.change(TRANSFERS, id, |transfer| {
        transfer.remove("transfer_url");
        transfer.remove("proxy_url");
    });
}

/// Revokes the ticket of a transfer. A paused transfer keeps its addresses.
fn revoke_ticket(world: &mut World, id: &str) {
    update_progress(world);
    let ticket = ticket(world, id);
    if let Some(ticket) = ticket {
        lock(&world.images).remove_ticket(&ticket);
    }
    world.change(TRANSFERS, id, |transfer| transfer.set("active", "false"));
}

fn ticket(world: &World, id: &str) -> Option<String> {
    let url = world.text(TRANSFERS, id, "transfer_url")?;
    url.rsplit('/').next().map(str::to_owned)
}

fn cancel(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let id = transfer.id();
    if OPEN.contains(&phase(world, id)) {
        close(world, id);
        set_phase(world, id, "cancelled_user");
        plan_end(world, id, "cancelled_user", "finished_cleanup");
    }
    Ok(Vec::new())
}

fn extend(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if let Some(ticket) = ticket(world, transfer.id())
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
    if OPEN.contains(&phase(world, transfer.id())) {
        close(world, transfer.id());
        begin_end(world, transfer.id());
    }
    Ok(Vec::new())
}

fn pause(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if phase(world, transfer.id()) == "transferring" {
        if transfer.get(world).is_some_and(is_download) {
            return Err(Fault::conflict(
                "Cannot pause transfer. Downloads cannot be paused.",
            ));
        }
        revoke_ticket(world, transfer.id());
        set_phase(world, transfer.id(), "paused_user");
    }
    Ok(Vec::new())
}

fn resume(
    world: &mut World,
    _: &Command<'_>,
    transfer: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if !phase(world, transfer.id()).starts_with("paused_") {
        return Err(Fault::conflict(
            "Cannot resume image transfer as it's not in a paused state.",
        ));
    }
    set_phase(world, transfer.id(), "resuming");
    plan_ticket(world, transfer.id(), "resuming");
    Ok(Vec::new())
}

/// Ends a transfer with success, or with failure if the data is not in its format.
fn begin_end(world: &mut World, id: &str) {
    let Some((transfer, disk)) = world.store.get(TRANSFERS, id).zip(disk(world, id)) else {
        return;
    };
    let (format, download) = (format_of(transfer), is_download(transfer));
    let images = lock(&world.images);
    let is_valid = download
        || format == ImageFormat::Raw
        || images.read(&disk, format, 0, qcow2::MAGIC.len()) == qcow2::MAGIC;
    drop(images);
    if is_valid {
        set_phase(world, id, "finalizing_success");
        plan_end(world, id, "finalizing_success", "finished_success");
    } else {
        set_phase(world, id, "finalizing_failure");
        plan_end(world, id, "finalizing_failure", "finished_failure");
    }
}

/// Ends a transfer after one step, if the phase is still as expected.
fn plan_end(world: &mut World, id: &str, expected: &'static str, final_phase: &'static str) {
    let id = id.to_owned();
    world.plan(world.step, move |world| {
        if phase(world, &id) == expected {
            end(world, &id, final_phase);
        }
    });
}

fn end(world: &mut World, id: &str, final_phase: &str) {
    let Some((transfer, disk)) = world.store.get(TRANSFERS, id).zip(disk(world, id)) else {
        return;
    };
    let (format, download) = (format_of(transfer), is_download(transfer));
    let phase = match final_phase {
        // The engine counts a cancelled upload as a failure.
        "finished_cleanup" if !download => "finished_failure",
        _ => final_phase,
    };
    set_phase(world, id, phase);
    let success = final_phase == "finished_success";
    let mut images = lock(&world.images);
    let actual_size = images.allocated(&disk, format);
    if !download && success {
        let other = if format == ImageFormat::Raw {
            ImageFormat::Cow
        } else {
            ImageFormat::Raw
        };
        images.remove(&disk, other);
    }
    drop(images);
    match final_phase {
        "finished_cleanup" if !download => {
            remove_disk(world, &disk);
            world.change(TRANSFERS, id, |transfer| {
                transfer.set_reference("image", &disk)
            });
        }
        "finished_failure" if !download => {
            world.change("disks", &disk, |disk| disk.set("status", "illegal"));
        }
        _ => world.change("disks", &disk, |disk| {
            disk.set("status", "ok");
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
    plan_removal(world, id, retention);
}

fn plan_removal(world: &mut World, id: &str, retention: Duration) {
    let id = id.to_owned();
    world.plan(retention, move |world| {
        world.store.remove(TRANSFERS, &id);
    });
}

fn remove_disk(world: &mut World, disk: &str) {
    dependencies::remove(world, &ObjectRef::disk(disk));
    let mut images = lock(&world.images);
    images.remove(disk, ImageFormat::Raw);
    images.remove(disk, ImageFormat::Cow);
}

/// Updates the progress of all transfers from their tickets.
pub(crate) fn update_progress(world: &mut World) {
    let transfers: Vec<(String, String)> = world
        .store
        .list(TRANSFERS)
        .iter()
        .filter_map(|transfer| {
            let ticket = transfer.get("transfer_url")?.rsplit('/').next()?;
            Some((transfer.id().to_owned(), ticket.to_owned()))
        })
        .collect();
    for (id, ticket) in transfers {
        let images = lock(&world.images);
        let Some(ticket) = images.ticket(&ticket) else {
            continue;
        };
        let (transferred, active) = (ticket.transferred.to_string(), ticket.active > 0);
        drop(images);
        let active = active.to_string();
        let is_current = world.text(TRANSFERS, &id, "transferred") == Some(&transferred)
            && world.text(TRANSFERS, &id, "active") == Some(&active);
        if !is_current {
            world.change(TRANSFERS, &id, |transfer| {
                transfer.set("transferred", transferred);
                transfer.set("active", active);
            });
        }
    }
}

/// Resumes transfers after a restart of the engine.
pub(crate) fn restore(world: &mut World) {
    remove_orphans(world);
    for id in world.ids(TRANSFERS) {
        let lock_disk = match phase(world, &id) {
            "initializing" | "resuming" => {
                issue_ticket(world, &id);
                true
            }
            "transferring" => {
                if let Some(ticket) = ticket(world, &id) {
                    let base = lock(&world.images).base.clone();
                    world.change(TRANSFERS, &id, |transfer| {
                        transfer.set("transfer_url", format!("{base}/{ticket}"));
                        transfer.set("proxy_url", format!("{base}/{ticket}"));
                    });
                    register_ticket(world, &id, &ticket);
                }
                true
            }
            "paused_user" | "paused_system" => true,
            ended @ ("finalizing_success" | "finalizing_failure") => {
                let phase = ended.replace("finalizing", "finished");
                end(world, &id, &phase);
                false
            }
            "cancelled_user" | "cancelled_system" | "finalizing_cleanup" => {
                end(world, &id, "finished_cleanup");
                false
            }
            _ => {
                plan_removal(world, &id, SUCCESS_RETENTION);
                false
            }
        };
        if lock_disk && let Some(disk) = disk(world, &id) {
            world.change("disks", &disk, |disk| disk.set("status", "locked"));
        }
    }
}
