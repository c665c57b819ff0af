//! The search tables: fields, their sources, and related entities.

use super::derive;
use super::entity::Hop::{Above, Below, From, To};
use super::entity::{Entity, Field, Hop, Kind, Order, Read, Related};
use super::names;

mod infrastructure;
mod machines;
mod storage;
mod users;

/// The entity of the collection at a path below the API's root, if it is searchable.
pub(super) fn entity_at(path: &str) -> Option<&'static Entity> {
    let steps: Vec<&str> = path.split('/').collect();
    match steps.as_slice() {
        ["clusters"] => Some(&infrastructure::CLUSTER),
        ["datacenters"] => Some(&infrastructure::DATA_CENTER),
        ["disks"] => Some(&storage::DISK),
        ["events"] => Some(&users::EVENT),
        ["hosts"] => Some(&infrastructure::HOST),
        ["instancetypes"] => Some(&machines::INSTANCE_TYPE),
        ["jobs"] => Some(&users::JOB),
        ["networks"] => Some(&infrastructure::NETWORK),
        ["storagedomains"] => Some(&storage::STORAGE),
        ["templates"] => Some(&machines::TEMPLATE),
        ["users"] | ["domains", _, "users"] => Some(&users::USER),
        ["groups"] | ["domains", _, "groups"] => Some(&users::GROUP),
        ["vmpools"] => Some(&machines::POOL),
        ["vms"] => Some(&machines::VM),
        ["vnicprofiles"] => Some(&infrastructure::PROFILE),
        ["clusters", _, "glustervolumes"] => Some(&storage::VOLUME),
        [
            "externalhostproviders"
            | "openstackimageproviders"
            | "openstacknetworkproviders"
            | "openstackvolumeproviders",
        ] => Some(&infrastructure::PROVIDER),
        _ => None,
    }
}

const BY_NAME: Order = Order::By(&[Read::Path("name")]);

/// The cluster's name and its related entities.
const IN_CLUSTER: Read = Read::Through(TO_CLUSTER, "name");
const ARCHITECTURE: Read = Read::Through(TO_CLUSTER, "cpu.architecture");
const IN_DATA_CENTER: Read = Read::Through(
    &[("cluster", "clusters"), ("data_center", "datacenters")],
    "name",
);
const TO_CLUSTER: &[(&str, &str)] = &[("cluster", "clusters")];

const fn field(name: &'static str, kind: Kind, read: Read) -> Field {
    Field { name, kind, read }
}

const fn text(name: &'static str, path: &'static str) -> Field {
    field(name, Kind::Text, Read::Path(path))
}

const fn quiet(name: &'static str, path: &'static str) -> Field {
    field(name, Kind::Quiet, Read::Path(path))
}

const fn flag(name: &'static str, path: &'static str) -> Field {
    field(name, Kind::OneOf(names::FLAG), Read::Flag(path))
}

const fn one_of(name: &'static str, known: names::Names, path: &'static str) -> Field {
    field(name, Kind::OneOf(known), Read::Path(path))
}

const fn number(name: &'static str, path: &'static str) -> Field {
    field(name, Kind::Number(1.0), Read::Path(path))
}

/// A size in bytes, in MiB in searches.
const fn megabytes(name: &'static str, path: &'static str) -> Field {
    field(name, Kind::Number(1_048_576.0), Read::Path(path))
}

/// A size in bytes, in GiB in searches.
const fn gigabytes(name: &'static str, path: &'static str) -> Field {
    field(name, Kind::Number(1_073_741_824.0), Read::Path(path))
}

/// A computed number.
const fn computed(name: &'static str, read: Read) -> Field {
    field(name, Kind::Number(1.0), read)
}

const fn tag() -> Field {
    field("tag", Kind::Tag, Read::Below("tags", "id"))
}

const fn quota() -> Field {
    field("quota", Kind::Nullable, Read::Derived(derive::quota))
}

const fn related(
    names: &'static [&'static str],
    entity: &'static Entity,
    hops: &'static [Hop],
) -> Related {
    Related {
        names,
        entity,
        hops,
    }
}

/// Names of related entities.
const VMS: &[&str] = &["vm", "vms"];
const HOSTS: &[&str] = &["host", "hosts"];
const TEMPLATES: &[&str] = &["template", "templates"];
const EVENTS: &[&str] = &["event", "events"];
const USERS: &[&str] = &["user", "users"];
const CLUSTERS: &[&str] = &["cluster", "clusters"];
const DATA_CENTERS: &[&str] = &["datacenter", "datacenters"];
const NETWORKS: &[&str] = &["network", "networks"];
const STORAGES: &[&str] = &["storage", "storages"];

/// Hops that several tables share.
const DOMAINS_OF_CENTER: Hop = Below("datacenters", "storagedomains", "");
const CENTERS_OF_DOMAIN: Hop = Above("datacenters", "storagedomains", "");
const DISK_TO_STORAGE: Hop = To("disks", "storage_domains");
const VM_TO_USER: &[Hop] = &[From("permissions", "vm"), To("permissions", "user")];
