//! Any text for our scanner and for another pull parser.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::scanner::check(data));
