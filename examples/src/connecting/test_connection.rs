//! Checks that the engine can be reached with these credentials.
//!
//! ```text
//! connected as admin@internal
//! ```

use ovirt::Result;

use crate::login::Login;

pub async fn run(login: &Login) -> Result<()> {
    let connection = login.builder().build()?;
    connection.test().await?;
    println!("connected as {}", login.username);
    connection.close().await
}
