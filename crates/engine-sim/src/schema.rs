//! Lookups in the API model: resolves paths, and finds the home collection, the members and the
//! links of types.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use ovirt_model::{Member, Method, MethodKind, Model, Service, Struct, names};

use crate::engine_version::EngineVersion;
use crate::newer::Newer;
use crate::node::Node;

/// Secrets that engines keep but never return.
const WRITE_ONLY: &[&str] = &["password", "root_password"];

/// The model with indexes for frequent lookups.
pub(crate) struct Schema {
    pub(crate) model: Model,
    /// The top-level collection of each type that has one: `vms` for `vm`.
    homes: HashMap<String, String>,
    /// Document layouts by type name, computed on first use.
    layouts: HashMap<String, OnceLock<Layout>>,
    /// Links by service name, computed on first use.
    links: HashMap<String, OnceLock<Links>>,
    /// Types by document tag, and whether the tag is that of a list.
    tags: HashMap<String, (String, bool)>,
    pub(crate) version: EngineVersion,
    /// What the simulator stores, but an older version does not have.
    pub(crate) newer: Newer,
}

/// The document layout of a type.
#[derive(Default)]
struct Layout {
    tag: String,
    /// Members by XML tag, with their position in a document.
    members: HashMap<String, (usize, Member)>,
}

/// The links in the document of a service's object.
#[derive(Default)]
pub(crate) struct Links {
    /// Path segments of the actions.
    pub(crate) actions: Vec<String>,
    /// Collections below the object: member name and path segment.
    pub(crate) links: Vec<(String, String)>,
}

/// A resolved path.
pub(crate) struct Resource<'a> {
    pub(crate) service: &'a Service,
    /// The decoded path below the API root, such as `vms/123`.
    pub(crate) path: String,
    /// The identifiers in the path, each with the path of its collection.
    pub(crate) ids: Vec<(String, String)>,
    /// The service and the length of the path after each segment.
    steps: Vec<(&'a Service, usize)>,
}

impl<'a> Resource<'a> {
    /// Returns the collection and the identifier if the path ends with an identifier.
    pub(crate) fn item(&self) -> Option<(&str, &str)> {
        let (collection, id) = self.ids.last()?;
        (self.path.len() == collection.len() + 1 + id.len()).then_some((collection, id))
    }

    /// Returns the resource one segment up; `None` at the top level.
    pub(crate) fn above(&self) -> Option<Self> {
        let (_, steps) = self.steps.split_last()?;
        let (service, length) = *steps.last()?;
        let ids = self.ids.iter();
        Some(Self {
            service,
            path: self.path.get(..length)?.to_owned(),
            ids: ids
                .filter(|(collection, _)| collection.len() < length)
                .cloned()
                .collect(),
            steps: steps.to_vec(),
        })
    }

    /// Returns the resource of an item of the collection.
    pub(crate) fn item_at(&self, service: &'a Service, id: &str) -> Self {
        let path = format!("{}/{id}", self.path);
        let mut ids = self.ids.clone();
        ids.push((self.path.clone(), id.to_owned()));
        let mut steps = self.steps.clone();
        steps.push((service, path.len()));
        Self {
            service,
            path,
            ids,
            steps,
        }
    }

    /// Returns the service of the collection below an object of the top level, if the path has one.
    pub(crate) fn below_top(&self) -> Option<&'a Service> {
        self.steps.get(2).map(|(service, _)| *service)
    }

    /// Returns the path of the object above a collection; empty at the top level.
    pub(crate) fn parent(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(parent, _)| parent)
    }
}

impl Schema {
    pub(crate) fn new(model: Model) -> Self {
        let mut homes = HashMap::new();
        if let Some(root) = model.root() {
            for locator in model.locators(root) {
                let target = model.service(&locator.service);
                let kind = target.and_then(|service| item_type(&model, service));
                if let (Some(segment), Some(kind)) = (locator.segment(), kind) {
                    homes.entry(kind.name.clone()).or_insert(segment);
                }
            }
        }
        let mut tags = HashMap::new();
        for kind in model.structs() {
            tags.entry(kind.plural_tag())
                .or_insert_with(|| (kind.name.clone(), true));
        }
        for kind in model.structs() {
            tags.insert(kind.tag(), (kind.name.clone(), false));
        }
        let layouts = model
            .structs()
            .map(|kind| (kind.name.clone(), OnceLock::new()))
            .collect();
        let links = model
            .services()
            .map(|service| (service.name.clone(), OnceLock::new()))
            .collect();
        Self {
            model,
            homes,
            layouts,
            links,
            tags,
            version: EngineVersion::default(),
            newer: Newer::default(),
        }
    }

