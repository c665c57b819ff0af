//! Prints new events as they happen.
//!
//! ```text
//! VM vm2 started
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    // A program that saves the index of the last event it has handled misses none.
    let events = system.events_service();
    let last = events.list().max(1).await?;
    let vms = system.vms_service();
    vms.vm_service(&vms.named("vm2").await?).start().await?;

    let mut events = events.watch(last.first().and_then(|event| event.index));
    while let Some(event) = events.next().await {
        let event = event?;
        // Code 32: a VM was started.
        if event.code == Some(32) {
            let description = event.description.unwrap_or_default();
            println!("{}", description.split(" on ").next().unwrap_or_default());
            break;
        }
    }
    Ok(())
}
