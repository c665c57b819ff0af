//! Nouns and verbs: the tree of services, as the words of a command line.
//!
//! A noun is a fixed segment of a path, in the singular: `vm`, `vm nic`. The collection and the
//! object behind it are one noun; its verbs are the methods of both.

use std::collections::BTreeSet;

use ovirt_model::{
    Direction, Locator, Method, MethodKind, Model, Needs, Parameter, Service, Variant, names,
};

use crate::data;

/// A noun: a way from the root of the tree of services.
#[derive(Clone, Debug)]
pub(crate) struct Noun<'m> {
    pub(crate) levels: Vec<Level<'m>>,
}

/// One word of a noun.
#[derive(Clone, Debug)]
pub(crate) struct Level<'m> {
    /// Name of the locator, such as `disk_attachments`.
    pub(crate) name: &'m str,
    /// One-line description of the locator.
    pub(crate) doc: &'m str,
    /// The service of the fixed segment.
    pub(crate) collection: &'m Service,
    /// The service of an object below it, if it is a collection.
    pub(crate) item: Option<&'m Service>,
    /// Whether the way goes on below the collection itself, past no object.
    pub(crate) without_item: bool,
}

/// A method or a variant of a noun.
#[derive(Clone, Debug)]
pub(crate) struct Verb<'m> {
    /// Such as `export-to-path-on-host`.
    pub(crate) name: String,
    pub(crate) service: &'m Service,
    pub(crate) method: &'m Method,
    pub(crate) variant: Option<&'m Variant>,
    /// Whether it concerns an object rather than the collection.
    pub(crate) on_item: bool,
}

/// The form of a word that is compared: `DataCenter`, `data-center` and `data_center` are equal.
pub(crate) fn normal(word: &str) -> String {
    let letters = word.chars().filter(|letter| !matches!(letter, '-' | '_'));
    letters.flat_map(char::to_lowercase).collect()
}

/// How a name of the model is written on the command line.
pub(crate) fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

impl<'m> Noun<'m> {
    /// The nouns at the root.
    pub(crate) fn roots(model: &'m Model) -> Vec<Self> {
        Self::system().children(model)
    }

    /// The nouns one word deeper.
    pub(crate) fn children(&self, model: &'m Model) -> Vec<Self> {
        let ways = self.ways(model).into_iter();
        ways.filter_map(|way| self.below(model, way)).collect()
    }

    /// The locators one word deeper, and whether each is below the collection rather than below
    /// its objects.
    fn ways(&self, model: &'m Model) -> Vec<(&'m Locator, bool)> {
        let services = match self.last() {
            Some(last) => [
                (last.item, false),
                (Some(last.collection), last.item.is_some()),
            ],
            None => [(model.root(), false), (None, false)],
        };
        let mut ways = Vec::new();
        for (service, without_item) in services {
            let locators = service
                .into_iter()
                .flat_map(|service| model.locators(service));
            let fixed = locators.filter(|locator| locator.parameter.is_none());
            ways.extend(fixed.map(|locator| (locator, without_item)));
        }
        ways
    }

    fn below(
        &self,
        model: &'m Model,
        (locator, without_item): (&'m Locator, bool),
    ) -> Option<Self> {
        let mut levels = self.levels.clone();
        if let Some(parent) = levels.last_mut() {
            parent.without_item = without_item;
        }
        levels.push(Level::of(model, locator)?);
        Some(Self { levels })
    }

    /// This noun and all below it, each before those below.
    pub(crate) fn and_below(&self, model: &'m Model) -> Vec<Self> {
        let mut nouns = vec![self.clone()];
        let mut next = 0;
        while let Some(noun) = nouns.get(next) {
            // A service that is already on the way leads in a circle.
            let is_new = |child: &Self| {
                let services = child.levels.iter().map(|level| &level.collection.name);
                let known: BTreeSet<_> = services.collect();
                known.len() == child.levels.len()
            };
            let children: Vec<_> = noun.children(model).into_iter().filter(is_new).collect();
            nouns.splice(next + 1..next + 1, children);
            next += 1;
        }
        nouns
    }

    /// The root of the API as a noun, `system`.
    pub(crate) fn system() -> Self {
        Self { levels: Vec::new() }
    }

    /// The words of the noun, such as `vm disk-attachment`.
    pub(crate) fn words(&self) -> String {
        if self.levels.is_empty() {
            return "system".to_owned();
        }
        let words: Vec<String> = self.levels.iter().map(Level::word).collect();
        words.join(" ")
    }

    pub(crate) fn last(&self) -> Option<&Level<'m>> {
        self.levels.last()
    }

