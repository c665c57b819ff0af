//! Any bytes as a document of any type.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::document::check(data));
