//! The description of all requests of the API (`?rsdl`), made from the model.

use ovirt_model::{Method, MethodKind, Model, Place, Service, names};

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
    let key = |link: &Node| ["href", "rel"].map(|name| link.attribute(name).map(str::to_owned));
    links.children.sort_by_cached_key(key);
    links
}

/// Returns the headers that apply to all requests.
pub(crate) fn general(base: &str) -> Node {
    let mut header = Node::new("header")
        .with_text("name", "Session-TTL")
        .with_text("value", "minutes");
    header.set_attribute("required", "false");
    let headers = Node::new("headers").with(header);
    let mut general = Node::new("general")
        .with_text("name", "The oVirt RESTful API generic descriptor.")
        .with(Node::new("request").with(headers));
    general.set_attribute("href", &format!("{base}/*"));
    general.set_attribute("rel", "*");
    general
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
        // Engines do not list the options of the system.
        let is_listed = chain.len() > 1 || locator.name != "options";
        let Some(target) = target.filter(is_new).filter(|_| is_listed) else {
            continue;
        };
        let segment = locator.segment().unwrap_or_else(|| placeholder(base));
        let address = format!("{base}/{segment}");
        for method in model.methods(target) {
            links.children.push(link(&address, method));
        }
        chain.push(target);
        add_services(model, &address, chain, links);
        chain.pop();
    }
}

/// Returns the placeholder for the identifier of an object in a collection, such as `{vm:id}`.
fn placeholder(collection: &str) -> String {
    let segment = collection.rsplit('/').next().unwrap_or(collection);
    format!("{{{}:id}}", names::singular(segment))
}

/// Collections and actions that engines list without headers and members: the newer ones.
#[rustfmt::skip]
const UNDESCRIBED: &[&str] = &[
    "affinitylabels", "autopincpuandnumanodes", "backups", "cancel", "cancelmigration",
    "checkpoints", "cleanfinishedtasks", "clusterfeatures", "clusterlevels", "commitsnapshot",
    "convert", "copyhostnetworks", "discoveriscsi", "enabledfeatures", "eventsubscriptions",
    "extend", "externalnetworkproviderconfigurations", "externaltemplateimports",
    "externalvmimports", "finalize", "getprofilestatistics", "glusterbricks", "hooks",
    "hostlabels", "imagetransfers", "linklayerdiscoveryprotocolelements", "mediateddevices",
    "networkfilterparameters", "networkfilters", "networklabels", "options", "pause",
    "previewsnapshot", "quotaclusterlimits", "quotastoragelimits", "reduce", "reduceluns",
    "refreshglusterhealstatus", "refreshlun", "remoteviewerconnectionfile", "replace",
    "reporteddevices", "reset", "resume", "screenshot", "setmaster", "sparsify", "stopmigrate",
    "storageserverconnections", "syncallnetworks", "undosnapshot", "upgradecheck", "vmlabels",
];

/// Whether engines list the headers and members of a request.
fn is_described(address: &str) -> bool {
    let mut steps = address.split('/');
    // Parts of a cluster are described below the cluster only.
    let parts = [
        "affinitygroups",
        "cpuprofiles",
        "glusterhooks",
        "glustervolumes",
    ];
    let is_second = address.contains("/datacenters/");
    let is_second_part = |step: &str| is_second && parts.contains(&step);
    !steps.any(|step| UNDESCRIBED.contains(&step) || is_second_part(step))
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
    let is_described = is_described(&href);
    let headers = headers(method);
    if is_described && !headers.children.is_empty() {
        request.children.push(headers);
    }
    let queries = queries(method);
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
    let body = body(method, document.as_deref(), is_described);
    let link = link.with(request.with(body));
    match (method.kind, document) {
        (MethodKind::Remove, _) => link,
        (MethodKind::Action, _) => link.with(Node::new("response").with_text("type", "Action")),
        (_, Some(document)) => link.with(Node::new("response").with_text("type", document)),
        (_, None) => link,
    }
}

