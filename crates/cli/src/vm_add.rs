//! `vm add --disk SIZE --nic PROFILE`: a VM with its disks and network interfaces.

use clap::{Arg, ArgAction, ArgMatches};
use ovirt_model::Model;
use serde_json::{Value, json};

use crate::address::{Address, Part, escape};
use crate::documents::Group;
use crate::ensure::{self, Effect, Plan};
use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io};
use crate::noun::{Noun, Verb};
use crate::options::Options;
use crate::resolve::Resolver;
use crate::send;
use crate::session::Session;
use crate::work::{Target, Work};

/// The additional arguments of a verb.
pub(crate) fn arguments(verb: &Verb<'_>) -> Vec<Arg> {
    if verb.operation() != "vms.add" {
        return Vec::new();
    }
    let argument = |name: &'static str, value: &'static str, help: &'static str| {
        let arg = Arg::new(name).long(name).value_name(value).help(help);
        arg.action(ArgAction::Append)
    };
    vec![
        argument(
            "disk",
            "SIZE",
            "Also add a disk of this size, such as 20GiB; on --storage-domain",
        ),
        argument(
            "nic",
            "PROFILE",
            "Also add a network interface with this vNIC profile",
        ),
    ]
}

/// What is added to a new VM.
pub(crate) struct Parts {
    disks: Vec<String>,
    nics: Vec<String>,
}

impl Parts {
    /// The parts that a command line asks for; `None` without any.
    pub(crate) fn read(verb: &Verb<'_>, matches: &ArgMatches) -> Option<Self> {
        if arguments(verb).is_empty() {
            return None;
        }
        let texts = |name: &str| {
            let values = matches.get_many::<String>(name);
            values.into_iter().flatten().cloned().collect()
        };
        let parts = Self {
            disks: texts("disk"),
            nics: texts("nic"),
        };
        (!parts.disks.is_empty() || !parts.nics.is_empty()).then_some(parts)
    }

    /// Disks and NICs as nested lists of the VM.
    fn groups<'m>(
        &self,
        model: &'m Model,
        vm: &Noun<'m>,
        name: &str,
        domain: &Value,
    ) -> Result<Vec<Group<'m>>, Failure> {
        let disks = self.disks.iter().enumerate().map(|(index, size)| {
            json!({
                "interface": "virtio_scsi",
                "active": true,
                "bootable": index == 0,
                "disk": {
                    "name": format!("{name}_Disk{}", index + 1),
                    "provisioned_size": size,
                    "format": "cow",
                    "sparse": true,
                    "storage_domains": [domain],
                },
            })
        });
        let nics = self.nics.iter().enumerate().map(|(index, profile)| {
            json!({"name": format!("nic{}", index + 1), "vnic_profile": profile})
        });
        let lists: [(&str, &str, Value); 2] = [
            ("disk-attachment", "--disk", disks.collect()),
            ("nic", "--nic", nics.collect()),
        ];
        let groups = lists.into_iter().filter_map(|(word, option, list)| {
            let (noun, _) = vm.child(model, word)?;
            Some(Group::new(model, noun, list, option))
        });
        groups.collect()
    }
}

/// Adds VMs, then their disks and network interfaces.
///
/// # Errors
///
/// As [`send::change`]; several storage domains, of which none is chosen.
pub(crate) fn run(
    work: &Work<'_>,
    parts: &Parts,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let Work { noun, draft, .. } = *work;
    let domain = match &draft.document["storage_domain"] {
        Value::Null if parts.disks.is_empty() => Value::Null,
        Value::Null => only_domain(work.session)?,
        domain => domain.clone(),
    };
    let own = draft.document["name"].as_str().map(escape);
    let mut vms: Vec<Address> = work.addresses.to_vec();
    if vms.is_empty() {
        let name = own.ok_or_else(|| Failure::usage("the new VM has no name"))?;
        vms.push(Address::parse(&name)?);
    }
    let mut all = Vec::new();
    for vm in &vms {
        let (Some(Part::Name(name)), 1) = (vm.parts.last(), vm.parts.len()) else {
            return Err(Failure::usage(format!(
                "{:?} is not the name of a new VM",
                vm.text
            )));
        };
        all.push(parts.groups(work.session.model, noun, name, &domain)?);
    }
    // A VM takes disks when its own are ready.
    let options = Options {
        wait: work
            .session
            .options
            .wait
            .clone()
            .or_else(|| Some(String::new())),
        ..work.session.options.clone()
    };
    let session = Session {
        model: work.session.model,
        options: &options,
        connection: work.session.connection.clone(),
        engine: work.session.engine,
        progress: work.session.progress.clone(),
    };
    let work = Work {
        session: &session,
        ..*work
    };
    let exit = send::change(&work, true, environment, io)?;
    if exit != Exit::Done || options.dry_run.is_some() {
        return Ok(exit);
    }
    for (vm, groups) in vms.iter().zip(&all) {
        let found = Resolver::new(&session).objects(noun, true, std::slice::from_ref(vm))?;
        for object in &found {
            for group in groups {
                add(&session, group, &object.ids, &vm.text, io)?;
            }
        }
    }
    Ok(Exit::Done)
}

fn add(
    session: &Session<'_>,
    group: &Group<'_>,
    vm: &[String],
    text: &str,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    for entry in &group.entries {
        let address = entry.address(text);
        let work = Work {
            session,
            noun: &entry.noun,
            verb: &entry.verb,
            draft: &entry.draft,
            addresses: &[],
        };
        let plan = Plan {
            effect: Effect::Added,
            differences: Vec::new(),
            target: Target::of_parent(vm, entry.draft.document.clone()),
        };
        ensure::carry_out(&work, &plan).map_err(|failure| failure.of(&address))?;
        writeln!(io.stdout, "{address}")?;
    }
    Ok(())
}

/// The storage domain for data, if there is only one.
fn only_domain(session: &Session<'_>) -> Result<Value, Failure> {
    let domains = session.list("/storagedomains", &[])?;
    let data = domains.iter().filter(|domain| domain["type"] == "data");
    let names: Vec<&str> = data.filter_map(|domain| domain["name"].as_str()).collect();
    match names.as_slice() {
        [only] => Ok(json!({"name": only})),
        several => Err(Failure::usage("--disk needs --storage-domain")
            .hint(format!("use one of {}", several.join(", ")))),
    }
}
