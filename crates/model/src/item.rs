//! The items of a model: plain data, one struct for each kind of line in the model's files.

use crate::names;
use crate::unit::{Unit, describe};

/// The version that introduced an item, and its deprecation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Since {
    /// The first engine version with it, such as `4.2`; absent if it has always existed.
    pub since: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// The version that deprecated it, if known.
    pub deprecated_since: Option<String>,
}

/// A top-level item of a model file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// An enumeration.
    Enum(Enum),
    /// A struct.
    Struct(Struct),
    /// A service.
    Service(Service),
    /// A shared description.
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

/// A default description for all parameters of a name, or all documents of a kind of
/// method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Name of the parameter, or `add.document`, `get.result` and the like.
    pub name: String,
    /// The description.
    pub doc: String,
}

/// An enumeration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enum {
    /// Name, such as `vm_status`.
    pub name: String,
    /// Version history.
    pub since: Since,
    /// One-line description.
    pub doc: String,
    /// The values, sorted by name.
    pub values: Vec<Value>,
}

/// A value of an [`Enum`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Value {
    /// Name, which is also the XML text.
    pub name: String,
    /// Version history.
    pub since: Since,
    /// One-line description; may be empty.
    pub doc: String,
}

/// A struct of the API.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Struct {
    /// Name, such as `vm`.
    pub name: String,
    /// The base struct, whose members it inherits.
    pub base: Option<String>,
    /// Whether it belongs to the protocol, such as `action` and `fault`, not to the engine's model.
    pub builtin: bool,
    /// Whether other structs contain it in place rather than behind a pointer. That is public API,
    /// so it is stated and never derived.
    pub inline: bool,
    /// What people tell its objects apart by, unless it is the member `name`: another member, or
    /// an empty text if there is none.
    pub label: Option<String>,
    /// Version history.
    pub since: Since,
    /// One-line description.
    pub doc: String,
    /// Own members, sorted by name.
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
    /// An integer; `long` if the engine's schema has 64 bits.
    Integer {
        /// Whether it has 64 bits rather than 32.
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
    /// Its word in the model's files, such as `long`.
    pub fn word(&self) -> &str {
        match self {
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Integer { long: false } => "integer",
            Self::Integer { long: true } => "long",
            Self::Decimal => "decimal",
            Self::Date => "date",
            Self::Named(name) => name,
        }
    }

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
    /// Type of the member, or of the items of a list.
    pub kind: Type,
    /// Whether it is a list.
    pub list: bool,
    /// Whether it links to objects in other collections.
    pub link: bool,
    /// Whether it is a secret, such as a password.
    pub secret: bool,
    /// Whether only the engine sets it: requests cannot.
    pub readonly: bool,
    /// The unit of a number.
    pub unit: Option<Unit>,
    /// Version history.
    pub since: Since,
    /// One-line description.
    pub doc: String,
}

impl Member {
    /// Whether it is an XML attribute rather than an element.
    pub fn is_attribute(&self) -> bool {
        self.name == "id"
    }

    /// The description with unit and access.
    pub fn description(&self) -> String {
        describe(&self.doc, self.unit, self.readonly)
    }

    /// XML tag of the member's element.
    pub fn tag(&self) -> String {
        names::tag(&self.name)
    }

    /// The `rel` of the `<link>` in place of the member's list.
    pub fn rel(&self) -> Option<String> {
        (self.list && self.link).then(|| names::segment(&self.name))
    }

    /// XML tag of the items of a list of simple values.
    pub fn scalar_item_tag(&self) -> String {
        names::tag(&names::singular(&self.name))
    }
}

/// A node of the tree of services.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Service {
    /// Name without the suffix, such as `vms`.
    pub name: String,
    /// The base service, whose methods and locators it inherits.
    pub base: Option<String>,
    /// Functional area, such as `Virtualization`.
    pub area: Option<String>,
    /// Version history.
    pub since: Since,
    /// One-line description.
    pub doc: String,
    /// Own methods, sorted by name.
    pub methods: Vec<Method>,
    /// Own locators, sorted by name.
    pub locators: Vec<Locator>,
}

