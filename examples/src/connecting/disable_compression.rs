//! Connects with compressed responses switched off.
//!
//! ```text
//! 4 VMs
//! ```

use ovirt::Result;

use crate::login::Login;

pub async fn run(login: &Login) -> Result<()> {
    let connection = login.builder().compress(false).build()?;
    let vms = connection.system_service().vms_service().list().await?;
    println!("{} VMs", vms.len());
    connection.close().await
}
