//! [`RustCode`]: a request as code of the SDK, for `--dry-run=rust` and `--trace=rust`.

mod expression;
mod value;

use std::collections::BTreeSet;

use ovirt::DryRun;
use ovirt::types::Document;
use ovirt_model::{Direction, Method, MethodKind, Model, Parameter, Place, Variant, names};
use serde_json::Value;

use self::expression::Expression;
use self::value::Values;

/// The path of the API on an engine.
const API: &str = "/ovirt-engine/api";

/// Code that creates a request, and the types of the API that it names.
pub(crate) struct RustCode {
    request: Expression,
    types: BTreeSet<String>,
}

impl RustCode {
    /// The code of a request. `variant` is that of the method, which the request does not tell.
    /// `None` if it is not in the model, such as a login.
    pub(crate) fn of(model: &Model, request: &DryRun, variant: Option<&Variant>) -> Option<Self> {
        let (_, below) = request.url().split_once(API)?;
        let (path, query) = below.split_once('?').unwrap_or((below, ""));
        let (method, handle) = locate(model, request.method(), path)?;
        let sent = match request.body() {
            "" => Value::Null,
            body => serde_json::to_value(Document::from_xml(body).ok()?).ok()?,
        };
        let mut values = Values::new(model);
        let arguments = method.arguments(variant);
        let name = match variant {
            Some(variant) => names::rust_variant(&method.name, &variant.name),
            None => names::rust_identifier(&method.name),
        };
        let of = |values: &mut Values<'_>, parameter: &Parameter| match parameter.place(method.kind)
        {
            Place::Document => values.of(&parameter.kind, parameter.list, &sent),
            _ => values.of(&parameter.kind, parameter.list, sent.get(&parameter.name)?),
        };
        let given = arguments.iter().map(|parameter| of(&mut values, parameter));
        let mut code = handle.call(&name, given.collect::<Option<_>>()?);
        let variants = method.variants.iter().flat_map(|own| &own.parameters);
        let setters = method.parameters.iter().chain(variants).filter(|own| {
            own.direction != Direction::Out
                && own.place(method.kind) == Place::Action
                && arguments.iter().all(|argument| argument.name != own.name)
        });
        for parameter in setters {
            if let Some(value) = of(&mut values, parameter) {
                code = code.call(&names::rust_identifier(&parameter.name), vec![value]);
            }
        }
        for (name, value) in pairs(query) {
            code = with_query(code, &mut values, method, &name, &value);
        }
        for (name, value) in request.headers() {
            if name == "correlation-id" {
                code = code.call("with_correlation_id", vec![Expression::text(value)]);
            }
        }
        Some(Self {
            request: code,
            types: values.types(),
        })
    }

    /// Continues the expression with a call.
    pub(crate) fn call(mut self, name: &str, argument: Option<String>) -> Self {
        let arguments = argument.map(Expression::Literal).into_iter().collect();
        self.request = self.request.call(name, arguments);
        self
    }

    /// Continues the expression with `.call()?`.
    pub(crate) fn sent(mut self) -> Self {
        self.request = self.request.call("call", Vec::new()).tried();
        self
    }

    /// The expression, for a line that is indented by this many blanks.
    pub(crate) fn text(&self, indent: usize) -> String {
        self.request.print(indent)
    }
}

/// A program that sends requests; each has its code, and whether its result is printed.
pub(crate) fn program(requests: &[(RustCode, bool)]) -> String {
    let types: BTreeSet<&str> = requests
        .iter()
        .flat_map(|(code, _)| &code.types)
        .map(String::as_str)
        .collect();
    let mut text = "use ovirt::Connection;\n".to_owned();
    let types: Vec<&str> = types.into_iter().collect();
    match types.as_slice() {
        [] => {}
        [only] => text.push_str(&format!("use ovirt::types::{only};\n")),
        several => text.push_str(&format!("use ovirt::types::{{{}}};\n", several.join(", "))),
    }
    text.push_str("\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n");
    text.push_str("    let connection = Connection::from_env()?;\n");
    for (code, is_printed) in requests {
        let code = code.text(4);
        text.push_str(&match is_printed {
            true => format!("    let response = {code};\n    println!(\"{{response:#?}}\");\n"),
            false => format!("    {code};\n"),
        });
    }
    text.push_str("    Ok(())\n}\n");
    text
}

/// The method that a request calls, and the code of its service.
fn locate<'m>(model: &'m Model, http_method: &str, path: &str) -> Option<(&'m Method, Expression)> {
    let (parent, last) = path.rsplit_once('/').unwrap_or(("", path));
    let action = (http_method == "POST")
        .then(|| model.action(model.locate(parent)?, last))
        .flatten();
    let path = if action.is_some() { parent } else { path };
    let mut handle = Expression::Literal("connection".to_owned()).call("system_service", vec![]);
    for step in model.walk(path)? {
        let identifier = step
            .locator
            .parameter
            .as_ref()
            .map(|_| Expression::text(&decode(step.segment)));
        let name = format!("{}_service", step.locator.name);
        handle = handle.call(&name, identifier.into_iter().collect());
    }
    let service = model.locate(path)?;
    let of = |kinds: &[MethodKind]| kinds.iter().find_map(|kind| model.method(service, *kind));
    let method = action.or_else(|| match http_method {
        "GET" => of(&[MethodKind::List, MethodKind::Get]),
        "POST" => of(&[MethodKind::Add]),
        "PUT" => of(&[MethodKind::Update]),
        "DELETE" => of(&[MethodKind::Remove]),
        _ => None,
    })?;
    Some((method, handle))
}

/// Sets a query parameter: by its setter if the method has one.
fn with_query(
    code: Expression,
    values: &mut Values<'_>,
    method: &Method,
    name: &str,
    value: &str,
) -> Expression {
    let known = method.parameters.iter().find(|own| {
        own.name == name
            && own.direction != Direction::Out
            && own.place(method.kind) == Place::Query
    });
    let typed = known.and_then(|parameter| values.of_text(&parameter.kind, value));
    match typed {
        Some(value) => code.call(&names::rust_identifier(name), vec![value]),
        None => code.call(
            "with_query",
            vec![Expression::text(name), Expression::text(value)],
        ),
    }
}

/// The pairs of a query.
fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(&value.replace('+', " ")))
    })
}

/// Decodes percent-encoding.
fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let decoded = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte, decoded) {
            (b'%', Some(decoded)) => {
                bytes.push(decoded);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
