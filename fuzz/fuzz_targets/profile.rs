//! Any bytes as a configuration file with profiles.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::profile::check(data));
