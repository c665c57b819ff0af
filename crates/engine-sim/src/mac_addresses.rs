//! MAC addresses as numbers, and those in use.

use std::collections::{HashMap, HashSet};

/// The MAC addresses in use.
#[derive(Default)]
pub(crate) struct UsedAddresses {
    pub(crate) addresses: HashSet<u64>,
    /// Where the search for a free address continues, by pool.
    pub(crate) next: HashMap<String, u64>,
}

/// Parses an address.
pub(crate) fn parse_address(text: &str) -> Option<u64> {
    let mut parts = 0;
    let mut number = 0;
    for part in text.trim().split(':') {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        number = number << 8 | u64::from(u8::from_str_radix(part, 16).ok().filter(|_| digits)?);
        parts += 1;
    }
    (parts == 6).then_some(number)
}

/// Formats an address as `xx:xx:xx:xx:xx:xx`.
pub(crate) fn format_address(number: u64) -> String {
    let [_, _, bytes @ ..] = number.to_be_bytes();
    bytes.map(|byte| format!("{byte:02x}")).join(":")
}
