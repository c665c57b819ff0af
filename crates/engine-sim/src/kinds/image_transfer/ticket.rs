//! Tickets of image transfers: with one, a client reads or writes the data of a disk.

use std::time::Instant;

use crate::image::{ImageFormat, Ticket};
use crate::lock::lock;
use crate::node::Node;
use crate::object::{BACKUPS, IMAGE_TRANSFERS, ObjectRef, VMS};
use crate::world::World;

/// Registers a ticket with the data endpoint. Returns false if the data of a download is damaged or
/// too large to convert.
pub(super) fn register(world: &mut World, transfer: &ObjectRef, ticket: &str) -> bool {
    let Some((node, disk)) = transfer.get(world).zip(disk(world, transfer)) else {
        return false;
    };
    let virtual_size = disk.number(world, "provisioned_size").unwrap_or(0_u64);
    let format = format_of(node);
    let writable = !is_download(node);
    let data = match writable {
        true => Ok(disk.id().to_owned()),
        false => lock(&world.images).convert(disk.id(), format, ticket, virtual_size),
    };
    let Ok(data) = data else {
        return false;
    };
    let size = match (format, writable) {
        (ImageFormat::Raw, _) => virtual_size,
        // A qcow2 file also contains metadata.
        (ImageFormat::Cow, true) => virtual_size
            .saturating_add(virtual_size / 10)
            .saturating_add(1 << 20),
        (ImageFormat::Cow, false) => lock(&world.images).end(&data, format),
    };
    let incremental = node
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
    true
}

pub(super) fn backup_of<'a>(world: &'a World, id: &str) -> Option<&'a Node> {
    let mut vms = world.handles(VMS).into_iter();
    vms.find_map(|vm| vm.item(BACKUPS, id).get(world))
}

/// Returns the ticket of a transfer.
pub(super) fn find(world: &World, transfer: &ObjectRef) -> Option<String> {
    let url = transfer.text(world, "transfer_url")?;
    url.rsplit('/').next().map(str::to_owned)
}

/// Updates the progress of all transfers from their tickets.
pub(crate) fn update_progress(world: &mut World) {
    let transfers: Vec<(ObjectRef, String)> = world
        .store
        .list(IMAGE_TRANSFERS)
        .iter()
        .filter_map(|transfer| {
            let ticket = transfer.get("transfer_url")?.rsplit('/').next()?;
            Some((
                ObjectRef::new(IMAGE_TRANSFERS, transfer.id()),
                ticket.to_owned(),
            ))
        })
        .collect();
    for (transfer, ticket) in transfers {
        let images = lock(&world.images);
        let Some(ticket) = images.ticket(&ticket) else {
            continue;
        };
        let (transferred, active) = (ticket.transferred.to_string(), ticket.active > 0);
        drop(images);
        let active = active.to_string();
        let is_current = transfer.has(world, "transferred", &transferred)
            && transfer.has(world, "active", &active);
        if !is_current {
            transfer.change(world, |transfer| {
                transfer.set("transferred", transferred);
                transfer.set("active", active);
            });
        }
    }
}

/// Returns the disk of a transfer.
pub(super) fn disk(world: &World, transfer: &ObjectRef) -> Option<ObjectRef> {
    let disk = transfer.target(world, "disk");
    (!disk.is_empty()).then(|| ObjectRef::disk(disk))
}

pub(super) fn format_of(transfer: &Node) -> ImageFormat {
    match transfer.get("format") {
        Some("cow") => ImageFormat::Cow,
        _ => ImageFormat::Raw,
    }
}

pub(super) fn is_download(transfer: &Node) -> bool {
    transfer.get("direction") == Some("download")
}
