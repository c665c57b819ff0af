//! Disks and snapshots: what the engine demands, what it shows when, and what it refuses.

use std::time::Duration;

use crate::client::{Client, engine};
use crate::scratch::Scratch;

const GIB: u64 = 1 << 30;

/// The document of a disk of 1 GiB on a storage domain.
fn disk(domain: &str, members: &str) -> String {
    format!(
        "<disk><alias>data</alias><format>cow</format><provisioned_size>{GIB}</provisioned_size>\
         {members}<storage_domains><storage_domain id=\"{domain}\"/></storage_domains></disk>"
    )
}

/// Adds a VM with such a disk. Returns the paths of both.
fn vm_with_disk(client: &Client<'_>, name: &str) -> (String, String) {
    let vm = client.add_vm(name, "");
    let disk = disk(&client.first("storagedomains"), "");
    let body = format!(
        "<disk_attachment><interface>virtio</interface><bootable>true</bootable>{disk}\
         </disk_attachment>"
    );
    let attached = client.post(&format!("{vm}/diskattachments"), &body);
    assert_eq!(attached.status, 201, "{}", attached.body);
    let disk = format!("/disks/{}", attached.id());
    client.wait_for(&disk, "status", "ok");
    (vm, disk)
}

#[test]
fn a_disk_needs_a_size_and_a_storage_domain() {
    let engine = engine();
    let client = Client::new(&engine);
    let domain = client.first("storagedomains");
    let sized = disk(&domain, "");
    let empty = sized.replace(&GIB.to_string(), "0");
    let list = format!("<storage_domains><storage_domain id=\"{domain}\"/></storage_domains>");
    for (body, why) in [
        (empty, "Disk's provisioned size has to be greater than 0."),
        (
            sized.replace(&list, ""),
            "Storage Domain hasn't been specified.",
        ),
    ] {
        let refused = client.post("/disks", &body);
        assert_eq!(refused.status, 400, "{}", refused.body);
        let detail = format!("[Cannot add Virtual Disk. {why}]");
        assert_eq!(refused.text("detail"), detail);
    }
}

#[test]
fn a_disk_without_a_storage_domain_goes_to_that_of_the_first_disk_of_its_vm() {
    let engine = engine();
    let client = Client::new(&engine);
    let (vm, first) = vm_with_disk(&client, "two");
    let body = "<disk_attachment><interface>virtio</interface><disk><format>cow</format>\
                <provisioned_size>1024</provisioned_size></disk></disk_attachment>";
    let second = client.post(&format!("{vm}/diskattachments"), body);
    assert_eq!(second.status, 201, "{}", second.body);
    let domains = |path: &str| {
        let body = client.get(path).body;
        let list = body.split("<storage_domains>").nth(1).expect("domains");
        list.split("</storage_domains>").next().map(str::to_owned)
    };
    assert_eq!(domains(&format!("/disks/{}", second.id())), domains(&first));
}

#[test]
fn an_updated_disk_is_locked_and_changes_afterwards() {
    let engine = engine();
    let client = Client::new(&engine);
    let added = client.post("/disks", &disk(&client.first("storagedomains"), ""));
    let path = format!("/disks/{}", added.id());
    assert_eq!(added.text("total_size"), "0");
    let existing = client.wait_for(&path, "status", "ok");
    assert_eq!(existing.text("total_size"), "200704");
    let updated = client.send("PUT", &path, "<disk><description>new</description></disk>");
    assert_eq!(updated.status, 200, "{}", updated.body);
    assert_eq!(updated.text("status"), "locked");
    assert_eq!(updated.text("description"), "");
    assert_eq!(updated.text("total_size"), "0");
    let changed = client.wait_for(&path, "status", "ok");
    assert_eq!(changed.text("description"), "new");
}

#[test]
fn only_disks_on_block_storage_are_reduced() {
    let engine = engine();
    let client = Client::new(&engine);
    let (_, disk) = vm_with_disk(&client, "thin");
    let refused = client.post(&format!("{disk}/reduce"), "<action/>");
    assert_eq!(refused.status, 400);
    assert_eq!(
        refused.text("fault.detail"),
        "[Cannot ${action} Storage. Reduce image isn't required for file based domains.]"
    );
}

#[test]
fn a_snapshot_has_an_image_of_each_disk_and_devices_without_addresses() {
    let engine = engine();
    let client = Client::new(&engine);
    let (vm, disk) = vm_with_disk(&client, "old");
    let before = client.get(&disk);
    let body = "<snapshot><description>s</description></snapshot>";
    let snapshot = client.post(&format!("{vm}/snapshots"), body).id();
    let snapshot = format!("{vm}/snapshots/{snapshot}");
    client.wait_for(&snapshot, "snapshot_status", "ok");
    let after = client.wait_for(&disk, "status", "ok");
    assert_eq!(before.text("total_size"), "200704");
    assert_eq!(after.text("total_size"), "401408");
    let captured = client.get(&format!("{snapshot}/disks"));
    assert_eq!(captured.text("disk.image_id"), before.text("image_id"));
    assert_eq!(captured.text("disk.actual_size"), GIB.to_string());
    for absent in ["href", "disk_profile", "quota", "qcow_version"] {
        assert!(
            !captured.body.contains(absent),
            "{absent}: {}",
            captured.body
        );
    }
    let nics = client.get(&format!("{snapshot}/nics")).body;
    assert!(nics.contains("<name>nic1</name>"), "{nics}");
    assert!(
        !nics.contains("vnic_profile") && !nics.contains("href"),
        "{nics}"
    );

    assert_eq!(client.send("DELETE", &snapshot, "").status, 200);
    let merged = client.get(&disk);
    assert_eq!(merged.text("total_size"), "200704");
    assert_eq!(merged.text("actual_size"), "200704");
}

