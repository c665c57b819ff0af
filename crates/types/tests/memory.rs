//! Peak memory of decoding. A separate test binary with a counting allocator.

// Allowed in helpers as in tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use ovirt_model::Model;
use ovirt_types::{Document, ListReader, Vm};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;

/// Runs tests one at a time: the allocator counts for the whole process.
fn alone(test: impl FnOnce()) {
    static LOCK: Mutex<()> = Mutex::new(());
    let _guard = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
    // Initializes statics, which do not count.
    let _ = Document::from_xml("<vms><vm/></vms>");
    test();
}

/// Peak memory in use during some work, beyond what was in use before.
fn peak_of<T>(work: impl FnOnce() -> T) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    drop(work());
    MEMORY.peak_usage().saturating_sub(before)
}

/// A VM as engines send it, with fewer members.
fn vm(number: usize) -> String {
    let href = format!("/ovirt-engine/api/vms/00000000-0000-0000-0000-{number:012}");
    let mut vm = format!("<vm href=\"{href}\" id=\"{}\"><actions>", &href[22..]);
    for action in ["start", "stop", "shutdown", "suspend", "migrate", "reboot"] {
        let _ = write!(vm, "<link href=\"{href}/{action}\" rel=\"{action}\"/>");
    }
    let _ = write!(vm, "</actions><name>web{number}</name>");
    for list in [
        "nics",
        "snapshots",
        "diskattachments",
        "tags",
        "permissions",
        "cdroms",
    ] {
        let _ = write!(vm, "<link href=\"{href}/{list}\" rel=\"{list}\"/>");
    }
    vm.push_str(
        "<bios><boot_menu><enabled>false</enabled></boot_menu><type>q35_sea_bios</type></bios>\
         <cpu><architecture>x86_64</architecture><topology><cores>1</cores><sockets>2</sockets>\
         <threads>1</threads></topology></cpu><memory>1073741824</memory>\
         <memory_policy><guaranteed>1073741824</guaranteed></memory_policy>\
         <cluster href=\"/ovirt-engine/api/clusters/1\" id=\"1\"/><status>up</status>\
         <start_time>2024-03-05T17:20:11.042+01:00</start_time></vm>",
    );
    vm
}

#[test]
fn a_list_takes_less_than_three_times_its_length() {
    alone(|| {
        let vms: String = (0..2_000).map(vm).collect();
        let document = format!("<vms>{vms}</vms>");
        let peak = peak_of(|| Document::from_xml(&document).expect("a list"));
        assert!(peak < 3 * document.len(), "{peak} of {}", document.len());
    });
}

#[test]
fn an_incrementally_decoded_list_takes_a_multiple_of_a_part() {
    alone(|| {
        let vms: String = (0..30).map(vm).collect();
        let peak = peak_of(|| {
            let mut reader = ListReader::<Vm>::new();
            reader.feed(b"<vms>");
            let mut count = 0;
            for _ in 0..500 {
                reader.feed(vms.as_bytes());
                while reader.read().expect("a VM").is_some() {
                    count += 1;
                }
            }
            assert_eq!(count, 15_000);
        });
        assert!(peak < 3 * vms.len(), "{peak} of {}", 500 * vms.len());
    });
}

/// A growing list takes its old and its doubled size.
const GROWTH: usize = 3;

/// The memory budget of a document: a minimum, and a factor of its length.
const BUDGET: (usize, usize) = (64 * MIB, 64);

fn assert_bounded(document: &str) {
    let peak = peak_of(|| Document::from_xml(document));
    let limit = GROWTH * BUDGET.0.max(BUDGET.1 * document.len()) + MIB;
    assert!(peak < limit, "{peak} of {}: {document:.60}", document.len());
}

#[test]
fn malicious_lists_of_every_type_stay_within_the_budget() {
    alone(|| {
        for structure in Model::embedded().structs() {
            let list = structure.plural_tag();
            assert_bounded(&format!("<{list}>{}</{list}>", "<a/>".repeat(50_000)));
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
            assert_bounded(&format!(
                "<{list}>{}</{list}>",
                item.repeat(3 * MIB / item.len())
            ));
        }
    });
}

#[test]
fn skipped_and_overwritten_elements_take_no_memory() {
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
            let peak = peak_of(|| Document::from_xml(&document).expect("a VM"));
            assert!(peak < 20_000, "{peak}: {document:.60}");
        }
    });
}

#[test]
fn texts_and_open_elements_take_a_small_multiple_of_their_length() {
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
            let limit = times * document.len();
            assert!(peak < limit, "{peak} of {}: {document:.60}", document.len());
        }
    });
}
