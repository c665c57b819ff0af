//! The schema of the search tables in `tables`: entities, fields, relations.

use crate::node::Node;
use crate::world::World;

use super::names::EnumNames;

/// A type of objects that is searchable itself or as a relation of others.
pub(crate) struct Entity {
    /// Collections of such objects: a top-level collection, and a collection below its objects
    /// unless empty.
    pub(super) collections: &'static [(&'static str, &'static str)],
    pub(super) fields: &'static [Field],
    pub(super) related: &'static [Related],
    /// The default order.
    pub(super) order: Order,
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
    Enum(EnumNames),
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
    /// A path in the object; `false` if absent.
    Flag(&'static str),
    /// A path in a referenced object. The pairs are the members and collections on the way.
    Referenced(&'static [(&'static str, &'static str)], &'static str),
    /// A path in the objects of a collection below the object.
    Subcollection(&'static str, &'static str),
    /// The names of linked objects of a collection.
    LinkedNames(&'static [Hop], &'static str),
    /// The number of linked objects.
    LinkCount(&'static [Hop]),
    /// Any of several sources.
    AnyOf(&'static [Self]),
    /// A function of the object.
    Computed(fn(&World, &Node) -> Option<String>),
    /// The simulator has no such value, unlike a real engine.
    Unsupported,
}

/// A relation to another entity.
pub(super) struct Related {
    pub(super) names: &'static [&'static str],
    pub(super) entity: &'static Entity,
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
        self.collections.first().map_or("", |(home, _)| home)
    }

    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        let mut fields = self.fields.iter();
        fields.find(|field| field.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn related(&self, name: &str) -> Option<&'static Related> {
        let mut related = self.related.iter();
        related.find(|related| {
            let mut names = related.names.iter();
            names.any(|own| own.eq_ignore_ascii_case(name))
        })
    }

    /// Returns the fields that free-text searches look at.
    pub(super) fn free_text_fields(&self) -> impl Iterator<Item = &'static Field> {
        let fields = self.fields.iter();
        fields.filter(|field| matches!(field.kind, FieldType::Text | FieldType::Nullable))
    }

    /// Returns all objects of this type.
    pub(super) fn objects<'w>(&self, world: &'w World) -> Vec<&'w Node> {
        let mut found = Vec::new();
        for (home, below) in self.collections {
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
