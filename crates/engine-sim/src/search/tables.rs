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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ovirt_model::{FieldKind, SearchEntity, SearchTables, names as rules};

    use super::{Entity, FieldType, entity_at, names};

    /// Compares entities and those related to them; `seen` has the names of those compared.
    fn compare<'a>(
        tables: &'a SearchTables,
        (name, expected): (&'a str, &'a SearchEntity),
        entity: &Entity,
        seen: &mut BTreeSet<&'a str>,
    ) {
        if !seen.insert(name) {
            return;
        }
        assert_eq!(entity.fields.len(), expected.fields.len(), "{name}");
        for (field, kind) in &expected.fields {
            let own = entity.field(field).expect(field);
            let matches = match (own.kind, kind) {
                (
                    FieldType::Text
                    | FieldType::NamedOnly
                    | FieldType::Substring
                    | FieldType::Nullable,
                    FieldKind::Text,
                )
                | (FieldType::Number(_), FieldKind::Number(_))
                | (FieldType::Severity, FieldKind::Severity)
                | (FieldType::Date { whole_day: true }, FieldKind::Date)
                | (FieldType::Date { whole_day: false } | FieldType::Duration, FieldKind::Time)
                | (FieldType::Tag, FieldKind::Tag) => true,
                (FieldType::Enum(words), FieldKind::Boolean) => words == names::FLAG,
                (FieldType::Enum(words), FieldKind::Words(table)) => {
                    let pairs = tables.words[table].iter();
                    pairs
                        .map(|(word, value)| (word.as_str(), value.as_str()))
                        .eq(words.iter().copied())
                }
                _ => false,
            };
            assert!(matches, "{name}.{field} is no {kind:?}");
        }
        assert_eq!(entity.related.len(), expected.related.len(), "{name}");
        for (names, target) in &expected.related {
            for other in names {
                let other = entity.related(other).expect(other).entity;
                compare(tables, (target, &tables.entities[target]), other, seen);
            }
        }
    }

    #[test]
    fn the_tables_are_those_of_the_model() {
        let tables = SearchTables::embedded();
        let mut seen = BTreeSet::new();
        for (name, expected) in &tables.entities {
            for service in &expected.services {
                let path = match service.as_str() {
                    "domain_users" => "domains/1/users".to_owned(),
                    "domain_groups" => "domains/1/groups".to_owned(),
                    "gluster_volumes" => "clusters/1/glustervolumes".to_owned(),
                    service => rules::segment(service),
                };
                let entity = entity_at(&path).expect(service);
                compare(&tables, (name, expected), entity, &mut seen);
            }
        }
        assert_eq!(seen.len(), tables.entities.len());
    }
}
