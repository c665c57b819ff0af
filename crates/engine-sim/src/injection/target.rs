//! Matches requests against the conditions of rules: path, operation, objects.

use ovirt_model::{Method, MethodKind, Service};

use crate::injection::Rule;
use crate::injection::rule::Effect;
use crate::lock::lock;
use crate::message::Request;
use crate::shared::Shared;
use crate::world::{API, World};

/// The properties of a request that conditions refer to.
#[derive(Debug, Default)]
pub(crate) struct RequestProperties {
    /// Path below the API root; `None` outside the API.
    api_path: Option<String>,
    /// Service and method of the model.
    operation: Option<Operation>,
    /// Identifiers and names of the objects on the path.
    objects: Vec<String>,
}

impl RequestProperties {
    /// Determines the properties of a request. Operation and objects only on demand, for speed.
    pub(crate) fn of_request(
        request: &Request,
        shared: &Shared,
        operation: bool,
        objects: bool,
    ) -> Self {
        let api_path = api_path(&request.path);
        let mut target = Self::default();
        if let Some(path) = api_path.as_deref().filter(|_| operation || objects) {
            let world = lock(&shared.world);
            if operation {
                target.operation = Operation::at(&world, &request.method, path);
            }
            if objects {
                target.objects = self::objects(&world, path);
            }
        }
        target.api_path = api_path;
        target
    }

    /// Whether a rule applies to the request.
    pub(crate) fn matches(&self, rule: &Rule, request: &Request) -> bool {
        let reads = matches!(request.method.as_str(), "GET" | "HEAD" | "OPTIONS");
        if rule.effect == Effect::Locked && reads {
            return false;
        }
        if let Some(method) = &rule.method
            && !method.eq_ignore_ascii_case(&request.method)
        {
            return false;
        }
        let path = match (&rule.path, &self.api_path) {
            (Some(pattern), _) if pattern.starts_with('/') => path_matches(pattern, &request.path),
            (Some(pattern), Some(api_path)) => path_matches(pattern, api_path),
            (None, api_path) => api_path.is_some(),
            (Some(_), None) => false,
        };
        path && rule.operation.as_deref().is_none_or(|pattern| {
            let own = self.operation.as_ref();
            own.is_some_and(|own| own.matches(pattern))
        }) && rule
            .object
            .as_ref()
            .is_none_or(|object| self.objects.contains(object))
    }
}

/// Service and method of a request, as named in the API model.
#[derive(Debug)]
pub(crate) struct Operation {
    service: String,
    method: String,
}

impl Operation {
    /// Returns the operation of a request; `None` outside the API.
    pub(crate) fn of_request(world: &World, method: &str, path: &str) -> Option<Self> {
        Self::at(world, method, &api_path(path)?)
    }

    /// Returns the operation of a request for a path below the API root.
    fn at(world: &World, method: &str, path: &str) -> Option<Self> {
        let schema = &world.schema;
        if let Some(resource) = schema.locate(path) {
            let named = |kind| {
                let method = schema.method(resource.service, kind)?;
                Some(Self::new(resource.service, method))
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
        let resource = schema.locate(parent).filter(|_| method == "POST")?;
        let action = schema.model.action(resource.service, segment)?;
        Some(Self::new(resource.service, action))
    }

    fn new(service: &Service, method: &Method) -> Self {
        Self {
            service: service.name.clone(),
            method: method.name.clone(),
        }
    }

    /// Whether the operation matches `SERVICE.METHOD`, where `*` matches any.
    pub(crate) fn matches(&self, pattern: &str) -> bool {
        let (service, method) = pattern.split_once('.').unwrap_or((pattern, "*"));
        let equal = |pattern: &str, own: &str| pattern == "*" || pattern == own;
        equal(service, &self.service) && equal(method, &self.method)
    }
}

/// Returns the path below the API root, without version and parameters.
fn api_path(path: &str) -> Option<String> {
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

/// Returns the identifiers and names of the objects on a path.
fn objects(world: &World, path: &str) -> Vec<String> {
    let schema = &world.schema;
    let resource = schema.locate(path).or_else(|| {
        let (parent, _) = path.rsplit_once('/')?;
        schema.locate(parent)
    });
    let mut objects = Vec::new();
    for (collection, id) in resource.map(|resource| resource.ids).unwrap_or_default() {
        if let Some(resource) = schema.locate(&collection)
            && let Some(object) = world.object(&world.source(&resource), &id)
            && let Some(name) = object.get("name")
        {
            objects.push(name.to_owned());
        }
        objects.push(id);
    }
    objects
}

/// Whether a path matches a pattern: `*` matches one segment, `**` any number.
fn path_matches(pattern: &str, path: &str) -> bool {
    let segments =
        |text| -> Vec<&str> { str::split(text, '/').filter(|s| !s.is_empty()).collect() };
    segments_match(&segments(pattern), &segments(path))
}

fn segments_match(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], path) => path.is_empty(),
        (["**", rest @ ..], path) => {
            (0..=path.len()).any(|at| segments_match(rest, path.get(at..).unwrap_or_default()))
        }
        ([first, pattern @ ..], [own, path @ ..]) => {
            (*first == "*" || first == own) && segments_match(pattern, path)
        }
        (_, []) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{api_path, path_matches};

    #[test]
    fn path_patterns() {
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
            assert_eq!(path_matches(pattern, path), fits, "{pattern} on {path}");
        }
    }

    #[test]
    fn api_path_excludes_version_and_parameters() {
        let table = [
            ("/ovirt-engine/api", Some("")),
            ("/ovirt-engine/api/v4/vms/1/", Some("vms/1")),
            ("/ovirt-engine/api/vms;max=1", Some("vms")),
            ("/ovirt-engine/apis", None),
            ("/ovirt-engine/sso", None),
        ];
        for (path, expected) in table {
            assert_eq!(api_path(path).as_deref(), expected, "{path}");
        }
    }
}
