//! Adds a vNIC profile to a network of one data center.
//!
//! ```text
//! added web-slow
//! ```

use ovirt::types::VnicProfile;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let centers = system.data_centers_service();
    let center = centers.data_center_service(&centers.named("Default").await?);
    let network = center.networks_service().named("web").await?;
    let profiles = system
        .networks_service()
        .network_service(&network)
        .vnic_profiles_service();
    let profile = profiles.add(VnicProfile::named("web-slow")).await?;
    println!("added {}", profile.name.unwrap_or_default());
    Ok(())
}
