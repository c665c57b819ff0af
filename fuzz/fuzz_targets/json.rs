//! Any bytes as JSON of some type.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::json::check(data));
