//! The schema of the search tables in `tables`: entities, fields, relations.

use crate::node::Node;
use crate::world::World;

/// A type of objects that is searchable itself or as a relation of others: what the model says of
/// it, joined with where the simulator has the values.
pub(crate) struct Entity {
    pub(super) table: &'static Table,
    pub(super) fields: Vec<Field>,
    pub(super) related: Vec<Related>,
}

/// Where the simulator has the objects of an entity and their values.
pub(super) struct Table {
    /// Name of the entity in the model.
    pub(super) entity: &'static str,
    /// Collections of such objects: a top-level collection, and a collection below its objects
    /// unless empty.
    pub(super) collections: &'static [(&'static str, &'static str)],
    /// The default order.
    pub(super) order: Order,
    /// The fields whose value is not the member of the same name.
    pub(super) rows: &'static [FieldSource],
    /// The links to related entities, by the first name of the relation.
    pub(super) links: &'static [(&'static str, &'static [Hop])],
    /// Fields, also some unknown to the model, with which the statement of the database fails.
    /// With a full stop at the end: all fields of a related entity.
    pub(super) broken: &'static [&'static str],
    /// Fields that are no sort keys.
    pub(super) unsorted: &'static [&'static str],
}

/// A field with its source.
pub(super) struct FieldSource {
    pub(super) field: &'static str,
    pub(super) source: ValueSource,
    pub(super) matching: Matching,
}

/// How a text matches, unless as the model says.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Matching {
    /// As the model says.
    Usual,
    /// Free-text searches skip the field.
    NamedOnly,
    /// The field contains the value.
    Substring,
    /// Comparable with `null`.
    Nullable,
    /// In seconds.
    Duration,
}

/// The default order of a list.
#[derive(Clone, Copy)]
pub(super) enum Order {
    /// By several values; without any, in the order of insertion.
    By(&'static [ValueSource]),
    /// By descending id.
    Newest,
}

/// A searchable field.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: FieldType,
    pub(super) source: ValueSource,
}

/// Words of searches with the values in the API.
pub(super) type Words = &'static [(String, String)];

/// The type of a field, which determines how its values are compared.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum FieldType {
    Text,
    /// A text that free-text searches skip.
    NamedOnly,
    /// A text that matches if it contains the value.
    Substring,
    /// A text that can be compared with `null`.
    Nullable,
    /// A number; the object's value is divided by this unit first.
    Number(f64),
    Flag,
    Words(Words),
    Severity,
    /// A date. `=` is only allowed if it matches the whole day.
    Date {
        whole_day: bool,
    },
    /// A duration in seconds.
    Duration,
    /// Ids of tags.
    Tag,
}

/// Where the value of a field comes from.
#[derive(Clone, Copy)]
pub(super) enum ValueSource {
    /// A path in the object.
    Path(&'static str),
    /// A path in the object, and the value if it is absent.
    PathOr(&'static str, &'static str),
    /// A path in a referenced object. The pairs are the members and collections on the way.
    Referenced(&'static [(&'static str, &'static str)], &'static str),
    /// A path in the objects of a collection below the object.
    Subcollection(&'static str, &'static str),
    /// The names of linked objects of a collection.
    LinkedNames(&'static [Hop], &'static str),
    /// The number of objects linked in any of several ways.
    LinkCount(&'static [&'static [Hop]]),
    /// Any of several sources.
    AnyOf(&'static [Self]),
    /// A function of the object.
    Computed(fn(&World, &Node) -> Option<String>),
    /// The simulator has no such value, unlike a real engine.
    Unsupported,
}

/// A relation to another entity.
pub(super) struct Related {
    pub(super) names: &'static [String],
    /// Name of the other entity in the model.
    pub(super) target: &'static str,
    /// The links that lead there.
    pub(super) hops: &'static [Hop],
}

/// A step from objects to linked ones.
#[derive(Clone, Copy)]
pub(super) enum Hop {
    /// From the objects of a collection to those a member refers to.
    To(&'static str, &'static str),
    /// The reverse of [`Hop::To`].
    From(&'static str, &'static str),
    /// From the objects of a collection to the targets of a member of their child objects.
    /// An empty member stands for the objects below themselves.
    Below(&'static str, &'static str, &'static str),
    /// The reverse of [`Hop::Below`].
    Above(&'static str, &'static str, &'static str),
}

impl Entity {
    /// Returns the top-level collection.
    pub(super) fn home(&self) -> &'static str {
        self.table.collections.first().map_or("", |(home, _)| home)
    }

    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        let mut fields = self.fields.iter();
        fields.find(|field| field.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn related(&self, name: &str) -> Option<&Related> {
        let mut related = self.related.iter();
        related.find(|related| {
            let mut names = related.names.iter();
            names.any(|own| own.eq_ignore_ascii_case(name))
        })
    }

    /// Whether a field breaks the statement of the database.
    pub(super) fn breaks(&self, name: &str) -> bool {
        let mut broken = self.table.broken.iter();
        broken.any(|own| own.eq_ignore_ascii_case(name))
    }

    /// Returns the fields that free-text searches look at.
    pub(super) fn free_text_fields(&self) -> impl Iterator<Item = &Field> {
        let fields = self.fields.iter();
        fields.filter(|field| matches!(field.kind, FieldType::Text | FieldType::Nullable))
    }

    /// Returns all objects of this type.
    pub(super) fn objects<'w>(&self, world: &'w World) -> Vec<&'w Node> {
        let mut found = Vec::new();
        for (home, below) in self.table.collections {
            if below.is_empty() {
                found.extend(world.store.list(home));
            } else {
                found.extend(world.objects_below(home, below).flat_map(|(_, list)| list));
            }
        }
        found
    }
}

impl World {
    /// Returns the objects of the collections `below` each object of `home`, with the id of the
    /// parent.
    pub(super) fn objects_below<'w>(
        &'w self,
        home: &'w str,
        below: &'w str,
    ) -> impl Iterator<Item = (&'w str, &'w [Node])> {
        self.store.all().filter_map(move |(path, objects)| {
            let rest = path.strip_prefix(home)?.strip_prefix('/')?;
            let id = rest.strip_suffix(below)?.strip_suffix('/')?;
            (!id.contains('/')).then_some((id, objects))
        })
    }
}
