//! Any body as an answer of the engine.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::answers::check(data));
