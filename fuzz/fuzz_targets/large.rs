//! A large response, compressed or not.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::large::check(data));
