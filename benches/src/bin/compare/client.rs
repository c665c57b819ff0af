//! A client that does one piece of work; prints wall seconds, processor seconds, and peak MiB.

use std::future::Future;
use std::hint::black_box;
use std::time::Instant;

use ovirt_benches::baseline::http;
use ovirt_benches::lists::ListKind;
use ovirt_benches::{Result, command_line, process, sdk};
use tokio::runtime::{Builder, Runtime};

/// Small requests in a measurement.
pub(crate) const REQUESTS: usize = 10_000;

/// Requests that are in flight at the same time.
const IN_FLIGHT: usize = 32;

pub(crate) fn run(work: &str, list: &str, port: &str, ca: &str) -> Result<()> {
    let port: u16 = port.parse()?;
    match work {
        "list-tls" | "stream-tls" => {
            let collection = ListKind::from_name(list)?.collection();
            measure(|| {
                let connection = sdk::connect_tls(port, ca)?;
                if work == "list-tls" {
                    sdk::list(&connection, collection)
                } else {
                    sdk::stream(&connection, collection)
                }
            })
        }
        "get-tls" => measure(|| {
            let vms = sdk::connect_tls(port, ca)?.system_service().vms_service();
            Ok(vms.vm_service("1").get().call()?)
        }),
        "ovirt-get-tls" => ovirt(port, ca, &["vm", "get", "id:1"]),
        "ovirt-table-tls" => ovirt(port, ca, &["vms"]),
        "ovirt-json-tls" => ovirt(port, ca, &["vms", "--output", "json"]),
        "ovirt-start-1-tls" => ovirt_start(port, ca, 1),
        "ovirt-start-100-tls" => ovirt_start(port, ca, 100),
        "discard-tls" => measure(|| runtime()?.block_on(http::discard_tls(port, ca, list))),
        "first-tls" => measure(|| {
            let system = sdk::connect_tls(port, ca)?.system_service();
            Ok(system.tags_service().tag_service("1").get().call()?)
        }),
        "first-hyper-tls" => measure(|| runtime()?.block_on(http::discard_tls(port, ca, "tags/1"))),
        "get" | "flight" => {
            let tags = sdk::connect(port)?.system_service().tags_service();
            let tag = tags.tag_service("1");
            let get = move || {
                let tag = tag.clone();
                async move {
                    black_box(tag.get().await?);
                    Ok(())
                }
            };
            requests(work == "flight", get)
        }
        "get-hyper" | "flight-hyper" => {
            let client = http::client();
            let get = move || {
                let client = client.clone();
                async move {
                    black_box(http::get_tag(&client, port).await?);
                    Ok(())
                }
            };
            requests(work == "flight-hyper", get)
        }
        _ => Err(format!("unknown work: {work}").into()),
    }
}

/// Runs the command line with a token.
fn ovirt(port: u16, ca: &str, arguments: &[&str]) -> Result<()> {
    let file = std::env::temp_dir().join(format!("ovirt-benches-{}.pem", std::process::id()));
    std::fs::write(&file, ca)?;
    let variables = [
        (
            "OVIRT_URL",
            format!("https://localhost:{port}/ovirt-engine/api").into(),
        ),
        ("OVIRT_TOKEN", "t".into()),
        ("OVIRT_CAFILE", file.clone().into()),
    ];
    let done = measure(|| command_line::ovirt(arguments, &variables));
    std::fs::remove_file(file)?;
    done
}

/// Starts VMs, and does not wait until they are up.
fn ovirt_start(port: u16, ca: &str, vms: usize) -> Result<()> {
    let names: Vec<String> = (0..vms).map(|index| format!("id:{index}")).collect();
    let mut arguments = vec!["vm", "start", "--no-wait", "--quiet"];
    arguments.extend(names.iter().map(String::as_str));
    ovirt(port, ca, &arguments)
}

/// Sends small requests one after the other, or several at a time.
fn requests<F>(in_flight: bool, get: impl Fn() -> F + Clone + Send + 'static) -> Result<()>
where
    F: Future<Output = Result<()>> + Send,
{
    let runtime = runtime()?;
    // Opens the connection.
    runtime.block_on(get())?;
    if !in_flight {
        return measure(|| {
            runtime.block_on(async {
                for _ in 0..REQUESTS {
                    get().await?;
                }
                Ok(())
            })
        });
    }
    measure(|| {
        runtime.block_on(async {
            let tasks: Vec<_> = (0..IN_FLIGHT)
                .map(|_| {
                    let get = get.clone();
                    tokio::spawn(async move {
                        for _ in 0..REQUESTS / IN_FLIGHT {
                            get().await?;
                        }
                        Result::Ok(())
                    })
                })
                .collect();
            for task in tasks {
                task.await??;
            }
            Ok(())
        })
    })
}

/// Does the work and prints what it took.
fn measure<T>(work: impl FnOnce() -> Result<T>) -> Result<()> {
    let (start, cpu) = (Instant::now(), process::cpu());
    black_box(work()?);
    let (wall, cpu) = (start.elapsed(), process::cpu() - cpu);
    println!(
        "{} {} {}",
        wall.as_secs_f64(),
        cpu.as_secs_f64(),
        process::peak()
    );
    Ok(())
}

fn runtime() -> Result<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}
