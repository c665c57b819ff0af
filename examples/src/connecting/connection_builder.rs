//! Reuses one builder for several connections.
//!
//! ```text
//! 1: logged in
//! 2: logged in
//! ```

use ovirt::Result;

use crate::login::Login;

pub async fn run(login: &Login) -> Result<()> {
    let builder = login.builder();
    for number in 1..=2 {
        let connection = builder.clone().build()?;
        connection.test().await?;
        println!("{number}: logged in");
        connection.close().await?;
    }
    Ok(())
}
