//! Creates a VM with a disk, starts it, waits until it is up, and removes both, even after an error
//! or Ctrl-C.
//!
//! Runs on the simulator, or on a real engine if `OVIRT_URL`, `OVIRT_USERNAME`, `OVIRT_PASSWORD`
//! and usually `OVIRT_CAFILE` are set.

// An example prints.
#![allow(clippy::print_stdout, clippy::print_stderr)]
// The bans in clippy.toml are for the library.
#![allow(clippy::disallowed_methods)]

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use ovirt::Connection;
use ovirt::services::VmService;
use ovirt::types::{
    Cluster, Disk, DiskAttachment, DiskFormat, DiskInterface, StorageDomain, StorageDomainStatus,
    StorageDomainType, Template, Vm, VmStatus,
};
use ovirt_engine_sim::Engine;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Time limit of each step.
const LIMIT: Duration = Duration::from_secs(300);

#[tokio::main]
async fn main() -> ExitCode {
    // From here on, Ctrl-C no longer ends the program: it has to clean up first.
    let interrupt = tokio::spawn(tokio::signal::ctrl_c());
    let outcome = async {
        // The simulator stops when it is dropped.
        let (connection, _engine) = connect()?;
        let outcome = run(&connection, interrupt).await;
        connection.close().await?;
        outcome
    };
    let Err(error) = outcome.await else {
        return ExitCode::SUCCESS;
    };
    eprintln!("error: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        eprintln!("  because: {error}");
        cause = error.source();
    }
    ExitCode::FAILURE
}

/// Connects to the engine that the environment describes, or to the simulator.
fn connect() -> Outcome<(Connection, Option<Engine>)> {
    if std::env::var_os("OVIRT_URL").is_some() {
        return Ok((Connection::from_env()?, None));
    }
    println!("OVIRT_URL is not set: starting the simulator");
    let life_cycle = Duration::from_millis(300);
    let engine = Engine::builder().life_cycle(life_cycle).start()?;
    Ok((engine.connection()?, Some(engine)))
}

/// Creates a VM, uses it until it is up or the program is interrupted, and removes it.
pub(crate) async fn run(connection: &Connection, interrupt: impl Future) -> Outcome<()> {
    let name = format!("quickstart-{}", std::process::id());
    let (cluster, domain) = find_place(connection).await?;
    let outcome = async {
        // Not interrupted: otherwise it would be unknown whether there is something to remove.
        let vm = create(connection, &name, &cluster, &domain).await?;
        tokio::select! {
            outcome = start(&vm) => outcome,
            _ = interrupt => Err("interrupted".into()),
        }
    };
    let outcome = outcome.await;
    let removed = remove(connection, &name).await;
    outcome.and(removed)
}

/// Finds a cluster with a host that is up, and an active storage domain for its disks.
async fn find_place(connection: &Connection) -> Outcome<(Cluster, StorageDomain)> {
    let hosts = connection.system_service().hosts_service();
    let hosts = hosts.list().search("status=up").await?;
    if hosts.is_empty() {
        return Err("no host is up: add a host, or activate one".into());
    }
    let is_usable = |domain: &StorageDomain| {
        domain.type_ == Some(StorageDomainType::Data)
            && domain.status == Some(StorageDomainStatus::Active)
    };
    for host in hosts {
        let cluster = connection.follow(&host.cluster).await?;
        let data_center = connection.follow(&cluster.data_center).await?;
        let domains = connection.follow(&data_center.storage_domains).await?;
        if let Some(domain) = domains.into_iter().find(is_usable) {
            return Ok((cluster, domain));
        }
    }
    let advice = "attach a data domain to the data center of a host that is up, or activate one";
    Err(format!("no storage domain is active: {advice}").into())
}

/// Creates a VM with an empty disk.
async fn create(
    connection: &Connection,
    name: &str,
    cluster: &Cluster,
    domain: &StorageDomain,
) -> Outcome<VmService> {
    println!("creating the VM {name}");
    let vms = connection.system_service().vms_service();
    let vm = Vm::named(name)
        .cluster(Cluster::with_id(cluster.try_id()?))
        .template(Template::named("Blank"))
        .memory(1 << 30);
    let vm = vms.add(vm).await?;
    let vm = vms.vm_service(&vm);

    // The engine starts a VM only if it has something to boot from.
    let disk = Disk::named(name)
        .provisioned_size(1 << 30)
        .format(DiskFormat::Cow)
        .sparse(true)
        .storage_domains([StorageDomain::with_id(domain.try_id()?)]);
    let attachment = DiskAttachment::new()
        .disk(disk)
        .interface(DiskInterface::VirtioScsi)
        .bootable(true)
        .active(true);
    vm.disk_attachments_service().add(attachment).await?;
    Ok(vm)
}

/// Starts a VM, once its disk is created, and waits until it is up.
async fn start(vm: &VmService) -> Outcome<()> {
    println!("starting it");
    vm.start().with_wait_while_locked(LIMIT).await?;
    let vm = vm.wait_for_status(VmStatus::Up).timeout(LIMIT).await?;
    let memory = vm.memory.unwrap_or_default() >> 20;
    println!("it is up, with {memory} MiB of memory");
    Ok(())
}

/// Removes the VM of this name with its disks, whatever its state.
async fn remove(connection: &Connection, name: &str) -> Outcome<()> {
    let vms = connection.system_service().vms_service();
    for vm in vms.list().search(format!("name={name}")).await? {
        println!("stopping and removing it");
        let vm = vms.vm_service(vm.try_id()?);
        vm.stop().with_wait_while_locked(LIMIT).await?;
        vm.wait_for_status(VmStatus::Down).timeout(LIMIT).await?;
        vm.remove().with_wait_while_locked(LIMIT).await?;
        vm.wait_until_gone().timeout(LIMIT).await?;
    }
    Ok(())
}
