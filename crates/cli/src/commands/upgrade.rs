//! `ovirt cluster upgrade-hosts`: brings the hosts of a cluster up to date, one after the other.

use clap::{Arg, ArgAction, Command};
use serde_json::{Value, json};

use super::call::{Call, command};
use super::object::noun_and_addresses;
use crate::ensure;
use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::noun::Noun;
use crate::options::Options;
use crate::resolve::{Object, Resolver};
use crate::session::Session;
use crate::work::Target;

/// The command line of `ovirt cluster upgrade-hosts`.
pub(super) fn upgrade_command() -> Command {
    command("cluster upgrade-hosts")
        .about(
            "Checks the hosts of a cluster for updates, and upgrades them one after the other. \
             Stops at the first failure.",
        )
        .arg(
            Arg::new("cluster")
                .value_name("CLUSTER")
                .required(true)
                .help("Its name or identifier"),
        )
        .arg(
            Arg::new("no-reboot")
                .long("no-reboot")
                .action(ArgAction::SetTrue)
                .help("Do not reboot hosts after the upgrade"),
        )
}

/// Upgrades the hosts of a cluster.
pub(super) fn upgrade(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    // A host is done when it is up again.
    let options = Options {
        wait: Some(String::new()),
        ..call.options.clone()
    };
    let session = Session {
        options: &options,
        ..call.session(&connected)
    };
    let words = ["cluster".to_owned(), call.text("cluster").to_owned()];
    let (cluster, addresses) = noun_and_addresses(call.model, &words)?;
    let objects = Resolver::new(&session).objects(&cluster, true, &addresses)?;
    let [object] = objects.as_slice() else {
        return Err(Failure::usage("upgrade one cluster at a time"));
    };
    let Some((host, _)) = Noun::system().child(call.model, "host") else {
        return Err(Failure::usage("the model has no hosts"));
    };
    let is_here = |host: &Value| host["cluster"]["id"] == object.ids.concat();
    let hosts: Vec<Value> = session
        .list("/hosts", &[])?
        .into_iter()
        .filter(is_here)
        .collect();
    let send = |host_value: &Value, verb: &str, document: Value| {
        ensure::request(&session, &host, verb, &target(host_value, document))
    };
    let mut outdated = Vec::new();
    for value in hosts {
        let name = value["name"].as_str().unwrap_or_default().to_owned();
        let named = |failure: Failure| failure.of(&name);
        if call.options.dry_run.is_none() {
            send(&value, "upgrade-check", json!({})).map_err(named)?;
        }
        let id = value["id"].as_str().unwrap_or_default();
        match session.get(&format!("/hosts/{id}"))?["update_available"] {
            Value::Bool(true) => outdated.push((name, value)),
            _ => writeln!(io.stdout, "{name}: up to date")?,
        }
    }
    if call.options.dry_run.is_some() {
        for (name, _) in &outdated {
            writeln!(io.stdout, "{name}: would be upgraded")?;
        }
        return Ok(Exit::Done);
    }
    if outdated.is_empty() {
        return Ok(Exit::Done);
    }
    let mark = |action: &str| {
        let target = Target {
            object: object.clone(),
            document: json!({"upgrade_action": action}),
        };
        ensure::request(&session, &cluster, "upgrade", &target)
    };
    // Older engines cannot be told: that is no reason to leave hosts outdated.
    let is_marked = match mark("start") {
        Ok(()) => true,
        Err(failure) => {
            let reason = failure.message;
            writeln!(
                io.stderr,
                "note: the cluster is not marked as being upgraded: {reason}"
            )?;
            false
        }
    };
    let mut upgrade = || {
        for (name, value) in &outdated {
            let document = json!({"reboot": !call.matches.get_flag("no-reboot")});
            let sent = send(value, "upgrade", document);
            sent.map_err(|failure| failure.of(name))?;
            writeln!(io.stdout, "{name}: upgraded")?;
            io.stdout.flush()?;
        }
        Ok(Exit::Done)
    };
    let outcome = upgrade();
    if is_marked {
        mark("finish")?;
    }
    outcome
}

fn target(host: &Value, document: Value) -> Target {
    let text = |name: &str| host[name].as_str().unwrap_or_default().to_owned();
    Target {
        object: Object {
            address: text("name"),
            ids: vec![text("id")],
        },
        document,
    }
}
