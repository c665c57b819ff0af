//! `ovirt vm ip`, `vm ssh`, `vm serial` and `vm console`: ways into a guest.

use std::net::IpAddr;
use std::process::Command as Process;
use std::time::Duration;

use clap::{Arg, ArgAction, Command};
use serde_json::Value;

use super::call::{Call, command};
use crate::address::Address;
use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::noun::Noun;
use crate::profiles::write_private;
use crate::resolve::{Object, Resolver};
use crate::session::Session;
use crate::value::path;
use crate::wait;

/// How long an address is waited for by default.
const LIMIT: Duration = Duration::from_secs(600);

/// The port of the engine's proxy for serial consoles.
const SERIAL_PORT: &str = "2222";

fn vm_argument() -> Arg {
    Arg::new("vm")
        .value_name("VM")
        .required(true)
        .help("Its name or identifier")
}

fn words_argument(help: &'static str) -> Arg {
    Arg::new("command")
        .value_name("COMMAND")
        .num_args(0..)
        .last(true)
        .help(help)
}

/// The VMs that texts mean.
fn vms(session: &Session<'_>, texts: &[String]) -> Result<Vec<Object>, Failure> {
    let (noun, _) = Noun::system()
        .child(session.model, "vm")
        .ok_or_else(|| Failure::usage("the model has no VMs"))?;
    let addresses = texts.iter().map(|text| Address::parse(text));
    let addresses = addresses.collect::<Result<Vec<_>, _>>()?;
    Resolver::new(session).objects(&noun, true, &addresses)
}

fn vm(session: &Session<'_>, call: &Call<'_>) -> Result<Object, Failure> {
    let mut vms = vms(session, &call.texts("vm"))?;
    match (vms.pop(), vms.is_empty()) {
        (Some(vm), true) => Ok(vm),
        _ => Err(Failure::usage(
            "exactly one VM is needed, but several are meant",
        )),
    }
}

/// The command line of `ovirt vm ip`.
pub(super) fn ip_command() -> Command {
    command("vm ip")
        .about(
            "Prints the addresses that the guest agent reports, IPv4 first; --wait waits for one.",
        )
        .arg(
            vm_argument()
                .num_args(1..)
                .help("Names, identifiers or patterns"),
        )
}

/// Prints the addresses of VMs.
pub(super) fn ip(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let vms = vms(&session, &call.texts("vm"))?;
    let mut exit = Exit::Done;
    for vm in &vms {
        let found = addresses(&session, vm, call.options.wait.is_some())?;
        if found.is_empty() {
            let message = format!("{}: its guest agent reports no address", vm.address);
            let failure = Failure::new(Exit::NotFound, message)
                .hint("it may be starting, which --wait waits for; or it has no guest agent");
            writeln!(io.stderr, "{failure}")?;
            exit = Exit::NotFound;
        }
        for address in found {
            match vms.len() {
                1 => writeln!(io.stdout, "{address}")?,
                _ => writeln!(io.stdout, "{}\t{address}", vm.address)?,
            }
        }
    }
    Ok(exit)
}

/// The addresses by which other computers can reach a guest, IPv4 first.
fn addresses(session: &Session<'_>, vm: &Object, wait: bool) -> Result<Vec<IpAddr>, Failure> {
    let path = format!("/vms/{}/reporteddevices", vm.ids.join("/"));
    let read = || session.list(&path, &[]).map(Value::from);
    let devices = match wait {
        false => read()?,
        true => {
            let limit = session.options.time_limit.unwrap_or(LIMIT);
            let has_one = |devices: &Value| !reachable(devices).is_empty();
            wait::until(limit, read, has_one, "reporting an address")
                .map_err(|failure| failure.of(&vm.address))?
        }
    };
    Ok(reachable(&devices))
}

fn reachable(devices: &Value) -> Vec<IpAddr> {
    let texts = path::get(devices, "ips.address").unwrap_or_default();
    let lists = texts.as_array().into_iter().flatten();
    let texts = lists.flat_map(|list| match list {
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        other => other.as_str().into_iter().collect::<Vec<_>>(),
    });
    let is_local = |address: &IpAddr| match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_link_local(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unicast_link_local(),
    };
    let mut found: Vec<IpAddr> = texts.filter_map(|text| text.parse().ok()).collect();
    found.retain(|address| !is_local(address));
    found.sort_by_key(IpAddr::is_ipv6);
    found.dedup();
    found
}

/// The command line of `ovirt vm ssh`.
pub(super) fn ssh_command() -> Command {
    command("vm ssh")
        .about("Opens a shell in the guest with ssh, or runs a command there.")
        .arg(vm_argument())
        .arg(
            Arg::new("login")
                .long("login")
                .value_name("USER")
                .help("User in the guest"),
        )
        .arg(print_argument("Print the command line of ssh"))
        .arg(words_argument("What to run there instead of a shell"))
}

fn print_argument(help: &'static str) -> Arg {
    Arg::new("print")
        .long("print")
        .action(ArgAction::SetTrue)
        .help(help)
}

