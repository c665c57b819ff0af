//! Lists all VMs page by page.
//!
//! ```text
//! page 1: vm1 vm2 vm3
//! page 2: vm4
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let mut pages = vms.list().search("sortby name").pages(3);
    let mut number = 0;
    while let Some(page) = pages.next().await {
        number += 1;
        let page = page?;
        let names: Vec<_> = page.iter().filter_map(|vm| vm.name.as_deref()).collect();
        println!("page {number}: {}", names.join(" "));
    }
    Ok(())
}
