//! Questions about the API's model that answering a request takes: where a path leads, where the
//! objects of a type live, which members a type has in which order.

use std::collections::HashMap;

use ovirt_model::{Member, Method, MethodKind, Model, Service, Struct, names};

/// The model, and what is looked up in it again and again.
pub(crate) struct Schema {
    pub(crate) model: Model,
    /// The top level collection of each type that has one: `vm` is in `vms`.
    homes: HashMap<String, String>,
}

/// Where a path leads.
pub(crate) struct Place<'a> {
    pub(crate) service: &'a Service,
    /// The path with plain segments, below the API's root: `vms/123`.
    pub(crate) path: String,
    /// Identifiers on the way: the path of each one's collection, and the identifier.
    pub(crate) ids: Vec<(String, String)>,
}

impl Place<'_> {
    /// The collection and the identifier, where the path ends with one.
    pub(crate) fn item(&self) -> Option<(&str, &str)> {
        let (collection, id) = self.ids.last()?;
        (self.path.len() == collection.len() + 1 + id.len()).then_some((collection, id))
    }

    /// The path of the object that has this collection; empty at the top level.
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
                let kind = target.and_then(|service| listed(&model, service));
                if let (Some(segment), Some(kind)) = (locator.segment(), kind) {
                    homes.entry(kind.name.clone()).or_insert(segment);
                }
            }
        }
        Self { model, homes }
    }

    /// Where a path below the API's root leads.
    pub(crate) fn locate(&self, path: &str) -> Option<Place<'_>> {
        let mut place = Place {
            service: self.model.root()?,
            path: String::new(),
            ids: Vec::new(),
        };
        for step in self.model.walk(path)? {
            let segment = crate::message::decode(step.segment, false);
            if step.locator.parameter.is_some() {
                place.ids.push((place.path.clone(), segment.clone()));
            }
            if !place.path.is_empty() {
                place.path.push('/');
            }
            place.path.push_str(&segment);
            place.service = step.service;
        }
        Some(place)
    }

    /// The method of a service that has this kind.
    pub(crate) fn method<'a>(
        &'a self,
        service: &'a Service,
        kind: MethodKind,
    ) -> Option<&'a Method> {
        self.model.method(service, kind)
    }

    /// The type of the items of a collection.
    pub(crate) fn listed<'a>(&'a self, service: &'a Service) -> Option<&'a Struct> {
        listed(&self.model, service)
    }

    /// The type of the object behind a service.
    pub(crate) fn got<'a>(&'a self, service: &'a Service) -> Option<&'a Struct> {
        let kinds = [MethodKind::Get, MethodKind::Update, MethodKind::Add];
        kinds.into_iter().find_map(|kind| {
            let document = self.method(service, kind)?.document()?;
            self.model.structure(document.kind.named()?)
        })
    }

    /// The service of a collection's items.
    pub(crate) fn item_service<'a>(&'a self, service: &'a Service) -> Option<&'a Service> {
        let locators = self.model.locators(service);
        let locator = locators
            .iter()
            .find(|locator| locator.parameter.is_some())?;
        self.model.service(&locator.service)
    }

    /// The top level collection of a type.
    pub(crate) fn home(&self, kind: &str) -> Option<&str> {
        self.homes.get(kind).map(String::as_str)
    }

    /// The member of a type with this XML tag.
    pub(crate) fn member<'a>(&'a self, kind: &'a Struct, tag: &str) -> Option<&'a Member> {
        self.model
            .members(kind)
            .into_iter()
            .find(|member| member.tag() == tag)
    }

    /// Places of a type's members in an answer, by tag: levels of the type's bases one after the
    /// other, in each the plain members before the references, both sorted.
    pub(crate) fn order(&self, kind: &Struct) -> HashMap<String, usize> {
        const FIRST: &[&str] = &["name", "description", "comment"];
        let mut tags: Vec<String> = FIRST.iter().map(|tag| (*tag).to_owned()).collect();
        for level in self.model.lineage(kind) {
            let (links, plain): (Vec<&Member>, Vec<&Member>) =
                level.members.iter().partition(|member| member.link);
            tags.extend(plain.into_iter().chain(links).map(Member::tag));
        }
        let mut order = HashMap::new();
        for (index, tag) in tags.into_iter().enumerate() {
            order.entry(tag).or_insert(index);
        }
        order
    }
}

fn listed<'a>(model: &'a Model, service: &'a Service) -> Option<&'a Struct> {
    let document = model.method(service, MethodKind::List)?.document()?;
    model.structure(document.kind.named()?)
}

/// A path of a needed part as the engine names it: tags become names in camel case.
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
