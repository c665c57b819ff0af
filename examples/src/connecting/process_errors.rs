//! Reacts to the kinds of errors.
//!
//! ```text
//! not found: vm5
//! refused: the name is in use
//! ```

use ovirt::types::{Cluster, DataCenter};
use ovirt::{Error, ErrorKind, Result};

use crate::login::Login;

pub async fn run(login: &Login) -> Result<()> {
    let connection = login.connect()?;
    let system = connection.system_service();
    if let Err(Error::NotFound(_)) = system.vms_service().named("vm5").await {
        println!("not found: vm5");
    }
    let cluster = Cluster::named("Default").data_center(DataCenter::named("Default"));
    match system.clusters_service().add(cluster).await {
        Err(error) if error.kind() == ErrorKind::NameInUse => {
            println!("refused: the name is in use")
        }
        other => drop(other?),
    }
    connection.close().await
}
