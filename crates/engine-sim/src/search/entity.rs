//! What can be searched: the form of the tables in `tables`.

use crate::node::Node;
use crate::world::World;

use super::names::Names;

/// A kind of objects that can be searched, or whose fields searches of others can ask for.
pub(crate) struct Entity {
    /// Collections that have such objects: at the top level, and below its objects where the
    /// second isn't empty.
    pub(super) places: &'static [(&'static str, &'static str)],
    pub(super) fields: &'static [Field],
    pub(super) related: &'static [Related],
    /// What objects are sorted by unless a search says so.
    pub(super) order: Order,
}

/// The order of a list; by nothing it is that in which objects were added.
#[derive(Clone, Copy)]
pub(super) enum Order {
    /// By these, one after the other.
    By(&'static [Read]),
    /// The greatest identifier first.
    Newest,
}

/// A field.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) read: Read,
}

/// What the values of a field are, and so what they can be compared with.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Text,
    /// A text that values standing alone are not looked for in.
    Quiet,
    /// A text that values are looked for in the middle of.
    Part,
    /// A text that can be asked to be missing.
    Nullable,
    /// A number; what the object has is divided by this first.
    Number(f64),
    /// One of these.
    OneOf(Names),
    Severity,
    /// A date; only what allows it can be asked for the whole day.
    Date {
        whole_day: bool,
    },
    /// Seconds until now.
    Period,
    /// Identifiers of tags.
    Tag,
}

/// Where an object has a value.
#[derive(Clone, Copy)]
pub(super) enum Read {
    /// At a path in the object itself.
    Path(&'static str),
    /// At a path in the object itself; missing means no.
    Flag(&'static str),
    /// At a path in what is referred to: members and collections on the way.
    Through(&'static [(&'static str, &'static str)], &'static str),
    /// At a path in the objects of a collection below.
    Below(&'static str, &'static str),
    /// The names of the objects of a collection that are linked.
    Names(&'static [Hop], &'static str),
    /// How many are linked.
    Count(&'static [Hop]),
    /// At any of several places.
    Any(&'static [Self]),
    /// It follows from others.
    Derived(fn(&World, &Node) -> Option<String>),
    /// Nowhere: a real engine has such a value, this one doesn't.
    Nowhere,
}

/// A related entity.
pub(super) struct Related {
    pub(super) names: &'static [&'static str],
    pub(super) entity: &'static Entity,
    /// The way there.
    pub(super) hops: &'static [Hop],
}

/// A step from objects to others that are linked to them.
#[derive(Clone, Copy)]
pub(super) enum Hop {
    /// From the objects of a collection to what a member refers to.
    To(&'static str, &'static str),
    /// The same in the other direction.
    From(&'static str, &'static str),
    /// From the objects of a collection to what those of a collection below refer to; without a
    /// member, to those themselves.
    Below(&'static str, &'static str, &'static str),
    /// The same in the other direction.
    Above(&'static str, &'static str, &'static str),
}

impl Entity {
    /// The top level collection of such objects.
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

    /// The fields that values standing alone are looked for in.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'static Field> {
        let fields = self.fields.iter();
        fields.filter(|field| matches!(field.kind, Kind::Text | Kind::Nullable))
    }

    /// All such objects.
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
    /// The objects of collections with a name below the objects of another one: the identifier
    /// above, and the objects.
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
