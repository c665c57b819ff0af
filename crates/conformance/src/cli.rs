//! Checks of the requests that the command line sends.
//!
//! Each line is sent twice through the program's library: as flags and assignments, and as a JSON
//! file on standard input. The request that arrives on a socket is compared with the expected one.

use std::ffi::OsString;

use ovirt_cli::{Io, Stderr, run};
use ovirt_model::{MethodKind, Model, Parameter, Place, Struct, Type};
use serde_json::{Map, Value};

use crate::capture_server::CaptureServer;
use crate::requests::{LineError, REFERENCE_DEFECTS, compare_request};

/// Sends each line both ways and compares the requests with the expected one.
///
/// Returns whether no line failed.
pub(crate) fn check(lines: &[Value]) -> Result<bool, String> {
    let model = Model::embedded();
    let server =
        CaptureServer::start().map_err(|error| format!("cannot open a socket: {error}"))?;
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for line in lines {
        let key = line["key"].as_str().unwrap_or("(no key)");
        for form in [Form::Flags, Form::File] {
            match check_line(&model, &server, line, form) {
                Ok(()) => passed += 1,
                Err(LineError::Skipped(reason)) => {
                    skipped += 1;
                    println!("SKIP {key} ({form:?}): {reason}");
                }
                Err(LineError::Failed(message)) => {
                    failed += 1;
                    println!("FAIL {key} ({form:?}): {message}");
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    Ok(failed == 0)
}

/// How the document of a request is given.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// By flags and `--set`.
    Flags,
    /// By `--from-file -`.
    File,
}

/// A command line and its standard input.
struct CommandLine {
    words: Vec<String>,
    stdin: String,
}

fn check_line(
    model: &Model,
    server: &CaptureServer,
    line: &Value,
    form: Form,
) -> Result<(), LineError> {
    let name = format!("{}.{}", text(line, "service")?, text(line, "method")?);
    if REFERENCE_DEFECTS.contains(&name.as_str()) {
        let reason = "the engine does not accept the request of the reference implementation";
        return Err(LineError::Skipped(reason.to_owned()));
    }
    let CommandLine { words, stdin } = command_line(model, line, form)?;
    let url = OsString::from(server.url());
    let environment = |variable: &str| match variable {
        "OVIRT_URL" => Some(url.clone()),
        "OVIRT_TOKEN" => Some("conformance".into()),
        _ => None,
    };
    let (mut stdout, stderr) = (Vec::new(), Stderr::captured());
    // The server responds to everything with an empty action, so the outcome says nothing.
    let mut stdin = stdin.as_bytes();
    let mut io = Io::new(&mut stdin, &mut stdout, stderr.clone());
    let code = run(&words, &environment, &mut io);
    let request = server.take().ok_or_else(|| {
        let report = stderr.captured_text();
        LineError::Failed(format!("no request was sent (exit code {code}): {report}"))
    })?;
    compare_request(&line["http"], &request).map_err(LineError::Failed)
}

fn text<'v>(line: &'v Value, name: &str) -> Result<&'v str, LineError> {
    let found = line[name].as_str();
    found.ok_or_else(|| LineError::Failed(format!("missing `{name}`")))
}

/// The command line for a method with some arguments.
fn command_line(model: &Model, line: &Value, form: Form) -> Result<CommandLine, LineError> {
    let unknown = || LineError::Failed("the model has no such method".to_owned());
    let service = model.service(text(line, "service")?).ok_or_else(unknown)?;
    let wanted = text(line, "method")?;
    let is_it = |name: &str| name == wanted;
    let method = model.methods(service).into_iter().find(|method| {
        let of_variant = |variant: &str| is_it(&format!("{}_{variant}", method.name));
        is_it(&method.name)
            || method
                .variants
                .iter()
                .any(|variant| of_variant(&variant.name))
    });
    let method = method.ok_or_else(unknown)?;
    let of_variants = method
        .variants
        .iter()
        .flat_map(|variant| &variant.parameters);
    let parameters: Vec<&Parameter> = method.parameters.iter().chain(of_variants).collect();
    let mut words = words(text(line, "at")?, wanted);
    let mut file = Map::new();
    for (name, value) in line["arguments"].as_object().into_iter().flatten() {
        let parameter = parameters.iter().find(|parameter| parameter.name == *name);
        let parameter = parameter.ok_or_else(unknown)?;
        match (parameter.place(method.kind), form) {
            (Place::Query, _) => words.push(flag(name, value)),
            (Place::Document, Form::File) if !parameter.list => {
                file.extend(value.as_object().cloned().unwrap_or_default());
            }
            (_, Form::File) => drop(file.insert(name.clone(), value.clone())),
            (Place::Document, Form::Flags) if !parameter.list => {
                let structure = parameter
                    .kind
                    .named()
                    .and_then(|name| model.structure(name));
                members(model, structure, value, &parameters, &mut words);
            }
            (_, Form::Flags) => assignments(name, value, &mut words),
        }
    }
    let has_document = !matches!(
        method.kind,
        MethodKind::Get | MethodKind::List | MethodKind::Remove
    );
    if form == Form::File && (has_document || !file.is_empty()) {
        words.push("--from-file=-".to_owned());
    }
    words.extend(["--no-wait", "--no-check"].map(str::to_owned));
    Ok(CommandLine {
        words,
        stdin: Value::Object(file).to_string(),
    })
}

/// Noun, verb and address of a path such as `/vms/id-1/nics`.
fn words(path: &str, method: &str) -> Vec<String> {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let (ids, mut words): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    let mut ids = ids;
    for segment in segments {
        match segment.starts_with("id-") {
            true => ids.push(segment),
            false => words.push(segment.to_owned()),
        }
    }
    if words.is_empty() {
        words.push("system".to_owned());
    }
    words.push(method.replace('_', "-"));
    if !ids.is_empty() {
        let address: Vec<String> = ids.iter().map(|id| format!("id:{id}")).collect();
        words.push(address.join("/"));
    }
    words
}

/// `--name=value` of a scalar.
fn flag(name: &str, value: &Value) -> String {
    format!("--{}={}", name.replace('_', "-"), scalar(value))
}

/// The members of a document: scalars as flags, others as assignments. A flag of the same name as
/// a parameter is the parameter's.
fn members(
    model: &Model,
    structure: Option<&Struct>,
    value: &Value,
    parameters: &[&Parameter],
    words: &mut Vec<String>,
) {
    let all = structure
        .map(|structure| model.members(structure))
        .unwrap_or_default();
    for (name, value) in value.as_object().into_iter().flatten() {
        let member = all.iter().find(|member| member.name == *name);
        let is_flag = member.is_some_and(|member| {
            let is_scalar =
                !matches!(&member.kind, Type::Named(name) if model.enumeration(name).is_none());
            let is_taken = parameters.iter().any(|parameter| parameter.name == *name);
            is_scalar && !is_taken && !member.list && !member.secret
        });
        match is_flag {
            true => words.push(flag(name, value)),
            false => assignments(name, value, words),
        }
    }
}

/// `--set` for each scalar in a value.
fn assignments(path: &str, value: &Value, words: &mut Vec<String>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (name, value) in map {
                assignments(&format!("{path}.{name}"), value, words);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                assignments(&format!("{path}[{index}]"), item, words);
            }
        }
        Value::Object(_) | Value::Array(_) => words.push(format!("--set={path}={{}}")),
        scalar => words.push(format!("--set={path}={}", self::scalar(scalar))),
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
