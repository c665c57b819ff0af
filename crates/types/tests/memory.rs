//! How much memory reading takes, at its peak: a program of its own, whose allocator counts.

// Helpers of tests fail as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use ovirt_model::Model;
use ovirt_types::{Document, ListReader, Vm};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;

/// Runs tests one after the other: what one takes would count for all.
fn alone(test: impl FnOnce()) {
    static LOCK: Mutex<()> = Mutex::new(());
    let _guard = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
    // What is made once and kept isn't the reader's.
    let _ = Document::from_xml("<vms><vm/></vms>");
    test();
}

/// The most memory that is in use at once while something is done, beyond what was before.
fn peak_of<T>(work: impl FnOnce() -> T) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    drop(work());
    MEMORY.peak_usage().saturating_sub(before)
}

/// A machine as engines describe it, but with fewer members.
fn machine(number: usize) -> String {
    let href = format!("/ovirt-engine/api/vms/00000000-0000-0000-0000-{number:012}");
    let mut machine = format!("<vm href=\"{href}\" id=\"{}\"><actions>", &href[22..]);
    for action in ["start", "stop", "shutdown", "suspend", "migrate", "reboot"] {
        let _ = write!(machine, "<link href=\"{href}/{action}\" rel=\"{action}\"/>");
    }
    let _ = write!(machine, "</actions><name>web{number}</name>");
    for list in [
        "nics",
        "snapshots",
        "diskattachments",
        "tags",
        "permissions",
        "cdroms",
    ] {
        let _ = write!(machine, "<link href=\"{href}/{list}\" rel=\"{list}\"/>");
    }
    machine.push_str(
        "<bios><boot_menu><enabled>false</enabled></boot_menu><type>q35_sea_bios</type></bios>\
         <cpu><architecture>x86_64</architecture><topology><cores>1</cores><sockets>2</sockets>\
         <threads>1</threads></topology></cpu><memory>1073741824</memory>\
         <memory_policy><guaranteed>1073741824</guaranteed></memory_policy>\
         <cluster href=\"/ovirt-engine/api/clusters/1\" id=\"1\"/><status>up</status>\
         <start_time>2024-03-05T17:20:11.042+01:00</start_time></vm>",
    );
    machine
}

#[test]
fn a_list_of_an_engine_takes_three_times_its_size() {
    alone(|| {
        let machines: String = (0..2_000).map(machine).collect();
        let document = format!("<vms>{machines}</vms>");
        let peak = peak_of(|| Document::from_xml(&document).expect("a list"));
        assert!(peak < 3 * document.len(), "{peak} of {}", document.len());
    });
}

#[test]
fn a_list_that_is_read_while_it_arrives_takes_what_an_object_takes() {
    alone(|| {
        let machines: String = (0..30).map(machine).collect();
        let peak = peak_of(|| {
            let mut reader = ListReader::<Vm>::new();
            reader.feed(b"<vms>");
            let mut found = 0;
            for _ in 0..500 {
                reader.feed(machines.as_bytes());
                while reader.read().expect("a machine").is_some() {
                    found += 1;
                }
            }
            assert_eq!(found, 15_000);
        });
        assert!(
            peak < 4 * machines.len(),
            "{peak} of {}",
            500 * machines.len()
        );
    });
}

/// How often the largest part of a list may be in memory: it is, and twice its size, while it grows.
const GROWTH: usize = 3;

/// What the objects of a document may take, whatever its size, and how many times its size.
const ALLOWED: (usize, usize) = (64 * MIB, 64);

fn is_bounded(document: &str) {
    let peak = peak_of(|| Document::from_xml(document));
    let most = GROWTH * ALLOWED.0.max(ALLOWED.1 * document.len()) + MIB;
    assert!(peak < most, "{peak} of {}: {document:.60}", document.len());
}

#[test]
fn documents_made_to_take_memory_get_a_bounded_multiple_for_every_type() {
    alone(|| {
        for structure in Model::embedded().structs() {
            let list = structure.plural_tag();
            is_bounded(&format!("<{list}>{}</{list}>", "<a/>".repeat(50_000)));
        }
        for (list, item) in [
            ("vms", "<vm><host><a/></host></vm>"),
            (
                "vms",
                "<vm><nics/><os/><cpu/><bios/><cluster><a/></cluster></vm>",
            ),
            ("snapshots", "<a><vm><a/></vm></a>"),
            ("affinity_labels", "<a><hosts><a/><a/><a/></hosts></a>"),
        ] {
            is_bounded(&format!(
                "<{list}>{}</{list}>",
                item.repeat(3 * MIB / item.len())
            ));
        }
    });
}

#[test]
fn what_is_not_kept_takes_nothing() {
    alone(|| {
        let long = "x".repeat(MIB);
        for (part, times) in [
            (format!("<what>{long}</what>"), 4),
            (format!("<!--{long}-->"), 4),
            (format!("<what a='{long}' b='&lt;'/>"), 4),
            ("<cpu/>".to_owned(), 100_000),
            ("<nics><nic/></nics>".to_owned(), 100_000),
            ("<what/>".to_owned(), 100_000),
            ("<link rel='nics' href='/nics'/>".to_owned(), 100_000),
        ] {
            let document = format!("<vm>{}</vm>", part.repeat(times));
            let peak = peak_of(|| Document::from_xml(&document).expect("a machine"));
            assert!(peak < 20_000, "{peak}: {document:.60}");
        }
    });
}

#[test]
fn texts_and_open_elements_take_a_few_times_their_size() {
    alone(|| {
        for (content, times) in [
            (format!("<name>{}</name>", "&#65;".repeat(MIB)), 2),
            (format!("<name>{}</name>", "a\r".repeat(MIB)), 3),
            (format!("<name>{}</name>", "a<!---->".repeat(MIB)), 2),
            (format!("<name>{}</name>", "<![CDATA[x]]>".repeat(MIB)), 2),
            (
                format!(
                    "<os><boot><devices>{}</devices></boot></os>",
                    "<d/>".repeat(MIB)
                ),
                24,
            ),
            ("<a>".repeat(MIB), 24),
        ] {
            let document = format!("<vm>{content}</vm>");
            let peak = peak_of(|| drop(Document::from_xml(&document)));
            let most = times * document.len();
            assert!(peak < most, "{peak} of {}: {document:.60}", document.len());
        }
    });
}
