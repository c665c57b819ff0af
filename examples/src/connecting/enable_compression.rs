//! Connects with compressed responses, which is the default.
//!
//! ```text
//! 4 VMs
//! ```

use ovirt::Result;

use crate::login::Login;

pub async fn run(login: &Login) -> Result<()> {
    let connection = login.builder().compress(true).build()?;
    let vms = connection.system_service().vms_service().list().await?;
    println!("{} VMs", vms.len());
    connection.close().await
}
