//! Operating systems of VMs with their icons, and the filters of networks.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::levels::{fields, lines};
use super::named;
use crate::kinds::data_center::NETWORK_FILTER;
use crate::node::Node;
use crate::object::{ICONS, NETWORK_FILTERS, OPERATING_SYSTEMS};
use crate::world::World;

/// Lines: identifier, name, architecture, icon, TPM support, description.
const SYSTEMS: &str = include_str!("data/operating_systems.txt");

/// Icons in the order of their identifiers. Each exists in a small and a large size.
const ICON_NAMES: &[&str] = &[
    "debian", "freebsd", "linux", "suse", "ubuntu", "windows", "other", "rhel", "atomic", "coreos",
];

/// Network filters other than the default one.
const FILTER_NAMES: &[&str] = &[
    "allow-arp",
    "allow-dhcp",
    "allow-dhcp-server",
    "allow-incoming-ipv4",
    "allow-ipv4",
    "clean-traffic",
    "no-arp-ip-spoofing",
    "no-arp-mac-spoofing",
    "no-arp-spoofing",
    "no-ip-multicast",
    "no-ip-spoofing",
    "no-mac-broadcast",
    "no-mac-spoofing",
    "no-other-l2-traffic",
    "no-other-rarp-traffic",
    "qemu-announce-self",
    "qemu-announce-self-rarp",
];

pub(super) fn fill(world: &mut World) {
    let mut icons = Vec::new();
    for (number, name) in (0_u8..).zip(ICON_NAMES) {
        let mut add = |large: bool| {
            let icon = Node::new("icon")
                .with_text("data", BASE64_STANDARD.encode(png(number, large)))
                .with_text("media_type", "image/png");
            world.store.add(ICONS, icon).id().to_owned()
        };
        icons.push((*name, add(false), add(true)));
    }
    for line in lines(SYSTEMS) {
        let [id, name, architecture, icon, tpm, description] = fields::<6>(line);
        let mut system = named("operating_system", id, name, description)
            .with_text("architecture", architecture)
            .with_text("tpm_support", tpm);
        if let Some((_, small, large)) = icons.iter().find(|(own, ..)| *own == icon) {
            system.set_reference("small_icon", small);
            system.set_reference("large_icon", large);
        }
        world.store.add(OPERATING_SYSTEMS, system);
    }
    add_filter(world, NETWORK_FILTER, "vdsm-no-mac-spoofing", "2");
    for name in FILTER_NAMES {
        add_filter(world, "", name, "6");
    }
}

/// Adds a network filter that hosts have since version 3.MINOR.
fn add_filter(world: &mut World, id: &str, name: &str, minor: &str) {
    let version = Node::new("version")
        .with_text("major", "3")
        .with_text("minor", minor);
    let filter = named("network_filter", id, name, "").with(version);
    world.store.add(NETWORK_FILTERS, filter);
}

/// Returns a PNG image of one color, with one bit per pixel.
fn png(number: u8, large: bool) -> Vec<u8> {
    let (width, height): (u16, u16) = if large { (150, 120) } else { (43, 43) };
    let row = usize::from(width).div_ceil(8) + 1;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory does not fail.
    let _ = std::io::Write::write_all(&mut encoder, &vec![0; row * usize::from(height)]);
    let pixels = encoder.finish().unwrap_or_default();
    let mut image = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap_or_default();
        image.extend(length.to_be_bytes());
        let mut checksum = flate2::Crc::new();
        checksum.update(kind);
        checksum.update(data);
        image.extend(kind);
        image.extend(data);
        image.extend(checksum.sum().to_be_bytes());
    };
    let mut header = Vec::new();
    header.extend(u32::from(width).to_be_bytes());
    header.extend(u32::from(height).to_be_bytes());
    header.extend([1, 3, 0, 0, 0]);
    chunk(b"IHDR", &header);
    chunk(
        b"PLTE",
        &[number * 25, 96, 255 - number * 25, 255, 255, 255],
    );
    chunk(b"IDAT", &pixels);
    chunk(b"IEND", b"");
    image
}