    /// The verbs, sorted by name.
    pub(crate) fn verbs(&self, model: &'m Model) -> Vec<Verb<'m>> {
        let (collection, item) = match self.last() {
            Some(level) => (Some(level.collection), level.item),
            None => (model.root(), None),
        };
        let mut verbs = Vec::new();
        for (service, on_item) in [(item, true), (collection, false)] {
            for method in service
                .into_iter()
                .flat_map(|service| model.methods(service))
            {
                let Some(service) = service else { continue };
                let mut name = dashed(&method.name);
                // Both a collection and its objects have the method: once in the model.
                if verbs.iter().any(|other: &Verb<'_>| other.name == name) {
                    name.push_str("-many");
                }
                let variants = method.variants.iter().map(Some);
                for variant in std::iter::once(None).chain(variants) {
                    let name = match variant {
                        Some(variant) => format!("{name}-{}", dashed(&variant.name)),
                        None => name.clone(),
                    };
                    verbs.push(Verb {
                        name,
                        service,
                        method,
                        variant,
                        on_item,
                    });
                }
            }
        }
        verbs.sort_by(|a, b| a.name.cmp(&b.name));
        verbs
    }

    /// The verb of this name, or of an alias such as `create`.
    pub(crate) fn verb(&self, model: &'m Model, word: &str) -> Option<Verb<'m>> {
        let word = normal(word);
        let verbs = self.verbs(model);
        let find = |wanted: &str| {
            verbs
                .iter()
                .find(|verb| normal(&verb.name) == wanted)
                .cloned()
        };
        find(&word).or_else(|| find(&normal(data::verb_alias(&word)?)))
    }

    /// The noun one word deeper, and whether the word was its plural.
    pub(crate) fn child(&self, model: &'m Model, word: &str) -> Option<(Self, bool)> {
        let ways = self.ways(model);
        // Only the service that the word means is read.
        let find = |wanted: &str| {
            ways.iter().find_map(|way| {
                let plural = normal(&way.0.name) == wanted;
                let is_it = plural || normal(&names::singular(&way.0.name)) == wanted;
                is_it
                    .then(|| Some((self.below(model, *way)?, plural)))
                    .flatten()
            })
        };
        let alias = |word: &str| find(&normal(data::noun_alias(word)?));
        let word = normal(word);
        let plural_alias = || Some((alias(word.strip_suffix('s')?)?.0, true));
        find(&word).or_else(|| alias(&word)).or_else(plural_alias)
    }

    /// Positions of the levels whose objects are in the path, outermost first.
    pub(crate) fn object_positions(&self, on_item: bool) -> Vec<usize> {
        let last = self.levels.len().saturating_sub(1);
        let passed = |index: &usize| {
            let level = &self.levels[*index];
            let included = if *index == last {
                on_item
            } else {
                !level.without_item
            };
            level.item.is_some() && included
        };
        (0..self.levels.len()).filter(passed).collect()
    }

    /// The levels whose objects are in the path, outermost first.
    pub(crate) fn objects(&self, on_item: bool) -> Vec<&Level<'m>> {
        let positions = self.object_positions(on_item).into_iter();
        positions.map(|position| &self.levels[position]).collect()
    }

    /// The path of the collection at a level, given the identifiers of the objects before it.
    pub(crate) fn collection_path(&self, position: usize, ids: &[String]) -> String {
        let levels = self.levels[..=position].to_vec();
        Self { levels }.path(ids)
    }

    /// The path below the API's root, given the identifiers of the objects in it.
    pub(crate) fn path(&self, ids: &[String]) -> String {
        let mut path = String::new();
        let mut ids = ids.iter();
        for (index, level) in self.levels.iter().enumerate() {
            path.push('/');
            path.push_str(&names::segment(level.name));
            let is_last = index + 1 == self.levels.len();
            if level.item.is_some()
                && (is_last || !level.without_item)
                && let Some(id) = ids.next()
            {
                path.push('/');
                path.push_str(id);
            }
        }
        path
    }
}

impl<'m> Level<'m> {
    fn of(model: &'m Model, locator: &'m Locator) -> Option<Self> {
        if locator.parameter.is_some() {
            return None;
        }
        let collection = model.service(&locator.service)?;
        let mut items = model.locators(collection).into_iter();
        let item = items.find(|locator| locator.parameter.is_some());
        Some(Self {
            name: &locator.name,
            doc: &locator.doc,
            collection,
            item: item.and_then(|item| model.service(&item.service)),
            without_item: false,
        })
    }

