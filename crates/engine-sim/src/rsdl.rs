//! The description of all requests of the API (`?rsdl`), made from the model.

use ovirt_model::{Method, MethodKind, Model, Parameter, Place, Service, names};

use crate::node::Node;
use crate::world::API;
use crate::xsd::type_name;

/// Returns the links to all requests, in the order of their addresses.
pub(crate) fn links(model: &Model) -> Node {
    let mut links = Node::new("links");
    if let Some(root) = model.root() {
        let mut chain = vec![root];
        add_services(model, API, &mut chain, &mut links);
    }
    links
}

/// Adds the requests of all services below the last one of a chain, whose address is `base`.
fn add_services<'a>(model: &'a Model, base: &str, chain: &mut Vec<&'a Service>, links: &mut Node) {
    let Some(service) = chain.last().copied() else {
        return;
    };
    for locator in model.locators(service) {
        let target = model.service(&locator.service);
        // A service below itself has no end.
        let is_new = |target: &&Service| chain.iter().all(|own| own.name != target.name);
        let Some(target) = target.filter(is_new) else {
            continue;
        };
        let segment = locator
            .segment()
            .unwrap_or_else(|| placeholder(model, target));
        let address = format!("{base}/{segment}");
        for method in model.methods(target) {
            links.children.push(link(&address, method));
        }
        chain.push(target);
        add_services(model, &address, chain, links);
        chain.pop();
    }
}

/// Returns what stands for the identifier of a service's object in addresses, such as `{vm:id}`.
fn placeholder(model: &Model, service: &Service) -> String {
    let document = model.method(service, MethodKind::Get);
    let document = document.and_then(Method::document);
    let kind = document.and_then(|document| model.structure(document.kind.named()?));
    let tag = kind.map_or_else(|| service.name.clone(), |kind| kind.tag());
    format!("{{{tag}:id}}")
}

fn link(address: &str, method: &Method) -> Node {
    let segment = method.segment().unwrap_or_default();
    let rel = match method.kind {
        MethodKind::Get | MethodKind::List => "get",
        MethodKind::Add => "add",
        MethodKind::Update => "update",
        MethodKind::Remove => "delete",
        MethodKind::Action => segment.as_str(),
    };
    let mut link = Node::new("link");
    let href = match method.kind {
        MethodKind::Action => format!("{address}/{segment}"),
        _ => address.to_owned(),
    };
    link.set_attribute("href", &href);
    link.set_attribute("rel", rel);
    let mut request = Node::new("request").with_text("http_method", method.kind.http());
    let queries = parameters(method, Place::Query);
    if !queries.children.is_empty() {
        request.children.push(Node::new("url").with(queries));
    }
    let document = method.document().map(|document| {
        let name = document.kind.named().unwrap_or_default();
        if document.list {
            names::camel(&names::plural(name))
        } else {
            names::camel(name)
        }
    });
    let mut body = Node::new("body");
    match method.kind {
        MethodKind::Action => {
            body.set("type", "Action");
            body.children.push(parameters(method, Place::Action));
        }
        MethodKind::Add | MethodKind::Update => {
            body.set("type", document.as_deref().unwrap_or_default());
        }
        _ => {}
    }
    let link = link
        .with_text("description", description(method))
        .with(request.with(body));
    match (method.kind, document) {
        (MethodKind::Remove, _) => link,
        (MethodKind::Action, _) => link.with(Node::new("response").with_text("type", "Action")),
        (_, Some(document)) => link.with(Node::new("response").with_text("type", document)),
        (_, None) => link,
    }
}

/// Returns the first sentence of what the model says about a method.
fn description(method: &Method) -> &str {
    let end = method.doc.find(". ").map_or(method.doc.len(), |at| at + 1);
    method.doc.get(..end).unwrap_or(&method.doc)
}

fn parameters(method: &Method, place: Place) -> Node {
    let mut set = Node::new("parameters_set");
    let all = method.parameters.iter();
    let all = all.filter(|parameter| parameter.place(method.kind) == place);
    set.children
        .extend(all.map(|parameter| describe(parameter, place)));
    set
}

fn describe(parameter: &Parameter, place: Place) -> Node {
    let mut node = Node::new("parameter").with_text("name", &parameter.name);
    node.set_attribute("required", "false");
    node.set_attribute("type", &type_name(&parameter.kind));
    if place == Place::Query {
        node.set_attribute("context", "matrix");
    }
    node
}
