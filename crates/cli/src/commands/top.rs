//! `ovirt top`: what VMs, hosts and storage domains are using now.

use clap::{Arg, Command};
use serde_json::{Value, json};

use super::call::{Call, command};
use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::many;
use crate::options::Options;
use crate::output::{Names, Printer, Screen};
use crate::session::Session;
use crate::value::unit;

/// What is shown of a kind of objects.
struct View {
    noun: &'static str,
    path: &'static str,
    columns: &'static str,
    row: fn(&Session<'_>, &Value) -> Result<Value, Failure>,
}

const VIEWS: &[View] = &[
    View {
        noun: "vm",
        path: "/vms",
        columns: "name,cpu_percent,memory_percent,memory",
        row: vm,
    },
    View {
        noun: "host",
        path: "/hosts",
        columns: "name,cpu_percent,memory_percent,memory,vms",
        row: host,
    },
    View {
        noun: "storage-domain",
        path: "/storagedomains",
        columns: "name,used_percent,used,available",
        row: storage_domain,
    },
];

/// The command line of `ovirt top`.
pub(super) fn top_command() -> Command {
    command("top")
        .about("Shows what running VMs, hosts or storage domains are using now, most first.")
        .arg(
            Arg::new("noun")
                .value_name("NOUN")
                .default_value("vm")
                .help("vm, host or storage-domain"),
        )
}

/// Prints a table of usage.
pub(super) fn top(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let noun = call.text("noun").trim_end_matches('s');
    let noun = if noun == "sd" { "storage-domain" } else { noun };
    let Some(view) = VIEWS.iter().find(|view| view.noun == noun) else {
        return Err(Failure::usage(format!("`top` does not know {noun:?}"))
            .hint("use vm, host or storage-domain"));
    };
    let connected = call.connect()?;
    let session = call.session(&connected);
    let objects = session.list(view.path, &[])?;
    let is_active = |object: &Value| match object["status"].as_str() {
        Some(status) => status == "up",
        None => true,
    };
    let objects: Vec<Value> = objects.into_iter().filter(is_active).collect();
    let rows = many::run(&objects, &call.options, |object| {
        (view.row)(&session, object)
    });
    let mut rows = rows.into_iter().flatten().collect::<Result<Vec<_>, _>>()?;
    let first = view.columns.split(',').nth(1).unwrap_or_default();
    rows.sort_by(|a, b| number(&b[first]).total_cmp(&number(&a[first])));
    let options = Options {
        columns: call
            .options
            .columns
            .clone()
            .or_else(|| Some(view.columns.to_owned())),
        ..call.options.clone()
    };
    let mut screen = Screen::new(&options, call.environment, io.stdout, io.is_terminal);
    let mut names = Names::new(None);
    let mut printer = Printer::new(call.model, &options, "usage", &mut names, &mut screen)?;
    for mut row in rows {
        if !options.raw && is_for_people(&options) {
            show_sizes(&mut row);
        }
        printer.add(row, "")?;
    }
    printer.finish()?;
    Ok(Exit::Done)
}

fn is_for_people(options: &Options) -> bool {
    let format = options.output.as_deref().unwrap_or("table");
    format.starts_with("table") || format == "wide"
}

fn show_sizes(row: &mut Value) {
    for name in ["memory", "used", "available"] {
        if let Some(bytes) = row[name].as_f64() {
            row[name] = unit::show_size(bytes).into();
        }
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// The statistics of an object by name.
fn statistics(
    session: &Session<'_>,
    collection: &str,
    object: &Value,
) -> Result<impl Fn(&str) -> f64 + use<>, Failure> {
    let id = object["id"].as_str().unwrap_or_default();
    let list = session.list(&format!("{collection}/{id}/statistics"), &[])?;
    Ok(move |name: &str| {
        let found = list.iter().find(|statistic| statistic["name"] == name);
        let datum = found.and_then(|it| it.pointer("/values/0/datum"));
        datum.map(number).unwrap_or_default()
    })
}

fn vm(session: &Session<'_>, vm: &Value) -> Result<Value, Failure> {
    let statistic = statistics(session, "/vms", vm)?;
    let used = statistic("memory.used");
    let memory = number(&vm["memory"]);
    Ok(json!({
        "id": vm["id"],
        "name": vm["name"],
        "cpu_percent": statistic("cpu.current.total"),
        "memory_percent": percent(used, memory),
        "memory": vm["memory"],
    }))
}

fn host(session: &Session<'_>, host: &Value) -> Result<Value, Failure> {
    let statistic = statistics(session, "/hosts", host)?;
    let memory = number(&host["memory"]);
    Ok(json!({
        "id": host["id"],
        "name": host["name"],
        "cpu_percent": statistic("cpu.current.user") + statistic("cpu.current.system"),
        "memory_percent": percent(statistic("memory.used"), memory),
        "memory": host["memory"],
        "vms": host["summary"]["active"],
    }))
}

fn storage_domain(_: &Session<'_>, domain: &Value) -> Result<Value, Failure> {
    let (used, available) = (number(&domain["used"]), number(&domain["available"]));
    Ok(json!({
        "id": domain["id"],
        "name": domain["name"],
        "used_percent": percent(used, used + available),
        "used": domain["used"],
        "available": domain["available"],
    }))
}

/// A share in percent, rounded to one decimal.
fn percent(part: f64, whole: f64) -> f64 {
    if whole == 0.0 {
        return 0.0;
    }
    (part / whole * 1000.0).round() / 10.0
}