    /// The word in the singular, such as `disk-attachment`.
    pub(crate) fn word(&self) -> String {
        dashed(&names::singular(self.name))
    }

    /// Name of the struct of its objects, such as `vm`.
    pub(crate) fn type_name(&self, model: &'m Model) -> Option<&'m str> {
        let result = |service: &'m Service, kind| {
            let method = model.method(service, kind)?;
            method.document()?.kind.named()
        };
        let of_item = self.item.and_then(|item| result(item, MethodKind::Get));
        of_item
            .or_else(|| result(self.collection, MethodKind::List))
            .or_else(|| result(self.collection, MethodKind::Get))
            .or_else(|| result(self.collection, MethodKind::Add))
    }
}

impl<'m> Verb<'m> {
    /// One-line description.
    pub(crate) fn doc(&self) -> &'m str {
        self.variant
            .map_or(&self.method.doc, |variant| &variant.doc)
    }

    /// Name of the operation in the API's model, such as `vms.add`.
    pub(crate) fn operation(&self) -> String {
        format!("{}.{}", self.service.name, self.method.name)
    }

    /// Whether it changes nothing.
    pub(crate) fn is_read(&self) -> bool {
        matches!(self.method.kind, MethodKind::Get | MethodKind::List)
    }

    /// The parameters of the method and the variant.
    pub(crate) fn parameters(&self) -> Vec<&'m Parameter> {
        let of_variant = self
            .variant
            .into_iter()
            .flat_map(|variant| &variant.parameters);
        let mut parameters: Vec<&Parameter> = self.method.parameters.iter().collect();
        for parameter in of_variant {
            if parameters.iter().all(|own| own.name != parameter.name) {
                parameters.push(parameter);
            }
        }
        parameters
    }

    /// Name of the parameter whose members are the document; needs begin with it.
    pub(crate) fn document_name(&self) -> Option<&'m str> {
        let is_document = |it: &&Parameter| it.direction == Direction::InOut;
        match self.method.kind {
            MethodKind::Action => None,
            _ => self
                .parameters()
                .into_iter()
                .find(is_document)
                .map(|it| it.name.as_str()),
        }
    }

    /// What the method and the variant require and accept.
    pub(crate) fn needs(&self) -> Vec<&'m Needs> {
        let of_variant = self.variant.into_iter().flat_map(|variant| &variant.needs);
        self.method.needs.iter().chain(of_variant).collect()
    }

    /// The members without which engines refuse the request.
    pub(crate) fn demands(&self) -> Vec<&'m Needs> {
        let mut demands = self.method.demands();
        for needs in self.variant.into_iter().flat_map(|variant| &variant.needs) {
            if needs.kind != ovirt_model::NeedsKind::Accepted {
                demands.push(needs);
            }
        }
        demands
    }
}
