//! What a request is about, as rules ask for it: path, operation, objects.

use ovirt_model::{Method, MethodKind, Service};

use crate::injection::Rule;
use crate::injection::rule::Effect;
use crate::message::Request;
use crate::server::{Shared, lock};
use crate::world::{API, World};

/// What a request is about.
#[derive(Debug, Default)]
pub(crate) struct Target {
    /// The path below the API's root; none outside of the API.
    below: Option<String>,
    /// Service and method by the model.
    operation: Option<Operation>,
    /// Identifiers and names of the objects on the path.
    objects: Vec<String>,
}

impl Target {
    /// What a request is about, as far as it is asked for: finding it out takes time.
    pub(crate) fn of(request: &Request, shared: &Shared, operation: bool, objects: bool) -> Self {
        let below = below(&request.path);
        let mut target = Self::default();
        if let Some(path) = below.as_deref().filter(|_| operation || objects) {
            let world = lock(&shared.world);
            if operation {
                target.operation = Operation::at(&world, &request.method, path);
            }
            if objects {
                target.objects = self::objects(&world, path);
            }
        }
        target.below = below;
        target
    }

    /// Whether a rule is about such requests.
    pub(crate) fn fits(&self, rule: &Rule, request: &Request) -> bool {
        let reads = matches!(request.method.as_str(), "GET" | "HEAD" | "OPTIONS");
        if rule.effect == Effect::Locked && reads {
            return false;
        }
        if let Some(method) = &rule.method
            && !method.eq_ignore_ascii_case(&request.method)
        {
            return false;
        }
        let path = match (&rule.path, &self.below) {
            (Some(pattern), _) if pattern.starts_with('/') => path_fits(pattern, &request.path),
            (Some(pattern), Some(below)) => path_fits(pattern, below),
            (None, below) => below.is_some(),
            (Some(_), None) => false,
        };
        path && rule.operation.as_deref().is_none_or(|wanted| {
            let own = self.operation.as_ref();
            own.is_some_and(|own| own.is(wanted))
        }) && rule
            .object
            .as_ref()
            .is_none_or(|object| self.objects.contains(object))
    }
}

/// Service and method that a request means, by the API's model.
#[derive(Debug)]
pub(crate) struct Operation {
    service: String,
    method: String,
}

impl Operation {
    /// The operation of a request; none outside of the API.
    pub(crate) fn of(world: &World, method: &str, path: &str) -> Option<Self> {
        Self::at(world, method, &below(path)?)
    }

    /// The operation of a request of a path below the API's root.
    fn at(world: &World, method: &str, path: &str) -> Option<Self> {
        let schema = &world.schema;
        if let Some(place) = schema.locate(path) {
            let named = |kind| {
                let method = schema.method(place.service, kind)?;
                Some(Self::new(place.service, method))
            };
            return match method {
                "GET" | "HEAD" => named(MethodKind::List).or_else(|| named(MethodKind::Get)),
                "POST" => named(MethodKind::Add),
                "PUT" => named(MethodKind::Update),
                "DELETE" => named(MethodKind::Remove),
                _ => None,
            };
        }
        let (parent, segment) = path.rsplit_once('/').unwrap_or(("", path));
        let place = schema.locate(parent).filter(|_| method == "POST")?;
        let action = schema.model.action(place.service, segment)?;
        Some(Self::new(place.service, action))
    }

    fn new(service: &Service, method: &Method) -> Self {
        Self {
            service: service.name.clone(),
            method: method.name.clone(),
        }
    }

    /// Whether it is `SERVICE.METHOD`, where `*` stands for any.
    pub(crate) fn is(&self, wanted: &str) -> bool {
        let (service, method) = wanted.split_once('.').unwrap_or((wanted, "*"));
        let fits = |wanted: &str, own: &str| wanted == "*" || wanted == own;
        fits(service, &self.service) && fits(method, &self.method)
    }
}

/// The path below the API's root, without version and parameters.
fn below(path: &str) -> Option<String> {
    let rest = path.strip_prefix(API)?;
    if !rest.is_empty() && !rest.starts_with('/') {
        return None;
    }
    let segments: Vec<&str> = rest
        .split('/')
        .map(|segment| segment.split(';').next().unwrap_or_default())
        .filter(|segment| !segment.is_empty())
        .collect();
    let segments = match segments.as_slice() {
        ["v4", rest @ ..] => rest,
        all => all,
    };
    Some(segments.join("/"))
}

/// Identifiers and names of the objects on a path.
fn objects(world: &World, path: &str) -> Vec<String> {
    let schema = &world.schema;
    let place = schema.locate(path).or_else(|| {
        let (parent, _) = path.rsplit_once('/')?;
        schema.locate(parent)
    });
    let mut objects = Vec::new();
    for (collection, id) in place.map(|place| place.ids).unwrap_or_default() {
        if let Some(place) = schema.locate(&collection)
            && let Some(object) = world.object(&world.view(&place), &id)
            && let Some(name) = object.get("name")
        {
            objects.push(name.to_owned());
        }
        objects.push(id);
    }
    objects
}

/// Whether a path fits a pattern: `*` is any segment, `**` any number of them.
fn path_fits(pattern: &str, path: &str) -> bool {
    let segments =
        |text| -> Vec<&str> { str::split(text, '/').filter(|s| !s.is_empty()).collect() };
    segments_fit(&segments(pattern), &segments(path))
}

fn segments_fit(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], path) => path.is_empty(),
        (["**", rest @ ..], path) => {
            (0..=path.len()).any(|at| segments_fit(rest, path.get(at..).unwrap_or_default()))
        }
        ([first, pattern @ ..], [own, path @ ..]) => {
            (*first == "*" || first == own) && segments_fit(pattern, path)
        }
        (_, []) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{below, path_fits};

    #[test]
    fn patterns_of_paths() {
        let table = [
            ("vms", "vms", true),
            ("vms", "vms/1", false),
            ("vms/*", "vms/1", true),
            ("vms/*", "vms", false),
            ("vms/**", "vms", true),
            ("vms/**", "vms/1/nics", true),
            ("**/nics", "vms/1/nics", true),
            ("**/nics", "vms/1/disks", false),
            ("/**", "/ovirt-engine/sso/oauth/token", true),
            ("", "", true),
        ];
        for (pattern, path, fits) in table {
            assert_eq!(path_fits(pattern, path), fits, "{pattern} on {path}");
        }
    }

    #[test]
    fn version_and_parameters_are_no_part_of_the_path() {
        let table = [
            ("/ovirt-engine/api", Some("")),
            ("/ovirt-engine/api/v4/vms/1/", Some("vms/1")),
            ("/ovirt-engine/api/vms;max=1", Some("vms")),
            ("/ovirt-engine/apis", None),
            ("/ovirt-engine/sso", None),
        ];
        for (path, expected) in table {
            assert_eq!(below(path).as_deref(), expected, "{path}");
        }
    }
}
