//! The searchable entities: what the model says of them, joined with where their values are.

use crate::object::{CLUSTERS, DATA_CENTERS, DISKS, STORAGE_DOMAINS, TAGS};
use std::collections::BTreeMap;
use std::sync::LazyLock;

use ovirt_model::{FieldKind, SearchEntity, SearchTables};

use super::computed;
use super::entity::Hop::{Above, Below, From, To};
use super::entity::{Entity, Field, FieldSource, FieldType, Hop, Matching, Order, Related, Table};
use super::entity::{ValueSource, ValueSource::*, Words};

mod infrastructure;
mod storage;
mod users;
mod vms;

/// All entities by their names in the model.
static ENTITIES: LazyLock<BTreeMap<&'static str, Entity>> = LazyLock::new(|| {
    let tables = [
        infrastructure::TABLES,
        storage::TABLES,
        users::TABLES,
        vms::TABLES,
    ];
    let tables = tables.into_iter().flatten();
    let join = |table: &'static Table| Some((table.entity, join(table)?));
    tables.filter_map(join).collect()
});

static MODEL: LazyLock<SearchTables> = LazyLock::new(SearchTables::embedded);

/// Returns an entity by its name in the model.
pub(super) fn entity(name: &str) -> Option<&'static Entity> {
    ENTITIES.get(name)
}

/// Returns the entity that the list of a service searches, if any.
pub(super) fn entity_of(service: &str) -> Option<&'static Entity> {
    let mut entities = MODEL.entities.iter();
    let is_searched = |entity: &SearchEntity| entity.services.iter().any(|own| own == service);
    let (name, _) = entities.find(|(_, entity)| is_searched(entity))?;
    entity(name)
}

/// Joins a table with what the model says of its entity.
fn join(table: &'static Table) -> Option<Entity> {
    let model = MODEL.entities.get(table.entity)?;
    let fields = model.fields.iter();
    let related = model.related.iter().filter_map(|(names, target)| {
        let links = &mut table.links.iter();
        let (_, hops) = links.find(|(name, _)| names.iter().any(|own| own == name))?;
        Some(Related {
            names,
            target,
            hops,
        })
    });
    Some(Entity {
        table,
        fields: fields
            .map(|(name, kind)| join_field(table, name, kind))
            .collect(),
        related: related.collect(),
    })
}

fn join_field(table: &'static Table, name: &'static str, kind: &'static FieldKind) -> Field {
    let mut rows = table.rows.iter().chain(COMMON);
    let row = rows.find(|row| row.field == name);
    let source = row.map_or(Path(name), |row| row.source);
    let matching = row.map_or(Matching::Usual, |row| row.matching);
    let source = match (kind, source) {
        (FieldKind::Boolean, Path(path)) => PathOr(path, "false"),
        // The database has these even if unset.
        (_, Path(path @ ("comment" | "description"))) => PathOr(path, ""),
        (_, source) => source,
    };
    let kind = match (kind, matching) {
        (_, Matching::NamedOnly) => FieldType::NamedOnly,
        (_, Matching::Substring) => FieldType::Substring,
        (_, Matching::Nullable) => FieldType::Nullable,
        (_, Matching::Duration) => FieldType::Duration,
        (FieldKind::Text, _) => FieldType::Text,
        (FieldKind::Boolean, _) => FieldType::Flag,
        (FieldKind::Number(unit), _) => FieldType::Number(bytes(unit.as_deref())),
        (FieldKind::Date, _) => FieldType::Date { whole_day: true },
        (FieldKind::Time, _) => FieldType::Date { whole_day: false },
        (FieldKind::Severity, _) => FieldType::Severity,
        (FieldKind::Tag, _) => FieldType::Tag,
        (FieldKind::Words(words), _) => FieldType::Words(words_of(words)),
    };
    Field { name, kind, source }
}

fn words_of(table: &str) -> Words {
    MODEL.words.get(table).map_or(&[], Vec::as_slice)
}

/// Returns the size of a unit of numbers; objects have bytes.
fn bytes(unit: Option<&str>) -> f64 {
    match unit {
        Some("MiB") => 1_048_576.0,
        Some("GiB") => 1_073_741_824.0,
        _ => 1.0,
    }
}

/// The rows of all entities without rows of their own for these fields.
const COMMON: &[FieldSource] = &[
    row("architecture", Referenced(TO_CLUSTER, "cpu.architecture")),
    row("cluster", Referenced(TO_CLUSTER, "name")),
    row("datacenter", Referenced(TO_DATA_CENTER, "name")),
    row("id", Path("id")).matching(Matching::NamedOnly),
    row("quota", Computed(computed::quota)).matching(Matching::Nullable),
    row("tag", Subcollection(TAGS, "id")),
];

const TO_CLUSTER: &[(&str, &str)] = &[("cluster", CLUSTERS)];
const TO_DATA_CENTER: &[(&str, &str)] = &[("cluster", CLUSTERS), ("data_center", DATA_CENTERS)];

/// Defaults of tables: in the order of names, and with the members named as the fields.
const NAMED: Table = Table {
    entity: "",
    collections: &[],
    order: Order::By(&[Path("name")]),
    rows: &[],
    links: &[],
    broken: &[],
    unsorted: &[],
};

const fn row(field: &'static str, source: ValueSource) -> FieldSource {
    FieldSource {
        field,
        source,
        matching: Matching::Usual,
    }
}

/// A row with the value at a path in the object.
const fn at(field: &'static str, path: &'static str) -> FieldSource {
    row(field, Path(path))
}

impl FieldSource {
    const fn matching(mut self, matching: Matching) -> Self {
        self.matching = matching;
        self
    }
}

/// Links between entities, used by several tables.
const DOMAINS_OF_CENTER: Hop = Below(DATA_CENTERS, STORAGE_DOMAINS, "");
const CENTERS_OF_DOMAIN: Hop = Above(DATA_CENTERS, STORAGE_DOMAINS, "");
const DISK_TO_STORAGE: Hop = To(DISKS, "storage_domains");

#[cfg(test)]
mod tests {
    use super::{ENTITIES, MODEL, entity};

    #[test]
    fn every_row_and_link_belongs_to_a_field_or_relation_of_the_model() {
        assert!(ENTITIES.keys().eq(MODEL.entities.keys()), "entities");
        for (name, joined) in ENTITIES.iter() {
            let model = &MODEL.entities[*name];
            for row in joined.table.rows {
                assert!(model.fields.contains_key(row.field), "{name}.{}", row.field);
            }
            assert_eq!(joined.related.len(), model.related.len(), "{name}");
            for related in &joined.related {
                assert!(entity(related.target).is_some(), "{}", related.target);
            }
        }
    }
}
