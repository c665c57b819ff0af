//! The tree of services: resolves URL paths.

use crate::item::{Locator, Service};
use crate::model::Model;

/// A step of a path: the segment and its locator.
#[derive(Debug, Clone, Copy)]
pub struct Step<'model, 'path> {
    /// The path segment.
    pub segment: &'path str,
    /// Its locator.
    pub locator: &'model Locator,
    /// The target service.
    pub service: &'model Service,
}

impl Model {
    /// The service at a path below the API's root, such as `vms/123/nics`.
    pub fn locate(&self, path: &str) -> Option<&Service> {
        match self.walk(path)?.last() {
            Some(step) => Some(step.service),
            None => self.root(),
        }
    }

    /// The steps from the root to the service at a path; `None` if there is no such path.
    ///
    /// Fixed segments take precedence over identifiers, as in the engine.
    pub fn walk<'model, 'path>(&'model self, path: &'path str) -> Option<Vec<Step<'model, 'path>>> {
        let mut steps: Vec<Step<'model, 'path>> = Vec::new();
        for segment in path.split('/').filter(|segment| !segment.is_empty()) {
            let service = match steps.last() {
                Some(step) => step.service,
                None => self.root()?,
            };
            let locators = self.locators(service);
            let locator = locators
                .iter()
                .find(|locator| locator.segment().is_some_and(|fixed| fixed == segment))
                .or_else(|| locators.iter().find(|locator| locator.parameter.is_some()))?;
            steps.push(Step {
                segment,
                locator,
                service: self.service(&locator.service)?,
            });
        }
        Some(steps)
    }

    /// Every path of the tree with its service, sorted; identifiers are written as
    /// `{locator:parameter}`. A service already on the path is not entered again.
    pub fn paths(&self) -> Vec<(String, &Service)> {
        let mut paths = Vec::new();
        if let Some(root) = self.root() {
            let mut way = vec![root.name.as_str()];
            self.collect_paths(root, String::new(), &mut way, &mut paths);
        }
        paths.sort_by(|a, b| a.0.cmp(&b.0));
        paths
    }

    fn collect_paths<'a>(
        &'a self,
        service: &'a Service,
        path: String,
        way: &mut Vec<&'a str>,
        paths: &mut Vec<(String, &'a Service)>,
    ) {
        for locator in self.locators(service) {
            let Some(target) = self.service(&locator.service) else {
                continue;
            };
            if way.contains(&target.name.as_str()) {
                continue;
            }
            let segment = match &locator.parameter {
                Some(parameter) => format!("{{{}:{parameter}}}", locator.name),
                None => crate::names::segment(&locator.name),
            };
            way.push(&target.name);
            self.collect_paths(target, format!("{path}/{segment}"), way, paths);
            way.pop();
        }
        paths.push((
            if path.is_empty() {
                "/".to_owned()
            } else {
                path
            },
            service,
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_resolve_to_their_services() {
        let model = Model::embedded();
        let name = |path| model.locate(path).map(|service| service.name.as_str());
        assert_eq!(name(""), Some("system"));
        assert_eq!(name("/vms/1/nics/2"), Some("vm_nic"));
        assert_eq!(name("permissions"), Some("system_permissions"));
        assert_eq!(name("vms/1/nowhere"), None);
    }
}
