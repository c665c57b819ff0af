//! Opens a transfer to a disk, keeps it open, and ends it without data.
//!
//! ```text
//! the transfer has an address
//! the transfer is finished
//! ```

use ovirt::types::{Disk, DiskFormat, ImageTransfer, ImageTransferDirection, ImageTransferPhase};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let disk = system.disks_service().named("backup1").await?;
    let transfers = system.image_transfers_service();
    let new = ImageTransfer::new()
        .disk(Disk::with_id(disk.try_id()?))
        .direction(ImageTransferDirection::Upload)
        .format(DiskFormat::Raw);
    let transfer = transfers.add(new).await?;
    let service = transfers.image_transfer_service(&transfer);
    let transfer = service
        .wait_for_status(ImageTransferPhase::Transferring)
        .await?;
    if transfer.transfer_url.is_some() {
        println!("the transfer has an address");
    }
    service.extend().await?;
    // Here a client would send the data to the address.
    service.finalize().await?;
    service
        .wait_for_status(ImageTransferPhase::FinishedSuccess)
        .await?;
    println!("the transfer is finished");
    Ok(())
}
