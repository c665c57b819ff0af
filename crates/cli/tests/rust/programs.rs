//! What `--dry-run=rust` prints for some commands; a test compares it.

// As for programs that print their results.
#![allow(clippy::print_stdout)]

pub(crate) mod list {
    use ovirt::Connection;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        let response = connection
            .system_service()
            .vms_service()
            .list()
            .follow("nics,tags")
            .max(10)
            .search("name=web*")
            .call()?;
        println!("{response:#?}");
        Ok(())
    }
}

pub(crate) mod get {
    use ovirt::Connection;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        let response = connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .get()
            .all_content(true)
            .call()?;
        println!("{response:#?}");
        Ok(())
    }
}

pub(crate) mod nested {
    use ovirt::Connection;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        let response = connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .nics_service()
            .nic_service("2")
            .get()
            .call()?;
        println!("{response:#?}");
        Ok(())
    }
}

pub(crate) mod start {
    use ovirt::Connection;
    use ovirt::types::{Boot, BootDevice, OperatingSystem, Vm};

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .start()
            .use_cloud_init(true)
            .vm(Vm::new().os(OperatingSystem::new()
                .boot(Boot::new().devices([BootDevice::Network, BootDevice::Hd]))))
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod stop {
    use ovirt::Connection;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .stop()
            .with_correlation_id("abc-7")
            .operation()
            .call()?
            .done()
            .timeout(std::time::Duration::from_secs(300))
            .call()?;
        connection
            .system_service()
            .vms_service()
            .vm_service("2")
            .stop()
            .with_correlation_id("abc-7")
            .operation()
            .call()?
            .done()
            .timeout(std::time::Duration::from_secs(300))
            .call()?;
        Ok(())
    }
}

pub(crate) mod add {
    use ovirt::Connection;
    use ovirt::types::{Cluster, Cpu, CpuTopology, Initialization, Template, Vm, VmType};

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .add(
                Vm::named("web1")
                    .cluster(Cluster::named("Default"))
                    .cpu(Cpu::new().topology(CpuTopology::new().cores(2)))
                    .initialization(Initialization::new().root_password("***"))
                    .memory(4294967296_i64)
                    .type_(VmType::Server)
                    .template(Template::named("Blank")),
            )
            .call()?;
        Ok(())
    }
}

pub(crate) mod update {
    use ovirt::Connection;
    use ovirt::types::Vm;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .update(Vm::new().comment("it's").delete_protected(false))
            .with_wait_while_locked(std::time::Duration::from_secs(300))
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod remove {
    use ovirt::Connection;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .disks_service()
            .disk_service("1")
            .remove()
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod variant {
    use ovirt::Connection;
    use ovirt::types::Host;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .export_to_path_on_host("/exports", Host::named("h1"))
            .filename("web1.ova")
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod argument {
    use ovirt::Connection;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .maintenance(true)
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod keyword {
    use ovirt::Connection;
    use ovirt::types::Vm;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .clone_(Vm::named("web2"))
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod attach {
    use ovirt::Connection;
    use ovirt::types::{Disk, DiskAttachment, DiskInterface};

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .disk_attachments_service()
            .add(
                DiskAttachment::new()
                    .active(false)
                    .bootable(true)
                    .disk(Disk::with_id("7"))
                    .interface(DiskInterface::VirtioScsi),
            )
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod lists {
    use ovirt::Connection;
    use ovirt::types::{CustomProperty, TimeZone, Vm};

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        connection
            .system_service()
            .vms_service()
            .vm_service("1")
            .update(
                Vm::new()
                    .custom_properties([CustomProperty::new().name("a").value("***")])
                    .time_zone(TimeZone::new().name("Etc/GMT")),
            )
            .operation()
            .call()?
            .done()
            .call()?;
        Ok(())
    }
}

pub(crate) mod system {
    use ovirt::Connection;

    pub(crate) fn main(connection: &Connection) -> Result<(), Box<dyn std::error::Error>> {
        let response = connection.system_service().get().call()?;
        println!("{response:#?}");
        Ok(())
    }
}
