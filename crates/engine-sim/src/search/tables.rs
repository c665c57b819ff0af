//! Tables of searchable entities: their fields, the sources of values, and relations.

use super::computed;
use super::entity::Hop::{Above, Below, From, To};
use super::entity::{Entity, Field, FieldType, Hop, Order, Related, ValueSource};
use super::names;

mod infrastructure;
mod storage;
mod users;
mod vms;

/// Returns the entity of the collection at a path, if it is searchable.
pub(super) fn entity_at(path: &str) -> Option<&'static Entity> {
    let steps: Vec<&str> = path.split('/').collect();
    match steps.as_slice() {
        ["clusters"] => Some(&infrastructure::CLUSTER),
        ["datacenters"] => Some(&infrastructure::DATA_CENTER),
        ["disks"] => Some(&storage::DISK),
        ["events"] => Some(&users::EVENT),
        ["hosts"] => Some(&infrastructure::HOST),
        ["instancetypes"] => Some(&vms::INSTANCE_TYPE),
        ["jobs"] => Some(&users::JOB),
        ["networks"] => Some(&infrastructure::NETWORK),
        ["storagedomains"] => Some(&storage::STORAGE),
        ["templates"] => Some(&vms::TEMPLATE),
        ["users"] | ["domains", _, "users"] => Some(&users::USER),
        ["groups"] | ["domains", _, "groups"] => Some(&users::GROUP),
        ["vmpools"] => Some(&vms::POOL),
        ["vms"] => Some(&vms::VM),
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

const BY_NAME: Order = Order::By(&[ValueSource::Path("name")]);

/// Values of the cluster of an object.
const IN_CLUSTER: ValueSource = ValueSource::Referenced(TO_CLUSTER, "name");
const ARCHITECTURE: ValueSource = ValueSource::Referenced(TO_CLUSTER, "cpu.architecture");
const IN_DATA_CENTER: ValueSource = ValueSource::Referenced(
    &[("cluster", "clusters"), ("data_center", "datacenters")],
    "name",
);
const TO_CLUSTER: &[(&str, &str)] = &[("cluster", "clusters")];

const fn field(name: &'static str, kind: FieldType, source: ValueSource) -> Field {
    Field { name, kind, source }
}

const fn text(name: &'static str, path: &'static str) -> Field {
    field(name, FieldType::Text, ValueSource::Path(path))
}

const fn named_only(name: &'static str, path: &'static str) -> Field {
    field(name, FieldType::NamedOnly, ValueSource::Path(path))
}

const fn flag(name: &'static str, path: &'static str) -> Field {
    field(name, FieldType::Enum(names::FLAG), ValueSource::Flag(path))
}

const fn enumeration(name: &'static str, names: names::EnumNames, path: &'static str) -> Field {
    field(name, FieldType::Enum(names), ValueSource::Path(path))
}

const fn number(name: &'static str, path: &'static str) -> Field {
    field(name, FieldType::Number(1.0), ValueSource::Path(path))
}

/// A number of bytes, given in mebibytes in searches.
const fn mebibytes(name: &'static str, path: &'static str) -> Field {
    field(
        name,
        FieldType::Number(1_048_576.0),
        ValueSource::Path(path),
    )
}

/// A number of bytes, given in gibibytes in searches.
const fn gibibytes(name: &'static str, path: &'static str) -> Field {
    field(
        name,
        FieldType::Number(1_073_741_824.0),
        ValueSource::Path(path),
    )
}

/// A number from any source.
const fn number_from(name: &'static str, source: ValueSource) -> Field {
    field(name, FieldType::Number(1.0), source)
}

const fn tag() -> Field {
    field(
        "tag",
        FieldType::Tag,
        ValueSource::Subcollection("tags", "id"),
    )
}

const fn quota() -> Field {
    field(
        "quota",
        FieldType::Nullable,
        ValueSource::Computed(computed::quota),
    )
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

/// Links between entities, used by several tables.
const DOMAINS_OF_CENTER: Hop = Below("datacenters", "storagedomains", "");
const CENTERS_OF_DOMAIN: Hop = Above("datacenters", "storagedomains", "");
const DISK_TO_STORAGE: Hop = To("disks", "storage_domains");
const VM_TO_USER: &[Hop] = &[From("permissions", "vm"), To("permissions", "user")];
