//! The page `/about`: every operation of the API and how far it is simulated.

use ovirt_model::{Method, MethodKind};

use crate::kinds;
use crate::message::Response;
use crate::schema::Schema;

/// Path of the page.
pub(crate) const PATH: &str = "/about";

/// Returns the page as JSON.
pub(crate) fn page(schema: &Schema) -> Response {
    let mut operations = Vec::new();
    let mut simulated = 0;
    for service in schema.model.services() {
        let kind = schema
            .item_type(service)
            .or_else(|| schema.object_type(service));
        let kind = kind.map_or("", |kind| kind.name.as_str());
        for method in schema.model.methods(service) {
            let level = level(kind, method);
            simulated += usize::from(level == "simulated");
            operations.push(format!(
                r#"{{"operation":"{}.{}","level":"{level}"}}"#,
                service.name, method.name
            ));
        }
    }
    Response::json(
        200,
        format!(
            "{{\"name\":\"ovirt-engine-sim\",\"version\":\"{}\",\"levels\":{{\
             \"simulated\":\"behaves like an engine, as far as clients can tell\",\
             \"kept\":\"objects are stored and returned, without further effects\",\
             \"refused\":\"fails with a fault: not simulated\"}},\
             \"simulated\":{simulated},\"operations\":[\n{}\n]}}\n",
            env!("CARGO_PKG_VERSION"),
            operations.join(",\n")
        ),
    )
}

/// Returns how far a method is simulated for a type.
fn level(kind: &str, method: &Method) -> &'static str {
    match method.kind {
        MethodKind::Action if kinds::of(kind).action(&method.name).is_some() => "simulated",
        MethodKind::Action => "refused",
        MethodKind::Add if !kinds::of(kind).add.simulated => "refused",
        MethodKind::List | MethodKind::Get => "simulated",
        _ if kinds::simulates(kind) => "simulated",
        _ => "kept",
    }
}