/// Opens a shell in a guest.
pub(super) fn ssh(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let vm = vm(&session, call)?;
    let found = addresses(&session, &vm, call.options.wait.is_some())?;
    let Some(address) = found.first() else {
        let message = format!("{}: its guest agent reports no address", vm.address);
        return Err(Failure::new(Exit::NotFound, message).hint("--wait waits for one"));
    };
    let target = match call.text("login") {
        "" => address.to_string(),
        user => format!("{user}@{address}"),
    };
    let words = [target].into_iter().chain(call.texts("command"));
    run("ssh", words.collect(), call.matches.get_flag("print"), io)
}

/// The command line of `ovirt vm serial`.
pub(super) fn serial_command() -> Command {
    command("vm serial")
        .about("Opens the serial console of a VM, through the engine's proxy on port 2222.")
        .arg(vm_argument())
        .arg(print_argument("Print the command line of ssh"))
}

/// Opens a serial console.
pub(super) fn serial(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let vm = vm(&session, call)?;
    let url = session.connection.url();
    let host = url.split("://").nth(1).unwrap_or_default();
    let host = host.split(['/', ':']).next().unwrap_or_default();
    let words = ["-t", "-p", SERIAL_PORT].map(str::to_owned).into_iter();
    let words = words.chain([
        format!("ovirt-vmconsole@{host}"),
        "connect".to_owned(),
        format!("--vm-id={}", vm.ids.join("/")),
    ]);
    run("ssh", words.collect(), call.matches.get_flag("print"), io)
}

/// The command line of `ovirt vm console`.
pub(super) fn console_command() -> Command {
    command("vm console")
        .about("Opens the graphical console of a VM with remote-viewer.")
        .arg(vm_argument())
        .arg(
            Arg::new("protocol")
                .long("protocol")
                .value_name("PROTOCOL")
                .help("spice or vnc; the first console if absent"),
        )
        .arg(print_argument(
            "Print the file for remote-viewer; it contains a password",
        ))
}

/// Opens a graphical console.
pub(super) fn console(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let vm = vm(&session, call)?;
    let list = format!("/vms/{}/graphicsconsoles", vm.ids.join("/"));
    let consoles = session.list(&list, &[])?;
    let protocol = call.text("protocol");
    let fits = |console: &&Value| protocol.is_empty() || console["protocol"] == protocol;
    let console = consoles.iter().find(fits).ok_or_else(|| {
        let known: Vec<&str> = consoles
            .iter()
            .filter_map(|it| it["protocol"].as_str())
            .collect();
        let message = format!(
            "{} has no such console, but: {}",
            vm.address,
            known.join(", ")
        );
        Failure::new(Exit::NotFound, message).hint("a VM has consoles while it runs")
    })?;
    let id = console["id"].as_str().unwrap_or_default();
    let service = session.connection.service(&format!("{list}/{id}"))?;
    let action = session.fetch(service.action("remote_viewer_connection_file"))?;
    let Some(file) = action["remote_viewer_connection_file"].as_str() else {
        return Err(Failure::new(
            Exit::Failed,
            "the engine returned no file for the viewer",
        ));
    };
    if call.matches.get_flag("print") {
        writeln!(io.stdout, "{}", file.trim_end())?;
        return Ok(Exit::Done);
    }
    let name = format!("ovirt-console-{}.vv", std::process::id());
    let path = std::env::temp_dir().join(name);
    write_private(&path, file).map_err(|error| {
        let message = format!("cannot write {}: {error}", path.display());
        Failure::new(Exit::Failed, message)
    })?;
    // The viewer removes the file when it has read it.
    run("remote-viewer", vec![path.display().to_string()], false, io)
}

/// Runs a program in the foreground, or prints its command line.
fn run(name: &str, words: Vec<String>, print: bool, io: &mut Io<'_>) -> Result<Exit, Failure> {
    if print {
        let quoted = words.iter().map(|word| quote(word));
        let quoted: Vec<String> = quoted.collect();
        writeln!(io.stdout, "{name} {}", quoted.join(" "))?;
        return Ok(Exit::Done);
    }
    io.stdout.flush()?;
    let status = Process::new(name).args(&words).status().map_err(|error| {
        Failure::usage(format!("cannot run {name}: {error}")).hint("install it, or use --print")
    })?;
    match status.success() {
        true => Ok(Exit::Done),
        false => Err(Failure::new(
            Exit::Failed,
            format!("{name} failed: {status}"),
        )),
    }
}

/// A word as a shell reads it.
fn quote(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@=,".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn addresses_that_others_can_reach_come_ipv4_first() {
        let devices = json!([
            {"name": "lo", "ips": [{"address": "127.0.0.1"}, {"address": "::1"}]},
            {"name": "eth0", "ips": [{"address": "fe80::1"}, {"address": "2001:db8::7"},
                {"address": "192.0.2.7"}]},
            {"name": "eth1"},
        ]);
        let found: Vec<String> = reachable(&devices)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, ["192.0.2.7", "2001:db8::7"]);
    }

    #[test]
    fn words_are_quoted_for_shells() {
        assert_eq!(quote("uname"), "uname");
        assert_eq!(quote("it's"), r"'it'\''s'");
        assert_eq!(quote(""), "''");
    }
}
