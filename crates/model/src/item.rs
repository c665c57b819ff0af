//! What a model consists of: plain data, one struct for each kind of line in the model's files.

use crate::names;

/// When something came into the API and whether it should no longer be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Since {
    /// First version of the engine that has it, such as `4.2`; absent: always had it.
    pub since: Option<String>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// First version in which it should no longer be used, where that is known.
    pub deprecated_since: Option<String>,
}

/// One top level item of a model file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A type with a fixed set of values.
    Enum(Enum),
    /// A type with members.
    Struct(Struct),
    /// A node of the tree of services.
    Service(Service),
    /// A description that many items share.
    Shared(Shared),
}

impl Item {
    /// The kind (`enum`, `struct`, `service`, `shared`) and the name; unique in a model.
    pub fn key(&self) -> (&'static str, &str) {
        match self {
            Self::Enum(item) => ("enum", &item.name),
            Self::Struct(item) => ("struct", &item.name),
            Self::Service(item) => ("service", &item.name),
            Self::Shared(item) => ("shared", &item.name),
        }
    }
}

/// A description for all parameters of one name, or all documents of one kind of method, that
/// have none of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Name of the parameter, or `add.document`, `get.result` and the like.
    pub name: String,
    /// The description.
    pub doc: String,
}

/// A type with a fixed set of values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enum {
    /// Name, such as `vm_status`.
    pub name: String,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers.
    pub doc: String,
    /// The values, sorted by name.
    pub values: Vec<Value>,
}

/// A value of an [`Enum`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Value {
    /// Name; what the XML carries.
    pub name: String,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers; may be empty.
    pub doc: String,
}

/// A type with members.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Struct {
    /// Name, such as `vm`.
    pub name: String,
    /// The struct whose members it inherits.
    pub base: Option<String>,
    /// Part of the protocol rather than of the engine's model: `action`, `fault`, `grace_period`.
    pub builtin: bool,
    /// Whether Rust structs hold it inline rather than boxed: part of the SDK's public API.
    pub inline: bool,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers.
    pub doc: String,
    /// The members that it declares itself, sorted by name.
    pub members: Vec<Member>,
}

impl Struct {
    /// XML tag of one object.
    pub fn tag(&self) -> String {
        names::tag(&self.name)
    }

    /// XML tag of a list of objects.
    pub fn plural_tag(&self) -> String {
        names::tag(&names::plural(&self.name))
    }
}

/// The type of a member or a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A whole number; `long` when the engine's schema has 64 bits for it.
    Integer {
        /// 64 bits rather than 32.
        long: bool,
    },
    /// A number with a fraction.
    Decimal,
    /// A point in time.
    Date,
    /// An [`Enum`] or a [`Struct`], by name.
    Named(String),
}

impl Type {
    /// The name of the enum or struct, if it is one.
    pub fn named(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            _ => None,
        }
    }
}

/// A member of a [`Struct`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Name, such as `disk_attachments`.
    pub name: String,
    /// Type of the member, or of the items where it is a list.
    pub kind: Type,
    /// Whether it holds any number of values.
    pub list: bool,
    /// Whether it points to objects that live elsewhere.
    pub link: bool,
    /// Whether it must never be shown: passwords and the like.
    pub secret: bool,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers.
    pub doc: String,
}

impl Member {
    /// Whether the XML has it as an attribute rather than an element.
    pub fn is_attribute(&self) -> bool {
        self.name == "id"
    }

    /// XML tag of the member's element.
    pub fn tag(&self) -> String {
        names::tag(&self.name)
    }

    /// The `rel` of the `<link>` that stands for the member where its list isn't in place.
    pub fn rel(&self) -> Option<String> {
        (self.list && self.link).then(|| names::segment(&self.name))
    }

    /// XML tag of the items of a list whose type isn't a struct.
    pub fn scalar_item_tag(&self) -> String {
        names::tag(&names::singular(&self.name))
    }
}

/// A node of the tree of services.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Service {
    /// Name without the suffix, such as `vms`.
    pub name: String,
    /// The service whose methods and locators it inherits.
    pub base: Option<String>,
    /// Area of the engine that it belongs to, such as `Virtualization`.
    pub area: Option<String>,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers.
    pub doc: String,
    /// Methods that it declares itself, sorted by name.
    pub methods: Vec<Method>,
    /// Locators that it declares itself, sorted by name.
    pub locators: Vec<Locator>,
}

/// What a method does, which decides the HTTP method and where parameters go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MethodKind {
    /// `POST` of a new object.
    Add,
    /// `GET` of one object.
    Get,
    /// `GET` of a list.
    List,
    /// `DELETE`.
    Remove,
    /// `PUT` of changes.
    Update,
    /// `POST` of an `<action>` to a segment of its own.
    Action,
}

