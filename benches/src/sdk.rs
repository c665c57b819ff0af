//! What benchmarks do with the SDK.

use std::any::Any;
use std::hint::black_box;

use ovirt::Connection;
use ovirt::types::{FromXml, List, ListReader, ToXml as _, Vm};

use crate::Result;
use crate::lists::Collection;

/// Bytes that arrive at once when a list is decoded in chunks.
const CHUNK: usize = 32 << 10;

/// Evaluates an expression with the type of a collection's objects:
/// `with_type!(collection, T => …)`.
#[macro_export]
macro_rules! with_type {
    ($collection:expr, $object:ident => $body:expr) => {
        match $collection {
            $crate::lists::Collection::Vms => {
                type $object = ::ovirt::types::Vm;
                $body
            }
            $crate::lists::Collection::Disks => {
                type $object = ::ovirt::types::Disk;
                $body
            }
            $crate::lists::Collection::Hosts => {
                type $object = ::ovirt::types::Host;
                $body
            }
            $crate::lists::Collection::Events => {
                type $object = ::ovirt::types::Event;
                $body
            }
        }
    };
}

/// Decodes a document as a whole.
///
/// # Errors
///
/// The document is not a list of `T`.
pub fn decode<T>(document: &str) -> Result<List<T>>
where
    List<T>: FromXml,
{
    Ok(List::<T>::from_xml(document)?)
}

/// Decodes a document that arrives in chunks, as lists do over the network; returns the objects.
///
/// # Errors
///
/// The document is not a list of this collection.
pub fn decode_chunks(collection: Collection, document: &str) -> Result<Box<dyn Any>> {
    with_type!(collection, T => {
        let mut reader = ListReader::<T>::new();
        let mut items = Vec::new();
        for chunk in document.as_bytes().chunks(CHUNK) {
            reader.feed(chunk);
            while let Some(item) = reader.read()? {
                items.push(item);
            }
        }
        Ok(Box::new(items))
    })
}

/// Encodes VMs one by one, as requests do; returns the bytes of their documents.
#[must_use]
pub fn encode(vms: &List<Vm>) -> usize {
    vms.iter().map(|vm| black_box(vm.to_xml()).len()).sum()
}

/// A connection over plain HTTP without compression.
///
/// # Errors
///
/// None is expected.
pub fn connect(port: u16) -> Result<Connection> {
    let url = format!("http://127.0.0.1:{port}/ovirt-engine/api");
    Ok(Connection::builder(url)
        .token("t")
        .compress(false)
        .build()?)
}

/// A connection over TLS without compression.
///
/// # Errors
///
/// The certificate of the CA cannot be parsed.
pub fn connect_tls(port: u16, ca: &str) -> Result<Connection> {
    let url = format!("https://localhost:{port}/ovirt-engine/api");
    Ok(Connection::builder(url)
        .token("t")
        .ca_pem(ca)
        .compress(false)
        .build()?)
}

/// Gets a list as a whole; returns its length. The list is leaked: freeing it is not measured.
///
/// # Errors
///
/// Those of the request.
pub fn list(connection: &Connection, collection: Collection) -> Result<usize> {
    let system = connection.system_service();
    macro_rules! length_of {
        ($service:ident) => {{
            let list = system.$service().list().call()?;
            let length = list.len();
            std::mem::forget(black_box(list));
            length
        }};
    }
    Ok(match collection {
        Collection::Vms => length_of!(vms_service),
        Collection::Disks => length_of!(disks_service),
        Collection::Hosts => length_of!(hosts_service),
        Collection::Events => length_of!(events_service),
    })
}

/// Gets a list object by object and drops each; returns their number.
///
/// # Errors
///
/// Those of the request.
pub fn stream(connection: &Connection, collection: Collection) -> Result<usize> {
    let system = connection.system_service();
    match collection {
        Collection::Vms => count(system.vms_service().list().stream()),
        Collection::Disks => count(system.disks_service().list().stream()),
        Collection::Hosts => count(system.hosts_service().list().stream()),
        Collection::Events => count(system.events_service().list().stream()),
    }
}

fn count<T>(
    items: impl IntoIterator<Item = std::result::Result<T, ovirt::Error>>,
) -> Result<usize> {
    let mut count = 0;
    for item in items {
        black_box(item?);
        count += 1;
    }
    Ok(count)
}