/// The kind of a method, which determines the HTTP method and the place of parameters.
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
    /// `PUT` of an update.
    Update,
    /// `POST` of an `<action>` to a path segment.
    Action,
}

impl MethodKind {
    /// All kinds except actions; they determine the method's name.
    pub const NAMED: [Self; 5] = [Self::Add, Self::Get, Self::List, Self::Remove, Self::Update];

    /// The keyword in the model's files, which is also the method's name except for actions.
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
    /// Name; except for actions the keyword of the kind.
    pub name: String,
    /// Kind.
    pub kind: MethodKind,
    /// Version history.
    pub since: Since,
    /// One-line description.
    pub doc: String,
    /// Parameters, sorted by name.
    pub parameters: Vec<Parameter>,
    /// Required and accepted members of the parameters.
    pub needs: Vec<Needs>,
    /// Variants of the request.
    pub variants: Vec<Variant>,
}

impl Method {
    /// The members without which engines refuse the request.
    ///
    /// Engines check the required members of additions and actions with a single signature; the
    /// exceptions are in the model's `demands` lines.
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

    /// The parameter that is the request or response document, if any.
    pub fn document(&self) -> Option<&Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.place(self.kind) == Place::Document)
    }

    /// The parameter that an action returns.
    pub fn action_result(&self) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| {
            self.kind == MethodKind::Action && parameter.direction != Direction::In
        })
    }
}

/// The direction of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Sent.
    In,
    /// Received.
    Out,
    /// Sent, and returned as the engine stored it.
    InOut,
}

/// The place of a parameter in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The document.
    Document,
    /// A member of the `<action>` document.
    Action,
    /// A query parameter of the URL.
    Query,
}

/// A parameter of a [`Method`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Name, which is also the query key or the member of the action.
    pub name: String,
    /// Type of the parameter, or of the items of a list.
    pub kind: Type,
    /// Whether it is a list.
    pub list: bool,
    /// Direction.
    pub direction: Direction,
    /// The unit of a number.
    pub unit: Option<Unit>,
    /// Version history.
    pub since: Since,
    /// One-line description; empty if a shared description applies.
    pub doc: String,
}

impl Parameter {
    /// The place of the parameter in a request of a kind of method.
    ///
    /// Parameters of removals are in the query, but the engine reads lists of objects from an
    /// `<action>` in the body of the `DELETE` (only `gluster_bricks.remove` has one).
    pub fn place(&self, kind: MethodKind) -> Place {
        match (kind, self.direction) {
            (MethodKind::Action, _) => Place::Action,
            (_, Direction::Out | Direction::InOut) => Place::Document,
            (_, Direction::In) if self.list => Place::Action,
            (_, Direction::In) => Place::Query,
        }
    }
}

/// The strength of a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedsKind {
    /// Required by the API's model; engines do not always agree.
    Required,
    /// Required by engines, unlike the API's model states.
    Demanded,
    /// Optional.
    Accepted,
}

/// A requirement on the members of parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needs {
    /// Strength.
    pub kind: NeedsKind,
    /// Alternative paths, one of which suffices: they start with the parameter's name; `.` joins
    /// steps, and `[]` follows a list.
    pub any_of: Vec<String>,
}

/// A variant of a [`Method`]: the same request with other requirements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variant {
    /// Name without the method's: `from_snapshot` for `add_from_snapshot`.
    pub name: String,
    /// Version history.
    pub since: Since,
    /// One-line description.
    pub doc: String,
    /// Additional parameters.
    pub parameters: Vec<Parameter>,
    /// Required and accepted members of the parameters.
    pub needs: Vec<Needs>,
}

/// A locator: the step from a [`Service`] to one below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Locator {
    /// Name, such as `disk_attachments`; its URL segment has no underscores.
    pub name: String,
    /// The target service.
    pub service: String,
    /// The parameter that is the path segment, unless that is fixed; usually `id`.
    pub parameter: Option<String>,
    /// Version history.
    pub since: Since,
    /// One-line description.
    pub doc: String,
}

impl Locator {
    /// The path segment, if fixed.
    pub fn segment(&self) -> Option<String> {
        self.parameter.is_none().then(|| names::segment(&self.name))
    }
}
