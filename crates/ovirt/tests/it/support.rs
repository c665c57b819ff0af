//! Shared by all tests: servers, certificates, temporary files and short constructors.

pub(crate) mod restarting_engine;
pub(crate) mod server;
pub(crate) mod stub_engine;

use std::error::Error as _;
use std::io::Write as _;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs, process};

use flate2::Compression;
use flate2::write::GzEncoder;
use ovirt::services::VmsService;
use ovirt::types::{Boot, BootDevice, Cluster, Nic, OperatingSystem, Template, Vm};
use ovirt::{ConnectionBuilder, Error, Retries};

/// A VM with all that the engine requires.
pub(crate) fn new_vm(name: &str) -> Vm {
    Vm::named(name)
        .cluster(Cluster::named("Default"))
        .template(Template::named("Blank"))
}

/// Adds a VM that boots from the network: the engine starts no VM without a boot device.
pub(crate) async fn add_bootable_vm(vms: &VmsService, name: &str) -> Result<Vm, Error> {
    let boot = Boot::new().devices([BootDevice::Network]);
    let vm = new_vm(name).os(OperatingSystem::new().boot(boot));
    let vm = vms.add(vm).await?;
    let nics = vms.vm_service(vm.try_id().unwrap()).nics_service();
    nics.add(Nic::named("nic1")).await?;
    Ok(vm)
}

/// Retries with delays that keep tests fast.
pub(crate) fn quick_retries(tries: u32) -> Retries {
    Retries::new(tries).delay(Duration::from_millis(1), Duration::from_millis(2))
}

/// Requests the root of the API.
pub(crate) async fn test(builder: ConnectionBuilder) -> Result<(), Error> {
    builder.build().unwrap().test().await
}

/// Requests the root of the API, which must fail.
pub(crate) async fn test_error(builder: ConnectionBuilder) -> Error {
    test(builder).await.unwrap_err()
}

/// The name of the variant.
pub(crate) fn variant(error: &Error) -> String {
    let text = format!("{error:?}");
    text.split('(').next().unwrap_or_default().to_owned()
}

/// An error and all its sources, as `Display` and as `Debug`.
pub(crate) fn all_texts(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        text.push_str(&format!(" {error} {error:?}"));
        source = error.source();
    }
    text
}

/// An address that refuses connections.
pub(crate) fn unused_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}

pub(crate) fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// A temporary directory, removed on drop.
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    /// `name` must be unique among the tests.
    pub(crate) fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("ovirt-{}-{name}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
