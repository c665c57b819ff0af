//! Adds a public SSH key for a user.
//!
//! ```text
//! jane has 1 key
//! ```

use ovirt::types::SshPublicKey;
use ovirt::{Connection, Result};

const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g jane";

pub async fn run(connection: &Connection) -> Result<()> {
    let users = connection.system_service().users_service();
    let user = users.user_service(&users.named("jane@internal-authz").await?);
    let keys = user.ssh_public_keys_service();
    keys.add(SshPublicKey::new().content(KEY)).await?;
    println!("jane has {} key", keys.list().await?.len());
    Ok(())
}
