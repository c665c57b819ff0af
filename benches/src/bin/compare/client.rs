//! Clients: each does one piece of work with the SDK or with what it is built on, and prints what
//! that took: seconds by the clock, seconds of the processor, MiB at the peak.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Empty};
use hyper::Request;
use hyper_util::rt::TokioIo;
use ovirt::Connection;
use ovirt::types::{FromXml as _, List, ToXml as _, Vm};
use ovirt_benches::{bare, vms};
use tokio::runtime::Runtime;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::{Result, process};

/// Requests that are under way at the same time.
const FLIGHT: usize = 32;

pub(crate) fn run(work: &str, ports: [&str; 2], ca: &str, count: &str) -> Result<ExitCode> {
    let (plain, tls): (u16, u16) = (ports[0].parse()?, ports[1].parse()?);
    let count: usize = count.parse()?;
    let (clock, cpu) = match work {
        "decode-sdk" => decode(count, |document| {
            std::mem::forget(black_box(List::<Vm>::from_xml(document)?));
            Ok(())
        })?,
        "decode-bare" => decode(count, |document| {
            black_box(bare::events(document)?);
            Ok(())
        })?,
        "encode-sdk" => encode_sdk(count)?,
        "encode-bare" => encode_bare(count)?,
        "list-kept" | "list-kept-tls" => measured(|| {
            let connection = match work {
                "list-kept" => connect(plain)?,
                _ => connect_tls(tls, ca)?,
            };
            let list = connection.system_service().vms_service().list().call()?;
            // Giving the memory back isn't part of it.
            std::mem::forget(black_box(list));
            Ok(())
        })?,
        "list-streamed" => measured(|| {
            let mut found = 0;
            for vm in connect(plain)?
                .system_service()
                .vms_service()
                .list()
                .stream()
            {
                black_box(vm?);
                found += 1;
            }
            check(found, count)
        })?,
        "gets-sdk" => gets_sdk(plain, count)?,
        "gets-bare" => gets_bare(plain, count)?,
        "flight-sdk" => flight_sdk(plain, count)?,
        "flight-bare" => flight_bare(plain, count)?,
        "first-sdk" => measured(|| {
            connect_tls(tls, ca)?
                .system_service()
                .tags_service()
                .tag_service("1")
                .get()
                .call()?;
            Ok(())
        })?,
        "first-bare" => measured(|| first_bare(tls, ca))?,
        other => return Err(format!("there is no work {other:?}").into()),
    };
    println!("{clock} {cpu} {}", process::peak());
    Ok(ExitCode::SUCCESS)
}

fn check(found: usize, expected: usize) -> Result<()> {
    if found == expected {
        return Ok(());
    }
    Err(format!("found {found} and not {expected}").into())
}

/// What a piece of work takes.
fn measured(work: impl FnOnce() -> Result<()>) -> Result<(f64, f64)> {
    let (start, cpu) = (Instant::now(), process::cpu());
    work()?;
    let cpu = process::cpu() - cpu;
    Ok((start.elapsed().as_secs_f64(), cpu.as_secs_f64()))
}

fn connect(port: u16) -> Result<Connection> {
    let url = format!("http://127.0.0.1:{port}/ovirt-engine/api");
    // As the bare client, which asks for no compression.
    Ok(Connection::builder(url)
        .token("t")
        .compress(false)
        .build()?)
}

fn connect_tls(port: u16, ca: &str) -> Result<Connection> {
    let url = format!("https://localhost:{port}/ovirt-engine/api");
    Ok(Connection::builder(url)
        .token("t")
        .ca_pem(ca.replace('|', "\n"))
        .compress(false)
        .build()?)
}

fn runtime() -> Result<Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?)
}

/// Reads a document, in seconds for a hundred megabytes.
fn decode(count: usize, read: impl Fn(&str) -> Result<()>) -> Result<(f64, f64)> {
    let document = vms::document(count);
    // The first time, memory is got from the system.
    read(&document)?;
    let start = Instant::now();
    read(&document)?;
    let seconds = start.elapsed().as_secs_f64();
    Ok((seconds * 1e8 / document.len() as f64, 0.0))
}

