//! Cancels a transfer to a disk, which removes the disk.
//!
//! ```text
//! the transfer is cancelled
//! ```

use ovirt::types::{Disk, ImageTransfer, ImageTransferDirection, ImageTransferPhase};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let disk = system.disks_service().named("backup2").await?;
    let transfers = system.image_transfers_service();
    let new = ImageTransfer::new()
        .disk(Disk::with_id(disk.try_id()?))
        .direction(ImageTransferDirection::Upload);
    let transfer = transfers.add(new).await?;
    let service = transfers.image_transfer_service(&transfer);
    service
        .wait_for_status(ImageTransferPhase::Transferring)
        .await?;
    service.cancel().await?;
    // Engines count a cancelled upload as a failure.
    service
        .wait_for_status(ImageTransferPhase::FinishedFailure)
        .await?;
    println!("the transfer is cancelled");
    Ok(())
}