impl MethodKind {
    /// All kinds that name their method: all but actions.
    pub const NAMED: [Self; 5] = [Self::Add, Self::Get, Self::List, Self::Remove, Self::Update];

    /// The word for it in the model's files; for all but actions also the method's name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Get => "get",
            Self::List => "list",
            Self::Remove => "remove",
            Self::Update => "update",
            Self::Action => "action",
        }
    }

    /// The HTTP method.
    pub fn http(self) -> &'static str {
        match self {
            Self::Get | Self::List => "GET",
            Self::Add | Self::Action => "POST",
            Self::Update => "PUT",
            Self::Remove => "DELETE",
        }
    }
}

/// A method of a [`Service`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Name; for all kinds but actions the word of the kind.
    pub name: String,
    /// What it does.
    pub kind: MethodKind,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers.
    pub doc: String,
    /// Parameters, sorted by name.
    pub parameters: Vec<Parameter>,
    /// Which parts of the parameters' values count.
    pub needs: Vec<Needs>,
    /// Other signatures of the same request.
    pub variants: Vec<Variant>,
}

impl Method {
    /// What engines refuse a request without.
    ///
    /// They check what the model requires of additions and actions, unless there are several
    /// signatures; a few they check by hand, which the model's `demands` lines say.
    pub fn demands(&self) -> Vec<&Needs> {
        let of = |kind| self.needs.iter().filter(move |needs| needs.kind == kind);
        if of(NeedsKind::Demanded).next().is_some() {
            return of(NeedsKind::Demanded).collect();
        }
        match self.kind {
            MethodKind::Add | MethodKind::Action if self.variants.is_empty() => {
                of(NeedsKind::Required).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Last segment of an action's URL.
    pub fn segment(&self) -> Option<String> {
        (self.kind == MethodKind::Action).then(|| names::segment(&self.name))
    }

    /// The parameter that is the request or response document, if there is one.
    pub fn document(&self) -> Option<&Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.place(self.kind) == Place::Document)
    }

    /// The parameter of an action that comes back with a result.
    pub fn action_result(&self) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| {
            self.kind == MethodKind::Action && parameter.direction != Direction::In
        })
    }
}

/// Whether a parameter is sent, received or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Sent.
    In,
    /// Received.
    Out,
    /// Sent, and received as the engine made it.
    InOut,
}

/// Where a parameter stands in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the document.
    Document,
    /// A member of the `<action>` document.
    Action,
    /// A key of the URL's query.
    Query,
}

/// A parameter of a [`Method`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Name; also the query key or the member of the action.
    pub name: String,
    /// Type of the parameter, or of the items where it is a list.
    pub kind: Type,
    /// Whether it holds any number of values.
    pub list: bool,
    /// Whether it is sent, received or both.
    pub direction: Direction,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers; empty where a shared description does.
    pub doc: String,
}

impl Parameter {
    /// Where the parameter stands in a request of a method of this kind.
    ///
    /// Parameters of removals are in the query, but the engine reads lists of objects from an
    /// `<action>` in the body of the `DELETE` (there is one: `gluster_bricks.remove`).
    pub fn place(&self, kind: MethodKind) -> Place {
        match (kind, self.direction) {
            (MethodKind::Action, _) => Place::Action,
            (_, Direction::Out | Direction::InOut) => Place::Document,
            (_, Direction::In) if self.list => Place::Action,
            (_, Direction::In) => Place::Query,
        }
    }
}

/// How much a part of a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedsKind {
    /// The API's model says that it is mandatory; engines don't always agree.
    Required,
    /// Engines are known to refuse requests without it, where that isn't what the model says.
    Demanded,
    /// It may be there.
    Accepted,
}

/// A part of the parameters' values that counts for a method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needs {
    /// How much it counts.
    pub kind: NeedsKind,
    /// Alternatives, one of which is enough: paths from a parameter's name, steps joined by `.`,
    /// with `[]` after a list.
    pub any_of: Vec<String>,
}

/// Another signature of a [`Method`]: the same request with other needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variant {
    /// Own name, which follows the method's: `from_snapshot`; `add_from_snapshot` in full.
    pub name: String,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers.
    pub doc: String,
    /// Parameters that only this signature has.
    pub parameters: Vec<Parameter>,
    /// Which parts of the parameters' values count.
    pub needs: Vec<Needs>,
}

/// The way from a [`Service`] to one below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Locator {
    /// Name, such as `disk_attachments`; its URL segment has no underscores.
    pub name: String,
    /// The service that it leads to.
    pub service: String,
    /// The parameter whose value is the segment, where that isn't fixed: mostly `id`.
    pub parameter: Option<String>,
    /// Its life in the API.
    pub since: Since,
    /// One line for readers.
    pub doc: String,
}

impl Locator {
    /// The URL segment, where that is fixed.
    pub fn segment(&self) -> Option<String> {
        self.parameter.is_none().then(|| names::segment(&self.name))
    }
}
