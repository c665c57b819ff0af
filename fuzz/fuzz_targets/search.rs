//! Any fields and values in a search query.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::search::check(data));
