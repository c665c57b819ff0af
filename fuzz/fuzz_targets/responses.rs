//! Any bytes as a response of the engine.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::responses::check(data));