/// Returns the body of a request.
fn body(method: &Method, document: Option<&str>, is_described: bool) -> Node {
    let mut body = Node::new("body");
    match method.kind {
        MethodKind::Action => {
            body.set("type", "Action");
            if is_described {
                body.children.push(members(method));
            }
        }
        MethodKind::Add | MethodKind::Update => {
            body.set("type", document.unwrap_or_default());
        }
        _ => {}
    }
    body
}

/// Returns the headers of a request.
fn headers(method: &Method) -> Node {
    let has = |name: &str| method.parameters.iter().any(|own| own.name == name);
    let is_read = matches!(method.kind, MethodKind::Get | MethodKind::List);
    let expected = match method.kind {
        MethodKind::Add => Some("201-created"),
        MethodKind::Update => Some("202-accepted"),
        _ => None,
    };
    let all = [
        ("Filter", "false", has("filter").then_some("true|false")),
        (
            "All-Content",
            "false",
            has("all_content").then_some("true|false"),
        ),
        (
            "Correlation-Id",
            "false",
            (!is_read).then_some("any string"),
        ),
        (
            "Content-Type",
            "true",
            (!is_read).then_some("application/xml|json"),
        ),
        ("Expect", "false", expected),
    ];
    let mut headers = Node::new("headers");
    for (name, required, value) in all {
        let Some(value) = value else { continue };
        let mut header = Node::new("header")
            .with_text("name", name)
            .with_text("value", value);
        header.set_attribute("required", required);
        headers.children.push(header);
    }
    headers
}

/// Returns the parameters of an address. Some are headers for engines, or are understood by all
/// requests; these have none of their own.
fn queries(method: &Method) -> Node {
    let mut set = Node::new("parameters_set");
    let is_changed = matches!(
        method.kind,
        MethodKind::Update | MethodKind::Remove | MethodKind::Action
    );
    if is_changed {
        set.children.push(query("async", "xs:boolean"));
    }
    let own = method.parameters.iter().filter(|parameter| {
        let is_general = matches!(
            &*parameter.name,
            "async" | "follow" | "filter" | "all_content" | "max"
        );
        parameter.place(method.kind) == Place::Query && !is_general
    });
    let own = own.map(|parameter| query(&parameter.name, &type_name(&parameter.kind)));
    set.children.extend(own);
    let lists = method.document().and_then(|document| document.kind.named());
    if method.kind == MethodKind::List && lists != Some("statistic") {
        set.children.push(query("max", "xs:int"));
    }
    set
}

/// Returns the scalar parameters of an action, and the ones common to all actions.
fn members(method: &Method) -> Node {
    let all = method.parameters.iter();
    let own = all.filter(|own| own.place(method.kind) == Place::Action && own.name != "async");
    let own = own.map(|own| (&*own.name, type_name(&own.kind)));
    let scalars = own.filter(|(_, kind)| kind.starts_with("xs:"));
    let general = [("async", "xs:boolean"), ("grace_period.expiry", "xs:long")];
    let general = general.map(|(name, kind)| (name, kind.to_owned()));
    let mut set = Node::new("parameters_set");
    for (name, kind) in scalars.chain(general) {
        set.children
            .push(parameter(&format!("action.{name}"), &kind));
    }
    set
}

fn query(name: &str, kind: &str) -> Node {
    let (context, value) = match (name, kind) {
        ("search", _) => ("query", "search query"),
        ("max", _) => ("matrix", "max results"),
        (_, "xs:boolean") => ("matrix", "true|false"),
        _ => ("matrix", ""),
    };
    let mut query = parameter(name, kind);
    query.set_attribute("context", context);
    if !value.is_empty() {
        query.set("value", value);
    }
    query
}

fn parameter(name: &str, kind: &str) -> Node {
    let mut node = Node::new("parameter").with_text("name", name);
    node.set_attribute("required", "false");
    node.set_attribute("type", kind);
    node
}