    /// Returns the schema of an older version of the engine.
    pub(crate) fn of_version(version: EngineVersion) -> Self {
        let whole = Model::embedded();
        let text = version.text.as_deref().unwrap_or_default();
        let model = whole.until(text).unwrap_or_else(|| whole.clone());
        let newer = Newer::new(&model, whole);
        Self {
            version,
            newer,
            ..Self::new(model)
        }
    }

    /// Returns the type with this document tag, and whether the tag is that of a list.
    pub(crate) fn by_tag(&self, tag: &str) -> Option<(&Struct, bool)> {
        let (name, list) = self.tags.get(tag)?;
        Some((self.model.structure(name)?, *list))
    }

    /// Resolves a path below the API root.
    pub(crate) fn locate(&self, path: &str) -> Option<Resource<'_>> {
        let mut resource = Resource {
            service: self.model.root()?,
            path: String::new(),
            ids: Vec::new(),
            steps: Vec::new(),
        };
        for step in self.model.walk(path)? {
            let segment = crate::message::percent_decode(step.segment, false);
            if step.locator.parameter.is_some() {
                resource.ids.push((resource.path.clone(), segment.clone()));
            }
            if !resource.path.is_empty() {
                resource.path.push('/');
            }
            resource.path.push_str(&segment);
            resource.service = step.service;
            resource.steps.push((step.service, resource.path.len()));
        }
        Some(resource)
    }

    /// Returns the method of a service with this kind.
    pub(crate) fn method<'a>(
        &'a self,
        service: &'a Service,
        kind: MethodKind,
    ) -> Option<&'a Method> {
        self.model.method(service, kind)
    }

    /// Returns the item type of a collection's service.
    pub(crate) fn item_type<'a>(&'a self, service: &'a Service) -> Option<&'a Struct> {
        item_type(&self.model, service)
    }

    /// Returns the type of a service's object.
    pub(crate) fn object_type<'a>(&'a self, service: &'a Service) -> Option<&'a Struct> {
        let kinds = [MethodKind::Get, MethodKind::Update, MethodKind::Add];
        kinds.into_iter().find_map(|kind| {
            let document = self.method(service, kind)?.document()?;
            self.model.structure(document.kind.named()?)
        })
    }

    /// Returns the service of a collection's items.
    pub(crate) fn item_service<'a>(&'a self, service: &'a Service) -> Option<&'a Service> {
        let locators = self.model.locators(service);
        let locator = locators
            .iter()
            .find(|locator| locator.parameter.is_some())?;
        self.model.service(&locator.service)
    }

    /// Returns the top-level collection of a type.
    pub(crate) fn home(&self, kind: &str) -> Option<&str> {
        self.homes.get(kind).map(String::as_str)
    }

    /// Returns the XML tag of a type.
    pub(crate) fn tag(&self, kind: &Struct) -> &str {
        self.layout(kind).map_or("", |layout| &layout.tag)
    }

    /// Returns the member of a type with this XML tag.
    pub(crate) fn member(&self, kind: &Struct, tag: &str) -> Option<&Member> {
        self.position(kind, tag).map(|(_, member)| member)
    }

    /// Removes empty structures from the document of an update, as they change nothing. Empty
    /// lists, references, texts and structures with an identifier, such as a VLAN, stay: they unset
    /// the member.
    pub(crate) fn remove_empty(&self, document: &mut Node, kind: &Struct) {
        let structure_of = |tag: &str| {
            let member = self.member(kind, tag)?;
            let structure = self.model.structure(member.kind.named()?)?;
            let has_id = self.member(structure, "id").is_some();
            (!member.list && !member.link && !has_id).then_some(structure)
        };
        document.children.retain_mut(|child| {
            let Some(structure) = structure_of(&child.tag) else {
                return true;
            };
            self.remove_empty(child, structure);
            !child.children.is_empty() || !child.attributes.is_empty()
        });
    }

    /// Whether responses leave a member of an object out: it is write-only, or too new.
    pub(crate) fn hides(&self, kind: &Struct, member: &Node) -> bool {
        let is_secret = || self.member(kind, &member.tag).is_some_and(|own| own.secret);
        is_write_only(member) && is_secret() || self.newer.hides(kind, member)
    }

    /// Returns the object without what responses leave out, at any depth.
    pub(crate) fn visible<'n>(&self, object: &'n Node, kind: &Struct) -> Cow<'n, Node> {
        if self.version.text.is_none() && !has_write_only(object) {
            return Cow::Borrowed(object);
        }
        let mut object = object.clone();
        self.remove_hidden(&mut object, kind);
        Cow::Owned(object)
    }

    fn remove_hidden(&self, object: &mut Node, kind: &Struct) {
        object.children.retain(|child| !self.hides(kind, child));
        for child in &mut object.children {
            let member = self.member(kind, &child.tag);
            let target = member.and_then(|member| self.model.structure(member.kind.named()?));
            match (target, member.is_some_and(|member| member.list)) {
                (Some(target), true) => {
                    for item in &mut child.children {
                        self.remove_hidden(item, target);
                    }
                }
                (Some(target), false) => self.remove_hidden(child, target),
                (None, _) => {}
            }
        }
    }

    /// Returns the member of a type with this XML tag, and its position in a document: base types
    /// first; in each type the plain members before the references, both sorted.
    pub(crate) fn position(&self, kind: &Struct, tag: &str) -> Option<(usize, &Member)> {
        let (position, member) = self.layout(kind)?.members.get(tag)?;
        Some((*position, member))
    }

    fn layout(&self, kind: &Struct) -> Option<&Layout> {
        let layout = self.layouts.get(&kind.name)?;
        Some(layout.get_or_init(|| Layout::new(&self.model, kind)))
    }

    /// Returns the links of a service's object.
    pub(crate) fn links(&self, service: &Service) -> Option<&Links> {
        let links = self.links.get(&service.name)?;
        Some(links.get_or_init(|| Links::new(&self.model, service)))
    }
}

