//! Connects to an engine, lists its objects, creates a VM, starts it, waits until it is up, changes
//! it, and removes it.
//!
//! Runs on the simulator, or on a real engine if `OVIRT_URL`, `OVIRT_USERNAME`, `OVIRT_PASSWORD`
//! and usually `OVIRT_CAFILE` are set.

// An example prints.
#![allow(clippy::print_stdout)]
// The bans in clippy.toml are for the library.
#![allow(clippy::disallowed_methods)]

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ovirt::Connection;
use ovirt::types::{Cluster, Cpu, CpuTopology, Template, Vm, VmStatus};
use ovirt_engine_sim::Engine;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    // The simulator stops when it is dropped.
    let (connection, _engine) = connect()?;
    let outcome = run_example(&connection).await;
    let closed = connection.close().await;
    outcome?;
    Ok(closed?)
}

/// Connects to the engine that the environment describes, or to the simulator.
fn connect() -> Result<(Connection, Option<Engine>), Box<dyn Error>> {
    if let Ok(url) = std::env::var("OVIRT_URL") {
        let username = std::env::var("OVIRT_USERNAME")?;
        let password = std::env::var("OVIRT_PASSWORD")?;
        let mut builder = Connection::builder(url).credentials(username, password);
        if let Ok(file) = std::env::var("OVIRT_CAFILE") {
            builder = builder.ca_file(file);
        }
        return Ok((builder.build()?, None));
    }
    println!("OVIRT_URL is not set: starting the simulator\n");
    let engine = Engine::builder()
        .life_cycle(Duration::from_millis(300))
        .start()?;
    let connection = Connection::builder(engine.url())
        .credentials(engine.username(), engine.password())
        .ca_pem(engine.ca_pem())
        .build()?;
    Ok((connection, Some(engine)))
}

async fn run_example(connection: &Connection) -> Result<(), Box<dyn Error>> {
    let system = connection.system_service();

    let api = system.get().await?;
    let product = api.product_info.unwrap_or_default();
    let version = product.version.as_ref();
    println!(
        "{} {} at {}\n",
        product.name.as_deref().unwrap_or_default(),
        version
            .and_then(|version| version.full_version.as_deref())
            .unwrap_or_default(),
        connection.url()
    );

    println!("Objects:");
    for cluster in &system.clusters_service().list().await? {
        println!(
            "  cluster  {}",
            cluster.name.as_deref().unwrap_or("(no name)")
        );
    }
    for host in &system.hosts_service().list().await? {
        let status = host
            .status
            .as_ref()
            .map_or("unknown", |status| status.as_str());
        println!(
            "  host     {:<12} {status}",
            host.name.as_deref().unwrap_or("(no name)")
        );
    }
    let vms = system.vms_service();
    for vm in &vms.list().max(20).await? {
        print_vm(vm);
    }

    println!("\nCreating a virtual machine");
    let name = format!("quickstart-{}", std::process::id());
    let vm = Vm::named(&name)
        .cluster(Cluster::named("Default"))
        .template(Template::named("Blank"))
        .memory(1 << 30)
        .cpu(Cpu::new().topology(CpuTopology::new().sockets(1).cores(2).threads(1)));
    let vm = vms.add(vm).check()?.await?;
    print_vm(&vm);
    let service = vms.vm_service(vm.try_id()?);

    println!("Starting it");
    let started = Instant::now();
    service.start().await?;
    let vm = service
        .wait_until(|vm| vm.status == Some(VmStatus::Up))
        .timeout(Duration::from_secs(300))
        .await?;
    print_vm(&vm);
    println!("  it took {:.1} s", started.elapsed().as_secs_f32());

    println!("Updating it");
    let vm = service
        .update(Vm::new().description("made by the quickstart example"))
        .await?;
    println!(
        "  description: {}",
        vm.description.as_deref().unwrap_or_default()
    );

    println!("Stopping and removing it");
    service.stop().await?;
    service
        .wait_until(|vm| vm.status == Some(VmStatus::Down))
        .await?;
    service.remove().await?;
    let left = vms.list().search(format!("name={name}")).await?;
    println!("  VMs of that name left: {}", left.len());
    Ok(())
}

fn print_vm(vm: &Vm) {
    let status = vm
        .status
        .as_ref()
        .map_or("unknown", |status| status.as_str());
    let memory = vm.memory.unwrap_or_default() >> 20;
    println!(
        "  vm       {:<24} {status:<12} {memory} MiB",
        vm.name.as_deref().unwrap_or("(no name)")
    );
}
