//! Seeds: the objects that lists are made of, recorded from engines or made by us.

use std::path::{Path, PathBuf};

use super::element::Element;
use super::random::{Random, certificate};
use super::{Collection, synthetic};
use crate::Result;

/// Number of VMs, disks or hosts made in place of recorded ones.
const MADE: usize = 54;

/// Members of a VM or host that every made seed keeps.
const ALWAYS: [&str; 8] = [
    "actions", "name", "link", "memory", "status", "cluster", "display", "host",
];

/// The objects to make lists of.
pub(super) struct Seeds {
    pub(super) vms: Vec<Element>,
    pub(super) disks: Vec<Element>,
    pub(super) hosts: Vec<Element>,
}

impl Seeds {
    /// Those of the corpus in this folder.
    pub(super) fn recorded(corpus: &Path) -> Result<Self> {
        let seeds = Self {
            vms: recorded(corpus, Collection::Vms)?,
            disks: recorded(corpus, Collection::Disks)?,
            hosts: recorded(corpus, Collection::Hosts)?,
        };
        if seeds.vms.is_empty() || seeds.disks.is_empty() || seeds.hosts.is_empty() {
            return Err(format!("no recorded objects in {}", corpus.display()).into());
        }
        Ok(seeds)
    }

    /// Those made by us: objects that differ in their members and values.
    pub(super) fn made() -> Self {
        let mut vms = String::from("<vms>\n");
        synthetic::vms(&mut vms, MADE);
        vms.push_str("</vms>");
        let vms = Element::parse(&vms).map(Element::into_children);
        let copies = |document: &str| -> Vec<Element> {
            let object = Element::parse(document);
            object.map_or_else(Vec::new, |object| vec![object; MADE])
        };
        Self {
            vms: varied(vms.unwrap_or_default()),
            disks: varied(copies(include_str!("../../data/disk.xml"))),
            hosts: varied(copies(include_str!("../../data/host.xml"))),
        }
    }
}

/// The folder with the corpus, if there is one.
pub(super) fn corpus() -> Option<PathBuf> {
    let data = std::env::var_os("OVIRT_TEST_DATA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared")),
        PathBuf::from,
    );
    let corpus = data.join("corpus");
    corpus.join("index.tsv").is_file().then_some(corpus)
}

/// The recorded objects of a collection, from lists and from documents of one object.
fn recorded(corpus: &Path, collection: Collection) -> Result<Vec<Element>> {
    let index = std::fs::read_to_string(corpus.join("index.tsv"))?;
    let mut found = Vec::new();
    for line in index.lines() {
        let mut columns = line.split('\t');
        let (Some(name), Some(root), Some("recorded")) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let is_list = root == collection.path();
        if !is_list && root != collection.item() {
            continue;
        }
        let path = corpus.join("docs").join(format!("{name}.xml"));
        let document = std::fs::read_to_string(&path)?;
        let element = Element::parse(&document)
            .ok_or_else(|| format!("{} is more than these benchmarks parse", path.display()))?;
        if is_list {
            found.extend(element.into_children());
        } else {
            found.push(element);
        }
    }
    Ok(found)
}

/// Makes objects differ as those of several engines and users do: a fifth of the members is absent,
/// numbers and certificates vary.
fn varied(mut objects: Vec<Element>) -> Vec<Element> {
    for (index, object) in objects.iter_mut().enumerate() {
        let mut random = Random::new("seed", index);
        object.retain(|member| ALWAYS.contains(&member.name()) || !random.percent(20));
        let mut links = Random::new("links", index % 10);
        object.retain(|member| member.name() != "link" || !links.percent(10));
        object.edit("actions", &mut |actions| {
            actions.retain(|_| !links.percent(10));
        });
        let authority = random.below(10);
        object.set("display/certificate/content", certificate(1 + authority));
        object.set("cpu/topology/cores", 1 + random.below(8));
        object.set("cpu/topology/sockets", 1 + random.below(4));
        object.set("cpu_shares", random.below(4) * 512);
        object.set("display/monitors", 1 + random.below(4));
        object.set("high_availability/priority", 1 + random.below(100));
        object.set("io/threads", random.below(4));
        object.set(
            "guest_operating_system/kernel/version/revision",
            random.below(900),
        );
        object.set(
            "os/reported_kernel_cmdline",
            format_args!("root=UUID={:x} ro", random.next()),
        );
    }
    objects
}