/// Writes a document, in seconds for a hundred megabytes.
fn encode_sdk(count: usize) -> Result<(f64, f64)> {
    let list = List::<Vm>::from_xml(vms::document(count))?;
    // The first time, memory is got from the system.
    black_box(list.to_xml());
    let start = Instant::now();
    let length = list.to_xml().len();
    let seconds = start.elapsed().as_secs_f64();
    Ok((seconds * 1e8 / length as f64, 0.0))
}

/// The events of a document, made before, written again.
fn encode_bare(count: usize) -> Result<(f64, f64)> {
    let text = List::<Vm>::from_xml(vms::document(count))?.to_xml();
    let events = bare::kept_events(&text)?;
    black_box(bare::write(events.clone(), text.len())?);
    let start = Instant::now();
    let length = bare::write(events, text.len())?.len();
    let seconds = start.elapsed().as_secs_f64();
    Ok((seconds * 1e8 / length as f64, 0.0))
}

fn gets_sdk(port: u16, count: usize) -> Result<(f64, f64)> {
    runtime()?.block_on(async {
        let connection = connect(port)?;
        let tag = connection.system_service().tags_service().tag_service("1");
        tag.get().await?;
        let (start, cpu) = (Instant::now(), process::cpu());
        for _ in 0..count {
            black_box(tag.get().await?);
        }
        let cpu = process::cpu() - cpu;
        Ok((start.elapsed().as_secs_f64(), cpu.as_secs_f64()))
    })
}

fn gets_bare(port: u16, count: usize) -> Result<(f64, f64)> {
    runtime()?.block_on(async {
        let client = bare::client();
        bare::get(&client, port).await?;
        let (start, cpu) = (Instant::now(), process::cpu());
        for _ in 0..count {
            black_box(bare::get(&client, port).await?);
        }
        let cpu = process::cpu() - cpu;
        Ok((start.elapsed().as_secs_f64(), cpu.as_secs_f64()))
    })
}

fn flight_sdk(port: u16, count: usize) -> Result<(f64, f64)> {
    runtime()?.block_on(async {
        let connection = connect(port)?;
        let tag = connection.system_service().tags_service().tag_service("1");
        let (start, cpu) = (Instant::now(), process::cpu());
        let tasks: Vec<_> = (0..FLIGHT)
            .map(|_| {
                let tag = tag.clone();
                tokio::spawn(async move {
                    for _ in 0..count / FLIGHT {
                        black_box(tag.get().await?);
                    }
                    Ok::<(), ovirt::Error>(())
                })
            })
            .collect();
        for task in tasks {
            task.await??;
        }
        let cpu = process::cpu() - cpu;
        Ok((start.elapsed().as_secs_f64(), cpu.as_secs_f64()))
    })
}

fn flight_bare(port: u16, count: usize) -> Result<(f64, f64)> {
    runtime()?.block_on(async {
        let client = bare::client();
        let (start, cpu) = (Instant::now(), process::cpu());
        let tasks: Vec<_> = (0..FLIGHT)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move {
                    for _ in 0..count / FLIGHT {
                        black_box(bare::get(&client, port).await?);
                    }
                    Result::Ok(())
                })
            })
            .collect();
        for task in tasks {
            task.await??;
        }
        let cpu = process::cpu() - cpu;
        Ok((start.elapsed().as_secs_f64(), cpu.as_secs_f64()))
    })
}

/// One request over TLS with as little as it takes.
fn first_bare(port: u16, ca: &str) -> Result<()> {
    runtime()?.block_on(async {
        let mut roots = RootCertStore::empty();
        let pem = ca.replace('|', "\n");
        for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            roots.add(certificate?)?;
        }
        let provider = tokio_rustls::rustls::crypto::ring::default_provider();
        let config = ClientConfig::builder_with_provider(provider.into())
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let tcp = tokio::net::TcpStream::connect(format!("localhost:{port}")).await?;
        let tls = TlsConnector::from(std::sync::Arc::new(config));
        let stream = tls.connect(ServerName::try_from("localhost")?, tcp).await?;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        let request = Request::get("/ovirt-engine/api/tags/1")
            .header("host", "localhost")
            .body(Empty::<Bytes>::new())?;
        let answer = sender.send_request(request).await?;
        black_box(answer.into_body().collect().await?.to_bytes());
        Ok(())
    })
}
