//! Any bytes as JSON of one of several types.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::json::check(data));
