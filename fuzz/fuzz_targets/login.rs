//! Any bytes as a response to the login.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ovirt_fuzz::login::check(data));