impl Layout {
    fn new(model: &Model, kind: &Struct) -> Self {
        const FIRST: &[&str] = &["name", "description", "comment"];
        let mut tags: Vec<String> = FIRST.iter().map(|tag| (*tag).to_owned()).collect();
        for level in model.lineage(kind) {
            let (links, plain): (Vec<&Member>, Vec<&Member>) =
                level.members.iter().partition(|member| member.link);
            tags.extend(plain.into_iter().chain(links).map(Member::tag));
        }
        let mut layout = Self {
            tag: kind.tag(),
            ..Self::default()
        };
        let mut order = HashMap::new();
        for (index, tag) in tags.into_iter().enumerate() {
            order.entry(tag).or_insert(index);
        }
        for member in model.members(kind) {
            let tag = member.tag();
            let position = order.get(&tag).copied().unwrap_or(usize::MAX);
            let entry = layout.members.entry(tag);
            entry.or_insert_with(|| (position, member.clone()));
        }
        layout
    }
}

impl Links {
    fn new(model: &Model, service: &Service) -> Self {
        let methods = model.methods(service).into_iter();
        let locators = model.locators(service).into_iter();
        Self {
            actions: methods.filter_map(|method| method.segment()).collect(),
            links: locators
                .filter_map(|locator| {
                    let target = model.service(&locator.service)?;
                    model.method(target, MethodKind::List)?;
                    Some((locator.name.clone(), locator.segment()?))
                })
                .collect(),
        }
    }
}

fn is_write_only(member: &Node) -> bool {
    WRITE_ONLY.contains(&member.tag.as_str())
}

fn has_write_only(object: &Node) -> bool {
    let mut children = object.children.iter();
    children.any(|child| is_write_only(child) || has_write_only(child))
}

fn item_type<'a>(model: &'a Model, service: &'a Service) -> Option<&'a Struct> {
    let document = model.method(service, MethodKind::List)?.document()?;
    model.structure(document.kind.named()?)
}

/// Formats the path of a member like the engine: with names in camel case.
pub(crate) fn camel_path(path: &str) -> String {
    let steps: Vec<String> = path
        .split('.')
        .map(|step| {
            let camel = names::camel(step.trim_end_matches("[]"));
            let mut letters = camel.chars();
            letters
                .next()
                .map(|first| first.to_lowercase().chain(letters).collect())
                .unwrap_or_default()
        })
        .collect();
    steps.join(".")
}