#[test]
fn the_active_snapshot_has_the_current_devices() {
    let engine = engine();
    let client = Client::new(&engine);
    let (vm, disk) = vm_with_disk(&client, "current");
    let active = format!(
        "{vm}/snapshots/{}",
        client.get(&format!("{vm}/snapshots")).id()
    );
    let disks = client.get(&format!("{active}/disks"));
    assert_eq!(format!("/disks/{}", disks.id()), disk);
    assert!(disks.body.contains("<quota id="), "{}", disks.body);
    assert!(!disks.body.contains("href"), "{}", disks.body);
    let nics = client.get(&format!("{active}/nics"));
    assert_eq!(nics.text("nic.name"), "nic1");
    let cdroms = client.get(&format!("{active}/cdroms")).body;
    assert!(cdroms.contains("<cdrom id=\"00000000-0000-0000-0000-000000000000\"/>"));
}

#[test]
fn a_snapshot_shows_its_vm_in_the_current_status() {
    let engine = engine();
    let client = Client::new(&engine);
    let (vm, _) = vm_with_disk(&client, "running");
    let body = "<snapshot><description>s</description></snapshot>";
    let snapshot = client.post(&format!("{vm}/snapshots"), body).id();
    let snapshot = format!("{vm}/snapshots/{snapshot}");
    let captured = client.wait_for(&snapshot, "snapshot_status", "ok");
    assert_eq!(captured.text("vm.status"), "down");
    client.wait_for(&vm, "status", "down");
    let started = client.post(&format!("{vm}/start"), "<action/>");
    assert_eq!(started.status, 200, "{}", started.body);
    let up = client.wait_for(&vm, "status", "up");
    let shown = client.get(&snapshot);
    assert_eq!(shown.text("vm.status"), "up");
    assert_eq!(shown.text("vm.fqdn"), up.text("fqdn"));
    let followed = client.get(&format!("{vm}?follow=snapshots")).body;
    assert_eq!(
        followed.matches("<status>up</status>").count(),
        2,
        "{followed}"
    );
}

#[test]
fn an_attachment_changes_with_its_disk() {
    let engine = engine();
    let client = Client::new(&engine);
    let (vm, disk) = vm_with_disk(&client, "changed");
    let id = disk.replace("/disks/", "");
    let attachment = format!("{vm}/diskattachments/{id}");
    let body = "<disk_attachment><interface>virtio_scsi</interface></disk_attachment>";
    let updated = client.send("PUT", &attachment, body);
    assert_eq!(updated.status, 200, "{}", updated.body);
    assert_eq!(updated.text("interface"), "virtio");
    client.wait_for(&disk, "status", "ok");
    assert_eq!(client.get(&attachment).text("interface"), "virtio_scsi");
}

#[test]
fn refusals_of_disks_snapshots_and_transfers_are_worded_as_by_the_engine() {
    let scratch = Scratch::new("busy");
    let disk = {
        let engine = scratch.engine(Duration::ZERO);
        let client = Client::new(&engine);
        let (_, disk) = vm_with_disk(&client, "busy");
        let smaller = "<disk><provisioned_size>1</provisioned_size></disk>";
        let refused = client.send("PUT", &disk, smaller);
        assert_eq!(
            (refused.status, refused.text("detail")),
            (
                400,
                "[Cannot edit Virtual Disk. New disk size must be larger than the current disk \
                 size.]"
            )
        );
        disk
    };
    // Nothing ends from here on.
    let engine = scratch.engine(Duration::from_secs(3600));
    let client = Client::new(&engine);
    let transfer = format!(
        "<image_transfer><disk id=\"{}\"/></image_transfer>",
        disk.replace("/disks/", "")
    );
    let transfer = client.post("/imagetransfers", &transfer);
    let resume = format!("/imagetransfers/{}/resume", transfer.id());
    let refused = client.post(&resume, "<action/>");
    assert_eq!(
        (refused.status, refused.text("fault.detail")),
        (
            409,
            "[Cannot resume image transfer as it's not in a paused state.]"
        )
    );
    let running = client.get("/vms?search=name%3Dvm1").id();
    let running = format!("/vms/{running}");
    let snapshot = "<snapshot><description>s</description></snapshot>";
    let begun = client.post(&format!("{running}/snapshots"), snapshot);
    assert_eq!(begun.status, 201, "{}", begun.body);
    let refused = client.post(&format!("{running}/suspend"), "<action/>");
    assert_eq!(
        (refused.status, refused.text("fault.detail")),
        (
            409,
            "[Cannot hibernate VM. Snapshot is currently being created for VM vm1.]"
        )
    );
    let locked = client.send("PUT", &disk, "<disk><description>d</description></disk>");
    assert_eq!(
        (locked.status, locked.text("detail")),
        (
            409,
            "[Cannot edit Virtual Disk: The following disks are locked: ${diskAliases}. \
             Please try again in a few minutes.]"
        )
    );
}
