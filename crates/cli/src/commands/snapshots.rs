//! `ovirt vm snapshot tree`: the snapshots of a VM, each on the one before it.

use clap::{Arg, Command};
use serde_json::Value;

use super::call::{Call, command};
use super::object::noun_and_addresses;
use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::resolve::Resolver;

/// The command line of `ovirt vm snapshot tree`.
pub(super) fn tree_command() -> Command {
    command("vm snapshot tree")
        .about("Draws the snapshots of a VM, oldest first; the last one is its present state.")
        .arg(
            Arg::new("vm")
                .value_name("VM")
                .required(true)
                .help("Its name or identifier"),
        )
}

/// Draws the snapshots of a VM.
pub(super) fn tree(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let words = ["vm".to_owned(), call.text("vm").to_owned()];
    let (noun, addresses) = noun_and_addresses(call.model, &words)?;
    for vm in Resolver::new(&session).objects(&noun, true, &addresses)? {
        let path = format!("{}/snapshots", noun.path(&vm.ids));
        let mut snapshots = session.list(&path, &[])?;
        snapshots.sort_by_key(|it| {
            let is_present = it["snapshot_type"] == "active";
            let date = it["date"].as_str().and_then(crate::value::unit::seconds);
            (is_present, date)
        });
        writeln!(io.stdout, "{}", vm.address)?;
        for (depth, snapshot) in snapshots.iter().enumerate() {
            let text = |name: &str| snapshot[name].as_str().unwrap_or_default();
            let memory = match &snapshot["persist_memorystate"] {
                Value::Bool(true) => "  with memory",
                _ => "",
            };
            let (description, date, status) =
                (text("description"), text("date"), text("snapshot_status"));
            let date = date.split('T').next().unwrap_or_default();
            writeln!(
                io.stdout,
                "{:indent$}└─ {description}  {date}  {status}{memory}",
                "",
                indent = depth * 3
            )?;
        }
    }
    Ok(Exit::Done)
}
