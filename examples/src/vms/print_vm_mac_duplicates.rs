//! Reports VMs that share MAC addresses.
//!
//! ```text
//! vm2, vm4 share a MAC address
//! ```

use std::collections::HashMap;

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let mut users: HashMap<String, Vec<String>> = HashMap::new();
    for vm in &vms.list().follow("nics").await? {
        for nic in vm.nics.iter().flatten() {
            if let Some(address) = nic.mac.as_ref().and_then(|mac| mac.address.clone()) {
                users.entry(address).or_default().extend(vm.name.clone());
            }
        }
    }
    users.retain(|_, names| names.len() > 1);
    for names in users.values() {
        println!("{} share a MAC address", names.join(", "));
    }
    if users.is_empty() {
        println!("no MAC address is used twice");
    }
    Ok(())
}
