//! `ovirt find`, `ovirt status` and `ovirt tree`: several kinds of objects at a glance.

use clap::{Arg, Command};
use ovirt_model::MethodKind;
use serde_json::Value;

use super::call::{Call, command};
use crate::address::escape;
use crate::data;
use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::many;
use crate::noun::Noun;
use crate::resolve::label_of;
use crate::value::path;
use crate::wait;

/// Members whose texts identify an object.
const IDENTIFYING: &[&str] = &[
    "address",
    "alias",
    "email",
    "fqdn",
    "id",
    "name",
    "path",
    "principal",
    "serial_number",
];

/// The command line of `ovirt find`.
pub(super) fn find_command() -> Command {
    command("find")
        .about("Finds objects of all kinds by name, identifier, IP or MAC address.")
        .arg(
            Arg::new("text")
                .value_name("TEXT")
                .required(true)
                .help("A part of what is known"),
        )
}

/// Finds objects of all kinds by name, identifier or address.
pub(super) fn find(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let text = call.text("text").to_lowercase();
    let is_list = |noun: &Noun<'_>| {
        let level = noun.last();
        level.is_some_and(|level| {
            call.model
                .method(level.collection, MethodKind::List)
                .is_some()
        })
    };
    let nouns: Vec<Noun<'_>> = Noun::roots(call.model)
        .into_iter()
        .filter(is_list)
        .collect();
    let lists = many::run(&nouns, &call.options, |noun| {
        // What VMs report has no collection of its own at the root.
        let follow = noun.words() == "vm";
        let follow = follow.then(|| ("follow".to_owned(), "nics,reported_devices".to_owned()));
        session.list(&noun.path(&[]), &follow.into_iter().collect::<Vec<_>>())
    });
    let mut count = 0;
    for (noun, list) in nouns.iter().zip(lists) {
        let type_name = noun.last().and_then(|level| level.type_name(call.model));
        let label = type_name.map_or("name", data::label);
        for object in list.and_then(Result::ok).unwrap_or_default() {
            let Some(found) = matching(&object, &text, "") else {
                continue;
            };
            let name = label_of(&object, label)
                .map(|name| escape(&name))
                .unwrap_or_default();
            let id = object["id"].as_str().unwrap_or_default();
            writeln!(io.stdout, "{} {name}  {id}  ({found})", noun.words())?;
            count += 1;
        }
    }
    Ok(if count == 0 {
        Exit::NotFound
    } else {
        Exit::Done
    })
}

/// The path of the first identifying member that has a text.
fn matching(value: &Value, text: &str, path: &str) -> Option<String> {
    match value {
        Value::Object(map) => map.iter().find_map(|(name, value)| {
            let path = if path.is_empty() {
                name.clone()
            } else {
                format!("{path}.{name}")
            };
            match value {
                Value::String(own) => {
                    let fits =
                        IDENTIFYING.contains(&name.as_str()) && own.to_lowercase().contains(text);
                    // References are found as the objects that they refer to.
                    let is_own = name != "id" || !path.contains('.');
                    (fits && is_own).then_some(path)
                }
                value => matching(value, text, &path),
            }
        }),
        Value::Array(items) => items.iter().find_map(|item| matching(item, text, path)),
        _ => None,
    }
}

/// The command line of `ovirt status`.
pub(super) fn status_command() -> Command {
    command("status")
        .about("Shows the engine's version, how much there is, what is wrong, and running jobs.")
}

/// Prints a summary, problems and running jobs.
pub(super) fn status(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let api = session.get("")?;
    let text = |path: &str| path::get(&api, path).as_ref().map(crate::output::plain);
    writeln!(
        io.stdout,
        "{} {} at {}",
        text("product_info.name").unwrap_or_else(|| "oVirt".to_owned()),
        text("product_info.version.full_version").unwrap_or_default(),
        session.connection.url()
    )?;
    for (name, member) in [
        ("hosts", "hosts"),
        ("VMs", "vms"),
        ("storage domains", "storage_domains"),
        ("users", "users"),
    ] {
        let active = text(&format!("summary.{member}.active")).unwrap_or_default();
        let total = text(&format!("summary.{member}.total")).unwrap_or_default();
        if !total.is_empty() {
            writeln!(io.stdout, "{name}: {active} of {total} active")?;
        }
    }
    let kinds = [
        "/datacenters",
        "/hosts",
        "/storagedomains",
        "/disks",
        "/vms",
    ];
    let lists = many::run(&kinds, &call.options, |path| session.list(path, &[]));
    for (kind, list) in kinds.iter().zip(lists) {
        for object in list.and_then(Result::ok).unwrap_or_default() {
            let Some((member, value)) = wait::status(&object) else {
                continue;
            };
            if data::class(value) == Some("bad") {
                let name = label_of(&object, "name").unwrap_or_default();
                writeln!(
                    io.stdout,
                    "problem: {}/{name}: {member} is {value}",
                    &kind[1..]
                )?;
            }
        }
    }
    for job in session.list("/jobs", &[])? {
        if job["status"] == "started" {
            writeln!(
                io.stdout,
                "job: {}",
                job["description"].as_str().unwrap_or_default()
            )?;
        }
    }
    Ok(Exit::Done)
}

/// The command line of `ovirt tree`.
pub(super) fn tree_command() -> Command {
    command("tree").about("Draws data centers with their storage domains, clusters, hosts and VMs.")
}

/// Prints data centers with their clusters, hosts and VMs.
pub(super) fn tree(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let kinds = [
        "/datacenters",
        "/storagedomains",
        "/clusters",
        "/hosts",
        "/vms",
    ];
    let lists = many::run(&kinds, &call.options, |path| session.list(path, &[]));
    let mut lists = lists
        .into_iter()
        .map(|list| list.and_then(Result::ok).unwrap_or_default());
    let mut next = || lists.next().unwrap_or_default();
    let (centers, domains, clusters, hosts, vms) = (next(), next(), next(), next(), next());
    let mut line = |depth: usize, kind: &str, object: &Value| -> Result<(), Failure> {
        let name = label_of(object, "name").unwrap_or_default();
        let status = wait::status(object).map(|(_, value)| format!("  {value}"));
        let status = status.unwrap_or_default();
        Ok(writeln!(
            io.stdout,
            "{:indent$}{kind} {name}{status}",
            "",
            indent = depth * 2
        )?)
    };
    for center in &centers {
        line(0, "data-center", center)?;
        let is_here = |domain: &&Value| {
            let centers = path::get(domain, "data_centers.id");
            centers.is_some_and(|ids| {
                ids.as_array()
                    .is_some_and(|ids| ids.contains(&center["id"]))
            })
        };
        for domain in domains.iter().filter(is_here) {
            line(1, "storage-domain", domain)?;
        }
        for cluster in clusters
            .iter()
            .filter(|it| it["data_center"]["id"] == center["id"])
        {
            line(1, "cluster", cluster)?;
            let here = |object: &&Value| object["cluster"]["id"] == cluster["id"];
            for host in hosts.iter().filter(here) {
                line(2, "host", host)?;
                for vm in vms.iter().filter(|vm| vm["host"]["id"] == host["id"]) {
                    line(3, "vm", vm)?;
                }
            }
            for vm in vms.iter().filter(here).filter(|vm| vm["host"].is_null()) {
                line(2, "vm", vm)?;
            }
        }
    }
    Ok(Exit::Done)
}
