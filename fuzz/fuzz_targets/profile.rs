//! Any bytes as a file of profiles.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::profile::check(data));
