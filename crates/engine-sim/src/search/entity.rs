//! The schema of the search tables in `tables`.

use crate::node::Node;
use crate::world::World;

use super::names::Names;

/// A searchable entity, or one whose fields other searches can use.
pub(crate) struct Entity {
    /// Collections with such objects: a top-level one, and one below its objects unless the
    /// second is empty.
    pub(super) places: &'static [(&'static str, &'static str)],
    pub(super) fields: &'static [Field],
    pub(super) related: &'static [Related],
    /// The default order.
    pub(super) order: Order,
}

/// The order of a list; `None` is the order of insertion.
#[derive(Clone, Copy)]
pub(super) enum Order {
    /// By these fields, in this order.
    By(&'static [Read]),
    /// By ID, descending.
    Newest,
}

/// A field.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) read: Read,
}

/// The type of a field, which determines its comparisons.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Text,
    /// A text that free text does not match.
    Quiet,
    /// A text that free text matches anywhere.
    Part,
    /// A text that can be compared with null.
    Nullable,
    /// A number; the object's value is divided by this first.
    Number(f64),
    /// One of these values.
    OneOf(Names),
    Severity,
    /// A date; the flag allows comparison with a whole day.
    Date {
        whole_day: bool,
    },
    /// Seconds until now.
    Period,
    /// Tag IDs.
    Tag,
}

/// The source of a value.
#[derive(Clone, Copy)]
pub(super) enum Read {
    /// A path in the object.
    Path(&'static str),
    /// A path in the object; absent means false.
    Flag(&'static str),
    /// A path in a linked object: the members and collections that lead to it.
    Through(&'static [(&'static str, &'static str)], &'static str),
    /// A path in the objects of a collection below.
    Below(&'static str, &'static str),
    /// The names of the objects in a linked collection.
    Names(&'static [Hop], &'static str),
    /// The number of linked objects.
    Count(&'static [Hop]),
    /// Any of several sources.
    Any(&'static [Self]),
    /// Computed.
    Derived(fn(&World, &Node) -> Option<String>),
    /// No value: a real engine has one, the simulator does not.
    Nowhere,
}

/// A related entity.
pub(super) struct Related {
    pub(super) names: &'static [&'static str],
    pub(super) entity: &'static Entity,
    /// The hops to it.
    pub(super) hops: &'static [Hop],
}

/// A hop from objects to linked objects.
#[derive(Clone, Copy)]
pub(super) enum Hop {
    /// From the objects of a collection to the target of a member.
    To(&'static str, &'static str),
    /// The same in the other direction.
    From(&'static str, &'static str),
    /// From the objects of a collection to the targets of a member in a collection below; without
    /// a member, to the objects of that collection.
    Below(&'static str, &'static str, &'static str),
    /// The same in the other direction.
    Above(&'static str, &'static str, &'static str),
}

impl Entity {
    /// The top-level collection of these objects.
    pub(super) fn home(&self) -> &'static str {
        self.places.first().map_or("", |(home, _)| home)
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

    /// The fields that free text matches.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'static Field> {
        let fields = self.fields.iter();
        fields.filter(|field| matches!(field.kind, Kind::Text | Kind::Nullable))
    }

    /// All objects of the entity.
    pub(super) fn objects<'w>(&self, world: &'w World) -> Vec<&'w Node> {
        let mut found = Vec::new();
        for (home, below) in self.places {
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
    /// The objects of all collections with a name below the objects of another one: the parent's
    /// ID, and the objects.
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
