//! Which parameters of a method are arguments of its Rust method; the others have setters.

use std::collections::BTreeSet;

use crate::item::{Direction, Method, Needs, NeedsKind, Parameter, Place, Variant};

impl Method {
    /// The arguments of the Rust method, in order: the document that it sends, and the parameters
    /// that the model declares as required. A variant has those of its method, then its own.
    pub fn arguments<'a>(&'a self, variant: Option<&'a Variant>) -> Vec<&'a Parameter> {
        let needed = required(&self.needs);
        let mut arguments: Vec<&Parameter> = self
            .parameters
            .iter()
            .filter(|parameter| parameter.direction != Direction::Out)
            .filter(|parameter| {
                parameter.place(self.kind) == Place::Document
                    || needed.contains(parameter.name.as_str())
            })
            .collect();
        let Some(variant) = variant else {
            return arguments;
        };
        let needed = required(&variant.needs);
        let own = self.parameters.iter().chain(&variant.parameters);
        for parameter in own.filter(|parameter| {
            parameter.direction != Direction::Out && needed.contains(parameter.name.as_str())
        }) {
            if arguments.iter().all(|known| known.name != parameter.name) {
                arguments.push(parameter);
            }
        }
        arguments
    }
}

/// Names of the parameters that have required members. If any of several parameters will do, none
/// of them is required.
fn required(needs: &[Needs]) -> BTreeSet<&str> {
    let parameter = |path: &'_ String| path.find(['.', '[']).unwrap_or(path.len());
    let required = needs
        .iter()
        .filter(|needs| needs.kind == NeedsKind::Required);
    required
        .filter_map(|needs| {
            let paths = needs.any_of.iter();
            let names: BTreeSet<&str> = paths
                .filter_map(|path| path.get(..parameter(path)))
                .collect();
            (names.len() == 1)
                .then(|| names.into_iter().next())
                .flatten()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Method, Model};

    fn names(method: &Method, variant: Option<&str>) -> Vec<String> {
        let variant = method
            .variants
            .iter()
            .find(|own| Some(own.name.as_str()) == variant);
        let arguments = method.arguments(variant);
        arguments.iter().map(|it| it.name.clone()).collect()
    }

    #[test]
    fn documents_and_required_parameters_are_arguments() {
        let model = Model::embedded();
        let service = |name| model.service(name).unwrap();
        let action = |name| model.action(service("vm"), name).unwrap();
        assert_eq!(names(action("start"), None), [""; 0]);
        assert_eq!(names(action("maintenance"), None), ["maintenance_enabled"]);
        let export = action("export");
        let variant = "to_path_on_host";
        assert_eq!(names(export, Some(variant)), ["directory", "host"]);
        let add = model
            .method(service("vms"), crate::MethodKind::Add)
            .unwrap();
        assert_eq!(names(add, Some("from_snapshot")), ["vm"]);
    }
}
