//! The model as it was in an older version: without the items that are newer.

use crate::item::{Enum, Member, Method, Needs, Parameter, Service, Since, Struct, Type};
use crate::model::Model;

/// A version of the API, such as 4.4.5. It has as many parts as are known: 4.4 stands for the last
/// 4.4.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Version(Vec<u32>);

impl Version {
    fn parse(text: &str) -> Option<Self> {
        let parts = text.split('.').map(|part| part.parse().ok());
        parts.collect::<Option<Vec<u32>>>().map(Self)
    }

    /// Whether this version has what is there since another one. What has no valid version is old.
    fn has(&self, since: &Since) -> bool {
        let since = since.since.as_deref().and_then(Self::parse);
        since.is_none_or(|since| {
            // Only the parts that both have are compared.
            let parts = since.0.len().min(self.0.len());
            since.0.iter().take(parts).le(self.0.iter().take(parts))
        })
    }
}

impl Model {
    /// Returns the model as it was in a version such as `4.4` (the last 4.4) or `4.4.5`: without
    /// newer types, members, values, services, methods and parameters, and without what depends on
    /// them. `None` if the text is not a version.
    ///
    /// ```
    /// let model = ovirt_model::Model::embedded();
    /// let old = model.until("4.3").expect("a version");
    /// assert!(model.structure("host_cpu_unit").is_some());
    /// assert!(old.structure("host_cpu_unit").is_none());
    /// ```
    pub fn until(&self, version: &str) -> Option<Self> {
        let version = Version::parse(version)?;
        let filter = Filter {
            model: self,
            version,
        };
        let mut model = self.clone();
        model.enums.replace(|item| filter.enumeration(item));
        model.structs.replace(|item| filter.structure(item));
        model.services.replace(|item| filter.service(item));
        Some(model)
    }
}

/// Decides what a version has.
struct Filter<'a> {
    model: &'a Model,
    version: Version,
}

impl Filter<'_> {
    fn enumeration(&self, item: &Enum) -> Option<Enum> {
        let mut item = self.version.has(&item.since).then(|| item.clone())?;
        item.values.retain(|value| self.version.has(&value.since));
        Some(item)
    }

    fn structure(&self, item: &Struct) -> Option<Struct> {
        let mut item = self.version.has(&item.since).then(|| item.clone())?;
        item.members.retain(|member| self.has_member(member));
        Some(item)
    }

    fn has_member(&self, member: &Member) -> bool {
        self.version.has(&member.since) && self.has_type(&member.kind)
    }

    fn has_type(&self, kind: &Type) -> bool {
        let Some(name) = kind.named() else {
            return true;
        };
        let structure = self.model.structure(name).map(|item| &item.since);
        let enumeration = || self.model.enumeration(name).map(|item| &item.since);
        let since = structure.or_else(enumeration);
        since.is_none_or(|since| self.version.has(since))
    }

    fn service(&self, item: &Service) -> Option<Service> {
        let mut item = self.version.has(&item.since).then(|| item.clone())?;
        item.locators.retain(|locator| {
            let service = self.model.service(&locator.service);
            self.version.has(&locator.since)
                && service.is_none_or(|service| self.version.has(&service.since))
        });
        item.methods
            .retain(|method| self.version.has(&method.since));
        for method in &mut item.methods {
            self.reduce(method);
        }
        Some(item)
    }

    fn reduce(&self, method: &mut Method) {
        method
            .variants
            .retain(|variant| self.version.has(&variant.since));
        for variant in &mut method.variants {
            let own = variant.parameters.iter();
            let all: Vec<Parameter> = own.chain(&method.parameters).cloned().collect();
            self.reduce_needs(&mut variant.needs, &all);
            variant
                .parameters
                .retain(|parameter| self.has_parameter(parameter));
        }
        self.reduce_needs(&mut method.needs, &method.parameters);
        method
            .parameters
            .retain(|parameter| self.has_parameter(parameter));
    }

    fn has_parameter(&self, parameter: &Parameter) -> bool {
        self.version.has(&parameter.since) && self.has_type(&parameter.kind)
    }

    fn reduce_needs(&self, all: &mut Vec<Needs>, parameters: &[Parameter]) {
        for needs in all.iter_mut() {
            needs.any_of.retain(|path| self.has_path(parameters, path));
        }
        all.retain(|needs| !needs.any_of.is_empty());
    }

    /// Whether the parameter and all members of a path are there.
    fn has_path(&self, parameters: &[Parameter], path: &str) -> bool {
        let mut steps = path.split('.').map(|step| step.trim_end_matches("[]"));
        let first = steps.next().unwrap_or_default();
        let Some(parameter) = parameters.iter().find(|own| own.name == first) else {
            return true;
        };
        let mut kind = self
            .version
            .has(&parameter.since)
            .then_some(&parameter.kind);
        for step in steps {
            let structure = kind
                .and_then(Type::named)
                .and_then(|name| self.model.structure(name));
            let Some(structure) = structure else {
                break;
            };
            let members = self.model.members(structure);
            let member = members.into_iter().find(|member| member.name == step);
            kind = member
                .filter(|member| self.has_member(member))
                .map(|member| &member.kind);
            if kind.is_none() {
                return false;
            }
        }
        kind.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Version;
    use crate::item::Since;
    use crate::model::Model;

    #[test]
    fn a_version_has_what_is_not_newer() {
        let has = |version: &str, since: &str| {
            let since = Since {
                since: Some(since.to_owned()),
                ..Since::default()
            };
            Version::parse(version).expect("a version").has(&since)
        };
        for since in ["4.4", "4.4.9", "4.3.5", "4", "4.0.4", "3.3"] {
            assert!(has("4.4", since), "{since}");
        }
        for since in ["4.5", "4.5.1", "4.6.1", "5"] {
            assert!(!has("4.4", since), "{since}");
        }
        assert!(has("4.4.5", "4.4.5") && has("4.4.5", "4.4") && !has("4.4.5", "4.4.6"));
        assert!(has("4.10", "4.9.9") && has("4.10", "4.10.1"));
        assert!(Version::parse("4.x").is_none());
    }

    #[test]
    fn an_older_model_is_consistent() {
        let model = Model::embedded();
        for version in ["4.2", "4.3", "4.4", "4.4.5", "4.5"] {
            let old = model.until(version).expect("a version");
            let problems = old.check();
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            assert!(problems.is_empty(), "{version}: {problems:#?}");
        }
        assert!(model.until("new").is_none());
    }

    #[test]
    fn an_older_model_lacks_what_is_newer() {
        let model = Model::embedded();
        let old = model.until("4.4").expect("a version");
        let vm = old.structure("vm").expect("the struct exists");
        let has = |name: &str| vm.members.iter().any(|member| member.name == name);
        assert!(has("run_once") && !has("cpu_pinning_policy"), "{vm:?}");
        assert!(old.locate("vms/1/nics").is_some());
        assert!(old.locate("vms/1/mediateddevices").is_none());
    }
}
