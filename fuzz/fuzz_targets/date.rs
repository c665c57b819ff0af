//! Any text as a date.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::date::check(data));
